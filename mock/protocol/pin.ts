import { argon2id } from 'hash-wasm';

/** What the contract says about the derivation, and what is done: Argon2id, RFC 9106, version 1.3 (0x13). */
export const kdf = {
  algorithm: 'argon2id',
  version: 19,
  memoryKiB: 65536,
  passes: 3,
  lanes: 1,
  hashLength: 32,
} as const;

export const saltBytes = 16;

/** Derives the 32-byte secret of any text. */
export type DeriveFromText = (text: string, salt: Uint8Array) => Promise<Uint8Array>;

/** Derives the 32-byte secret of any text. Both the PIN and the answers go through here; the caller wipes the result. */
export async function deriveFromText(text: string, salt: Uint8Array): Promise<Uint8Array> {
  if (salt.length !== saltBytes) throw new RangeError(`A salt has ${saltBytes} bytes`);
  const password = new TextEncoder().encode(text);
  try {
    return await argon2id({
      password,
      salt,
      iterations: kdf.passes,
      parallelism: kdf.lanes,
      memorySize: kdf.memoryKiB,
      hashLength: kdf.hashLength,
      outputType: 'binary',
    });
  } finally {
    password.fill(0);
  }
}

/** Whether the text is a PIN: six ASCII digits. */
export function isPin(text: string): boolean {
  return /^[0-9]{6}$/.test(text);
}

/** Derives the secret that wraps Node 1's key share. The PIN itself goes no further than this function. */
export async function deriveSecret(
  pin: string,
  salt: Uint8Array,
  derive: DeriveFromText = deriveFromText,
): Promise<Uint8Array> {
  if (!isPin(pin)) throw new RangeError('A PIN has six digits');
  return derive(pin, salt);
}

// Patterns of the keypad, famous numbers and the like that no rule below finds.
const commonPins = new Set([
  '010203', '100000', '102030', '111222', '112211', '112233', '112358', '121314', '123000', '123654', '123789', '131415',
  '134679', '135790', '135791', '141592', '142536', '147258', '147852', '147896', '159357', '159753', '168168', '192837',
  '200000', '202020', '223344', '246810', '246813', '258456', '258963', '271828', '314159', '321654', '332211', '334455',
  '357159', '369258', '445566', '456123', '554433', '556677', '654123', '665544', '667788', '696969', '741852', '753159',
  '778899', '786786', '789123', '789456', '852456', '951753', '963852', '987321', '998877', '999888',
]);

function digitsRun(digits: readonly number[], step: 1 | 9): boolean {
  return digits.every((digit, position) => position === 0 || digit === ((digits[position - 1] ?? 0) + step) % 10);
}

/** Why a PIN is too easy to guess, in a sentence for the user; `undefined` when it is not. */
export function weakPinReason(pin: string): string | undefined {
  const digits = Array.from(pin, Number);
  const counts = digits.map((digit) => digits.filter((one) => one === digit).length);
  const highest = Math.max(...counts);
  if (highest === 6) return 'All six digits are the same.';
  if (highest === 5) return 'Five of the six digits are the same.';
  if (digitsRun(digits, 1)) return 'The digits count up.';
  if (digitsRun(digits, 9)) return 'The digits count down.';
  if (pin.slice(0, 2).repeat(3) === pin) return 'The same two digits are repeated.';
  if (pin.slice(0, 3).repeat(2) === pin) return 'The same three digits are repeated.';
  if (digits.toReversed().join('') === pin) return 'The second half mirrors the first.';
  if (commonPins.has(pin)) return 'This is one of the most common PINs.';
  return undefined;
}

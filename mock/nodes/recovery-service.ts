import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Random } from './random.ts';

/** How long a code is good. */
export const recoveryCodeLifetimeMs = 10 * 60_000;

/** How many tries a code allows. */
export const recoveryCodeAttempts = 5;

/** What the recovery service keeps of a code that it sent. */
export interface RecoveryCodeRecord {
  challengeId: string;
  email: string;
  /** Keyed, hex: a million codes are hashed in a second, so a plain hash would hide nothing. */
  codeHash: string;
  expiresAt: string;
  attemptsRemaining: number;
  /** Whether the code was given once; it is not taken again. */
  consumed: boolean;
}

/** `recovery_code_expired` also says that no code was sent, that it was used, or that its tries are used up. */
export type CheckedCode =
  | { ok: true; record: RecoveryCodeRecord }
  | { ok: false; code: 'recovery_code_incorrect' | 'recovery_code_expired'; record?: RecoveryCodeRecord };

/** Draws the secret under which a recovery copy is wrapped, and which the service releases against a code. */
export function drawRecoverySecret(random: Random): Uint8Array {
  return random(32);
}

const codes = 1_000_000;
// The largest multiple of a million below 2^32: what lies above would favour small codes.
const fairBelow = Math.floor(2 ** 32 / codes) * codes;

function drawCode(random: Random): string {
  for (;;) {
    const bytes = random(4);
    const drawn = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
    if (drawn < fairBelow) return String(drawn % codes).padStart(6, '0');
  }
}

function hashCode(key: Uint8Array, challengeId: string, email: string, code: string): Buffer {
  if (key.length < 32) throw new RangeError('The key of the recovery codes has at least 32 bytes');
  return createHmac('sha256', key).update(JSON.stringify([challengeId, email, code])).digest();
}

/** Draws a code for one challenge and address: the code goes into the mail, the record into the store. */
export function issueCode(request: {
  challengeId: string;
  email: string;
  key: Uint8Array;
  now: Date;
  random: Random;
}): { code: string; record: RecoveryCodeRecord } {
  const { challengeId, email, key, now, random } = request;
  const code = drawCode(random);
  return {
    code,
    record: {
      challengeId,
      email,
      codeHash: hashCode(key, challengeId, email, code).toString('hex'),
      expiresAt: new Date(now.getTime() + recoveryCodeLifetimeMs).toISOString(),
      attemptsRemaining: recoveryCodeAttempts,
      consumed: false,
    },
  };
}

/** Checks a code. The caller stores the record that comes back, in one step with having read the one it gave. */
export function checkCode(
  record: RecoveryCodeRecord | undefined,
  { code, key, now }: { code: string; key: Uint8Array; now: Date },
): CheckedCode {
  if (record === undefined) return { ok: false, code: 'recovery_code_expired' };
  if (record.consumed || record.attemptsRemaining <= 0 || now.getTime() >= Date.parse(record.expiresAt)) {
    return { ok: false, code: 'recovery_code_expired', record };
  }
  const tried = { ...record, attemptsRemaining: record.attemptsRemaining - 1 };
  const given = hashCode(key, record.challengeId, record.email, code);
  if (!timingSafeEqual(given, Buffer.from(record.codeHash, 'hex'))) {
    return { ok: false, code: 'recovery_code_incorrect', record: tried };
  }
  return { ok: true, record: { ...tried, consumed: true } };
}

/** Shows enough of an address for its owner to know it again, and never the whole of the part before the `@`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  if (at < 1) return '***';
  const [first = '', ...rest] = email.slice(0, at);
  return `${rest.length === 0 ? '' : first}***${email.slice(at)}`;
}

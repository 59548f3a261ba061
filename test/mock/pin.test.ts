import { argon2Sync, randomBytes } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { describe, expect, it } from 'vitest';
import { deriveFromText, deriveSecret, isPin, kdf, weakPinReason } from '../../mock/protocol/pin.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

/** Node's own Argon2id (OpenSSL), as a second implementation. */
function nodeArgon2id(message: string | Uint8Array, nonce: Uint8Array): string {
  return argon2Sync('argon2id', { message, nonce, memory: 65536, passes: 3, parallelism: 1, tagLength: 32 }).toString('hex');
}

describe('deriveSecret', () => {
  it('states the parameters of the contract', () => {
    expect(kdf).toEqual({ algorithm: 'argon2id', version: 19, memoryKiB: 65536, passes: 3, lanes: 1, hashLength: 32 });
  });

  it('compares itself with an implementation that satisfies RFC 9106 §5.3', () => {
    const tag = argon2Sync('argon2id', {
      message: Buffer.alloc(32, 1),
      nonce: Buffer.alloc(16, 2),
      secret: Buffer.alloc(8, 3),
      associatedData: Buffer.alloc(12, 4),
      memory: 32,
      passes: 3,
      parallelism: 4,
      tagLength: 32,
    });
    expect(hex(tag)).toBe('0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659');
  });

  it('rests on a library that satisfies the test of the Argon2 reference code', async () => {
    // phc-winner-argon2, src/test.c: version 0x13, Argon2id, t=2, m=2^16, p=1.
    const options = { password: 'password', salt: 'somesalt', iterations: 2, memorySize: 65536, parallelism: 1, hashLength: 32 };
    expect(await argon2id(options)).toBe('09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7');
  });

  it.each(['000000', '480215', '999999'])('agrees with the second implementation on %s', async (pin) => {
    const salt = randomBytes(16);
    const secret = await deriveSecret(pin, salt);
    expect(secret).toHaveLength(32);
    expect(hex(secret)).toBe(nodeArgon2id(pin, salt));
  });

  it('hashes text as UTF-8', async () => {
    const salt = randomBytes(16);
    expect(hex(await deriveFromText('Ærøskøbing 🦊', salt))).toBe(nodeArgon2id(Buffer.from('Ærøskøbing 🦊', 'utf8'), salt));
  });

  it('keeps derivations apart that run at once', async () => {
    const salt = randomBytes(16);
    const pins = ['480215', '193746'];
    const secrets = await Promise.all(pins.map((pin) => deriveSecret(pin, salt)));
    expect(secrets.map(hex)).toEqual(pins.map((pin) => nodeArgon2id(pin, salt)));
  });

  it('derives another secret from another salt', async () => {
    expect(hex(await deriveSecret('480215', Buffer.alloc(16, 1)))).not.toBe(hex(await deriveSecret('480215', Buffer.alloc(16, 2))));
  });

  it.each(['', '12345', '1234567', '12345a', ' 123456', '123456\n', '１２３４５６', '١٢٣٤٥٦', '1e5000'])('refuses %j as a PIN', async (pin) => {
    expect(isPin(pin)).toBe(false);
    await expect(deriveSecret(pin, randomBytes(16))).rejects.toThrow(RangeError);
  });

  it.each([0, 8, 15, 17, 32])('refuses a salt of %i bytes', async (length) => {
    await expect(deriveSecret('480215', new Uint8Array(length))).rejects.toThrow(RangeError);
  });
});

describe('weakPinReason', () => {
  it.each([
    ['All six digits are the same.', ['000000', '777777']],
    ['Five of the six digits are the same.', ['111112', '211111', '110111']],
    ['The digits count up.', ['123456', '012345', '456789', '789012', '567890']],
    ['The digits count down.', ['654321', '987654', '210987', '543210']],
    ['The same two digits are repeated.', ['121212', '909090']],
    ['The same three digits are repeated.', ['123123', '007007', '858858']],
    ['The second half mirrors the first.', ['123321', '485584']],
    ['This is one of the most common PINs.', ['112233', '159753', '147258', '314159', '789456']],
  ])('says "%s"', (reason, pins) => {
    for (const pin of pins) expect(weakPinReason(pin)).toBe(reason);
  });

  it.each(['480215', '193746', '902417', '583061', '112234', '135797', '123457'])('finds nothing wrong with %s', (pin) => {
    expect(weakPinReason(pin)).toBeUndefined();
  });

  it('leaves the user more than 99 of 100 PINs, and never throws', () => {
    let weak = 0;
    for (let number = 0; number < 1_000_000; number += 1) {
      if (weakPinReason(String(number).padStart(6, '0')) !== undefined) weak += 1;
    }
    expect(weak).toBeGreaterThan(2000);
    expect(weak).toBeLessThan(10_000);
  });
});

import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { deriveAccount } from '../../mock/chains/derive.ts';
import { withSeed } from '../../mock/nodes/combine.ts';
import {
  changePin,
  resetPin,
  setPin,
  setRecovery,
  unwrapWithPin,
  unwrapWithRecovery,
  type NodeOneRecord,
  type RecoverySetup,
} from '../../mock/nodes/node-one.ts';
import { drawNodeTwoShare, readNodeTwoShare } from '../../mock/nodes/node-two.ts';
import { systemRandom } from '../../mock/nodes/random.ts';
import { unwrapShare, wrapShare } from '../../mock/nodes/share-wrap.ts';
import { fromBase64, toBase64 } from '../../mock/protocol/base64.ts';

const customerId = '6999f8aea74a2b1bd8855b89';
const otherCustomerId = '6999f8aea74a2b1bd8855b90';
const random = systemRandom;
const salt = () => toBase64(systemRandom(16));

function opened(result: { ok: boolean; share?: Uint8Array }): string {
  if (!result.ok || result.share === undefined) throw new Error('The share was not opened');
  return toBase64(result.share);
}

function rewrapped(result: { ok: true; record: NodeOneRecord } | { ok: false; code: string }): NodeOneRecord {
  if (!result.ok) throw new Error(result.code);
  return result.record;
}

describe('a wrapped share', () => {
  const share = systemRandom(32);
  const secret = systemRandom(32);
  const request = { share, secret, customerId, purpose: 'pin', random } as const;

  it('opens with its secret, and is never wrapped twice alike', () => {
    const [one, two] = [wrapShare(request), wrapShare(request)];
    expect(one).not.toBe(two);
    for (const wrapped of [one, two]) {
      expect(unwrapShare({ ...request, wrapped })).toEqual({ ok: true, share });
      expect(Buffer.from(fromBase64(wrapped)).includes(Buffer.from(share))).toBe(false);
    }
  });

  it('refuses every secret that differs in one bit', () => {
    const wrapped = wrapShare(request);
    for (let bit = 0; bit < 256; bit += 1) {
      const wrong = secret.slice();
      wrong[bit >> 3] = (wrong[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(unwrapShare({ ...request, wrapped, secret: wrong })).toEqual({ ok: false, code: 'wrong_secret' });
    }
  });

  it('refuses every change of nonce, ciphertext or tag', () => {
    const bytes = fromBase64(wrapShare(request));
    expect(bytes).toHaveLength(12 + 32 + 16);
    for (const position of bytes.keys()) {
      const changed = bytes.slice();
      changed[position] = (changed[position] ?? 0) ^ 0x80;
      expect(unwrapShare({ ...request, wrapped: toBase64(changed) })).toEqual({ ok: false, code: 'wrong_secret' });
    }
  });

  it('does not open as that of another customer, nor for another purpose', () => {
    const wrapped = wrapShare(request);
    expect(unwrapShare({ ...request, wrapped, customerId: otherCustomerId })).toEqual({ ok: false, code: 'wrong_secret' });
    expect(unwrapShare({ ...request, wrapped, purpose: 'recovery' })).toEqual({ ok: false, code: 'wrong_secret' });
  });

  it('is an error, not a wrong secret, when the record is damaged', () => {
    const wrapped = wrapShare(request);
    for (const damaged of ['', 'AAAA', wrapped.slice(4), `${wrapped}AAAA`, ` ${wrapped}`]) {
      expect(() => unwrapShare({ ...request, wrapped: damaged })).toThrow(RangeError);
    }
  });

  it('takes no secret or share of another length', () => {
    expect(() => wrapShare({ ...request, secret: systemRandom(16) })).toThrow(RangeError);
    expect(() => wrapShare({ ...request, share: systemRandom(31) })).toThrow(RangeError);
    expect(() => unwrapShare({ ...request, wrapped: wrapShare(request), secret: systemRandom(31) })).toThrow(RangeError);
  });

  it('leaves the share and the secret to their owner', () => {
    const [shareBefore, secretBefore] = [share.slice(), secret.slice()];
    unwrapShare({ ...request, wrapped: wrapShare(request) });
    expect([share, secret]).toEqual([shareBefore, secretBefore]);
  });
});

describe('Node 1', () => {
  const pinSecret = systemRandom(32);
  const wrongSecret = systemRandom(32);
  const questions = (secret: Uint8Array): RecoverySetup => ({
    method: 'questions',
    questionIds: ['first-pet', 'birth-city'],
    salt: salt(),
    secret,
  });
  const email = (secret: Uint8Array): RecoverySetup => ({ method: 'email', email: 'ada@example.com', secret });
  const setUp = (recovery?: RecoverySetup) =>
    setPin({ customerId, newPin: { secret: pinSecret, salt: salt() }, ...(recovery === undefined ? {} : { recovery }), random });

  it('opens its share with the PIN alone', () => {
    const record = setUp();
    expect(unwrapWithPin(record, pinSecret).ok).toBe(true);
    expect(unwrapWithPin(record, wrongSecret)).toEqual({ ok: false, code: 'pin_incorrect' });
    expect(unwrapWithRecovery(record, pinSecret)).toEqual({ ok: false, code: 'recovery_not_set' });
  });

  it('draws a share of its own for each customer', () => {
    expect(opened(unwrapWithPin(setUp(), pinSecret))).not.toBe(opened(unwrapWithPin(setUp(), pinSecret)));
  });

  it('wipes the share that it drew', () => {
    const drawn: Uint8Array[] = [];
    const watched = (length: number) => {
      const bytes = systemRandom(length);
      drawn.push(bytes);
      return bytes;
    };
    setPin({ customerId, newPin: { secret: pinSecret, salt: salt() }, random: watched });
    const shares = drawn.filter((bytes) => bytes.length === 32);
    expect(shares).toEqual([new Uint8Array(32)]);
  });

  it.each([
    ['questions', questions],
    ['email', email],
  ])('opens the copy for recovery by %s with its secret alone', (method, recovery) => {
    const recoverySecret = systemRandom(32);
    const record = setUp(recovery(recoverySecret));
    expect(record.recovery?.method).toBe(method);
    expect(opened(unwrapWithRecovery(record, recoverySecret))).toBe(opened(unwrapWithPin(record, pinSecret)));
    expect(unwrapWithRecovery(record, pinSecret)).toEqual({ ok: false, code: 'recovery_incorrect' });
    expect(unwrapWithPin(record, recoverySecret)).toEqual({ ok: false, code: 'pin_incorrect' });
  });

  it('keeps plain text alone, and none of the secrets', () => {
    const recoverySecret = systemRandom(32);
    const record = setUp(questions(recoverySecret));
    expect(JSON.parse(JSON.stringify(record))).toEqual(record);
    expect(record).toEqual({
      customerId,
      salt: expect.any(String),
      wrappedSecret: expect.any(String),
      recovery: { method: 'questions', questionIds: ['first-pet', 'birth-city'], salt: expect.any(String), wrapped: expect.any(String) },
    });
    expect(setUp(email(recoverySecret)).recovery).toEqual({ method: 'email', email: 'ada@example.com', wrapped: expect.any(String) });
    const share = opened(unwrapWithPin(record, pinSecret));
    for (const hidden of [toBase64(pinSecret), toBase64(recoverySecret), share]) expect(JSON.stringify(record)).not.toContain(hidden);
  });

  it('replaces the recovery method for the holder of the PIN', () => {
    const [first, second] = [systemRandom(32), systemRandom(32)];
    const before = setUp(questions(first));
    expect(setRecovery(before, { secret: wrongSecret, recovery: email(second), random })).toEqual({ ok: false, code: 'pin_incorrect' });
    const after = rewrapped(setRecovery(before, { secret: pinSecret, recovery: email(second), random }));
    expect(opened(unwrapWithRecovery(after, second))).toBe(opened(unwrapWithPin(before, pinSecret)));
    expect(unwrapWithRecovery(after, first)).toEqual({ ok: false, code: 'recovery_incorrect' });
    expect(after.wrappedSecret).toBe(before.wrappedSecret);
  });

  it('changes the PIN, and neither the share nor its recovery', () => {
    const [recoverySecret, newSecret] = [systemRandom(32), systemRandom(32)];
    const before = setUp(questions(recoverySecret));
    const newPin = { secret: newSecret, salt: salt() };
    expect(changePin(before, { secret: wrongSecret, newPin, random })).toEqual({ ok: false, code: 'pin_incorrect' });
    const after = rewrapped(changePin(before, { secret: pinSecret, newPin, random }));
    expect(opened(unwrapWithPin(after, newSecret))).toBe(opened(unwrapWithPin(before, pinSecret)));
    expect(unwrapWithPin(after, pinSecret)).toEqual({ ok: false, code: 'pin_incorrect' });
    expect(after).toMatchObject({ salt: newPin.salt, recovery: before.recovery });
  });

  it('resets a forgotten PIN through recovery, and keeps the share', () => {
    const [recoverySecret, newSecret] = [systemRandom(32), systemRandom(32)];
    const before = setUp(email(recoverySecret));
    const newPin = { secret: newSecret, salt: salt() };
    expect(resetPin(before, { recoverySecret: wrongSecret, newPin, random })).toEqual({ ok: false, code: 'recovery_incorrect' });
    expect(resetPin(setUp(), { recoverySecret, newPin, random })).toEqual({ ok: false, code: 'recovery_not_set' });
    const after = rewrapped(resetPin(before, { recoverySecret, newPin, random }));
    expect(opened(unwrapWithPin(after, newSecret))).toBe(opened(unwrapWithPin(before, pinSecret)));
    expect(unwrapWithPin(after, pinSecret)).toEqual({ ok: false, code: 'pin_incorrect' });
    expect(opened(unwrapWithRecovery(after, recoverySecret))).toBe(opened(unwrapWithPin(before, pinSecret)));
  });

  it('does not alter the record that it was given', () => {
    const before = setUp();
    const copy = structuredClone(before);
    rewrapped(changePin(before, { secret: pinSecret, newPin: { secret: wrongSecret, salt: salt() }, random }));
    rewrapped(setRecovery(before, { secret: pinSecret, recovery: questions(wrongSecret), random }));
    expect(before).toEqual(copy);
  });

  it('does not open one customer’s record as another’s', () => {
    expect(unwrapWithPin({ ...setUp(), customerId: otherCustomerId }, pinSecret)).toEqual({ ok: false, code: 'pin_incorrect' });
  });
});

describe('Node 2', () => {
  it('keeps a share of 32 bytes, gives it back, and wipes what it drew', () => {
    const drawn = Uint8Array.from({ length: 32 }, (_, position) => position);
    const share = drawn.slice();
    const record = drawNodeTwoShare(customerId, () => drawn);
    expect(record).toEqual({ customerId, share: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=' });
    expect(readNodeTwoShare(record)).toEqual(share);
    expect(drawn).toEqual(new Uint8Array(32));
  });

  it('refuses a damaged share', () => {
    expect(() => readNodeTwoShare({ customerId, share: 'AAEC' })).toThrow(RangeError);
    expect(() => readNodeTwoShare({ customerId, share: 'AAECAw' })).toThrow(RangeError);
  });
});

describe('withSeed', () => {
  const shares = () => ({ shareOne: new Uint8Array(32).fill(0b1100), shareTwo: new Uint8Array(32).fill(0b1010) });

  it('joins the shares by exclusive or, and wipes everything afterwards', async () => {
    const given = shares();
    let kept: Uint8Array | undefined;
    const result = await withSeed(given, async (seed) => {
      await Promise.resolve();
      kept = Uint8Array.from(seed);
      return seed;
    });
    expect(kept).toEqual(new Uint8Array(32).fill(0b0110));
    for (const bytes of [result, given.shareOne, given.shareTwo]) expect(bytes).toEqual(new Uint8Array(32));
  });

  it('wipes everything when the use fails', async () => {
    const given = shares();
    let seen: Uint8Array | undefined;
    const use = (seed: Uint8Array) => {
      seen = seed;
      throw new Error('The use failed');
    };
    await expect(withSeed(given, use)).rejects.toThrow('The use failed');
    for (const bytes of [seen, given.shareOne, given.shareTwo]) expect(bytes).toEqual(new Uint8Array(32));
  });

  it('refuses shares of another length', async () => {
    await expect(withSeed({ ...shares(), shareTwo: new Uint8Array(31) }, () => 0)).rejects.toThrow(RangeError);
    await expect(withSeed({ ...shares(), shareOne: new Uint8Array(33) }, () => 0)).rejects.toThrow(RangeError);
  });

  it('gives one address through every change of PIN and recovery', async () => {
    const [pin, newPin, answers] = [randomBytes(32), randomBytes(32), randomBytes(32)];
    const nodeTwo = drawNodeTwoShare(customerId, random);
    const address = async (record: NodeOneRecord, secret: Uint8Array) => {
      const result = unwrapWithPin(record, secret);
      if (!result.ok) throw new Error(result.code);
      const { address } = await withSeed({ shareOne: result.share, shareTwo: readNodeTwoShare(nodeTwo) }, (seed) =>
        deriveAccount({ seed, blockchain: 'ETH-SEPOLIA', index: 0 }),
      );
      return address;
    };
    const first = setPin({ customerId, newPin: { secret: pin, salt: salt() }, random });
    const recovery = { method: 'questions', questionIds: ['first-pet', 'birth-city'], salt: salt(), secret: answers } as const;
    const second = rewrapped(setRecovery(first, { secret: pin, recovery, random }));
    const third = rewrapped(resetPin(second, { recoverySecret: answers, newPin: { secret: newPin, salt: salt() }, random }));
    const fourth = rewrapped(changePin(third, { secret: newPin, newPin: { secret: pin, salt: salt() }, random }));
    expect(await address(first, pin)).toMatch(/^0x[0-9a-fA-F]{40}$/);
    const addresses = [await address(first, pin), await address(second, pin), await address(third, newPin), await address(fourth, pin)];
    expect(new Set(addresses).size).toBe(1);
  });
});

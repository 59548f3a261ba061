import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { systemRandom } from '../../mock/nodes/random.ts';
import {
  checkCode,
  drawRecoverySecret,
  issueCode,
  maskEmail,
  recoveryCodeAttempts,
  type RecoveryCodeRecord,
} from '../../mock/nodes/recovery-service.ts';

const key = systemRandom(32);
const now = new Date('2026-03-02T09:00:00.000Z');
const issue = (random = systemRandom) =>
  issueCode({ challengeId: '6999f9aea74a2b1bd8855b01', email: 'ada@example.com', key, now, random });
const after = (milliseconds: number) => new Date(now.getTime() + milliseconds);
const other = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');

describe('a recovery code', () => {
  it('has six digits, and leaves only a keyed hash behind', () => {
    const { code, record } = issue();
    expect(code).toMatch(/^\d{6}$/);
    expect(record).toEqual({
      challengeId: '6999f9aea74a2b1bd8855b01',
      email: 'ada@example.com',
      codeHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      expiresAt: '2026-03-02T09:10:00.000Z',
      attemptsRemaining: 5,
      consumed: false,
    });
    expect(record.codeHash).not.toContain(code);
    const payload = JSON.stringify([record.challengeId, record.email, code]);
    for (const text of [code, payload]) expect(record.codeHash).not.toBe(createHash('sha256').update(text).digest('hex'));
    expect(issueCode({ ...record, key: systemRandom(32), now, random: systemRandom }).record.codeHash).not.toBe(record.codeHash);
  });

  it('keeps its leading zeros', () => {
    expect(issue((length) => new Uint8Array(length)).code).toBe('000000');
    expect(issue(() => Uint8Array.of(0, 0, 0, 42)).code).toBe('000042');
  });

  it('is drawn again where a draw would favour small codes', () => {
    // 4,294,000,000 is the largest multiple of a million below 2^32.
    const draws = [0xff_ff_ff_ff, 4_294_000_000, 4_293_999_999];
    const scripted = () => {
      const bytes = new Uint8Array(4);
      new DataView(bytes.buffer).setUint32(0, draws.shift() ?? 0);
      return bytes;
    };
    expect(issue(scripted).code).toBe('999999');
    expect(draws).toEqual([]);
  });

  it('falls evenly on every first digit', () => {
    const counts = new Array<number>(10).fill(0);
    for (let round = 0; round < 20_000; round += 1) {
      const digit = Number(issue().code[0]);
      counts[digit] = (counts[digit] ?? 0) + 1;
    }
    // 2,000 expected, standard deviation 42: six of them on either side.
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(255);
  });

  it('is taken once', () => {
    const { code, record } = issue();
    const taken = checkCode(record, { code, key, now });
    expect(taken).toEqual({ ok: true, record: { ...record, attemptsRemaining: 4, consumed: true } });
    expect(checkCode(taken.record, { code, key, now })).toMatchObject({ ok: false, code: 'recovery_code_expired' });
  });

  it('is good for ten minutes', () => {
    const { code, record } = issue();
    expect(checkCode(record, { code, key, now: after(600_000 - 1) }).ok).toBe(true);
    expect(checkCode(record, { code, key, now: after(600_000) })).toEqual({ ok: false, code: 'recovery_code_expired', record });
  });

  it('allows five tries, and no sixth even with the right code', () => {
    const { code, record } = issue();
    let current: RecoveryCodeRecord | undefined = record;
    for (let left = recoveryCodeAttempts - 1; left >= 0; left -= 1) {
      const checked = checkCode(current, { code: other(code), key, now });
      expect(checked).toMatchObject({ ok: false, code: 'recovery_code_incorrect', record: { attemptsRemaining: left } });
      current = checked.record;
    }
    expect(checkCode(current, { code, key, now })).toMatchObject({ ok: false, code: 'recovery_code_expired' });
  });

  it('may be right at the fifth try', () => {
    const { code, record } = issue();
    expect(checkCode({ ...record, attemptsRemaining: 1 }, { code, key, now }).ok).toBe(true);
  });

  it('is expired when none was sent', () => {
    expect(checkCode(undefined, { code: '123456', key, now })).toEqual({ ok: false, code: 'recovery_code_expired' });
  });

  it('does not count for another challenge, address or key', () => {
    const { code, record } = issue();
    const incorrect = { ok: false, code: 'recovery_code_incorrect' };
    expect(checkCode({ ...record, challengeId: '6999f9aea74a2b1bd8855b02' }, { code, key, now })).toMatchObject(incorrect);
    expect(checkCode({ ...record, email: 'eve@example.com' }, { code, key, now })).toMatchObject(incorrect);
    expect(checkCode(record, { code, key: systemRandom(32), now })).toMatchObject(incorrect);
  });

  it.each(['', '12345', '🦊', '1'.repeat(1_000_000), '\ud800'])('counts absurd text as a try', (code) => {
    expect(checkCode(issue().record, { code, key, now })).toMatchObject({ ok: false, code: 'recovery_code_incorrect', record: { attemptsRemaining: 4 } });
  });

  it('takes no short key', () => {
    expect(() => issueCode({ challengeId: '', email: '', key: new Uint8Array(16), now, random: systemRandom })).toThrow(RangeError);
  });
});

describe('the secret that the service releases', () => {
  it('has 32 random bytes', () => {
    expect(drawRecoverySecret(systemRandom)).toHaveLength(32);
    expect(drawRecoverySecret(systemRandom)).not.toEqual(drawRecoverySecret(systemRandom));
  });
});

describe('maskEmail', () => {
  it.each([
    ['ada@example.com', 'a***@example.com'],
    ['a@example.com', '***@example.com'],
    ['🦊fox@example.com', '🦊***@example.com'],
    ['"a@b"@example.com', '"***@example.com'],
    ['@example.com', '***'],
    ['nothing', '***'],
    ['', '***'],
  ])('shows %j as %j', (email, masked) => {
    expect(maskEmail(email)).toBe(masked);
  });
});

import { constants, createPublicKey, generateKeyPairSync, publicEncrypt, randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createNodeOneKey, generatePrivateKeyPem, type NodeOneKey } from '../../mock/nodes/sealed-secret.ts';
import { fromBase64, toBase64 } from '../../mock/protocol/base64.ts';
import { sealSecret, type SealContext } from '../../mock/protocol/seal.ts';

const challengeId = '6999f9aea74a2b1bd8855b01';
const now = new Date('2026-03-02T09:00:00.000Z');
const secret = Uint8Array.from({ length: 32 }, (_, position) => position);

let key: NodeOneKey;
let publicKeyPem: string;
beforeAll(async () => {
  key = createNodeOneKey();
  publicKeyPem = await key.publicKeyPem();
});

interface Overrides {
  context?: SealContext;
  challengeId?: string;
  timestamp?: number;
}

function seal(overrides: Overrides = {}): Promise<string> {
  return sealSecret({ secret, context: 'pin', challengeId, timestamp: now.getTime(), publicKeyPem, ...overrides });
}

function open(sealed: string, overrides: { context?: SealContext; challengeId?: string; now?: Date } = {}) {
  return key.open(sealed, { context: 'pin', challengeId, now, ...overrides });
}

/** Seals any text as the page would seal its JSON, to try what the page would not send. */
function sealText(text: string): string {
  const sealed = publicEncrypt({ key: publicKeyPem, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' }, Buffer.from(text));
  return sealed.toString('base64');
}

function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
}

function modulusOf(pem: string): bigint {
  return numberOf(Buffer.from(createPublicKey(pem).export({ format: 'jwk' }).n ?? '', 'base64url'));
}

const invalid = { ok: false, code: 'secret_invalid' };
const expired = { ok: false, code: 'secret_expired' };

describe('base64', () => {
  it('reads back what it writes, as Node does', () => {
    for (let length = 0; length < 300; length += 1) {
      const bytes = randomBytes(length);
      expect(toBase64(bytes)).toBe(bytes.toString('base64'));
      expect(Buffer.from(fromBase64(toBase64(bytes))).equals(bytes)).toBe(true);
    }
  });

  it.each(['AA', 'AA=', 'AB==', 'AA==\n', ' AA==', 'A A==', 'AA===', '-_==', 'é', 'AAA', 'AAB='])('refuses %j, which is not canonical', (text) => {
    expect(() => fromBase64(text)).toThrow(RangeError);
  });
});

describe('sealSecret', () => {
  it.each(['pin', 'new-pin', 'answers'] as const)('fits a %s of the largest time into one block', async (context) => {
    const timestamp = Number.MAX_SAFE_INTEGER;
    const sealed = await seal({ context, timestamp });
    expect(sealed).toHaveLength(344);
    const payload = JSON.stringify({ secret: '0'.repeat(64), context, challengeId, timestamp });
    expect(payload.length).toBeLessThanOrEqual(190);
  });

  it('never seals twice alike', async () => {
    expect(await seal()).not.toBe(await seal());
  });

  it('refuses a secret of another length, and a key that is not one', async () => {
    const request = { secret, context: 'pin', challengeId, timestamp: 0, publicKeyPem } as const;
    await expect(sealSecret({ ...request, secret: secret.subarray(1) })).rejects.toThrow(RangeError);
    await expect(sealSecret({ ...request, publicKeyPem: 'PEM' })).rejects.toThrow(RangeError);
  });
});

describe('Node 1 opens', () => {
  it.each(['pin', 'new-pin', 'answers'] as const)('a %s', async (context) => {
    const opened = await open(await seal({ context }), { context });
    expect(opened).toMatchObject({ ok: true, secret });
  });

  it('each seal with a fingerprint of its own, the same each time', async () => {
    const sealed = await seal();
    const first = await open(sealed);
    expect(first).toMatchObject({ ok: true, fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await open(sealed)).toEqual(first);
    const other = await open(await seal());
    expect(first.ok && other.ok && first.fingerprint !== other.fingerprint).toBe(true);
  });

  it('what any RSA-OAEP-256 library sealed', async () => {
    const text = JSON.stringify({ secret: Buffer.from(secret).toString('hex'), context: 'pin', challengeId, timestamp: now.getTime() });
    expect(await open(sealText(text))).toMatchObject({ ok: true, secret });
  });
});

describe('Node 1 refuses', () => {
  const contexts = ['pin', 'new-pin', 'answers'] as const;
  it.each(contexts.flatMap((sealedFor) => contexts.filter((one) => one !== sealedFor).map((asked) => [sealedFor, asked] as const)))(
    'a %s where a %s is due',
    async (sealedFor, asked) => {
      expect(await open(await seal({ context: sealedFor }), { context: asked })).toEqual(invalid);
    },
  );

  it('a secret of another challenge', async () => {
    expect(await open(await seal(), { challengeId: '6999f9aea74a2b1bd8855b02' })).toEqual(invalid);
  });

  it.each([
    [0, true],
    [5 * 60_000, true],
    [5 * 60_000 + 1, expired],
    [24 * 3_600_000, expired],
    [-60_000, true],
    [-60_001, invalid],
    [-24 * 3_600_000, invalid],
  ])('by age: %i ms', async (age, expected) => {
    const opened = await open(await seal(), { now: new Date(now.getTime() + age) });
    if (expected === true) expect(opened.ok).toBe(true);
    else expect(opened).toEqual(expected);
  });

  it('an old secret of another challenge as invalid: only who holds a true one learns its age', async () => {
    expect(await open(await seal({ timestamp: 0, challengeId: '6999f9aea74a2b1bd8855b02' }))).toEqual(invalid);
  });

  it('a seal of which any byte changed', async () => {
    const bytes = fromBase64(await seal());
    for (let position = 0; position < bytes.length; position += 5) {
      const changed = bytes.slice();
      changed[position] = (changed[position] ?? 0) ^ 1;
      expect(await open(toBase64(changed))).toEqual(invalid);
    }
  });

  it('other spellings of one seal, which would pass by the replay check', async () => {
    const sealed = await seal();
    const bytes = fromBase64(sealed);
    const spellings = [
      ` ${sealed}`,
      `${sealed}\n`,
      sealed.replace(/=+$/, ''),
      sealed.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '=='),
      `${sealed.slice(0, 76)}\r\n${sealed.slice(76)}`,
      // The last character before the padding has bits that decoding drops.
      `${sealed.slice(0, -3)}${String.fromCharCode(sealed.charCodeAt(341) + 1)}==`,
      toBase64(Uint8Array.of(0, ...bytes)),
      // Congruent to the ciphertext, and a byte longer than the modulus.
      Buffer.from((numberOf(bytes) + modulusOf(publicKeyPem)).toString(16).padStart(514, '0'), 'hex').toString('base64'),
    ];
    for (const spelling of spellings) if (spelling !== sealed) expect(await open(spelling)).toEqual(invalid);
  });

  it('a ciphertext that exceeds the modulus but not its length', async () => {
    // A modulus well below 2^2048, so that one ciphertext in a few leaves room to add it once.
    let small: NodeOneKey;
    let pem: string;
    let modulus: bigint;
    do {
      small = createNodeOneKey();
      pem = await small.publicKeyPem();
      modulus = modulusOf(pem);
    } while (modulus >= 13n << 2044n);
    let sealed: string;
    let congruent: bigint;
    do {
      sealed = await sealSecret({ secret, context: 'pin', challengeId, timestamp: now.getTime(), publicKeyPem: pem });
      congruent = numberOf(fromBase64(sealed)) + modulus;
    } while (congruent >= 1n << 2048n);
    const expected = { context: 'pin', challengeId, now } as const;
    expect((await small.open(sealed, expected)).ok).toBe(true);
    expect(await small.open(Buffer.from(congruent.toString(16), 'hex').toString('base64'), expected)).toEqual(invalid);
  });

  const fields = { secret: 'ab'.repeat(32), context: 'pin', challengeId, timestamp: now.getTime() };
  it.each([
    ['text', 'hello'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a number', '1'],
    ['no secret', JSON.stringify({ ...fields, secret: undefined })],
    ['a short secret', JSON.stringify({ ...fields, secret: 'ab' })],
    ['a secret in capitals', JSON.stringify({ ...fields, secret: 'AB'.repeat(32) })],
    ['a secret with a line feed', JSON.stringify({ ...fields, secret: `${'ab'.repeat(32)}\n` })],
    ['a time as text', JSON.stringify({ ...fields, timestamp: String(now.getTime()) })],
    ['a fraction of a time', JSON.stringify({ ...fields, timestamp: now.getTime() + 0.5 })],
    ['no time', JSON.stringify({ ...fields, timestamp: undefined })],
    ['an absurd time', JSON.stringify({ ...fields, timestamp: 1e300 })],
    ['a list of contexts', JSON.stringify({ ...fields, context: ['pin'] })],
  ])('%s, well sealed', async (_name, text) => {
    expect(await open(sealText(text))).toEqual(invalid);
  });

  it.each(['', '=', 'A'.repeat(344), '🦊'.repeat(172), 'A'.repeat(5_000_000), '\ud800'.repeat(344)])('absurd text', async (text) => {
    expect(await open(text)).toEqual(invalid);
  });

  it('what was sealed to another key', async () => {
    const other = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ type: 'spki', format: 'pem' }).toString();
    expect(await open(await sealSecret({ secret, context: 'pin', challengeId, timestamp: now.getTime(), publicKeyPem: other }))).toEqual(invalid);
  });
});

describe('createNodeOneKey', () => {
  it('gives replicas that load one key each other’s secrets', async () => {
    const pem = await generatePrivateKeyPem();
    const load = vi.fn(async () => pem);
    const [one, two] = [createNodeOneKey(load), createNodeOneKey(load)];
    const sealed = await sealSecret({ secret, context: 'pin', challengeId, timestamp: now.getTime(), publicKeyPem: await one.publicKeyPem() });
    expect(await two.open(sealed, { context: 'pin', challengeId, now })).toMatchObject({ ok: true });
    await one.publicKeyPem();
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('reports a key that cannot be loaded to whoever asks, not before', async () => {
    const broken = createNodeOneKey(async () => Promise.reject(new Error('The store is down')));
    await new Promise((resolve) => setTimeout(resolve, 20));
    await expect(broken.publicKeyPem()).rejects.toThrow('The store is down');
    await expect(broken.open('', { context: 'pin', challengeId, now })).rejects.toThrow('The store is down');
  });

  it('refuses a key of another kind or size', async () => {
    const keys = [generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey, generateKeyPairSync('ed25519').privateKey];
    for (const privateKey of keys) {
      const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
      await expect(createNodeOneKey(async () => pem).publicKeyPem()).rejects.toThrow(RangeError);
    }
  });
});

import { constants, createHash, createPrivateKey, createPublicKey, generateKeyPair, privateDecrypt, type KeyObject } from 'node:crypto';
import { fromBase64 } from '../protocol/base64.ts';
import type { SealContext } from '../protocol/seal.ts';

/** A sealed secret older than this is refused. */
export const sealedSecretLifetimeMs = 5 * 60_000;

/** How far a page's clock may run ahead. */
export const sealedSecretSkewMs = 60_000;

const modulusLength = 2048;
const sealedLength = 4 * Math.ceil(modulusLength / 8 / 3);

export interface ExpectedSeal {
  context: SealContext;
  challengeId: string;
  now: Date;
}

export type OpenedSecret =
  | {
      ok: true;
      /** 32 bytes; the caller wipes them. */
      secret: Uint8Array;
      /** SHA-256 of the sealed secret, hex: the same seal is not taken twice. */
      fingerprint: string;
    }
  | { ok: false; code: 'secret_invalid' | 'secret_expired' };

/** The key to which pages seal what they derived. */
export interface NodeOneKey {
  /** PEM (SPKI). */
  publicKeyPem(): Promise<string>;
  open(sealedSecret: string, expected: ExpectedSeal): Promise<OpenedSecret>;
}

/** Draws an RSA key, PEM (PKCS #8). It is drawn in the thread pool: the event loop stays free. */
export function generatePrivateKeyPem(): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  generateKeyPair('rsa', { modulusLength }, (error, _publicKey, privateKey) => {
    if (error === null) resolve(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
    else reject(error);
  });
  return promise;
}

/**
 * Node 1's sealing key. Loading begins at once and in the background; whoever asks first waits for it. A server with a
 * lasting or a shared store passes a loader that reads the key from there, so that every replica opens what any of
 * them gave the key for.
 */
export function createNodeOneKey(loadPrivateKeyPem: () => Promise<string> = generatePrivateKeyPem): NodeOneKey {
  const loading = loadPrivateKeyPem().then((pem) => {
    const privateKey = createPrivateKey(pem);
    if (privateKey.asymmetricKeyType !== 'rsa' || privateKey.asymmetricKeyDetails?.modulusLength !== modulusLength) {
      throw new RangeError(`Node 1's key is an RSA key of ${modulusLength} bits`);
    }
    return privateKey;
  });
  // A failure belongs to those who await the key; before the first of them it must not end the process.
  loading.catch(() => {});
  return {
    async publicKeyPem() {
      return createPublicKey(await loading).export({ type: 'spki', format: 'pem' }).toString();
    },
    async open(sealedSecret, expected) {
      return openWith(await loading, sealedSecret, expected);
    },
  };
}

interface SealedPayload {
  secret: string;
  context: string;
  challengeId: string;
  timestamp: number;
}

function openWith(privateKey: KeyObject, sealedSecret: string, expected: ExpectedSeal): OpenedSecret {
  const payload = decrypt(privateKey, sealedSecret);
  if (payload === undefined || payload.context !== expected.context || payload.challengeId !== expected.challengeId) {
    return { ok: false, code: 'secret_invalid' };
  }
  const age = expected.now.getTime() - payload.timestamp;
  // A time ahead is not "expired": waiting would make it good, so the page's clock is wrong or the time is made up.
  if (age < -sealedSecretSkewMs) return { ok: false, code: 'secret_invalid' };
  if (age > sealedSecretLifetimeMs) return { ok: false, code: 'secret_expired' };
  const secret = new Uint8Array(32);
  Buffer.from(secret.buffer).write(payload.secret, 'hex');
  return { ok: true, secret, fingerprint: createHash('sha256').update(sealedSecret).digest('hex') };
}

/**
 * One seal has one spelling, or a replay could pass for a new secret: base64 must be canonical, and OpenSSL refuses a
 * ciphertext that is not below the modulus (RFC 8017 §5.1.2).
 */
function decrypt(privateKey: KeyObject, sealedSecret: string): SealedPayload | undefined {
  if (sealedSecret.length !== sealedLength) return undefined;
  let plaintext: Buffer | undefined;
  try {
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    plaintext = privateDecrypt({ key: privateKey, padding, oaepHash: 'sha256' }, fromBase64(sealedSecret));
    const payload: unknown = JSON.parse(plaintext.toString('utf8'));
    return isSealedPayload(payload) ? payload : undefined;
  } catch {
    return undefined;
  } finally {
    plaintext?.fill(0);
  }
}

function isSealedPayload(payload: unknown): payload is SealedPayload {
  if (typeof payload !== 'object' || payload === null) return false;
  const { secret, context, challengeId, timestamp } = payload as Partial<Record<keyof SealedPayload, unknown>>;
  return (
    typeof secret === 'string' &&
    /^[0-9a-f]{64}$/.test(secret) &&
    typeof context === 'string' &&
    typeof challengeId === 'string' &&
    Number.isSafeInteger(timestamp)
  );
}

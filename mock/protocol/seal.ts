import { fromBase64, toBase64 } from './base64.ts';

/** What a sealed secret is for: a secret sealed for one purpose does not open for another. */
export type SealContext = 'pin' | 'new-pin' | 'answers';

export interface SealRequest {
  /** The 32 bytes that Argon2id derived. */
  secret: Uint8Array;
  context: SealContext;
  challengeId: string;
  /** Milliseconds of the Unix epoch, by the server's clock. */
  timestamp: number;
  /** Node 1's key, PEM SPKI. */
  publicKeyPem: string;
}

const rsaOaep = { name: 'RSA-OAEP', hash: 'SHA-256' } as const;

function readPem(pem: string): Uint8Array<ArrayBuffer> {
  const body = /^-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----\s*$/.exec(pem)?.[1];
  if (body === undefined) throw new RangeError('The public key is not PEM (SPKI)');
  return fromBase64(body.replace(/\s/g, ''));
}

/**
 * Seals a secret to Node 1: base64 of RSA-OAEP-256 over JSON. The JSON of any context and 24-digit challenge id fits
 * into the 190 bytes that a 2048-bit key takes.
 */
export async function sealSecret({ secret, context, challengeId, timestamp, publicKeyPem }: SealRequest): Promise<string> {
  if (secret.length !== 32) throw new RangeError('A secret has 32 bytes');
  const hex = Array.from(secret, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const plaintext = new TextEncoder().encode(JSON.stringify({ secret: hex, context, challengeId, timestamp }));
  try {
    const key = await crypto.subtle.importKey('spki', readPem(publicKeyPem), rsaOaep, false, ['encrypt']);
    return toBase64(new Uint8Array(await crypto.subtle.encrypt(rsaOaep, key, plaintext)));
  } finally {
    plaintext.fill(0);
  }
}

import { createCipheriv, createDecipheriv } from 'node:crypto';
import { fromBase64, toBase64 } from '../protocol/base64.ts';
import type { Random } from './random.ts';

/** Which secret a share is wrapped under. A copy for one purpose does not open as the other. */
export type WrapPurpose = 'pin' | 'recovery';

export interface WrapRequest {
  share: Uint8Array;
  secret: Uint8Array;
  customerId: string;
  purpose: WrapPurpose;
  random: Random;
}

export interface UnwrapRequest {
  wrapped: string;
  secret: Uint8Array;
  customerId: string;
  purpose: WrapPurpose;
}

export type Unwrapped = { ok: true; share: Uint8Array } | { ok: false; code: 'wrong_secret' };

/** Bytes of a key share. */
export const shareBytes = 32;

const cipher = 'aes-256-gcm';
const secretBytes = 32;
// NIST SP 800-38D §8.2.2: a random nonce of 96 bits; §5.2.1.2: the full tag of 128 bits.
const nonceBytes = 12;
const tagBytes = 16;

/** Binds a wrapped share to its customer and purpose, so that records cannot be exchanged in the store. */
function additionalData(customerId: string, purpose: WrapPurpose): Buffer {
  return Buffer.from(JSON.stringify([customerId, purpose]));
}

function checkLength(bytes: Uint8Array, length: number, what: string): void {
  if (bytes.length !== length) throw new RangeError(`${what} has ${length} bytes`);
}

/** Wraps a share under a secret: base64 of nonce, ciphertext and tag. */
export function wrapShare({ share, secret, customerId, purpose, random }: WrapRequest): string {
  checkLength(share, shareBytes, 'A share');
  checkLength(secret, secretBytes, 'A secret');
  const nonce = random(nonceBytes);
  const encryption = createCipheriv(cipher, secret, nonce, { authTagLength: tagBytes });
  encryption.setAAD(additionalData(customerId, purpose));
  const ciphertext = Buffer.concat([encryption.update(share), encryption.final()]);
  return toBase64(Buffer.concat([nonce, ciphertext, encryption.getAuthTag()]));
}

/**
 * Unwraps a share. A tag that fails is a wrong secret, and a refusal; a text that was never a wrapped share is a damaged
 * store, and an error. The caller wipes the share.
 */
export function unwrapShare({ wrapped, secret, customerId, purpose }: UnwrapRequest): Unwrapped {
  checkLength(secret, secretBytes, 'A secret');
  const bytes = fromBase64(wrapped);
  checkLength(bytes, nonceBytes + shareBytes + tagBytes, 'A wrapped share');
  const decryption = createDecipheriv(cipher, secret, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
  decryption.setAAD(additionalData(customerId, purpose));
  decryption.setAuthTag(bytes.subarray(-tagBytes));
  const plaintext = decryption.update(bytes.subarray(nonceBytes, -tagBytes));
  try {
    decryption.final();
    return { ok: true, share: Uint8Array.from(plaintext) };
  } catch {
    return { ok: false, code: 'wrong_secret' };
  } finally {
    plaintext.fill(0);
  }
}

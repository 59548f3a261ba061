/** What verifying a webhook and verifying a return have in common. */

/** A secret, or several while one takes the place of another. */
export type Secrets = string | readonly string[];

export interface VerifyOptions {
  /** The time, in milliseconds since 1970; the machine's without it. Both must not be more than 300 seconds apart. */
  now?: (() => number) | undefined;
}

/** It is not to be trusted. `message` says why, for the developer; tell the caller nothing of it. */
export interface Refused<Reason extends string> {
  ok: false;
  reason: Reason;
  message: string;
}

const toleranceSeconds = 300;
const algorithm = { name: 'HMAC', hash: 'SHA-256' };

/** Why a moment in Unix seconds is not near enough, if it is not. */
export function refuseTimestamp(timestamp: string, now = Date.now): Refused<'malformed_timestamp' | 'too_old' | 'from_future'> | undefined {
  if (!/^[0-9]{10,11}$/.test(timestamp)) return refuse('malformed_timestamp', 'The timestamp is not in Unix seconds.');
  const age = now() / 1000 - Number(timestamp);
  if (age > toleranceSeconds) return refuse('too_old', `It was signed ${Math.floor(age)} seconds ago, more than ${toleranceSeconds}: it may be a replay.`);
  if (age < -toleranceSeconds) return refuse('from_future', `It was signed ${Math.floor(-age)} seconds in the future. Look at this machine's clock.`);
  return undefined;
}

/**
 * Whether one of the signatures, HMAC-SHA256 in hexadecimal digits, is of this message and one of the secrets. Web Crypto
 * compares in constant time. Throws a TypeError when there is no secret, or an empty one: anybody could sign with that.
 */
export async function isSigned(message: Uint8Array<ArrayBuffer>, signatures: string[], secrets: Secrets): Promise<boolean> {
  const list = typeof secrets === 'string' ? [secrets] : secrets;
  if (list.length === 0 || !list.every((secret) => typeof secret === 'string' && secret !== '')) throw new TypeError('A webhook secret is missing or empty. Look at where it is read from.');
  for (const secret of list) {
    const key = await crypto.subtle.importKey('raw', encode(secret), algorithm, false, ['verify']);
    for (const signature of signatures) {
      if (await crypto.subtle.verify(algorithm, key, bytesOf(signature), message)) return true;
    }
  }
  return false;
}

export function isHmac(hex: string): boolean {
  return /^[0-9a-f]{64}$/.test(hex);
}

export function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

export function refuse<Reason extends string>(reason: Reason, message: string): Refused<Reason> {
  return { ok: false, reason, message };
}

function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
}

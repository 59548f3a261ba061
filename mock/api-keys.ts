import { createHash, timingSafeEqual } from 'node:crypto';

export type ApiKeyKind = 'full' | 'read-only';

/** Tells which kind of key a text is; `undefined` for an unknown one. */
export type IdentifyApiKey = (key: string) => ApiKeyKind | undefined;

/** Keeps the hashes of the keys, and compares without telling by the time how much of a guess was right. */
export function createApiKeys(keys: { full: string; readOnly: string }): IdentifyApiKey {
  const full = sha256(keys.full);
  const readOnly = sha256(keys.readOnly);
  return (key) => {
    const given = sha256(key);
    const isFull = timingSafeEqual(given, full);
    const isReadOnly = timingSafeEqual(given, readOnly);
    if (isFull) return 'full';
    return isReadOnly ? 'read-only' : undefined;
  };
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

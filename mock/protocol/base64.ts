/** Writes bytes as base64 (RFC 4648 §4, with padding). */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/**
 * Reads canonical base64. `atob` also takes white space, missing padding and stray bits, so that one value would have
 * many spellings: whatever does not read back the same throws `RangeError`.
 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const bytes = decode(text);
  if (bytes === undefined || toBase64(bytes) !== text) throw new RangeError('The text is not canonical base64');
  return bytes;
}

function decode(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

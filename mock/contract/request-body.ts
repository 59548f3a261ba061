import { ApiError } from '../api-error.ts';

/** Deeper than any body of a real contract, and far from what exhausts a stack. */
const maxDepth = 64;
/** A body over the limit is still read up to here, because many clients do not read an answer before they have sent all. */
const maxDrainedBytes = 64 * 1024 * 1024;

/** Reads a body up to a limit. What is over the limit is drained, then refused. */
export async function readBody(request: Request, maxBytes: number): Promise<Uint8Array> {
  try {
    return await readBytes(request, maxBytes);
  } catch (cause) {
    // The caller went away: nobody will read the answer, and nothing here is at fault.
    throw cause instanceof ApiError ? cause : new ApiError('malformed_json', { message: 'The body broke off.', cause });
  }
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  const declared = request.headers.get('content-length');
  // With a Content-Length the HTTP parser keeps the body to it, so the one call that is fast is also safe.
  if (declared !== null && Number(declared) <= maxBytes) return new Uint8Array(await request.arrayBuffer());
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = request.body?.getReader();
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length <= maxBytes) chunks.push(value);
    else chunks.length = 0;
    if (length > maxDrainedBytes) {
      await reader.cancel();
      break;
    }
  }
  if (length > maxBytes) {
    throw new ApiError('payload_too_large', { message: `The body is larger than ${maxBytes} bytes. Send less.` });
  }
  const body = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    body.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return body;
}

/** Parses JSON from bytes and refuses what `JSON.parse` lets through but no store or signature survives. */
export function parseJson(bytes: Uint8Array): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ApiError('malformed_json', { message: 'The body is not valid UTF-8. Send JSON in UTF-8.', cause });
  }
  if (isDeeperThan(bytes, maxDepth)) {
    throw invalidBody('too_deep', `Request body must not be nested deeper than ${maxDepth} levels`);
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace(/,? ?"[\s\S]*$/, '') : 'not JSON';
    throw new ApiError('malformed_json', { message: `The body is not valid JSON: ${reason}.`, cause });
  }
  // Only an escape can bring a lone surrogate or a NUL in; without one there is nothing to look for.
  if (text.includes('\\u') && hasUnstorableText(value)) {
    throw invalidBody('unstorable_text', 'Request body must not contain NUL characters or half surrogate pairs');
  }
  return value;
}

function invalidBody(code: string, message: string): ApiError {
  return new ApiError('validation_failed', { message, details: [{ path: 'body', code, message }] });
}

function isDeeperThan(bytes: Uint8Array, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (inString) {
      if (byte === 0x5c) index += 1;
      else if (byte === 0x22) inString = false;
    } else if (byte === 0x22) inString = true;
    else if (byte === 0x7b || byte === 0x5b) {
      depth += 1;
      if (depth > limit) return true;
    } else if (byte === 0x7d || byte === 0x5d) depth -= 1;
  }
  return false;
}

function hasUnstorableText(value: unknown): boolean {
  if (typeof value === 'string') return !value.isWellFormed() || value.includes('\0');
  if (Array.isArray(value)) return value.some(hasUnstorableText);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, member]) => hasUnstorableText(key) || hasUnstorableText(member));
}

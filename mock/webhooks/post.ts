const bodyCharacters = 1_000;
/** A character has four bytes at most. */
const bodyBytes = 4 * bodyCharacters;
const redirects = new Set([301, 302, 303, 307, 308]);

export interface Post {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** For the whole exchange, the answer's body included. */
  timeoutMs: number;
  /** Ends it early, without a result. */
  signal: AbortSignal;
}

/** What came of an attempt. It succeeded when there is no error. */
export interface Posted {
  /** Whether an answer came to its end, or as far as it is read. */
  answered: boolean;
  status?: number;
  /** The beginning of the answer's body. */
  body?: string;
  error?: 'timeout' | 'connection_failed' | 'status' | 'redirect';
  /** The header `Retry-After` of an answer that is an error. */
  retryAfter?: string;
}

/**
 * Sends one event and reads no more of the answer than is kept. Redirects are not followed: a receiver must not be able to
 * send the mock elsewhere. Each attempt has a connection of its own, so that none is left open between them.
 *
 * Throws when `signal` ends it.
 */
export async function post({ url, headers, body, timeoutMs, signal }: Post): Promise<Posted> {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, timeoutMs);
  signal.addEventListener('abort', abort);
  let status: number | undefined;
  try {
    signal.throwIfAborted();
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, Connection: 'close', 'Accept-Encoding': 'identity' },
      body,
      redirect: 'manual',
      signal: controller.signal,
    });
    // No status of HTTP is beyond (RFC 9110 §15): whoever answered does not speak it.
    if (response.status > 599) return { answered: false, error: 'connection_failed' };
    status = response.status;
    return { answered: true, status, body: await readBeginning(response), ...judge(response) };
  } catch (error) {
    if (signal.aborted) throw error;
    const reason = controller.signal.aborted ? 'timeout' : 'connection_failed';
    return { answered: false, ...(status === undefined ? {} : { status }), error: reason };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    // Lets go of the connection when the answer was not read to its end.
    abort();
  }
}

function judge({ status, headers }: Response): Pick<Posted, 'error' | 'retryAfter'> {
  if (status >= 200 && status < 300) return {};
  const retryAfter = headers.get('retry-after');
  const error = redirects.has(status) ? 'redirect' : 'status';
  return retryAfter === null ? { error } : { error, retryAfter };
}

async function readBeginning({ body }: Response): Promise<string> {
  if (body === null) return '';
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = body.getReader();
  while (length < bodyBytes) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.byteLength;
  }
  const text = new TextDecoder().decode(Buffer.concat(chunks).subarray(0, bodyBytes));
  // A zero character is text in JSON, but not in every database.
  return [...text].slice(0, bodyCharacters).join('').replaceAll('\0', '\uFFFD');
}

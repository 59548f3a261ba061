import { type ErrorDetail, PlanbokError } from './planbok-error.ts';

/** Where the client meets the world: each can be replaced. */
export interface Surroundings {
  fetch: (request: Request) => Promise<Response>;
  /** Milliseconds since 1970. */
  now: () => number;
  /** From 0 to 1, 1 excluded: spreads out the waits. */
  random: () => number;
  /** Rejects with the signal's reason as soon as it is aborted. */
  sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

export interface Sending extends Surroundings {
  signal: AbortSignal;
  maxRetries: number;
  /** By `now`: no wait goes beyond it. */
  deadline: number;
}

const firstBackoffMs = 500;
const longestBackoffMs = 8_000;

/**
 * Sends a request until it is answered with success. Answers with the body read to its end; throws a PlanbokError, or the
 * signal's reason.
 */
export async function send(request: Request, { fetch, now, random, sleep, signal, maxRetries, deadline }: Sending): Promise<Response> {
  for (let attempt = 0; ; attempt += 1) {
    // The body of a request can be sent once.
    const outcome = await sendOnce(request.clone(), fetch, now);
    if ('response' in outcome) return outcome.response;
    signal.throwIfAborted();
    const { error } = outcome;
    const backoff = Math.min(firstBackoffMs * 2 ** attempt, longestBackoffMs) * (0.5 + random() / 2);
    const wait = Math.max(backoff, (error.retryAfterSeconds ?? 0) * 1000);
    if (attempt >= maxRetries || !isTransient(error) || now() + wait >= deadline) throw error;
    await sleep(wait, signal);
  }
}

/** Whether the same request may succeed a little later. */
export function isTransient({ code, status }: PlanbokError): boolean {
  return code === 'connection_failed' || code === 'timeout' || code === 'idempotency_in_progress' || status === 429 || status >= 500;
}

/** Waits by the clock of the machine. */
export function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

async function sendOnce(request: Request, fetch: Surroundings['fetch'], now: () => number): Promise<{ response: Response } | { error: PlanbokError }> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(request);
    text = await response.text();
  } catch (cause) {
    const { origin } = new URL(request.url);
    return { error: new PlanbokError({ code: 'connection_failed', message: `The connection to ${origin} failed before an answer came.`, cause }) };
  }
  const body = parse(text);
  if (response.ok && body !== undefined) return { response: new Response(text, { status: response.status, headers: response.headers }) };
  return { error: errorOf(response, body, now()) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function errorOf({ status, headers }: Response, body: unknown, now: number): PlanbokError {
  const { code, message, requestId, errors, documentationUrl } = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const retryAfterSeconds = secondsOf(headers.get('retry-after'), now);
  const id = textOf(requestId) ?? headers.get('x-request-id') ?? undefined;
  if (typeof code !== 'string') {
    return new PlanbokError({
      code: 'invalid_answer',
      message: `The answer with status ${status} is not one of the API's. Look at baseUrl, and at what stands between you and it.`,
      status, requestId: id, retryAfterSeconds,
    });
  }
  return new PlanbokError({
    code,
    message: textOf(message) ?? code,
    status,
    requestId: id,
    details: (errors as { details?: ErrorDetail[] } | undefined)?.details,
    retryAfterSeconds,
    documentationUrl: textOf(documentationUrl),
  });
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Seconds, or a date (RFC 9110 §10.2.3). */
function secondsOf(retryAfter: string | null, now: number): number | undefined {
  if (retryAfter === null) return undefined;
  if (/^\d+$/.test(retryAfter)) return Number(retryAfter);
  const at = Date.parse(retryAfter);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}

import createFetchClient from 'openapi-fetch';
import type { components } from '../generated/types.ts';
import type { AnswerOf, CallOptions, InitArgument, ItemOf, ListPath, Method, PathOf } from './call-types.ts';
import { takesKey } from './keyed-paths.ts';
import { PlanbokError } from './planbok-error.ts';
import { isTransient, send, sleep as sleepReally, type Surroundings } from './send.ts';

export interface PlanbokClientOptions extends Partial<Surroundings> {
  /** Keep it on your backend: whoever holds it can ask for challenges in your name. */
  apiKey: string;
  /** Without `/v2`, such as `https://api.planbok.io`, or `http://localhost:4010` for the mock. */
  baseUrl: string;
  /** How long a call may take in milliseconds, retries and their waits included; 60,000 without it. */
  timeout?: number;
  /** How often a call is repeated at most; 4 without it. */
  maxRetries?: number;
  /** Makes idempotency keys. */
  randomUUID?: () => string;
}

export interface WaitOptions {
  /** Ends the waiting: it throws the signal's reason. */
  signal?: AbortSignal | undefined;
  /** How long to wait in milliseconds; 16 minutes without it, after which no challenge is pending. */
  timeout?: number | undefined;
}

type Challenge = components['schemas']['Challenge'];

/** A challenge that is decided. */
export type FinishedChallenge =
  | (Challenge & { status: 'verified' })
  | (Challenge & { status: 'failed'; failure: components['schemas']['ChallengeFailure'] });

type Call<M extends Method> = <Path extends PathOf<M>>(path: Path, ...init: InitArgument<Path, M>) => Promise<AnswerOf<Path, M>>;

/**
 * The API, call by call. Each gives the envelope that the API answers with, the payload in `data`, and throws a
 * {@link PlanbokError} when there is none.
 *
 * Lost connections, 429 and 5xx are repeated with growing waits, as long as `Retry-After` says at least: GET, PUT and
 * DELETE, and each POST that takes an idempotency key, which is the same in all attempts. A PATCH, or a POST without a key,
 * is sent once. A DELETE whose first answer was lost may fail with 404: what it should delete is gone.
 */
export interface PlanbokClient {
  /**
   * Reads.
   *
   * @example
   * ```ts
   * import { createPlanbokClient } from '@planbok/customer-custody';
   *
   * const planbok = createPlanbokClient({ apiKey: 'pk_sandbox_full', baseUrl: 'http://localhost:4010' });
   * const { data: wallets, pagination } = await planbok.GET('/v2/wallets', { params: { query: { blockchain: 'ETH-SEPOLIA' } } });
   * console.log(wallets[0]?.blockchain, pagination.total); // ETH-SEPOLIA 1
   * ```
   */
  GET: Call<'get'>;
  /**
   * Makes something, or asks the customer for something. An idempotency key is drawn for each call that takes one; give
   * your own as `body.idempotencyKey` to be able to repeat the call after a crash.
   *
   * @example
   * ```ts
   * import { createPlanbokClient } from '@planbok/customer-custody';
   *
   * const planbok = createPlanbokClient({ apiKey: 'pk_sandbox_full', baseUrl: 'http://localhost:4010' });
   * const { data: customer } = await planbok.POST('/v2/customers', { body: { name: 'Ada Lovelace', refId: 'user-1001' } });
   * const { data: challenge } = await planbok.POST('/v2/customers/{customerId}/initialize', {
   *   params: { path: { customerId: customer.id } },
   *   body: { redirectUrl: 'https://app.example.com/wallet' },
   * });
   * // Now send the browser to challenge.redirectUrl.
   * console.log(challenge.status); // pending
   * ```
   */
  POST: Call<'post'>;
  /**
   * Replaces.
   *
   * @example
   * ```ts
   * import { createPlanbokClient } from '@planbok/customer-custody';
   *
   * const planbok = createPlanbokClient({ apiKey: 'pk_sandbox_full', baseUrl: 'http://localhost:4010' });
   * const { data: [wallet] } = await planbok.GET('/v2/wallets');
   * const { data: renamed } = await planbok.PUT('/v2/wallets/{walletId}', {
   *   params: { path: { walletId: wallet?.id ?? '' } },
   *   body: { metadata: { name: 'Savings' } },
   * });
   * console.log(renamed.name); // Savings
   * ```
   */
  PUT: Call<'put'>;
  /**
   * Changes what is named and leaves the rest.
   *
   * @example
   * ```ts
   * import { createPlanbokClient } from '@planbok/customer-custody';
   *
   * const planbok = createPlanbokClient({ apiKey: 'pk_sandbox_full', baseUrl: 'http://localhost:4010' });
   * const { data: [customer] } = await planbok.GET('/v2/customers');
   * const { data: renamed } = await planbok.PATCH('/v2/customers/{customerId}', {
   *   params: { path: { customerId: customer?.id ?? '' } },
   *   body: { name: 'Ada King' },
   * });
   * console.log(renamed.name); // Ada King
   * ```
   */
  PATCH: Call<'patch'>;
  /**
   * Removes.
   *
   * @example
   * ```ts
   * import { createPlanbokClient } from '@planbok/customer-custody';
   *
   * const planbok = createPlanbokClient({ apiKey: 'pk_sandbox_full', baseUrl: 'http://localhost:4010' });
   * const { data: [token] } = await planbok.GET('/v2/tokens', { params: { query: { standard: 'erc20' } } });
   * const { data: removed } = await planbok.DELETE('/v2/tokens/{tokenId}', { params: { path: { tokenId: token?.id ?? '' } } });
   * console.log(removed.id === token?.id); // true
   * ```
   */
  DELETE: Call<'delete'>;
  /**
   * Reads a list item by item, asking for its pages as they are needed: 100 items each, unless `limit` says less.
   *
   * The newest come first, and what is made meanwhile moves the rest, so that an item may come twice: ask with
   * `order: 'asc'` where that matters.
   *
   * @example
   * ```ts
   * import { createPlanbokClient } from '@planbok/customer-custody';
   *
   * const planbok = createPlanbokClient({ apiKey: 'pk_sandbox_full', baseUrl: 'http://localhost:4010' });
   * const blockchains: string[] = [];
   * for await (const wallet of planbok.paginate('/v2/wallets', { params: { query: { order: 'asc' } } })) {
   *   blockchains.push(wallet.blockchain);
   * }
   * console.log(blockchains.join(' ')); // ETH-SEPOLIA BTC-TESTNET SOL-TESTNET NEAR-TESTNET
   * ```
   */
  paginate: <Path extends ListPath>(path: Path, ...init: InitArgument<Path, 'get'>) => AsyncGenerator<ItemOf<Path>, void, undefined>;
  /**
   * Asks for a challenge until the customer has decided, at first twice a second, then ever less often, every five seconds
   * at least. A failing connection or service does not end it.
   *
   * Throws a PlanbokError with `timeout` when it is still pending then, and with `challenge_not_found` when it cannot be
   * read: a challenge is gone 15 minutes after it was finished. Where users take their time, listen for the webhook
   * `challenge.completed` instead.
   *
   * @example
   * ```ts
   * import { createPlanbokClient } from '@planbok/customer-custody';
   *
   * const planbok = createPlanbokClient({ apiKey: 'pk_sandbox_full', baseUrl: 'http://localhost:4010' });
   * const { data: customer } = await planbok.POST('/v2/customers', { body: { name: 'Ada Lovelace' } });
   * const { data: asked } = await planbok.POST('/v2/customers/{customerId}/initialize', {
   *   params: { path: { customerId: customer.id } },
   *   body: { redirectUrl: 'https://app.example.com/wallet' },
   * });
   * // The user's part, played by the Sandbox.
   * await planbok.POST('/sandbox/challenges/{challengeId}/approve', {
   *   params: { path: { challengeId: asked.id } },
   *   body: { pin: '493817' },
   * });
   * const challenge = await planbok.waitForChallenge(customer.id, asked.id, { timeout: 10_000 });
   * console.log(challenge.status === 'failed' ? challenge.failure.message : challenge.status); // verified
   * ```
   */
  waitForChallenge: (customerId: string, challengeId: string, options?: WaitOptions) => Promise<FinishedChallenge>;
}

interface AnyInit extends CallOptions {
  params?: { header?: object; query?: object; path?: object };
  body?: unknown;
}

/** The contract without its details: the types of {@link PlanbokClient} know them. */
type AnyPaths = Record<string, Record<Method, { parameters: { header?: object; query?: object; path?: object }; requestBody?: { content: { 'application/json': unknown } }; responses: object }>>;

const lifetimeOfChallengeMs = 15 * 60_000;
const firstPollMs = 500;
const longestPollMs = 5_000;
const largestPage = 100;
const keyHeader = 'Idempotency-Key';

/**
 * Makes a client of the API, for Node 20, Deno, Bun, edge workers and other backends of the Web platform.
 *
 * Throws a TypeError, with the fix in its message, when the API key or the base URL cannot be right.
 *
 * @example
 * ```ts
 * import { createPlanbokClient } from '@planbok/customer-custody';
 *
 * const planbok = createPlanbokClient({ apiKey: 'pk_sandbox_full', baseUrl: 'http://localhost:4010', timeout: 20_000 });
 * const { healthy } = await planbok.GET('/health');
 * console.log(healthy); // true
 * ```
 */
export function createPlanbokClient(options: PlanbokClientOptions): PlanbokClient {
  const {
    apiKey, baseUrl, timeout: usualTimeout = 60_000, maxRetries: usualRetries = 4,
    // Looked up at each call: what replaces the global ones later is seen too.
    fetch = (request) => globalThis.fetch(request), now = Date.now, random = Math.random, sleep = sleepReally,
    randomUUID = () => crypto.randomUUID(),
  } = options;
  checkApiKey(apiKey);
  checkBaseUrl(baseUrl);
  const api = createFetchClient<AnyPaths>({
    baseUrl,
    headers: { 'PLANBOK-X-API-KEY': apiKey },
    // A redirect would be sent the API key, wherever it leads.
    redirect: 'manual',
  });

  async function call<Answer>(method: Method, path: string, init: AnyInit = {}): Promise<Answer> {
    const { body, signal: callersSignal, timeout = usualTimeout, maxRetries = usualRetries } = init;
    callersSignal?.throwIfAborted();
    const header: Record<string, unknown> = { ...init.params?.header };
    const takesAKey = method === 'post' && takesKey(path);
    if (takesAKey && header[keyHeader] === undefined && !hasKey(body)) header[keyHeader] = randomUUID();
    const timer = AbortSignal.timeout(timeout);
    const signal = callersSignal ? AbortSignal.any([callersSignal, timer]) : timer;
    const mayRepeat = takesAKey || method === 'get' || method === 'put' || method === 'delete';
    const sending = { fetch, now, random, sleep, signal, maxRetries: mayRepeat ? maxRetries : 0, deadline: now() + timeout };
    try {
      const { data } = await api.request(method, path, {
        params: { ...init.params, header },
        body,
        signal,
        fetch: (request) => send(request, sending),
      });
      return data as Answer;
    } catch (error) {
      if (error !== timer.reason) throw error;
      throw new PlanbokError({ code: 'timeout', message: `No answer came within ${timeout} ms. Give the call more time with the option timeout.`, cause: error });
    }
  }

  async function* paginate<Item>(path: string, init: AnyInit = {}): AsyncGenerator<Item, void, undefined> {
    const query: { page?: number } = { ...init.params?.query };
    for (let page = query.page ?? 1; ; page += 1) {
      const { data, pagination } = await call<{ data: Item[]; pagination: { pages: number } }>('get', path, {
        ...init,
        params: { ...init.params, query: { limit: largestPage, ...query, page } },
      });
      yield* data;
      if (page >= pagination.pages) return;
    }
  }

  async function waitForChallenge(customerId: string, challengeId: string, { signal, timeout = lifetimeOfChallengeMs + 60_000 }: WaitOptions = {}): Promise<FinishedChallenge> {
    const deadline = now() + timeout;
    let problem: PlanbokError | undefined;
    for (let pause = firstPollMs; ; pause = Math.min(pause * 1.5, longestPollMs)) {
      // The last look has a second of its own.
      const left = Math.max(Math.ceil(deadline - now()), 1_000);
      try {
        const { data } = await call<{ data: Challenge }>('get', '/v2/customers/{customerId}/challenges/{challengeId}', {
          params: { path: { customerId, challengeId } }, signal, timeout: Math.min(left, usualTimeout), maxRetries: 0,
        });
        if (data.status !== 'pending') return data as FinishedChallenge;
        problem = undefined;
      } catch (error) {
        if (!(error instanceof PlanbokError) || !isTransient(error)) throw explainMissing(error, challengeId);
        problem = error;
      }
      const wait = Math.max(pause * (0.8 + random() * 0.4), (problem?.retryAfterSeconds ?? 0) * 1000);
      const rest = deadline - now();
      if (rest <= 0) throw stillPending(challengeId, timeout, problem);
      await sleep(Math.min(wait, rest), signal);
      // Not sooner than the service asks for, even to look once more.
      if (wait > rest && problem?.retryAfterSeconds) throw stillPending(challengeId, timeout, problem);
    }
  }

  return {
    GET: (path, ...[init]) => call('get', path, init),
    POST: (path, ...[init]) => call('post', path, init),
    PUT: (path, ...[init]) => call('put', path, init),
    PATCH: (path, ...[init]) => call('patch', path, init),
    DELETE: (path, ...[init]) => call('delete', path, init),
    paginate: (path, ...[init]) => paginate(path, init),
    waitForChallenge,
  };
}

function hasKey(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'idempotencyKey' in body && body.idempotencyKey !== undefined;
}

function stillPending(challengeId: string, timeout: number, problem: PlanbokError | undefined): PlanbokError {
  const message = problem === undefined
    ? `Challenge ${challengeId} is still pending after ${timeout} ms: the customer has not decided.`
    : `Challenge ${challengeId} could not be read within ${timeout} ms: ${problem.message}`;
  return new PlanbokError({ code: 'timeout', message, requestId: problem?.requestId, cause: problem });
}

function explainMissing(error: unknown, challengeId: string): unknown {
  if (!(error instanceof PlanbokError) || error.code !== 'challenge_not_found') return error;
  const { code, status, requestId, details, documentationUrl } = error;
  const message =
    `There is no challenge ${challengeId} of this customer, or it was finished more than 15 minutes ago and is gone. ` +
    'What it did is in the webhook challenge.completed, and in the lists of wallets and transactions.';
  return new PlanbokError({ code, message, status, requestId, details, documentationUrl, cause: error });
}

function checkApiKey(apiKey: string): void {
  if (typeof apiKey !== 'string' || !/^[\x21-\x7e]+$/.test(apiKey)) throw new TypeError('The API key is empty, or has characters that no key has. Look at where apiKey is read from.');
}

function checkBaseUrl(baseUrl: string): void {
  let url: URL;
  try {
    url = new URL(baseUrl);
  } catch {
    throw new TypeError(`baseUrl is ${baseUrl}, which is no URL. Give one such as https://api.planbok.io.`);
  }
  if (!/^https?:$/.test(url.protocol) || url.search !== '' || url.hash !== '' || url.username !== '') {
    throw new TypeError(`baseUrl is ${url.protocol}//${url.host}${url.pathname} with more than the API has. Give https, a host and no query, such as https://api.planbok.io.`);
  }
  if (/\/v2\/?$/.test(url.pathname)) throw new TypeError('baseUrl ends with /v2, which the paths begin with. Leave it out.');
}


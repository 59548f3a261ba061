/**
 * What the client does, as cases that run wherever the client does: under Vitest on Node, and in a page. They use what
 * every Web platform has, and nothing else.
 */
import { createPlanbokClient, isPlanbokError, type PlanbokClientOptions, PlanbokError, verifyReturnUrl, verifyWebhook } from '../../client/index.ts';
import returnUrls from '../vectors/return-urls.json' with { type: 'json' };
import webhooks from '../vectors/webhooks.json' with { type: 'json' };
import { equal, fakeApi, failure, rejection, success } from './fake-api.ts';

/** The mocks that the cases run against. */
export interface World {
  /** One where all is well. */
  apiUrl: string;
  /** One with `--fail`. */
  badApiUrl: string;
  /** One with `--latency`, of three seconds at least. */
  slowApiUrl: string;
}

export interface Case {
  name: string;
  run: (world: World) => Promise<void>;
}

const key = 'pk_sandbox_full';
const redirectUrl = 'https://app.example.com/wallet';
const ids = { customerId: '6999f8aea74a2b1bd8855b89', challengeId: '6999f8b0b1c2d3e4f5a60711' };
const connect = (baseUrl: string, more: Partial<PlanbokClientOptions> = {}) => createPlanbokClient({ apiKey: key, baseUrl, ...more });
const read = (api: ReturnType<typeof fakeApi>) => api.client.GET('/v2/customers/{customerId}', { params: { path: ids } });
const make = (api: ReturnType<typeof fakeApi>) => api.client.POST('/v2/customers', { body: { name: 'Ada Lovelace' } });

async function onboard({ apiUrl }: World) {
  const planbok = connect(apiUrl);
  const { data: customer } = await planbok.POST('/v2/customers', { body: { name: 'Ada Lovelace' } });
  const params = { path: { customerId: customer.id } };
  const { data: asked } = await planbok.POST('/v2/customers/{customerId}/initialize', { params, body: { redirectUrl } });
  return { planbok, customer, params, asked };
}

const vectors: Case[] = [
  ...webhooks.vectors.map(({ name, secrets, headers, body, expected }) => ({
    name: `verifyWebhook: ${name}`,
    run: async () => {
      const now = () => webhooks.now * 1000;
      const given = Object.fromEntries(Object.entries(headers).map(([header, value]) => [header, String(value)]));
      for (const raw of [body, new TextEncoder().encode(body), new TextEncoder().encode(body).buffer]) {
        const verified = await verifyWebhook(raw, given, secrets, { now });
        equal(verified.ok ? { valid: true, event: verified.event.event, known: verified.known } : { valid: false, reason: verified.reason }, expected);
        equal(verified, await verifyWebhook(raw, new Headers(given), secrets, { now }));
      }
    },
  })),
  ...returnUrls.vectors.map(({ name, secrets, url, expected }) => ({
    name: `verifyReturnUrl: ${name}`,
    run: async () => {
      const verified = await verifyReturnUrl(url, secrets, { now: () => returnUrls.now * 1000 });
      const { ok, ...rest } = verified;
      if (!ok) return equal({ valid: false, reason: verified.reason }, expected);
      equal({ valid: true, ...rest, signedAt: undefined }, expected);
    },
  })),
  {
    name: 'verifying takes one secret as a text, and refuses to work with none or an empty one',
    run: async () => {
      const [good] = webhooks.vectors;
      const now = () => webhooks.now * 1000;
      if (good === undefined) throw new Error('There are no vectors.');
      equal((await verifyWebhook(good.body, good.headers, good.secrets[0] ?? '', { now })).ok, true);
      // What an environment variable that is not set gives.
      const unset = undefined as unknown as string;
      for (const secrets of ['', [], [...good.secrets, ''], [unset]]) {
        equal((await rejection(verifyWebhook(good.body, good.headers, secrets, { now }))) instanceof TypeError, true);
        equal((await rejection(verifyReturnUrl(returnUrls.vectors[0]?.url ?? '', secrets, { now }))) instanceof TypeError, true);
      }
    },
  },
  {
    name: 'verifying goes by the time of the machine when it is given none',
    run: async () => {
      const [good] = webhooks.vectors;
      if (good === undefined) throw new Error('There are no vectors.');
      const verified = await verifyWebhook(good.body, good.headers, good.secrets);
      equal(verified.ok ? '' : verified.reason, 'too_old');
    },
  },
];

const calls: Case[] = [
  {
    name: 'the flow: a customer, a PIN, wallets, a transfer',
    run: async (world) => {
      const { planbok, params, customer, asked } = await onboard(world);
      const approve = (challengeId: string) => planbok.POST('/sandbox/challenges/{challengeId}/approve', { params: { path: { challengeId } }, body: { pin: '493817' } });
      await approve(asked.id);
      equal((await planbok.waitForChallenge(customer.id, asked.id)).status, 'verified');
      const { data: wallets } = await planbok.POST('/v2/customers/{customerId}/wallet/create', { params, body: { blockchains: ['ETH-SEPOLIA', 'SOL-TESTNET'], redirectUrl } });
      await approve(wallets.id);
      const items = [];
      for await (const wallet of planbok.paginate('/v2/wallets', { params: { query: { customerIds: customer.id, order: 'asc', limit: 1 } } })) items.push(wallet);
      equal(items.map(({ blockchain }) => blockchain), ['ETH-SEPOLIA', 'SOL-TESTNET']);
      const body = { walletId: items[0]?.id ?? '', destinationAddress: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8', amounts: ['0.001'], redirectUrl };
      const { data: transfer } = await planbok.POST('/v2/customers/{customerId}/transactions/transfer', { params, body });
      await approve(transfer.id);
      const { result } = await planbok.waitForChallenge(customer.id, transfer.id);
      equal(result !== undefined && 'transactionHash' in result, true);
    },
  },
  {
    name: 'an error has what the API said: code, status, request id, faults, explanation',
    run: async ({ apiUrl }) => {
      const error = await rejection(connect(apiUrl).POST('/v2/customers', { params: { header: { 'X-Request-Id': 'req_of_mine' } }, body: { name: '' } }));
      if (!isPlanbokError(error, 'validation_failed')) throw error;
      const { code, status, requestId, retryAfterSeconds } = error;
      equal({ code, status, requestId, retryAfterSeconds }, { code: 'validation_failed', status: 400, requestId: 'req_of_mine', retryAfterSeconds: undefined });
      equal([...new Set(error.details.map(({ path }) => path))], ['body/name']);
      equal(error.documentationUrl?.endsWith('#validation_failed'), true);
      equal([error.name, error.message.length > 0, isPlanbokError(error), isPlanbokError(error, 'rate_limited'), isPlanbokError(new Error())], ['PlanbokError', true, true, false, false]);
    },
  },
  {
    name: 'a wrong key and a read-only key are refused, at once and without the key in the error',
    run: async ({ apiUrl }) => {
      const wrong = await rejection(connect(apiUrl, { apiKey: 'pk_of_nobody' }).GET('/v2/customers'));
      const reading = await rejection(connect(apiUrl, { apiKey: 'pk_sandbox_read' }).POST('/v2/customers', { body: { name: 'Ada' } }));
      equal([isPlanbokError(wrong, 'api_key_invalid'), isPlanbokError(reading, 'api_key_read_only')], [true, true]);
      equal(/pk_of_nobody|pk_sandbox_read/.test(JSON.stringify([wrong, reading, String(wrong), String(reading)])), false);
    },
  },
  {
    name: 'options that cannot be right are refused at once, with the way out',
    run: async ({ apiUrl }) => {
      const refusal = (options: Partial<PlanbokClientOptions>) => {
        try {
          connect(apiUrl, options);
          return 'none';
        } catch (error) {
          return error instanceof TypeError ? error.message : String(error);
        }
      };
      equal([/apiKey/.test(refusal({ apiKey: '' })), /apiKey/.test(refusal({ apiKey: 'key\n' })), /key/.test(refusal({ apiKey: 'key\n' }).replaceAll('API key', '').replaceAll('no key', ''))], [true, true, false]);
      equal(/apiKey/.test(refusal({ apiKey: undefined as unknown as string })), true);
      equal(/no URL/.test(refusal({ baseUrl: 'api.planbok.io' })), true);
      equal(/https/.test(refusal({ baseUrl: 'ftp://api.planbok.io' })), true);
      equal(/Leave it out/.test(refusal({ baseUrl: 'https://api.planbok.io/v2/' })), true);
      const secret = refusal({ baseUrl: 'https://user:hidden@api.planbok.io' });
      equal([/https/.test(secret), /hidden/.test(secret)], [true, false]);
    },
  },
  {
    name: 'a mock that loses a third of all requests makes nothing twice and misses nothing',
    run: async ({ badApiUrl }) => {
      const planbok = connect(badApiUrl, { maxRetries: 30, sleep: async () => undefined });
      const refIds: string[] = Array.from({ length: 12 }, () => crypto.randomUUID());
      for (const refId of refIds) await planbok.POST('/v2/customers', { body: { name: 'Ada Lovelace', refId } });
      const seen: string[] = [];
      for await (const { refId } of planbok.paginate('/v2/customers', { params: { query: { order: 'asc', limit: 5 } } })) seen.push(refId ?? '');
      equal(seen.filter((refId) => refIds.includes(refId)), refIds);
    },
  },
  {
    name: 'a call to a slow service ends in time, and when it is aborted',
    run: async ({ slowApiUrl }) => {
      const planbok = connect(slowApiUrl);
      const start = Date.now();
      equal(isPlanbokError(await rejection(planbok.GET('/v2/customers', { timeout: 100 })), 'timeout'), true);
      const reason = new Error('The user went away.');
      const controller = new AbortController();
      setTimeout(() => controller.abort(reason), 50);
      equal((await rejection(planbok.GET('/v2/customers', { signal: controller.signal }))) === reason, true);
      equal((await rejection(planbok.GET('/v2/customers', { signal: controller.signal }))) === reason, true);
      equal(Date.now() - start < 2_500, true);
    },
  },
  {
    name: 'each page of a list is asked for when it is needed, with its filters',
    run: async () => {
      const page = (data: number[]) => ({ status: 200, body: { data, pagination: { page: 1, limit: 2, total: 5, pages: 3 } } });
      const api = fakeApi([page([1, 2]), page([3, 4]), page([5])]);
      const seen: unknown[] = [];
      for await (const item of api.client.paginate('/v2/wallets', { params: { query: { blockchain: 'ETH', limit: 2 } } })) {
        seen.push(item);
        equal(api.requests.length, Math.ceil(seen.length / 2));
      }
      equal(seen, [1, 2, 3, 4, 5]);
      equal(api.requests.map(({ url }) => new URL(url).search), [1, 2, 3].map((number) => `?limit=2&blockchain=ETH&page=${number}`));
    },
  },
  {
    name: 'an empty list ends, and a list that is left early asks for no more',
    run: async () => {
      const empty = fakeApi([{ status: 200, body: { data: [], pagination: { page: 1, limit: 100, total: 0, pages: 0 } } }]);
      for await (const item of empty.client.paginate('/v2/tokens')) throw new Error(`There is ${String(item)}.`);
      equal(new URL(empty.requests[0]?.url ?? '').search, '?limit=100&page=1');
      const long = fakeApi([{ status: 200, body: { data: [1, 2], pagination: { page: 1, limit: 2, total: 9, pages: 5 } } }]);
      for await (const _ of long.client.paginate('/v2/tokens')) break;
      equal(long.requests.length, 1);
    },
  },
];

const lost = new TypeError('fetch failed');
const limited = failure(429, 'rate_limited');

const retries: Case[] = [
  ...[lost, limited, failure(500, 'internal_error'), { status: 503, body: '<html>' }, failure(409, 'idempotency_in_progress')].map((trouble) => ({
    name: `a GET and a POST with a key are repeated after ${trouble instanceof Error ? 'a lost connection' : `${trouble.status}`}`,
    run: async () => {
      for (const call of [read, make]) {
        const api = fakeApi([trouble, trouble, success]);
        await call(api);
        equal(api.requests.length, 3);
        equal(api.waits, [375, 750]);
      }
    },
  })),
  {
    name: 'a POST without a key and a PATCH are sent once, whatever happens',
    run: async () => {
      for (const trouble of [lost, limited, failure(500, 'internal_error')]) {
        const api = fakeApi([trouble, trouble]);
        await rejection(api.client.POST('/v2/wallets/validate-address', { body: { address: 'x', blockchain: 'ETH' } }));
        await rejection(api.client.PATCH('/v2/customers/{customerId}', { params: { path: ids }, body: { name: 'Ada' } }));
        equal([api.requests.length, api.waits], [2, []]);
        equal(api.requests.map(({ headers }) => headers.has('Idempotency-Key')), [false, false]);
      }
    },
  },
  {
    name: 'a PUT and a DELETE are repeated',
    run: async () => {
      const put = fakeApi([lost, success]);
      await put.client.PUT('/v2/wallets/{walletId}', { params: { path: { walletId: 'x' } }, body: { metadata: { name: 'Savings' } } });
      const removal = fakeApi([lost, success]);
      await removal.client.DELETE('/v2/tokens/{tokenId}', { params: { path: { tokenId: 'x' } } });
      equal([put.requests.length, removal.requests.length], [2, 2]);
      equal(put.bodies, ['{"metadata":{"name":"Savings"}}', '{"metadata":{"name":"Savings"}}']);
    },
  },
  {
    name: 'an error of the caller is thrown at once',
    run: async () => {
      for (const [status, code] of [[400, 'validation_failed'], [404, 'customer_not_found'], [409, 'idempotency_conflict'], [423, 'customer_locked']] as const) {
        const api = fakeApi([failure(status, code, { 'Retry-After': '1800' })]);
        const error = await rejection(make(api));
        equal(isPlanbokError(error, code) && [error.status, error.retryAfterSeconds, api.requests.length], [status, 1800, 1]);
      }
    },
  },
  {
    name: 'the key is one for all attempts of a call, another for each call, and the body stays the same',
    run: async () => {
      const api = fakeApi([lost, limited, success, success]);
      await make(api);
      await make(api);
      equal(api.requests.map(({ headers }) => headers.get('Idempotency-Key')), ['uuid-1', 'uuid-1', 'uuid-1', 'uuid-2']);
      equal(new Set(api.bodies).size, 1);
      equal(api.requests[0]?.headers.get('PLANBOK-X-API-KEY'), 'key');
    },
  },
  {
    name: 'a key of the caller, in the header or in the body, is the only one, and the call is repeated with it',
    run: async () => {
      const api = fakeApi([lost, success, lost, success]);
      await api.client.POST('/v2/customers', { params: { header: { 'Idempotency-Key': 'mine' } }, body: { name: 'Ada' } });
      await api.client.POST('/v2/customers', { body: { name: 'Ada', idempotencyKey: 'mine' } });
      equal(api.requests.map(({ headers }) => headers.get('Idempotency-Key')), ['mine', 'mine', null, null]);
    },
  },
  {
    name: 'Retry-After is waited for, in seconds and as a date, where it is longer',
    run: async () => {
      const date = new Date(fakeApi([]).start + 20_000).toUTCString();
      const api = fakeApi([failure(429, 'rate_limited', { 'Retry-After': '7' }), failure(503, 'internal_error', { 'Retry-After': date }), failure(429, 'rate_limited', { 'Retry-After': '0' }), success]);
      await read(api);
      equal(api.waits, [7000, 13_000, 1500]);
    },
  },
  {
    name: 'the waits grow to a limit, and the last error is thrown after the last attempt',
    run: async () => {
      const api = fakeApi(Array.from({ length: 8 }, () => failure(500, 'internal_error')), { maxRetries: 7 });
      const error = await rejection(read(api));
      equal(isPlanbokError(error, 'internal_error'), true);
      equal(api.waits, [375, 750, 1500, 3000, 6000, 6000, 6000]);
      const never = fakeApi([lost]);
      equal(isPlanbokError(await rejection(never.client.GET('/health', { maxRetries: 0 })), 'connection_failed'), true);
    },
  },
  {
    name: 'a wait that would outlast the call is not begun',
    run: async () => {
      const api = fakeApi([failure(429, 'rate_limited', { 'Retry-After': '61' })]);
      const error = await rejection(read(api));
      equal(isPlanbokError(error, 'rate_limited') && [error.retryAfterSeconds, api.waits], [61, []]);
    },
  },
  {
    name: 'a lost connection says to where, and keeps its cause',
    run: async () => {
      const error = await rejection(fakeApi([lost], { maxRetries: 0 }).client.GET('/health'));
      if (!isPlanbokError(error, 'connection_failed')) throw error;
      equal([error.status, error.cause === lost, error.message.includes('https://api.example.com')], [0, true, true]);
    },
  },
  {
    name: 'what is not an answer of the API is told apart from one, and a redirect is not followed',
    run: async () => {
      for (const [status, body] of [[200, '<html>'], [302, ''], [404, '<html>'], [403, '"no"']] as const) {
        const api = fakeApi([{ status, body, headers: { 'X-Request-Id': 'req_1', Location: 'https://elsewhere.example' } }]);
        const error = await rejection(read(api));
        equal(isPlanbokError(error, 'invalid_answer') && [error.status, error.requestId, api.requests[0]?.redirect], [status, 'req_1', 'manual']);
      }
    },
  },
  {
    name: 'a wait between attempts, or for a challenge, ends when the call is aborted',
    run: async () => {
      const busy = async () => Response.json({ code: 'rate_limited' }, { status: 429, headers: { 'Retry-After': '30' } });
      const planbok = connect('https://api.example.com', { fetch: busy });
      const reason = new Error('The user went away.');
      const calls = [
        (signal: AbortSignal) => planbok.GET('/health', { signal }),
        (signal: AbortSignal) => planbok.waitForChallenge(ids.customerId, ids.challengeId, { signal }),
      ];
      for (const call of calls) {
        const [controller, start] = [new AbortController(), Date.now()];
        setTimeout(() => controller.abort(reason), 50);
        equal((await rejection(call(controller.signal))) === reason, true);
        equal(Date.now() - start < 2_500, true);
      }
    },
  },
  {
    name: 'a call that is aborted before it begins is not sent',
    run: async () => {
      const api = fakeApi([success]);
      const reason = new Error('The user went away.');
      equal((await rejection(api.client.GET('/health', { signal: AbortSignal.abort(reason) }))) === reason, true);
      equal(api.requests.length, 0);
    },
  },
];

const challenge = (status: string) => ({ status: 200, body: { data: { ...ids, id: ids.challengeId, status } } });
const wait = (api: ReturnType<typeof fakeApi>, timeout?: number) => api.client.waitForChallenge(ids.customerId, ids.challengeId, { timeout });

const waiting: Case[] = [
  {
    name: 'waiting asks ever less often until the challenge is decided',
    run: async () => {
      for (const status of ['verified', 'failed']) {
        const api = fakeApi([...Array.from({ length: 8 }, () => challenge('pending')), challenge(status)]);
        equal((await wait(api)).status, status);
        equal(api.waits, [500, 750, 1125, 1687.5, 2531.25, 3796.875, 5000, 5000]);
        equal(new URL(api.requests[0]?.url ?? '').pathname, `/v2/customers/${ids.customerId}/challenges/${ids.challengeId}`);
      }
    },
  },
  {
    name: 'waiting goes on through lost connections, 5xx and 429, as late as they ask for',
    run: async () => {
      const api = fakeApi([lost, failure(500, 'internal_error'), failure(429, 'rate_limited', { 'Retry-After': '9' }), challenge('verified')]);
      equal((await wait(api)).status, 'verified');
      equal(api.waits, [500, 750, 9000]);
    },
  },
  {
    name: 'waiting ends when its time is over, after a last look',
    run: async () => {
      const api = fakeApi([challenge('pending'), challenge('pending'), challenge('pending')]);
      const error = await rejection(wait(api, 1000));
      equal(isPlanbokError(error, 'timeout') && error.message.includes('still pending'), true);
      equal(api.waits, [500, 500]);
      const inTime = fakeApi([challenge('pending'), challenge('pending'), challenge('verified')]);
      equal((await wait(inTime, 1000)).status, 'verified');
    },
  },
  {
    name: 'waiting with no time left looks once, even at a service that takes its time',
    run: async () => {
      let looks = 0;
      const answer = ({ signal }: Request) =>
        new Promise<Response>((resolve, reject) => {
          looks += 1;
          signal.addEventListener('abort', () => reject(signal.reason));
          setTimeout(() => resolve(Response.json(challenge('pending').body)), 100);
        });
      const error = await rejection(connect('https://api.example.com', { fetch: answer }).waitForChallenge(ids.customerId, ids.challengeId, { timeout: 0 }));
      equal(isPlanbokError(error, 'timeout') && [error.message.includes('still pending'), looks], [true, 1]);
    },
  },
  {
    name: 'waiting that could not even read says why',
    run: async () => {
      const api = fakeApi([lost, failure(429, 'rate_limited', { 'Retry-After': '60' })]);
      const error = await rejection(wait(api, 2000));
      equal(isPlanbokError(error, 'timeout') && error.cause instanceof PlanbokError && error.cause.code, 'rate_limited');
      equal(api.requests.length, 2);
    },
  },
  {
    name: 'waiting for a challenge that is gone says so',
    run: async () => {
      const error = await rejection(wait(fakeApi([challenge('pending'), failure(404, 'challenge_not_found')])));
      equal(isPlanbokError(error, 'challenge_not_found') && /15 minutes/.test(error.message) && error.status, 404);
    },
  },
  {
    name: 'waiting for a challenge of the mock ends when the user has decided, and at once when it is aborted',
    run: async (world) => {
      const { planbok, customer, asked } = await onboard(world);
      const controller = new AbortController();
      const reason = new Error('The user went away.');
      const aborted = rejection(planbok.waitForChallenge(customer.id, asked.id, { signal: controller.signal }));
      setTimeout(() => controller.abort(reason), 50);
      equal((await aborted) === reason, true);
      const waiting = planbok.waitForChallenge(customer.id, asked.id, { timeout: 20_000 });
      await planbok.POST('/sandbox/challenges/{challengeId}/reject', { params: { path: { challengeId: asked.id } } });
      const finished = await waiting;
      equal(finished.status === 'failed' && finished.failure.code, 'rejected');
      const gone = await rejection(planbok.waitForChallenge(customer.id, ids.challengeId));
      equal(isPlanbokError(gone, 'challenge_not_found'), true);
    },
  },
];

export const cases: Case[] = [...vectors, ...calls, ...retries, ...waiting];

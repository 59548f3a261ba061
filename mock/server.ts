import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ApiError } from './api-error.ts';
import { createApiKeys, type IdentifyApiKey } from './api-keys.ts';
import { type Background, createBackground } from './background.ts';
import { createClock } from './clock.ts';
import { createCors } from './cors.ts';
import { failOnPurpose, type Fate } from './bad-network.ts';
import type { Branding, Context } from './context.ts';
import { type AnyCall, type Contract, type ContractLog, createContract, type Handlers } from './contract.ts';
import { type GatewayPage, loadGatewayPage } from './gateway-page.ts';
import { challengeRequestHandlers } from './handlers/challenge-requests.ts';
import { challengeHandlers } from './handlers/challenges.ts';
import { contractViewHandlers } from './handlers/contract-views.ts';
import { customerHandlers } from './handlers/customers.ts';
import { feeEstimateHandlers } from './handlers/fee-estimates.ts';
import { gatewayHandlers } from './handlers/gateway.ts';
import { sandboxHandlers } from './handlers/sandbox.ts';
import { sandboxLedgerHandlers } from './handlers/sandbox-ledger.ts';
import { sandboxWebhookHandlers } from './handlers/sandbox-webhooks.ts';
import { serviceHandlers } from './handlers/service.ts';
import { signingRequestHandlers } from './handlers/signing-requests.ts';
import { seedNativeTokens, tokenHandlers } from './handlers/tokens.ts';
import { transactionRequestHandlers } from './handlers/transaction-requests.ts';
import { transactionHandlers } from './handlers/transactions.ts';
import { walletHandlers } from './handlers/wallets.ts';
import { webhookEndpointHandlers } from './handlers/webhook-endpoints.ts';
import { createIdempotency } from './idempotency.ts';
import type { Random } from './nodes/random.ts';
import { createNodeOneKey, generatePrivateKeyPem, type NodeOneKey } from './nodes/sealed-secret.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import { createRequestLog, failureText } from './request-log.ts';
import { createReturnUrlPolicy } from './return-url.ts';
import { createSeed, readSeededNodeOneKey, seededStart } from './seed.ts';
import { settle } from './settle.ts';
import { createSources } from './sources.ts';
import { openStore, type Store } from './store/database.ts';
import { readOrWriteSetting, readSetting } from './store/settings.ts';
import { createDeliveries } from './webhooks/deliveries.ts';
import { checkWebhookUrls, openStartEndpoints } from './webhooks/start-endpoints.ts';

export interface MockOptions {
  /** The data file; in memory without one. */
  data?: string;
  /** The key that may do everything, and the one that may only read. */
  apiKey?: string;
  readKey?: string;
  webhookSecret?: string;
  /** The origins that return URLs may have; any that is safe without one. */
  returnOrigins?: string[];
  /** Origins whose pages may call the API from a browser, beside those of this machine. */
  corsOrigins?: string[];
  branding?: Partial<Branding>;
  /** Whether new wallets get a little of their chain's native token; yes without it. */
  faucet?: boolean;
  /** URLs that every event is delivered to, signed with the webhook secret. */
  webhookUrls?: string[];
  /** For tests: how long a receiver may take, in milliseconds of real time; 10 seconds without it. */
  webhookTimeoutMs?: number;
  /** Makes the run repeatable: the same calls get the same ids, keys, times and addresses. Not with `data`. */
  seed?: number;
  /** Whether the vendor's rate limits hold. */
  rateLimit?: boolean;
  /** Takes one line for each request, and for what happens without one. */
  log?: (line: string) => void;
  /** Writes each line of the log as a JSON object. */
  json?: boolean;
  /** Takes what went wrong on the mock's side; standard error without one. */
  logFailure?: (failure: ContractLog) => void;
  /** For tests: real time, randomness, and answers checked as they go over the wire. */
  now?: () => number;
  random?: Random;
  validateWire?: boolean;
  /** `later` starts at once: `warmUp` then compiles the contract bit by bit, or the first request that needs a part. */
  compile?: 'now' | 'later';
}

/** Answers a request. `client` is the address it came from; `fate` is what is to become of it. */
type Serve = (request: Request, client?: string, fate?: Fate) => Promise<Response>;

/** The two applications, which can be called without a port. */
export interface Mock {
  api: Serve;
  gateway: Serve;
  /** Logs a request that was cut off before it got here. */
  logCut: (request: { method: string; url: string }) => void;
  /** Random bytes for what becomes of requests. */
  networkRandom: Random;
  /** The answer to what is not even an HTTP request. */
  refuseRequest: () => Response;
  context: Context;
  operations: Contract['operations'];
  keys: { apiKey: string; readKey: string };
  /** Does what a start leaves for later. Rejects when the contract cannot be checked: then do not go on. */
  warmUp: () => Promise<void>;
  /** Tells the mock under which address its Gateway is reached. */
  setGatewayOrigin: (origin: string) => void;
  /** From now on does by itself what falls due: expiry, blocks, deliveries. */
  startBackground: () => void;
  /** For tests: does everything that is due, once, and waits for it. */
  tick: () => Promise<void>;
  close: () => Promise<void>;
}

// Read once: contracts of the same document share what is compiled from it.
let document: Promise<object> | undefined;

async function readDocument(): Promise<object> {
  return JSON.parse(await readFile(new URL('../generated/openapi.json', import.meta.url), 'utf8'));
}

/** Puts the mock together: the store, the nodes, the handlers, and the contract in front of them. */
export async function createMock(options: MockOptions = {}): Promise<Mock> {
  const { apiKey = 'pk_sandbox_full', readKey = 'pk_sandbox_read', log } = options;
  if (options.seed !== undefined && options.data !== undefined) {
    throw new Error('--seed repeats a run from its beginning, --data goes on where the last one ended. Give one of them.');
  }
  const seed = options.seed === undefined ? undefined : createSeed(options.seed);
  const logFailure = options.logFailure ?? ((failure) => console.error(failureText(failure, false)));
  const returnUrls = createReturnUrlPolicy(options.returnOrigins ?? []);
  const webhookUrls = checkWebhookUrls(options.webhookUrls ?? []);
  const cors = createCors(options.corsOrigins ?? []);
  const db = await openStore(options.data);
  const realNow = options.now ?? Date.now;
  const now = options.now === undefined && seed !== undefined ? () => seededStart : realNow;
  const clock = createClock(now, Number((await readSetting(db, 'clockOffset')) ?? 0), realNow);
  const sources = createSources(clock, seed, options.random);
  await seedNativeTokens(db);
  let gatewayOrigin = 'http://localhost:4020';
  let gatewayPage: GatewayPage | undefined;
  let background: Background | undefined;
  const context: Context = {
    db,
    clock,
    newId: sources.newId,
    random: sources.random,
    browserRandom: sources.browserRandom,
    beginAgain: () => {
      sources.beginAgain();
      deliveries.breakOff();
    },
    nodeOneKey: lazyNodeOneKey(seed === undefined ? () => loadNodeOneKey(db) : readSeededNodeOneKey),
    recoveryCodeKey: Buffer.from(await readOrWriteSetting(db, 'recoveryCodeKey', randomBytes(32).toString('hex')), 'hex'),
    gatewayOrigin: () => gatewayOrigin,
    gatewayPage: () => (gatewayPage ??= loadGatewayPage()),
    returnUrls,
    webhookSecret: options.webhookSecret ?? 'whsec_sandbox',
    webhookUrls,
    branding: { name: 'Planbok', color: '#2f5bea', ...options.branding },
    faucet: options.faucet ?? true,
    happened: () => {},
    wake: () => background?.wake(),
  };
  await openStartEndpoints(context, db);
  const report = (error: unknown) => {
    const message = 'What the mock does by itself failed.';
    logFailure({ level: 'error', message, requestId: 'background', error });
  };
  const { webhookTimeoutMs: timeoutMs } = options;
  const deliveries = createDeliveries(context, { report, ...(timeoutMs === undefined ? {} : { timeoutMs }) });
  background = createBackground({ settle: () => settle(context), deliveries, report });
  const { start: startBackground, tick, stop: stopBackground } = background;
  // What a request has done is done: that its line cannot be written changes nothing of its answer.
  const write = (line: string) => {
    try {
      log?.(line);
    } catch (error) {
      logFailure({ level: 'error', message: 'A line of the log could not be written.', requestId: 'log', error });
    }
  };
  const secrets = [apiKey, readKey, context.webhookSecret];
  const requestLog =
    log === undefined ? undefined : createRequestLog({ write, json: options.json ?? false, now: clock.now, secrets });
  if (requestLog !== undefined) context.happened = requestLog.happened;
  const tags = new Map<string, readonly string[]>();
  const rateLimit = options.rateLimit ? await createRateLimit((id) => tags.get(id) ?? []) : undefined;
  const clients = new WeakMap<Request, string>();
  const fates = new WeakMap<Request, Fate>();
  const identify = createApiKeys({ full: apiKey, readOnly: readKey });
  const shared = {
    document: await (document ??= readDocument()),
    handlers: createHandlers(context),
    ids: sources.newRequestId,
    authenticate: (call: AnyCall) => {
      const fate = fates.get(call.request);
      if (fate === 'internal_error' || fate === 'rate_limited') {
        requestLog?.injected(fate);
        failOnPurpose(fate);
      }
      return authenticate(call, identify, rateLimit, clients.get(call.request) ?? 'local');
    },
    log: logFailure,
    ...(requestLog === undefined ? {} : { observe: requestLog.answered }),
    validateWire: options.validateWire ?? false,
    compile: options.compile ?? 'now',
  };
  const isGateway = (path: string) => path.startsWith('/gateway/');
  const api = await createContract({ ...shared, cors, select: ({ path }) => !isGateway(path) });
  // Pages of other origins get nothing from the Gateway: what is shown and entered there is the user's.
  const gateway = await createContract({ ...shared, select: ({ path }) => isGateway(path) });
  const operations = [...api.operations, ...gateway.operations];
  for (const operation of operations) tags.set(operation.operationId, operation.tags);

  const serve = (contract: Contract): Serve => async (request, client, fate = 'sound') => {
    if (rateLimit !== undefined && client !== undefined) clients.set(request, client);
    if (fate !== 'sound') fates.set(request, fate);
    if (requestLog === undefined) return contract.fetch(request);
    return requestLog.during(() => {
      if (fate === 'lost') requestLog.injected(fate);
      return contract.fetch(request);
    });
  };
  return {
    api: serve(api),
    gateway: serve(gateway),
    logCut: (request) => requestLog?.cut(request),
    networkRandom: sources.networkRandom,
    refuseRequest: api.refuseRequest,
    context,
    operations,
    keys: { apiKey, readKey },
    warmUp: async () => {
      await api.compileAll();
      await gateway.compileAll();
      await context.nodeOneKey.publicKeyPem();
    },
    setGatewayOrigin: (origin) => {
      gatewayOrigin = origin;
    },
    startBackground,
    tick,
    close: async () => {
      await stopBackground();
      await db.destroy();
    },
  };
}

function createHandlers(context: Context): Handlers {
  const idempotent = createIdempotency(context);
  return {
    ...serviceHandlers(),
    ...customerHandlers(context, idempotent),
    ...challengeRequestHandlers(context, idempotent),
    ...challengeHandlers(context),
    ...walletHandlers(context),
    ...tokenHandlers(context, idempotent),
    ...transactionRequestHandlers(context, idempotent),
    ...transactionHandlers(context),
    ...feeEstimateHandlers(context),
    ...contractViewHandlers(context),
    ...signingRequestHandlers(context, idempotent),
    ...gatewayHandlers(context),
    ...webhookEndpointHandlers(context, idempotent),
    ...sandboxHandlers(context),
    ...sandboxLedgerHandlers(context),
    ...sandboxWebhookHandlers(context),
  };
}

async function authenticate(
  call: AnyCall,
  identify: IdentifyApiKey,
  rateLimit: RateLimit | undefined,
  client: string,
): Promise<void> {
  const { security, apiKey, bearer, method } = call;
  if (security.includes('apiKey')) {
    if (apiKey === undefined) throw new ApiError('api_key_missing');
    const kind = identify(apiKey);
    if (kind === undefined) throw new ApiError('api_key_invalid');
    if (kind === 'read-only' && method !== 'GET') throw new ApiError('api_key_read_only');
  }
  if (security.includes('gatewayToken') && bearer === undefined) throw new ApiError('gateway_token_invalid');
  await rateLimit?.(call, client);
}

/** It stays in the store, and sealed secrets stay good. */
async function loadNodeOneKey(db: Store): Promise<string> {
  return (
    (await readSetting(db, 'nodeOnePrivateKey')) ??
    readOrWriteSetting(db, 'nodeOnePrivateKey', await generatePrivateKeyPem())
  );
}

/** Making an RSA key takes some 100 ms: not before it is needed. */
function lazyNodeOneKey(load: () => Promise<string>): NodeOneKey {
  let key: NodeOneKey | undefined;
  const made = () => (key ??= createNodeOneKey(load));
  return {
    publicKeyPem: () => made().publicKeyPem(),
    open: (sealedSecret, expected) => made().open(sealedSecret, expected),
  };
}

import type {
  ApproveRequest,
  CheckedRecovery,
  CheckRecoveryRequest,
  ErrorResponse,
  GatewayChallenge,
  GatewayOutcome,
  StartedRecovery,
  StartRecoveryRequest,
} from './contract.ts';

/**
 * Why a call failed. `code` is the contract's error code, or one of the page's own: `network` (no answer), `timeout`
 * (no answer in time) and `unreadable` (an answer that is not the contract's, such as a proxy's error page).
 */
export interface Failure {
  code: string;
  message: string;
  requestId?: string;
  retryAfterSeconds?: number;
}

export class GatewayCallError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'GatewayCallError';
    this.failure = failure;
  }
}

export interface GatewayApi {
  read(): Promise<GatewayChallenge>;
  startRecovery(body: StartRecoveryRequest): Promise<StartedRecovery>;
  checkRecovery(body: CheckRecoveryRequest): Promise<CheckedRecovery>;
  approve(body: ApproveRequest): Promise<GatewayOutcome>;
  reject(): Promise<GatewayOutcome>;
}

export interface GatewayApiOptions {
  /** The path of the page, `/gateway/{challengeId}`: the API lives below it, on the same origin. */
  path: string;
  token: string;
  fetch?: typeof fetch;
  timeoutMs?: number;
  /** Waits between the tries of a read; nothing else is ever repeated by itself. */
  retryDelaysMs?: readonly number[];
}

/** The calls of the page to its own origin, as the challenge's token allows them. */
export function createGatewayApi({
  path,
  token,
  fetch: send = globalThis.fetch.bind(globalThis),
  timeoutMs = 30_000,
  retryDelaysMs = [400, 1200],
}: GatewayApiOptions): GatewayApi {
  async function call<Data>(method: 'GET' | 'POST', operation: string, body?: unknown): Promise<Data> {
    const init: RequestInit = {
      method,
      headers: {
        Accept: 'application/json',
        Authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(timeoutMs),
    };
    if (body !== undefined) init.body = JSON.stringify(body);
    try {
      const response = await send(`${path}/${operation}`, init);
      return await readAnswer<Data>(response);
    } catch (error) {
      throw asCallError(error);
    }
  }

  async function readWithRetry(): Promise<GatewayChallenge> {
    for (const delay of retryDelaysMs) {
      try {
        return await call<GatewayChallenge>('GET', 'challenge');
      } catch (error) {
        if (!(error instanceof GatewayCallError) || error.failure.code !== 'network') throw error;
        await new Promise((resolve) => setTimeout(resolve, delay));
      }
    }
    return call<GatewayChallenge>('GET', 'challenge');
  }

  return {
    read: readWithRetry,
    startRecovery: (body) => call('POST', 'recovery/start', body),
    checkRecovery: (body) => call('POST', 'recovery/check', body),
    approve: (body) => call('POST', 'approve', body),
    reject: () => call('POST', 'reject'),
  };
}

async function readAnswer<Data>(response: Response): Promise<Data> {
  const requestId = response.headers.get('X-Request-Id') ?? undefined;
  const body: unknown = await response.json().catch((error: unknown) => {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  });
  if (response.ok && isObject(body) && 'data' in body) return body['data'] as Data;
  const unreadable: Failure = {
    code: 'unreadable',
    message: `The server answered with status ${response.status}.`,
    ...(requestId === undefined ? {} : { requestId }),
  };
  if (!isErrorResponse(body)) throw new GatewayCallError(unreadable);
  const failure: Failure = { code: body.code, message: body.message, requestId: body.requestId };
  const retryAfter = Number(response.headers.get('Retry-After') ?? Number.NaN);
  if (Number.isFinite(retryAfter)) failure.retryAfterSeconds = retryAfter;
  throw new GatewayCallError(failure);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isErrorResponse(value: unknown): value is ErrorResponse {
  return isObject(value) && typeof value['code'] === 'string' && typeof value['message'] === 'string';
}

function asCallError(error: unknown): GatewayCallError {
  if (error instanceof GatewayCallError) return error;
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    return new GatewayCallError({ code: 'timeout', message: 'The server did not answer in time.' });
  }
  return new GatewayCallError({ code: 'network', message: 'The server could not be reached.' });
}

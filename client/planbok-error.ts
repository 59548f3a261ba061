import type { components, openEnums } from '../generated/types.ts';

/** What the client found by itself: no answer, none in time, or one that is not the API's. */
export type ClientErrorCode = 'connection_failed' | 'timeout' | 'invalid_answer';

/** Every code that the contract had when this client was made, and the client's own. */
export type KnownErrorCode = openEnums['ErrorCode'] | ClientErrorCode;

/** The API may send codes that came later: treat one that you do not know by its status. */
export type ErrorCode = KnownErrorCode | (string & {});

/** One fault of a request: where it is, which rule it breaks, and how. */
export type ErrorDetail = components['schemas']['ErrorDetail'];

export interface PlanbokErrorOptions {
  code: ErrorCode;
  message: string;
  status?: number;
  requestId?: string | undefined;
  details?: readonly ErrorDetail[] | undefined;
  retryAfterSeconds?: number | undefined;
  documentationUrl?: string | undefined;
  cause?: unknown;
}

/**
 * A call did not succeed. Decide by `code`; `message` is for the developer.
 *
 * @example
 * ```ts
 * import { createPlanbokClient, PlanbokError } from '@planbok/customer-custody';
 *
 * const planbok = createPlanbokClient({ apiKey: 'pk_sandbox_full', baseUrl: 'http://localhost:4010' });
 * try {
 *   await planbok.POST('/v2/customers', { body: { name: '' } });
 * } catch (error) {
 *   if (!(error instanceof PlanbokError)) throw error;
 *   console.log(error.status, error.code); // 400 validation_failed
 *   console.log(error.details[0]?.path); // body/name
 * }
 * ```
 */
export class PlanbokError extends Error {
  override readonly name = 'PlanbokError';
  readonly code: ErrorCode;
  /** The HTTP status; 0 when no answer came. */
  readonly status: number;
  /** Names the request in the service's logs. Absent when no answer came. */
  readonly requestId: string | undefined;
  /** The faults of the request, one by one; empty when the fault is not in the request. */
  readonly details: readonly ErrorDetail[];
  /** How many seconds to wait before the next attempt, where the API says so. */
  readonly retryAfterSeconds: number | undefined;
  /** Where this error is explained. */
  readonly documentationUrl: string | undefined;

  constructor({ code, message, status = 0, requestId, details = [], retryAfterSeconds, documentationUrl, cause }: PlanbokErrorOptions) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
    this.status = status;
    this.requestId = requestId;
    this.details = details;
    this.retryAfterSeconds = retryAfterSeconds;
    this.documentationUrl = documentationUrl;
  }
}

/**
 * Whether something caught is a {@link PlanbokError}, with one of these codes if any are named. Codes that the contract
 * does not have do not compile: for one that is newer than this client, compare `error.code`.
 *
 * @example
 * ```ts
 * import { createPlanbokClient, isPlanbokError } from '@planbok/customer-custody';
 *
 * const planbok = createPlanbokClient({ apiKey: 'pk_sandbox_full', baseUrl: 'http://localhost:4010' });
 * const { data: customer } = await planbok.POST('/v2/customers', { body: { name: 'Ada Lovelace' } });
 * try {
 *   await planbok.POST('/v2/customers/{customerId}/wallet/create', {
 *     params: { path: { customerId: customer.id } },
 *     body: { blockchains: ['ETH-SEPOLIA'], redirectUrl: 'https://app.example.com/wallet' },
 *   });
 * } catch (error) {
 *   if (!isPlanbokError(error, 'pin_not_set', 'recovery_not_set')) throw error;
 *   console.log(error.code); // pin_not_set
 * }
 * ```
 */
export function isPlanbokError<Code extends KnownErrorCode = never>(error: unknown, ...codes: Code[]): error is [Code] extends [never] ? PlanbokError : PlanbokError & { readonly code: Code } {
  return error instanceof PlanbokError && (codes.length === 0 || (codes as string[]).includes(error.code));
}

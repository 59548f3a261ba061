/** One thing that was wrong with a request, or with an answer of the mock. */
export interface ErrorDetail {
  /** Where it is: `body/redirectUrl`, `query/limit`, `path/customerId`, `header/Idempotency-Key`. */
  path: string;
  /** The rule that was broken: `required`, `format`, `unknown_parameter`. */
  code: string;
  message: string;
}

export interface ApiErrorOptions {
  /** Replaces the message of the contract's own example. */
  message?: string;
  details?: ErrorDetail[];
  /** Sent with the answer, such as `Retry-After`. */
  headers?: Record<string, string | number>;
  cause?: unknown;
}

/**
 * Thrown by a handler to answer with an error of the contract. Only the code is chosen here: the status and the usual
 * message are those of the contract's example for that code.
 */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: string;
  readonly details: ErrorDetail[];
  readonly headers: Record<string, string | number>;
  /** Whether `message` was given, or is to be taken from the contract. */
  readonly hasOwnMessage: boolean;

  constructor(code: string, options: ApiErrorOptions = {}) {
    super(options.message ?? code, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details ?? [];
    this.headers = options.headers ?? {};
    this.hasOwnMessage = options.message !== undefined;
  }
}

import { base64 } from '@scure/base';
import { ApiError } from '../api-error.ts';

export type TransactionField = 'rawTransaction' | 'transaction';

/** Something is wrong with a transaction of the caller's making: `message` tells it whole, `detail` as a rule of the field. */
export function transactionInvalid(field: TransactionField, message: string, detail: string, cause?: unknown): ApiError {
  return new ApiError('transaction_invalid', {
    message,
    details: [{ path: `body/${field}`, code: 'transaction_invalid', message: detail }],
    cause,
  });
}

/** The bytes of a `rawTransaction` in Base64. Throws `transaction_invalid`. */
export function decodeRawTransaction(text: string): Uint8Array {
  try {
    return base64.decode(text);
  } catch (error) {
    throw transactionInvalid('rawTransaction', 'rawTransaction is not Base64.', 'is not Base64', error);
  }
}

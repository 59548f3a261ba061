import { base64 } from '@scure/base';
import { ApiError } from '../api-error.ts';
import { shorten } from './shorten.ts';

export type TransactionField = 'rawTransaction' | 'transaction';

/** Something is wrong with a transaction of the caller's making: `message` tells it whole, `detail` as a rule of the field. */
export function transactionInvalid(field: TransactionField, message: string, detail: string, cause?: unknown): ApiError {
  return new ApiError('transaction_invalid', {
    message,
    details: [{ path: `body/${field}`, code: 'transaction_invalid', message: detail }],
    cause,
  });
}

/** Throws `transaction_invalid` for a field that would be left out of what is signed. */
export function refuseUnknownFields(fields: object, known: readonly string[]): void {
  const unknown = Object.keys(fields).find((name) => !known.includes(name));
  if (unknown === undefined) return;
  const rule = `${shorten(unknown, 64)} is not known here; there are ${known.join(', ')}`;
  throw transactionInvalid('transaction', `transaction.${rule}.`, rule);
}

/** The bytes of a `rawTransaction` in Base64. Throws `transaction_invalid`. */
export function decodeRawTransaction(text: string): Uint8Array {
  try {
    return base64.decode(text);
  } catch (error) {
    throw transactionInvalid('rawTransaction', 'rawTransaction is not Base64.', 'is not Base64', error);
  }
}

import type { KeyedPath } from './call-types.ts';

// The types of the contract are gone when the client runs. This list must have each of its POSTs with a key, and no other.
const keyed: Record<KeyedPath, true> = {
  '/v2/customers': true,
  '/v2/customers/{customerId}/initialize': true,
  '/v2/customers/{customerId}/recovery': true,
  '/v2/customers/{customerId}/update-pin': true,
  '/v2/customers/{customerId}/reset-pin': true,
  '/v2/customers/{customerId}/export-private-keys': true,
  '/v2/customers/{customerId}/wallet/create': true,
  '/v2/customers/{customerId}/transactions/transfer': true,
  '/v2/customers/{customerId}/transactions/contract-execution': true,
  '/v2/customers/{customerId}/transactions/{transactionId}/cancel': true,
  '/v2/customers/{customerId}/transactions/{transactionId}/accelerate': true,
  '/v2/customers/{customerId}/sign/message': true,
  '/v2/customers/{customerId}/sign/typed-data': true,
  '/v2/customers/{customerId}/sign/transaction': true,
  '/v2/customers/{customerId}/sign/delegate-action': true,
  '/v2/tokens': true,
  '/v2/webhook-endpoints': true,
};

/** Whether the POST at this path takes an idempotency key. */
export function takesKey(path: string): boolean {
  return Object.hasOwn(keyed, path);
}

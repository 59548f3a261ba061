import type { Context } from '../context.ts';
import type { Handlers } from '../contract.ts';
import type { Idempotent } from '../idempotency.ts';

/** Handlers of the operations that ask a customer for a signature or for the private keys. */
export function signingRequestHandlers(context: Context, idempotent: Idempotent) {
  void context;
  void idempotent;
  return {} satisfies Handlers;
}

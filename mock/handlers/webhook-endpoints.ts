import type { Context } from '../context.ts';
import type { Handlers } from '../contract.ts';
import type { Idempotent } from '../idempotency.ts';

/** Handlers of the tag Webhook Endpoints. */
export function webhookEndpointHandlers(context: Context, idempotent: Idempotent) {
  void context;
  void idempotent;
  return {} satisfies Handlers;
}

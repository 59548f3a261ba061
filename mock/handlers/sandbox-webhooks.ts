import type { Context } from '../context.ts';
import type { Handlers } from '../contract.ts';

/** Handlers of the Sandbox operation that lists all deliveries. */
export function sandboxWebhookHandlers(context: Context) {
  void context;
  return {} satisfies Handlers;
}

import type { Context } from '../context.ts';
import type { Handlers } from '../contract.ts';

/** Handlers of what is known of transactions: the list and one of them. */
export function transactionHandlers(context: Context) {
  void context;
  return {} satisfies Handlers;
}

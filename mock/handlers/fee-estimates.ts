import type { Context } from '../context.ts';
import type { Handlers } from '../contract.ts';

/** Handlers of the operations that tell what a transaction would cost. */
export function feeEstimateHandlers(context: Context) {
  void context;
  return {} satisfies Handlers;
}

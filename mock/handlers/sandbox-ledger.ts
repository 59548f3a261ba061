import type { Context } from '../context.ts';
import type { Handlers } from '../contract.ts';

/** Handlers of the Sandbox operations that fund wallets and move transactions. */
export function sandboxLedgerHandlers(context: Context) {
  void context;
  return {} satisfies Handlers;
}

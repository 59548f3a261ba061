import type { Context } from '../context.ts';
import type { Handlers } from '../contract.ts';

/** Handlers of the read-only contract calls. */
export function contractViewHandlers(context: Context) {
  void context;
  return {} satisfies Handlers;
}

import { chains } from '../chains/catalogue.ts';
import type { Handlers } from '../contract.ts';
import { listAnswer } from './answer.ts';

/** Handlers of the tag Service. */
export function serviceHandlers() {
  const known = chains.map(({ id, name, family, curve, testnet, nativeToken, enabled }) => ({
    id,
    name,
    family,
    curve,
    testnet,
    nativeToken,
    enabled,
  }));
  return {
    getHealth: async () => ({ status: 200, body: { healthy: true } }),
    // All of them fit on one page: the operation takes no paging.
    listChains: async () => listAnswer('Chains listed', known, { page: 1, limit: 100, order: 'asc' }, known.length),
  } satisfies Handlers;
}

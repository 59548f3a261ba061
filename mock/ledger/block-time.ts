import { createHash } from 'node:crypto';
import type { Chain, ChainFamily } from '../chains/catalogue.ts';

/** How long after its signature a transaction is sent to the chain. */
export const broadcastDelayMs = 1000;

/** How often there is a block, and so how long a transaction waits for one. Bitcoin's ten minutes would be no use here. */
const blockTimes: Partial<Record<ChainFamily, number>> = { evm: 12_000, bitcoin: 30_000, solana: 1000, near: 2000 };

export function blockTimeOf({ family }: Pick<Chain, 'family'>): number {
  const time = blockTimes[family];
  if (time === undefined) throw new RangeError(`There are no blocks on ${family}`);
  return time;
}

const firstBlock = Date.parse('2020-01-01T00:00:00.000Z');

/** The block of a moment. */
export function blockNumberAt(chain: Pick<Chain, 'family'>, at: number): number {
  return Math.floor((at - firstBlock) / blockTimeOf(chain));
}

/** How many blocks there are from the one of `at` on, its own included. */
export function confirmationsAt(chain: Pick<Chain, 'family'>, at: number, now: number): number {
  return Math.min(1 + Math.floor(Math.max(0, now - at) / blockTimeOf(chain)), 2 ** 31 - 1);
}

/** The hash of the newest block at a moment, 32 bytes: always the same for the same block. */
export function blockHashAt(chain: Pick<Chain, 'id' | 'family'>, at: number): Uint8Array {
  return createHash('sha256').update(`${chain.id} block ${blockNumberAt(chain, at)}`).digest();
}

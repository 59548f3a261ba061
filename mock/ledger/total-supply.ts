import { listAmounts } from '../store/balances.ts';
import type { Store } from '../store/database.ts';
import { faucet } from './ledger-view.ts';

/** How much of a token there is: what the faucet has given out. */
export async function readTotalSupply(db: Store, blockchain: string, asset: string): Promise<bigint> {
  const rows = await listAmounts(db, blockchain, faucet, asset);
  return rows.reduce((sum, { amount }) => sum - BigInt(amount), 0n);
}

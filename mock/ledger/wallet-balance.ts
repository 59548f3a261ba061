import { findChain } from '../chains/catalogue.ts';
import { listAmounts } from '../store/balances.ts';
import { listUnspentCoins } from '../store/coins.ts';
import type { Store } from '../store/database.ts';
import type { WalletRow } from '../store/wallets.ts';

/** What a wallet has in the ledger, in base units; of a collection, how many tokens. */
export async function readWalletBalance(
  db: Store,
  { blockchain, address }: Pick<WalletRow, 'blockchain' | 'address'>,
  asset: string,
): Promise<bigint> {
  const isCoin = asset === '' && findChain(blockchain)?.family === 'bitcoin';
  const amounts = isCoin
    ? (await listUnspentCoins(db, blockchain, address)).map(({ amount }) => amount)
    : (await listAmounts(db, blockchain, address, asset)).map(({ amount }) => BigInt(amount));
  return amounts.reduce((sum, amount) => sum + amount, 0n);
}

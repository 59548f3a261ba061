import { type Chain, findChain } from '../chains/catalogue.ts';
import type { Store } from '../store/database.ts';
import { findWallet, type WalletRow } from '../store/wallets.ts';
import { walletNotFound } from './wallets.ts';

/** A wallet of the customer, and its chain. Nobody learns of the wallets of others: they are not found either. */
export async function requireCustomerWallet(
  db: Store,
  customerId: string,
  walletId: string,
): Promise<{ wallet: WalletRow; chain: Chain }> {
  const wallet = await findWallet(db, walletId);
  if (wallet === undefined || wallet.customerId !== customerId) throw walletNotFound(walletId);
  return { wallet, chain: chainOf(wallet) };
}

/** The chain of a wallet. */
export function chainOf({ blockchain }: Pick<WalletRow, 'blockchain'>): Chain {
  const chain = findChain(blockchain);
  if (chain === undefined) throw new Error(`The catalogue has no chain ${blockchain}`);
  return chain;
}

import { createHash } from 'node:crypto';
import { type Chain, type ChainFamily, findChain } from '../chains/catalogue.ts';
import { insertCoins } from '../store/coins.ts';
import type { Store } from '../store/database.ts';
import type { WalletRow } from '../store/wallets.ts';
import { coinOwners, faucet, openLedger } from './ledger-view.ts';

/** What a new wallet gets, in base units: enough for the first transfers. Bitcoin in several coins, for several transfers at once. */
const welcomeGifts: Partial<Record<ChainFamily, bigint[]>> = {
  // 0.05
  evm: [50_000_000_000_000_000n],
  // 0.003 and twice 0.001
  bitcoin: [300_000n, 100_000n, 100_000n],
  // 0.5
  solana: [500_000_000n],
  // 1
  near: [1_000_000_000_000_000_000_000_000n],
};

type Receiver = Pick<WalletRow, 'blockchain' | 'address'>;

/** Gives a new wallet a little of its chain's native token. `newId` names the transaction of a Bitcoin gift. */
export async function welcome(db: Store, wallet: Receiver, newId: () => string): Promise<void> {
  const chain = findChain(wallet.blockchain);
  if (chain === undefined) throw new Error(`The catalogue has no chain ${wallet.blockchain}`);
  for (const amount of welcomeGifts[chain.family] ?? []) await give(db, chain, wallet, { asset: '', amount }, newId);
}

export interface Gift {
  /** The token's address; empty for the native token. */
  asset: string;
  nftTokenId?: string;
  amount: bigint;
}

/** Moves something from the faucet to a wallet. */
export async function give(db: Store, chain: Chain, { address }: Receiver, gift: Gift, newId: () => string): Promise<void> {
  const isCoin = chain.family === 'bitcoin';
  const ledger = openLedger(db, chain.id);
  await ledger.move({ from: faucet, to: isCoin ? coinOwners : address, ...gift });
  await ledger.save();
  if (!isCoin) return;
  const txid = createHash('sha256').update(`gift ${newId()}`).digest('hex');
  await insertCoins(db, chain.id, [{ txid, vout: 0, holder: address, amount: gift.amount }]);
}

import type { Chain } from '../chains/catalogue.ts';
import type { Coin, Slot } from '../chains/family.ts';
import { listPendingPayloads } from '../store/challenges.ts';
import { listUnspentCoins } from '../store/coins.ts';
import type { Store } from '../store/database.ts';
import { listLiveTransactions, listUsedNonces } from '../store/transactions.ts';
import type { WalletRow } from '../store/wallets.ts';
import { blockHashAt } from './block-time.ts';
import { readCoins, type TransactionPlan } from './stored-intent.ts';

/** The tasks whose challenges reserve something. */
const reservingTasks = ['transfer', 'contract-execution', 'sign-transaction'];

interface Reserved {
  walletId?: string;
  nonce?: number;
  plan?: TransactionPlan;
}

async function listReserved(db: Store, wallet: Pick<WalletRow, 'id' | 'customerId'>): Promise<Reserved[]> {
  const payloads = await listPendingPayloads(db, wallet.customerId, reservingTasks);
  return payloads.map((payload): Reserved => JSON.parse(payload)).filter(({ walletId }) => walletId === wallet.id);
}

/**
 * The place of the next transaction of a wallet: on EVM chains and NEAR the lowest nonce that no transaction has and no
 * pending challenge has reserved, on Solana and NEAR a recent block. Expired challenges must be settled before.
 */
export async function nextSlot(
  db: Store,
  chain: Chain,
  wallet: Pick<WalletRow, 'id' | 'customerId'>,
  now: number,
): Promise<Slot> {
  const slot: Slot = {};
  if (chain.family === 'evm' || chain.family === 'near') {
    const reserved = await listReserved(db, wallet);
    const taken = new Set([
      ...(await listUsedNonces(db, wallet.id)),
      ...reserved.flatMap(({ nonce, plan }) => nonce ?? plan?.slot.nonce ?? []),
    ]);
    // The nonce of a NEAR transaction is above that of its key, which begins with 0.
    let nonce = chain.family === 'near' ? 1 : 0;
    while (taken.has(nonce)) nonce += 1;
    slot.nonce = nonce;
  }
  if (chain.family === 'solana' || chain.family === 'near') {
    const { base58 } = await import('@scure/base');
    slot.blockHash = base58.encode(blockHashAt(chain, now));
  }
  return slot;
}

const nameOf = ({ txid, vout }: Pick<Coin, 'txid' | 'vout'>) => `${txid}:${vout}`;

export interface SpendableCoins {
  /** What no transaction on its way spends. */
  all: Coin[];
  /** Those of them that no pending challenge means to spend either. */
  free: Coin[];
}

/** The coins that a Bitcoin wallet can spend. */
export async function listSpendableCoins(
  db: Store,
  wallet: Pick<WalletRow, 'id' | 'customerId' | 'blockchain' | 'address'>,
): Promise<SpendableCoins> {
  const live = await listLiveTransactions(db, wallet.id);
  const held = new Set(live.flatMap(({ details }) => readCoins((JSON.parse(details) as TransactionPlan).slot).map(nameOf)));
  const unspent = await listUnspentCoins(db, wallet.blockchain, wallet.address);
  const all = unspent.filter((coin) => !held.has(nameOf(coin)));
  const reserved = new Set(
    (await listReserved(db, wallet)).flatMap(({ plan }) => (plan === undefined ? [] : readCoins(plan.slot).map(nameOf))),
  );
  return { all, free: all.filter((coin) => !reserved.has(nameOf(coin))) };
}

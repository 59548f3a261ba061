import type { Chain } from '../chains/catalogue.ts';
import { loadFamily } from '../chains/families.ts';
import type { Intent } from '../chains/family.ts';
import type { Context } from '../context.ts';
import type { Call, Handlers } from '../contract.ts';
import { simulate } from '../ledger/funds.ts';
import { listSpendableCoins } from '../ledger/next-slot.ts';
import { settleTransactions } from '../ledger/settle-transactions.ts';
import { findWallet, type WalletRow } from '../store/wallets.ts';
import { answer } from './answer.ts';
import { chainOf } from './customer-wallet.ts';
import { tokenFinder } from './tokens.ts';
import { readCall, readTransfer } from './transaction-intent.ts';
import { walletNotFound } from './wallets.ts';

/** Handlers of the operations that tell what a transaction would cost. Whether there is money for it is not looked at. */
export function feeEstimateHandlers(context: Context) {
  const { db } = context;

  const requireWallet = async (id: string): Promise<{ wallet: WalletRow; chain: Chain }> => {
    const wallet = await findWallet(db, id);
    if (wallet === undefined) throw walletNotFound(id);
    await settleTransactions(context, db);
    return { wallet, chain: chainOf(wallet) };
  };

  const quote = async (wallet: WalletRow, chain: Chain, intent: Intent) => {
    const family = await loadFamily(chain);
    const coins = chain.family === 'bitcoin' ? (await listSpendableCoins(db, wallet)).all : [];
    return answer(200, 'Fee estimated', await family.quoteFees({ chain, from: wallet, intent, coins }));
  };

  const transfer = async ({ body }: Call<'estimateTransferFee'> | Call<'estimateTransferFeeBeta'>) => {
    const { wallet, chain } = await requireWallet(body.walletId);
    return quote(wallet, chain, (await readTransfer(db, chain, body)).intent);
  };

  const execution = async ({ body }: Call<'estimateContractExecutionFee'> | Call<'estimateContractExecutionFeeBeta'>) => {
    const { wallet, chain } = await requireWallet(body.walletId);
    const { intent } = await readCall(chain, body);
    const quoted = await quote(wallet, chain, intent);
    await simulate(db, { chain, wallet, findToken: tokenFinder(db, chain.id) }, intent);
    return quoted;
  };

  return {
    estimateTransferFee: transfer,
    estimateTransferFeeBeta: transfer,
    estimateContractExecutionFee: execution,
    estimateContractExecutionFeeBeta: execution,
  } satisfies Handlers;
}

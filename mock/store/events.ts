import { compileOnce } from './compile-once.ts';
import type { Store } from './database.ts';
import type { Row } from './schema.ts';

export type EventRow = Row<'events'>;

export async function insertEvent(db: Store, row: EventRow): Promise<void> {
  await db.insertInto('events').values(row).execute();
}

const prune = compileOnce((db) =>
  db
    .deleteFrom('events')
    .where('createdAt', '<', '')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('webhookDeliveries').select('id').whereRef('webhookDeliveries.eventId', '=', 'events.id'))),
    ),
);

/** Forgets the events before `createdBefore` that are in no delivery (any more). */
export async function pruneEvents(db: Store, createdBefore: string): Promise<void> {
  await prune(db, [createdBefore]);
}

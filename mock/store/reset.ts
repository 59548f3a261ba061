import type { Store } from './database.ts';
import { tablesToEmpty } from './schema.ts';

/** Forgets everything but the settings and the endpoints given at the start, which are the mock's own, not its users'. */
export async function deleteEverything(db: Store): Promise<void> {
  for (const table of tablesToEmpty) {
    if (table === 'webhookEndpoints') await db.deleteFrom(table).where('givenAtStart', '=', 0).execute();
    else await db.deleteFrom(table).execute();
  }
}

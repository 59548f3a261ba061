import type { Store } from './database.ts';
import { tablesToEmpty } from './schema.ts';

/** Forgets everything but the settings, which are the mock's own, not its users'. */
export async function deleteEverything(db: Store): Promise<void> {
  for (const table of tablesToEmpty) await db.deleteFrom(table).execute();
}

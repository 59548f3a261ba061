import { Kysely } from 'kysely';
import { createSchema, type Schema } from './schema.ts';
import { createSqliteDialect } from './sqlite.ts';

/** The database, or a transaction on it. */
export type Store = Kysely<Schema>;

/** Opens the store in memory, or in `file`, and creates what is missing. Throws StoreError when the file is of no use. */
export async function openStore(file?: string): Promise<Store> {
  const db = new Kysely<Schema>({ dialect: createSqliteDialect(file) });
  await createSchema(db);
  return db;
}

/** Runs `work` in a transaction: that which is already open, or a new one. */
export function inTransaction<T>(db: Store, work: (db: Store) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

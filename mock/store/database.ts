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

/** What is to be done once a transaction is on the disk. */
const afterwards = new WeakMap<Store, (() => void)[]>();

/** Runs `work` in a transaction: that which is already open, or a new one. */
export async function inTransaction<T>(db: Store, work: (db: Store) => Promise<T>): Promise<T> {
  if (db.isTransaction) return work(db);
  const callbacks: (() => void)[] = [];
  const result = await db.transaction().execute((transaction) => {
    afterwards.set(transaction, callbacks);
    return work(transaction);
  });
  for (const callback of callbacks) callback();
  return result;
}

/** Calls back when the transaction of `db` is committed, or at once outside of one. Never when it is rolled back. */
export function afterCommit(db: Store, callback: () => void): void {
  const callbacks = afterwards.get(db);
  if (callbacks === undefined) callback();
  else callbacks.push(callback);
}

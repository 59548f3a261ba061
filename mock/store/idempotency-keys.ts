import type { Store } from './database.ts';
import type { Row } from './schema.ts';

export type IdempotencyKeyRow = Row<'idempotencyKeys'>;

export function findIdempotencyKey(db: Store, keyHash: string): Promise<IdempotencyKeyRow | undefined> {
  return db.selectFrom('idempotencyKeys').selectAll().where('keyHash', '=', keyHash).executeTakeFirst();
}

export async function insertIdempotencyKey(db: Store, row: IdempotencyKeyRow): Promise<void> {
  await db.insertInto('idempotencyKeys').values(row).execute();
}

export async function pruneIdempotencyKeys(db: Store, now: string): Promise<void> {
  await db.deleteFrom('idempotencyKeys').where('expiresAt', '<=', now).execute();
}

import type { Store } from './database.ts';

/** Notes that a sealed secret was used. `false` when it was used before. */
export async function claimSecret(db: Store, fingerprint: string, expiresAt: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('usedSecrets')
    .values({ fingerprint, expiresAt })
    .onConflict((conflict) => conflict.column('fingerprint').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Forgets the secrets that are too old to be accepted anyway. */
export async function pruneUsedSecrets(db: Store, now: string): Promise<void> {
  await db.deleteFrom('usedSecrets').where('expiresAt', '<', now).execute();
}

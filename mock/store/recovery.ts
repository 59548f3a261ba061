import type { RecoveryCodeRecord } from '../nodes/recovery-service.ts';
import type { Store } from './database.ts';

export async function saveRecoverySecret(db: Store, customerId: string, secret: string): Promise<void> {
  await db
    .insertInto('recoverySecrets')
    .values({ customerId, secret })
    .onConflict((conflict) => conflict.column('customerId').doUpdateSet({ secret }))
    .execute();
}

export async function findRecoverySecret(db: Store, customerId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('recoverySecrets')
    .select('secret')
    .where('customerId', '=', customerId)
    .executeTakeFirst();
  return row?.secret;
}

export async function deleteRecoverySecret(db: Store, customerId: string): Promise<void> {
  await db.deleteFrom('recoverySecrets').where('customerId', '=', customerId).execute();
}

/** The last code that was sent for a challenge. */
export async function findRecoveryCode(db: Store, challengeId: string): Promise<RecoveryCodeRecord | undefined> {
  const row = await db.selectFrom('recoveryCodes').selectAll().where('challengeId', '=', challengeId).executeTakeFirst();
  return row && { ...row, consumed: row.consumed === 1 };
}

export async function saveRecoveryCode(db: Store, record: RecoveryCodeRecord): Promise<void> {
  const row = { ...record, consumed: record.consumed ? 1 : 0 };
  await db
    .insertInto('recoveryCodes')
    .values(row)
    .onConflict((conflict) => conflict.column('challengeId').doUpdateSet(row))
    .execute();
}

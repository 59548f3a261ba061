import type { Store } from './database.ts';

export type SettingName = 'clockOffset' | 'nodeOnePrivateKey' | 'recoveryCodeKey' | 'startWebhookSecret';

export async function readSetting(db: Store, name: SettingName): Promise<string | undefined> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value;
}

export async function writeSetting(db: Store, name: SettingName, value: string): Promise<void> {
  await db
    .insertInto('settings')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}

/** The value that is stored, or else `value`, which is stored: all replicas end with the same one. */
export async function readOrWriteSetting(db: Store, name: SettingName, value: string): Promise<string> {
  await db
    .insertInto('settings')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
  return (await readSetting(db, name)) ?? value;
}

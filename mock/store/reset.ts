import type { Store } from './database.ts';

/** In the order in which foreign keys let them go. The settings stay: they are the mock's own, not its users'. */
const tables = [
  'idempotencyKeys',
  'emails',
  'usedSecrets',
  'recoveryCodes',
  'recoverySecrets',
  'nodeTwoShares',
  'nodeOneRecords',
  'tokens',
  'wallets',
  'challenges',
  'customers',
] as const;

/** Forgets everything but the settings. */
export async function deleteEverything(db: Store): Promise<void> {
  for (const table of tables) await db.deleteFrom(table).execute();
}

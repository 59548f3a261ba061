import type { NodeOneRecord } from '../nodes/node-one.ts';
import type { NodeTwoRecord } from '../nodes/node-two.ts';
import type { Store } from './database.ts';

/** Node 1's record of a customer. */
export async function findNodeOneRecord(db: Store, customerId: string): Promise<NodeOneRecord | undefined> {
  const row = await db.selectFrom('nodeOneRecords').select('record').where('customerId', '=', customerId).executeTakeFirst();
  if (row === undefined) return undefined;
  const record: NodeOneRecord = JSON.parse(row.record);
  return record;
}

export async function saveNodeOneRecord(db: Store, record: NodeOneRecord): Promise<void> {
  const text = JSON.stringify(record);
  await db
    .insertInto('nodeOneRecords')
    .values({ customerId: record.customerId, record: text })
    .onConflict((conflict) => conflict.column('customerId').doUpdateSet({ record: text }))
    .execute();
}

export async function insertNodeTwoRecord(db: Store, record: NodeTwoRecord): Promise<void> {
  await db.insertInto('nodeTwoShares').values(record).execute();
}

export async function findNodeTwoRecord(db: Store, customerId: string): Promise<NodeTwoRecord | undefined> {
  return db.selectFrom('nodeTwoShares').selectAll().where('customerId', '=', customerId).executeTakeFirst();
}

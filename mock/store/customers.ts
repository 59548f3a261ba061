import { compileOnce } from './compile-once.ts';
import type { Store } from './database.ts';
import { type Page, type PageRequest, offsetOf } from './paging.ts';
import type { Row } from './schema.ts';

export type CustomerRow = Row<'customers'>;

const blank: CustomerRow = {
  id: '',
  name: '',
  refId: '',
  hasPin: 0,
  hasRecovery: 0,
  wrongAttempts: 0,
  lockedUntil: '',
  createdAt: '',
  updatedAt: '',
};
const columns = Object.keys(blank) as (keyof CustomerRow)[];
const insert = compileOnce((db) => db.insertInto('customers').values(blank));
const select = compileOnce((db) => db.selectFrom('customers').selectAll().where('id', '=', ''));

export async function insertCustomer(db: Store, row: CustomerRow): Promise<void> {
  await insert(
    db,
    columns.map((column) => row[column]),
  );
}

export async function findCustomer(db: Store, id: string): Promise<CustomerRow | undefined> {
  const [row] = await select(db, [id]);
  return row;
}

/** Reads a customer for a change: until the transaction ends no other can do the same. */
export function lockCustomerRow(db: Store, id: string): Promise<CustomerRow | undefined> {
  // A write that changes nothing takes the row's lock on SQLite and PostgreSQL alike.
  return db
    .updateTable('customers')
    .set((eb) => ({ wrongAttempts: eb.ref('wrongAttempts') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst();
}

export async function updateCustomer(
  db: Store,
  id: string,
  changes: Partial<Omit<CustomerRow, 'id' | 'createdAt'>>,
): Promise<CustomerRow | undefined> {
  return db.updateTable('customers').set(changes).where('id', '=', id).returningAll().executeTakeFirst();
}

export async function listCustomers(db: Store, request: PageRequest): Promise<Page<CustomerRow>> {
  const { total } = await db
    .selectFrom('customers')
    .select((eb) => eb.fn.countAll().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom('customers')
    .selectAll()
    .orderBy('id', request.order)
    .limit(request.limit)
    .offset(offsetOf(request))
    .execute();
  return { rows, total: Number(total) };
}

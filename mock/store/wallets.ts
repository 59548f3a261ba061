import { compileOnce } from './compile-once.ts';
import type { Store } from './database.ts';
import { type Page, type PageRequest, offsetOf } from './paging.ts';
import type { Row } from './schema.ts';

export type WalletRow = Row<'wallets'>;

export async function insertWallets(db: Store, rows: WalletRow[]): Promise<void> {
  await db.insertInto('wallets').values(rows).execute();
}

const selectWallet = compileOnce((db) => db.selectFrom('wallets').selectAll().where('id', '=', ''));

export async function findWallet(db: Store, id: string): Promise<WalletRow | undefined> {
  const [row] = await selectWallet(db, [id]);
  return row;
}

export async function updateWallet(
  db: Store,
  id: string,
  changes: Partial<Pick<WalletRow, 'name' | 'refId' | 'updatedAt'>>,
): Promise<WalletRow | undefined> {
  return db.updateTable('wallets').set(changes).where('id', '=', id).returningAll().executeTakeFirst();
}

/** The first index of a chain at which the customer has no wallet. */
export async function nextAddressIndex(db: Store, customerId: string, blockchain: string): Promise<number> {
  const { last } = await db
    .selectFrom('wallets')
    .select((eb) => eb.fn.max('addressIndex').as('last'))
    .where('customerId', '=', customerId)
    .where('blockchain', '=', blockchain)
    .executeTakeFirstOrThrow();
  return last === null ? 0 : Number(last) + 1;
}

/** All wallets of a customer, the oldest first. */
export function listWalletsOfCustomer(db: Store, customerId: string): Promise<WalletRow[]> {
  return db.selectFrom('wallets').selectAll().where('customerId', '=', customerId).orderBy('id').execute();
}

export interface WalletFilter {
  blockchain?: string;
  customerIds?: string[];
  address?: string;
  refId?: string;
}

export async function listWallets(db: Store, filter: WalletFilter, request: PageRequest): Promise<Page<WalletRow>> {
  let query = db.selectFrom('wallets');
  if (filter.blockchain !== undefined) query = query.where('blockchain', '=', filter.blockchain);
  if (filter.customerIds !== undefined) query = query.where('customerId', 'in', filter.customerIds);
  if (filter.refId !== undefined) query = query.where('refId', '=', filter.refId);
  if (filter.address !== undefined) {
    // The case of an EVM address is a checksum: both spellings are the same address. Elsewhere case counts.
    const lower = filter.address.toLowerCase();
    query = /^0x/i.test(filter.address)
      ? query.where((eb) => eb(eb.fn<string>('lower', ['address']), '=', lower))
      : query.where('address', '=', filter.address);
  }
  const { total } = await query.select((eb) => eb.fn.countAll().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll()
    .orderBy('id', request.order)
    .limit(request.limit)
    .offset(offsetOf(request))
    .execute();
  return { rows, total: Number(total) };
}

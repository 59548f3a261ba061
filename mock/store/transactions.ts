import { sql } from 'kysely';
import type { Store } from './database.ts';
import { type Page, type PageRequest, offsetOf } from './paging.ts';
import type { Row } from './schema.ts';

export type TransactionRow = Row<'transactions'>;

/** On their way: approved, and neither in a block nor given up. */
export const liveStatuses = ['pending', 'signed', 'broadcast'];

export async function insertTransaction(db: Store, row: TransactionRow): Promise<void> {
  await db.insertInto('transactions').values(row).execute();
}

export function findTransaction(db: Store, id: string): Promise<TransactionRow | undefined> {
  return db.selectFrom('transactions').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Writes a change, unless another request has moved the transaction on meanwhile: then `undefined`. */
export function updateTransaction(
  db: Store,
  { id, status }: Pick<TransactionRow, 'id' | 'status'>,
  changes: Partial<Omit<TransactionRow, 'id'>>,
): Promise<TransactionRow | undefined> {
  return db
    .updateTable('transactions')
    .set(changes)
    .where('id', '=', id)
    .where('status', '=', status)
    .returningAll()
    .executeTakeFirst();
}

/** The transactions of a wallet that are on their way, in the order in which they get into blocks. */
export function listLiveTransactions(db: Store, walletId: string): Promise<TransactionRow[]> {
  return db
    .selectFrom('transactions')
    .selectAll()
    .where('walletId', '=', walletId)
    .where('status', 'in', liveStatuses)
    .orderBy('nonce')
    .orderBy('id')
    .execute();
}

export type DueTransaction = Pick<TransactionRow, 'id' | 'customerId' | 'status'>;

/** What is due at `now`, the earliest first. */
export function listDueTransactions(db: Store, now: string): Promise<DueTransaction[]> {
  return db
    .selectFrom('transactions')
    .select(['id', 'customerId', 'status'])
    .where('nextAt', '<=', now)
    .orderBy('nextAt')
    .orderBy('nonce')
    .orderBy('id')
    .execute();
}

/** The nonces of a wallet that are used, or about to be. */
export async function listUsedNonces(db: Store, walletId: string): Promise<number[]> {
  const rows = await db
    .selectFrom('transactions')
    .select('nonce')
    .where('walletId', '=', walletId)
    .where('nonce', 'is not', null)
    // What failed before it got into a block has used up nothing.
    .where((eb) => eb.or([eb('status', '!=', 'failed'), eb('blockNumber', 'is not', null)]))
    .execute();
  return rows.map(({ nonce }) => Number(nonce));
}

/** When the last transaction of a wallet got into a block. */
export async function findLastBlockTime(db: Store, walletId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('transactions')
    .select((eb) => eb.fn.max('updatedAt').as('last'))
    .where('walletId', '=', walletId)
    .where('blockNumber', 'is not', null)
    .executeTakeFirst();
  return row?.last ?? undefined;
}

/** Whether a wallet has sent anything to an address that was not given up. */
export async function hasSentTo(db: Store, walletId: string, destinationAddress: string): Promise<boolean> {
  const row = await db
    .selectFrom('transactions')
    .select('id')
    .where('walletId', '=', walletId)
    .where('destinationAddress', '=', destinationAddress)
    .where('status', 'not in', ['failed', 'cancelled'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export interface TransactionFilter {
  walletIds?: string[];
  operations?: string[];
  status?: string;
  transactionHash?: string;
  refId?: string;
  contractAddress?: string;
  destinationAddress?: string;
  blockchain?: string;
  /** As it was asked for, and as the chain writes addresses and hashes. */
  search?: { text: string; address: string; hash: string };
}

export async function listTransactions(
  db: Store,
  filter: TransactionFilter,
  request: PageRequest,
): Promise<Page<TransactionRow>> {
  let query = db.selectFrom('transactions');
  if (filter.walletIds !== undefined) query = query.where('walletId', 'in', filter.walletIds);
  if (filter.operations !== undefined) query = query.where('operation', 'in', filter.operations);
  for (const column of ['status', 'transactionHash', 'refId', 'contractAddress', 'destinationAddress', 'blockchain'] as const) {
    const value = filter[column];
    if (value !== undefined) query = query.where(column, '=', value);
  }
  const { search } = filter;
  if (search !== undefined) {
    const { text, address, hash } = search;
    const part = `%${text.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where((eb) =>
      eb.or([
        eb('tokenId', '=', text),
        eb('transactionHash', '=', hash),
        eb(
          'walletId',
          'in',
          eb
            .selectFrom('wallets')
            .select('wallets.id')
            .where((of) =>
              of.or([
                of('wallets.id', '=', text),
                of('wallets.address', '=', address),
                // The database lowers both, so that they agree on what a lower case is.
                sql<boolean>`lower(${of.ref('wallets.name')}) like lower(${part}) escape '\\'`,
              ]),
            ),
        ),
      ]),
    );
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

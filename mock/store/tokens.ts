import type { Store } from './database.ts';
import { type Page, type PageRequest, offsetOf } from './paging.ts';
import type { Row } from './schema.ts';

export type TokenRow = Row<'tokens'>;

export async function insertTokens(db: Store, rows: TokenRow[]): Promise<void> {
  await db.insertInto('tokens').values(rows).execute();
}

/** Adds a token, unless there is one at its address already: then `false`. */
export async function insertToken(db: Store, row: TokenRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('tokens')
    .values(row)
    .onConflict((conflict) => conflict.columns(['blockchain', 'address']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export function findToken(db: Store, id: string): Promise<TokenRow | undefined> {
  return db.selectFrom('tokens').selectAll().where('id', '=', id).executeTakeFirst();
}

export function findTokenByAddress(db: Store, blockchain: string, address: string): Promise<TokenRow | undefined> {
  return db
    .selectFrom('tokens')
    .selectAll()
    .where('blockchain', '=', blockchain)
    .where('address', '=', address)
    .executeTakeFirst();
}

export function findNativeToken(db: Store, blockchain: string): Promise<TokenRow | undefined> {
  return findTokenByAddress(db, blockchain, '');
}

export async function deleteToken(db: Store, id: string): Promise<void> {
  await db.deleteFrom('tokens').where('id', '=', id).execute();
}

export interface TokenFilter {
  blockchain?: string;
  standard?: string;
}

export async function listTokens(db: Store, filter: TokenFilter, request: PageRequest): Promise<Page<TokenRow>> {
  let query = db.selectFrom('tokens');
  if (filter.blockchain !== undefined) query = query.where('blockchain', '=', filter.blockchain);
  if (filter.standard !== undefined) query = query.where('standard', '=', filter.standard);
  const { total } = await query.select((eb) => eb.fn.countAll().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll()
    .orderBy('createdAt', request.order)
    .orderBy('id', request.order)
    .limit(request.limit)
    .offset(offsetOf(request))
    .execute();
  return { rows, total: Number(total) };
}

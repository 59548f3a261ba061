import { compileOnce } from './compile-once.ts';
import type { Store } from './database.ts';
import { type Page, type PageRequest, offsetOf } from './paging.ts';
import type { Row } from './schema.ts';

export type EndpointRow = Row<'webhookEndpoints'>;

export async function insertEndpoint(db: Store, row: EndpointRow): Promise<void> {
  await db.insertInto('webhookEndpoints').values(row).execute();
}

export function findEndpoint(db: Store, id: string): Promise<EndpointRow | undefined> {
  return db.selectFrom('webhookEndpoints').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function updateEndpoint(
  db: Store,
  id: string,
  changes: Partial<Omit<EndpointRow, 'id' | 'createdAt'>>,
): Promise<EndpointRow | undefined> {
  return db.updateTable('webhookEndpoints').set(changes).where('id', '=', id).returningAll().executeTakeFirst();
}

/** Deletes an endpoint with its deliveries: `false` when there was none. */
export async function deleteEndpoint(db: Store, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('webhookEndpoints').where('id', '=', id).executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function listEndpoints(db: Store, request: PageRequest): Promise<Page<EndpointRow>> {
  const query = db.selectFrom('webhookEndpoints');
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

const selectSubscriptions = compileOnce((db) =>
  db.selectFrom('webhookEndpoints').select(['id', 'events']).where('status', '=', 'active').orderBy('createdAt').orderBy('id'),
);

/** What the active endpoints have subscribed to. */
export function listSubscriptions(db: Store): Promise<Pick<EndpointRow, 'id' | 'events'>[]> {
  return selectSubscriptions(db, ['active']);
}

const selectIds = compileOnce((db) => db.selectFrom('webhookEndpoints').select('id').orderBy('createdAt').orderBy('id'));

/** All endpoints: pings and redeliveries go to disabled ones too. */
export async function listEndpointIds(db: Store): Promise<string[]> {
  return (await selectIds(db, [])).map(({ id }) => id);
}

export function listEndpointsGivenAtStart(db: Store): Promise<EndpointRow[]> {
  return db.selectFrom('webhookEndpoints').selectAll().where('givenAtStart', '=', 1).execute();
}

import { compileOnce } from './compile-once.ts';
import type { Store } from './database.ts';
import { type Page, type PageRequest, offsetOf } from './paging.ts';
import type { Row } from './schema.ts';

export type DeliveryRow = Row<'webhookDeliveries'>;
export type AttemptRow = Row<'webhookAttempts'>;

/** How many attempts of a delivery are kept. */
export const attemptsKept = 100;

export async function insertDelivery(db: Store, row: DeliveryRow): Promise<void> {
  await db.insertInto('webhookDeliveries').values(row).execute();
}

export function findDelivery(db: Store, id: string): Promise<DeliveryRow | undefined> {
  return db.selectFrom('webhookDeliveries').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function updateDelivery(
  db: Store,
  id: string,
  changes: Partial<Omit<DeliveryRow, 'id' | 'createdAt'>>,
): Promise<DeliveryRow | undefined> {
  return db.updateTable('webhookDeliveries').set(changes).where('id', '=', id).returningAll().executeTakeFirst();
}

/** Whether an endpoint is yet to get an event of a resource: later ones wait for it. */
export async function hasPendingDelivery(db: Store, webhookEndpointId: string, resourceId: string): Promise<boolean> {
  const row = await pendingOf(db, webhookEndpointId).select('id').where('resourceId', '=', resourceId).limit(1).executeTakeFirst();
  return row !== undefined;
}

/** Lets the earliest pending delivery of a resource go ahead, if it has waited for another one. */
export async function releaseNextDelivery(
  db: Store,
  { webhookEndpointId, resourceId }: Pick<DeliveryRow, 'webhookEndpointId' | 'resourceId'>,
  now: string,
): Promise<void> {
  const next = await pendingOf(db, webhookEndpointId)
    .select(['id', 'nextAttemptAt'])
    .where('resourceId', '=', resourceId)
    .orderBy('createdAt')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  if (next?.nextAttemptAt === null) await updateDelivery(db, next.id, { nextAttemptAt: now });
}

/** Gives up everything that is pending for an endpoint. */
export async function abandonDeliveries(db: Store, webhookEndpointId: string, now: string): Promise<void> {
  await db
    .updateTable('webhookDeliveries')
    .set({ status: 'failed', nextAttemptAt: null, completedAt: now })
    .where('webhookEndpointId', '=', webhookEndpointId)
    .where('status', '=', 'pending')
    .execute();
}

function pendingOf(db: Store, webhookEndpointId: string) {
  return db
    .selectFrom('webhookDeliveries')
    .where('webhookEndpointId', '=', webhookEndpointId)
    .where('status', '=', 'pending');
}

const selectDue = compileOnce((db) =>
  pendingOf(db, '').select('id').where('nextAttemptAt', '<=', '').orderBy('nextAttemptAt').orderBy('id').limit(0),
);

/** The pending deliveries to an endpoint of which an attempt is due at `now`, those that have waited longest first. */
export async function listDueDeliveries(db: Store, webhookEndpointId: string, now: string, limit: number): Promise<string[]> {
  return (await selectDue(db, [webhookEndpointId, 'pending', now, limit])).map(({ id }) => id);
}

/** Everything that an attempt needs, if one is due (still) at `now`. */
export function findDeliveryToSend(db: Store, id: string, now: string) {
  return db
    .selectFrom('webhookDeliveries as delivery')
    .innerJoin('events', 'events.id', 'delivery.eventId')
    .innerJoin('webhookEndpoints as endpoint', 'endpoint.id', 'delivery.webhookEndpointId')
    .select(['delivery.id', 'delivery.event', 'delivery.eventId', 'delivery.redelivery', 'events.body'])
    .select(['endpoint.url', 'endpoint.secret', 'endpoint.previousSecret', 'endpoint.previousSecretExpiresAt'])
    .where('delivery.id', '=', id)
    .where('delivery.status', '=', 'pending')
    .where('delivery.nextAttemptAt', '<=', now)
    .executeTakeFirst();
}

export type DeliveryToSend = NonNullable<Awaited<ReturnType<typeof findDeliveryToSend>>>;

/** Adds an attempt, and forgets the oldest beyond those that are kept. */
export async function insertAttempt(db: Store, row: AttemptRow): Promise<void> {
  await db.insertInto('webhookAttempts').values(row).execute();
  await db
    .deleteFrom('webhookAttempts')
    .where('deliveryId', '=', row.deliveryId)
    .where('number', '<=', row.number - attemptsKept)
    .execute();
}

/** A delivery with what was sent. */
export type DeliveryDetailRow = DeliveryRow & { body: string };

export async function findBody(db: Store, eventId: string): Promise<string> {
  const { body } = await db.selectFrom('events').select('body').where('id', '=', eventId).executeTakeFirstOrThrow();
  return body;
}

/** The attempts of some deliveries, the first one first. */
export async function listAttempts(db: Store, deliveryIds: string[]): Promise<AttemptRow[]> {
  if (deliveryIds.length === 0) return [];
  return db.selectFrom('webhookAttempts').selectAll().where('deliveryId', 'in', deliveryIds).orderBy('number').execute();
}

export interface DeliveryFilter {
  webhookEndpointId?: string;
  event?: string;
  status?: string;
}

export async function listDeliveries(
  db: Store,
  filter: DeliveryFilter,
  request: PageRequest,
): Promise<Page<DeliveryDetailRow>> {
  let query = db.selectFrom('webhookDeliveries as delivery').innerJoin('events', 'events.id', 'delivery.eventId');
  if (filter.webhookEndpointId !== undefined) {
    query = query.where('delivery.webhookEndpointId', '=', filter.webhookEndpointId);
  }
  if (filter.event !== undefined) query = query.where('delivery.event', '=', filter.event);
  if (filter.status !== undefined) query = query.where('delivery.status', '=', filter.status);
  const { total } = await query.select((eb) => eb.fn.countAll().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll('delivery')
    .select('events.body')
    .orderBy('delivery.createdAt', request.order)
    .orderBy('delivery.id', request.order)
    .limit(request.limit)
    .offset(offsetOf(request))
    .execute();
  return { rows, total: Number(total) };
}

const prune = compileOnce((db) => db.deleteFrom('webhookDeliveries').where('completedAt', '<', ''));

/** Forgets the deliveries that were over before `completedBefore`. */
export async function pruneDeliveries(db: Store, completedBefore: string): Promise<void> {
  await prune(db, [completedBefore]);
}

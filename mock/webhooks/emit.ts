import { createHash } from 'node:crypto';
import { timestamp } from '../clock.ts';
import type { Context } from '../context.ts';
import { afterCommit, type Store } from '../store/database.ts';
import { insertEvent } from '../store/events.ts';
import { type DeliveryRow, hasPendingDelivery, insertDelivery } from '../store/webhook-deliveries.ts';
import { listSubscriptions } from '../store/webhook-endpoints.ts';
import type { components } from '../../generated/types.ts';

type Schemas = components['schemas'];

/** What each event tells. */
export interface EventData {
  'transaction.created': Schemas['TransactionEventData'];
  'transaction.signed': Schemas['TransactionEventData'];
  'transaction.broadcast': Schemas['TransactionEventData'];
  'transaction.confirmed': Schemas['TransactionEventData'];
  'transaction.failed': Schemas['TransactionEventData'];
  'transaction.accelerated': Schemas['TransactionEventData'];
  'transaction.cancelled': Schemas['TransactionEventData'];
  'wallet.created': Schemas['WalletEventData'];
  'customer.created': Schemas['CustomerCreatedEventData'];
  'customer.pin_setup': Schemas['CustomerPinSetupEventData'];
  'customer.locked_out': Schemas['CustomerLockedOutEventData'];
  'customer.recovery_initiated': Schemas['CustomerRecoveryEventData'];
  'customer.recovery_completed': Schemas['CustomerRecoveryEventData'];
  'challenge.completed': Schemas['ChallengeCompletedEventData'];
}

export interface NewEvent<Type extends keyof EventData> {
  event: Type;
  /** The id of what it is about: events of one resource arrive in order. */
  resourceId: string;
  /** When it happened, in milliseconds since 1970. */
  at: number;
  data: EventData[Type];
}

/** What writing an event needs. */
export type EventContext = Pick<Context, 'newId' | 'clock' | 'wake'>;

/**
 * Writes an event into the outbox, for every endpoint that asked for it. `db` is the transaction of the change itself: both
 * are stored, or neither. What no endpoint asked for is not written: nothing is made up for later.
 */
export async function emit<Type extends keyof EventData>(
  context: EventContext,
  db: Store,
  { event, resourceId, at, data }: NewEvent<Type>,
): Promise<void> {
  const subscribed = (await listSubscriptions(db)).filter(({ events }) => isSubscribed(events, event));
  if (subscribed.length === 0) return;
  const eventId = await writeEvent(context, db, { event, resourceId, at, data });
  for (const { id } of subscribed) await addDelivery(context, db, { webhookEndpointId: id, eventId, event, resourceId, at });
}

/** Whether there is anyone at all to tell of an event. */
export async function hasSubscribers(db: Store): Promise<boolean> {
  return (await listSubscriptions(db)).length > 0;
}

/** Writes a ping to one endpoint. It waits for nothing and nothing waits for it, so it is a resource of its own. */
export async function emitPing(context: EventContext, db: Store, webhookEndpointId: string): Promise<DeliveryRow> {
  const event = 'webhook_endpoint.pinged';
  const at = context.clock.now();
  const resourceId = context.newId();
  const eventId = await writeEvent(context, db, { event, resourceId, at, data: { webhookEndpointId } });
  return addDelivery(context, db, { webhookEndpointId, eventId, event, resourceId, at });
}

interface Written {
  event: string;
  resourceId: string;
  at: number;
  data: object;
}

async function writeEvent({ newId }: EventContext, db: Store, { event, resourceId, at, data }: Written): Promise<string> {
  const id = `evt_${newId()}`;
  const createdAt = timestamp(at);
  const idempotencyKey = createHash('sha256').update(`${id} ${event} ${resourceId} ${createdAt}`).digest('hex');
  const body = JSON.stringify({ event, timestamp: createdAt, idempotencyKey, data });
  await insertEvent(db, { id, event, resourceId, body, createdAt });
  return id;
}

interface Addressed {
  webhookEndpointId: string;
  eventId: string;
  event: string;
  resourceId: string;
  at: number;
}

async function addDelivery(context: EventContext, db: Store, { at, ...addressed }: Addressed): Promise<DeliveryRow> {
  const { newId, clock, wake } = context;
  const waits = await hasPendingDelivery(db, addressed.webhookEndpointId, addressed.resourceId);
  const row: DeliveryRow = {
    id: newId(),
    ...addressed,
    status: 'pending',
    attemptCount: 0,
    scheduledAttempts: 0,
    redelivery: 0,
    nextAttemptAt: waits ? null : timestamp(clock.now()),
    responseStatus: null,
    createdAt: timestamp(at),
    completedAt: null,
  };
  await insertDelivery(db, row);
  afterCommit(db, wake);
  return row;
}

function isSubscribed(events: string, event: string): boolean {
  const subscriptions = JSON.parse(events) as string[];
  return subscriptions.includes('*') || subscriptions.includes(event);
}

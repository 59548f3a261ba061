import { timestamp } from '../clock.ts';
import type { Store } from '../store/database.ts';
import {
  type AttemptRow,
  type DeliveryDetailRow,
  type DeliveryRow,
  listAttempts,
} from '../store/webhook-deliveries.ts';
import type { EndpointRow } from '../store/webhook-endpoints.ts';
import type { components } from '../../generated/types.ts';

type Schemas = components['schemas'];

/** An endpoint as the API shows it. Its secret is shown by the answers that make one, and by no other. */
export function toEndpoint(row: EndpointRow, now: number): Schemas['WebhookEndpoint'] {
  return {
    id: row.id,
    url: row.url,
    ...(row.description === null ? {} : { description: row.description }),
    events: JSON.parse(row.events),
    status: row.status as Schemas['WebhookEndpointStatus'],
    ...(row.disabledReason === null ? {} : { disabledReason: row.disabledReason }),
    secretHint: secretHint(row.secret),
    ...previousSecret(row, now),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

export function previousSecret({ previousSecretExpiresAt }: EndpointRow, now: number) {
  return previousSecretExpiresAt === null || previousSecretExpiresAt <= timestamp(now) ? {} : { previousSecretExpiresAt };
}

const prefix = 'whsec_';
const hintCharacters = 4;
/** A secret given at the start can be short: then its end would give too much of it away. */
const shortestHinted = 16;

/** Enough of a secret to tell it from another, and not enough to be of use. */
export function secretHint(secret: string): string {
  const hasPrefix = secret.startsWith(prefix);
  const characters = [...(hasPrefix ? secret.slice(prefix.length) : secret)];
  const end = characters.length < shortestHinted ? '' : characters.slice(-hintCharacters).join('');
  return `${hasPrefix ? prefix : ''}...${end}`;
}

/** A delivery as the API shows it. */
export function toDelivery(row: DeliveryRow): Schemas['WebhookDelivery'] {
  return {
    id: row.id,
    webhookEndpointId: row.webhookEndpointId,
    eventId: row.eventId,
    event: row.event,
    status: row.status,
    attemptCount: row.attemptCount,
    ...(row.nextAttemptAt === null ? {} : { nextAttemptAt: row.nextAttemptAt }),
    ...(row.responseStatus === null ? {} : { responseStatus: row.responseStatus }),
    createdAt: row.createdAt,
    ...(row.completedAt === null ? {} : { completedAt: row.completedAt }),
  };
}

/** Deliveries with what was sent and what came of it. */
export async function toDeliveryDetails(db: Store, rows: DeliveryDetailRow[]): Promise<Schemas['WebhookDeliveryDetail'][]> {
  const attempts = await listAttempts(db, rows.map(({ id }) => id));
  const of = Map.groupBy(attempts, ({ deliveryId }) => deliveryId);
  return rows.map((row) => ({ ...toDelivery(row), body: row.body, attempts: (of.get(row.id) ?? []).map(toAttempt) }));
}

function toAttempt(row: AttemptRow): Schemas['WebhookDeliveryAttempt'] {
  return {
    number: row.number,
    trigger: row.trigger,
    url: row.url,
    attemptedAt: row.attemptedAt,
    ...(row.answeredAt === null ? {} : { answeredAt: row.answeredAt }),
    ...(row.responseStatus === null ? {} : { responseStatus: row.responseStatus }),
    ...(row.responseBody === null ? {} : { responseBody: row.responseBody }),
    ...(row.error === null ? {} : { error: row.error }),
  };
}

import { ApiError } from '../api-error.ts';
import { timestamp } from '../clock.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../contract.ts';
import type { Idempotent } from '../idempotency.ts';
import { afterCommit, inTransaction, type Store } from '../store/database.ts';
import * as deliveries from '../store/webhook-deliveries.ts';
import * as endpoints from '../store/webhook-endpoints.ts';
import { emitPing } from '../webhooks/emit.ts';
import { refuseWebhookUrl } from '../webhooks/endpoint-url.ts';
import { subscriptions } from '../webhooks/event-types.ts';
import { answer, listAnswer, pageRequest } from './answer.ts';
import { previousSecret, secretHint, toDelivery, toDeliveryDetails, toEndpoint } from './webhook-view.ts';

const overlapSeconds = 86_400;

/** Handlers of the tag Webhook Endpoints. */
export function webhookEndpointHandlers(context: Context, idempotent: Idempotent) {
  const { db, clock, newId, random, wake } = context;
  const newSecret = () => `whsec_${Buffer.from(random(32)).toString('hex')}`;

  return {
    createWebhookEndpoint: idempotent(async ({ body }, db) => {
      const { url, description, events = ['*'] } = body;
      checkUrl(url);
      checkEvents(events);
      const now = clock.now();
      const row: endpoints.EndpointRow = {
        id: newId(),
        url,
        description: description ?? null,
        events: JSON.stringify(events),
        status: 'active',
        disabledReason: null,
        secret: newSecret(),
        previousSecret: null,
        previousSecretExpiresAt: null,
        givenAtStart: 0,
        createdAt: timestamp(now),
        updatedAt: timestamp(now),
      };
      await endpoints.insertEndpoint(db, row);
      return answer(201, 'Webhook endpoint created', { ...toEndpoint(row, now), secret: row.secret });
    }),

    listWebhookEndpoints: async ({ query }) => {
      const request = pageRequest(query);
      const { rows, total } = await endpoints.listEndpoints(db, request);
      const now = clock.now();
      return listAnswer('Webhook endpoints found', rows.map((row) => toEndpoint(row, now)), request, total);
    },

    getWebhookEndpoint: async ({ path }) => {
      const row = await requireEndpoint(db, path.webhookEndpointId);
      return answer(200, 'Webhook endpoint found', toEndpoint(row, clock.now()));
    },

    updateWebhookEndpoint: async ({ path, body }) => {
      const { url, description, events, status } = body;
      if (url !== undefined) checkUrl(url);
      if (events !== undefined) checkEvents(events);
      return inTransaction(db, async (db) => {
        const row = await requireEndpoint(db, path.webhookEndpointId);
        const now = clock.now();
        const changed = await endpoints.updateEndpoint(db, row.id, {
          ...(url === undefined ? {} : { url }),
          ...(description === undefined ? {} : { description }),
          ...(events === undefined ? {} : { events: JSON.stringify(events) }),
          ...statusChange(row, status),
          updatedAt: timestamp(now),
        });
        if (changed === undefined) throw endpointNotFound(row.id);
        if (status === 'disabled' && row.status === 'active') {
          await deliveries.abandonDeliveries(db, row.id, timestamp(now));
        }
        return answer(200, 'Webhook endpoint updated', toEndpoint(changed, now));
      });
    },

    deleteWebhookEndpoint: async ({ path }) => {
      const id = path.webhookEndpointId;
      if (!(await endpoints.deleteEndpoint(db, id))) throw endpointNotFound(id);
      return answer(200, 'Webhook endpoint deleted', { id });
    },

    pingWebhookEndpoint: async ({ path }) =>
      inTransaction(db, async (db) => {
        const { id } = await requireEndpoint(db, path.webhookEndpointId);
        return answer(202, 'Ping sent', toDelivery(await emitPing(context, db, id)));
      }),

    rotateWebhookSecret: async ({ path, body }) =>
      inTransaction(db, async (db) => {
        const row = await requireEndpoint(db, path.webhookEndpointId);
        const now = clock.now();
        const expiresAt = timestamp(now + (body.overlapSeconds ?? overlapSeconds) * 1000);
        const secret = newSecret();
        const rotated = await endpoints.updateEndpoint(db, row.id, {
          secret,
          ...(body.overlapSeconds === 0
            ? { previousSecret: null, previousSecretExpiresAt: null }
            : { previousSecret: row.secret, previousSecretExpiresAt: expiresAt }),
          updatedAt: timestamp(now),
        });
        if (rotated === undefined) throw endpointNotFound(row.id);
        const data = { id: row.id, secret, secretHint: secretHint(secret), ...previousSecret(rotated, now) };
        return answer(200, 'Webhook secret rotated', data);
      }),

    listWebhookDeliveries: async ({ path, query }) => {
      const { id: webhookEndpointId } = await requireEndpoint(db, path.webhookEndpointId);
      const request = pageRequest(query);
      const filter = { webhookEndpointId, event: query.event, status: query.status };
      const { rows, total } = await deliveries.listDeliveries(db, filter, request);
      return listAnswer('Webhook deliveries found', rows.map(toDelivery), request, total);
    },

    getWebhookDelivery: async ({ path }) => {
      const row = await requireDelivery(db, path);
      const body = await deliveries.findBody(db, row.eventId);
      const [detail] = await toDeliveryDetails(db, [{ ...row, body }]);
      if (detail === undefined) throw deliveryNotFound(row.id);
      return answer(200, 'Webhook delivery found', detail);
    },

    redeliverWebhook: async ({ path }) =>
      inTransaction(db, async (db) => {
        const row = await requireDelivery(db, path);
        const again = await deliveries.updateDelivery(db, row.id, {
          status: 'pending',
          scheduledAttempts: 0,
          redelivery: row.redelivery + 1,
          nextAttemptAt: timestamp(clock.now()),
          completedAt: null,
        });
        if (again === undefined) throw deliveryNotFound(row.id);
        afterCommit(db, wake);
        return answer(202, 'Redelivery scheduled', toDelivery(again));
      }),
  } satisfies Handlers;
}

/** Enabling forgets why it was disabled. Disabling what is disabled already changes nothing, the reason neither. */
function statusChange(row: endpoints.EndpointRow, status: 'active' | 'disabled' | undefined) {
  if (status === undefined || status === row.status) return {};
  return { status, disabledReason: status === 'active' ? null : 'requested' };
}

async function requireEndpoint(db: Store, id: string): Promise<endpoints.EndpointRow> {
  const row = await endpoints.findEndpoint(db, id);
  if (row === undefined) throw endpointNotFound(id);
  return row;
}

function endpointNotFound(id: string): ApiError {
  return new ApiError('webhook_endpoint_not_found', { message: `There is no webhook endpoint ${id}.` });
}

async function requireDelivery(
  db: Store,
  { webhookEndpointId, deliveryId }: { webhookEndpointId: string; deliveryId: string },
): Promise<deliveries.DeliveryRow> {
  await requireEndpoint(db, webhookEndpointId);
  const row = await deliveries.findDelivery(db, deliveryId);
  if (row === undefined || row.webhookEndpointId !== webhookEndpointId) throw deliveryNotFound(deliveryId);
  return row;
}

function deliveryNotFound(id: string): ApiError {
  return new ApiError('webhook_delivery_not_found', { message: `There is no delivery ${id} of this endpoint.` });
}

function checkUrl(url: string): void {
  const message = refuseWebhookUrl(url);
  if (message === undefined) return;
  const code = 'webhook_url_not_allowed';
  throw new ApiError(code, { message, details: [{ path: 'body/url', code, message }] });
}

function checkEvents(events: readonly string[]): void {
  const place = events.findIndex((event) => !subscriptions.includes(event));
  if (place !== -1) {
    const message = `There is no event ${events[place]}. Subscribe to ${subscriptions.join(', ')}.`;
    throw new ApiError('validation_failed', { message, details: [{ path: `body/events/${place}`, code: 'enum', message }] });
  }
  if (events.length > 1 && events.includes('*')) {
    const message = '* stands for all events: send it alone.';
    throw new ApiError('validation_failed', { message, details: [{ path: 'body/events', code: 'conflict', message }] });
  }
}

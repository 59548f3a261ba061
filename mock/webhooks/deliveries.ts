import { type Clock, timestamp } from '../clock.ts';
import type { Context } from '../context.ts';
import { afterCommit, inTransaction, type Store } from '../store/database.ts';
import {
  abandonDeliveries,
  type DeliveryRow,
  type DeliveryToSend,
  findDelivery,
  findDeliveryToSend,
  insertAttempt,
  listDueDeliveries,
  releaseNextDelivery,
  updateDelivery,
} from '../store/webhook-deliveries.ts';
import { findEndpoint, listEndpointIds, updateEndpoint } from '../store/webhook-endpoints.ts';
import { post, type Posted } from './post.ts';
import { readRetryAfter, retryDelayMs } from './schedule.ts';
import { signWebhook } from './signature.ts';

/** How many attempts to one endpoint are under way at once: what is slow holds up itself, and nobody else. */
const slotsPerEndpoint = 4;
const timeoutMs = 10_000;
/** How long a delivery is left alone whose attempt failed on the mock's side, in real time. */
const faultPauseMs = 30_000;

export interface DeliveryOptions {
  /** Takes what went wrong on the mock's side. */
  report: (error: unknown) => void;
  /** How long an attempt may take, in real time; 10 seconds without it. */
  timeoutMs?: number;
}

/** Sends what is due. Of two on the same store each would send everything. */
export interface Deliveries {
  /** Begins every attempt that is due, as far as its endpoint has a slot free, and says how many. */
  beginDue: () => Promise<number>;
  /** Waits until no attempt is under way. */
  idle: () => Promise<void>;
  /** Breaks off what is under way, and forgets it: it counts as never made. */
  breakOff: () => void;
  /** Breaks off what is under way, and begins nothing more. It is made again after the next start. */
  stop: () => Promise<void>;
}

export function createDeliveries(context: Context, options: DeliveryOptions): Deliveries {
  const { db, clock, wake } = context;
  const underWay = new Set<{ endpointId: string; deliveryId: string; signal: AbortSignal; done: Promise<void> }>();
  const pausedUntil = new Map<string, number>();
  let breaking = new AbortController();
  let isStopped = false;

  const begin = (endpointId: string, deliveryId: string) => {
    const { signal } = breaking;
    const done = attempt(context, deliveryId, options.timeoutMs ?? timeoutMs, signal)
      .catch((error: unknown) => {
        if (signal.aborted) return;
        pausedUntil.set(deliveryId, Date.now() + faultPauseMs);
        options.report(error);
      })
      .finally(() => {
        underWay.delete(one);
        wake();
      });
    const one = { endpointId, deliveryId, signal, done };
    underWay.add(one);
  };

  /** What is broken off holds up nothing: a reset can bring back its id. */
  const busyWith = (endpointId: string) =>
    [...underWay].filter((one) => one.endpointId === endpointId && !one.signal.aborted).map(({ deliveryId }) => deliveryId);

  const isPaused = (deliveryId: string) => {
    const until = pausedUntil.get(deliveryId);
    if (until === undefined) return false;
    if (Date.now() < until) return true;
    pausedUntil.delete(deliveryId);
    return false;
  };

  return {
    beginDue: async () => {
      let begun = 0;
      const now = timestamp(clock.now());
      for (const endpointId of await listEndpointIds(db)) {
        if (busyWith(endpointId).length >= slotsPerEndpoint) continue;
        // Those under way are due still, and come first.
        const due = await listDueDeliveries(db, endpointId, now, slotsPerEndpoint + pausedUntil.size);
        const busy = busyWith(endpointId);
        const next = due.filter((id) => !busy.includes(id) && !isPaused(id)).slice(0, slotsPerEndpoint - busy.length);
        if (isStopped) return begun;
        for (const id of next) begin(endpointId, id);
        begun += next.length;
      }
      return begun;
    },
    idle: async () => {
      while (underWay.size > 0) await Promise.all([...underWay].map(({ done }) => done));
    },
    breakOff: () => {
      breaking.abort();
      breaking = new AbortController();
      pausedUntil.clear();
    },
    stop: async () => {
      isStopped = true;
      breaking.abort();
      await Promise.all([...underWay].map(({ done }) => done));
    },
  };
}

/** Makes one attempt. Nothing is written before it is over: after a crash in between it is made again. */
async function attempt(context: Context, deliveryId: string, timeoutMs: number, signal: AbortSignal): Promise<void> {
  const { db, clock } = context;
  const attemptedAt = clock.now();
  const delivery = await findDeliveryToSend(db, deliveryId, timestamp(attemptedAt));
  if (delivery === undefined) return;
  const began = performance.now();
  const { url, body } = delivery;
  const posted = await post({ url, body, headers: headersOf(delivery, clock), timeoutMs, signal });
  const milliseconds = performance.now() - began;
  await inTransaction(db, async (db) => {
    if (!signal.aborted) await record(context, db, delivery, { posted, attemptedAt, milliseconds });
  });
}

function headersOf(delivery: DeliveryToSend, clock: Clock): Record<string, string> {
  const { body, event, eventId, secret, previousSecret, previousSecretExpiresAt } = delivery;
  const signedAt = String(Math.floor(clock.realNow() / 1000));
  const overlaps = previousSecretExpiresAt !== null && clock.now() < Date.parse(previousSecretExpiresAt);
  return {
    'Content-Type': 'application/json',
    'User-Agent': 'Planbok-Webhooks/2 (mock)',
    'X-Webhook-Id': eventId,
    'X-Webhook-Event': event,
    'X-Webhook-Timestamp': signedAt,
    'X-Webhook-Signature': signWebhook(secret, signedAt, body),
    ...(previousSecret === null || !overlaps
      ? {}
      : { 'X-Webhook-Signature-Previous': signWebhook(previousSecret, signedAt, body) }),
  };
}

interface Attempted {
  posted: Posted;
  attemptedAt: number;
  milliseconds: number;
}

async function record(
  context: Context,
  db: Store,
  sent: DeliveryToSend,
  { posted, attemptedAt, milliseconds }: Attempted,
): Promise<void> {
  const now = context.clock.now();
  const row = await findDelivery(db, sent.id);
  // Deleted meanwhile, with its endpoint or by a reset.
  if (row === undefined) return;
  const number = row.attemptCount + 1;
  await insertAttempt(db, {
    deliveryId: row.id,
    number,
    trigger: sent.redelivery > 0 ? 'redelivery' : 'schedule',
    url: sent.url,
    attemptedAt: timestamp(attemptedAt),
    answeredAt: posted.answered ? timestamp(now) : null,
    responseStatus: posted.status ?? null,
    responseBody: posted.body ?? null,
    error: posted.error ?? null,
  });
  await updateDelivery(db, row.id, {
    attemptCount: number,
    responseStatus: posted.status ?? row.responseStatus,
    ...consequence(row, sent, posted, context.clock),
  });
  if (posted.status === 410) await disableGone(db, row.webhookEndpointId, sent.url, now);
  await releaseNextDelivery(db, row, timestamp(now));
  afterCommit(db, () =>
    context.happened({
      what: 'webhook',
      event: row.event,
      url: withoutQuery(sent.url),
      attempt: number,
      outcome: outcomeOf(posted),
      milliseconds,
    }),
  );
}

/** What an attempt makes of its delivery. */
function consequence(row: DeliveryRow, sent: DeliveryToSend, posted: Posted, clock: Clock): Partial<DeliveryRow> {
  const now = clock.now();
  // Asked for once more while it was under way: that attempt is still to come.
  if (row.status === 'pending' && row.redelivery !== sent.redelivery) return { redelivery: row.redelivery - sent.redelivery };
  const over = { redelivery: 0, nextAttemptAt: null, completedAt: timestamp(now) };
  if (posted.error === undefined) return { ...over, status: 'succeeded' };
  // Given up while it was under way, because its endpoint was disabled.
  if (row.status !== 'pending') return {};
  const scheduledAttempts = row.scheduledAttempts + 1;
  const retryAfterMs = readRetryAfter(posted.retryAfter, clock.realNow());
  const delay = posted.status === 410 ? undefined : retryDelayMs(row.id, scheduledAttempts, retryAfterMs);
  if (delay === undefined) return { ...over, scheduledAttempts, status: 'failed' };
  return { scheduledAttempts, redelivery: 0, nextAttemptAt: timestamp(now + delay) };
}

/** Nobody listens at the URL any more. If the endpoint has another one by now, that says nothing of it. */
async function disableGone(db: Store, endpointId: string, url: string, now: number): Promise<void> {
  const endpoint = await findEndpoint(db, endpointId);
  if (endpoint === undefined || endpoint.status !== 'active' || endpoint.url !== url) return;
  const updatedAt = timestamp(now);
  await updateEndpoint(db, endpointId, { status: 'disabled', disabledReason: 'gone', updatedAt });
  await abandonDeliveries(db, endpointId, updatedAt);
}

function outcomeOf({ status, error }: Posted): string {
  return error === undefined || error === 'status' ? String(status) : error;
}

/** For the log: a query may carry a secret. */
function withoutQuery(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

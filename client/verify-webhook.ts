import type { webhooks } from '../generated/types.ts';
import { encode, isHmac, isSigned, type Refused, refuse, refuseTimestamp, type Secrets, type VerifyOptions } from './signature.ts';

/** An event that the contract had when this client was made: `event` tells which, and what is in `data`. */
export type WebhookEvent = {
  [Event in keyof webhooks]: webhooks[Event] extends { post: { requestBody: { content: { 'application/json': infer Body } } } } ? Body : never;
}[keyof webhooks];

/** An event that came later. Ignore it, and answer with 2xx. */
export interface UnknownWebhookEvent {
  event: string;
  /** When it happened. */
  timestamp: string;
  /** The same in every delivery of this event. */
  idempotencyKey: string;
  data: Record<string, unknown>;
}

/** The headers of a request: a `Headers`, or an object as Node has it, in any case. */
export type WebhookHeaders = { get: (name: string) => string | null } | { readonly [name: string]: string | readonly string[] | undefined };

export type WebhookRefusal =
  | 'missing_header'
  | 'malformed_timestamp'
  | 'too_old'
  | 'from_future'
  | 'unknown_scheme'
  | 'malformed_signature'
  | 'wrong_signature'
  | 'malformed_body';

/** What a request turned out to be. `known` tells whether the event is one of the contract's. */
export type VerifiedWebhook =
  | { ok: true; known: true; event: WebhookEvent; signedAt: Date }
  | { ok: true; known: false; event: UnknownWebhookEvent; signedAt: Date }
  | Refused<WebhookRefusal>;

// As with the paths: the types are gone when the client runs.
const knownEvents: Record<WebhookEvent['event'], true> = {
  'transaction.created': true,
  'transaction.signed': true,
  'transaction.broadcast': true,
  'transaction.confirmed': true,
  'transaction.failed': true,
  'transaction.accelerated': true,
  'transaction.cancelled': true,
  'wallet.created': true,
  'customer.created': true,
  'customer.pin_setup': true,
  'customer.locked_out': true,
  'customer.recovery_initiated': true,
  'customer.recovery_completed': true,
  'challenge.completed': true,
  'webhook_endpoint.pinged': true,
};

/**
 * Verifies that a request to your webhook endpoint is the API's, and reads its event. The body must be what came over the
 * wire, before any parser: bytes, or the text of them.
 *
 * While a secret is rotated, give the new one and the old one. Events come at least once: remember `event.idempotencyKey`
 * (the headers other than timestamp and signature are under no signature), and do nothing when it comes again.
 *
 * Throws a TypeError when no secret is given, or an empty one.
 *
 * @example
 * ```ts
 * import { verifyWebhook } from '@planbok/customer-custody';
 *
 * export async function receive(request: Request): Promise<Response> {
 *   const webhook = await verifyWebhook(await request.arrayBuffer(), request.headers, ['whsec_sandbox']);
 *   if (!webhook.ok) return new Response(null, { status: 401 });
 *   if (webhook.known && webhook.event.event === 'transaction.confirmed') {
 *     console.log(webhook.event.data.blockchain); // ETH-SEPOLIA
 *   }
 *   return Response.json({ received: true });
 * }
 * ```
 */
export async function verifyWebhook(rawBody: string | ArrayBuffer | Uint8Array, headers: WebhookHeaders, secrets: Secrets, { now }: VerifyOptions = {}): Promise<VerifiedWebhook> {
  const read = readerOf(headers);
  const timestamp = read('x-webhook-timestamp');
  const signature = read('x-webhook-signature');
  if (timestamp === undefined || signature === undefined) {
    return refuse('missing_header', `The header ${timestamp === undefined ? 'X-Webhook-Timestamp' : 'X-Webhook-Signature'} is missing.`);
  }
  const refused = refuseTimestamp(timestamp, now);
  if (refused !== undefined) return refused;
  const [scheme, hex = ''] = splitOnce(signature);
  if (scheme !== 'sha256') return refuse('unknown_scheme', 'The signature is not of the scheme sha256.');
  if (!isHmac(hex)) return refuse('malformed_signature', 'The signature is not 64 lower-case hexadecimal digits.');
  const [previousScheme, previousHex = ''] = splitOnce(read('x-webhook-signature-previous') ?? '');
  const previous = previousScheme === 'sha256' && isHmac(previousHex) ? [previousHex] : [];

  const body = typeof rawBody === 'string' ? encode(rawBody) : new Uint8Array(rawBody);
  const prefix = encode(`${timestamp}.`);
  const message = new Uint8Array(prefix.length + body.length);
  message.set(prefix);
  message.set(body, prefix.length);
  if (!(await isSigned(message, [hex, ...previous], secrets))) {
    return refuse('wrong_signature', 'The signature is of another body, or made with another secret. It is over the bytes as they came, before any parser.');
  }

  const event = eventOf(body);
  const signedAt = new Date(Number(timestamp) * 1000);
  if (event === undefined) return refuse('malformed_body', 'The body is signed, but is no event.');
  if (isKnown(event)) return { ok: true, known: true, event, signedAt };
  return { ok: true, known: false, event, signedAt };
}

function readerOf(headers: WebhookHeaders): (name: string) => string | undefined {
  if (typeof headers.get === 'function') {
    const source = headers as Headers;
    return (name) => source.get(name) ?? undefined;
  }
  const entries = Object.entries(headers);
  return (name) => {
    const value = entries.find(([key]) => key.toLowerCase() === name)?.[1];
    return typeof value === 'object' ? value.join(', ') : value;
  };
}

function splitOnce(signature: string): [scheme: string, hex?: string] {
  const at = signature.indexOf('=');
  return at < 0 ? [signature] : [signature.slice(0, at), signature.slice(at + 1)];
}

function eventOf(body: Uint8Array): UnknownWebhookEvent | undefined {
  try {
    const event: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    const isEvent = typeof event === 'object' && event !== null && 'event' in event && typeof event.event === 'string';
    return isEvent ? (event as UnknownWebhookEvent) : undefined;
  } catch {
    return undefined;
  }
}

/** What is signed needs no checking of its fields: the event's name tells its type. */
function isKnown(event: WebhookEvent | UnknownWebhookEvent): event is WebhookEvent {
  return Object.hasOwn(knownEvents, event.event);
}

/**
 * `node test/vectors/make-vectors.ts`: makes the vectors that every language's verifier must pass. It signs by node:crypto
 * and shares nothing with any of them.
 */
import { createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a verifier must say: the event, or the outcome, that is to be trusted, or why there is none. */
type Expected<Trusted> = ({ valid: true } & Trusted) | { valid: false; reason: string };

export interface WebhookVector {
  name: string;
  secrets: string[];
  headers: Record<string, string>;
  /** The raw body as text; its bytes are UTF-8. */
  body: string;
  expected: Expected<{ event: string; known: boolean }>;
}

export interface ReturnUrlVector {
  name: string;
  secrets: string[];
  url: string;
  expected: Expected<{ challengeId: string; status: string; state?: string }>;
}

export interface Vectors<Vector> {
  about: string;
  /** Unix seconds: the time of verification, in every vector. */
  now: number;
  vectors: Vector[];
}

const secret = 'whsec_4f1d8c2ab96e07533bd0e6a1c9f47258';
const nextSecret = 'whsec_b05e7d19c3a84f6287f0d2514ec93a6b';
const unicodeSecret = 'whsec_schlüssel_鍵_🔑';
const now = 1_772_442_655;
const hmac = (key: string, text: string) => createHmac('sha256', key).update(text, 'utf8').digest('hex');
const flip = (hex: string) => `${hex.slice(0, -1)}${hex.endsWith('0') ? '1' : '0'}`;

const confirmed = JSON.stringify({
  event: 'transaction.confirmed',
  timestamp: '2026-03-02T09:10:55.000Z',
  idempotencyKey: '457de75127ce5e7986d8faadf31a2d772c14292bd7d64a7265c6ede9d4d5a45d',
  data: {
    transactionId: '6999fb1ea2b3c4d5e6f70819', status: 'confirmed', operation: 'transfer', blockchain: 'ETH-SEPOLIA',
    walletId: '6999f9c4d4e5f60718293a4b', customerId: '6999f8aea74a2b1bd8855b89',
  },
});
const created = (name: string) => JSON.stringify({
  event: 'customer.created', timestamp: '2026-03-02T09:00:00.000Z',
  idempotencyKey: 'c0a4f6f3b1f94e0b8f3a6d2e7c5b4a39281706f5e4d3c2b1a09f8e7d6c5b4a39',
  data: { customerId: '6999f8aea74a2b1bd8855b89', name },
});

interface Delivery {
  body?: string;
  /** What is signed, where it is not the body that is sent. */
  signed?: string;
  key?: string;
  timestamp?: string;
  secrets?: string[];
}

/** A delivery as the API makes it, changed by what is given. */
function delivered(name: string, { body = confirmed, signed = body, key = secret, timestamp = String(now), secrets = [secret] }: Delivery) {
  const event = /"event":\s*"([^"]*)"/.exec(body)?.[1] ?? 'transaction.confirmed';
  const headers: Record<string, string> = {
    'Content-Type': 'application/json',
    'X-Webhook-Id': 'evt_6999fb2fd4e3b65f8ca2e004',
    'X-Webhook-Event': event,
    'X-Webhook-Timestamp': timestamp,
    'X-Webhook-Signature': `sha256=${hmac(key, `${timestamp}.${signed}`)}`,
  };
  return { name, secrets, headers, body };
}

type Delivered = ReturnType<typeof delivered>;
const signatureOf = ({ headers }: Delivered) => headers['X-Webhook-Signature'] ?? '';
const headered = (vector: Delivered, headers: Record<string, string>): Delivered => ({ ...vector, headers: { ...vector.headers, ...headers } });
const without = (vector: Delivered, header: string): Delivered =>
  ({ ...vector, headers: Object.fromEntries(Object.entries(vector.headers).filter(([name]) => name !== header)) });
const lowerCased = (vector: Delivered): Delivered =>
  ({ ...vector, headers: Object.fromEntries(Object.entries(vector.headers).map(([name, value]) => [name.toLowerCase(), value])) });

const taken = (vector: Delivered, known = true): WebhookVector =>
  ({ ...vector, expected: { valid: true, event: vector.headers['X-Webhook-Event'] ?? vector.headers['x-webhook-event'] ?? '', known } });
const refused = (vector: Delivered, reason: string): WebhookVector => ({ ...vector, expected: { valid: false, reason } });

export function webhookVectors(): Vectors<WebhookVector> {
  const good = delivered('good', {});
  const signature = signatureOf(good);
  const previous = { 'X-Webhook-Signature-Previous': signature };
  const rotated = (name: string, secrets: string[]) => headered(delivered(name, { key: nextSecret, secrets }), previous);
  const named = (name: string): Delivery => ({ body: name });
  return {
    about: 'Deliveries of webhooks, and what a verifier must say of each. The signature is the hexadecimal HMAC-SHA256 of `<X-Webhook-Timestamp>.<body>`. A timestamp that is more than 300 seconds off is refused.',
    now,
    vectors: [
      taken(good),
      taken(lowerCased(delivered('good, with the names of its headers in lower case', {}))),
      taken(delivered('signed 300 seconds ago', { timestamp: String(now - 300) })),
      taken(delivered('signed 300 seconds in the future', { timestamp: String(now + 300) })),
      taken(delivered('Unicode in the body', { body: created('Zoë 李小龍 🦊 e\u0301 \u2028 \u0000') })),
      taken(delivered('Unicode in the secret', { key: unicodeSecret, secrets: [unicodeSecret] })),
      taken(delivered('Unicode written as escapes, which a parser would write otherwise', { body: created('Zo').replace('"Zo"', '"Zo\\u00eb \\ud83e\\udd8a \\/"') })),
      taken(delivered('numbers that reserialise differently', { body: confirmed.replace('"status"', '"amount":1.0,"rate":1e2,"small":0.10,"large":12345678901234567890,"minus":-0,"status"') })),
      taken(delivered('spaces that reserialise differently', { body: `${JSON.stringify(JSON.parse(confirmed), null, 2)}\n` })),
      taken(delivered('the same key twice, of which a parser keeps one', { body: confirmed.replace('"status"', '"status":"broadcast","status"') })),
      taken(delivered('an event that the contract does not have yet', { body: confirmed.replace('transaction.confirmed', 'transaction.reorganised') }), false),
      taken(delivered('an event named like what every object has', { body: confirmed.replace('transaction.confirmed', 'constructor') }), false),
      taken(delivered('rotated: the receiver has the new and the old secret', { key: nextSecret, secrets: [nextSecret, secret] })),
      taken(delivered('rotated: the receiver has them in the other order', { key: nextSecret, secrets: [secret, nextSecret] })),
      taken(rotated('rotated: the receiver has the old secret alone, within the overlap', [secret])),
      taken(rotated('rotated: the receiver has the new secret alone, within the overlap', [nextSecret])),
      refused(delivered('rotated: the receiver has the old secret alone, after the overlap', { key: nextSecret }), 'wrong_signature'),
      taken(headered(delivered('the signature with the secret before is unreadable, and not needed', {}), { 'X-Webhook-Signature-Previous': 'sha256=none' })),
      refused(headered(delivered('tampered signature with the secret before', { key: nextSecret }), { 'X-Webhook-Signature-Previous': flip(signature) }), 'wrong_signature'),
      refused(delivered('tampered body', { body: confirmed.replace('"confirmed"', '"failed"'), signed: confirmed }), 'wrong_signature'),
      refused(delivered('a space more in the body', { body: `${confirmed} `, signed: confirmed }), 'wrong_signature'),
      refused(delivered('numbers that were reserialised on the way', { body: confirmed.replace('"status"', '"amount":1,"status"'), signed: confirmed.replace('"status"', '"amount":1.0,"status"') }), 'wrong_signature'),
      refused(headered(delivered('tampered timestamp', {}), { 'X-Webhook-Timestamp': String(now - 1) }), 'wrong_signature'),
      refused(headered(delivered('tampered signature', {}), { 'X-Webhook-Signature': flip(signature) }), 'wrong_signature'),
      refused(delivered('wrong secret', { key: nextSecret }), 'wrong_signature'),
      refused(headered(delivered('the body is signed without its timestamp', {}), { 'X-Webhook-Signature': `sha256=${hmac(secret, confirmed)}` }), 'wrong_signature'),
      refused(delivered('too old', { timestamp: String(now - 301) }), 'too_old'),
      refused(delivered('from the future', { timestamp: String(now + 301) }), 'from_future'),
      refused(delivered('a timestamp in milliseconds', { timestamp: String(now * 1000) }), 'malformed_timestamp'),
      refused(delivered('a timestamp with a fraction', { timestamp: `${now}.0` }), 'malformed_timestamp'),
      refused(delivered('a timestamp in another notation', { timestamp: '0x69a55bdf' }), 'malformed_timestamp'),
      refused(headered(delivered('a timestamp that came twice', {}), { 'X-Webhook-Timestamp': `${now}, ${now}` }), 'malformed_timestamp'),
      refused(without(delivered('missing signature', {}), 'X-Webhook-Signature'), 'missing_header'),
      refused(without(delivered('missing timestamp', {}), 'X-Webhook-Timestamp'), 'missing_header'),
      refused(headered(delivered('unknown scheme', {}), { 'X-Webhook-Signature': signature.replace('sha256', 'sha512') }), 'unknown_scheme'),
      refused(headered(delivered('no scheme', {}), { 'X-Webhook-Signature': signature.replace('sha256=', '') }), 'unknown_scheme'),
      refused(headered(delivered('a signature in capitals', {}), { 'X-Webhook-Signature': `sha256=${signature.slice(7).toUpperCase()}` }), 'malformed_signature'),
      refused(headered(delivered('a signature that is cut off', {}), { 'X-Webhook-Signature': signature.slice(0, -2) }), 'malformed_signature'),
      refused(headered(delivered('a signature with more behind it', {}), { 'X-Webhook-Signature': `${signature}=` }), 'malformed_signature'),
      refused(headered(delivered('an empty signature', {}), { 'X-Webhook-Signature': 'sha256=' }), 'malformed_signature'),
      refused(delivered('signed, but not JSON', named('event=transaction.confirmed')), 'malformed_body'),
      refused(delivered('signed, but not an event', named('["transaction.confirmed"]')), 'malformed_body'),
      refused(delivered('signed, but empty', named('')), 'malformed_body'),
    ],
  };
}

const challengeId = '6999f8b0b1c2d3e4f5a60711';

interface Return {
  key?: string;
  timestamp?: string;
  challengeId?: string;
  status?: string;
  state?: string;
  /** Your URL, to which the rest is added. */
  base?: string;
}

/** A return as the Gateway makes it. */
function returned({ key = secret, timestamp = String(now), challengeId: id = challengeId, status = 'verified', state, base = 'https://app.example.com/wallet' }: Return): string {
  const signature = hmac(key, `${timestamp}.${id}.${status}.${state ?? ''}`);
  const parameters = Object.entries({ challengeId: id, status, ...(state !== undefined && { state }), timestamp, signature });
  const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `${base}${base.includes('?') ? '&' : '?'}${query}`;
}

export function returnUrlVectors(): Vectors<ReturnUrlVector> {
  const good = returned({ state: 'af0ifjsldkj' });
  const outcome = { challengeId, status: 'verified' };
  const stated = { ...outcome, state: 'af0ifjsldkj' };
  const take = (name: string, url: string, trusted: { challengeId: string; status: string; state?: string }, secrets = [secret]): ReturnUrlVector =>
    ({ name, secrets, url, expected: { valid: true, ...trusted } });
  const refuse = (name: string, url: string, reason: string, secrets = [secret]): ReturnUrlVector => ({ name, secrets, url, expected: { valid: false, reason } });
  const unicode = 'Zoë 李小龍 🦊 a+b&c=d%20/?#.';
  const unseparated = hmac(secret, `${now}.${challengeId}.verified.failed.x`);
  return {
    about: 'URLs on which a browser came back, and what a verifier must say of each. The signature is the hexadecimal HMAC-SHA256 of `<timestamp>.<challengeId>.<status>.<state>`, of the decoded values, with an absent state as the empty text. A timestamp that is more than 300 seconds off is refused.',
    now,
    vectors: [
      take('good', good, stated),
      take('good, without a state', returned({}), outcome),
      take('good, of a challenge that failed', returned({ status: 'failed' }), { ...outcome, status: 'failed' }),
      take('good, as path and query', good.replace('https://app.example.com', ''), stated),
      take('good, with parameters of yours and a fragment', `${returned({ state: 'af0ifjsldkj', base: 'https://app.example.com/wallet?step=verify&walletId=6999f9c4d4e5f60718293a4b' })}#top`, stated),
      take('good, with its parameters in another order', `https://app.example.com/wallet?${good.split('?')[1]?.split('&').toReversed().join('&')}`, stated),
      take('Unicode and delimiters in the state', returned({ state: unicode }), { ...outcome, state: unicode }),
      take('a space of the state written as +', returned({ state: 'a b' }).replace('%20', '+'), { ...outcome, state: 'a b' }),
      take('signed 300 seconds ago', returned({ timestamp: String(now - 300) }), outcome),
      take('signed 300 seconds in the future', returned({ timestamp: String(now + 300) }), outcome),
      take('rotated: the receiver has the new and the old secret', returned({ key: nextSecret }), outcome, [secret, nextSecret]),
      take('Unicode in the secret', returned({ key: unicodeSecret }), outcome, [unicodeSecret]),
      take('parameters of yours with a semicolon, and a % that nothing follows', returned({ state: 'af0ifjsldkj', base: 'https://app.example.com/wallet?tags=a;b&discount=100%&sort=%zz' }), stated),
      take('a semicolon of the state written as it is', returned({ state: 'a;b' }).replace('%3B', ';'), { ...outcome, state: 'a;b' }),
      refuse('tampered status', good.replace('status=verified', 'status=failed'), 'wrong_signature'),
      refuse('tampered challenge', good.replace(challengeId, `${challengeId.slice(0, -1)}2`), 'wrong_signature'),
      refuse('tampered state', good.replace('af0ifjsldkj', 'af0ifjsldkk'), 'wrong_signature'),
      refuse('a state that was taken away', good.replace('&state=af0ifjsldkj', ''), 'wrong_signature'),
      refuse('a state that was added', `${returned({})}&state=af0ifjsldkj`, 'wrong_signature'),
      refuse('tampered timestamp', good.replace(`timestamp=${now}`, `timestamp=${now - 1}`), 'wrong_signature'),
      refuse('tampered signature', flip(good), 'wrong_signature'),
      refuse('wrong secret', returned({ key: nextSecret }), 'wrong_signature'),
      refuse('values moved over the dots between them', `https://app.example.com/wallet?challengeId=${challengeId}&status=verified.failed&state=x&timestamp=${now}&signature=${unseparated}`, 'malformed_parameter'),
      refuse('a status that a challenge does not end with', returned({ status: 'pending' }), 'malformed_parameter'),
      refuse('a challengeId that is none', returned({ challengeId: '../customers' }), 'malformed_parameter'),
      refuse('a second status', `${good}&status=failed`, 'repeated_parameter'),
      refuse('a second state', `${good}&state=other`, 'repeated_parameter'),
      refuse('a state that was added, and cannot be decoded', `${returned({})}&state=%zz`, 'wrong_signature'),
      refuse('a second state that cannot be decoded', `${good}&state=%zz`, 'repeated_parameter'),
      refuse('too old', returned({ timestamp: String(now - 301) }), 'too_old'),
      refuse('from the future', returned({ timestamp: String(now + 301) }), 'from_future'),
      refuse('a timestamp in milliseconds', returned({ timestamp: String(now * 1000) }), 'malformed_timestamp'),
      refuse('a timestamp with a line break', good.replace(`timestamp=${now}`, `timestamp=${now}%0A`), 'malformed_timestamp'),
      refuse('a path that is no URL', '//', 'missing_parameter'),
      refuse('a path that looks like a query', `/wallet/${good.split('?')[1]}`.replace('/challengeId', '&challengeId'), 'missing_parameter'),
      refuse('a question mark too many', good.replace('?', '??'), 'missing_parameter'),
      refuse('missing signature', good.replace(/&signature=.*/, ''), 'missing_parameter'),
      refuse('missing timestamp', good.replace(/&timestamp=\d+/, ''), 'missing_parameter'),
      refuse('missing challenge', good.replace(/challengeId=\w+&/, ''), 'missing_parameter'),
      refuse('missing status', good.replace(/&status=\w+/, ''), 'missing_parameter'),
      refuse('a signature in capitals', good.replace(/[0-9a-f]{64}$/, (hex) => hex.toUpperCase()), 'malformed_signature'),
      refuse('a signature with a line break', `${good}%0A`, 'malformed_signature'),
      refuse('a signature with a scheme', good.replace('signature=', 'signature=sha256%3D'), 'malformed_signature'),
    ],
  };
}

/** Each file's text, by its name. */
export function vectorFiles(): Record<string, string> {
  const textOf = (vectors: object) => `${JSON.stringify(vectors, null, 2)}\n`;
  return { 'webhooks.json': textOf(webhookVectors()), 'return-urls.json': textOf(returnUrlVectors()) };
}

if (import.meta.main) {
  for (const [name, text] of Object.entries(vectorFiles())) writeFileSync(join(import.meta.dirname, name), text);
}

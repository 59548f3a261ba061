import { createHmac, timingSafeEqual } from 'node:crypto';
import { Agent, type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';

/** Where a program runs: all that it is told of the mock. */
export interface Site {
  apiUrl: string;
  apiKey: string;
}

/** What comes over the wire, as a program without types sees it. */
export interface Wire {
  status: number;
  headers: Headers;
  body: Envelope;
}

export interface Envelope {
  success: boolean;
  status: number;
  message: string;
  data: unknown;
  pagination?: { page: number; limit: number; total: number };
  errors?: { message: string };
  error?: string;
  code?: string;
}

export class VendorError extends Error {
  override readonly name = 'VendorError';
  readonly status: number;
  readonly code: string | undefined;

  constructor(message: string, status: number, code?: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The vendor's demo: one set of headers for every method, and `data` when `success` is true and there is some. */
export function createDemoClient({ apiUrl, apiKey }: Site) {
  const headers = {
    Accept: 'application/json, text/plain, */*',
    'Content-Type': 'application/json',
    'PLANBOK-X-API-KEY': apiKey,
    'User-Agent': 'axios/1.7.9',
    'Accept-Encoding': 'gzip, compress, deflate, br',
  };
  return async <Data>(method: string, path: string, body?: object): Promise<Data> => {
    const { body: answer, status } = await exchange(`${apiUrl}/v2${path}`, { method, headers, ...json(body) });
    if (answer.success && answer.data !== undefined) return answer.data as Data;
    throw new VendorError(answer.message || (answer.errors?.message ?? 'Unknown error'), status, answer.code);
  };
}

/** The beta README: `const { data } = await axios.…`, then `data.data`, `data.message`. A status out of 2xx throws. */
export function createBetaClient({ apiUrl, apiKey }: Site) {
  return async (method: string, path: string, body?: object): Promise<Wire> => {
    const headers = { 'planbok-x-api-key': apiKey, ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }) };
    const wire = await exchange(`${apiUrl}/v2${path}`, { method, headers, ...json(body) });
    if (wire.status < 200 || wire.status > 299) throw new VendorError(wire.body.message, wire.status);
    return wire;
  };
}

/** Integration A: `fetch`, the text of an error in `message` or else `error`. */
export function createSettlementClient({ apiUrl, apiKey }: Site) {
  const base = `${apiUrl}/v2`;
  return async <Data>(path: string, { method = 'GET', body }: { method?: string; body?: object } = {}): Promise<Data> => {
    const headers = { 'PLANBOK-X-API-KEY': apiKey, 'Content-Type': 'application/json' };
    const { body: answer, status } = await exchange(`${base}${path}`, { method, headers, ...json(body) });
    if (status >= 400) throw new VendorError(answer.message || answer.error || `HTTP ${status}`, status);
    return (answer.data ?? answer) as Data;
  };
}

/** Integration B: looks at `success`, and takes the text of an error from `errors.message`. */
export function createProvisioningClient({ apiUrl, apiKey }: Site) {
  return async <Data>(method: string, path: string, body?: object): Promise<Data> => {
    const headers = { accept: 'application/json', 'content-type': 'application/json', 'PLANBOK-X-API-KEY': apiKey };
    const { body: answer, status } = await exchange(`${apiUrl}/v2${path}`, { method, headers, ...json(body) });
    if (answer.success === false) throw new VendorError(String(answer.errors?.message), status);
    return answer.data as Data;
  };
}

/** Sends what `fetch` refuses to send, such as a GET with a body, over a connection that is kept. */
export function createRawClient({ apiUrl, apiKey }: Site) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = (method: string, path: string, headers: OutgoingHttpHeaders, body = ''): Promise<{ status: number; body: Envelope }> =>
    new Promise((resolve, reject) => {
      const outgoing = request(`${apiUrl}${path}`, { agent, method, headers: { 'PLANBOK-X-API-KEY': apiKey, ...headers } });
      outgoing.on('error', reject);
      outgoing.on('response', (incoming) => {
        readText(incoming).then((text) => resolve({ status: incoming.statusCode ?? 0, body: JSON.parse(text) }), reject);
      });
      outgoing.end(body);
    });
  return { send, close: () => agent.destroy() };
}

/** The receiver of the beta documentation: 200 with `{received: true}`, or 401. */
export function receiveWebhook(headers: Record<string, string>, rawBody: string, secret: string, now: number) {
  const signature = headers['x-webhook-signature'];
  const timestamp = headers['x-webhook-timestamp'];
  if (!signature || !timestamp) return { status: 401 };
  if (Math.abs(Math.floor(now / 1000) - Number.parseInt(timestamp, 10)) > 300) return { status: 401 };
  const parts = signature.split('=');
  if (parts.length !== 2 || parts[0] !== 'sha256') return { status: 401 };
  const expected = createHmac('sha256', secret).update(`${timestamp}.${rawBody}`).digest('hex');
  const received = Buffer.from(parts[1] ?? '', 'hex');
  if (received.length !== 32 || !timingSafeEqual(received, Buffer.from(expected, 'hex'))) return { status: 401 };
  return { status: 200, answer: { received: true }, event: JSON.parse(rawBody) as { event: string; timestamp: string; data: object } };
}

async function exchange(url: string, init: RequestInit): Promise<Wire> {
  const response = await fetch(url, init);
  return { status: response.status, headers: response.headers, body: (await response.json()) as Envelope };
}

function json(body: object | undefined): { body?: string } {
  return body === undefined ? {} : { body: JSON.stringify(body) };
}

async function readText(incoming: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of incoming.setEncoding('utf8')) text += String(chunk);
  return text;
}

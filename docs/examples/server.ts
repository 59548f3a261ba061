import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import createClient from 'openapi-fetch';
import type { paths } from '../../generated/types.ts';
import { page } from './page.ts';

export interface Settings {
  port: number;
  apiUrl: string;
  apiKey: string;
  webhookSecret: string;
}

/** What the application remembers of a visitor. A real one has accounts, and a database. */
interface Visitor {
  customerId?: string;
  notice?: string;
  /** The challenges that this visitor was sent away with, and the state that each must bring back. */
  asked: Map<string, string>;
}

type Answer = { redirect: string } | { status: number; html?: string };

/** Starts the application: the API key stays in here, the browser gets pages. */
export async function startApplication({ port, apiUrl, apiKey, webhookSecret }: Settings) {
  const api = createClient<paths>({ baseUrl: apiUrl, headers: { 'PLANBOK-X-API-KEY': apiKey } });
  const origin = `http://localhost:${port}`;
  const visitors = new Map<string, Visitor>();
  const received = new Map<string, { event: string; timestamp: string; customerId?: string }>();

  const show = async ({ customerId, notice }: Visitor): Promise<Answer> => {
    if (customerId === undefined) return { status: 200, html: page({ wallets: [], events: [] }) };
    const customer = await api.GET('/v2/customers/{customerId}', { params: { path: { customerId } } });
    const wallets = await api.GET('/v2/wallets', { params: { query: { customerIds: customerId } } });
    const events = [...received.values()].filter((event) => event.customerId === customerId);
    return { status: 200, html: page({ notice, customer: given(customer.data).data, wallets: given(wallets.data).data, events }) };
  };

  /** Asks for a challenge, and sends the visitor to the Gateway with it. */
  const send = async (visitor: Visitor, task: string): Promise<Answer> => {
    const { customerId = '' } = visitor;
    const state = randomUUID();
    const params = { path: { customerId }, header: { 'Idempotency-Key': randomUUID() } };
    const body = { redirectUrl: `${origin}/back`, state };
    const ask = async () => {
      if (task === 'initialize') return api.POST('/v2/customers/{customerId}/initialize', { params, body });
      if (task === 'wallets') {
        return api.POST('/v2/customers/{customerId}/wallet/create', { params, body: { ...body, blockchains: ['ETH-SEPOLIA'] } });
      }
      const wallets = await api.GET('/v2/wallets', { params: { query: { customerIds: customerId } } });
      const walletId = given(wallets.data).data[0]?.id ?? '';
      return api.POST('/v2/customers/{customerId}/sign/message', { params, body: { ...body, walletId, message: 'Sign in to Example' } });
    };
    const { data, error } = await ask();
    if (error !== undefined) return tell(visitor, error.message);
    visitor.asked.set(data.data.id, state);
    return { redirect: data.data.redirectUrl };
  };

  /** The way back from the Gateway. Its query is a hint that can be checked; what happened is what the API says. */
  const comeBack = async (visitor: Visitor, query: URLSearchParams): Promise<Answer> => {
    const challengeId = query.get('challengeId') ?? '';
    const state = visitor.asked.get(challengeId);
    const timestamp = query.get('timestamp') ?? '';
    const signed = `${timestamp}.${challengeId}.${query.get('status')}.${state}`;
    const isGenuine = isSigned(signed, query.get('signature') ?? '') && isRecent(timestamp);
    if (state === undefined || state !== query.get('state') || !isGenuine) return { status: 400 };
    visitor.asked.delete(challengeId);
    const path = { customerId: visitor.customerId ?? '', challengeId };
    const { data } = await api.GET('/v2/customers/{customerId}/challenges/{challengeId}', { params: { path } });
    const { task, status, result, failure } = given(data).data;
    const more = result !== undefined && 'signature' in result ? `: ${String(result.signature)}` : '';
    return tell(visitor, `${task} ${status}${failure === undefined ? more : ` (${failure.code})`}`);
  };

  /** Takes an event once, however often it is delivered. The signature is over the bytes as they came. */
  const receive = async (request: IncomingMessage): Promise<Answer> => {
    const body = await text(request);
    const timestamp = String(request.headers['x-webhook-timestamp']);
    const signature = String(request.headers['x-webhook-signature']).replace(/^sha256=/, '');
    if (!isSigned(`${timestamp}.${body}`, signature) || !isRecent(timestamp)) return { status: 401 };
    const { event, timestamp: at, idempotencyKey, data } = JSON.parse(body);
    received.set(idempotencyKey, { event, timestamp: at, customerId: data.customerId });
    return { status: 204 };
  };

  const isSigned = (signed: string, signature: string): boolean => {
    const expected = createHmac('sha256', webhookSecret).update(signed).digest();
    const actual = Buffer.from(signature, 'hex');
    return actual.length === expected.length && timingSafeEqual(actual, expected);
  };

  const answer = async (request: IncomingMessage, visitor: Visitor): Promise<Answer> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', origin);
    switch (`${request.method} ${pathname}`) {
      case 'GET /':
        return show(visitor);
      case 'GET /back':
        return comeBack(visitor, searchParams);
      case 'POST /webhooks':
        return receive(request);
    }
    // Only our own page may ask for what follows.
    if (request.method !== 'POST' || request.headers.origin !== origin) return { status: 404 };
    if (pathname !== '/sign-up') return send(visitor, pathname.slice(1));
    const header = { 'Idempotency-Key': randomUUID() };
    const { data } = await api.POST('/v2/customers', { params: { header }, body: { name: 'Ada Lovelace' } });
    visitor.customerId = given(data).data.id;
    return tell(visitor, 'Welcome');
  };

  const server = createServer(async (request, response) => {
    const known = /(?:^|; )visitor=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? '';
    const id = visitors.has(known) ? known : randomUUID();
    const visitor = visitors.get(id) ?? { asked: new Map() };
    // Whoever only looks, or delivers a webhook, is not remembered.
    if (request.headers.origin === origin) {
      visitors.set(id, visitor);
      response.setHeader('Set-Cookie', `visitor=${id}; HttpOnly; SameSite=Lax; Path=/`);
    }
    const reply = await answer(request, visitor).catch((error: unknown) => (console.error(error), { status: 500 }));
    if ('redirect' in reply) return response.writeHead(303, { Location: reply.redirect }).end();
    response.writeHead(reply.status, { 'Content-Type': 'text/html; charset=utf-8' }).end('html' in reply ? reply.html : undefined);
  });
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
  return { origin, close: () => server.close() };
}

function tell(visitor: Visitor, notice: string): Answer {
  visitor.notice = notice;
  return { redirect: '/' };
}

function isRecent(seconds: string): boolean {
  return Math.abs(Date.now() / 1000 - Number(seconds)) <= 300;
}

function given<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The API did not answer with data.');
  return value;
}

if (import.meta.main) {
  const { PORT = '3000', API_URL = 'http://localhost:4010', API_KEY = 'pk_sandbox_full', WEBHOOK_SECRET = 'whsec_sandbox' } = process.env;
  const { origin } = await startApplication({ port: Number(PORT), apiUrl: API_URL, apiKey: API_KEY, webhookSecret: WEBHOOK_SECRET });
  console.log(`Open ${origin}`);
}

/** An API that answers as a test needs it, and remembers what it was asked. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { examplesOf, pathOperations, responsesOf } from '../../scripts/openapi-document.ts';
import { contract } from '../contract/contract.ts';

export interface Asked {
  /** Method and path. */
  call: string;
  apiKey: string | undefined;
  idempotencyKey: string | undefined;
}

/** The contract's own example of what a call answers with. */
function answerOf(operationId: string): { data: { id: string } } {
  const { operation } = pathOperations(contract).find((one) => one.operation.operationId === operationId) ?? {};
  const [[, success] = []] = operation === undefined ? [] : responsesOf(contract, operation);
  const [[, answer] = []] = examplesOf(contract, success?.content?.['application/json']);
  return answer as { data: { id: string } };
}

const customer = answerOf('createCustomer');
const created = { ...customer, later: 1, data: { ...customer.data, later: { more: [null] } } };
const read = answerOf('getChallenge');
const postponed = { ...read, data: { ...read.data, status: 'postponed' } };
const busy = { success: false, status: 503, code: 'unavailable', message: 'Later.', requestId: 'req_1', errors: { message: 'Later.', details: [] }, documentationUrl: 'https://docs.example.com/' };

/**
 * The first attempt of every call finds it busy, the next ones are answered, with fields that the contract does not have, and a
 * status too where it is a challenge. `/health` and the chains are answered by something that is not the API, and a redirect leads away
 * from wallets, or nowhere from all of them. Tokens are there in an hour, and a customer named so is still in progress at first, or cut off in the middle of
 * the answer. What is odd in the errors of transactions and webhooks is none of the API's.
 */
export async function startFakeServer() {
  const asked: Asked[] = [];
  const seen = new Set<string>();
  const server = createServer(async (request, response) => {
    const { method = '', url = '', headers } = request;
    const body = method === 'GET' ? {} : ((await json(request)) as { name?: string; address?: string });
    const call = `${method} ${url}`;
    const key = headers['idempotency-key'];
    asked.push({ call, apiKey: String(headers['planbok-x-api-key']), idempotencyKey: typeof key === 'string' ? key : undefined });
    if (url === '/health') return response.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>Bad gateway</h1>');
    if (url === '/v2/config/chains') return response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Please sign in</h1>');
    if (url === '/v2/wallets') return response.writeHead(300, { 'Content-Type': 'application/json' }).end('{}');
    if (method === 'GET' && url.startsWith('/v2/wallets/')) return response.writeHead(302, { Location: '/elsewhere' }).end();
    if (method === 'GET' && url.startsWith('/v2/tokens')) return response.writeHead(429, { 'Content-Type': 'application/json', 'Retry-After': '3600' }).end(JSON.stringify({ ...busy, status: 429 }));
    if (url.startsWith('/v2/transactions')) return refuse(response, { code: 'odd', message: null, requestId: 7, errors: { details: [null, 'x', { path: 1 }] }, documentationUrl: [] });
    if (method === 'GET' && url.startsWith('/v2/webhook-endpoints')) return refuse(response, { code: 1, message: {}, errors: 'all' });
    if (body.address === 'lost') return request.socket.destroy();
    const name = `${call} ${body.name}`;
    const isFirst = !seen.has(name);
    seen.add(name);
    if (isFirst && body.name === 'Cut off') return response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': 1000 }).write('{', () => response.destroy());
    const [status, answer] = isFirst && body.name === 'In progress' ? [409, { ...busy, status: 409, code: 'idempotency_in_progress' }] : isFirst ? [503, busy] : [200, url.includes('/challenges/') ? postponed : created];
    return response.writeHead(status, { 'Content-Type': 'application/json', 'Retry-After': '0' }).end(JSON.stringify(answer));
  });
  const port = () => (server.address() as AddressInfo).port;
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return { url: `http://localhost:${port()}`, asked, id: created.data.id, stop: () => new Promise((resolve) => server.close(resolve)) };
}

function refuse(response: ServerResponse, answer: object) {
  return response.writeHead(400, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
}

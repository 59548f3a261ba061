import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { dereference, pathOperations, type PathItemObject, webhookOperations } from '../../scripts/openapi-document.ts';
import { contract, root } from '../contract/contract.ts';
import { drift } from './drift.ts';
import { type Exchange, recordedOrigin, webhookPath } from './exchange.ts';
import { trafficVariable } from './redirect.ts';

/**
 * What the tests before this one sent through the mock, and what it sent to their receivers. Left out is what HTTP describes
 * and the contract does not: HEAD, which is GET without its body, and OPTIONS; and by the contract's own word a query
 * parameter that is empty counts as left out.
 */
const recorded = readRecorded().filter(({ request }) => request.method !== 'HEAD' && request.method !== 'OPTIONS');
const events = recorded.filter(({ request }) => request.url.startsWith(`${recordedOrigin}${webhookPath}`));
const calls = recorded.filter((exchange) => !events.includes(exchange)).map((exchange) => ({ ...exchange, operation: operationOf(exchange) }));

const bundle = join(root, 'generated/openapi.yaml');
// The key is described as a security scheme, the next two by RFC 7240 and RFC 9112, and the last is what browser libraries add.
const described = ['--ignore-headers', 'planbok-x-api-key,prefer,transfer-encoding,x-requested-with'];

function readRecorded(): Exchange[] {
  const folder = process.env[trafficVariable];
  if (folder === undefined) throw new Error('Nothing was recorded: the project `traffic` judges what the others did.');
  return readdirSync(folder).flatMap((file) => {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n').slice(0, -1);
    return lines.map((line) => withoutEmptyParameters(JSON.parse(line) as Exchange));
  });
}

function withoutEmptyParameters({ request, response }: Exchange): Exchange {
  const [path = '', query] = request.url.split('?');
  const sent = query?.split('&').filter((parameter) => !/^[^=]*=?$/.test(parameter)) ?? [];
  return { request: { ...request, url: sent.length === 0 ? path : `${path}?${sent.join('&')}` }, response };
}

/** Which operation of the contract a request meant. Neither origin has the operations of the other. */
function operationOf({ request, response }: Exchange) {
  if (response.body?.includes('"code":"route_not_found"')) return undefined;
  const path = new URL(request.url).pathname;
  const fitting = pathOperations(contract).filter(
    (operation) => operation.method.toUpperCase() === request.method && new RegExp(`^${operation.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  // A path that is written out goes before one with parameters.
  const parameters = (path: string) => path.split('{').length;
  return fitting.toSorted((one, other) => parameters(one.path) - parameters(other.path))[0]?.operation;
}

const isForced = ({ response }: Exchange) => response.headers['x-planbok-mock'] === 'example';
const isRefused = ({ response }: Exchange) => response.status >= 400;
const tell = ({ request, response }: Exchange) => `${request.method} ${request.url} ${response.status}`;

describe('the traffic of all tests', () => {
  it('has every operation answered by its handler, with the status of its success', () => {
    const missing = pathOperations(contract).flatMap(({ operation }) => {
      const success = Object.keys(operation.responses).filter((status) => status < '400');
      const seen = new Set(calls.filter((call) => call.operation === operation && !isForced(call)).map(({ response }) => String(response.status)));
      return success.filter((status) => !seen.has(status)).map((status) => `${operation.operationId} ${status}`);
    });
    expect(missing).toEqual([]);
  });

  it('has only statuses that the operation declares', () => {
    const undeclared = calls.filter(({ operation, response }) => operation !== undefined && !(response.status in operation.responses));
    expect(undeclared.map(tell)).toEqual([]);
  });

  it('has every event delivered to a receiver that took it', () => {
    const taken = new Set(events.filter((event) => !isRefused(event)).map(({ request }) => request.url.slice(`${recordedOrigin}${webhookPath}`.length)));
    expect(webhookOperations(contract).map(({ path }) => path).filter((event) => !taken.has(event))).toEqual([]);
  });
});

describe('redocly drift', () => {
  it('finds nothing in what was accepted: neither in the requests nor in the answers', async () => {
    const accepted = calls.filter((call) => !isRefused(call));
    expect(await drift(accepted, bundle, described)).toMatchObject({ findings: [], documented: accepted.length });
  });

  // They were wrong on purpose, without a key or with a parameter that does not exist, and so only the answers are judged.
  it('finds nothing in the answers to what was refused', async () => {
    const refused = calls.filter(isRefused);
    const { findings, documented } = await drift(refused, bundle, ['--rules', 'schema-consistency', '--min-severity', 'error']);
    expect(findings).toEqual([]);
    expect(documented).toBeGreaterThanOrEqual(refused.filter(({ operation }) => operation !== undefined).length);
  });

  it('finds nothing in the events, whatever their receivers answered', async () => {
    const requests = events.map(({ request }) => ({ request }));
    expect(await drift(requests, await describeEvents())).toMatchObject({ findings: [], documented: events.length });
  });

  it('finds what is planted in good traffic', async () => {
    const good = calls.find(({ operation, response }) => operation?.operationId === 'createCustomer' && response.status === 201);
    if (good === undefined) throw new Error('no customer was created');
    const planted: Exchange[] = [
      { ...good, request: { ...good.request, url: `${recordedOrigin}/v2/nowhere` } },
      { ...good, request: { ...good.request, url: `${good.request.url}?never=described` } },
      { ...good, request: { ...good.request, headers: { ...good.request.headers, 'x-never-described': '1' } } },
      { ...good, request: { ...good.request, headers: { 'content-type': 'application/json' } } },
      { ...good, request: { ...good.request, body: '{"name":7}' } },
      { ...good, response: { ...good.response, body: '{"success":true}' } },
    ];
    const { found } = await drift([good, ...planted, good], bundle, described);
    expect(found).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

/** The events as operations of a receiver: drift reads paths and no webhooks. */
async function describeEvents(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'planbok-events-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const paths = Object.entries(contract.webhooks ?? {}).map(([event, item]) => [`${webhookPath}${event}`, dereference<PathItemObject>(contract, item)]);
  const file = join(folder, 'events.json');
  await writeFile(file, JSON.stringify({ ...contract, paths: Object.fromEntries(paths), webhooks: {} }));
  return file;
}

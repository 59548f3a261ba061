import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startMock } from '../../mock/start-mock.ts';
import { type Message, sequences } from '../../scripts/docs/drawings.ts';
import { drawings } from '../../scripts/docs/pictures.ts';
import { type OpenApiDocument, pathOperations, webhookOperations } from '../../scripts/openapi-document.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'docs/src/assets/pictures');
const contract = JSON.parse(readFileSync(join(root, 'generated/openapi.json'), 'utf8')) as OpenApiDocument;
const operations = new Set(pathOperations(contract).map(({ operation }) => operation.operationId));
const events = new Set(webhookOperations(contract).map(({ path }) => path));
const callbacks = new Set(pathOperations(contract).flatMap(({ operation }) => Object.keys(operation.callbacks ?? {})));
const pageSources = readdirSync(join(root, 'mock/gateway/screens')).map((file) => readFileSync(join(root, 'mock/gateway/screens', file), 'utf8')).join('\n');

/** What the API calls the requests of the drawings: the page shows it as its heading. The test of the webhooks asks for them. */
const titles = new Set(['Set your PIN', 'Send 0.1 ETH']);

/** Whether there is such a thing in the contract, on the Gateway page or in the mock. */
async function isReal(message: Message): Promise<boolean> {
  if ('operation' in message) return operations.has(message.operation);
  if ('webhook' in message) return events.has(message.webhook);
  if ('callback' in message) return callbacks.has(message.callback);
  if ('screen' in message) return [`'${message.screen}'`, `"${message.screen}"`].some((text) => pageSources.includes(text)) || titles.has(message.screen);
  if ('act' in message) {
    const [file = '', name = ''] = message.act.split('#');
    return existsSync(join(root, file)) && name in ((await import(join(root, file))) as object);
  }
  return true;
}

interface Asked {
  id: string;
  display: { title: string };
}

const sequence = (name: string) => sequences.find((one) => one.name === name)?.steps ?? [];
const webhooksOf = (name: string): string[] => sequence(name).flatMap((step) => ('webhook' in step ? [step.webhook] : []));

describe('the drawings', () => {
  it('name nothing that is not in the contract, on the page or in the mock', async () => {
    const steps = sequences.flatMap(({ name, steps }) => steps.map((step) => ({ name, step })));
    const real = await Promise.all(steps.map(({ step }) => isReal(step)));
    expect(steps.filter((_, index) => !real[index])).toEqual([]);
    expect(steps.length).toBeGreaterThan(30);
  });

  it('are drawn anew whenever they change', () => {
    const stale = [...drawings()].filter(([file, svg]) => !existsSync(join(folder, file)) || readFileSync(join(folder, file), 'utf8') !== svg);
    expect(stale.map(([file]) => file), 'Run `node scripts/docs/pictures.ts` and commit the result.').toEqual([]);
  });

  it('have the webhooks in the order in which they come', async () => {
    await using mock = await startMock({ seed: 1, scenario: 'funded', webhookUrls: ['http://localhost:9/nobody'] });
    const call = async <Data>(method: string, path: string, body?: object): Promise<Data> => {
      const response = await fetch(`${mock.apiUrl}${path}`, {
        method,
        headers: { 'PLANBOK-X-API-KEY': mock.keys.apiKey, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return ((await response.json()) as { data: Data }).data;
    };
    const { customer, wallets } = mock.scenario ?? { wallets: [] };
    const heard = async (since: number): Promise<string[]> => {
      const deliveries = await call<{ event: string }[]>('GET', '/sandbox/webhook-deliveries?limit=100&order=ASC');
      return deliveries.slice(since).map(({ event }) => event);
    };
    const pin = '493817';
    const redirectUrl = 'https://app.example.com/back';

    const before = (await heard(0)).length;
    const { id } = await call<{ id: string }>('POST', '/v2/customers', { name: 'Grace Hopper' });
    const asked = await call<Asked>('POST', `/v2/customers/${id}/initialize`, { redirectUrl });
    await call('POST', `/sandbox/challenges/${asked.id}/approve`, { pin });
    expect(await heard(before)).toEqual(webhooksOf('sequence-onboarding'));

    const then = (await heard(0)).length;
    const transfer = await call<Asked>('POST', `/v2/customers/${customer?.id}/transactions/transfer`, {
      walletId: wallets[0]?.id, destinationAddress: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8', amounts: ['0.1'], redirectUrl,
    });
    expect(new Set([asked.display.title, transfer.display.title])).toEqual(titles);
    await call('POST', `/sandbox/challenges/${transfer.id}/approve`, { pin });
    await call('POST', '/sandbox/clock/advance', { seconds: 60 });
    expect(await heard(then)).toEqual(webhooksOf('sequence-transfer'));
  });
});

describe('the photographs of the Gateway', () => {
  it('are there for both themes, and small', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.png'));
    expect(files.filter((file) => file.endsWith('-light.png')).map((file) => file.replace('-light', '-dark'))).toEqual(files.filter((file) => file.endsWith('-dark.png')));
    expect(files.filter((file) => statSync(join(folder, file)).size > 60_000)).toEqual([]);
    expect(files.length).toBeGreaterThan(10);
  });

  it('and the drawings are what the guides show, each of them', () => {
    const guides = readdirSync(join(root, 'docs/src/content/docs')).map((file) => readFileSync(join(root, 'docs/src/content/docs', file), 'utf8')).join('\n');
    const shown = new Set([...guides.matchAll(/<Picture\s+name="([^"]+)"/g)].map(([, name]) => name));
    const made = new Set(readdirSync(folder).map((file) => file.replace(/-(light|dark)\.\w+$/, '')));
    expect([...shown].sort()).toEqual([...made].sort());
  });
});

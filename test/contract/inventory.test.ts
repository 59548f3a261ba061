import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMock } from '../../mock/server.ts';
import { inventory } from '../../scripts/inventory.ts';
import { pathOperations } from '../../scripts/openapi-document.ts';
import { callsIn, handlersIn, mentionsIn } from '../../scripts/sources.ts';
import { contract, root } from './contract.ts';

/** The tables of an inventory: the rows under a heading, each a cell by the name of its column. */
function tableOf(text: string, firstColumn: string): Record<string, string>[] {
  const cellsOf = (line: string) => line.split('|').slice(1, -1).map((cell) => cell.trim());
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`| ${firstColumn} |`));
  const columns = cellsOf(lines[start] ?? '');
  const rows = lines.slice(start + 2);
  return rows.slice(0, rows.indexOf('')).map((line) => Object.fromEntries(cellsOf(line).map((cell, index) => [columns[index], cell])));
}

const lacking = (rows: Record<string, string>[], column: string) => rows.filter((row) => !row[column]).map(({ operationId }) => operationId);

const text = inventory(contract, root);
const operations = tableOf(text, 'Method');
const webhooks = tableOf(text, 'Event');

describe('the inventory', () => {
  it('has a handler for every operation', () => {
    expect(lacking(operations, 'Handler')).toEqual([]);
    expect(operations).toHaveLength(pathOperations(contract).length);
  });

  it('has a test for every operation', () => {
    expect(lacking(operations, 'Test')).toEqual([]);
  });

  it('has a test for every event', () => {
    expect(lacking(webhooks, 'Test')).toEqual([]);
    expect(webhooks).toHaveLength(Object.keys(contract.webhooks ?? {}).length);
  });

  it('names a handler exactly where the mock has one', async () => {
    const mock = await createMock({ compile: 'later' });
    onTestFinished(() => mock.close());
    const named = operations.filter(({ Handler }) => Handler !== '').map(({ operationId }) => operationId);
    expect(named.toSorted()).toEqual(mock.operations.filter(({ handled }) => handled).map(({ operationId }) => operationId).toSorted());
  });
});

describe('what the sources say', () => {
  async function folderWith(files: Record<string, string>): Promise<string> {
    const folder = await mkdtemp(join(tmpdir(), 'planbok-sources-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await mkdir(join(folder, 'sub'));
    for (const [name, source] of Object.entries(files)) await writeFile(join(folder, name), source);
    return folder;
  }

  const found = (calls: Map<string, Map<string, number>>) =>
    Object.fromEntries([...calls].filter(([, files]) => files.size > 0).map(([id, files]) => [id, Object.fromEntries(files)]));

  it('takes a handler for one when it is a key of what a function of handlers returns, however it is written', async () => {
    const folder = await folderWith({
      'pets.ts': `
        export function petHandlers() {
          const hidden = { getPet: 1 };
          const listPets = () => hidden;
          return { listPets, createPet: async () => {}, deletePet() { return { inner: 1 } } } satisfies object;
        }
        function toPet() { return { updatePet: 1 }; }`,
    });
    expect([...handlersIn(folder).keys()]).toEqual(['listPets', 'createPet', 'deletePet']);
  });

  it('takes a call for one when method and path are those of the operation', async () => {
    const folder = await folderWith({
      'one.test.ts': `
        api.GET('/v2/customers/{customerId}', {});
        demo<Customer>('GET', \`/customers/\${id}\`);
        send(mock, 'GET', \`/v2/customers/\${id}?x=1\`);
        settle('/customers/x', { method: 'GET' }); settle('/tokens', { method: 'POST', body }); settle('/tokens', {});`,
      'sub/two.test.ts': `
        api.GET('/v2/customers'); api.PATCH('/v2/customers/{customerId}', {});
        log('/v2/tokens'); // api.GET('/v2/tokens')`,
      'fixture.ts': `api.GET('/v2/wallets');`,
    });
    expect(found(callsIn(folder, pathOperations(contract)))).toEqual({
      getCustomer: { 'one.test.ts': 3 },
      addToken: { 'one.test.ts': 1 },
      listCustomers: { 'sub/two.test.ts': 1 },
      updateCustomer: { 'sub/two.test.ts': 1 },
    });
  });

  it('takes the calls of what a test imports for its own, where no test makes them itself', async () => {
    const folder = await folderWith({
      'one.test.ts': `import { help } from './fixture.ts'; api.GET('/v2/customers');`,
      'sub/two.test.ts': `import { help } from '../fixture.ts';`,
      'fixture.ts': `export const help = () => { api.GET('/v2/wallets'); api.GET('/v2/customers'); };`,
    });
    expect(found(callsIn(folder, pathOperations(contract)))).toEqual({
      listCustomers: { 'one.test.ts': 1 },
      listWallets: { 'one.test.ts': 1, 'sub/two.test.ts': 1 },
    });
  });

  it('takes a word for named when a test, or what it imports from beside it, has it as a text of its own', async () => {
    const folder = await folderWith({
      'a.test.ts': `expect(event).toBe('wallet.created'); // customer.created`,
      'b.ts': `'wallet.created'; 'customer.pin_setup'`,
      'sub/c.test.ts': `import { scenarios } from '../d.ts';`,
      'd.ts': `export const scenarios = { 'customer.locked_out': () => {} };`,
    });
    expect(found(mentionsIn(folder, ['wallet.created', 'customer.created', 'customer.pin_setup', 'customer.locked_out']))).toEqual({
      'wallet.created': { 'a.test.ts': 1 },
      'customer.locked_out': { 'sub/c.test.ts': 1 },
    });
  });
});

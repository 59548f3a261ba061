import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { usage } from '../../mock/usage.ts';
import { releasesOf } from '../../scripts/changelog.ts';
import { errorsOf } from '../../scripts/errors-of.ts';
import { type OpenApiDocument, pathOperations, webhookOperations } from '../../scripts/openapi-document.ts';
import { lastRelease } from '../../scripts/rate.ts';
import { builtPortal } from './portal.ts';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const contract = JSON.parse(read('generated/openapi.json')) as OpenApiDocument;
const operations = pathOperations(contract);
const webhooks = webhookOperations(contract);

function valuesOf(schema: string): string[] {
  const values = contract.components.schemas[schema]?.['x-extensible-enum'];
  if (!Array.isArray(values) || values.length === 0) throw new Error(`The contract has no open enum ${schema}.`);
  return values.map(String);
}

let folder: string;

beforeAll(async () => {
  folder = await builtPortal();
});

/** The article of a page: neither the menu nor the search, which name everything. Empty when there is no such page. */
function articleOf(page: string): string {
  const file = join(folder, page, 'index.html');
  if (!existsSync(file)) return '';
  const html = readFileSync(file, 'utf8');
  return html.slice(html.indexOf('<main'), html.indexOf('</main>'));
}

/** Which of the names the page does not have in this form of HTML. */
function missingOn(page: string, names: string[], form: (name: string) => string): string[] {
  const html = articleOf(page);
  return names.filter((name) => !html.includes(form(name)));
}

const asCode = (name: string): string => `>${name}</code>`;
const asId = (name: string): string => `id="${name}"`;

describe('the portal', () => {
  it('has a page for every operation, with its path', () => {
    const without = operations.filter(({ path, operation }) => !articleOf(`api/operations/${operation.operationId.toLowerCase()}`).includes(path));
    expect(without.map(({ operation }) => operation.operationId)).toEqual([]);
    expect(operations.length).toBeGreaterThan(60);
  });

  it('has a page for every webhook, with its event', () => {
    const without = webhooks.filter(({ path, operation }) => !articleOf(`api/webhooks/${operation.operationId.toLowerCase()}`).includes(path));
    expect(without.map(({ path }) => path)).toEqual([]);
  });

  it('says of every operation and webhook who has it', () => {
    expect(missingOn('fidelity', [...operations, ...webhooks].map(({ operation }) => operation.operationId), asCode)).toEqual([]);
  });

  it('explains every error code where its documentationUrl leads', () => {
    const errors = errorsOf(contract);
    expect(missingOn('errors', errors.map(({ code }) => code), asId)).toEqual([]);
    const addresses = errors.map(({ code }) => (contract.components['examples']?.[code] as { value: { documentationUrl: string } }).value.documentationUrl);
    expect(addresses.filter((address) => new URL(address).pathname !== '/errors/')).toEqual([]);
    // Its words are there too, at least up to the first name that is set as code.
    const html = articleOf('errors');
    expect(errors.filter(({ cause, remedy }) => [cause, remedy].some((text) => !html.includes(text.split('`')[0]!.trim()))).map(({ code }) => code)).toEqual([]);
  });

  it('tells of every event', () => {
    expect(missingOn('webhooks', valuesOf('WebhookEventType'), asId)).toEqual([]);
  });

  it('lists every blockchain, family and native token', () => {
    expect(missingOn('blockchains', valuesOf('Blockchain'), asCode)).toEqual([]);
  });

  it('explains every task and every way in which a challenge can fail', () => {
    const guides = ['onboarding', 'pin', 'wallets', 'transactions', 'signing', 'export', 'challenges'].map(articleOf).join('');
    expect(valuesOf('ChallengeTask').filter((task) => !guides.includes(task))).toEqual([]);
    expect(missingOn('challenges', valuesOf('ChallengeFailureCode'), asCode)).toEqual([]);
  });

  it('explains every option of the command line', () => {
    const options = [...read('mock/main.ts').matchAll(/^ +'?([a-z][a-z-]*)'?: \{ type: '(?:string|boolean)'/gm)].map(([, name]) => `--${name}`);
    expect(options.length).toBeGreaterThan(15);
    expect(options.filter((option) => !new RegExp(`^  ${option}( |$)`, 'm').test(usage)), 'not in mock/usage.ts').toEqual([]);
    const flags = [...usage.matchAll(/^ {2}(--\S+(?: \S+)?) {2,}/gm)].map(([, flag = '']) => flag);
    expect(flags.length).toBe(options.length);
    expect(missingOn('mock', flags, asCode)).toEqual([]);
  });

  it('has every version in the changelog, and keeps every released contract', async () => {
    expect(missingOn('changelog', releasesOf(read('CHANGELOG.md')).map(({ version }) => version), asId)).toEqual([]);
    const last = await lastRelease();
    expect(readFileSync(join(folder, 'releases', last, 'openapi.yaml'), 'utf8') === read(`docs/releases/${last}/openapi.yaml`)).toBe(true);
  });
});

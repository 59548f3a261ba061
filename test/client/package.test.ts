import { execFile } from 'node:child_process';
import { createHash, createHmac } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMock } from '../../mock/start-mock.ts';
import { packClient } from '../../scripts/pack-client.ts';
import { bundle } from '../../scripts/bundle.ts';
import { type Example, examples, promisedOutput, readmeExamples } from './examples.ts';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '..', '..');
const installed = join(root, 'node_modules');
const tsc = join(installed, 'typescript/bin/tsc');
const documented = [...examples(), ...readmeExamples()];
const fileOf = ({ name }: Example) => `${name.replace(/\W+/g, '-')}.ts`;

let work: string;
let archive: string;
/** A project of somebody who has installed the package. */
let consumer: string;
let packageFolder: string;

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'planbok-package-'));
  archive = await packClient(work);
  consumer = join(work, 'consumer');
  packageFolder = join(consumer, 'node_modules/@planbok/customer-custody');
  await mkdir(packageFolder, { recursive: true });
  await run('tar', ['-xzf', archive, '-C', packageFolder, '--strip-components', '1']);
  for (const name of ['openapi-fetch', 'openapi-typescript-helpers']) await symlink(join(installed, name), join(consumer, 'node_modules', name));
  await writeFile(join(consumer, 'package.json'), '{"type":"module"}');
});
afterAll(() => rm(work, { recursive: true, force: true }));

/** Compiles files of the consumer's as strictly as can be, the types of the package included. */
async function compile(files: string[]): Promise<string> {
  const compilerOptions = {
    strict: true, noEmit: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, verbatimModuleSyntax: true,
    target: 'ES2022', lib: ['ES2022', 'DOM', 'DOM.Iterable'], module: 'NodeNext', types: [],
  };
  await writeFile(join(consumer, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  return run(process.execPath, [tsc, '--project', consumer]).then(({ stdout }) => stdout, ({ stdout }) => String(stdout));
}

describe('the package @planbok/customer-custody', () => {
  it('has nothing that publint finds fault with', async () => {
    const { messages } = await publint({ pkgDir: packageFolder, level: 'suggestion', strict: true, pack: false });
    expect(messages).toEqual([]);
  });

  it('has types that are not wrong, however they are resolved', async () => {
    // It is made of ECMAScript modules alone, which a CommonJS module imports by `await import()`, or requires since Node 22.
    const attw = join(installed, '@arethetypeswrong/cli/dist/index.js');
    const { stdout } = await run(process.execPath, [attw, archive, '--format', 'json', '--ignore-rules', 'cjs-resolves-to-esm']).catch(({ stdout, stderr }) => {
      throw new Error(`${stdout}${stderr}`);
    });
    const problems: { kind: string }[] = JSON.parse(stdout).analysis.problems;
    expect(problems.filter(({ kind }) => kind !== 'CJSResolvesToESM')).toEqual([]);
  });

  it('tells which contract it was made from', async () => {
    const { name, version, dependencies, contract } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
    const own = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    const openapi = await readFile(join(root, 'generated/openapi.yaml'));
    expect({ name, version }).toEqual({ name: own.name, version: own.version });
    expect(contract).toEqual({ version: own.version, sha256: createHash('sha256').update(openapi).digest('hex') });
    expect(dependencies).toEqual({ 'openapi-fetch': own.dependencies['openapi-fetch'] });
    for (const file of ['README.md', 'LICENSE', 'dist/generated/types.d.ts']) expect(existsSync(join(packageFolder, file))).toBe(true);
  });

  it('compiles in a strict project, and wrong calls do not', async () => {
    await copyFile(join(import.meta.dirname, 'wrong-calls.ts'), join(consumer, 'wrong-calls.ts'));
    expect(await compile(['wrong-calls.ts'])).toBe('');
  });

  it('is below 7 kB minified and compressed, and below 12 kB with what it depends on', async () => {
    const entry = join(packageFolder, 'dist/client/index.js');
    const sizeOf = (code: string) => gzipSync(code, { level: 9 }).length;
    const [alone, everything] = [sizeOf(await bundle(entry, ['openapi-fetch'])), sizeOf(await bundle(entry))];
    console.log(`The client: ${alone} bytes alone, ${everything} bytes with openapi-fetch.`);
    expect(alone).toBeGreaterThan(2_000);
    expect(alone).toBeLessThan(7_000);
    expect(everything).toBeGreaterThan(alone);
    expect(everything).toBeLessThan(12_000);
  });
});

describe('the examples of the package', () => {
  it('are there for everything that can be called', () => {
    expect(documented.filter(({ code }) => code === undefined)).toEqual([]);
    expect(documented.length).toBeGreaterThan(12);
  });

  it('compile as they are', async () => {
    for (const example of documented) await writeFile(join(consumer, fileOf(example)), example.code ?? '');
    expect(await compile(documented.map(fileOf))).toBe('');
  });

  it.each(documented)('$name does what it says', async (example) => {
    await using mock = await startMock({ scenario: 'funded', log: () => undefined });
    const code = (example.code ?? '').replaceAll('http://localhost:4010', mock.apiUrl);
    const file = join(consumer, `run-${fileOf(example)}`);
    await writeFile(file, `${code}${/export async function receive\b/.test(code) ? deliver() : ''}`);
    const { stdout } = await run(process.execPath, [file]);
    expect(promisedOutput(code).length).toBeGreaterThan(0);
    expect(stdout.trimEnd().split('\n')).toEqual(promisedOutput(code));
  });
});

/** Calls an example that receives webhooks, as the API would. */
function deliver(): string {
  const body = JSON.stringify({ event: 'transaction.confirmed', timestamp: '2026-03-02T09:10:55.000Z', idempotencyKey: 'a', data: { blockchain: 'ETH-SEPOLIA' } });
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', 'whsec_sandbox').update(`${timestamp}.${body}`).digest('hex');
  const init = { method: 'POST', headers: { 'X-Webhook-Timestamp': timestamp, 'X-Webhook-Signature': `sha256=${signature}` }, body };
  return `
const answer = await receive(new Request('https://app.example.com/webhooks', ${JSON.stringify(init)}));
if (answer.status !== 200) throw new Error(String(answer.status));
const forged = await receive(new Request('https://app.example.com/webhooks', ${JSON.stringify({ ...init, body: `${body} ` })}));
if (forged.status !== 401) throw new Error(String(forged.status));
`;
}

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMock, type Mock } from '../../mock/server.ts';
import { type CodeSample, codeSamples } from '../../scripts/code-samples.ts';
import { type Call, callsOf } from '../../scripts/code-samples/call.ts';
import { contract } from '../contract/contract.ts';
import { goModule, lackingToRun, linkPackages, pythonWithClient, typeErrors } from './sample-languages.ts';

const run = promisify(execFile);
const calls = callsOf(contract);
const samples = codeSamples(contract);
const separator = (operationId: string) => `--- ${operationId} ---`;

/** What reached the mock, and what it answered. */
interface Exchange {
  method: string;
  url: URL;
  headers: Headers;
  body: unknown;
  status: number;
}

let mock: Mock;
let server: Server;
let origin: string;
let work: string;
let exchanges: Exchange[] = [];

/** The mock, which answers every valid request with the first example of its success. */
async function answerFromExamples(request: Request): Promise<Response> {
  const url = new URL(request.url);
  const call = calls.find(({ method, path }) => method === request.method && pattern(path).test(url.pathname));
  const text = await request.text();
  const headers = new Headers(request.headers);
  headers.set('Prefer', `code=${call?.status ?? 200}`);
  const sent = new Request(request.url, { method: request.method, headers, ...(text === '' ? {} : { body: text }) });
  const response = await (url.pathname.startsWith('/gateway/') ? mock.gateway(sent) : mock.api(sent));
  exchanges.push({ method: request.method, url, headers: request.headers, body: text === '' ? undefined : JSON.parse(text), status: response.status });
  return response;
}

const pattern = (path: string) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);

/** The samples of a language, with the mock's address in place of the one that they show. */
function samplesIn(lang: CodeSample['lang']): { operationId: string; source: string }[] {
  return Object.entries(samples).map(([operationId, all]) => {
    const source = all.find((sample) => sample.lang === lang)?.source ?? '';
    return { operationId, source: source.replace(/http:\/\/localhost:40[12]0/g, origin) };
  });
}

/** What is wrong with what a language sent and printed: `printed` has the output of each sample behind its separator. */
function faults(printed: string): string[] {
  const outputs = new Map(calls.map(({ operationId }, index) => {
    const from = printed.indexOf(separator(operationId));
    const next = calls[index + 1];
    const to = next === undefined ? printed.length : printed.indexOf(separator(next.operationId));
    return [operationId, from < 0 ? '' : printed.slice(from + separator(operationId).length, to).trim()];
  }));
  return calls.flatMap((call, index) => {
    const { operationId } = call;
    const wrong = [...wrongRequest(call, exchanges[index]), ...wrongOutput(call, outputs.get(operationId) ?? '')];
    return wrong.map((what) => `${operationId}: ${what}`);
  });
}

function wrongRequest(call: Call, exchange: Exchange | undefined): string[] {
  if (exchange === undefined) return ['nothing was sent'];
  const { method, url, headers, body, status } = exchange;
  const target = call.pathParameters.reduce((path, [name, value]) => path.replace(`{${name}}`, value), call.path);
  const wanted = {
    status: call.status, method: call.method, path: target, query: call.query.map(([name, value]) => `${name}=${value}`).sort(),
    key: call.credential?.scheme === 'apiKey' ? call.credential.value : undefined,
    token: call.credential?.scheme === 'gatewayToken' ? `Bearer ${call.credential.value}` : undefined,
    body: comparable(call.body),
  };
  const actual = {
    status, method, path: url.pathname, query: [...url.searchParams].map(([name, value]) => `${name}=${value}`).sort(),
    // Nobody minds a key where none is needed.
    key: wanted.key === undefined ? undefined : (headers.get('planbok-x-api-key') ?? undefined),
    token: headers.get('authorization') ?? undefined,
    body: comparable(body),
  };
  const differ = (Object.keys(wanted) as (keyof typeof wanted)[]).filter((name) => JSON.stringify(wanted[name]) !== JSON.stringify(actual[name]));
  return differ.map((name) => `its ${name} is ${JSON.stringify(actual[name])}, not ${JSON.stringify(wanted[name])}`);
}

/** The order of keys, the spaces of JSON within text, and an idempotency key that a client draws, are no difference. */
function comparable(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value === 'string' && value.startsWith('{')) return comparable(JSON.parse(value));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([name]) => name !== 'idempotencyKey').sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([name, member]) => [name, comparable(member)]));
}

/** It must print what the answer has: the first text or number in it. The generated clients drop HTML. */
function wrongOutput({ answer: { mediaType, value } }: Call, output: string): string[] {
  const found = firstScalar(typeof value === 'object' && value !== null && 'data' in value ? value.data : value);
  if (found === undefined || (mediaType !== 'application/json' && output === '')) return [];
  return output.toLowerCase().includes(String(found).split('\n')[0]?.toLowerCase() ?? '') ? [] : [`it prints ${JSON.stringify(output.slice(0, 300))}, without ${String(found)}`];
}

function firstScalar(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.values(value).map(firstScalar).find((scalar) => scalar !== undefined);
}

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'planbok-code-samples-'));
  mock = await createMock({ validateWire: true, logFailure: () => undefined });
  server = createServer(getRequestListener(answerFromExamples));
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  origin = `http://localhost:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await mock.close();
  await rm(work, { recursive: true, force: true });
});

/** Runs all samples of a language in one program, and answers with what is wrong with them. */
async function outcomeOf(command: string, args: string[], folder: string): Promise<string[]> {
  exchanges = [];
  const { stdout, stderr } = await run(command, args, { cwd: folder, maxBuffer: 16 * 1024 * 1024 }).catch((error) => error as { stdout: string; stderr: string });
  const wrong = faults(stdout);
  return wrong.length > 0 && stderr !== '' ? [...wrong, stderr] : wrong;
}

describe('the code samples', () => {
  it('are there for every operation, in four languages', () => {
    expect(Object.keys(samples)).toEqual(calls.map(({ operationId }) => operationId));
    for (const all of Object.values(samples)) expect(all.map(({ label }) => label)).toEqual(['curl', 'TypeScript', 'Python', 'Go']);
    expect(calls.length).toBeGreaterThan(65);
  });

  it('call with curl as the contract says', async () => {
    expect(await lackingToRun('sh')).toEqual([]);
    const lines = samplesIn('bash').flatMap(({ operationId, source }) => [`echo; echo '${separator(operationId)}'`, source]);
    await writeFile(join(work, 'samples.sh'), lines.join('\n'));
    expect(await outcomeOf('bash', ['-eu', 'samples.sh'], work)).toEqual([]);
  });

  it('call with TypeScript as the contract says, and have right types', async () => {
    const folder = join(work, 'typescript');
    await mkdir(folder);
    await linkPackages(folder);
    const files: string[] = [];
    for (const { operationId, source } of samplesIn('typescript')) {
      files.push(join(folder, `${operationId}.ts`));
      await writeFile(join(folder, `${operationId}.ts`), `${source}\nexport {};\n`);
    }
    expect(typeErrors(files)).toEqual([]);
    const main = calls.map(({ operationId }) => `console.log('${separator(operationId)}'); await import('./${operationId}.ts');\n`);
    await writeFile(join(folder, 'main.ts'), main.join(''));
    expect(await outcomeOf(process.execPath, ['main.ts'], folder)).toEqual([]);
  });

  it('call with Python as the contract says', async () => {
    expect(await lackingToRun('python')).toEqual([]);
    const folder = join(work, 'python');
    await mkdir(folder);
    for (const { operationId, source } of samplesIn('python')) await writeFile(join(folder, `${operationId}.py`), `${source}\n`);
    const main = calls.map(({ operationId }) => `print('${separator(operationId)}'); runpy.run_path('${operationId}.py')\n`);
    await writeFile(join(folder, 'main.py'), ['import runpy\n', ...main].join(''));
    expect(await outcomeOf(await pythonWithClient(), ['main.py'], folder)).toEqual([]);
  });

  it('call with Go as the contract says, and are as gofmt has them', async () => {
    expect(await lackingToRun('go')).toEqual([]);
    const folder = join(work, 'go');
    await mkdir(folder);
    await goModule(folder);
    // As many programs would be linked as many times: each becomes a function of one.
    for (const { operationId, source } of samplesIn('go')) {
      await writeFile(join(folder, `${operationId}.go`), `${source.replace('func main()', `func ${operationId}()`)}\n`);
    }
    const { stdout: unformatted } = await run('gofmt', ['-l', '.'], { cwd: folder });
    expect(unformatted).toBe('');
    const main = calls.map(({ operationId }) => `\tfmt.Println("${separator(operationId)}")\n\t${operationId}()\n`);
    await writeFile(join(folder, 'main.go'), `package main\n\nimport "fmt"\n\nfunc main() {\n${main.join('')}}\n`);
    await run('go', ['build', '-o', 'samples', '.'], { cwd: folder, env: { ...process.env, GOFLAGS: '-mod=mod', GOPROXY: 'off', GOTOOLCHAIN: 'local' } });
    expect(await outcomeOf(join(folder, 'samples'), [], folder)).toEqual([]);
  });
});

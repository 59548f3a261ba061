import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';
import { countOperations, readContract } from './contract-variant.ts';

// Compares the mock with `prism mock` as shipped and with openapi-backend, on one contract, in one run. The rounds are
// interleaved, so that what else the machine does falls on all alike; a ratio is the median of the rounds' ratios.
// The verdicts are by processor time per request. A rate is printed beside it, but it depends on what else the machine does,
// and on two cores the load itself takes one of them: above some 8,000 requests a second it is the client that is measured.

const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5);
const seconds = Number(process.env['BENCH_SECONDS'] ?? 3);
const growthRequests = Number(process.env['BENCH_REQUESTS'] ?? 200_000);
const connections = 10;

const targets = { prism: 5, openApiBackend: 1.3, flat: 0.9, memory: 300, growth: 0.02 };

interface Subject {
  name: string;
  url: string;
  process: ChildProcess;
}

interface Usage {
  cpuMicroseconds: number;
  rss: number;
  heapUsed: number;
}

interface Measurement {
  /** Requests a second. */
  rate: number;
  /** Microseconds of processor time a request. */
  cpu: number;
}

interface Load {
  title: string;
  request: { method: string; path: string; headers: Record<string, string>; body?: string };
}

const headers = { 'PLANBOK-X-API-KEY': 'pk_sandbox_full' };
const json = { ...headers, 'content-type': 'application/json' };
const getWallet: Load = {
  title: 'GET wallet',
  request: { method: 'GET', path: '/v2/wallets/6999fa10c3d2a54e7b91f001', headers },
};
const createCustomer: Load = {
  title: 'POST customer',
  request: { method: 'POST', path: '/v2/customers', headers: json, body: JSON.stringify({ name: 'Ada Lovelace', refId: 'user-1001' }) },
};
const loads = [getWallet, createCustomer];

const fileOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

function start(script: string, args: string[]): ChildProcess {
  return fork(script, args, {
    execArgv: ['--expose-gc', '--import', new URL('report-usage.ts', import.meta.url).href],
    // Logs go nowhere, everybody's alike; what goes wrong is seen.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

async function startSubject(name: string, kind: string, operations?: number): Promise<Subject> {
  const child = start(fileOf('subject.ts'), [kind, ...(operations ? [String(operations)] : [])]);
  const { port } = await answerOf<{ port: number }>(child, name);
  return { name, url: `http://127.0.0.1:${port}`, process: child };
}

/** The command as shipped. */
async function startPrism(name: string): Promise<Subject> {
  const port = await freePort();
  // A copy, because the command starts anew whenever its document is written.
  const contract = join(temporary, 'openapi.json');
  await copyFile(fileOf('../../generated/openapi.json'), contract);
  const args = ['mock', contract, '--host', '127.0.0.1', '--port', String(port)];
  const child = start(fileOf('../../node_modules/.bin/prism'), args);
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 150 && child.exitCode === null; attempt += 1) {
    const answer = await fetch(url + getWallet.request.path, { headers }).catch(() => undefined);
    if (answer) return { name, url, process: child };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill();
  throw new Error('prism mock does not answer. Try: npm run mock:static');
}

async function answerOf<Message>(child: ChildProcess, name: string): Promise<Message> {
  const settled = new AbortController();
  const { signal } = settled;
  try {
    const exited = once(child, 'exit', { signal }).then(([code]) => {
      throw new Error(`${name} ended with code ${code} before it answered.`);
    });
    const [message]: Message[] = await Promise.race([once(child, 'message', { signal }) as Promise<Message[]>, exited]);
    return message as Message;
  } finally {
    settled.abort();
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Drives one subject for a few seconds. Anything but success makes the run worthless. */
async function measure(subject: Subject, { title, request }: Load, duration: number): Promise<Measurement> {
  const { path, ...rest } = request;
  const before = await usageOf(subject);
  const { requests, errors, non2xx, duration: took } = await autocannon({ url: subject.url + path, connections, duration, ...rest });
  const after = await usageOf(subject);
  if (errors > 0 || non2xx > 0) {
    throw new Error(`${subject.name}, ${title}: of ${requests.total} requests, ${non2xx} were refused and ${errors} failed.`);
  }
  return { rate: requests.total / took, cpu: (after.cpuMicroseconds - before.cpuMicroseconds) / requests.total };
}

async function usageOf({ name, process: child }: Subject, question: 'usage' | 'collect' = 'usage'): Promise<Usage> {
  child.send(question);
  return (await answerOf<{ usage: Usage }>(child, name)).usage;
}

/** Sends requests of many kinds that leave no state behind: found, not found, invalid, listed by ever new filters. */
async function exercise(subject: Subject, amount: number): Promise<void> {
  const requests = Array.from({ length: 500 }, (_, index) => {
    const id = index.toString(16).padStart(24, '0');
    const kinds = [
      getWallet.request,
      { method: 'GET', path: `/v2/wallets/${id}`, headers },
      { method: 'POST', path: '/v2/customers', headers: json, body: JSON.stringify({ [`field${id}`]: id }) },
      { method: 'GET', path: `/v2/wallets?refId=user-${id}&limit=5`, headers: { ...headers, 'x-request-id': id } },
      { method: 'POST', path: '/v2/customers', headers: json, body: `{"name": ${id}` },
    ];
    return kinds[index % kinds.length] ?? getWallet.request;
  });
  await autocannon({ url: subject.url, connections, amount, requests });
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
const whole = (value: number): string => Math.round(value).toLocaleString('en');
const times = (value: number): string => `${value.toFixed(2)} ×`;
const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

async function run(subjects: Subject[]): Promise<boolean> {
  const [prism, openApiBackend, planbok, small, large] = subjects;
  if (!prism || !openApiBackend || !planbok || !small || !large) throw new Error('A subject is missing.');
  const measured = new Map(subjects.map((subject) => [subject, new Map(loads.map((load) => [load, [] as Measurement[]]))]));
  for (const subject of subjects) for (const load of loads) await measure(subject, load, 2);
  for (let round = 0; round < rounds; round += 1) {
    process.stderr.write(`round ${round + 1} of ${rounds}\n`);
    // The order turns from round to round: none is always the first after a pause.
    const order = [...subjects.slice(round % subjects.length), ...subjects.slice(0, round % subjects.length)];
    for (const load of loads) {
      for (const subject of order) measured.get(subject)?.get(load)?.push(await measure(subject, load, seconds));
    }
  }

  const all = (subject: Subject, load: Load) => measured.get(subject)?.get(load) ?? [];
  /** How many times faster one subject is than another, in the median of the rounds. */
  const faster = (subject: Subject, other: Subject, load: Load) =>
    median(all(subject, load).map(({ rate }, index) => rate / (all(other, load)[index]?.rate ?? Number.NaN)));
  const lighter = (subject: Subject, other: Subject, load: Load) =>
    median(all(subject, load).map(({ cpu }, index) => (all(other, load)[index]?.cpu ?? Number.NaN) / cpu));

  const memory = (await usageOf(planbok)).rss;
  const rows: string[][] = [];
  for (const subject of [prism, openApiBackend, planbok]) {
    const cells = loads.flatMap((load) => [
      `${whole(median(all(subject, load).map(({ rate }) => rate)))}/s`,
      times(faster(subject, prism, load)),
      `${whole(median(all(subject, load).map(({ cpu }) => cpu)))} µs`,
    ]);
    rows.push([subject.name, ...cells, megabytes((await usageOf(subject)).rss)]);
  }
  printTable(['', ...loads.flatMap(({ title }) => [title, 'ratio', 'processor']), 'memory'], rows);

  process.stderr.write(`growth over ${whole(growthRequests)} requests\n`);
  await exercise(small, growthRequests / 10);
  const { heapUsed: before } = await usageOf(small, 'collect');
  await exercise(small, growthRequests);
  const { heapUsed: after } = await usageOf(small, 'collect');

  const checks: [target: string, value: string, met: boolean][] = [];
  const check = (target: string, subject: Subject, other: Subject, load: Load, atLeast: number) => {
    const ratio = lighter(subject, other, load);
    const value = `${times(ratio)}, by rate ${times(faster(subject, other, load))}`;
    checks.push([`${load.title}: ${target} (≥ ${atLeast} ×)`, value, ratio >= atLeast]);
  };
  for (const load of loads) {
    check('over prism mock', planbok, prism, load, targets.prism);
    check('over openapi-backend', planbok, openApiBackend, load, targets.openApiBackend);
    check('200 operations to 60', large, small, load, targets.flat);
  }
  checks.push([`memory after the load (< ${targets.memory} MB)`, megabytes(memory), memory < targets.memory * 1024 * 1024]);
  checks.push([
    `heap over ${whole(growthRequests)} requests (≤ ${targets.growth * 100} % more)`,
    `${megabytes(before)} → ${megabytes(after)}`, after / before - 1 <= targets.growth,
  ]);
  printTable(['target', 'measured', ''], checks.map(([target, value, met]) => [target, value, met ? 'met' : 'missed']));
  return checks.every(([, , met]) => met);
}

function printTable(head: string[], rows: string[][]): void {
  const lines = [head, head.map(() => '---'), ...rows];
  process.stdout.write(`\n${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`);
}

const temporary = await mkdtemp(join(tmpdir(), 'bench-'));
const subjects: Subject[] = [];
try {
  subjects.push(await startPrism('prism mock, as shipped'));
  subjects.push(await startSubject('openapi-backend, same handlers', 'openapi-backend'));
  subjects.push(await startSubject('this mock', 'planbok'));
  subjects.push(await startSubject('this mock, 60 operations', 'planbok', 60));
  subjects.push(await startSubject('this mock, 200 operations', 'planbok', 200));
  process.stdout.write(`Node ${process.version}, ${cpus()[0]?.model ?? 'unknown'} × ${cpus().length}, ${countOperations(readContract())} operations, `);
  process.stdout.write(`${connections} connections, ${rounds} rounds of ${seconds} s\n`);
  process.exitCode = (await run(subjects)) ? 0 : 1;
} finally {
  for (const { process: child } of subjects) child.kill();
  await rm(temporary, { recursive: true });
}

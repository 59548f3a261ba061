/** Runs the samples of a page as its reader would, against a mock of their own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createHmac } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { startMock, type RunningMock } from '../../mock/start-mock.ts';
import { layOut, type Page, type Program, type Sample } from '../../scripts/docs/samples.ts';
import { errorsOf } from '../../scripts/errors-of.ts';
import { contract, root } from '../contract/contract.ts';
import { lackingToRun, type Names, sampleLanguages } from './sample-languages.ts';

const limitMs = 120_000;
const marker = (line: number) => `--- the sample of line ${line} ---`;
const markers = /^--- the sample of line (\d+) ---$/m;

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a program of a page. Answers with what is wrong, a text each; with nothing when all is right. */
export async function runProgram(page: Page, program: Program): Promise<string[]> {
  const lacking = await lackingToRun(program.language);
  if (lacking.length > 0) return lacking;
  const receives = program.samples[0].purpose === 'receives';
  const port = await freePort();
  const answered: { method: string; path: string; status: number }[] = [];
  const log = (line: string) => {
    const entry = JSON.parse(line);
    if (entry.type === 'request') answered.push(entry);
  };
  await using mock = await startMock({
    scenario: page.scenario, json: true, log, ...(receives && { webhookUrls: [`http://localhost:${port}/webhooks`] }),
  });
  const places: [text: string, real: string][] = [
    ['http://localhost:4010', mock.apiUrl], ['http://localhost:4020', mock.gatewayUrl], ['localhost:4010', new URL(mock.apiUrl).host],
  ];
  const real = (text: string) => places.reduce((all, [from, to]) => all.replaceAll(from, to), text).replace(/\b3000\b/g, String(port));
  const shown = (text: string) => places.reduce((all, [to, from]) => all.replaceAll(from, to), text).replaceAll(String(port), '3000');

  const language = sampleLanguages[program.language];
  const folder = await mkdtemp(join(tmpdir(), 'planbok-sample-'));
  try {
    const { scenario } = mock;
    const names: Names = {
      apiUrl: mock.apiUrl,
      ...(scenario?.customer !== undefined && { customerId: scenario.customer.id }),
      ...(scenario?.wallets[0] !== undefined && { walletId: scenario.wallets[0].id }),
    };
    // What a PHP receiver prints is its answer.
    const mark = (line: number) => (receives ? '' : language.print(marker(line)));
    const source = real(layOut(program, language.prelude(names, program), mark));
    const file = join(folder, language.fileName(page, program));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, source);
    const faults = (await language.prepare?.(file)) ?? [];
    if (faults.length > 0) return faults.map((fault) => fault.replace(/^[^:]*/, page.file));
    const [command, args, environment] = await language.command(file, { receives, port });
    const started = start(command, args, folder, environment);
    if (receives) return await receive(page, program, mock, port, started, shown);
    const outcome = await started.ended;
    return [
      ...(outcome.code === 0 ? [] : [`${page.file}: its ${program.language} ends with ${outcome.code}.\n${shown(`${outcome.stdout}\n${outcome.stderr}`.trim())}`]),
      ...(outcome.code === 0 ? wrongOutputs(page, program, shown(outcome.stdout)) : []),
      ...unexpected(page, answered),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Errors that the mock has answered, and the page does not speak of: a command went wrong unnoticed. */
function unexpected(page: Page, answered: { method: string; path: string; status: number }[]): string[] {
  const spokenOf = (status: number) =>
    errorsOf(contract).some((error) => error.status === status && page.text.includes(error.code)) || new RegExp(`\\b${status}\\b`).test(page.text);
  return answered
    .filter(({ status }) => status >= 400 && !spokenOf(status))
    .map(({ method, path, status }) => `${page.file}: ${method} ${path} is answered with ${status}, of which the page says nothing. Put the sample right, or name the error's code.`);
}

/** Compares what each sample printed with the block behind it, and with the comments behind its print calls. */
function wrongOutputs(page: Page, { samples }: Program, stdout: string): string[] {
  const [first = '', ...parts] = stdout.split(markers);
  const printed = new Map<number, string>();
  for (let index = 0; index < parts.length; index += 2) printed.set(Number(parts[index]), parts[index + 1] ?? '');
  // A file of its own prints no markers.
  const outputOf = (sample: Sample) => (parts.length === 0 && samples.length === 1 ? first : (printed.get(sample.line) ?? ''));
  return samples.flatMap((sample) => {
    const text = outputOf(sample);
    const faults: string[] = [];
    if (sample.output !== undefined && !matches(sample.output.text, text)) {
      faults.push(`${page.file}:${sample.output.line}: the block before prints something else:\n${text.trim()}`);
    }
    let from = 0;
    const lines = text.split('\n');
    for (const promise of promisedBy(sample)) {
      const at = lines.findIndex((line, index) => index >= from && matches(promise.text, line));
      if (at < 0) faults.push(`${page.file}:${promise.line}: it does not print \`${promise.text}\`, as the comment behind says, but:\n${text.trim()}`);
      else from = at + 1;
    }
    return faults;
  });
}

/** What comments behind print calls say: `console.log(status); // pending`. */
function promisedBy({ code, line }: Sample): { text: string; line: number }[] {
  return code.split('\n').flatMap((text, index) => {
    const [, comment] = /(?:console\.log|print|fmt\.Println|System\.out\.println|echo)\b.*[);]\s+(?:\/\/|#) (.+)$/.exec(text) ?? [];
    return comment === undefined ? [] : [{ text: comment, line: line + 1 + index }];
  });
}

function matches(wanted: string, actual: string): boolean {
  const tidy = (text: string) => text.split('\n').map((line) => line.trimEnd()).join('\n').trim();
  const pattern = tidy(wanted).split('…').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('[^]*?');
  return new RegExp(`^${pattern}$`, 'u').test(tidy(actual));
}

/** Delivers a real event to a receiver, then forged and old ones: it must take the first, and refuse the others. */
async function receive(page: Page, { samples: [sample] }: Program, mock: RunningMock, port: number, started: Started, shown: (text: string) => string): Promise<string[]> {
  const at = `${page.file}:${sample.line}`;
  const wrong = async (what: string) => {
    const { stdout, stderr } = await started.end();
    return [`${at}: ${what}\n${shown(`${stdout}\n${stderr}`.trim())}`];
  };
  if (!(await listens(port, started))) return wrong('the receiver does not listen at http://localhost:3000.');
  const call = async (path: string, init: RequestInit = {}) => {
    const headers = { 'PLANBOK-X-API-KEY': mock.keys.apiKey, 'Content-Type': 'application/json' };
    return await (await fetch(`${mock.apiUrl}${path}`, { ...init, headers })).json();
  };
  await call('/v2/customers', { method: 'POST', body: '{"name":"Ada Lovelace"}' });
  let delivery: { attemptCount: number; status: string } | undefined;
  for (let wait = 0; wait < 300 && (delivery?.attemptCount ?? 0) === 0; wait += 1) {
    [delivery] = (await call('/sandbox/webhook-deliveries')).data;
    await sleep(50);
  }
  if (delivery?.status !== 'succeeded') return wrong(`the receiver does not take a genuine webhook: ${JSON.stringify(delivery)}`);
  const body = JSON.stringify({ event: 'customer.created', timestamp: '2026-03-02T09:10:55.000Z', idempotencyKey: 'forged', data: { id: 'forged' } });
  const now = Math.floor(Date.now() / 1000);
  const send = async (timestamp: number, secret: string) => {
    const signature = `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
    const headers = { 'Content-Type': 'application/json', 'X-Webhook-Timestamp': String(timestamp), 'X-Webhook-Signature': signature };
    return (await fetch(`http://localhost:${port}/webhooks`, { method: 'POST', headers, body })).status;
  };
  for (const [what, timestamp, secret] of [['forged', now, 'whsec_forged'], ['old', now - 3_600, mock.webhookSecret]] as const) {
    const status = await send(timestamp, secret);
    if (status < 400 || status > 499) return wrong(`the receiver answers a webhook that is ${what} with ${status}, not with 4xx.`);
  }
  const { stdout } = await started.end();
  return sample.output === undefined || matches(sample.output.text, shown(stdout))
    ? []
    : [`${page.file}:${sample.output.line}: the block before prints something else:\n${shown(stdout).trim()}`];
}

async function listens(port: number, { child }: Started): Promise<boolean> {
  for (let wait = 0; wait < 600 && child.exitCode === null; wait += 1) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, 'localhost', () => resolve(true)).on('error', () => resolve(false));
      socket.unref().setTimeout(1_000, () => resolve(false));
      socket.on('connect', () => socket.end());
    });
    if (isOpen) return true;
    await sleep(100);
  }
  return false;
}

interface Started {
  child: ChildProcess;
  ended: Promise<Outcome>;
  /** Ends it, with all that it has started. */
  end: () => Promise<Outcome>;
  /** What it has printed so far. */
  printed: () => string;
}

/** Starts a program in a process group of its own, which is ended when it takes too long. */
export function start(command: string, args: string[], folder: string, environment: Record<string, string> = {}): Started {
  const child = spawn(command, args, { cwd: folder, env: { ...process.env, ...environment }, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  const kill = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  const ended = new Promise<Outcome>((resolve) => {
    const timer = setTimeout(() => {
      stderr += `\nIt did not end within ${limitMs / 1000} seconds.`;
      kill();
    }, limitMs);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve({ code: null, stdout, stderr: `${command} could not be started: ${error.message}` });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, stdout, stderr });
    });
  });
  const end = () => {
    kill();
    return ended;
  };
  return { child, ended, end, printed: () => stdout };
}

/** Starts the mock as a page says, `npm start -- --seed 7`, on free ports; answers with what is wrong. */
export async function runStart(page: Page, sample: Sample, flags: string[]): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'planbok-sample-'));
  try {
    const isHelp = flags.includes('--help');
    const ports = isHelp ? [] : ['--port', '0', '--gateway-port', '0'];
    const started = start(process.execPath, [join(root, 'mock/main.ts'), ...flags, ...ports], folder);
    const isReady = () => /^Make a customer|^\{"type":"started"/m.test(started.printed());
    for (let wait = 0; wait < 400 && started.child.exitCode === null && !isReady(); wait += 1) await sleep(50);
    await sleep(100);
    const { stdout, stderr, code } = isHelp ? await started.ended : await started.end();
    if (isHelp ? code !== 0 : code !== null) return [`${page.file}:${sample.line}: the mock does not start with ${flags.join(' ')}.\n${stderr}`];
    const [api = '', gateway = ''] = stdout.match(/http:\/\/localhost:\d+/g) ?? [];
    const shown = isHelp ? stdout : stdout.replaceAll(api, 'http://localhost:4010').replaceAll(gateway, 'http://localhost:4020');
    const isRight = sample.output === undefined || matches(sample.output.text, shown);
    return isRight ? [] : [`${page.file}:${sample.output?.line}: the block before prints something else:\n${shown.trim()}`];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

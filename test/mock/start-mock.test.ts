import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ListenError, type RunningMock, startMock } from '../../mock/start-mock.ts';

const main = join(import.meta.dirname, '..', '..', 'mock', 'main.ts');
const anyPorts = ['--port', '0', '--gateway-port', '0'];

interface Started {
  process: ChildProcess;
  output: () => string;
  exited: Promise<number | null>;
}

/** Starts the command, and waits until it has printed the line that can be pasted. */
async function start(...args: string[]): Promise<Started> {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  while (!output.includes('curl ') && !output.includes('"started"')) {
    if (child.exitCode !== null) throw new Error(output);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { process: child, output: () => output, exited };
}

/** What a curl line sends. A shell takes it apart, as it would for curl, which need not be installed. */
function readCurl(line: string): [string, RequestInit] {
  const printed = execFileSync('sh', ['-c', `curl() { printf '%s\\n' "$@"; }; ${line}`], { encoding: 'utf8' });
  const [, method = '', url = '', , key = '', , type = '', , body = ''] = printed.split('\n');
  const headers = [key, type].map((header) => header.split(': ') as [string, string]);
  return [url, { method, headers, body }];
}

function run(...args: string[]) {
  return spawnSync(process.execPath, [main, ...args], { encoding: 'utf8', timeout: 20_000 });
}

describe('the command', () => {
  it('prints the addresses, both keys, and a curl line that works when it is pasted', async () => {
    const mock = await start(...anyPorts);
    const output = mock.output();
    expect(output).toMatch(/API +http:\/\/localhost:\d+/);
    expect(output).toMatch(/Gateway +http:\/\/localhost:\d+/);
    expect(output).toContain('pk_sandbox_full');
    expect(output).toContain('pk_sandbox_read');
    const curl = /^curl .*$/m.exec(output)?.[0] ?? '';
    const answer = await fetch(...readCurl(curl));
    expect(await answer.json()).toMatchObject({ success: true, status: 201, data: { name: 'Ada Lovelace' } });
    await vi.waitFor(() => expect(mock.output()).toMatch(/POST \/v2\/customers 201 [\d.]+ ms req_[0-9a-f]{24}/));
  });

  it('prints what the README shows', async () => {
    const readme = readFileSync(join(import.meta.dirname, '..', '..', 'README.md'), 'utf8');
    const [, shown] = /^It prints .*\n\n```text output\n([\s\S]*?)```$/m.exec(readme) ?? [];
    const mock = await start(...anyPorts);
    const [api = '', gateway = ''] = mock.output().match(/http:\/\/localhost:\d+/g) ?? [];
    const printed = mock.output().replaceAll(api, 'http://localhost:4010').replaceAll(gateway, 'http://localhost:4020');
    expect(printed.trimEnd()).toBe(shown?.trimEnd());
  });

  it('writes no query and no key into its log', async () => {
    const mock = await start(...anyPorts);
    const [api = ''] = /http:\/\/localhost:\d+/.exec(mock.output()) ?? [];
    await fetch(`${api}/v2/wallets?refId=very-private`, { headers: { 'PLANBOK-X-API-KEY': 'pk_sandbox_read' } });
    await fetch(`${api}/nowhere?token=very-private`);
    const log = await vi.waitFor(() => {
      const [, lines = ''] = mock.output().split("'\n\n");
      expect(lines).toContain('/nowhere');
      return lines;
    });
    expect(log).toMatch(/GET \/v2\/wallets 200 .*\nGET \/nowhere 404 /);
    expect(log).not.toMatch(/very-private|pk_sandbox/);
  });

  it('prints JSON alone when it is asked to, the addresses and the scenario first', async () => {
    const mock = await start(...anyPorts, '--json', '--seed', '1', '--scenario', 'onboarded');
    const lines = () => mock.output().trim().split('\n').map((line) => JSON.parse(line));
    const [started] = lines();
    expect(started).toMatchObject({ type: 'started', apiKey: 'pk_sandbox_full', scenario: { customer: { pin: '493817' } } });
    await fetch(`${started.gatewayUrl}/gateway/6999f9b0b1c2d3e4f5a60718`);
    await vi.waitFor(() => expect(lines().at(-1)).toMatchObject({ type: 'request', method: 'GET', status: 200 }));
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('stops at once and cleanly on %s', async (signal) => {
    const mock = await start(...anyPorts);
    mock.process.kill(signal);
    expect(await mock.exited).toBe(0);
  });

  it('shows its options', () => {
    const { status, stdout } = run('--help');
    expect(status).toBe(0);
    const options = [...readFileSync(main, 'utf8').matchAll(/^        '?([a-z-]+)'?: \{ type: /gm)].map(([, name]) => `--${name}`);
    expect(options.length).toBeGreaterThan(15);
    expect(options.filter((option) => !new RegExp(`^  ${option} `, 'm').test(stdout))).toEqual([]);
  });

  it.each([
    [['--prot', '1'], /--prot/],
    [['--port', 'x'], /--port is x, not a number/],
    [['--port', '70000'], /--port is 70000/],
    [['--seed', '1.5'], /--seed is 1.5, not a whole number/],
    [['--seed', '1', '--data', 'mock.db'], /Give one of them/],
    [['--fail', '1.1'], /--fail is 1.1, not a number from 0 to 1/],
    [['--fail', '-1'], /--fail/],
    [['--latency', 'slow'], /--latency is slow, not a whole number from 0 to 60000/],
    [['--scenario', 'rich'], /--scenario is rich, not one of empty, onboarded, funded, locked-out/],
    [['--brand-color', 'red'], /--brand-color is red/],
    [['--brand-logo', '/nowhere.png'], /--brand-logo cannot be read/],
    [['--api-key', 'a', '--read-key', 'a'], /are the same/],
    [['extra'], /extra/],
  ])('refuses %j and says why', (args, message) => {
    const { status, stderr } = run(...anyPorts, ...args);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/--help` lists the options\.\n$/);
    expect(stderr.split('\n').length).toBeLessThan(6);
    expect(status).toBe(2);
  });

  it('refuses a return origin, or a data file, that is none', () => {
    const origin = run(...anyPorts, '--return-origin', 'https://app.example.com/path');
    expect([origin.status, origin.stderr]).toEqual([1, expect.stringMatching(/is not an origin.*--return-origin/)]);
    const folder = mkdtempSync(join(tmpdir(), 'planbok-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'notes.txt');
    writeFileSync(file, 'these are only my notes, no database at all '.repeat(100));
    const data = run(...anyPorts, '--data', file);
    expect([data.status, data.stderr]).toEqual([1, expect.stringMatching(/is not a data file.*--data/)]);
  });

  it('names the port that is taken and the option that chooses another', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => {
      server.listen(0, 'localhost', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    onTestFinished(() => void server.close());
    const api = run('--port', String(port), '--gateway-port', '0');
    expect([api.status, api.stderr]).toEqual([1, expect.stringMatching(new RegExp(`Port ${port} is taken.*--port`))]);
    await expect(startMock({ port: 0, gatewayPort: port })).rejects.toThrow(ListenError);
    await expect(startMock({ port: 0, gatewayPort: port })).rejects.toThrow(/--gateway-port/);
  });
});

describe('a data file', () => {
  it('holds whatever was acknowledged, even when the process is killed at once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'planbok-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const options = [...anyPorts, '--data', join(folder, 'mock.db')];
    const first = await start(...options);
    const body = JSON.stringify({ name: 'Ada', idempotencyKey: '0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01' });
    const headers = { 'PLANBOK-X-API-KEY': 'pk_sandbox_full', 'Content-Type': 'application/json' };
    const create = async ({ output }: Started) => {
      const [api = ''] = /http:\/\/localhost:\d+/.exec(output()) ?? [];
      return fetch(`${api}/v2/customers`, { method: 'POST', headers, body });
    };
    const created = await (await create(first)).json();
    first.process.kill('SIGKILL');
    await first.exited;
    const again = await create(await start(...options));
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect(await again.json()).toEqual(created);
  });
});

describe('the listeners', () => {
  it('are two origins: each serves its own operations alone', async () => {
    const mock = await startMock({ port: 0, gatewayPort: 0 });
    onTestFinished(mock.stop);
    expect((await fetch(`${mock.apiUrl}/health`)).status).toBe(200);
    expect((await fetch(`${mock.gatewayUrl}/health`)).status).toBe(404);
    const page = await fetch(`${mock.gatewayUrl}/gateway/6999f9b0b1c2d3e4f5a60718`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    expect((await fetch(`${mock.apiUrl}/gateway/6999f9b0b1c2d3e4f5a60718`)).status).toBe(404);
    const created = await fetch(`${mock.apiUrl}/v2/customers`, {
      method: 'POST',
      headers: { 'PLANBOK-X-API-KEY': mock.keys.apiKey, 'Content-Type': 'application/json' },
      body: '{"name":"Ada"}',
    });
    const { data } = await created.json();
    const asked = await fetch(`${mock.apiUrl}/v2/customers/${data.id}/initialize`, {
      method: 'POST',
      headers: { 'PLANBOK-X-API-KEY': mock.keys.apiKey, 'Content-Type': 'application/json' },
      body: '{"redirectUrl":"http://localhost:3000/"}',
    });
    const challenge = await asked.json();
    expect(challenge.data.redirectUrl.startsWith(`${mock.gatewayUrl}/gateway/`)).toBe(true);
  });

  it('answer what is not HTTP in the envelope, and live', async () => {
    const mock = await startMock({ port: 0, gatewayPort: 0 });
    onTestFinished(mock.stop);
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(mock.apiUrl).port), 'localhost', () => socket.write('NOT HTTP\r\n\r\n'));
      let text = '';
      socket.on('data', (chunk) => (text += chunk.toString()));
      socket.on('end', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toMatchObject({ success: false, status: 400 });
    expect((await fetch(`${mock.apiUrl}/health`)).status).toBe(200);
  });

  it('do not wait for connections that were left open', async () => {
    const mock = await startMock({ port: 0, gatewayPort: 0 });
    const socket = connect(Number(new URL(mock.apiUrl).port), 'localhost');
    onTestFinished(() => void socket.destroy());
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.write('GET /health HTTP/1.1\r\n');
    await mock.stop();
    await expect(fetch(`${mock.apiUrl}/health`)).rejects.toThrow();
  });
});

describe('a mock that is imported', () => {
  const create = async ({ apiUrl, keys }: RunningMock, name: string) => {
    const headers = { 'PLANBOK-X-API-KEY': keys.apiKey, 'Content-Type': 'application/json' };
    await fetch(`${apiUrl}/v2/customers`, { method: 'POST', headers, body: JSON.stringify({ name }) });
    const answer = await fetch(`${apiUrl}/v2/customers`, { headers });
    return (await answer.json()).data.map((customer: { name: string }) => customer.name);
  };

  it('runs fifty times at once, each on ports and with a state of its own', async () => {
    const mocks = await Promise.all(Array.from({ length: 50 }, () => startMock()));
    onTestFinished(async () => void (await Promise.all(mocks.map(({ stop }) => stop()))));
    expect(new Set(mocks.flatMap(({ apiUrl, gatewayUrl }) => [apiUrl, gatewayUrl])).size).toBe(100);
    const names = await Promise.all(mocks.map((mock, position) => create(mock, `customer ${position}`)));
    expect(names).toEqual(mocks.map((_, position) => [`customer ${position}`]));
  });

  it('is ready in under 300 ms after the first', async () => {
    await (await startMock()).stop();
    const times: number[] = [];
    for (let n = 0; n < 50; n += 1) {
      const begun = performance.now();
      const mock = await startMock();
      onTestFinished(mock.stop);
      expect((await fetch(`${mock.apiUrl}/health`)).status).toBe(200);
      times.push(performance.now() - begun);
    }
    times.sort((one, other) => one - other);
    expect(times[25]).toBeLessThan(300);
  });

  it('leaves nothing behind that keeps a process alive, and stops but once', async () => {
    const script = `
      import { startMock } from '@planbok/customer-custody/mock';
      await using other = await startMock({ failRate: 0.5, latencyMs: 10, seed: 1 });
      const mock = await startMock({ scenario: 'onboarded' });
      await (await fetch(mock.apiUrl + '/health')).text();
      await Promise.all([mock.stop(), mock.stop()]);
      await mock.stop();
      console.log('stopped');
    `;
    const begun = performance.now();
    const child = spawnSync(process.execPath, ['--input-type=module-typescript', '--eval', script], {
      cwd: join(import.meta.dirname, '..', '..'),
      encoding: 'utf8',
      timeout: 25_000,
    });
    expect([child.status, child.stderr, child.stdout]).toEqual([0, '', 'stopped\n']);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});

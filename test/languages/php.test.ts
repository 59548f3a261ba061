import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMock } from '../../mock/start-mock.ts';
import { root } from '../contract/contract.ts';
import { itCallsSafely } from './calls.ts';
import { promisedLines, readmeBlocks } from './readme.ts';
import { runCommand } from './run-command.ts';
import { itPassesTheVectors, type Judgements, vectorsFolder } from './vectors.ts';

const readme = join(root, 'generated/php/README.md');
const programs = join(import.meta.dirname, 'php');
const [example = '', receiver = '', comeBack = ''] = readmeBlocks(readme, 'php');
// Every notice and every failed assertion is a failure.
const strict = ['-d', 'error_reporting=-1', '-d', 'display_errors=stderr', '-d', 'zend.assertions=1'];

/** An application that has the package. */
let work: string;
let version: string;
let judgements: Judgements;

const php = (args: string[], env: Record<string, string> = {}) => runCommand('php', [...strict, ...args], { cwd: work, env });

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'planbok-php-'));
  ({ version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  await writeFile(join(work, 'composer.json'), '{}');
  const [install = ''] = readmeBlocks(readme, 'sh');
  await runCommand('bash', ['-euc', install.replaceAll('../customer-custody', root)], {
    cwd: work,
    env: { COMPOSER_ALLOW_SUPERUSER: '1', COMPOSER_DISABLE_NETWORK: '1', COMPOSER_NO_INTERACTION: '1' },
  });
  judgements = JSON.parse(await php([join(programs, 'vectors.php'), vectorsFolder]));
}, 300_000);
afterAll(() => rm(work, { recursive: true, force: true }));

describe('the PHP package', () => {
  it('has the version of the contract', async () => {
    const { packages } = JSON.parse(await readFile(join(work, 'composer.lock'), 'utf8'));
    expect(packages).toEqual([expect.objectContaining({ name: 'planbok/customer-custody', version })]);
  });

  it('runs the flow against the mock', async () => {
    await using mock = await startMock();
    const printed = await php([join(root, 'docs/examples/flow.php')], { API_URL: mock.apiUrl, API_KEY: mock.keys.apiKey, WEBHOOK_SECRET: mock.webhookSecret });
    const [hash, evm, solana] = ['0x[0-9a-f]{64}', '0x[0-9a-fA-F]{40}', '[1-9A-HJ-NP-Za-km-z]{32,44}'];
    const steps = [
      'customer [0-9a-f]{24}', 'PIN set', 'return verified step-1', `wallet ETH-SEPOLIA ${evm}`, `wallet SOL-TESTNET ${solana}`,
      `transfer ${hash}`, `webhook transaction.confirmed ${hash}`, `transfer ${hash}`, `webhook transaction.confirmed ${hash}`,
      `transaction confirmed ${hash}`, `transaction confirmed ${hash}`,
      'no such customer: 404', 'invalid: body/name', 'too little money: 422',
    ];
    expect(printed).toMatch(new RegExp(`^${steps.join('\n')}\n$`));
  });

  it('does what its README shows', async () => {
    await using mock = await startMock();
    const program = example.replaceAll('http://localhost:4010', mock.apiUrl);
    await writeFile(join(work, 'start.php'), program);
    const promised = promisedLines(program, '//');
    expect(promised).toEqual(['pending', 'initialize', 'body/name']);
    expect((await php(['start.php'])).trim().split('\n')).toEqual(promised);
  });

  it('receives webhooks and returns as its README shows', async () => {
    await writeFile(join(work, 'webhook.php'), receiver);
    await writeFile(join(work, 'back.php'), comeBack);
    const server = await servePhp();
    try {
      const timestamp = Math.floor(Date.now() / 1000);
      const sign = (message: string) => createHmac('sha256', 'whsec_sandbox').update(message).digest('hex');
      const data = { challengeId: '6999f8b0b1c2d3e4f5a60711' };
      const body = JSON.stringify({ event: 'something.new', timestamp: '2026-03-02T09:10:55.000Z', idempotencyKey: 'once', data });
      const headers = { 'X-Webhook-Timestamp': `${timestamp}`, 'X-Webhook-Signature': `sha256=${sign(`${timestamp}.${body}`)}` };
      expect((await fetch(`${server.url}/webhook.php`, { method: 'POST', headers, body })).status).toBe(204);
      expect((await fetch(`${server.url}/webhook.php`, { method: 'POST', headers, body: `${body} ` })).status).toBe(401);

      const signature = sign(`${timestamp}.${data.challengeId}.verified.a b`);
      const query = new URLSearchParams({ ...data, status: 'verified', state: 'a b', timestamp: `${timestamp}`, signature });
      expect(await (await fetch(`${server.url}/back.php?${query}`)).text()).toBe(`${data.challengeId} verified a b`);
      query.set('status', 'failed');
      expect(await (await fetch(`${server.url}/back.php?${query}`)).text()).toBe('wrong_signature');
    } finally {
      server.stop();
    }
  });

  let outcomes: string;
  itCallsSafely(async (serverUrl, id) => (outcomes = await php([join(programs, 'calls.php'), serverUrl, id])));

  it('refuses what is no secret, and a line break in a header', () => {
    expect(JSON.parse(outcomes)).toMatchObject({ nullSecret: expect.stringContaining('missing or empty'), keyWithLineBreak: expect.stringContaining('Idempotency-Key'), lost: 'no answer' });
  });

  it('takes a member of a union that came later as it is', () => {
    expect(JSON.parse(outcomes)).toMatchObject({ unknownResult: { task: 'split-key' } });
  });

  it('writes an object without fields as an object', () => {
    expect(JSON.parse(outcomes)).toMatchObject({ emptyBody: '{}', emptyMetadata: '{"metadata":{}}' });
  });

  it('does not wait for an hour before the next attempt', () => {
    expect(JSON.parse(outcomes)).toMatchObject({ longWait: 3600, longWaitAttempts: 1 });
  });

  it('says who calls, does not wait for ever, and passes on how long to wait', () => {
    expect(JSON.parse(outcomes)).toMatchObject({ userAgent: `planbok-customer-custody-php/${version}`, timeout: 30, retryAfter: 0 });
  });

  itPassesTheVectors(() => judgements);
});

/** PHP's own server on the application, on a free port. */
async function servePhp(): Promise<{ url: string; stop: () => void }> {
  const port = await freePort();
  const child: ChildProcess = spawn('php', [...strict, '-S', `localhost:${port}`], { cwd: work, stdio: ['ignore', 'ignore', 'pipe'] });
  await new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => reject(new Error(`The server of PHP ended with ${code}.`)));
    child.stderr?.on('data', (text: Buffer) => text.includes('started') && resolve());
  });
  return { url: `http://localhost:${port}`, stop: () => child.kill() };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, 'localhost', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

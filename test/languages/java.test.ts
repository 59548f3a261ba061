import { createHmac } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMock } from '../../mock/start-mock.ts';
import { root } from '../contract/contract.ts';
import { itCallsSafely } from './calls.ts';
import { promisedLines, readmeBlocks } from './readme.ts';
import { runCommand } from './run-command.ts';
import { itPassesTheVectors, type Judgements, vectorsFolder } from './vectors.ts';

const readme = join(root, 'generated/java/README.md');
const programs = join(import.meta.dirname, 'java');
const [example = '', receiver = ''] = readmeBlocks(readme, 'java');
const repository = join(homedir(), '.m2/repository');

let work: string;
let version: string;
let classpath: string;
let judgements: Judgements;

/** Runs a program that was compiled. */
const java = (name: string, args: string[] = [], env: Record<string, string> = {}) => runCommand('java', ['-cp', classpath, name, ...args], { cwd: work, env });

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'planbok-java-'));
  ({ version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  // A copy, because Maven builds in the folder of the package.
  await cp(join(root, 'generated/java'), join(work, 'generated/java'), { recursive: true });
  const [install = ''] = readmeBlocks(readme, 'sh');
  await runCommand('bash', ['-euc', install], { cwd: work, env: { MAVEN_OPTS: `-Dmaven.repo.local=${repository}` } });
  const jar = join(repository, `io/planbok/customer-custody/${version}/customer-custody-${version}.jar`);
  const classes = join(work, 'classes');
  classpath = [jar, classes].join(delimiter);
  await writeFile(join(work, 'Start.java'), example);
  await writeFile(join(work, 'Receive.java'), receiver);
  const sources = [join(root, 'docs/examples/Flow.java'), ...['Calls', 'Receiver', 'Vectors'].map((name) => join(programs, `${name}.java`)), join(work, 'Start.java'), join(work, 'Receive.java')];
  await runCommand('javac', ['--release', '17', '-Xlint:all', '-Werror', '-cp', jar, '-d', classes, ...sources]);
  judgements = JSON.parse(await java('Vectors', [vectorsFolder]));
}, 600_000);
afterAll(() => rm(work, { recursive: true, force: true }));

describe('the Java package', () => {
  it('has the version of the contract', () => {
    const [dependency = ''] = readmeBlocks(readme, 'xml');
    expect(dependency).toContain(`<version>${version}</version>`);
  });

  it('can be made into pages by javadoc', async () => {
    const below = join(work, 'generated/java/src/main/java');
    await runCommand('javadoc', ['-quiet', '-Xdoclint:all,-missing', '-Werror', '-d', join(work, 'pages'), '-sourcepath', below, '-subpackages', 'io.planbok']);
    expect(await readFile(join(work, 'pages/io/planbok/customercustody/Verifier.html'), 'utf8')).toContain('verifyWebhook');
  });

  it('runs the flow against the mock', async () => {
    await using mock = await startMock();
    const printed = await java('Flow', [], { API_URL: mock.apiUrl, API_KEY: mock.keys.apiKey, WEBHOOK_SECRET: mock.webhookSecret });
    const [hash, evm, solana] = ['0x[0-9a-f]{64}', '0x[0-9a-fA-F]{40}', '[1-9A-HJ-NP-Za-km-z]{32,44}'];
    const steps = [
      'customer [0-9a-f]{24}', 'PIN set', 'return verified step-1', `wallet ETH-SEPOLIA ${evm}`, `wallet SOL-TESTNET ${solana}`,
      `transfer ${hash}`, `transfer ${hash}`, `webhook transaction.confirmed ${hash}`, `webhook transaction.confirmed ${hash}`,
      `transaction confirmed ${hash}`, `transaction confirmed ${hash}`,
      'no such customer: 404', 'invalid: body/name', 'too little money: 422',
    ];
    expect(printed).toMatch(new RegExp(`^${steps.join('\n')}\n$`));
  });

  it('does what its README shows', async () => {
    await using mock = await startMock();
    const program = example.replaceAll('http://localhost:4010', mock.apiUrl);
    await writeFile(join(work, 'Start.java'), program);
    const promised = promisedLines(program, '//');
    expect(promised).toEqual(['pending', 'initialize', 'body/name']);
    expect((await runCommand('java', ['-cp', classpath, 'Start.java'], { cwd: work })).trim().split('\n')).toEqual(promised);
  });

  it('receives webhooks and returns as its README shows', async () => {
    const timestamp = Math.floor(Date.now() / 1000);
    const sign = (message: string) => createHmac('sha256', 'whsec_sandbox').update(message).digest('hex');
    const data = { transactionId: '6999fb1ea2b3c4d5e6f70819', status: 'confirmed' };
    const body = JSON.stringify({ event: 'transaction.confirmed', timestamp: '2026-03-02T09:10:55.000Z', idempotencyKey: 'once', data });
    const challengeId = '6999f8b0b1c2d3e4f5a60711';
    const query = new URLSearchParams({ challengeId, status: 'verified', state: 'a b', timestamp: `${timestamp}`, signature: sign(`${timestamp}.${challengeId}.verified.a b`) });
    const printed = await java('Receiver', [body, `${timestamp}`, `sha256=${sign(`${timestamp}.${body}`)}`, `/wallet?${query}`]);
    expect(printed.trim().split('\n')).toEqual(['6999fb1ea2b3c4d5e6f70819 is in a block', '204', '401', `${challengeId} verified a b`, 'Genuine']);
  });

  let outcomes: string;
  itCallsSafely(async (serverUrl, id) => (outcomes = await java('Calls', [serverUrl, id])));

  it('refuses what is no secret, and a client that would follow redirects, and gives up on an answer that does not end', () => {
    expect(JSON.parse(outcomes)).toMatchObject({
      nullSecret: expect.stringContaining('missing or empty'), followsRedirects: expect.stringContaining('redirects'), stalled: 'timeout', lost: 'no answer',
    });
  });

  it('takes a member of a union that came later as it is', () => {
    expect(JSON.parse(outcomes)).toMatchObject({ unknownResult: { task: 'split-key' } });
  });

  it('does not wait for an hour before the next attempt', () => {
    expect(JSON.parse(outcomes)).toMatchObject({ longWait: 3600, longWaitAttempts: 1 });
  });

  it('says who calls, and passes on how long to wait', () => {
    expect(JSON.parse(outcomes)).toMatchObject({ userAgent: `planbok-customer-custody-java/${version}`, retryAfter: 0 });
  });

  itPassesTheVectors(() => judgements);
});

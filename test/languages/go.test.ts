import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMock } from '../../mock/start-mock.ts';
import { root } from '../contract/contract.ts';
import { itCallsSafely } from './calls.ts';
import { expectWholeFlow } from './flow.ts';
import { promisedLines, readmeBlocks } from './readme.ts';
import { runCommand } from './run-command.ts';
import { itReadsUnions } from './unions.ts';
import { itPassesTheVectors, type Judgements, vectorsFolder } from './vectors.ts';

const readme = join(root, 'generated/go/README.md');
const env = { GOFLAGS: '-mod=mod', GOPROXY: 'off' };

let work: string;
/** A module of somebody who has installed the package. */
let consumer: string;
let judgements: Judgements;

/** Runs a program of the module, which is the files in one folder. */
const run = (folder: string, args: string[] = [], more: Record<string, string> = {}) =>
  runCommand('go', ['run', `./${folder}`, ...args], { cwd: consumer, env: { ...env, ...more } });

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'planbok-go-'));
  consumer = join(work, 'consumer');
  await mkdir(consumer);
  await runCommand('go', ['mod', 'init', 'example.com/app'], { cwd: consumer, env });
  const [install = ''] = readmeBlocks(readme, 'sh');
  const beside = '../customer-custody';
  expect(install).toContain(beside);
  await runCommand('bash', ['-euc', install.replace(beside, root)], { cwd: consumer, env });
  for (const name of ['vectors', 'calls', 'unions']) {
    await mkdir(join(consumer, name));
    await copyFile(join(import.meta.dirname, 'go', `${name}.go`), join(consumer, name, 'main.go'));
  }
  judgements = JSON.parse(await run('vectors', [vectorsFolder]));
}, 300_000);
afterAll(() => rm(work, { recursive: true, force: true }));

describe('the Go package', () => {
  it('has the version of the contract, is formatted, and is found to be in order by vet', async () => {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    const folder = join(root, 'generated/go');
    expect(await readFile(join(folder, 'contract.go'), 'utf8')).toContain(`const ContractVersion = "${version}"\n`);
    expect(await runCommand('gofmt', ['-l', folder, join(root, 'docs/examples/go'), join(import.meta.dirname, 'go')])).toBe('');
    await runCommand('go', ['vet', './...'], { cwd: folder, env });
    await runCommand('go', ['vet', './...'], { cwd: join(root, 'docs/examples/go'), env: { GOPROXY: 'off' } });
  });

  it('runs the flow against the mock', async () => {
    await using mock = await startMock();
    const printed = await runCommand('go', ['run', '.'], {
      cwd: join(root, 'docs/examples/go'),
      env: { GOPROXY: 'off', API_URL: mock.apiUrl, API_KEY: mock.keys.apiKey, WEBHOOK_SECRET: mock.webhookSecret },
    });
    expectWholeFlow(printed);
  });

  it('does what its README shows', async () => {
    await using mock = await startMock();
    const files = readmeBlocks(readme, 'go').map((code) => code.replaceAll('http://localhost:4010', mock.apiUrl));
    await mkdir(join(consumer, 'readme'));
    for (const [position, code] of files.entries()) await writeFile(join(consumer, 'readme', `file${position}.go`), `${code}\n`);
    const promised = promisedLines(files.join('\n'), '//');
    expect(promised).toEqual(['pending', '400 body/name']);
    expect((await run('readme')).trim().split('\n')).toEqual(promised);
  });

  itCallsSafely(async (serverUrl, id) => {
    const printed = await run('calls', [serverUrl, id]);
    expect(JSON.parse(printed)).toMatchObject({
      endsWithItsContext: true, pageOfAProxy: '200 invalid_answer', inAnHour: '429 unavailable', lost: true,
      redirectOfMyHTTPClient: '302 invalid_answer', createByMyHTTPClient: id,
    });
    return printed;
  });
  itReadsUnions((challenges) => run('unions', [challenges]));
  itPassesTheVectors(() => judgements);
});

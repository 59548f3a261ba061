import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMock } from '../../mock/start-mock.ts';
import { root } from '../contract/contract.ts';
import { itCallsSafely } from './calls.ts';
import { expectWholeFlow } from './flow.ts';
import { promisedLines, readmeBlocks } from './readme.ts';
import { runCommand } from './run-command.ts';
import { itReadsUnions } from './unions.ts';
import { itPassesTheVectors, type Judgements, vectorsFolder } from './vectors.ts';

const readme = join(root, 'generated/python/README.md');

let work: string;
/** A virtual environment with the package. */
let env: Record<string, string>;
let judgements: Judgements;

const python = (...args: string[]) => runCommand('python', args, { cwd: work, env });

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'planbok-python-'));
  await runCommand('python3', ['-m', 'venv', join(work, 'venv')]);
  env = { PATH: `${join(work, 'venv/bin')}${delimiter}${process.env['PATH']}`, PIP_DISABLE_PIP_VERSION_CHECK: '1', PYTHONDONTWRITEBYTECODE: '1' };
  const [install = ''] = readmeBlocks(readme, 'sh');
  await runCommand('bash', ['-euc', install], { cwd: root, env });
  judgements = JSON.parse(await python(join(import.meta.dirname, 'python/vectors.py'), vectorsFolder));
}, 300_000);
afterAll(() => rm(work, { recursive: true, force: true }));

describe('the Python package', () => {
  it('has the version of the contract', async () => {
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    expect(await python('-c', 'from importlib.metadata import version; print(version("planbok-customer-custody"))')).toBe(`${version}\n`);
  });

  it('is written in Python 3.9, as it says', async () => {
    const folder = join(root, 'generated/python/src');
    const parse = 'import ast, pathlib, sys\nfor path in pathlib.Path(sys.argv[1]).rglob("*.py"): print(ast.parse(path.read_text("utf-8"), feature_version=(3, 9)) and path.name)';
    expect(await readFile(join(root, 'generated/python/pyproject.toml'), 'utf8')).toContain('requires-python = ">=3.9"');
    expect((await python('-c', parse, folder)).split('\n')).toContain('client.py');
  });

  it('runs the flow against the mock', async () => {
    await using mock = await startMock();
    const printed = await runCommand('python', ['-W', 'error', join(root, 'docs/examples/flow.py')], {
      cwd: work,
      env: { ...env, API_URL: mock.apiUrl, API_KEY: mock.keys.apiKey, WEBHOOK_SECRET: mock.webhookSecret },
    });
    expectWholeFlow(printed);
  });

  it('does what its README shows', async () => {
    await using mock = await startMock();
    const program = readmeBlocks(readme, 'python').join('\n\n').replaceAll('http://localhost:4010', mock.apiUrl);
    const file = join(work, 'readme.py');
    await writeFile(file, program);
    const promised = promisedLines(program, '#');
    expect(promised).toEqual(['pending', '400 body/name']);
    expect((await python('-W', 'error', file)).trim().split('\n')).toEqual(promised);
  });

  itCallsSafely(async (serverUrl, id) => {
    const printed = await python(join(import.meta.dirname, 'python/calls.py'), serverUrl, id);
    expect(JSON.parse(printed)).toMatchObject({
      redirectAsync: '302 invalid_answer', pageOfAProxy: '200 invalid_answer', inAnHour: '429 unavailable', lost: 'no answer',
      redirectOfMyHttpClient: '302 invalid_answer', nullSecret: expect.stringContaining('missing or empty'),
    });
    return printed;
  });
  itReadsUnions((challenges) => python(join(import.meta.dirname, 'python/unions.py'), challenges));
  itPassesTheVectors(() => judgements);
});

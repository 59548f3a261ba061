/** A client that OpenAPI Generator makes, as its recipe says, and a program of ours that calls the mock with it. */
import { copyFile, cp, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startMock } from '../../mock/start-mock.ts';
import { fetchGenerator, recipes } from '../../scripts/openapi-generator.ts';
import { root } from '../contract/contract.ts';
import { runCommand } from './run-command.ts';

interface Program {
  /** Compiles what was generated, and the program in openapi-generator/<language>, which is now in `folder` with it. */
  compile(folder: string): Promise<unknown>;
  command(folder: string): Promise<[command: string, ...args: string[]]>;
}

/** The three tests of such a client: it is generated, compiled and run. */
export function itMakesAClient(language: keyof typeof recipes, { compile, command }: Program): void {
  let work: string;
  let folder: string;
  /** Everything that a shell prints on both of its outputs. */
  const shell = (script: string) => runCommand('bash', ['-euc', `exec 2>&1\n${script}`], { cwd: work });

  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), `planbok-${language}-`));
    folder = join(work, 'program');
    await copyFile(join(root, 'generated/openapi.yaml'), join(work, 'openapi.yaml'));
    await cp(join(import.meta.dirname, 'openapi-generator', language), folder, { recursive: true });
    await shell(fetchGenerator);
  });
  afterAll(() => rm(work, { recursive: true, force: true }));

  it('is generated from the bundle without an error', async () => {
    const said = await shell(recipes[language].script);
    expect(said.split('\n').filter((line) => /\b(ERROR|[A-Z]\w*Exception)\b/.test(line))).toEqual([]);
    await rename(join(work, `planbok-${language}`), join(folder, 'calls'));
  });

  it('compiles', () => compile(folder));

  it('makes a customer, reads the code of an error, and gets the result of a challenge', async () => {
    await using mock = await startMock();
    const [program, ...args] = await command(folder);
    const printed = await runCommand(program, args, { cwd: folder, env: { API_URL: mock.apiUrl, API_KEY: mock.keys.apiKey } });
    expect(printed.trim().split('\n')).toEqual(['customer Ada Lovelace is active', '404 customer_not_found', 'initialized, has a PIN: true']);
  });
}

import { copyFile, cp, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startMock } from '../../mock/start-mock.ts';
import { fetchGenerator, openApiGenerator, recipes } from '../../scripts/openapi-generator.ts';
import { root } from '../contract/contract.ts';
import { runCommand } from './run-command.ts';

let work: string;
/** Everything that a shell prints on both of its outputs. */
const shell = (script: string) => runCommand('bash', ['-euc', `exec 2>&1\n${script}`], { cwd: work });
/** Our program of that language, with what was generated beside it. */
const projectOf = (language: string) => join(work, language);

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'planbok-openapi-generator-'));
  await copyFile(join(root, 'generated/openapi.yaml'), join(work, 'openapi.yaml'));
  await shell(fetchGenerator);
});
afterAll(() => rm(work, { recursive: true, force: true }));

/** Makes the client as the recipe says, and puts it where our program looks for it. */
async function generate(language: keyof typeof recipes): Promise<void> {
  const said = await shell(recipes[language].script);
  expect(said.split('\n').filter((line) => /\b(ERROR|Exception)\b/.test(line))).toEqual([]);
  await cp(join(import.meta.dirname, 'openapi-generator', language), projectOf(language), { recursive: true });
  await rename(join(work, `planbok-${language}`), join(projectOf(language), 'calls'));
}

/** Runs a program against a mock of its own, and tells the lines that it prints. */
async function flow(command: string, args: string[], language: string): Promise<string[]> {
  await using mock = await startMock();
  const env = { API_URL: mock.apiUrl, API_KEY: mock.keys.apiKey };
  return (await runCommand(command, args, { cwd: projectOf(language), env })).trim().split('\n');
}

const steps = ['customer Ada Lovelace is active', '404 customer_not_found', 'initialized, has a PIN: true'];

describe('OpenAPI Generator', () => {
  it('finds no error in the contract', async () => {
    const said = await shell(`java -jar openapi-generator-cli-${openApiGenerator}.jar validate -i openapi.yaml`);
    expect(said).not.toMatch(/error/i);
    expect(said).toContain('Validating spec');
  });
});

describe('the Kotlin client', () => {
  it('is generated without an error', () => generate('kotlin'));

  it('compiles', async () => {
    await runCommand('mvn', ['-q', '-B', 'compile', 'dependency:build-classpath', '-Dmdep.outputFile=classpath.txt'], { cwd: projectOf('kotlin') });
  });

  it('makes a customer, reads the code of an error, and gets the result of a challenge from the mock', async () => {
    const libraries = await readFile(join(projectOf('kotlin'), 'classpath.txt'), 'utf8');
    expect(await flow('java', ['-cp', ['target/classes', libraries.trim()].join(delimiter), 'FlowKt'], 'kotlin')).toEqual(steps);
  });
});

describe('the Rust client', () => {
  it('is generated without an error', () => generate('rust'));

  it('compiles', async () => {
    await runCommand('cargo', ['build', '--quiet', '--target-dir', join(work, 'target')], { cwd: projectOf('rust') });
  });

  it('makes a customer, reads the code of an error, and gets the result of a challenge from the mock', async () => {
    expect(await flow(join(work, 'target/debug/flow'), [], 'rust')).toEqual(steps);
  });
});

import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const root = resolve(import.meta.dirname, '..', '..');
const tsc = join(root, 'node_modules/typescript/bin/tsc');
/** The sample of README.md, word for word. */
const sample = /^```ts\n(import \{ startMock \}[\s\S]*?)^```$/m;

/** A project of somebody who has installed the repository as a folder, and begun with `tsc --init`. */
let project: string;

beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), 'planbok-mock-'));
  await mkdir(join(project, 'node_modules'));
  await symlink(root, join(project, 'node_modules/planbok-mock'));
  await writeFile(join(project, 'package.json'), '{"type":"module"}');
  await run(process.execPath, [tsc, '--init'], { cwd: project });
  const [, code = ''] = sample.exec(await readFile(join(root, 'README.md'), 'utf8')) ?? [];
  expect(code).toContain("from 'planbok-mock/mock'");
  await writeFile(join(project, 'sample.ts'), `${code}export const pin: string | undefined = mock.scenario?.customer?.pin;\n`);
});
afterAll(() => rm(project, { recursive: true, force: true }));

const compile = (...options: string[]): Promise<string> =>
  run(process.execPath, [tsc, '--noEmit', ...options], { cwd: project }).then(({ stdout }) => stdout, ({ stdout }) => String(stdout));

describe('a project with the mock installed as a folder', () => {
  it('compiles as `tsc --init` has it, and with the mock\'s types checked too', async () => {
    expect(await compile()).toBe('');
    expect(await compile('--skipLibCheck', 'false')).toBe('');
  });

  it('is told of an option that is not there', async () => {
    await writeFile(join(project, 'wrong.ts'), "import { startMock } from 'planbok-mock/mock';\nawait startMock({ sceanrio: 'funded' });\n");
    expect(await compile()).toMatch(/^wrong\.ts.*'sceanrio' does not exist/);
    await rm(join(project, 'wrong.ts'));
  });

  it('runs', async () => {
    await run(process.execPath, [join(project, 'sample.ts')]);
  });
});

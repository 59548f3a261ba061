import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { copyFile, cp, readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { findBrokenLinks } from './check-links.ts';
import { buildConsole } from './console.ts';
import { buildReference } from './reference.ts';

const root = resolve(import.meta.dirname, '../..');
const docs = join(root, 'docs');

export interface PortalOptions {
  /** Where the site is written to, as a static folder. */
  folder: string;
  /** The path under which it is served; `/` without it. */
  base?: string;
  /** The address at which it is published, for the sitemap and the canonical links. */
  site?: string;
}

/**
 * Builds the documentation portal. Installs its tools before, if they are absent, and waits while another build is at work. Throws
 * when a tool fails, when a page is empty, and when a link leads nowhere.
 */
export async function buildPortal(options: PortalOptions): Promise<void> {
  const release = await waitForTurn();
  try {
    await build(options);
  } finally {
    release();
  }
}

/** All builds share what Astro keeps of the content: two at once leave pages empty. The lock of a database ends with its process. */
async function waitForTurn(): Promise<() => void> {
  const lock = new DatabaseSync(join(root, 'node_modules/.docs-build.lock'));
  for (;;) {
    try {
      lock.exec('BEGIN EXCLUSIVE');
      return () => lock.close();
    } catch (error) {
      const isTaken = (error as { errcode?: number }).errcode === 5; // SQLITE_BUSY
      if (!isTaken) throw error;
      await wait(500);
    }
  }
}

async function build({ folder, base = '/', site }: PortalOptions): Promise<void> {
  await installTools();
  const options = ['--outDir', folder, '--base', base, ...(site === undefined ? [] : ['--site', site])];
  await run(process.execPath, [join(docs, 'node_modules/astro/bin/astro.mjs'), 'build', '--silent', ...options], docs);
  const document = JSON.parse(await readFile(join(root, 'generated/openapi.json'), 'utf8'));
  await Promise.all([
    buildConsole(join(folder, 'console'), { document, base, tools: join(docs, 'node_modules') }),
    buildReference(join(folder, 'reference')),
    ...['openapi.json', 'openapi.yaml'].map((file) => copyFile(join(root, 'generated', file), join(folder, file))),
    cp(join(docs, 'releases'), join(folder, 'releases'), { recursive: true }),
  ]);
  const empty = await findEmptyPages(folder);
  if (empty.length > 0) throw new Error(`The documentation has ${empty.length} empty pages: ${empty.slice(0, 20).join(', ')}`);
  const broken = await findBrokenLinks(folder, base);
  if (broken.length === 0) return;
  const lines = broken.slice(0, 20).map(({ page, link, why }) => `  ${page}: ${link} (${why})`);
  throw new Error(`The documentation has ${broken.length} broken links:\n${lines.join('\n')}`);
}

/** The Markdown copies, one of each page, that hold a title and nothing else. */
export async function findEmptyPages(folder: string): Promise<string[]> {
  const copies = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.md'));
  const texts = await Promise.all(copies.map((file) => readFile(join(folder, file), 'utf8')));
  return copies.filter((_file, index) => !/^# \S.*\n+\S/.test(texts[index] ?? ''));
}

/** They are many, and the mock needs none of them: so they are not among the dependencies of the root. */
async function installTools(): Promise<void> {
  // npm writes this list last: where it is, nothing is missing.
  if (existsSync(join(docs, 'node_modules/.package-lock.json'))) return;
  console.log('The tools of the documentation are installed into docs/node_modules: this takes a minute, once.');
  await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], docs);
}

function run(command: string, args: string[], cwd: string): Promise<void> {
  const env: NodeJS.ProcessEnv = { ...process.env, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' };
  // Vitest says in these that it is development: the search would be left out.
  for (const name of ['DEV', 'PROD', 'MODE', 'SSR', 'BASE_URL', 'TEST', 'VITEST']) delete env[name];
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' && command === 'npm' });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += part));
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) done();
      else fail(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output.slice(-4000)}`));
    });
  });
}

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { buildPortal } from '../../scripts/docs/build.ts';
import { type RunningSite, serveFolder } from '../../scripts/docs/serve.ts';

const root = resolve(import.meta.dirname, '../..');
const cache = join(root, 'node_modules/.cache/portal');
const origin = 'https://docs.example.com';

/** What the portal is made of. */
const sources = ['docs', 'generated', 'scripts', 'CHANGELOG.md', 'mock/usage.ts', 'mock/chains/catalogue.ts'];
const leftOut = /(^|\/)(node_modules|dist|\.astro|examples)(\/|$)/;

/** The folder of the built portal. It is built once for all test files, and again only when something of it has changed. */
export async function builtPortal(base = '/'): Promise<string> {
  const kind = base === '/' ? 'root' : base.replaceAll('/', '');
  const folder = join(cache, `${kind}-${await hashOfSources()}`);
  if (existsSync(folder)) return folder;
  await removeOld(kind);
  const unfinished = join(cache, `unfinished-${kind}-${process.pid}`);
  await rm(unfinished, { recursive: true, force: true });
  await buildPortal({ folder: unfinished, base, site: origin });
  // Another run may have built the same meanwhile.
  if (existsSync(folder)) await rm(unfinished, { recursive: true });
  else await rename(unfinished, folder);
  return folder;
}

export interface ServedPortal extends RunningSite {
  folder: string;
}

export async function servePortal(base = '/'): Promise<ServedPortal> {
  const folder = await builtPortal(base);
  return { folder, ...(await serveFolder(folder, { base })) };
}

/** The paths of all pages under Starlight, as the sitemap lists them, without the base path. */
export async function pagesOf(folder: string, base = '/'): Promise<string[]> {
  const text = await readFile(join(folder, 'sitemap-0.xml'), 'utf8');
  return [...text.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname.slice(base.length - 1));
}

/** Another run may be reading an earlier build: only those of yesterday go. */
async function removeOld(kind: string): Promise<void> {
  const day = 24 * 60 * 60 * 1000;
  for (const name of await readdir(cache).catch(() => [])) {
    const old = join(cache, name);
    if (name.startsWith(kind) && Date.now() - (await stat(old)).mtimeMs > day) await rm(old, { recursive: true, force: true });
  }
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    const files = source.includes('.') ? [source] : (await readdir(join(root, source), { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
    for (const file of files.sort().filter((name) => !leftOut.test(name.slice(source.length)))) {
      hash.update(file).update(await readFile(join(root, file)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

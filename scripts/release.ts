/**
 * `npm run release [-- --replace]`: keeps generated/openapi.yaml as the contract that was released under its version, in
 * docs/releases/. From then on `npm run check` rates every change against it. What was released never changes: another
 * content under the same version is refused, unless `--replace` says that nobody has it yet.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { releasesOf } from './changelog.ts';
import { releases } from './rate.ts';

const root = resolve(import.meta.dirname, '..');

/** Writes the bundle into `folder`, and says where. Throws when its version is out with another content, or has no entry in the changelog. */
export async function release({ bundle, changelog, folder, replace = false }: { bundle: string; changelog: string; folder: string; replace?: boolean }): Promise<string> {
  const { version } = (parse(bundle) as { info: { version: string } }).info;
  const [newest] = releasesOf(changelog);
  if (newest?.version !== version) throw new Error(`CHANGELOG.md begins with ${newest?.version ?? 'no version'}, and the contract is ${version}. Write "## ${version}" above it.`);
  const file = join(folder, version, 'openapi.yaml');
  const released = await readFile(file, 'utf8').catch(() => undefined);
  if (released !== undefined && released !== bundle && !replace) {
    throw new Error(`${version} was released with another content. Raise the version; or, if nobody has it yet, add \`-- --replace\`.`);
  }
  await mkdir(join(folder, version), { recursive: true });
  await writeFile(file, bundle);
  return file;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { replace: { type: 'boolean', default: false } } });
  const [bundle, changelog] = await Promise.all(['generated/openapi.yaml', 'CHANGELOG.md'].map((file) => readFile(join(root, file), 'utf8')));
  try {
    console.log(`Kept as ${await release({ bundle: bundle ?? '', changelog: changelog ?? '', folder: releases, replace: values.replace })}. Commit it.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

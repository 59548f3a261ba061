/**
 * `npm run check`: proves that generated/ is what `npm run generate` makes of the sources, file for file, and rates the
 * contract against the last released one.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve, sep } from 'node:path';
import { generate } from './generate.ts';
import { leftovers } from './languages/language-clients.ts';
import { lastRelease, rate, releases } from './rate.ts';

async function filesIn(folder: string): Promise<Set<string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  return new Set(files.filter((file) => !file.split(sep).some((part) => leftovers.test(part))));
}

/** What differs between two folders, one line a file: missing, left over, or different. */
export async function compareTrees(expected: string, actual: string): Promise<string[]> {
  const [wanted, present] = await Promise.all([filesIn(expected), filesIn(actual)]);
  const lines: string[] = [];
  for (const file of [...new Set([...wanted, ...present])].sort()) {
    if (!present.has(file)) lines.push(`missing    ${file}`);
    else if (!wanted.has(file)) lines.push(`left over  ${file}`);
    else {
      const [a, b] = await Promise.all([readFile(join(expected, file)), readFile(join(actual, file))]);
      if (!a.equals(b)) lines.push(`different  ${file}`);
    }
  }
  return lines;
}

if (import.meta.main) {
  const folder = resolve(import.meta.dirname, '../generated');
  const fresh = await mkdtemp(join(tmpdir(), 'planbok-generated-'));
  try {
    await generate(fresh);
    const lines = await compareTrees(fresh, folder);
    if (lines.length > 0) {
      console.error(`generated/ is not what the sources make:\n${lines.map((line) => `  ${line}`).join('\n')}\nRun \`npm run generate\` and commit the result.`);
      process.exitCode = 1;
    } else {
      console.log('generated/ is fresh.');
    }
    const last = await lastRelease();
    const { passed, report } = await rate(join(releases, last, 'openapi.yaml'), join(fresh, 'openapi.yaml'));
    if (passed) console.log(`The contract is compatible with ${last}, or has a version of its own.`);
    else {
      console.error(report);
      process.exitCode = 1;
    }
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
}

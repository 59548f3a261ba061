import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { root } from './contract.ts';

const folder = join(root, 'openapi');
const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
  .sort();

function referencesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) => {
    if (key === '$ref' && typeof member === 'string') return [member];
    // The mapping of a discriminator names files too, but only those that its oneOf has.
    return referencesIn(member);
  });
}

function reachedFrom(start: string): Set<string> {
  const reached = new Set([start]);
  for (const file of reached) {
    const path = join(folder, file);
    for (const reference of referencesIn(parse(readFileSync(path, 'utf8')))) {
      const [target = ''] = reference.split('#');
      if (target !== '') reached.add(relative(folder, resolve(dirname(path), target)));
    }
  }
  return reached;
}

describe('the files of openapi/', () => {
  it('are all reached from the root, but for the workflows, which refer to what is made of it', () => {
    const reached = reachedFrom('openapi.yaml');
    expect(files.filter((file) => !reached.has(file) && !file.startsWith('workflows/')), 'delete what nothing refers to, or refer to it').toEqual([]);
    expect([...reached].filter((file) => !files.includes(file)), 'these are referred to and do not exist').toEqual([]);
  });

  it('are YAML with the extension .yaml', () => {
    expect(files.filter((file) => !file.endsWith('.yaml'))).toEqual([]);
    expect(files.length).toBeGreaterThan(400);
  });

  it('have base names that are unique within their kind', () => {
    const names = files.map((file) => `${file.split('/')[0]}/${file.split('/').at(-1)?.toLowerCase()}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});

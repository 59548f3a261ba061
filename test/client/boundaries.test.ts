import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { contractVersion } from '../../client/index.ts';

const root = resolve(import.meta.dirname, '..', '..');
const sources = (folder: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name)).map((name) => join(root, folder, name));

/** What a file imports or exports again: its target from the root, or the name of a package; and whether types alone. */
function importsOf(file: string): { target: string; isType: boolean }[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    const from = ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement) ? statement.moduleSpecifier : undefined;
    if (from === undefined || !ts.isStringLiteral(from)) return [];
    const isType = ts.isImportDeclaration(statement) ? statement.importClause?.isTypeOnly === true : ts.isExportDeclaration(statement) && statement.isTypeOnly;
    return [{ target: from.text.startsWith('.') ? relative(root, resolve(file, '..', from.text)) : from.text, isType }];
  });
}

describe('the client', () => {
  it('imports its own files, openapi-fetch, and nothing but types of generated/', () => {
    const outside = sources('client').flatMap(importsOf).filter(({ target }) => !target.startsWith('client/'));
    expect(outside.filter(({ target, isType }) => !(target === 'openapi-fetch' || (target === 'generated/types.ts' && isType)))).toEqual([]);
    expect(outside.length).toBeGreaterThan(3);
  });

  it('is not imported by the mock', () => {
    const imported = sources('mock').flatMap(importsOf).map(({ target }) => target);
    expect(imported.filter((target) => target.startsWith('client/') || target === '@planbok/customer-custody')).toEqual([]);
    expect(imported.length).toBeGreaterThan(100);
  });

  it('names the version of the contract that it was made from', () => {
    const { info } = JSON.parse(readFileSync(join(root, 'generated/openapi.json'), 'utf8'));
    expect(contractVersion).toBe(info.version);
  });
});

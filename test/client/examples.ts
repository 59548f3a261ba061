import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

const folder = join(import.meta.dirname, '..', '..', 'client');

export interface Example {
  name: string;
  /** As it stands in the docstring; absent where there is none. */
  code?: string;
}

/** The example of everything that the package exports to be called or compared, and of every method of its client. */
export function examples(): Example[] {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  const sources = files.map((name) => ts.createSourceFile(name, readFileSync(join(folder, name), 'utf8'), ts.ScriptTarget.Latest, true));
  const exported = new Set(sources.filter(({ fileName }) => fileName === 'index.ts').flatMap(({ statements }) => statements).flatMap(valuesExportedBy));
  const found = sources.filter(({ fileName }) => fileName !== 'index.ts').flatMap(({ statements }) => statements).flatMap((statement): [string, ts.Node][] => {
    if (ts.isInterfaceDeclaration(statement) && statement.name.text === 'PlanbokClient') {
      return statement.members.map((member) => [`planbok.${member.name?.getText() ?? ''}`, member]);
    }
    const names = ts.isVariableStatement(statement)
      ? statement.declarationList.declarations.map(({ name }) => name.getText())
      : (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name ? [statement.name.text] : [];
    return names.filter((name) => exported.has(name)).map((name) => [name, statement]);
  });
  return found.map(([name, node]) => {
    const code = codeOf(node);
    return { name, ...(code !== undefined && { code }) };
  });
}

/** The examples of the package's README. */
export function readmeExamples(): Example[] {
  const blocks = readFileSync(join(folder, 'README.md'), 'utf8').matchAll(/^```ts\n([\s\S]*?)^```$/gm);
  return [...blocks].map(([, code = ''], index) => ({ name: `README.md, ${index + 1}`, code }));
}

function valuesExportedBy(statement: ts.Statement): string[] {
  if (!ts.isExportDeclaration(statement) || statement.isTypeOnly || statement.exportClause === undefined || !ts.isNamedExports(statement.exportClause)) return [];
  return statement.exportClause.elements.filter(({ isTypeOnly }) => !isTypeOnly).map(({ name }) => name.text);
}

function codeOf(node: ts.Node): string | undefined {
  const tag = ts.getJSDocTags(node).find(({ tagName }) => tagName.text === 'example');
  return /```ts\n([\s\S]*?)```/.exec(ts.getTextOfJSDocComment(tag?.comment) ?? '')?.[1];
}

/** What an example says that it prints: the comments behind its `console.log`. */
export function promisedOutput(code: string): string[] {
  return [...code.matchAll(/console\.log\(.*\); \/\/ (.*)$/gm)].map(([, output = '']) => output);
}

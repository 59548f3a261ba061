/** What the sources of the mock and of the tests say of the contract's operations, found in their syntax. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative } from 'node:path';
import ts from 'typescript';
import type { Operation } from './openapi-document.ts';

const methods = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);

interface Source {
  /** Its path below the folder that was read. */
  file: string;
  nodes: ts.Node[];
}

function readSources(folder: string, suffix: string): Source[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(suffix)).sort();
  return files.map((file) => {
    const source = ts.createSourceFile(file, readFileSync(join(folder, file), 'utf8'), ts.ScriptTarget.Latest, true);
    const nodes: ts.Node[] = [];
    const visit = (node: ts.Node): void => {
      nodes.push(node);
      ts.forEachChild(node, visit);
    };
    visit(source);
    return { file: relative(folder, join(folder, file)).replaceAll('\\', '/'), nodes };
  });
}

/** The file that handles each operation: the one with a function `…Handlers` that returns an object with its name as a key. */
export function handlersIn(folder: string): Map<string, string> {
  const handlers = new Map<string, string>();
  for (const { file, nodes } of readSources(folder, '.ts')) {
    for (const node of nodes) {
      if (!ts.isObjectLiteralExpression(node) || !isReturnedByHandlers(node)) continue;
      for (const { name } of node.properties) if (name !== undefined && ts.isIdentifier(name)) handlers.set(name.text, file);
    }
  }
  return handlers;
}

function isReturnedByHandlers(node: ts.Node): boolean {
  let above = node.parent;
  while (ts.isSatisfiesExpression(above) || ts.isAsExpression(above) || ts.isParenthesizedExpression(above)) above = above.parent;
  const body = ts.isReturnStatement(above) ? above.parent.parent : undefined;
  return body !== undefined && ts.isFunctionDeclaration(body) && (body.name?.text.endsWith('Handlers') ?? false);
}

/** How often each test file calls each operation, by operationId; where none does itself, those that import one that does. */
export function callsIn(folder: string, operations: Operation[]): Map<string, Map<string, number>> {
  const paths = operations.map(({ method, path, operation }) => ({
    method: method.toUpperCase(), shape: shapeOf(path), operationId: operation.operationId,
  }));
  const called = (nodes: ts.Node[]) =>
    nodes.flatMap((node) => (ts.isCallExpression(node) ? callOf(node) : [])).flatMap(({ method, shape }) => {
      // Programs of the vendor's know the version from their base URL.
      const found = paths.find((path) => path.method === method && (path.shape === shape || path.shape === `/v2${shape}`));
      return found === undefined ? [] : [found.operationId];
    });
  const tests = readTests(folder).map(({ file, nodes, imported }) => ({ file, own: called(nodes), imported: called(imported) }));
  const count = (part: 'own' | 'imported', id: string) =>
    tests.map((test): [string, number] => [test.file, test[part].filter((one) => one === id).length]).filter(([, times]) => times > 0);
  return new Map(
    paths.map(({ operationId }) => {
      const own = count('own', operationId);
      return [operationId, new Map(own.length > 0 ? own : count('imported', operationId))];
    }),
  );
}

/** `api.POST('/v2/…', …)`, or a function that is told both: `send(mock, 'POST', `/v2/…`)`, `call('/…', { method: 'POST' })`. */
function callOf(call: ts.CallExpression): { method: string; shape: string }[] {
  const name = ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : '';
  const texts = call.arguments.flatMap((argument) => (ts.isObjectLiteralExpression(argument) ? methodsIn(argument) : [textOf(argument)]));
  const [method, path] = [[name, ...texts].find((text) => methods.has(text)), texts.find((text) => text.startsWith('/'))];
  return method === undefined || path === undefined ? [] : [{ method, shape: shapeOf(path) }];
}

function methodsIn({ properties }: ts.ObjectLiteralExpression): string[] {
  return properties.filter(ts.isPropertyAssignment).filter(({ name }) => name.getText() === 'method').map(({ initializer }) => textOf(initializer));
}

/** What a literal says, with `{}` for what is put into it; nothing of anything else. */
function textOf(node: ts.Node | undefined): string {
  if (node === undefined) return '';
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateExpression(node) ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('{}') : '';
}

/** A path without its query and without the names of its parameters. */
function shapeOf(path: string): string {
  return path.replace(/\?.*$/s, '').replaceAll(/\{\w*\}/g, '{}');
}

/** How often each test file, it or what it imports, names each of these words as a text of its own. */
export function mentionsIn(folder: string, words: string[]): Map<string, Map<string, number>> {
  const tests = readTests(folder).map(({ file, nodes, imported }) => {
    return { file, texts: [...nodes, ...imported].filter(ts.isStringLiteralLike).map(({ text }) => text) };
  });
  const count = (word: string) =>
    tests.map(({ file, texts }): [string, number] => [file, texts.filter((text) => text === word).length]).filter(([, times]) => times > 0);
  return new Map(words.map((word) => [word, new Map(count(word))]));
}

/**
 * What a test file, and what it imports from beside it, say that they see: the titles, but for those that are made of data.
 * All but the first `describe` of a file begin their titles.
 */
export function titlesIn(folder: string, file: string): string[] {
  const test = readTests(folder).find((one) => one.file === file);
  if (test === undefined) throw new Error(`There is no test ${join(folder, file)}.`);
  const subject = test.nodes.filter(ts.isCallExpression).find(({ expression }) => expression.getText() === 'describe');
  return [...test.nodes, ...test.imported]
    .filter(ts.isCallExpression)
    .flatMap((call) => {
      const above = describeAbove(call);
      return titlesOf(call).map((title) => (above === undefined || above === subject ? title : `${textOf(above.arguments[0])} ${title}`));
    })
    .filter((title) => title !== '' && !/[$%{]/.test(title));
}

/** The title of `it('…')`, and those of `describe.each(['…'])('… %s')`. */
function titlesOf({ expression, arguments: [first] }: ts.CallExpression): string[] {
  if (ts.isIdentifier(expression)) return expression.text === 'it' ? [textOf(first)] : [];
  if (!ts.isCallExpression(expression) || expression.expression.getText() !== 'describe.each') return [];
  const [data] = expression.arguments;
  const list = data !== undefined && ts.isAsExpression(data) ? data.expression : data;
  return list !== undefined && ts.isArrayLiteralExpression(list) ? list.elements.map((element) => textOf(first).replace('%s', textOf(element))) : [];
}

function describeAbove(node: ts.Node): ts.CallExpression | undefined {
  for (let above = node.parent; above !== undefined; above = above.parent) {
    if (ts.isCallExpression(above) && above.expression.getText() === 'describe') return above;
  }
  return undefined;
}

/** The test files, each with what it imports from beside it: helpers are part of the test that they help. */
function readTests(folder: string): (Source & { imported: ts.Node[] })[] {
  const sources = readSources(folder, '.ts');
  const nodesOf = new Map(sources.map(({ file, nodes }) => [file, nodes]));
  return sources
    .filter(({ file }) => file.endsWith('.test.ts'))
    .map(({ file, nodes }) => {
      const names = nodes.filter(ts.isImportDeclaration).map(({ moduleSpecifier }) => posix.join(posix.dirname(file), textOf(moduleSpecifier)));
      return { file, nodes, imported: names.flatMap((name) => nodesOf.get(name) ?? []) };
    });
}

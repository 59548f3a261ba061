/** What the sources of the mock and of the tests say of the contract's operations, found in their syntax. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
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

/** How often each test file calls each operation, by operationId. */
export function callsIn(folder: string, operations: Operation[]): Map<string, Map<string, number>> {
  const paths = operations.map(({ method, path, operation }) => ({
    method: method.toUpperCase(), shape: shapeOf(path), operationId: operation.operationId,
  }));
  const calls = new Map<string, Map<string, number>>();
  for (const { file, nodes } of readSources(folder, '.test.ts')) {
    for (const { method, shape } of nodes.flatMap((node) => (ts.isCallExpression(node) ? callOf(node) : []))) {
      // Programs of the vendor's know the version from their base URL.
      const found = paths.find((path) => path.method === method && (path.shape === shape || path.shape === `/v2${shape}`));
      if (found === undefined) continue;
      const files = calls.get(found.operationId) ?? new Map<string, number>();
      calls.set(found.operationId, files.set(file, (files.get(file) ?? 0) + 1));
    }
  }
  return calls;
}

/** `api.POST('/v2/…', …)`, or a function that is given method and path: `send(mock, 'POST', `/v2/…`)`. */
function callOf(call: ts.CallExpression): { method: string; shape: string }[] {
  const name = ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : '';
  const texts = call.arguments.map((argument) => (isText(argument) ? textOf(argument) : ''));
  const at = methods.has(name) ? 0 : texts.findIndex((text) => methods.has(text)) + 1;
  const method = methods.has(name) ? name : texts[at - 1];
  const path = texts[at];
  return method === undefined || path === undefined || !path.startsWith('/') ? [] : [{ method, shape: shapeOf(path) }];
}

const isText = (node: ts.Node) => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);

function textOf(node: ts.Node): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  return ts.isTemplateExpression(node) ? [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('{}') : '';
}

/** A path without its query and without the names of its parameters. */
function shapeOf(path: string): string {
  return path.replace(/\?.*$/s, '').replaceAll(/\{\w*\}/g, '{}');
}

/** The test files that name each of these words as a text of its own, in the order of their names. */
export function mentionsIn(folder: string, words: string[]): Map<string, string[]> {
  const mentions = new Map<string, string[]>();
  for (const { file, nodes } of readSources(folder, '.test.ts')) {
    const texts = new Set(nodes.filter(ts.isStringLiteralLike).map(({ text }) => text));
    for (const word of words) if (texts.has(word)) mentions.set(word, [...(mentions.get(word) ?? []), file]);
  }
  return mentions;
}

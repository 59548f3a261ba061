import { join } from 'node:path';
import { examplesOf, pathOperations, responsesOf, webhookOperations, type OpenApiDocument } from './openapi-document.ts';
import { callsIn, handlersIn, mentionsIn } from './sources.ts';

/**
 * The flat inventory: one line an operation, so that a change of the contract is seen in review at a glance, and what has no
 * handler or no test too.
 */
export function inventory(document: OpenApiDocument, root: string): string {
  const operations = pathOperations(document);
  const handlers = handlersIn(join(root, 'mock/handlers'));
  const calls = callsIn(join(root, 'test'), operations);
  const rows = operations.map(({ method, path, operation }) => {
    const { operationId } = operation;
    const statuses = responsesOf(document, operation);
    const codes = statuses
      .filter(([status]) => /^[45]/.test(status))
      .flatMap(([, response]) => examplesOf(document, response.content?.['application/json']).map(([code]) => code));
    return rowOf([
      method.toUpperCase(), `\`${path}\``, operationId, statuses.map(([status]) => status).join(' '), handlers.get(operationId) ?? '',
      most(calls.get(operationId)), codes.join(' '),
    ]);
  });
  const events = webhookOperations(document);
  const mentions = mentionsIn(join(root, 'test/mock'), events.map(({ path }) => path));
  const webhooks = events.map(({ path, operation }) => rowOf([`\`${path}\``, operation.operationId, mockTest(most(mentions.get(path)))]));
  return [
    '# Operations',
    '',
    `Version ${document.info.version}, ${operations.length} operations, ${webhooks.length} webhooks. Made by \`npm run generate\`: do not edit.`,
    '',
    'Handlers are below `mock/handlers/`. The test, below `test/`, is the one that calls the operation, or names the event, most often.',
    'That every operation was really answered by its handler, and every event delivered, is proven by the traffic of all tests: `test/traffic/`.',
    '',
    rowOf(['Method', 'Path', 'operationId', 'Statuses', 'Handler', 'Test', 'Error codes']),
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    '## Webhooks',
    '',
    rowOf(['Event', 'operationId', 'Test']),
    '| --- | --- | --- |',
    ...webhooks,
    '',
  ].join('\n');
}

/** The file with the highest count; of several, the first by name. */
function most(counts: Map<string, number> = new Map()): string {
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? '';
}

/** Events are what tests of the mock see. */
function mockTest(file: string): string {
  return file === '' ? '' : `mock/${file}`;
}

function rowOf(cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}

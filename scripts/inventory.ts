import { join } from 'node:path';
import { examplesOf, pathOperations, responsesOf, webhookOperations, type OpenApiDocument } from './openapi-document.ts';
import { callsIn, handlersIn, mentionsIn } from './sources.ts';

/** How many test files are named for one operation: those that call it most. */
const maxTests = 3;

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
    const tests = [...(calls.get(operationId) ?? [])].toSorted(([, one], [, other]) => other - one).map(([file]) => file);
    return rowOf([
      method.toUpperCase(), `\`${path}\``, operationId, statuses.map(([status]) => status).join(' '), handlers.get(operationId) ?? '',
      tests.slice(0, maxTests).join(' '), codes.join(' '),
    ]);
  });
  const events = webhookOperations(document);
  const mentions = mentionsIn(join(root, 'test/mock'), events.map(({ path }) => path));
  const webhooks = events.map(({ path, operation }) => rowOf([`\`${path}\``, operation.operationId, (mentions.get(path) ?? []).map((file) => `mock/${file}`).join(' ')]));
  return [
    '# Operations',
    '',
    `Version ${document.info.version}, ${operations.length} operations, ${webhooks.length} webhooks. Made by \`npm run generate\`: do not edit.`,
    '',
    `Handlers are below \`mock/handlers/\`, tests below \`test/\`: the ${maxTests} that call the operation most. That each was really answered by`,
    'its handler, and each event delivered, is proven by the traffic of all tests: `test/traffic/`.',
    '',
    rowOf(['Method', 'Path', 'operationId', 'Statuses', 'Handler', 'Tests', 'Error codes']),
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
    '## Webhooks',
    '',
    rowOf(['Event', 'operationId', 'Tests']),
    '| --- | --- | --- |',
    ...webhooks,
    '',
  ].join('\n');
}

function rowOf(cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}

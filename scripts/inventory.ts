import { examplesOf, pathOperations, responsesOf, webhookOperations, type OpenApiDocument } from './openapi-document.ts';

/** The flat inventory: one line an operation, so that a change of the contract is seen in review at a glance. */
export function inventory(document: OpenApiDocument): string {
  const operations = pathOperations(document);
  const rows = operations.map(({ method, path, operation }) => {
    const statuses = responsesOf(document, operation);
    const codes = statuses
      .filter(([status]) => /^[45]/.test(status))
      .flatMap(([, response]) => examplesOf(document, response.content?.['application/json']).map(([code]) => code));
    return `| ${method.toUpperCase()} | \`${path}\` | ${operation.operationId} | ${statuses.map(([status]) => status).join(' ')} | ${codes.join(' ')} |`;
  });
  const webhooks = webhookOperations(document).map(({ path, operation }) => `| \`${path}\` | ${operation.operationId} |`);
  return [
    '# Operations',
    '',
    `Version ${document.info.version}, ${operations.length} operations, ${webhooks.length} webhooks. Made by \`npm run generate\`: do not edit.`,
    '',
    '| Method | Path | operationId | Statuses | Error codes |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    '## Webhooks',
    '',
    '| Event | operationId |',
    '| --- | --- |',
    ...webhooks,
    '',
  ].join('\n');
}

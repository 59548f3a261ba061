import { dereference, examplesOf, requestMediaOf, type Operation, type SchemaObject } from '../../scripts/openapi-document.ts';
import { contract } from './contract.ts';

/** A request that fits an operation: parameters from their examples, the credential it needs, and a body. */
export function requestFor({ path, method, operation, parameters }: Operation, body: unknown, prefer?: string): Request {
  let target = path;
  const query = new URLSearchParams();
  const headers = new Headers({ 'PLANBOK-X-API-KEY': 'pk_sandbox_full', Authorization: `Bearer ${'A'.repeat(43)}` });
  for (const { name, in: place, schema, example } of parameters) {
    const value = String(example ?? (dereference<SchemaObject>(contract, schema)['examples'] as unknown[])[0]);
    if (place === 'path') target = target.replace(`{${name}}`, encodeURIComponent(value));
    if (place === 'query') query.set(name, value);
    if (place === 'header') headers.set(name, value);
  }
  if (prefer !== undefined) headers.set('Prefer', prefer);
  if (operation.requestBody !== undefined) headers.set('Content-Type', 'application/json');
  const url = `http://localhost${target}${query.size > 0 ? `?${query}` : ''}`;
  return new Request(url, { method: method.toUpperCase(), headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
}

/** The examples of an operation's body; one without a value when it has no body. */
export function requestExamples({ operation }: Operation): [name: string, value: unknown][] {
  const examples = examplesOf(contract, requestMediaOf(contract, operation));
  return examples.length > 0 ? examples : [['none', undefined]];
}

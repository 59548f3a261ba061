import type { Call } from './call.ts';
import { type Bracketed, type Habits, type Item, type Layout, layOutCall } from './layout.ts';

const habits: Habits = { indent: '  ', pad: (open) => (open.endsWith('{') ? ' ' : ''), trailingComma: true };

export function typescriptSample(call: Call): string {
  return call.baseUrl.endsWith(':4010') ? clientSample(call) : fetchSample(call);
}

function clientSample({ method, path, pathParameters, query, body, baseUrl, answer }: Call): string {
  const hasData = typeof answer.value === 'object' && answer.value !== null && 'data' in answer.value;
  const params = [
    ...(pathParameters.length > 0 ? [member('path', object(pathParameters))] : []),
    ...(query.length > 0 ? [member('query', object(query))] : []),
  ];
  const init = [...(params.length > 0 ? [member('params', braces(params))] : []), ...(body === undefined ? [] : [member('body', literal(body))])];
  const items = [{ key: '', value: text(path) }, ...(init.length === 0 ? [] : [{ key: '', value: braces(init) }])];
  return [
    `import { createPlanbokClient } from '@planbok/customer-custody';`,
    '',
    `const planbok = createPlanbokClient({`,
    `  apiKey: 'pk_sandbox_full',`,
    `  baseUrl: ${text(baseUrl)},`,
    `});`,
    '',
    layOutCall(`const ${hasData ? '{ data }' : 'answer'} = await planbok.${method}(`, items, ');', habits),
    `console.log(${hasData ? 'data' : 'answer'});`,
  ].join('\n');
}

/** The client calls nothing of the Gateway: the Gateway's own page does. */
function fetchSample({ method, path, pathParameters, body, credential, baseUrl, answer }: Call): string {
  const target = pathParameters.reduce((all, [name, value]) => all.replace(`{${name}}`, encodeURIComponent(value)), path);
  const headers = [
    ...(credential === undefined ? [] : [member('Authorization', text(`Bearer ${credential.value}`))]),
    ...(body === undefined ? [] : [member('Content-Type', text('application/json'))]),
  ];
  const init = [
    ...(method === 'GET' ? [] : [member('method', text(method))]),
    ...(headers.length === 0 ? [] : [member('headers', braces(headers))]),
    ...(body === undefined ? [] : [member('body', stringified(body))]),
  ];
  const items = [{ key: '', value: text(`${baseUrl}${target}`) }, ...(init.length === 0 ? [] : [{ key: '', value: braces(init) }])];
  return [
    layOutCall('const response = await fetch(', items, ');', habits),
    `console.log(await response.${answer.mediaType === 'application/json' ? 'json' : 'text'}());`,
  ].join('\n');
}

function literal(value: unknown): Layout {
  if (Array.isArray(value)) return { open: '[', items: value.map((item) => ({ key: '', value: literal(item) })), close: ']' };
  if (typeof value === 'string') return value.startsWith('{') ? stringified(JSON.parse(value)) : text(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return object(Object.entries(value));
}

function stringified(value: unknown): Layout {
  const { open, items, close } = literal(value) as Bracketed;
  return { open: `JSON.stringify(${open}`, items, close: `${close})` };
}

const object = (entries: [string, unknown][]) => braces(entries.map(([name, value]) => member(name, literal(value))));
const braces = (items: Item[]): Bracketed => ({ open: '{', items, close: '}' });
const member = (name: string, value: Layout): Item => ({ key: `${/^[A-Za-z_]\w*$/.test(name) ? name : text(name)}: `, value });

function text(value: string): string {
  return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

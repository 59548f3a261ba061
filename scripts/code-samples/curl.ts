import type { Call } from './call.ts';
import { type Habits, type Layout, layOut } from './layout.ts';

const habits: Habits = { indent: '  ', pad: (open) => (open.endsWith('{') ? ' ' : ''), trailingComma: false };

export function curlSample({ method, path, pathParameters, query, body, credential, baseUrl }: Call): string {
  const target = pathParameters.reduce((all, [name, value]) => all.replace(`{${name}}`, encodeURIComponent(value)), path);
  const search = new URLSearchParams(query.map(([name, value]) => [name, String(value)])).toString().replaceAll('%2C', ',');
  const url = search === '' ? baseUrl + target : quote(`${baseUrl}${target}?${search}`);
  const verb = method === 'GET' || (method === 'POST' && body !== undefined) ? '' : `-X ${method} `;
  const lines = [`curl ${verb}${url}`];
  if (credential?.scheme === 'apiKey') lines.push(`-H 'PLANBOK-X-API-KEY: ${credential.value}'`);
  if (credential?.scheme === 'gatewayToken') lines.push(`-H 'Authorization: Bearer ${credential.value}'`);
  if (body !== undefined) lines.push(`-H 'Content-Type: application/json'`, `-d ${quote(layOut(json(body), habits, '', '', '  '))}`);
  return lines.join(' \\\n  ');
}

function json(value: unknown): Layout {
  if (Array.isArray(value)) return { open: '[', items: value.map((item) => ({ key: '', value: json(item) })), close: ']' };
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return { open: '{', items: Object.entries(value).map(([name, member]) => ({ key: `${JSON.stringify(name)}: `, value: json(member) })), close: '}' };
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

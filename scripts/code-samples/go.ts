import type { Call } from './call.ts';
import { type Habits, type Layout, layOut, layOutCall } from './layout.ts';

const habits: Habits = { indent: '\t', pad: () => '', trailingComma: true, aligned: true };

interface Field {
  name: string;
  type: string;
}

/** What the generated client has. All that a sample names is found here. */
interface Client {
  /** The fields of each struct, by their names on the wire. */
  structs: Map<string, Map<string, Field>>;
  /** What `type Name = …` and `type Name string` say, for each name. */
  types: Map<string, { type: string; isAlias: boolean }>;
  /** The constants of a named string, as `Type value`. */
  constants: Map<string, string>;
  /** The members of each union, by the value that tells them apart. */
  unions: Map<string, { name: string; members: Map<string, string> }>;
  /** What each method takes, in order, behind the context; and whether it gives anything but an error. */
  methods: Map<string, { parameters: Field[]; gives: boolean }>;
}

/** Gives a function that writes samples for the generated client with this source. */
export function goSamples(source: string): (call: Call) => string {
  const client = readClient(source);
  return (call) => sampleOf(client, call);
}

function sampleOf(client: Client, { operationId, pathParameters, query, body, credential, baseUrl, answer }: Call): string {
  const name = operationId.replace(/^./, (letter) => letter.toUpperCase());
  const method = client.methods.get(name);
  if (method === undefined) throw new Error(`The Go client has no method ${name}.`);
  const values = new Map<string, unknown>([...pathParameters, ['body', body], ['params', query.length === 0 ? null : query]]);
  const items: Layout[] = method.parameters.map(({ name, type }) => {
    const value = values.get(name);
    if (name === 'params') return value === null ? 'nil' : parameters(client, type, query);
    return literal(client, type, value);
  });
  const hasData = typeof answer.value === 'object' && answer.value !== null && 'data' in answer.value;
  const called = layOutCall(
    `${method.gives ? 'answer, err' : 'err'} := client.${name}(`,
    ['context.Background()', ...items].map((value) => ({ key: '', value })), ')', habits, '\t',
  );
  const lines = [
    ...clientLines(baseUrl, credential),
    called,
    ...orEnd,
    ...(method.gives ? [`fmt.Printf("%+v\\n", answer${hasData ? '.Data' : ''})`] : []),
  ];
  return [
    'package main', '',
    'import (', '\t"context"', ...(method.gives ? ['\t"fmt"'] : []), '\t"log"', '', '\tplanbok "planbok.io/customercustody/v2"', ')', '',
    'func main() {', ...lines.map((line) => `\t${line}`), '}',
  ].join('\n');
}

const orEnd = ['if err != nil {', '\tlog.Fatal(err)', '}'];

/** The Gateway is called by its own page: what every program needs has no token of it. */
function clientLines(baseUrl: string, credential: Call['credential']): string[] {
  const url = JSON.stringify(baseUrl);
  if (baseUrl.endsWith(':4010')) return [`client, err := planbok.NewClient("pk_sandbox_full", ${url})`, ...orEnd];
  const token = credential && `planbok.Auth{Bearer: func() string { return ${JSON.stringify(credential.value)} }}`;
  const items = [{ key: 'ServerURL: ', value: url }, ...(token === undefined ? [] : [{ key: 'Auth: ', value: token }])];
  return layOut({ open: 'planbok.Config{', items, close: '}' }, habits, 'client := planbok.New(', ')', '\t').split('\n\t');
}

function parameters(client: Client, type: string, query: Call['query']): Layout {
  const struct = type.replace('*', '');
  const fields = [...(client.structs.get(struct)?.values() ?? [])];
  const items = query.map(([name, value]) => {
    const field = fields.find((field) => flat(field.name) === flat(name));
    if (field === undefined) throw new Error(`The Go struct ${struct} has no field for ${name}.`);
    return { key: `${field.name}: `, value: literal(client, field.type, value) };
  });
  return { open: `&planbok.${struct}{`, items, close: '}' };
}

function literal(client: Client, type: string, value: unknown): Layout {
  if (type.startsWith('*')) return pointer(client, type.slice(1), value);
  if (type.startsWith('[]') && Array.isArray(value)) {
    const element = type.slice(2);
    // The elements of a list need not repeat their type.
    const items = value.map((item) => ({ key: '', value: shortened(literal(client, element, item), typeName(client, element)) }));
    return { open: `[]${typeName(client, element)}{`, items, close: '}' };
  }
  const union = client.unions.get(type);
  if (union !== undefined) return literal(client, memberFor(union, type, value), value);
  const fields = client.structs.get(type);
  if (fields !== undefined && isObject(value)) {
    const items = Object.entries(value).map(([name, item]) => {
      const field = fields.get(name);
      if (field === undefined) throw new Error(`The Go struct ${type} has no field ${name}.`);
      return { key: `${field.name}: `, value: literal(client, field.type, item) };
    });
    return { open: `planbok.${type}{`, items, close: '}' };
  }
  const constant = client.constants.get(`${type} ${String(value)}`);
  if (constant !== undefined) return `planbok.${constant}`;
  const named = client.types.get(type);
  if (named !== undefined) return literal(client, named.type, value);
  if (typeof value === 'string') return /["\\]/.test(value) && !/[`\n]/.test(value) ? `\`${value}\`` : JSON.stringify(value);
  if (isObject(value)) {
    const items = Object.entries(value).map(([name, item]) => ({ key: `${JSON.stringify(name)}: `, value: literal(client, 'any', item) }));
    return { open: 'map[string]any{', items, close: '}' };
  }
  if (Array.isArray(value)) return { open: '[]any{', items: value.map((item) => ({ key: '', value: literal(client, 'any', item) })), close: '}' };
  return value === null ? 'nil' : JSON.stringify(value);
}

function pointer(client: Client, type: string, value: unknown): Layout {
  const target = literal(client, type, value);
  if (typeof target !== 'string' && client.structs.has(resolve(client, type))) return { ...target, open: `&${target.open}` };
  const number = typeof value === 'number' ? resolve(client, type) : undefined;
  const [before, after] = number === undefined || number === 'int' ? ['planbok.Ptr(', ')'] : [`planbok.Ptr(${number}(`, '))'];
  return typeof target === 'string' ? before + target + after : { ...target, open: before + target.open, close: target.close + after };
}

/** Without the name of its type. */
function shortened(layout: Layout, name: string): Layout {
  return typeof layout !== 'string' && layout.open === `${name}{` ? { ...layout, open: '{' } : layout;
}

/** What an alias stands for in the end; a type of its own is itself. */
function resolve({ types }: Client, type: string): string {
  const named = types.get(type);
  return named?.isAlias ? resolve({ types } as Client, named.type) : type;
}

function typeName(client: Client, type: string): string {
  const resolved = resolve(client, type);
  return /^[A-Z]/.test(resolved) ? `planbok.${resolved}` : resolved;
}

function memberFor({ name, members }: { name: string; members: Map<string, string> }, type: string, value: unknown): string {
  const member = isObject(value) ? members.get(String(Reflect.get(value, name))) : undefined;
  if (member === undefined) throw new Error(`The Go union ${type} has no member for ${JSON.stringify(value)}.`);
  return member;
}

function readClient(source: string): Client {
  const client: Client = { structs: new Map(), types: new Map(), constants: new Map(), unions: new Map(), methods: new Map() };
  for (const [, name = '', body = ''] of source.matchAll(/^type ([A-Z]\w*) struct \{\n((?:\t.*\n|\n)*)\}/gm)) {
    const fields = [...body.matchAll(/^\t(\w+) +(\S+)(?: +`json:"([^",]+).*`)?$/gm)].map(([, name = '', type = '', wire = name]) => [wire, { name, type }] as const);
    client.structs.set(name, new Map(fields));
  }
  for (const [, name = '', equals, type = ''] of source.matchAll(/^type ([A-Z]\w*) (= )?([\w[\]*.]+)$/gm)) client.types.set(name, { type, isAlias: equals !== undefined });
  for (const [, constant = '', type = '', value = ''] of source.matchAll(/^\t([A-Z]\w*) +([A-Z]\w*) += "(.*)"$/gm)) client.constants.set(`${type} ${value}`, constant);
  for (const [, union = '', body = ''] of source.matchAll(/^func Unmarshal([A-Z]\w*)\(.*\{\n((?:\t.*\n|\n)*)\}/gm)) {
    const name = /`json:"(\w+)"`/.exec(body)?.[1] ?? '';
    client.unions.set(union, { name, members: new Map([...body.matchAll(/case (".*"):\n\t+var value (\w+)/g)].map(([, value = '', member = '']) => [JSON.parse(value), member])) });
  }
  for (const [, name = '', written = '', result = ''] of source.matchAll(/^func \(c \*Client\) ([A-Z]\w*)\(ctx context\.Context(.*?)\) (.*) \{$/gm)) {
    const parameters = [...written.matchAll(/, (\w+) (\S+?)(?=,|$)/g)].map(([, name = '', type = '']) => ({ name, type }));
    client.methods.set(name, { parameters, gives: result !== 'error' });
  }
  return client;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
const flat = (name: string) => name.replaceAll('_', '').toLowerCase();

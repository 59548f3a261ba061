import type { Call } from './call.ts';
import { type Habits, type Layout, layOutCall } from './layout.ts';

const habits: Habits = { indent: '    ', pad: () => '', trailingComma: true };

interface Field {
  /** In the code; on the wire it may be another. */
  name: string;
  type: string;
  required: boolean;
}

/** What the generated client has. All that a sample names is found here. */
interface Client {
  /** The fields of each dataclass, by their names on the wire. */
  classes: Map<string, Map<string, Field>>;
  /** The members of each enumeration, by their values. */
  enums: Map<string, Map<string, string>>;
  /** What `Name = type` says, for each name. */
  aliases: Map<string, string>;
  /** What each method takes before and behind the `*`. */
  methods: Map<string, Field[]>;
}

/** Gives a function that writes samples for the generated client with this source. */
export function pythonSamples(source: string): (call: Call) => string {
  const client = readClient(source);
  return (call) => sampleOf(client, call);
}

function sampleOf(client: Client, { operationId, pathParameters, query, body, credential, baseUrl, answer }: Call): string {
  const method = snakeCase(operationId);
  const parameters = client.methods.get(method);
  if (parameters === undefined) throw new Error(`The Python client has no method ${method}.`);
  const imports = new Set<string>();
  const value = (type: string, what: unknown) => literal(client, imports, type, what);
  const find = (name: string) => {
    const found = parameters.find((parameter) => flat(parameter.name) === flat(name));
    if (found === undefined) throw new Error(`The Python method ${method} takes no ${name}.`);
    return found;
  };
  const items = [
    ...pathParameters.map(([name, what]) => ({ key: '', value: value(find(name).type, what) })),
    ...(body === undefined ? [] : [{ key: '', value: value(find('body').type, body) }]),
    ...query.map(([name, what]) => ({ key: `${find(name).name}=`, value: value(find(name).type, what) })),
  ];
  const hasData = typeof answer.value === 'object' && answer.value !== null && 'data' in answer.value;
  const isJson = answer.mediaType === 'application/json';
  const isGateway = baseUrl.endsWith(':4020');
  const url = { key: '', value: JSON.stringify(baseUrl) };
  const auth = credential && { key: 'auth=', value: plainObject(value, { bearer: credential.value }) };
  const made = isGateway
    ? layOutCall('planbok = Client(', [url, ...(auth === undefined ? [] : [auth])], ')', habits)
    : layOutCall('planbok = create_client(', [{ key: '', value: '"pk_sandbox_full"' }, url], ')', habits);
  imports.add(isGateway ? 'Client' : 'create_client');
  const needsJson = imports.delete('json');
  const before = `${isJson ? 'answer = ' : ''}planbok.${method}(`;
  return [
    ...(needsJson ? ['import json', ''] : []),
    importLine([...imports].sort()),
    '',
    made,
    layOutCall(before, items, ')', habits),
    ...(isJson ? [`print(answer${hasData ? '.data' : ''})`] : []),
  ].join('\n');
}

function importLine(names: string[]): string {
  const line = `from planbok_customer_custody import ${names.join(', ')}`;
  return line.length <= 68 ? line : `from planbok_customer_custody import (\n${names.map((name) => `    ${name},\n`).join('')})`;
}

function literal(client: Client, imports: Set<string>, type: string, value: unknown): Layout {
  const inner = (type: string, value: unknown) => literal(client, imports, type, value);
  const [, outer = type, argument = ''] = /^(\w+)\[(.*)\]$/.exec(type) ?? [];
  if (outer === 'Optional') return inner(argument, value);
  if (outer === 'Union') return inner(memberFor(client, splitAtCommas(argument), value), value);
  const alias = client.aliases.get(type);
  if (alias !== undefined) return inner(alias, value);
  const member = typeof value === 'string' ? client.enums.get(type)?.get(value) : undefined;
  if (member !== undefined) {
    imports.add(type);
    return `${type}.${member}`;
  }
  const fields = client.classes.get(type);
  if (fields !== undefined && isObject(value)) {
    imports.add(type);
    const items = Object.entries(value).map(([name, item]) => {
      const field = fields.get(name);
      if (field === undefined) throw new Error(`The Python class ${type} has no field ${name}.`);
      return { key: `${field.name}=`, value: inner(field.type, item) };
    });
    return { open: `${type}(`, items, close: ')' };
  }
  if (Array.isArray(value)) return { open: '[', items: value.map((item) => ({ key: '', value: inner(outer === 'List' ? argument : 'Any', item) })), close: ']' };
  if (typeof value === 'string' && isJsonObject(value)) {
    imports.add('json');
    const { items } = plainObject(inner, JSON.parse(value));
    return { open: 'json.dumps({', items, close: '})' };
  }
  return isObject(value) ? plainObject(inner, value) : scalar(value);
}

function plainObject(inner: (type: string, value: unknown) => Layout, value: object) {
  return { open: '{', items: Object.entries(value).map(([name, item]) => ({ key: `${JSON.stringify(name)}: `, value: inner('Any', item) })), close: '}' };
}

/** The member of a union that this value is: all required fields are there, no other, and what is fixed is the same. */
function memberFor({ classes }: Client, types: string[], value: unknown): string {
  const found = types.find((type) => {
    const fields = classes.get(type);
    if (fields === undefined || !isObject(value)) return fields === undefined && !isObject(value);
    return Object.entries(value).every(([name, item]) => {
      const field = fields.get(name);
      return field !== undefined && (!field.type.startsWith('Literal[') || field.type === `Literal[${JSON.stringify(item)}]`);
    }) && [...fields].every(([name, { required }]) => !required || name in value);
  });
  if (found === undefined) throw new Error(`None of ${types.join(', ')} is ${JSON.stringify(value)}.`);
  return found;
}

function readClient(source: string): Client {
  const client: Client = { classes: new Map(), enums: new Map(), aliases: new Map(), methods: new Map() };
  for (const [, name = '', bases = '', body = ''] of source.matchAll(/^class (\w+)(?:\((.*)\))?:\n((?:(?: {4}.*)?\n)+)/gm)) {
    if (name === 'Client') client.methods = methodsIn(body);
    else if (bases.includes('Enum')) {
      client.enums.set(name, new Map([...body.matchAll(/^ {4}(\w+) = (".*")$/gm)].map(([, member = '', value = '']) => [JSON.parse(value), member])));
    } else client.classes.set(name, fieldsIn(body));
  }
  for (const [, name = '', type = ''] of source.matchAll(/^([A-Z]\w*) = (\w+(?:\[.*\])?)$/gm)) client.aliases.set(name, type);
  return client;
}

function fieldsIn(body: string): Map<string, Field> {
  const wire: Record<string, string> = JSON.parse(/_field_map: .* = (\{.*\})$/m.exec(body)?.[1] ?? '{}');
  return new Map([...body.matchAll(/^ {4}([a-z]\w*): (.+?)( = None)?$/gm)].map(([, name = '', type = '', optional]) => {
    return [wire[name] ?? name, { name, type, required: optional === undefined }];
  }));
}

function methodsIn(body: string): Map<string, Field[]> {
  return new Map([...body.matchAll(/^ {4}def (\w+)\(self, (.*)\) -> /gm)].map(([, method = '', parameters = '']) => {
    return [method, splitAtCommas(parameters).flatMap((parameter) => {
      const [, name, type = '', optional] = /^(\w+): (.+?)( = .*)?$/.exec(parameter) ?? [];
      return name === undefined ? [] : [{ name, type, required: optional === undefined }];
    })];
  }));
}

/** At those commas that are in no brackets. */
function splitAtCommas(text: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  for (const character of text) {
    if (character === '[') depth += 1;
    if (character === ']') depth -= 1;
    if (character === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim());
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);
const flat = (name: string) => name.replaceAll('_', '').toLowerCase();
const snakeCase = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

function scalar(value: unknown): string {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return JSON.stringify(value);
}

function isJsonObject(text: string): boolean {
  try {
    return text.startsWith('{') && isObject(JSON.parse(text));
  } catch {
    return false;
  }
}

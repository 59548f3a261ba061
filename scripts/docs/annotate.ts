/**
 * The portal's copy of the contract. The plugin that draws the pages of the operations leaves out what some keywords say; here
 * it is written into the descriptions. The published contract stays as it is.
 */
import { errorsOf } from '../errors-of.ts';
import {
  dereference, examplesOf, type MediaTypeObject, type OpenApiDocument, type OperationObject, type PathItemObject, pathOperations, type Reference, requestMediaOf,
  type ResponseObject, responsesOf, type SchemaObject, webhookOperations,
} from '../openapi-document.ts';

/** The keywords that the plugin draws, for any value. */
const drawn = new Set([
  '$ref', 'type', 'format', 'title', 'description', 'required', 'properties', 'items', 'oneOf', 'anyOf', 'allOf', 'discriminator', 'enum',
  'pattern', 'maxLength', 'maximum', 'multipleOf', 'maxItems', 'uniqueItems', 'minProperties', 'maxProperties',
]);

type Facts = (value: unknown, schema: SchemaObject) => string | undefined;

const code = (value: unknown) => `\`${typeof value === 'string' ? value : JSON.stringify(value)}\``;

const isExample = (fact: string) => fact.startsWith('For example ');

/** What is said in words, because the plugin draws the keyword not at all, or not every value of it. */
const written: Record<string, Facts> = {
  'x-extensible-enum': (values) => `Known values, and more may come: ${(values as unknown[]).map(code).join(', ')}.`,
  examples: (values) => `For example ${(values as unknown[]).slice(0, 2).map(code).join(' or ')}.`,
  default: (value) => (value ? undefined : `Without it: ${code(value)}.`),
  const: (value) => (value ? undefined : `Always ${code(value)}.`),
  minimum: (value) => (value ? undefined : `At least ${code(value)}.`),
  minLength: (value) => (value ? undefined : 'May be empty.'),
  minItems: (value) => (value ? undefined : 'May be empty.'),
  additionalProperties: (value) => (value === false ? 'No other fields.' : undefined),
  readOnly: (value) => (value ? 'In answers only.' : undefined),
  writeOnly: (value) => (value ? 'In requests only.' : undefined),
  deprecated: (value) => (value ? '**Deprecated.**' : undefined),
  not: (value, { type }) => {
    const { const: refused, ...rest } = value as SchemaObject;
    if (refused === undefined || Object.keys(rest).length > 0) return undefined;
    return type === 'boolean' ? `Always ${code(!refused)}.` : `Never ${code(refused)}.`;
  },
};

/** A keyword that would be lost without a word. */
export class UnknownKeyword extends Error {
  override readonly name = 'UnknownKeyword';
}

/** The descriptions, and a word for what is not drawn. Throws `UnknownKeyword` for what is neither drawn nor written. */
function factsOf(schema: SchemaObject, place: string): string[] {
  const facts = Object.entries(schema).map(([keyword, value]) => {
    if (drawn.has(keyword)) return undefined;
    const write = written[keyword];
    if (write === undefined) {
      throw new UnknownKeyword(`${place}: the portal would not show \`${keyword}\`. Teach it to scripts/docs/annotate.ts, in words.`);
    }
    const fact = write(value, schema);
    if (fact === undefined && keyword === 'not') throw new UnknownKeyword(`${place}: the portal can say \`not\` of one constant only.`);
    return fact;
  });
  // The description may say it already.
  const said = wordsOf(String(schema['description'] ?? ''));
  return facts.filter((fact) => fact !== undefined && !said.includes(wordsOf(fact))) as string[];
}

/** Without what sets words off, and with a space at either end: so that `Always 1` is not found in `Always 10`. */
const wordsOf = (text: string) => ` ${text.replace(/`|[.,;:](?=`?(\s|$))/g, '').replace(/\s+/g, ' ')} `;

function joinText(...parts: (string | undefined)[]): string | undefined {
  const said = parts.filter((part) => part !== undefined && part !== '');
  return said.length === 0 ? undefined : said.join(' ');
}

/** Of a word, not of an abbreviation. */
const lowerFirst = (text: string) => text.replace(/^[A-Z](?=[a-z ])/, (letter) => letter.toLowerCase());

const isPlain = ({ type }: SchemaObject) => ['string', 'integer', 'number', 'boolean'].includes(String(type));

interface Walk {
  document: OpenApiDocument;
  done: Set<object>;
}

/** Writes the facts of a schema and of everything below it. Idempotent: what has been annotated is left alone. */
function annotateSchema(walk: Walk, schema: SchemaObject, place: string): void {
  if (typeof schema !== 'object' || walk.done.has(schema)) return;
  walk.done.add(schema);
  const own = { ...schema };
  for (const [name, property] of Object.entries((schema['properties'] ?? {}) as Record<string, SchemaObject>)) annotateSchema(walk, property, `${place}.${name}`);
  for (const keyword of ['oneOf', 'anyOf', 'allOf']) {
    for (const member of (schema[keyword] ?? []) as SchemaObject[]) annotateSchema(walk, member, `${place}.${keyword}`);
  }
  const { items, additionalProperties } = schema as { items?: SchemaObject; additionalProperties?: SchemaObject | boolean };
  if (items !== undefined) annotateSchema(walk, items, `${place}[]`);
  if (typeof additionalProperties === 'object') annotateSchema(walk, additionalProperties, `${place}.*`);
  titleMembers(walk.document, schema);

  const target = typeof own['$ref'] === 'string' ? dereference<SchemaObject>(walk.document, own as unknown as Reference) : undefined;
  if (target !== undefined) annotateSchema(walk, target, place);
  // A description beside a reference takes the place of the one at its target: the facts go with it, its examples do not fit.
  const facts = target === undefined || own['description'] === undefined ? [] : (writtenFacts.get(target) ?? []).filter((fact) => !isExample(fact));
  const ownFacts = [...factsOf(own, place), ...itemFacts(walk.document, own)];
  if (target === undefined) writtenFacts.set(schema, ownFacts);
  const description = joinText(own['description'] as string | undefined, ...facts, ...ownFacts);
  if (description !== undefined) schema['description'] = description;
  delete schema['not'];
  // This pattern refuses nothing.
  if (schema['pattern'] === '^[\\s\\S]*$') delete schema['pattern'];
}

const writtenFacts = new WeakMap<object, string[]>();

/** Of an array of plain values the plugin draws only the type: what each of them must be is said here. */
function itemFacts(document: OpenApiDocument, { items }: SchemaObject): string[] {
  if (typeof items !== 'object' || items === null) return [];
  const item = dereference<SchemaObject>(document, items as SchemaObject | Reference);
  if (!isPlain(item)) return [];
  const { pattern, maxLength, minLength, description } = item as { pattern?: string; maxLength?: number; minLength?: number; description?: string };
  return [
    ...(description === undefined ? [] : [`Each: ${lowerFirst(description)}`]),
    ...(pattern === undefined ? [] : [`Each matches ${code(pattern)}.`]),
    ...(maxLength === undefined ? [] : [`Each has ${minLength === undefined ? 'up to' : `${minLength} to`} ${maxLength} characters.`]),
  ];
}

/** The tabs of a union are named by the value that decides between its members. */
function titleMembers(document: OpenApiDocument, schema: SchemaObject): void {
  const members = (schema['oneOf'] ?? schema['anyOf']) as Reference[] | undefined;
  const { mapping } = (schema['discriminator'] ?? {}) as { mapping?: Record<string, string> };
  for (const { $ref } of members ?? []) {
    if ($ref === undefined) continue;
    const values = Object.entries(mapping ?? {}).filter(([, target]) => target === $ref).map(([value]) => value);
    const target = dereference<SchemaObject>(document, { $ref });
    target['title'] ??= values.length > 0 ? values.join(', ') : $ref.split('/').at(-1);
  }
}

type Described = { name?: string; description?: string; schema?: SchemaObject | Reference; example?: unknown; examples?: unknown };

/** Of a parameter or header: one description with all facts in it, in place of two and a box around the example. */
function annotateParameter({ document, done }: Walk, parameter: Described, place: string): void {
  if (done.has(parameter) || parameter.schema === undefined) return;
  done.add(parameter);
  const { description = '', ...schema } = dereference<SchemaObject>(document, parameter.schema) as SchemaObject & { description?: string };
  if (!isPlain(schema)) throw new UnknownKeyword(`${place}: the portal draws only parameters of plain types.`);
  annotateSchema({ document, done }, schema, place);
  const examples = parameter.example === undefined ? [] : [`For example ${code(parameter.example)}.`];
  const facts = (writtenFacts.get(schema) ?? []).filter((fact) => examples.length === 0 || !isExample(fact));
  const text = joinText(parameter.description ?? description, ...facts, ...examples);
  if (text !== undefined) parameter.description = text;
  delete schema['description'];
  delete schema['examples'];
  delete parameter.example;
  delete parameter.examples;
  parameter.schema = schema;
}

/** What comes back to the caller gets a page of its own, among the webhooks, in place of a copy on the page of every operation. */
function giveCallbacksPages(document: OpenApiDocument): void {
  const callbacks = Object.entries(document.components['callbacks'] ?? {}) as [string, Record<string, PathItemObject>][];
  for (const [name, callback] of callbacks) {
    const [item = {}] = Object.values(callback);
    document.webhooks = { ...document.webhooks, [name]: structuredClone(item) };
  }
}

function callbackText(document: OpenApiDocument, callback: Reference | Record<string, PathItemObject>): string {
  const [item = {}] = Object.values(dereference<Record<string, PathItemObject>>(document, callback));
  const [operation] = Object.values(item) as OperationObject[];
  const { operationId = '', summary = '' } = operation ?? {};
  return `When the challenge is finished, the user's browser comes back to your \`redirectUrl\`: [${summary}](/api/webhooks/${operationId.toLowerCase()}/).`;
}

/** The answer of `getChallenge` has an example for every task and failure, a third of a megabyte when coloured. */
const mostExamples = 6;

/** The first are those that people meet: the contract orders them on purpose. All are in the contract and in the console. */
function keepFirstExamples(media: MediaTypeObject): void {
  if (media.examples !== undefined) media.examples = Object.fromEntries(Object.entries(media.examples).slice(0, mostExamples));
}

function mediaOf(document: OpenApiDocument, operation: OperationObject): MediaTypeObject[] {
  const request = requestMediaOf(document, operation);
  const answers = responsesOf(document, operation).flatMap(([, { content = {} }]) => Object.values(content));
  return [...(request === undefined ? [] : [request]), ...answers];
}

/** One table in place of a dozen answers of the same shape: what can go wrong, and where it is explained. */
function errorTable(document: OpenApiDocument, operation: OperationObject): ResponseObject | undefined {
  const errors = new Map(errorsOf(document).map((error) => [error.code, error]));
  const rows = responsesOf(document, operation)
    .filter(([status]) => Number(status) >= 400)
    .flatMap(([status, response]) =>
      examplesOf(document, response.content?.['application/json']).map(([name]) => {
        const entry = errors.get(name);
        return `| ${status} | [\`${name}\`](/errors/#${name}) | ${entry?.summary ?? response.description} |`;
      }),
    );
  if (rows.length === 0) return undefined;
  return { description: ['| Status | Code | When |', '| --- | --- | --- |', ...rows].join('\n') };
}

/** The first paragraph stands under the title of the page already. */
function withoutLead(description: string | undefined): string | undefined {
  return description?.split('\n\n').slice(1).join('\n\n') || undefined;
}

/** The first paragraph of a description: what the page is for. */
export function leadOf(description: string | undefined): string {
  return description?.split('\n\n')[0]?.trim() ?? '';
}

/** `initializeCustomer` in a description becomes a link to its page. */
function linkOperations(document: OpenApiDocument, text: string | undefined, self: string): string | undefined {
  const pages = new Map([
    ...pathOperations(document).map(({ operation }) => [operation.operationId, 'operations'] as const),
    ...webhookOperations(document).map(({ operation }) => [operation.operationId, 'webhooks'] as const),
  ]);
  return text?.replaceAll(/(?<!\[)`([A-Za-z]+)`/g, (all, name: string) => {
    const folder = pages.get(name);
    return folder === undefined || name === self ? all : `[${all}](/api/${folder}/${name.toLowerCase()}/)`;
  });
}

export type CodeSamples = Record<string, { lang: string; label?: string; source: string }[]>;

/** The copy from which the pages of operations and webhooks are drawn. `samples` are shown for the operations that have any. */
export function annotate(contract: OpenApiDocument, samples: CodeSamples = {}): OpenApiDocument {
  const document = structuredClone(contract);
  const walk: Walk = { document, done: new Set() };
  for (const [name, schema] of Object.entries(document.components.schemas)) annotateSchema(walk, schema, name);
  const named = ['parameters', 'headers'].flatMap((kind) => Object.entries(document.components[kind] ?? {}));
  for (const [name, value] of named) annotateParameter(walk, value as Described, name);
  giveCallbacksPages(document);
  for (const { operation, parameters, kind } of [...pathOperations(document), ...webhookOperations(document)]) {
    const { operationId } = operation;
    for (const media of mediaOf(document, operation)) {
      annotateSchema(walk, media.schema as SchemaObject, operationId);
      keepFirstExamples(media);
    }
    for (const parameter of parameters) annotateParameter(walk, parameter, `${operationId}.${parameter.name}`);
    const described = operation as OperationObject & { description?: string; 'x-codeSamples'?: unknown };
    const rest = linkOperations(document, withoutLead(described.description), operationId);
    const callbacks = Object.values(operation.callbacks ?? {}).map((callback) => callbackText(document, callback));
    delete operation.callbacks;
    described.description = [rest, ...callbacks].filter((text) => text !== undefined).join('\n\n');
    if (described.description === '') delete described.description;
    if (samples[operationId] !== undefined) described['x-codeSamples'] = samples[operationId];
    if (kind === 'webhook') continue;
    const errors = errorTable(document, operation);
    operation.responses = Object.fromEntries([
      ...responsesOf(document, operation).filter(([status]) => Number(status) < 400),
      ...(errors === undefined ? [] : [['Errors', errors] as const]),
    ]);
  }
  return document;
}

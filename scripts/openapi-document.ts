/** The parts of the bundled contract that scripts and tests read. The bundle has only `#/…` references. */

export interface Reference {
  $ref: string;
}

export interface ExampleObject {
  summary?: string;
  /** Markdown. */
  description?: string;
  value: unknown;
}

export interface MediaTypeObject {
  schema: SchemaObject | Reference;
  examples?: Record<string, ExampleObject | Reference>;
}

export interface ResponseObject {
  description: string;
  headers?: Record<string, unknown>;
  content?: Record<string, MediaTypeObject>;
}

export interface ParameterObject {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema: SchemaObject | Reference;
  example?: unknown;
}

export type SchemaObject = { [keyword: string]: unknown };

export interface OperationObject {
  operationId: string;
  summary: string;
  tags: string[];
  security?: Record<string, string[]>[];
  parameters?: (ParameterObject | Reference)[];
  requestBody?: { required?: boolean; content: Record<string, MediaTypeObject> } | Reference;
  responses: Record<string, ResponseObject | Reference>;
  callbacks?: Record<string, Reference | Record<string, PathItemObject>>;
}

export type PathItemObject = { [key: string]: unknown };

export interface OpenApiDocument {
  openapi: string;
  jsonSchemaDialect: string;
  info: { title: string; version: string };
  security?: Record<string, string[]>[];
  paths: Record<string, PathItemObject>;
  webhooks?: Record<string, PathItemObject | Reference>;
  components: { schemas: Record<string, SchemaObject>; [kind: string]: Record<string, unknown> };
}

export interface Operation {
  kind: 'path' | 'webhook';
  /** The path of the URL, or the name of the webhook. */
  path: string;
  method: string;
  operation: OperationObject;
  parameters: ParameterObject[];
}

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'];

function isReference(value: unknown): value is Reference {
  return typeof value === 'object' && value !== null && '$ref' in value && typeof value.$ref === 'string';
}

/** Follows a `#/…` reference to what it names; anything else is given back as it is. */
export function dereference<Value>(document: OpenApiDocument, value: Value | Reference): Value {
  if (!isReference(value)) return value;
  let found: unknown = document;
  for (const key of value.$ref.slice(2).split('/')) {
    const name = decodeURIComponent(key).replaceAll('~1', '/').replaceAll('~0', '~');
    found = typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined;
  }
  if (found === undefined) throw new Error(`${value.$ref} names nothing in the contract.`);
  return dereference(document, found as Value | Reference);
}

function operationsOf(document: OpenApiDocument, kind: Operation['kind'], items: Record<string, PathItemObject | Reference>): Operation[] {
  return Object.entries(items).flatMap(([path, written]) => {
    const item = dereference<PathItemObject>(document, written);
    return METHODS.filter((method) => item[method] !== undefined).map((method) => {
      const operation = item[method] as OperationObject;
      const shared = (item['parameters'] ?? []) as (ParameterObject | Reference)[];
      const parameters = [...shared, ...(operation.parameters ?? [])].map((parameter) => dereference<ParameterObject>(document, parameter));
      return { kind, path, method, operation, parameters };
    });
  });
}

/** Every operation under `paths`, in the order of the document. */
export function pathOperations(document: OpenApiDocument): Operation[] {
  return operationsOf(document, 'path', document.paths);
}

/** Every operation under `webhooks`, in the order of the document. */
export function webhookOperations(document: OpenApiDocument): Operation[] {
  return operationsOf(document, 'webhook', document.webhooks ?? {});
}

/** The examples of one media type, by name, with their references followed. */
export function examplesOf(document: OpenApiDocument, media: MediaTypeObject | undefined): [name: string, value: unknown][] {
  return Object.entries(media?.examples ?? {}).map(([name, example]) => [name, dereference<ExampleObject>(document, example).value]);
}

/** The statuses of an operation with their responses, in numerical order. */
export function responsesOf(document: OpenApiDocument, operation: OperationObject): [status: string, response: ResponseObject][] {
  return Object.entries(operation.responses)
    .map(([status, response]): [string, ResponseObject] => [status, dereference<ResponseObject>(document, response)])
    .sort(([a], [b]) => a.localeCompare(b));
}

/** The request body of an operation, if it takes one. */
export function requestMediaOf(document: OpenApiDocument, operation: OperationObject): MediaTypeObject | undefined {
  if (operation.requestBody === undefined) return undefined;
  return dereference<{ content: Record<string, MediaTypeObject> }>(document, operation.requestBody).content['application/json'];
}

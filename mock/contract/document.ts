/** The parts of an OpenAPI 3.1 document that the mock reads. */
export interface OpenApiDocument {
  openapi: string;
  jsonSchemaDialect?: string;
  info: { title: string; version: string };
  paths: Record<string, PathItem>;
  security?: SecurityRequirement[];
  components?: { schemas?: Record<string, JsonSchema>; examples?: Record<string, Example> } & Record<string, unknown>;
}

export type JsonSchema = { [keyword: string]: unknown };
export type SecurityRequirement = Record<string, string[]>;
type Reference = { $ref: string };
type PathItem = { parameters?: (Parameter | Reference)[] } & Record<string, unknown>;

export interface Example {
  summary?: string;
  value?: unknown;
}

export interface MediaType {
  schema?: JsonSchema;
  example?: unknown;
  examples?: Record<string, Example | Reference>;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  required?: boolean;
  style?: string;
  explode?: boolean;
  schema?: JsonSchema;
  content?: unknown;
}

export interface Header {
  required?: boolean;
  schema?: JsonSchema;
}

interface RequestBody {
  required?: boolean;
  content: Record<string, MediaType>;
}

interface ResponseObject {
  headers?: Record<string, Header | Reference>;
  content?: Record<string, MediaType>;
}

interface OperationObject {
  operationId?: string;
  tags?: string[];
  security?: SecurityRequirement[];
  parameters?: (Parameter | Reference)[];
  requestBody?: RequestBody | Reference;
  responses?: Record<string, ResponseObject | Reference>;
}

export interface DocumentResponse {
  status: string;
  headers: { name: string; header: Header }[];
  content: Record<string, MediaType>;
  /** The named examples of all media types. For an error these are its codes. */
  exampleKeys: string[];
}

/** One operation with everything that `$ref` and the path item add to it. */
export interface DocumentOperation {
  operationId: string;
  method: string;
  path: string;
  tags: string[];
  security: SecurityRequirement[];
  parameters: Parameter[];
  requestBody: RequestBody | undefined;
  responses: DocumentResponse[];
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Follows local references (`#/…`) until something that is none. */
export function resolveReference(document: OpenApiDocument, value: unknown): unknown {
  let current = value;
  for (let hops = 0; isRecord(current) && typeof current['$ref'] === 'string'; hops += 1) {
    const reference = current['$ref'];
    if (!reference.startsWith('#/') || hops > 20) {
      throw new Error(`The contract refers to ${reference}. Bundle it first: npm run generate.`);
    }
    let target: unknown = document;
    for (const token of reference.slice(2).split('/')) {
      const name = decodeURIComponent(token).replaceAll('~1', '/').replaceAll('~0', '~');
      target = isRecord(target) || Array.isArray(target) ? Reflect.get(target, name) : undefined;
    }
    if (target === undefined) throw new Error(`The contract refers to ${reference}, which does not exist.`);
    current = target;
  }
  return current;
}

/** Lists the operations of a bundled document. */
export function readOperations(document: OpenApiDocument): DocumentOperation[] {
  const resolve = <Value>(value: Value | Reference): Value => resolveReference(document, value) as Value;
  const operations: DocumentOperation[] = [];
  for (const [path, reference] of Object.entries(document.paths)) {
    const item = resolve(reference);
    for (const method of methods) {
      const operation = item[method] as OperationObject | undefined;
      if (!operation) continue;
      const { operationId } = operation;
      if (!operationId) throw new Error(`${method.toUpperCase()} ${path} has no operationId. Give it one.`);
      // The operation's own parameter replaces the path item's of the same name and place.
      const parameters = new Map<string, Parameter>();
      for (const parameter of [...(item.parameters ?? []), ...(operation.parameters ?? [])].map(resolve)) {
        parameters.set(`${parameter.in}:${parameter.name}`, parameter);
      }
      operations.push({
        operationId,
        method: method.toUpperCase(),
        path,
        tags: operation.tags ?? [],
        security: operation.security ?? document.security ?? [],
        parameters: [...parameters.values()],
        requestBody: operation.requestBody && resolve(operation.requestBody),
        responses: Object.entries(operation.responses ?? {}).map(([status, response]) => {
          const { headers = {}, content = {} } = resolve(response);
          return {
            status,
            headers: Object.entries(headers).map(([name, header]) => ({ name, header: resolve(header) })),
            content,
            exampleKeys: Object.values(content).flatMap(({ examples = {} }) => Object.keys(examples)),
          };
        }),
      });
    }
  }
  return operations;
}

/** The status and the usual message of every error code, from the examples of the contract. */
export function readErrors(
  document: OpenApiDocument,
  operations: DocumentOperation[],
): Map<string, { status: number; message: string }> {
  const errors = new Map<string, { status: number; message: string }>();
  const add = (example: unknown) => {
    const resolved = resolveReference(document, example);
    const value = isRecord(resolved) ? resolved['value'] : undefined;
    if (!isRecord(value) || value['success'] !== false) return;
    const { code, status, message } = value;
    if (typeof code !== 'string' || typeof status !== 'number' || typeof message !== 'string') return;
    if (!errors.has(code)) errors.set(code, { status, message });
  };
  Object.values(document.components?.examples ?? {}).forEach(add);
  for (const { responses } of operations) {
    for (const { content } of responses) {
      for (const { examples = {} } of Object.values(content)) Object.values(examples).forEach(add);
    }
  }
  return errors;
}

/** A copy of the document with one operation and what it reaches, for the part of Prism that reads whole documents. */
export function extractOperation(
  document: OpenApiDocument, operation: Pick<DocumentOperation, 'path' | 'method'>,
): OpenApiDocument {
  const item = resolveReference(document, document.paths[operation.path]) as PathItem;
  const method = operation.method.toLowerCase();
  // Prism's mocker calls the callbacks of an operation at once. The mock sends its own, when they are due.
  const { callbacks, ...rest } = item[method] as OperationObject & { callbacks?: unknown };
  const paths = { [operation.path]: { parameters: item.parameters ?? [], [method]: rest } };
  const components: Record<string, Record<string, unknown>> = {};
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (!isRecord(value)) return;
    const reference = value['$ref'];
    const [, kind, name] = typeof reference === 'string' ? (/^#\/components\/([^/]+)\/([^/]+)/.exec(reference) ?? []) : [];
    if (kind && name && !components[kind]?.[name]) {
      const target = resolveReference(document, { $ref: `#/components/${kind}/${name}` });
      (components[kind] ??= {})[name] = target;
      visit(target);
    }
    Object.values(value).forEach(visit);
  };
  visit(paths);
  const { openapi, jsonSchemaDialect, info } = document;
  return structuredClone({ openapi, jsonSchemaDialect, info, paths, components });
}

import type { ErrorDetail } from '../api-error.ts';
import { isRecord, readErrors, readOperations } from './document.ts';
import type { DocumentOperation, JsonSchema, OpenApiDocument, Parameter } from './document.ts';
import { findUncheckable } from './gate.ts';
import { isJson } from './media-type.ts';
import { createSchemaSource } from './schemas.ts';
import type { Direction, PreparedSchema, SchemaSource } from './schemas.ts';

/** Checks a value; an empty list means that it is valid. `place` is where paths begin: `body`, `query`. */
export type Validate = (value: unknown, schema: PreparedSchema, direction: Direction, place: string) => ErrorDetail[];

/** All parameters, or all headers, of one place. */
export interface ParameterGroup {
  place: 'path' | 'query' | 'header';
  names: string[];
  known: ReadonlySet<string>;
  integers: ReadonlySet<string>;
  defaults: [name: string, value: unknown][];
  required: boolean;
  schema: PreparedSchema;
}

/** The schema of a body by media type; `any` where the contract gives none. */
export type BodySchemas = ReadonlyMap<string, PreparedSchema | 'any'>;

export interface CompiledResponse {
  status: string;
  bodies: BodySchemas;
  /** The Content-Type of an answer that names none. */
  contentType: string | undefined;
  headers: ParameterGroup;
  /** The keys of the examples. For an error these are the codes that it may carry. */
  exampleKeys: ReadonlySet<string>;
}

export interface Operation extends Omit<DocumentOperation, 'responses' | 'requestBody'> {
  body: { required: boolean; schemas: BodySchemas } | undefined;
  pathParameters: ParameterGroup;
  queryParameters: ParameterGroup;
  headerParameters: ParameterGroup;
  responses: ReadonlyMap<string, CompiledResponse>;
  securityNames: readonly string[];
  apiKeyHeader: string | undefined;
}

export interface CompiledDocument {
  document: OpenApiDocument;
  operations: Operation[];
  errors: ReadonlyMap<string, { status: number; message: string }>;
  /** Everything that the validator will be given, each after what it needs. */
  schemas: PreparedSchema[];
}

// OpenAPI 3.1, "Parameter Object": header parameters of these names are to be ignored. The request id is read leniently.
const ignoredHeaders = new Set(['accept', 'content-type', 'authorization', 'x-request-id']);
const compiledDocuments = new WeakMap<object, CompiledDocument>();
let documentCount = 0;

/** Makes the error that lists why a contract cannot be served. */
export function refuseContract(problems: string[]): Error {
  return new Error(`The contract cannot be served, because parts of it would not be checked:\n- ${problems.join('\n- ')}`);
}

/** Prepares everything in a document that a request needs. The same document is prepared once. */
export function compileDocument(source: object): CompiledDocument {
  const known = compiledDocuments.get(source);
  if (known) return known;
  const document = source as OpenApiDocument;
  const read = readOperations(document);
  const problems = findUncheckable(document, read);
  if (problems.length > 0) throw refuseContract(problems);

  documentCount += 1;
  const schemas = createSchemaSource(document, String(documentCount));
  const operations = read.map((operation) => compileOperation(document, operation, schemas));
  const compiled = { document, operations, errors: readErrors(document, read), schemas: schemas.all() };
  compiledDocuments.set(source, compiled);
  return compiled;
}

function compileOperation(document: OpenApiDocument, operation: DocumentOperation, schemas: SchemaSource): Operation {
  const { operationId, requestBody, parameters } = operation;
  const group = (place: ParameterGroup['place']) => {
    const own = parameters.filter(({ in: where, name }) => where === place && !ignoredHeaders.has(name.toLowerCase()));
    return compileParameters(`of the ${place} parameters of ${operationId}`, place, own, schemas);
  };
  const bodies = (content: Record<string, { schema?: JsonSchema }>, direction: Direction): BodySchemas =>
    new Map(Object.entries(content).map(([type, { schema }]) => [type, schema ? schemas.body(schema, direction) : 'any']));
  const securityNames = [...new Set(operation.security.flatMap((requirement) => Object.keys(requirement)))];

  return {
    ...operation,
    body: requestBody && { required: requestBody.required ?? false, schemas: bodies(requestBody.content, 'request') },
    pathParameters: group('path'),
    queryParameters: group('query'),
    headerParameters: group('header'),
    responses: new Map(
      operation.responses.map(({ status, content, headers, exampleKeys }) => {
        const mediaTypes = Object.keys(content);
        const first = mediaTypes.find(isJson) ?? mediaTypes[0];
        const parameters = headers.map(({ name, header }): Parameter => ({ name, in: 'header', ...header }));
        return [status, {
          status,
          bodies: bodies(content, 'response'),
          contentType: first?.startsWith('text/') ? `${first}; charset=utf-8` : first,
          headers: compileParameters(`of the headers of ${operationId} ${status}`, 'header', parameters, schemas),
          exampleKeys: new Set(exampleKeys),
        }];
      }),
    ),
    securityNames,
    apiKeyHeader: securityNames.map((name) => apiKeyHeader(document, name)).find((name) => name !== undefined),
  };
}

function compileParameters(
  name: string, place: ParameterGroup['place'], parameters: Parameter[], source: SchemaSource,
): ParameterGroup {
  const inlined = parameters.map((parameter) => ({ ...parameter, schema: source.inline(parameter.schema) }));
  const required = inlined.filter((parameter) => parameter.required).map((parameter) => parameter.name);
  return {
    place,
    names: inlined.map((parameter) => parameter.name),
    known: new Set(inlined.map((parameter) => parameter.name)),
    integers: new Set(inlined.filter(({ schema }) => schema['type'] === 'integer').map((parameter) => parameter.name)),
    defaults: inlined.flatMap(({ name, schema }) => ('default' in schema ? [[name, schema['default']]] : [])),
    required: required.length > 0,
    schema: source.text(name, {
      type: 'object',
      properties: Object.fromEntries(inlined.map((parameter) => [parameter.name, parameter.schema])),
      required,
    }),
  };
}

function apiKeyHeader(document: OpenApiDocument, name: string): string | undefined {
  const schemes = document.components?.['securitySchemes'];
  const scheme = isRecord(schemes) ? schemes[name] : undefined;
  if (!isRecord(scheme) || scheme['type'] !== 'apiKey' || scheme['in'] !== 'header') return undefined;
  return typeof scheme['name'] === 'string' ? scheme['name'] : undefined;
}

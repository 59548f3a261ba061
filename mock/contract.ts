import { createRequire } from 'node:module';
import { Hono } from 'hono';
import { validateAgainstSchema } from '@stoplight/prism-http/dist/validator/validators/utils.js';
import { ValidationContext } from '@stoplight/prism-http/dist/validator/validators/types.js';
import type { operations } from '../generated/types.ts';
import { ApiError } from './api-error.ts';
import type { ErrorDetail } from './api-error.ts';
import { extractOperation, readErrors, readOperations } from './contract/document.ts';
import type { DocumentOperation, DocumentResponse, JsonSchema, OpenApiDocument, Parameter } from './contract/document.ts';
import { findUncheckable } from './contract/gate.ts';
import { parsePrefer } from './contract/prefer.ts';
import type { ExamplePreference } from './contract/prefer.ts';
import { parseJson, readBody } from './contract/request-body.ts';
import { createRouter } from './contract/router.ts';
import { createSchemaSource, dialect } from './contract/schemas.ts';
import type { AnswerFor, AnyAnswer, AnyCall, CallOf, HandlersOf } from './contract/types.ts';

export type { AnyAnswer, AnyCall } from './contract/types.ts';

/** The handlers of this project's contract. */
export type Handlers = HandlersOf<operations>;
/** What the handler of one operation is given. */
export type Call<Id extends keyof operations> = CallOf<operations, Id>;
/** What the handler of one operation may answer. */
export type Answer<Id extends keyof operations> = AnswerFor<operations, Id>;

type AnyHandler = (call: AnyCall) => AnyAnswer | Response | Promise<AnyAnswer | Response>;

export interface ContractLog {
  level: 'warning' | 'error';
  message: string;
  requestId: string;
  operationId?: string;
  error?: unknown;
}

export interface ContractOptions<Operations = operations> {
  /** A bundled OpenAPI 3.1 document, parsed. Contracts of the same document share what is compiled. */
  document: object;
  handlers: HandlersOf<Operations>;
  /** Only the operations with one of these tags are served. */
  tags?: readonly string[];
  /** Only the operations for which this is true are served. */
  select?: (operation: { operationId: string; method: string; path: string; tags: readonly string[] }) => boolean;
  /** Called before validation with what the caller sent as credentials; throws an ApiError to refuse. */
  authenticate?: (call: AnyCall) => void | Promise<void>;
  /** Runs around every handler: for idempotency, transactions and the like. */
  around?: (call: AnyCall, next: () => Promise<AnyAnswer | Response>) => Promise<AnyAnswer | Response>;
  /** Makes the id of a request that brings none of its own. */
  ids: () => string;
  /** Whether answers are checked against the document. On unless switched off. */
  validateResponses?: boolean;
  /** Checks what goes over the wire instead of the object that a handler gave: finds what is not JSON-plain. For tests. */
  validateWire?: boolean;
  log?: (entry: ContractLog) => void;
  maxBodyBytes?: number;
  /** Where the documentation is served. */
  docsUrl?: string;
  /** Lets any web page call: answers preflights and sends `Access-Control-Allow-Origin: *`. */
  cors?: boolean;
}

export interface Contract {
  /** The Hono application, to be mounted or served. */
  app: Hono;
  fetch: (request: Request) => Promise<Response>;
  /** The operations that are served, and whether each has a handler. */
  operations: { operationId: string; method: string; path: string; tags: string[]; handled: boolean }[];
  /** The answer to what never became a request: an HTTP adapter calls it when it cannot read one. */
  refuseRequest: () => Response;
}

/** The contract's own errors, for a document that has no example of one. */
const ownErrors = new Map<string, { status: number; message: string }>([
  ['validation_failed', { status: 400, message: 'The request does not match the contract.' }],
  ['malformed_json', { status: 400, message: 'The body is not valid JSON.' }],
  ['malformed_url', { status: 400, message: 'The URL has an invalid percent-encoding.' }],
  ['route_not_found', { status: 404, message: 'There is nothing at this path.' }],
  ['method_not_allowed', { status: 405, message: 'The path exists, but not with this method.' }],
  ['payload_too_large', { status: 413, message: 'The body is too large.' }],
  ['unsupported_media_type', { status: 415, message: 'The content type of the body is not supported.' }],
  ['internal_error', { status: 500, message: 'The service failed.' }],
  ['contract_violation', { status: 500, message: 'The answer does not match the contract.' }],
]);

const maxDetails = 50;
const requestIdPattern = /^[A-Za-z0-9._:-]{1,128}$/;
const mediaTypePattern = /^[ \t]*([\w!#$&^.+-]+\/[\w!#$&^.+-]+)[ \t]*(?:;[ \t]*(?:charset="?([\w-]+)"?[ \t]*)?.*)?$/i;
const exposedHeaders = 'X-Request-Id, X-Planbok-Mock, Idempotent-Replayed, Retry-After, Allow';
// OpenAPI 3.1, "Parameter Object": header parameters of these names are to be ignored. The request id is read leniently.
const ignoredHeaders = new Set(['accept', 'content-type', 'authorization', 'x-request-id']);

interface ParameterGroup {
  place: 'path' | 'query' | 'header';
  names: string[];
  known: ReadonlySet<string>;
  integers: ReadonlySet<string>;
  defaults: [string, unknown][];
  required: boolean;
  schema: JsonSchema;
}

interface CompiledResponse {
  status: string;
  /** By media type; `undefined` where any content will do. */
  schemas: Map<string, JsonSchema | undefined>;
  /** The media type of an answer that names none. */
  mediaType: string | undefined;
  headers: { name: string; key: string; required: boolean }[];
  headerSchema: JsonSchema;
  codes: ReadonlySet<string>;
}

interface Operation extends DocumentOperation {
  bodySchemas: Map<string, JsonSchema | undefined> | undefined;
  parameterGroups: { path: ParameterGroup; query: ParameterGroup; header: ParameterGroup };
  compiledResponses: Map<string, CompiledResponse>;
  securityNames: string[];
  apiKeyHeader: string | undefined;
}

interface CompiledDocument {
  document: OpenApiDocument;
  operations: Operation[];
  errors: Map<string, { status: number; message: string }>;
}

// CommonJS: `import()` of it gives another shape in Node than under a bundler.
const prismRequire = createRequire(import.meta.url);
const compiledDocuments = new WeakMap<object, CompiledDocument>();
let documentCount = 0;

/**
 * Puts a contract in front of handlers: routes, authenticates, validates the request, calls the handler, validates its
 * answer, and turns every violation into the contract's own error envelope. What has no handler, and what a `Prefer`
 * header asks for, is answered by Prism from the examples.
 *
 * Refuses, with a message that lists every reason, a document of which the validator would leave something unchecked.
 */
export async function createContract<Operations = operations>(options: ContractOptions<Operations>): Promise<Contract> {
  const { document, errors, operations: all } = compileDocument(options.document);
  const {
    handlers, tags, select = () => true, authenticate, around, ids, validateResponses = true, validateWire = false,
    log = logToConsole, maxBodyBytes = 1024 * 1024, docsUrl = 'http://localhost:4000', cors = false,
  } = options;

  const known = new Set(all.map(({ operationId }) => operationId));
  const unknown = Object.keys(handlers).filter((operationId) => !known.has(operationId));
  if (unknown.length > 0) throw new Error(`The contract has no operation ${unknown.join(', ')}. Rename or remove the handler.`);

  const served = all.filter(
    (operation) => (!tags || operation.tags.some((tag) => tags.includes(tag))) && select(operation),
  );
  const handlerOf = (operation: Operation): AnyHandler | undefined =>
    Reflect.get(handlers as object, operation.operationId);
  const router = createRouter(served.map((operation) => ({ ...operation, target: operation })));
  const standardHeaders = {
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...(cors ? { 'access-control-allow-origin': '*', 'access-control-expose-headers': exposedHeaders } : {}),
  };

  async function handle(request: Request): Promise<Response> {
    const sentId = request.headers.get('x-request-id');
    const requestId = sentId !== null && requestIdPattern.test(sentId) ? sentId : ids();
    let operation: Operation | undefined;
    try {
      const { segments, query } = parseUrl(request.url);
      const match = router.find(segments);
      if (!match) throw new ApiError('route_not_found', { message: `There is nothing at /${segments.join('/')}.` });
      const method = request.method === 'HEAD' && !match.methods.has('HEAD') ? 'GET' : request.method;
      operation = match.methods.get(method);
      if (!operation) return refuseMethod(request, [...match.methods.keys()], requestId);
      const call: AnyCall = {
        operationId: operation.operationId, method, path: match.path, query: {}, headers: {}, body: undefined, request,
        requestId, security: operation.securityNames,
      };
      readCredentials(operation, call);
      await authenticate?.(call);
      await validateCall(operation, call, query);
      const preference = parsePrefer(request.headers.get('prefer'));
      const handler = handlerOf(operation);
      if (!handler || preference) return await sendExample(operation, call, preference);
      const answer = await (around ? around(call, async () => await handler(call)) : handler(call));
      return answer instanceof Response ? passThrough(operation, answer, call) : send(operation, answer, call);
    } catch (error) {
      return sendError(error, operation, request, requestId);
    }
  }

  async function validateCall(operation: Operation, call: AnyCall, query: [string, string][]): Promise<void> {
    const { request } = call;
    const groups = operation.parameterGroups;
    const details: ErrorDetail[] = [];
    check(groups.path, call.path, details);
    readQuery(groups.query, query, call.query, details);
    check(groups.query, call.query, details);
    for (const name of groups.header.names) {
      const value = request.headers.get(name);
      if (value !== null) call.headers[name] = value;
    }
    check(groups.header, call.headers, details);
    for (const [name, value] of groups.query.defaults) call.query[name] ??= value;

    if (operation.bodySchemas) {
      const bytes = await readBody(request, maxBodyBytes);
      if (bytes.length > 0) {
        const [mediaType, schema] = selectMediaType(operation.bodySchemas, request.headers.get('content-type'));
        call.body = isJson(mediaType) ? parseJson(bytes) : bytes;
        if (schema && isJson(mediaType)) details.push(...validate(call.body, schema, ValidationContext.Input));
      } else if (operation.requestBody?.required) {
        details.push({ path: 'body', code: 'required', message: 'Request body is required' });
      }
    }
    if (details.length > 0) throw invalid(details);
  }

  async function sendExample(operation: Operation, call: AnyCall, preference: ExamplePreference | undefined) {
    const answer = await readExample(document, operation, selectExample(operation, preference));
    return send(operation, { ...answer, headers: { ...answer.headers, 'x-planbok-mock': 'example' } }, call);
  }

  function send(operation: Operation, answer: AnyAnswer, { request, requestId }: AnyCall): Response {
    const headers: Record<string, string> = { ...standardHeaders };
    if (answer.headers) {
      for (const [name, value] of Object.entries(answer.headers)) headers[name.toLowerCase()] = String(value);
    }
    headers['x-request-id'] = requestId;
    const response = findResponse(operation, answer.status);
    const mediaType = headers['content-type'] ?? response?.mediaType;
    const hasBody = answer.body !== undefined && answer.body !== null;
    if (hasBody && mediaType !== undefined) headers['content-type'] = mediaType;
    const text = !hasBody ? null : isJson(mediaType) ? JSON.stringify(answer.body) : String(answer.body);
    if (validateResponses) {
      const body = validateWire && text !== null && isJson(mediaType) ? JSON.parse(text) : answer.body;
      const violations = findViolations(operation, response, answer.status, headers, body, mediaType);
      if (violations.length > 0) return refuseAnswer(operation, answer, violations, request, requestId);
    }
    return new Response(request.method === 'HEAD' ? null : text, { status: answer.status, headers });
  }

  /** Sends what a handler made itself (a page, a stream, a file, a redirect) without touching its body. */
  function passThrough(operation: Operation, answer: Response, { request, requestId }: AnyCall): Response {
    if (validateResponses) {
      const response = findResponse(operation, answer.status);
      const headers = Object.fromEntries(answer.headers);
      const mediaType = headers['content-type'];
      // A body is not read here: it may be endless. Only its media type is checked.
      const violations = findViolations(operation, response, answer.status, { ...headers, 'x-request-id': requestId }, undefined, mediaType, true);
      if (violations.length > 0) return refuseAnswer(operation, answer, violations, request, requestId);
    }
    const headers = new Headers(answer.headers);
    for (const [name, value] of Object.entries(standardHeaders)) if (!headers.has(name)) headers.set(name, value);
    headers.set('x-request-id', requestId);
    if (request.method === 'HEAD') void answer.body?.cancel();
    return new Response(request.method === 'HEAD' ? null : answer.body, { status: answer.status, headers });
  }

  function refuseAnswer(
    operation: Operation, answer: { status: number }, details: ErrorDetail[], request: Request, requestId: string,
  ): Response {
    const message = `${operation.operationId} answered ${answer.status} against the contract: ${details[0]?.message}.`;
    log({ level: 'error', message, requestId, operationId: operation.operationId, error: details });
    return sendError(new ApiError('contract_violation', { message, details }), undefined, request, requestId);
  }

  function sendError(error: unknown, operation: Operation | undefined, request: Request, requestId: string): Response {
    let failure: ApiError;
    if (error instanceof ApiError) {
      failure = error;
    } else {
      failure = new ApiError('internal_error');
      log({ level: 'error', message: 'A handler failed.', requestId, operationId: operation?.operationId, error });
    }
    const { code, details, hasOwnMessage } = failure;
    const known = errors.get(code) ?? ownErrors.get(code);
    const status = known?.status ?? 500;
    const message = (hasOwnMessage ? failure.message : (known?.message ?? code)).slice(0, 2000);
    const body = {
      success: false, status, code, message, requestId,
      errors: { message, details: details.slice(0, maxDetails) },
      documentationUrl: `${docsUrl}/errors/#${code}`,
    };
    const headers: Record<string, string> = { ...standardHeaders, 'content-type': 'application/json' };
    for (const [name, value] of Object.entries(failure.headers)) headers[name.toLowerCase()] = String(value);
    headers['x-request-id'] = requestId;
    if (operation && validateResponses && error instanceof ApiError) {
      const violations = known
        ? findViolations(operation, findResponse(operation, status), status, headers, body, 'application/json')
        : [{ path: 'response/code', code: 'undeclared_code', message: `the contract has no example of the error ${code}` }];
      if (violations.length > 0) return refuseAnswer(operation, { status }, violations, request, requestId);
    }
    return new Response(request.method === 'HEAD' ? null : JSON.stringify(body), { status, headers });
  }

  function refuseMethod(request: Request, methods: string[], requestId: string): Response {
    const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'].join(', ');
    if (request.method !== 'OPTIONS') {
      const message = `${request.method} is not allowed here, but ${allow} are.`;
      return sendError(new ApiError('method_not_allowed', { message, headers: { allow } }), undefined, request, requestId);
    }
    const headers: Record<string, string> = { ...standardHeaders, allow, 'x-request-id': requestId };
    const asked = request.headers.get('access-control-request-headers');
    if (cors) {
      headers['access-control-allow-methods'] = allow;
      headers['access-control-max-age'] = '600';
      if (asked !== null) headers['access-control-allow-headers'] = asked;
    }
    return new Response(null, { status: 204, headers });
  }

  const app = new Hono();
  app.all('*', (context) => handle(context.req.raw));

  return {
    app,
    fetch: handle,
    operations: served.map((operation) => {
      const { operationId, method, path, tags } = operation;
      return { operationId, method, path, tags, handled: handlerOf(operation) !== undefined };
    }),
    refuseRequest: () => {
      const error = new ApiError('malformed_url', { message: 'The request line or the Host header is not valid.' });
      return sendError(error, undefined, new Request('http://localhost/'), ids());
    },
  };
}

/** Reads, checks and compiles a document, once. */
function compileDocument(source: object): CompiledDocument {
  const known = compiledDocuments.get(source);
  if (known) return known;
  const document = source as OpenApiDocument;
  const operations = readOperations(document);
  const problems = findUncheckable(document, operations);
  if (problems.length > 0) throw refusal(problems);

  documentCount += 1;
  const schemas = createSchemaSource(document, String(documentCount), (schema, name) => {
    const fault = compileFault(schema, false);
    if (fault !== undefined) problems.push(`The schema ${name} does not compile: ${fault}. Correct it.`);
  });
  const groups = new Map<string, ParameterGroup>();
  const group = (place: ParameterGroup['place'], parameters: Parameter[]): ParameterGroup => {
    const compiled = compileParameters(place, parameters, (schema) => schemas.inline(schema));
    const key = JSON.stringify([place, compiled.schema, compiled.defaults]);
    const same = groups.get(key);
    if (same) return same;
    groups.set(key, compiled);
    const fault = compileFault(compiled.schema, true);
    if (fault !== undefined) problems.push(`The ${place} parameters ${compiled.names.join(', ')} do not compile: ${fault}.`);
    return compiled;
  };
  const schemes = document.components?.['securitySchemes'];

  const compiled = operations.map((operation): Operation => {
    const of = (place: Parameter['in']) => operation.parameters.filter((parameter) => parameter.in === place);
    const securityNames = [...new Set(operation.security.flatMap((requirement) => Object.keys(requirement)))];
    const content = operation.requestBody?.content;
    return {
      ...operation,
      bodySchemas: content && new Map(
        Object.entries(content).map(([mediaType, { schema }]) => [mediaType, schema && schemas.prepare(schema, 'request')]),
      ),
      parameterGroups: {
        path: group('path', of('path')),
        query: group('query', of('query')),
        header: group('header', of('header').filter(({ name }) => !ignoredHeaders.has(name.toLowerCase()))),
      },
      compiledResponses: new Map(
        operation.responses.map((response) => {
          const headers = response.headers.map(({ name, header }): Parameter => ({ name, in: 'header', ...header }));
          return [response.status, compileResponse(response, group('header', headers), (schema) => schemas.prepare(schema, 'response'))];
        }),
      ),
      securityNames,
      apiKeyHeader: securityNames.map((name) => apiKeyHeader(schemes, name)).find((name) => name !== undefined),
    };
  });
  if (problems.length > 0) throw refusal(problems);
  const result = { document, operations: compiled, errors: readErrors(document, operations) };
  compiledDocuments.set(source, result);
  return result;
}

function refusal(problems: string[]): Error {
  return new Error(`The contract cannot be served, because parts of it would not be checked:\n- ${problems.join('\n- ')}`);
}

function compileParameters(
  place: ParameterGroup['place'], parameters: Parameter[], inline: (schema?: JsonSchema) => JsonSchema,
): ParameterGroup {
  const schemas = parameters.map((parameter) => ({ ...parameter, schema: inline(parameter.schema) }));
  const required = schemas.filter((parameter) => parameter.required).map(({ name }) => name);
  return {
    place,
    names: schemas.map(({ name }) => name),
    known: new Set(schemas.map(({ name }) => name)),
    integers: new Set(schemas.filter(({ schema }) => schema['type'] === 'integer').map(({ name }) => name)),
    defaults: schemas.flatMap(({ name, schema }) => ('default' in schema ? [[name, schema['default']]] : [])),
    required: required.length > 0,
    schema: {
      $schema: dialect,
      type: 'object',
      properties: Object.fromEntries(schemas.map(({ name, schema }) => [name, schema])),
      required,
    },
  };
}

function compileResponse(
  { status, content, exampleKeys, headers }: DocumentResponse, group: ParameterGroup,
  prepare: (schema: JsonSchema) => JsonSchema,
): CompiledResponse {
  const mediaTypes = Object.keys(content);
  const first = mediaTypes.find(isJson) ?? mediaTypes[0];
  return {
    status,
    schemas: new Map(Object.entries(content).map(([mediaType, { schema }]) => [mediaType, schema && prepare(schema)])),
    mediaType: first?.startsWith('text/') ? `${first}; charset=utf-8` : first,
    headers: headers.map(({ name, header }) => ({ name, key: name.toLowerCase(), required: header.required ?? false })),
    headerSchema: group.schema,
    codes: new Set(exampleKeys),
  };
}

function apiKeyHeader(schemes: unknown, name: string): string | undefined {
  const scheme: unknown = typeof schemes === 'object' && schemes !== null ? Reflect.get(schemes, name) : undefined;
  if (typeof scheme !== 'object' || scheme === null) return undefined;
  const { type, in: place, name: header }: { type?: unknown; in?: unknown; name?: unknown } = scheme;
  return type === 'apiKey' && place === 'header' && typeof header === 'string' ? header : undefined;
}

/**
 * Compiles a schema in Prism's own validator and says why it cannot. Prism swallows the error of a schema that does not
 * compile, and lets everything pass: a probe that the schema refuses is the only sign that it did compile.
 */
function compileFault(schema: JsonSchema, coerce: boolean): string | undefined {
  for (const probe of [0, '', null, {}, [], true]) {
    if (validateAgainstSchema(probe, schema, coerce, ValidationContext.Input)._tag === 'Some') return undefined;
  }
  // It accepts every probe, or nothing was compiled: the compiler itself knows.
  const { default: Ajv } = createRequire(prismRequire.resolve('@stoplight/prism-http'))('ajv/dist/2020') as {
    default: new (options: object) => { compile(schema: object): unknown };
  };
  const { $id, ...anonymous } = schema;
  try {
    new Ajv({ strict: false, logger: false }).compile(anonymous);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function validate(value: unknown, schema: JsonSchema, context: ValidationContext, prefix = 'body', coerce = false): ErrorDetail[] {
  const faults = validateAgainstSchema(value, schema, coerce, context, prefix);
  if (faults._tag === 'None') return [];
  const details = new Map<string, ErrorDetail>();
  for (const { path = [], code, message } of faults.value) {
    // The keyword that led to the chosen member of a union says nothing that the member's own errors do not.
    if (code === 'if') continue;
    const inner = /must have required property '(.+)'$/.exec(message)?.[1] ?? /; found '(.+)'$/.exec(message)?.[1];
    const place = [...path, ...(inner === undefined ? [] : [inner])]
      .map((segment) => String(segment).replaceAll('~1', '/').replaceAll('~0', '~')).join('/').slice(0, 512);
    details.set(`${place} ${code}`, { path: place, code: String(code), message: message.slice(0, 2000) });
    if (details.size >= maxDetails) break;
  }
  return [...details.values()];
}

function check(group: ParameterGroup, values: Record<string, unknown>, details: ErrorDetail[]): void {
  // Where nothing was sent and nothing is required, there is nothing to validate.
  if (!group.required && isEmpty(values)) return;
  details.push(...validate(values, group.schema, ValidationContext.Input, group.place, true));
}

function isEmpty(values: Record<string, unknown>): boolean {
  for (const _ in values) return false;
  return true;
}

/** Takes the declared parameters out of a query, and refuses what the validator would overlook. */
function readQuery(
  group: ParameterGroup, query: [string, string][], values: Record<string, unknown>, details: ErrorDetail[],
): void {
  const fault = (name: string, code: string, message: string) => {
    details.push({ path: `query/${name}`.slice(0, 512), code, message: `Request query parameter ${name} ${message}`.slice(0, 2000) });
  };
  for (const [name, value] of query) {
    if (!group.known.has(name)) {
      fault(name, 'unknown_parameter', `is not known; known are: ${group.names.join(', ') || 'none'}`);
    } else if (Object.hasOwn(values, name)) fault(name, 'repeated', 'must be given once');
    else if (value === '') fault(name, 'empty', 'must not be empty');
    else {
      // The validator would take "1e2", "0x10" and " 5" for integers.
      if (group.integers.has(name) && !/^-?\d+$/.test(value)) fault(name, 'type', 'must be integer');
      values[name] = value;
    }
  }
}

function parseUrl(url: string): { segments: string[]; query: [string, string][] } {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  const hash = url.indexOf('#', start);
  const end = hash === -1 ? url.length : hash;
  const mark = url.indexOf('?', start);
  const pathEnd = mark === -1 || mark > end ? end : mark;
  const segments = (start === -1 ? '/' : url.slice(start, pathEnd)).split('/').slice(1);
  try {
    return {
      segments: segments.map((segment) => decode(segment)),
      query: pathEnd === end ? [] : url.slice(pathEnd + 1, end).split('&').filter(Boolean).map(parsePair),
    };
  } catch (cause) {
    throw cause instanceof ApiError ? cause : new ApiError('malformed_url', { cause });
  }
}

function parsePair(pair: string): [string, string] {
  const mark = pair.indexOf('=');
  const [name, value] = mark === -1 ? [pair, ''] : [pair.slice(0, mark), pair.slice(mark + 1)];
  return [decode(name.replaceAll('+', ' ')), decode(value.replaceAll('+', ' '))];
}

function decode(text: string): string {
  if (!text.includes('%')) return text;
  const decoded = decodeURIComponent(text);
  if (decoded.includes('\0')) throw new ApiError('malformed_url', { message: 'The URL contains a NUL character.' });
  return decoded;
}

function readCredentials(operation: Operation, call: AnyCall): void {
  if (operation.securityNames.length === 0) return;
  const { headers } = call.request;
  const apiKey = operation.apiKeyHeader === undefined ? null : headers.get(operation.apiKeyHeader);
  if (apiKey) call.apiKey = apiKey;
  const bearer = /^bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (bearer !== undefined) call.bearer = bearer;
}

function isJson(mediaType: string | undefined): boolean {
  return mediaType !== undefined && /^application\/(?:[\w.-]+\+)?json\b/i.test(mediaType);
}

function selectMediaType(
  schemas: Map<string, JsonSchema | undefined>, contentType: string | null,
): [string, JsonSchema | undefined] {
  const [, essence, charset = 'utf-8'] = mediaTypePattern.exec(contentType ?? '') ?? [];
  const found = essence === undefined ? undefined : matchMediaType(schemas, essence);
  if (!found || !/^utf-?8$/i.test(charset)) {
    const sent = contentType === null ? 'A body needs a Content-Type' : `The Content-Type ${contentType} is not supported`;
    throw new ApiError('unsupported_media_type', { message: `${sent}. Send ${[...schemas.keys()].join(' or ')}.`.slice(0, 2000) });
  }
  return found;
}

function matchMediaType(
  schemas: Map<string, JsonSchema | undefined>, contentType: string,
): [string, JsonSchema | undefined] | undefined {
  const essence = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  for (const candidate of [essence, essence.replace(/\/.*$/, '/*'), '*/*']) {
    if (schemas.has(candidate)) return [essence, schemas.get(candidate)];
  }
  return undefined;
}

function invalid(details: ErrorDetail[]): ApiError {
  const others = details.length > 1 ? ` (and ${details.length - 1} more)` : '';
  const message = `The request does not match the contract: ${details[0]?.message}${others}.`;
  return new ApiError('validation_failed', { message, details });
}

function findResponse({ compiledResponses }: Operation, status: number): CompiledResponse | undefined {
  const code = String(status);
  return compiledResponses.get(code) ?? compiledResponses.get(`${code[0]}XX`) ?? compiledResponses.get('default');
}

/** What in an answer is against the contract. A raw answer has a body that cannot be read here. */
function findViolations(
  operation: Operation, response: CompiledResponse | undefined, status: number, headers: Record<string, string>,
  body: unknown, mediaType: string | undefined, raw = false,
): ErrorDetail[] {
  if (!response) {
    const declared = [...operation.compiledResponses.keys()].join(', ');
    return [{ path: 'response/status', code: 'undeclared_status', message: `the status ${status} is not declared (declared: ${declared})` }];
  }
  const details: ErrorDetail[] = [];
  const sent: Record<string, unknown> = {};
  for (const { name, key } of response.headers) if (headers[key] !== undefined) sent[name] = headers[key];
  if (response.headers.length > 0) {
    details.push(...validate(sent, response.headerSchema, ValidationContext.Output, 'header', true));
  }
  if (response.schemas.size === 0) {
    if (body !== undefined && body !== null) {
      details.push({ path: 'body', code: 'unexpected', message: `the status ${status} is declared without a body` });
    }
    return details;
  }
  const found = mediaType === undefined ? undefined : matchMediaType(response.schemas, mediaType);
  if (!found) {
    const declared = [...response.schemas.keys()].join(', ');
    const message = `the media type ${mediaType ?? '(none)'} is not declared for ${status} (declared: ${declared})`;
    details.push({ path: 'header/Content-Type', code: 'undeclared_media_type', message });
    return details;
  }
  if (raw) return details;
  const [, schema] = found;
  if (schema) details.push(...validate(body, schema, ValidationContext.Output));
  const code: unknown = status >= 400 && typeof body === 'object' && body !== null ? Reflect.get(body, 'code') : undefined;
  if (typeof code === 'string' && isJson(mediaType) && !response.codes.has(code)) {
    details.push({ path: 'body/code', code: 'undeclared_code', message: `the error ${code} is not among the examples of ${status}` });
  }
  return details;
}

/** Finds the response and the example that a caller prefers; without a wish, those that Prism chooses. */
function selectExample(operation: Operation, preference: ExamplePreference | undefined): Selection {
  if (!preference) return {};
  const { code, example } = preference;
  const sorted = [...operation.responses].sort((a, b) => a.status.localeCompare(b.status));
  const candidates = sorted.filter(({ status }) => code === undefined || status === code);
  const found = candidates.find(({ exampleKeys }) => example === undefined || exampleKeys.includes(example));
  if (found && /^\d{3}$/.test(found.status)) {
    return { code: Number(found.status), ...(example === undefined ? {} : { exampleKey: example }) };
  }
  const wish = [code && `code=${code}`, example && `example=${example}`].filter(Boolean).join(', ');
  const choice = sorted.map(({ status, exampleKeys }) => `${status}${exampleKeys.length > 0 ? ` (${exampleKeys.join(', ')})` : ''}`);
  const message = `Request header Prefer asks for ${wish}, which ${operation.operationId} does not have; it has: ${choice.join('; ')}`;
  throw invalid([{ path: 'header/Prefer', code: 'unknown_example', message: message.slice(0, 2000) }]);
}

type Selection = { code?: number; exampleKey?: string };
const exampleReaders = new WeakMap<Operation, Promise<(selection: Selection) => AnyAnswer>>();

/** Lets Prism's mocker answer from the examples, or from the schema where there is none. */
async function readExample(
  document: OpenApiDocument, operation: Operation, selection: Selection,
): Promise<AnyAnswer> {
  const reader = exampleReaders.get(operation) ?? createExampleReader(document, operation);
  exampleReaders.set(operation, reader);
  return (await reader)(selection);
}

/**
 * Prism's mocker and the loader that feeds it are most of its start-up time, so they wait for the first example that is
 * asked for, and read one operation at a time.
 */
async function createExampleReader(document: OpenApiDocument, operation: Operation) {
  const { default: mock }: typeof import('@stoplight/prism-http/dist/mocker/index.js') = prismRequire(
    '@stoplight/prism-http/dist/mocker/index.js',
  );
  const { getHttpOperationsFromSpec }: typeof import('@stoplight/prism-http/dist/utils/operations.js') = prismRequire(
    '@stoplight/prism-http/dist/utils/operations.js',
  );
  const { createLogger }: typeof import('@stoplight/prism-core') = prismRequire('@stoplight/prism-core');
  const logger = createLogger('PRISM', { enabled: false });
  const [resource] = await getHttpOperationsFromSpec(extractOperation(document, operation));
  if (!resource) throw new Error(`Prism does not find ${operation.operationId}.`);
  const optional = new Set(operation.responses.flatMap(({ headers }) =>
    headers.filter(({ name, header }) => !header.required && name.toLowerCase() !== 'retry-after').map(({ name }) => name.toLowerCase()),
  ));
  return (selection: Selection): AnyAnswer => {
    const result = mock({
      resource,
      // Without the caller's headers: Prism would write their Accept into the configuration.
      input: { data: { method: resource.method as 'get', url: { path: operation.path }, headers: {} }, validations: [] },
      // A fresh object for each call, because Prism writes into it.
      config: { dynamic: false, ...selection },
    })(logger);
    if (result._tag === 'Left') throw result.left;
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(result.right.headers ?? {})) {
      // An optional header says that something happened, and here nothing did.
      if (value !== null && value !== undefined && !optional.has(name.toLowerCase())) headers[name] = String(value);
    }
    if (result.right.body === undefined) delete headers['Content-type'];
    return { status: result.right.statusCode, headers, body: result.right.body };
  };
}

function logToConsole({ level, message, requestId, operationId, error }: ContractLog): void {
  console.error(`${level}: ${message} (${operationId ?? 'no operation'}, request ${requestId})`, error ?? '');
}

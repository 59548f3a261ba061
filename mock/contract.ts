import { createRequire } from 'node:module';
import { Hono } from 'hono';
import { validateAgainstSchema } from '@stoplight/prism-http/dist/validator/validators/utils.js';
import { ValidationContext } from '@stoplight/prism-http/dist/validator/validators/types.js';
import type { operations } from '../generated/types.ts';
import { ApiError } from './api-error.ts';
import type { ErrorDetail } from './api-error.ts';
import { checkAnswer, findResponse } from './contract/check-answer.ts';
import { compileDocument, refuseContract } from './contract/compile.ts';
import type { Operation, Validate } from './contract/compile.ts';
import { extractOperation } from './contract/document.ts';
import type { OpenApiDocument } from './contract/document.ts';
import { isJson, selectMediaType } from './contract/media-type.ts';
import { parsePrefer } from './contract/prefer.ts';
import type { ExamplePreference } from './contract/prefer.ts';
import { readParameters } from './contract/read-parameters.ts';
import { parseJson, readBody } from './contract/request-body.ts';
import { createRouter } from './contract/router.ts';
import type { PreparedSchema } from './contract/schemas.ts';
import { selectExample } from './contract/select-example.ts';
import type { ExampleSelection } from './contract/select-example.ts';
import type { AnswerFor, AnyAnswer, AnyCall, AnyHandler, CallOf, HandlersOf } from './contract/types.ts';
import { parseUrl } from './contract/url.ts';

export type { AnyAnswer, AnyCall } from './contract/types.ts';

/** The handlers of this project's contract. */
export type Handlers = HandlersOf<operations>;
/** What the handler of one operation is given. */
export type Call<Id extends keyof operations> = CallOf<operations, Id>;
/** What the handler of one operation may answer. */
export type Answer<Id extends keyof operations> = AnswerFor<operations, Id>;

export interface ContractLog {
  level: 'error';
  message: string;
  requestId: string;
  operationId?: string;
  error?: unknown;
}

/** One request and what became of it. */
export interface Answered {
  request: Request;
  status: number;
  requestId: string;
  milliseconds: number;
}

export interface ContractOptions<Operations = operations> {
  /** A bundled OpenAPI 3.1 document, parsed. Contracts of the same document share what is compiled. */
  document: object;
  handlers: HandlersOf<NoInfer<Operations>>;
  /** Only the operations with one of these tags are served. */
  tags?: readonly string[];
  /** Only the operations for which this is true are served. */
  select?: (operation: { operationId: string; method: string; path: string; tags: readonly string[] }) => boolean;
  /** Called before validation with what the caller sent as credentials; throws an ApiError to refuse. */
  authenticate?: (call: AnyCall) => void | Promise<void>;
  /**
   * Whether every schema is compiled before the contract is served, or later, by `compileAll`. What is needed earlier is
   * compiled then; nothing is ever served unchecked.
   */
  compile?: 'now' | 'later';
  /** Told of every answer once it is made: for a log. */
  observe?: (answered: Answered) => void;
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
  /** Whether pages of an origin may call from a browser and read the answers; none may without it. */
  cors?: (origin: string) => boolean;
}

export interface Contract {
  /** The Hono application, to be mounted or served. */
  app: Hono;
  fetch: (request: Request) => Promise<Response>;
  /** The operations that are served, and whether each has a handler. */
  operations: { operationId: string; method: string; path: string; tags: string[]; handled: boolean }[];
  /** Compiles what is left, a little at a time. Rejects, with the reason, when a schema cannot be compiled. */
  compileAll: () => Promise<void>;
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
const exposedHeaders = 'X-Request-Id, X-Planbok-Mock, Idempotent-Replayed, Retry-After, Allow';
// CommonJS: `import()` of it gives another shape in Node than under a bundler.
const prismRequire = createRequire(import.meta.url);

/**
 * Puts a contract in front of handlers: routes, authenticates, validates the request, calls the handler, validates its
 * answer, and turns every violation into the contract's own error envelope. What has no handler, and what a `Prefer`
 * header asks for, is answered by Prism from the examples.
 *
 * Refuses, with a message that lists every reason, a document of which the validator would leave something unchecked.
 */
export async function createContract<Operations = operations>(options: ContractOptions<Operations>): Promise<Contract> {
  const { document, errors, operations: all, schemas } = compileDocument(options.document);
  const {
    handlers, tags, compile = 'now', select = () => true, authenticate, observe, ids, validateResponses = true, validateWire = false,
    log = logToConsole, maxBodyBytes = 1024 * 1024, docsUrl = 'http://localhost:4000', cors,
  } = options;

  const known = new Set(all.map(({ operationId }) => operationId));
  const unknown = Object.keys(handlers as object).filter((operationId) => !known.has(operationId));
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
  };

  async function handle(request: Request): Promise<Response> {
    const start = performance.now();
    const sentId = request.headers.get('x-request-id');
    const requestId = sentId !== null && requestIdPattern.test(sentId) ? sentId : ids();
    const response = await answer(request, requestId);
    if (cors !== undefined) allowOrigin(request, response, cors);
    observe?.({ request, status: response.status, requestId, milliseconds: performance.now() - start });
    return response;
  }

  async function answer(request: Request, requestId: string): Promise<Response> {
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
      const result = await handler(call);
      return result instanceof Response ? passThrough(operation, result, call) : send(operation, result, call);
    } catch (error) {
      return sendError(error, operation, request, requestId);
    }
  }

  async function validateCall(operation: Operation, call: AnyCall, query: [string, string][]): Promise<void> {
    const details = readParameters(operation, call, query, validate);
    if (operation.body) {
      const { required, schemas } = operation.body;
      const bytes = await readBody(call.request, maxBodyBytes);
      if (bytes.length > 0) {
        const [mediaType, schema] = selectMediaType(schemas, call.request.headers.get('content-type'));
        call.body = isJson(mediaType) ? parseJson(bytes) : bytes;
        if (schema !== 'any' && isJson(mediaType)) details.push(...validate(call.body, schema, 'request', 'body'));
      } else if (required) {
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
    const { status, body } = answer;
    const headers = mergeHeaders(standardHeaders, answer.headers ?? {}, { 'x-request-id': requestId });
    const hasBody = body !== undefined && body !== null;
    const contentType = headers['content-type'] ?? findResponse(operation, status)?.contentType;
    if (hasBody && contentType !== undefined) headers['content-type'] = contentType;
    const text = !hasBody ? null : isJson(contentType) ? JSON.stringify(body) : String(body);
    if (validateResponses) {
      const checked = validateWire && text !== null && isJson(contentType) ? JSON.parse(text) : body;
      const violations = checkAnswer(operation, { status, headers, body: checked }, validate);
      if (violations.length > 0) return refuseAnswer(operation, status, violations, request, requestId);
    }
    return new Response(request.method === 'HEAD' ? null : text, { status, headers });
  }

  /** Sends what a handler made itself (a page, a stream, a file, a redirect) without touching its body. */
  function passThrough(operation: Operation, answer: Response, { request, requestId }: AnyCall): Response {
    const { status } = answer;
    const headers = new Headers(answer.headers);
    for (const [name, value] of Object.entries(standardHeaders)) if (!headers.has(name)) headers.set(name, value);
    headers.set('x-request-id', requestId);
    if (validateResponses) {
      const violations = checkAnswer(operation, { status, headers: Object.fromEntries(headers), raw: true }, validate);
      if (violations.length > 0) return refuseAnswer(operation, status, violations, request, requestId);
    }
    if (request.method === 'HEAD') void answer.body?.cancel();
    return new Response(request.method === 'HEAD' ? null : answer.body, { status, headers });
  }

  function refuseAnswer(
    { operationId }: Operation, status: number, details: ErrorDetail[], request: Request, requestId: string,
  ): Response {
    const message = `${operationId} answered ${status} against the contract: ${details[0]?.message}.`;
    log({ level: 'error', message, requestId, operationId, error: details });
    return sendError(new ApiError('contract_violation', { message, details }), undefined, request, requestId);
  }

  function sendError(error: unknown, operation: Operation | undefined, request: Request, requestId: string): Response {
    const isOurs = error instanceof ApiError;
    const failure = isOurs ? error : new ApiError('internal_error');
    if (!isOurs) log({ level: 'error', message: 'A handler failed.', requestId, operationId: operation?.operationId, error });
    const { code, details, hasOwnMessage } = failure;
    const known = errors.get(code) ?? ownErrors.get(code);
    const status = known?.status ?? 500;
    const message = (hasOwnMessage ? failure.message : (known?.message ?? code)).slice(0, 2000);
    const body = {
      success: false, status, code, message, requestId,
      errors: { message, details: details.slice(0, maxDetails) },
      documentationUrl: `${docsUrl}/errors/#${code}`,
    };
    const headers = mergeHeaders(standardHeaders, failure.headers, { 'content-type': 'application/json', 'x-request-id': requestId });
    if (operation && isOurs && validateResponses) {
      const violations = checkAnswer(operation, { status, headers, body }, validate);
      if (violations.length > 0) return refuseAnswer(operation, status, violations, request, requestId);
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
    return new Response(null, { status: 204, headers });
  }

  if (compile === 'now') schemas.forEach(compileSchema);
  const app = new Hono();
  app.all('*', (context) => handle(context.req.raw));

  return {
    app,
    fetch: handle,
    operations: served.map((operation) => {
      const { operationId, method, path, tags } = operation;
      return { operationId, method, path, tags, handled: handlerOf(operation) !== undefined };
    }),
    compileAll: async () => {
      for (const schema of schemas) {
        compileSchema(schema);
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    refuseRequest: () => {
      const error = new ApiError('malformed_url', { message: 'The request line or the Host header is not valid.' });
      return sendError(error, undefined, new Request('http://localhost/'), ids());
    },
  };
}

/**
 * Tells the browser that pages of this origin may read the answer, or, of a preflight, that they may ask (Fetch standard,
 * section 3.2). Others get the same answer, which their browser keeps from them.
 */
function allowOrigin(request: Request, { headers }: Response, isAllowed: (origin: string) => boolean): void {
  headers.append('vary', 'Origin');
  const origin = request.headers.get('origin');
  if (origin === null || !isAllowed(origin)) return;
  headers.set('access-control-allow-origin', origin);
  headers.set('access-control-expose-headers', exposedHeaders);
  if (request.method !== 'OPTIONS' || !request.headers.has('access-control-request-method')) return;
  headers.set('access-control-allow-methods', headers.get('allow') ?? '');
  headers.set('access-control-max-age', '600');
  const asked = request.headers.get('access-control-request-headers');
  if (asked !== null) headers.set('access-control-allow-headers', asked);
  // A public page asks for a host of this machine: the browser wants to hear that this is meant.
  if (request.headers.has('access-control-request-private-network')) headers.set('access-control-allow-private-network', 'true');
}

function readCredentials(operation: Operation, call: AnyCall): void {
  if (operation.securityNames.length === 0) return;
  const { headers } = call.request;
  const apiKey = operation.apiKeyHeader === undefined ? null : headers.get(operation.apiKeyHeader);
  if (apiKey) call.apiKey = apiKey;
  const bearer = /^bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (bearer !== undefined) call.bearer = bearer;
}

function invalid(details: ErrorDetail[]): ApiError {
  const others = details.length > 1 ? ` (and ${details.length - 1} more)` : '';
  const message = `The request does not match the contract: ${details[0]?.message}${others}.`;
  return new ApiError('validation_failed', { message, details });
}

function mergeHeaders(...all: Record<string, string | number>[]): Record<string, string> {
  const merged: Record<string, string> = {};
  for (const headers of all) {
    for (const [name, value] of Object.entries(headers)) merged[name.toLowerCase()] = String(value);
  }
  return merged;
}

/** Compiles a schema and what it needs in Prism's validator. Throws when the schema cannot be compiled. */
function compileSchema(prepared: PreparedSchema): void {
  if (prepared.compiled) return;
  prepared.needs.forEach(compileSchema);
  const { schema, coerce, name } = prepared;
  // Prism swallows the error of a schema that does not compile, and lets everything pass: that it refuses a probe is
  // the only sign that it did compile.
  const probes = [0, '', null, {}, [], true];
  if (!probes.some((probe) => validateAgainstSchema(probe, schema, coerce, ValidationContext.Input)._tag === 'Some')) {
    // It accepts every probe, or nothing was compiled: the compiler itself knows.
    const { default: Ajv } = createRequire(prismRequire.resolve('@stoplight/prism-http'))('ajv/dist/2020') as {
      default: new (options: object) => { compile(schema: object): unknown; addSchema(schema: object): unknown };
    };
    const ajv = new Ajv({ strict: false, logger: false, validateFormats: false });
    const { $id, ...anonymous } = schema;
    try {
      collectNeeds(prepared).forEach((need) => ajv.addSchema(need.schema));
      ajv.compile(anonymous);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw refuseContract([`The schema ${name} does not compile: ${reason}. Correct it.`]);
    }
  }
  prepared.compiled = true;
}

function collectNeeds(prepared: PreparedSchema, found = new Set<PreparedSchema>()): Set<PreparedSchema> {
  for (const need of prepared.needs) if (!found.has(need)) collectNeeds(need, found.add(need));
  return found;
}

/** Validates with Prism, on the schema as it was prepared: its validators for whole messages merge and drop keywords. */
const validate: Validate = (value, prepared, direction, place) => {
  if (!prepared.compiled) compileSchema(prepared);
  const context = direction === 'request' ? ValidationContext.Input : ValidationContext.Output;
  const faults = validateAgainstSchema(value, prepared.schema, prepared.coerce, context, place);
  if (faults._tag === 'None') return [];
  const details = new Map<string, ErrorDetail>();
  for (const { path = [], code, message } of faults.value) {
    // The keyword that led to the chosen member of a union says nothing that the member's own errors do not.
    if (code === 'if') continue;
    const inner = /must have required property '(.+)'$/.exec(message)?.[1] ?? /; found '(.+)'$/.exec(message)?.[1];
    const where = [...path, ...(inner === undefined ? [] : [inner])]
      .map((segment) => String(segment).replaceAll('~1', '/').replaceAll('~0', '~'))
      .join('/')
      .slice(0, 512);
    // The only keyword of the validator that is not one word.
    const rule = code === 'false schema' ? 'forbidden' : String(code);
    details.set(`${where} ${rule}`, { path: where, code: rule, message: message.slice(0, 2000) });
    if (details.size >= maxDetails) break;
  }
  return [...details.values()];
};

const exampleReaders = new WeakMap<Operation, Promise<(selection: ExampleSelection) => AnyAnswer>>();

/** Lets Prism's mocker answer from the examples, or from the schema where there is none. */
async function readExample(
  document: OpenApiDocument, operation: Operation, selection: ExampleSelection,
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
  return (selection: ExampleSelection): AnyAnswer => {
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
      // It says that something happened before, and here nothing did.
      const isClaim = name.toLowerCase() === 'idempotent-replayed';
      if (value !== null && value !== undefined && !isClaim) headers[name] = String(value);
    }
    // The contract's own choice is the same, and says the charset.
    delete headers['Content-type'];
    return { status: result.right.statusCode, headers, body: result.right.body };
  };
}

function logToConsole({ level, message, requestId, operationId, error }: ContractLog): void {
  console.error(`${level}: ${message} (${operationId ?? 'no operation'}, request ${requestId})`, error ?? '');
}

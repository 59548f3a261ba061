/** A call of an operation as its first examples have it: what every sample says, each in its language. */
import { dereference, examplesOf, pathOperations, requestMediaOf, responsesOf, type OpenApiDocument, type Operation, type ParameterObject, type SchemaObject } from '../openapi-document.ts';

export interface Call {
  operationId: string;
  method: string;
  /** With its parameters in braces. */
  path: string;
  pathParameters: [name: string, value: string][];
  query: [name: string, value: string | number][];
  /** Absent where the operation takes none. */
  body: unknown;
  credential: { scheme: 'apiKey' | 'gatewayToken'; value: string } | undefined;
  baseUrl: string;
  /** The status of the answer when all goes well, and the body of that answer. */
  status: number;
  answer: { mediaType: string; value: unknown };
}

/** The calls of all operations under `paths`, in the order of the document. */
export function callsOf(document: OpenApiDocument): Call[] {
  return pathOperations(document).map((operation) => callOf(document, operation));
}

function callOf(document: OpenApiDocument, { path, method, operation, parameters }: Operation): Call {
  const [status, response] = responsesOf(document, operation)[0] ?? [];
  const [mediaType, media] = Object.entries(response?.content ?? {})[0] ?? [];
  const [, answer] = examplesOf(document, media)[0] ?? [];
  if (status === undefined || mediaType === undefined) throw new Error(`${operation.operationId} has no answer.`);
  const place = (name: string) => parameters.filter((parameter) => parameter.in === name);
  const { security = document.security } = operation;
  const isGateway = path.startsWith('/gateway/');
  return {
    operationId: operation.operationId,
    method: method.toUpperCase(),
    path,
    pathParameters: place('path').map((parameter) => [parameter.name, String(exampleOf(document, parameter))]),
    query: shown(place('query')).map((parameter) => [parameter.name, exampleOf(document, parameter)]),
    body: bodyOf(document, operation),
    credential: security?.some((scheme) => 'gatewayToken' in scheme)
      ? { scheme: 'gatewayToken', value: gatewayToken(document) }
      : security?.some((scheme) => 'apiKey' in scheme) ? { scheme: 'apiKey', value: 'pk_sandbox_full' } : undefined,
    baseUrl: isGateway ? 'http://localhost:4020' : 'http://localhost:4010',
    status: Number(status),
    answer: { mediaType, value: answer },
  };
}

function exampleOf(document: OpenApiDocument, { schema, example }: ParameterObject): string | number {
  const value = example ?? (dereference<SchemaObject>(document, schema)['examples'] as unknown[])[0];
  return typeof value === 'number' ? value : String(value);
}

/** Of a list, its first filter, or its size where it has none: all filters at once find nothing. Of anything else, all. */
function shown(parameters: ParameterObject[]): ParameterObject[] {
  const paging = ['page', 'limit', 'order'];
  if (!parameters.some(({ name }) => name === 'page')) return parameters;
  const [filter] = parameters.filter(({ name }) => !paging.includes(name));
  return filter === undefined ? parameters.filter(({ name }) => name === 'limit') : [filter];
}

/** Without the idempotency key: whoever pastes a sample twice means two things. */
function bodyOf(document: OpenApiDocument, operation: Operation['operation']): unknown {
  const [, body] = examplesOf(document, requestMediaOf(document, operation))[0] ?? [];
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'idempotencyKey'));
}

/** The token of the contract's first challenge: what stands behind the `#` of its `redirectUrl`. */
function gatewayToken(document: OpenApiDocument): string {
  const token = /\/gateway\/[0-9a-f]{24}#([\w-]{43})/.exec(JSON.stringify(document))?.[1];
  if (token === undefined) throw new Error('No example of the contract has a redirectUrl with a token.');
  return token;
}

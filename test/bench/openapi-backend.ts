import { createRequire } from 'node:module';
import { OpenAPIBackend } from 'openapi-backend';
import type { Context, Document } from 'openapi-backend';
import type { AnyAnswer, AnyCall, Handlers } from '../../mock/contract.ts';
import type { AnyHandler } from '../../mock/contract/types.ts';

interface Options {
  document: object;
  handlers: Handlers;
  apiKey: string;
  ids: () => string;
}

/**
 * The same handlers behind openapi-backend, as its documentation shows it: requests are validated by it, the API key by
 * a security handler, and the body of every answer in `postResponseHandler`. It does less than the contract layer: no
 * check of response headers, of JSON depth, of repeated or unknown query parameters.
 */
export async function serveOpenApiBackend({ document, handlers, apiKey, ids }: Options) {
  const require = createRequire(createRequire(import.meta.url).resolve('openapi-backend'));
  const { default: Ajv2020 } = require('ajv/dist/2020');
  const { default: addFormats } = createRequire(createRequire(import.meta.url).resolve('@stoplight/prism-http'))('ajv-formats');
  const api = new OpenAPIBackend({
    definition: document as Document,
    coerceTypes: true,
    // Its check of the definition knows OpenAPI 3.0 only.
    quick: true,
    customizeAjv: (_ajv, options) => addFormats(new Ajv2020({ ...options, strict: false, validateFormats: true })),
    handlers: {
      validationFail: (context) => failure(400, 'validation_failed', context.validation.errors),
      notFound: () => failure(404, 'route_not_found', []),
      unauthorizedHandler: () => failure(401, 'api_key_invalid', []),
      postResponseHandler: (context: Context) => {
        const { status, body } = context.response as AnyAnswer;
        if (status >= 400) return context.response;
        const { errors } = context.api.validateResponse(body, context.operation, status);
        return errors ? failure(500, 'contract_violation', errors) : context.response;
      },
    },
    securityHandlers: {
      apiKey: (context) => context.request.headers['planbok-x-api-key'] === apiKey,
    },
  });
  for (const [operationId, handler] of Object.entries(handlers as Record<string, AnyHandler>)) {
    api.register(operationId, async (context: Context, request: Request, requestId: string) => {
      const { method, params, query, headers, requestBody } = context.request;
      const call: AnyCall = {
        operationId, method, path: params as Record<string, string>, query, body: requestBody, request, requestId, security: ['apiKey'],
        headers: headers['idempotency-key'] === undefined ? {} : { 'Idempotency-Key': headers['idempotency-key'] },
      };
      return handler(call);
    });
  }
  await api.init();

  return async (request: Request): Promise<Response> => {
    const requestId = request.headers.get('x-request-id') ?? ids();
    const url = new URL(request.url);
    const body = request.method === 'GET' ? undefined : await request.json();
    const headers = Object.fromEntries(request.headers);
    const { status, body: answer }: AnyAnswer = await api.handleRequest(
      { method: request.method, path: url.pathname, query: url.search.slice(1), headers, body }, request, requestId,
    );
    return new Response(JSON.stringify(answer), {
      status,
      headers: {
        'content-type': 'application/json', 'x-request-id': requestId, 'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
      },
    });
  };
}

function failure(status: number, code: string, details: unknown): AnyAnswer {
  return { status, body: { success: false, status, code, details } };
}

import type { ErrorDetail } from '../api-error.ts';
import type { CompiledResponse, Operation, Validate } from './compile.ts';
import { isJson, matchMediaType } from './media-type.ts';

/** What is known of an answer. A raw answer has a body that cannot be read, because it may be endless. */
export interface CheckedAnswer {
  status: number;
  /** By lower-case name. */
  headers: Record<string, string>;
  body?: unknown;
  raw?: boolean;
}

/** Finds the response that the contract declares for a status: the status itself, its class (`4XX`), or `default`. */
export function findResponse({ responses }: Operation, status: number): CompiledResponse | undefined {
  const code = String(status);
  return responses.get(code) ?? responses.get(`${code[0]}XX`) ?? responses.get('default');
}

/** Lists what in an answer is against the contract. */
export function checkAnswer(operation: Operation, answer: CheckedAnswer, validate: Validate): ErrorDetail[] {
  const { status, headers, body, raw = false } = answer;
  const response = findResponse(operation, status);
  if (!response) {
    const declared = [...operation.responses.keys()].join(', ');
    return [{ path: 'status', code: 'undeclared_status', message: `Response status ${status} is not declared (declared: ${declared})` }];
  }
  const details: ErrorDetail[] = [];
  if (response.headers.names.length > 0) {
    const sent: Record<string, unknown> = {};
    for (const name of response.headers.names) {
      const value = headers[name.toLowerCase()];
      if (value !== undefined) sent[name] = value;
    }
    details.push(...validate(sent, response.headers.schema, 'response', 'header'));
  }
  if (response.bodies.size === 0) {
    if (body !== undefined && body !== null) {
      details.push({ path: 'body', code: 'undeclared_body', message: `Response status ${status} is declared without a body` });
    }
    return details;
  }
  const contentType = headers['content-type'];
  const found = contentType === undefined ? undefined : matchMediaType(response.bodies, contentType);
  if (!found) {
    const declared = [...response.bodies.keys()].join(', ');
    const message = `Response media type ${contentType ?? '(none)'} is not declared for ${status} (declared: ${declared})`;
    return [...details, { path: 'header/Content-Type', code: 'undeclared_media_type', message }];
  }
  if (raw) return details;
  const [mediaType, schema] = found;
  if (schema !== 'any') details.push(...validate(body, schema, 'response', 'body'));
  const code: unknown = status >= 400 && typeof body === 'object' && body !== null ? Reflect.get(body, 'code') : undefined;
  if (typeof code === 'string' && isJson(mediaType) && !response.exampleKeys.has(code)) {
    const message = `Response error code ${code} is not among the examples of ${status}: ${[...response.exampleKeys].join(', ')}`;
    details.push({ path: 'body/code', code: 'undeclared_code', message });
  }
  return details;
}

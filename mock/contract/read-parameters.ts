import type { AnyCall } from './types.ts';
import type { ErrorDetail } from '../api-error.ts';
import type { Operation, ParameterGroup, Validate } from './compile.ts';

/** Fills a call's path, query and headers with typed values, and lists what is wrong with them. */
export function readParameters(
  operation: Operation, call: AnyCall, query: [string, string][], validate: Validate,
): ErrorDetail[] {
  const { pathParameters, queryParameters, headerParameters } = operation;
  for (const name of headerParameters.names) {
    const value = call.request.headers.get(name);
    if (value !== null) call.headers[name] = value;
  }
  const details = [
    ...check(pathParameters, call.path, validate),
    ...readQuery(queryParameters, query, call.query),
    ...check(queryParameters, call.query, validate),
    ...check(headerParameters, call.headers, validate),
  ];
  for (const [name, value] of queryParameters.defaults) call.query[name] ??= value;
  return details;
}

function check(group: ParameterGroup, values: Record<string, unknown>, validate: Validate): ErrorDetail[] {
  // Where nothing was sent and nothing is required, there is nothing to validate.
  if (!group.required && isEmpty(values)) return [];
  return validate(values, group.schema, 'request', group.place);
}

function isEmpty(values: Record<string, unknown>): boolean {
  for (const _ in values) return false;
  return true;
}

/**
 * Takes the declared parameters out of a query, and refuses what the validator would overlook. A declared one that is empty
 * counts as left out: many programs send every filter they know, and leave those empty that they do not use.
 */
function readQuery(group: ParameterGroup, query: [string, string][], values: Record<string, unknown>): ErrorDetail[] {
  const details: ErrorDetail[] = [];
  for (const [name, value] of query) {
    const refuse = (code: string, rule: string) => {
      const message = `Request query parameter ${name} ${rule}`.slice(0, 2000);
      details.push({ path: `query/${name}`.slice(0, 512), code, message });
    };
    if (!group.known.has(name)) refuse('unknown_parameter', `is not known (known: ${group.names.join(', ') || 'none'})`);
    else if (value === '') continue;
    else if (Object.hasOwn(values, name)) refuse('repeated', 'must be given once');
    // The validator would take "1e2", "0x10" and " 5" for integers.
    else if (group.integers.has(name) && !/^-?\d+$/.test(value)) refuse('type', 'must be integer');
    else values[name] = value;
  }
  return details;
}

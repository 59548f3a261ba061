import { at, isObject, members, operations, text } from '../cursor.ts';
import type { Rule } from '../redocly.ts';

/** Every JSON answer of success is {success, status, message, data}; a list has its array in data and pagination beside it. `except` lists operations. */
export const envelope: Rule = (options) => ({
  Root(root, context) {
    const except = Array.isArray(options['except']) ? options['except'] : [];
    for (const operation of operations(context, root)) {
      if (operation.kind !== 'path' || except.includes(text(operation, 'operationId'))) continue;
      for (const [status, response] of members(context, at(context, operation, 'responses'))) {
        if (!status.startsWith('2')) continue;
        const schema = at(context, response, 'content', 'application/json', 'schema');
        if (schema === undefined || !isObject(schema.value)) continue;
        const required = Array.isArray(schema.value['required']) ? schema.value['required'] : [];
        const missing = ['success', 'status', 'message', 'data'].filter((name) => !required.includes(name));
        if (missing.length > 0) {
          context.report({ message: `The ${status} of ${text(operation, 'operationId')} is outside the envelope: require ${missing.join(', ')}.`, location: schema.location });
        }
        const paginated = at(context, schema, 'properties', 'pagination') !== undefined;
        const data = at(context, schema, 'properties', 'data')?.value;
        if (paginated && (!required.includes('pagination') || !isObject(data) || data['type'] !== 'array')) {
          context.report({ message: `${text(operation, 'operationId')} lists: require "pagination" and make "data" an array.`, location: schema.location });
        }
      }
    }
  },
});

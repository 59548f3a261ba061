import { at, members, operations, parameters, text } from '../cursor.ts';
import type { Rule } from '../redocly.ts';

/** Every operation takes X-Request-Id and every response carries it. */
export const requestId: Rule = () => ({
  Root(root, context) {
    for (const operation of operations(context, root)) {
      if (operation.kind !== 'path') continue;
      const taken = parameters(context, operation).some((parameter) => text(parameter, 'in') === 'header' && text(parameter, 'name') === 'X-Request-Id');
      if (!taken) {
        context.report({ message: `${text(operation, 'operationId')} does not take X-Request-Id: add {$ref: ../parameters/RequestIdHeader.yaml} to its parameters.`, location: operation.location });
      }
      for (const [status, response] of members(context, at(context, operation, 'responses'))) {
        if (at(context, response, 'headers', 'X-Request-Id') === undefined) {
          context.report({ message: `Response ${status} of ${text(operation, 'operationId')} does not carry X-Request-Id: add {$ref: ../headers/XRequestId.yaml} to its headers.`, location: response.location });
        }
      }
    }
  },
});

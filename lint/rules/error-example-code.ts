import { at, componentName, isObject, members, operations } from '../cursor.ts';
import type { Rule } from '../redocly.ts';

/** An error response is an ErrorResponse; each of its examples is keyed by its code and carries the response's status. */
export const errorExampleCode: Rule = () => ({
  Root(root, context) {
    for (const operation of operations(context, root)) {
      if (operation.kind !== 'path') continue;
      for (const [status, response] of members(context, at(context, operation, 'responses'))) {
        if (!/^[45]/.test(status)) continue;
        const media = at(context, response, 'content', 'application/json');
        if (media === undefined) {
          context.report({ message: `Response ${status} has no application/json body: answer every error in the envelope, with schema ErrorResponse.`, location: response.location });
          continue;
        }
        if (componentName(at(context, media, 'schema')?.ref) !== 'ErrorResponse') {
          context.report({ message: `The schema of response ${status} must be a $ref to ErrorResponse.`, location: media.location.child(['schema']) });
        }
        for (const [key, example] of members(context, at(context, media, 'examples'))) {
          const body = at(context, example, 'value')?.value;
          const location = example.location.child(['value']);
          if (!isObject(body)) continue; // named-examples reports it
          if (body['code'] !== key) {
            context.report({ message: `The example of response ${status} is keyed "${key}", but its code is "${String(body['code'])}": use the code as the key.`, location });
          }
          if (String(body['status']) !== status) {
            context.report({ message: `Error "${key}" has status ${String(body['status'])} but is an example of response ${status}: a code has one status, so move it there.`, location });
          }
        }
      }
    }
  },
});

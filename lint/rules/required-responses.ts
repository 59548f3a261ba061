import { at, isObject, needsCredential, operations, parameters, text } from '../cursor.ts';
import type { Rule } from '../redocly.ts';

/** Every operation declares the errors that can always happen to it. */
export const requiredResponses: Rule = () => ({
  Root(root, context) {
    for (const operation of operations(context, root)) {
      if (operation.kind !== 'path') continue;
      const responses = at(context, operation, 'responses');
      if (responses === undefined || !isObject(responses.value)) continue; // struct reports it
      const required = new Map([
        ['400', 'any request can be malformed'],
        ['429', 'every operation is rate limited'],
        ['500', 'every operation can fail'],
      ]);
      if (needsCredential(root, operation)) {
        required.set('401', 'it needs a credential, which can be wrong');
        required.set('403', 'it needs a credential, which can be missing or forbid the call');
      }
      if (parameters(context, operation).some((parameter) => text(parameter, 'in') === 'path' && /Id$/.test(text(parameter, 'name')))) {
        required.set('404', 'the id in its path can be unknown');
      }
      if (at(context, operation, 'requestBody') !== undefined) {
        required.set('413', 'its body can be too large');
        required.set('415', 'its body can be of another media type');
      }
      for (const [status, reason] of required) {
        // The page of the Gateway is one document for every id, and says "not found" itself.
        if (status === '404' && at(context, responses, '200', 'content', 'text/html') !== undefined) continue;
        if (!(status in responses.value)) {
          context.report({ message: `${text(operation, 'operationId')} has no ${status}: ${reason}. Refer to the shared response in openapi/responses/.`, location: responses.location });
        }
      }
    }
  },
});

import { at, isObject, members, operations, type Cursor } from '../cursor.ts';
import type { Context, Rule } from '../redocly.ts';

function check(context: Context, what: string, content: Cursor | undefined): void {
  for (const [mediaType, media] of members(context, content)) {
    const value = isObject(media.value) ? media.value : {};
    if ('example' in value) {
      context.report({
        message: `${what} (${mediaType}) has an "example": name it, in a file of openapi/examples/, and refer to it from "examples".`,
        location: media.location.child(['example']),
      });
    }
    const examples = isObject(value['examples']) ? value['examples'] : {};
    if (Object.keys(examples).length === 0) {
      context.report({ message: `${what} (${mediaType}) has no named example: write the whole body to openapi/examples/ and refer to it from "examples".`, location: media.location });
    }
    for (const [name, example] of Object.entries(examples)) {
      if (!isObject(example) || typeof example['$ref'] !== 'string') {
        context.report({
          message: `Example "${name}" of ${what} is written inline: move it to a file of openapi/examples/ and refer to it.`,
          location: media.location.child(['examples', name]),
        });
        continue;
      }
      const target = at(context, media, 'examples', name);
      if (!isObject(target?.value) || !('value' in target.value) || !('summary' in target.value)) {
        context.report({
          message: `The file of example "${name}" must be an Example Object: "summary" and "value".`,
          location: target?.location ?? media.location.child(['examples', name]),
        });
      }
    }
  }
}

/** Every request body and every response, of webhooks too, has a named whole-body example in a file of its own. */
export const namedExamples: Rule = () => ({
  Root(root, context) {
    for (const operation of operations(context, root)) {
      const id = isObject(operation.value) ? String(operation.value['operationId']) : '';
      check(context, `the request body of ${id}`, at(context, operation, 'requestBody', 'content'));
      for (const [status, response] of members(context, at(context, operation, 'responses'))) {
        check(context, `the ${status} of ${id}`, at(context, response, 'content'));
      }
    }
  },
});

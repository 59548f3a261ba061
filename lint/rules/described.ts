import { at, isObject, members, operations, parameters, text, type Cursor } from '../cursor.ts';
import type { Rule } from '../redocly.ts';

function isSentence(description: unknown): boolean {
  return typeof description === 'string' && /[.:|`)\]]\s*$/.test(description) && /^\s*["'`([\p{Lu}\p{N}*|-]/u.test(description);
}

/** Every property, parameter, header and operation is described in sentences. */
export const described: Rule = () => ({
  Root(root, context) {
    const check = (what: string, cursor: Cursor): void => {
      const description = isObject(cursor.value) ? cursor.value['description'] : undefined;
      if (typeof description !== 'string' || description.trim() === '') {
        context.report({ message: `${what} has no description: say in a sentence what it is, then under which conditions.`, location: cursor.location });
      } else if (!isSentence(description)) {
        context.report({ message: `The description of ${what} is not a sentence: begin with a capital letter and end with a full stop.`, location: cursor.location.child(['description']) });
      }
    };
    for (const operation of operations(context, root)) {
      check(`Operation ${text(operation, 'operationId')}`, operation);
      for (const parameter of parameters(context, operation)) check(`Parameter "${text(parameter, 'name')}"`, parameter);
      for (const [, response] of members(context, at(context, operation, 'responses'))) {
        for (const [name, header] of members(context, at(context, response, 'headers'))) check(`Header "${name}"`, header);
      }
    }
  },
  Schema(schema, context) {
    if (!isObject(schema['properties'])) return;
    // Conditions speak about properties that are described where they are defined.
    if (/\/(if|then|else|not)(\/|$)/.test(context.location.pointer)) return;
    const here: Cursor = { value: schema, location: context.location };
    for (const name of Object.keys(schema['properties'])) {
      const written = schema['properties'][name];
      // A description beside the $ref says what this property is; else the description of its schema does.
      if (isObject(written) && isSentence(written['description'])) continue;
      const property = at(context, here, 'properties', name);
      if (property === undefined || !isObject(property.value)) continue;
      if (!isSentence(property.value['description'])) {
        context.report({
          message: `Property "${name}" has no description in a sentence: say what it is, from a capital letter to a full stop.`,
          location: context.location.child(['properties', name]),
        });
      }
    }
  },
});

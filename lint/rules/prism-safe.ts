import { at, isObject, type Cursor } from '../cursor.ts';
import type { Rule } from '../redocly.ts';

const ADVICE = 'Use a string with a pattern (comma-separated ids), or several plain parameters.';

/** Shapes that Prism validates wrongly, not at all, or by crashing. */
export const prismSafe: Rule = () => ({
  Root(root, context) {
    if (root['jsonSchemaDialect'] !== 'https://json-schema.org/draft/2020-12/schema') {
      context.report({
        message: 'Without a dialect Prism validates as draft-07 and ignores newer keywords: set "jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema".',
        location: context.location.child(['openapi']),
      });
    }
  },
  Parameter(parameter, context) {
    const { location } = context;
    const here: Cursor = { value: parameter, location };
    const schema = at(context, here, 'schema')?.value;
    if (parameter['in'] === 'cookie') context.report({ message: 'Prism never validates cookie parameters: use a header.', location: location.child(['in']) });
    if ('content' in parameter) context.report({ message: `Prism does not check parameters with "content": use "schema". ${ADVICE}`, location: location.child(['content']) });
    if (['deepObject', 'spaceDelimited', 'pipeDelimited', 'matrix', 'label'].includes(String(parameter['style']))) {
      context.report({ message: `Prism fails on style ${String(parameter['style'])}. ${ADVICE}`, location: location.child(['style']) });
    }
    if (isObject(schema) && ['array', 'object'].includes(String(schema['type']))) {
      context.report({ message: `Prism checks only the last of repeated values, and dies on an absent header of type array. ${ADVICE}`, location: location.child(['schema']) });
    }
    if (parameter['in'] === 'header' && ['accept', 'content-type', 'authorization'].includes(String(parameter['name']).toLowerCase())) {
      context.report({ message: `OpenAPI ignores a header parameter named ${String(parameter['name'])}: say it by the media types or the security scheme.`, location: location.child(['name']) });
    }
  },
  Header(header, context) {
    const here: Cursor = { value: header, location: context.location };
    const schema = at(context, here, 'schema')?.value;
    if (isObject(schema) && ['array', 'object'].includes(String(schema['type']))) {
      context.report({ message: 'Prism throws on an absent header of type array: make it a string with a pattern.', location: context.location.child(['schema']) });
    }
  },
  MediaType(_media, context) {
    if (context.key !== 'application/x-www-form-urlencoded' && context.key !== 'multipart/form-data') return;
    context.report({ message: 'Prism collapses repeated fields of forms: take application/json.', location: context.location });
  },
  Schema(schema, context) {
    const { location } = context;
    for (const keyword of ['readOnly', 'writeOnly']) {
      if (keyword in schema) {
        context.report({ message: `Prism does not enforce ${keyword}: make one schema for the request and another for the response.`, location: location.child([keyword]) });
      }
    }
    if (Array.isArray(schema['allOf']) && JSON.stringify(schema['allOf']).includes('"additionalProperties":false')) {
      context.report({ message: 'Prism merges "additionalProperties: false" away inside allOf: write the schema flat.', location: location.child(['allOf']) });
    }
    if ('allOf' in schema) {
      context.report({ message: 'Generated clients disagree on allOf: write the schema flat, with $ref properties.', location: location.child(['allOf']) });
    }
    const type = schema['type'];
    if (type === 'null' || (Array.isArray(type) && type.includes('null')) || 'nullable' in schema) {
      context.report({ message: 'There is no null on the wire: leave the property out of "required" and out of the body.', location });
    }
    if ('multipleOf' in schema && !Number.isInteger(schema['multipleOf'])) {
      context.report({ message: 'A fractional multipleOf rejects legal numbers (4.35 of 0.01): use a string with a pattern for amounts.', location: location.child(['multipleOf']) });
    }
  },
});

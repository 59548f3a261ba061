import { at, componentName, isObject, members, operations, text } from '../cursor.ts';
import type { Rule } from '../redocly.ts';

/** Names that generated clients need for themselves, in one language or another. */
const TAKEN = [
  'Error', 'Exception', 'Object', 'Record', 'String', 'Number', 'Boolean', 'Integer', 'Long', 'Double', 'Date', 'Map', 'List', 'Set', 'Array', 'Function',
  'Promise', 'Request', 'Response', 'File', 'Any', 'None', 'Type', 'Optional', 'Result', 'Model', 'Client', 'ApiClient', 'ApiResponse', 'ApiError', 'Configuration',
];

/** Schemas have names that no language needs; bodies end in Request or Response. */
export const componentNames: Rule = () => ({
  Root(root, context) {
    for (const operation of operations(context, root)) {
      const id = text(operation, 'operationId');
      for (const [mediaType, media] of members(context, at(context, operation, 'requestBody', 'content'))) {
        const schema = at(context, media, 'schema');
        if (operation.kind === 'path' && mediaType === 'application/json' && !/[a-z]Request$/.test(componentName(schema?.ref))) {
          context.report({ message: `The request body of ${id} must be a $ref to a schema whose name ends in "Request".`, location: media.location });
        }
      }
      if (operation.kind !== 'path') continue;
      for (const [status, response] of members(context, at(context, operation, 'responses'))) {
        const media = at(context, response, 'content', 'application/json');
        if (media === undefined) continue;
        const schema = at(context, media, 'schema');
        if (!/[a-z]Response$/.test(componentName(schema?.ref))) {
          context.report({ message: `The ${status} of ${id} must be a $ref to a schema whose name ends in "Response".`, location: media.location });
        }
      }
    }
    const schemas = at(context, { value: root, location: context.location }, 'components', 'schemas');
    for (const [name, schema] of members(context, schemas)) {
      if (TAKEN.includes(name)) context.report({ message: `Schema "${name}" collides with a name of generated clients: rename it.`, location: schema.location });
    }
  },
  ref(node, context, resolved) {
    const name = componentName(String(node['$ref']));
    const isSchema = /\/schemas\//.test(`/${resolved?.location?.source.absoluteRef ?? ''}`) || isObject(node) && /\/schemas\//.test(String(node['$ref']));
    if (isSchema && TAKEN.includes(name)) {
      context.report({ message: `Schema "${name}" collides with a name of generated clients: rename it.`, location: context.location });
    }
  },
});

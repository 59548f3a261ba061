import { at, isObject, operations, text } from '../cursor.ts';
import type { Rule } from '../redocly.ts';

/** What a method may not be called: the verb has to tell what the method does. */
const FOREIGN_VERBS: Record<string, RegExp> = {
  get: /^(create|add|update|replace|delete|remove)(?=[A-Z])/,
  post: /^(get|list|delete|remove)(?=[A-Z])/,
};

const OWN_VERBS: Record<string, RegExp> = {
  put: /^(update|replace)[A-Z]/,
  patch: /^update[A-Z]/,
  delete: /^(delete|remove)[A-Z]/,
};

/** operationIds are camelCase verb and noun, and the verb fits the method. `unpaginated` names the lists that are always whole. */
export const operationIdForm: Rule = (options) => ({
  Root(root, context) {
    const unpaginated = Array.isArray(options['unpaginated']) ? options['unpaginated'] : [];
    for (const operation of operations(context, root)) {
      const id = text(operation, 'operationId');
      if (id === '') continue; // operation-operationId reports it
      const location = operation.location.child(['operationId']);
      if (!/^[a-z]+([A-Z][a-z0-9]*)+$/.test(id)) {
        context.report({ message: `operationId "${id}" is not camelCase verb + noun: write it like "listWallets".`, location });
      }
      if (operation.kind === 'webhook') {
        const expected = `on${operation.name.split(/[._]/).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`;
        if (id !== expected) {
          context.report({ message: `The operationId of webhook "${operation.name}" is "on" + the event: rename it "${expected}".`, location });
        }
        continue;
      }
      if (operation.kind === 'callback') continue;
      const own = OWN_VERBS[operation.method];
      if (own !== undefined && !own.test(id)) {
        context.report({ message: `operationId "${id}" of a ${operation.method.toUpperCase()} must begin with one of its verbs: ${own.source}.`, location });
      }
      if (FOREIGN_VERBS[operation.method]?.test(id)) {
        context.report({ message: `The verb of operationId "${id}" belongs to another method than ${operation.method.toUpperCase()}: choose a verb that says what the call does.`, location });
      }
      if (operation.method !== 'get') continue;
      const answer = at(context, operation, 'responses', '200', 'content', 'application/json', 'schema', 'properties');
      const data = answer === undefined ? undefined : at(context, answer, 'data')?.value;
      const paginated = answer !== undefined && at(context, answer, 'pagination') !== undefined;
      if (/^list[A-Z]/.test(id) && !(isObject(data) && data['type'] === 'array')) {
        context.report({ message: `"${id}" lists, so "data" of its 200 must be an array: make it one, or call the operation "get…".`, location });
      }
      if (/^list[A-Z]/.test(id) && !paginated && !unpaginated.includes(id)) {
        context.report({ message: `"${id}" lists, so its 200 must carry "pagination": add it, or list the operation under "unpaginated" with the reason.`, location });
      }
      if (paginated && !/^list[A-Z]/.test(id)) {
        context.report({ message: `"${id}" answers a page, so its operationId must begin with "list".`, location });
      }
    }
  },
});

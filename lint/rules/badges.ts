import { at, isObject, operations, text } from '../cursor.ts';
import type { Rule } from '../redocly.ts';

/** Only what the vendor does not have is marked: Extension, or Sandbox when it exists on the mock alone. */
export const badges: Rule = () => ({
  Root(root, context) {
    for (const operation of operations(context, root)) {
      const marked = at(context, operation, 'x-badges');
      const list = Array.isArray(marked?.value) ? marked.value : [];
      const names = list.map((badge) => (isObject(badge) && Object.keys(badge).length === 1 ? badge['name'] : undefined));
      if (marked !== undefined && (names.length !== 1 || !['Extension', 'Sandbox'].includes(String(names[0])))) {
        context.report({ message: 'x-badges is [{name: Extension}] or [{name: Sandbox}], and nothing else.', location: marked.location });
      }
      const tags = isObject(operation.value) ? operation.value['tags'] : undefined;
      const sandbox = Array.isArray(tags) && tags.includes('Sandbox');
      if (sandbox !== names.includes('Sandbox')) {
        context.report({ message: `${text(operation, 'operationId')}: the tag Sandbox and the badge Sandbox go together.`, location: operation.location });
      }
    }
  },
});

import { at, operations, parameters, text } from '../cursor.ts';
import type { Rule } from '../redocly.ts';

/** A POST that creates (answers 201) can be repeated safely: key in the header or the body, and the answer says when it is a replay. */
export const idempotentCreation: Rule = () => ({
  Root(root, context) {
    for (const operation of operations(context, root)) {
      if (operation.kind !== 'path' || operation.method !== 'post') continue;
      const created = at(context, operation, 'responses', '201');
      if (created === undefined) continue;
      const id = text(operation, 'operationId');
      if (!parameters(context, operation).some((parameter) => text(parameter, 'name') === 'Idempotency-Key')) {
        context.report({ message: `${id} creates, so it must take Idempotency-Key: add {$ref: ../parameters/IdempotencyKeyHeader.yaml}.`, location: operation.location });
      }
      const body = at(context, operation, 'requestBody', 'content', 'application/json', 'schema');
      const members = body === undefined ? [] : [body, ...branches(body)];
      if (!members.some((schema) => at(context, schema, 'properties', 'idempotencyKey') !== undefined)) {
        context.report({ message: `${id} creates, so its body must take "idempotencyKey": add {$ref: IdempotencyKey.yaml} to the properties.`, location: body?.location ?? operation.location });
      }
      if (at(context, created, 'headers', 'Idempotent-Replayed') === undefined) {
        context.report({ message: `The 201 of ${id} must carry Idempotent-Replayed: add {$ref: ../headers/IdempotentReplayed.yaml} to its headers.`, location: created.location });
      }
      if (at(context, operation, 'responses', '409', 'content', 'application/json', 'examples', 'idempotency_conflict') === undefined) {
        context.report({ message: `${id} creates, so its 409 must list idempotency_conflict: add the example of that code.`, location: operation.location.child(['responses']) });
      }
      function branches(schema: NonNullable<typeof body>): NonNullable<typeof body>[] {
        return ['oneOf', 'anyOf', 'allOf'].flatMap((keyword) => {
          const list = at(context, schema, keyword);
          return Array.isArray(list?.value) ? list.value.flatMap((_, index) => at(context, list, String(index)) ?? []) : [];
        });
      }
    }
  },
});

import { at, componentName, operations, text } from '../cursor.ts';
import type { Rule } from '../redocly.ts';

/** An operation that makes a challenge declares the return callback and links to the challenge. */
export const challengeOperation: Rule = () => ({
  Root(root, context) {
    for (const operation of operations(context, root)) {
      const created = at(context, operation, 'responses', '201');
      if (created === undefined) continue;
      if (componentName(at(context, created, 'content', 'application/json', 'schema')?.ref) !== 'ChallengeResponse') continue;
      const id = text(operation, 'operationId');
      if (at(context, operation, 'callbacks', 'returnToApplication') === undefined) {
        context.report({ message: `${id} makes a challenge: add "callbacks: {returnToApplication: {$ref: ../callbacks/ReturnToApplication.yaml}}".`, location: operation.location });
      }
      if (at(context, created, 'links', 'getChallenge') === undefined) {
        context.report({ message: `${id} makes a challenge: add "links: {getChallenge: {$ref: ../links/GetChallenge.yaml}}" to its 201.`, location: created.location });
      }
      if (at(context, operation, 'responses', '423') === undefined && at(context, operation, 'responses', '404') !== undefined) {
        context.report({ message: `${id} makes a challenge for a customer who can be locked: add 423 {$ref: ../responses/CustomerLocked.yaml}.`, location: operation.location.child(['responses']) });
      }
    }
  },
});

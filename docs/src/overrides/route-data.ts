import { defineRouteMiddleware } from '@astrojs/starlight/route-data';
import { operationOf, plain } from './operation-of';

const place = { operations: 'operation', webhooks: 'webhook' };

/** What search engines and previews are told of an operation's page. */
export const onRequest = defineRouteMiddleware((context) => {
  const { starlightRoute } = context.locals;
  const operation = operationOf(context.url.pathname);
  if (operation === undefined) return;
  const description = plain(operation.lead) || `The ${place[operation.kind]} ${operation.operationId}.`;
  // The code stands where the table of contents would be.
  starlightRoute.toc = undefined;
  for (const { tag, attrs } of starlightRoute.head) {
    if (tag === 'meta' && attrs !== undefined && (attrs.name === 'description' || attrs.property === 'og:description')) attrs.content = description;
  }
});

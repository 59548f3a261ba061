import { defineRouteMiddleware, type StarlightRouteData } from '@astrojs/starlight/route-data';
import { operationOf, overviewOf, plain } from './operation-of';

const place = { operations: 'operation', webhooks: 'webhook' };

/** What search engines and previews are told of the pages that are made from the contract. */
function describe({ head }: StarlightRouteData, description: string, title?: string): void {
  let isDescribed = false;
  for (const tag of head) {
    const { attrs = {} } = tag;
    if (tag.tag === 'meta' && (attrs.name === 'description' || attrs.property === 'og:description')) {
      attrs.content = description;
      isDescribed ||= attrs.name === 'description';
    }
    if (title === undefined) continue;
    if (tag.tag === 'title') tag.content = tag.content?.replace('Overview', title);
    if (tag.tag === 'meta' && attrs.property === 'og:title') attrs.content = title;
  }
  if (!isDescribed) head.push({ tag: 'meta', attrs: { name: 'description', content: description }, content: '' });
}

export const onRequest = defineRouteMiddleware((context) => {
  const { starlightRoute } = context.locals;
  const overview = overviewOf(context.url.pathname);
  if (overview !== undefined) {
    starlightRoute.entry.data.title = overview.title;
    describe(starlightRoute, plain(overview.description), overview.title);
  }
  const operation = operationOf(context.url.pathname);
  if (operation === undefined) return;
  // The code stands where the table of contents would be.
  starlightRoute.toc = undefined;
  describe(starlightRoute, plain(operation.lead) || `The ${place[operation.kind]} ${operation.operationId}.`);
});

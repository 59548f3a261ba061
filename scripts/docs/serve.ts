import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import { appendTrailingSlash } from 'hono/trailing-slash';

/** What Hono takes for unknown bytes. */
const types: Record<string, string> = { '.md': 'text/markdown; charset=utf-8', '.yaml': 'text/yaml; charset=utf-8' };

export interface RunningSite {
  /** With the base path, and a slash at its end. */
  url: string;
  stop: () => Promise<void>;
}

/** A static folder as a host of static sites answers it: compressed, folders by their `index.html`, and 404 with its own page. */
function siteOf(folder: string, base: string): Hono {
  const site = new Hono();
  site.use(compress());
  // `/webhooks` is sent on to `/webhooks/`, where relative links are right.
  site.use(appendTrailingSlash({ alwaysRedirect: true, skip: (path) => extname(path) !== '' }));
  site.use(async (context, next) => {
    await next();
    const type = types[extname(context.req.path)];
    if (type !== undefined && context.res.ok) context.header('Content-Type', type);
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Cache-Control', 'no-cache');
  });
  site.use(`${base}*`, serveStatic({ root: folder, rewriteRequestPath: (path) => path.slice(base.length) }));
  site.notFound(async (context) => context.html(await readFile(join(folder, '404.html'), 'utf8'), 404));
  return site;
}

/** Serves a static folder on this machine. Port 0 is any that is free. Throws when the port is taken. */
export async function serveFolder(folder: string, { port = 0, base = '/' } = {}): Promise<RunningSite> {
  const server = createServer(getRequestListener(siteOf(folder, base).fetch, { overrideGlobalObjects: false }));
  server.listen(port, 'localhost');
  await once(server, 'listening');
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}${base}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

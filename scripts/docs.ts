/**
 * `npm run docs [-- --port PORT]`: builds the reference of the contract with Redoc and serves it on http://localhost:4000.
 * The page is one file that asks no other host for anything.
 */
import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { html } from 'hono/html';
import { errorsOf } from './errors-of.ts';
import type { OpenApiDocument } from './openapi-document.ts';

const root = resolve(import.meta.dirname, '..');
const run = promisify(execFile);

/** Redoc asks its vendor for this picture, and has no option not to. */
const FOREIGN_LOGO = 'https://cdn.redoc.ly/redoc/logo-mini-full.svg';
const EMPTY_IMAGE = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';

/** The last word: whatever the page should still try, the browser asks no other host. */
const POLICY = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:; style-src 'unsafe-inline'; img-src data:; font-src data:; worker-src blob:; connect-src 'self'";

/** Builds the reference from the bundle into `folder`, without telemetry and without foreign requests. */
export async function buildReference(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const page = join(folder, 'index.html');
  // The address of a telemetry server stays in the script, but the flag below keeps it silent; the policy would stop it.
  await run(
    process.execPath,
    [join(root, 'node_modules/@redocly/cli/bin/cli.js'), 'build-docs', 'bundle', '--inlineBundle', '--output', page],
    { cwd: root, env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }, maxBuffer: 64 * 1024 * 1024 },
  );
  const html = await readFile(page, 'utf8');
  if (!html.includes('"disableTelemetry":true')) throw new Error('The reference would send telemetry: `telemetry: off` in redocly.yaml has no effect.');
  if (!html.includes(FOREIGN_LOGO)) throw new Error(`Redoc's logo is no longer at ${FOREIGN_LOGO}: look what it loads now, and change scripts/docs.ts.`);
  if (!html.includes('<head>')) throw new Error('The reference has no <head> for the content security policy.');
  await writeFile(
    page,
    html.replaceAll(FOREIGN_LOGO, EMPTY_IMAGE).replace('<head>', `<head><meta http-equiv="Content-Security-Policy" content="${POLICY}">`),
  );
}

/** Where the `documentationUrl` of every error leads: `/errors/#code`. */
function errorPage(document: OpenApiDocument) {
  return html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Errors - ${document.info.title}</title>
    <style>
      body { font: 16px/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
      :target { background: #fff3bf }
      code { overflow-wrap: anywhere }
    </style>
  </head>
  <body>
    <h1>Errors</h1>
    <p>Decide by the code: it never changes. <a href="/">Back to the reference</a>.</p>
    ${errorsOf(document).map(
      ({ code, status, summary, message, operations }) => html`<section id="${code}">
        <h2><code>${code}</code> (${status})</h2>
        <p>${summary}: ${message}</p>
        ${operations.length > 0 ? html`<details><summary>${operations.length} operations</summary><p>${operations.join(', ')}</p></details>` : ''}
      </section>`,
    )}
  </body>
</html>`;
}

/** Serves the reference, the errors, and the contract itself for code generators. */
export async function referenceApp(folder: string): Promise<Hono> {
  const document = JSON.parse(await readFile(join(root, 'generated/openapi.json'), 'utf8')) as OpenApiDocument;
  const app = new Hono();
  app.get('/', serveStatic({ path: join(folder, 'index.html') }));
  app.get('/errors/', (context) => context.html(errorPage(document)));
  app.get('/openapi.json', serveStatic({ path: join(root, 'generated/openapi.json') }));
  app.get('/openapi.yaml', async (context) =>
    context.body(await readFile(join(root, 'generated/openapi.yaml'), 'utf8'), 200, { 'Content-Type': 'application/yaml' }),
  );
  app.notFound((context) => context.text('There is nothing here. The reference is at /, the errors are at /errors/.', 404));
  return app;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4000' }, output: { type: 'string', default: join(root, 'node_modules/.cache/docs') } } });
  const folder = resolve(values.output);
  await buildReference(folder);
  const server = serve({ fetch: (await referenceApp(folder)).fetch, port: Number(values.port), hostname: 'localhost' }, (address) => {
    console.log(`The reference of the contract: http://localhost:${address.port}`);
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(error.code === 'EADDRINUSE' ? `Port ${values.port} is taken: choose another with \`npm run docs -- --port 4001\`, or 0 for any.` : error.message);
    process.exitCode = 1;
  });
}

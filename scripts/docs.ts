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

/** Serves the reference, and the contract beside it for code generators. */
export function referenceApp(folder: string): Hono {
  const app = new Hono();
  for (const file of ['openapi.yaml', 'openapi.json']) app.get(`/${file}`, serveStatic({ path: join(root, 'generated', file) }));
  app.get('/', serveStatic({ path: join(folder, 'index.html') }));
  // The mock's errors link to /errors/#code, and the guides will live beside the reference: until then, the start page.
  app.notFound((context) => context.redirect('/'));
  return app;
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '4000' }, output: { type: 'string', default: join(root, 'node_modules/.cache/docs') } } });
  const folder = resolve(values.output);
  await buildReference(folder);
  const server = serve({ fetch: referenceApp(folder).fetch, port: Number(values.port), hostname: 'localhost' }, (address) => {
    console.log(`The reference of the contract: http://localhost:${address.port}`);
  });
  server.on('error', (error: NodeJS.ErrnoException) => {
    console.error(error.code === 'EADDRINUSE' ? `Port ${values.port} is taken: choose another with \`npm run docs -- --port 4001\`, or 0 for any.` : error.message);
    process.exitCode = 1;
  });
}

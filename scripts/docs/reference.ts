import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

/** Redoc asks its vendor for this picture, and has no option not to. */
const foreignLogo = 'https://cdn.redoc.ly/redoc/logo-mini-full.svg';
const emptyImage = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';

/** The last word: whatever the page should still try, the browser asks no other host. */
const policy = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:; style-src 'unsafe-inline'; img-src data:; font-src data:; worker-src blob:; connect-src 'self'";

/** Builds the whole contract on one page, by Redoc, into `folder`: without telemetry and without foreign requests. */
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
  if (!html.includes(foreignLogo)) throw new Error(`Redoc's logo is no longer at ${foreignLogo}: look what it loads now, and change scripts/docs/reference.ts.`);
  if (!html.includes('<head>')) throw new Error('The reference has no <head> for the content security policy.');
  await writeFile(
    page,
    html.replaceAll(foreignLogo, emptyImage).replace('<head>', `<head><meta http-equiv="Content-Security-Policy" content="${policy}">`),
  );
}

/**
 * `npm run docs [-- --port PORT]`: builds the documentation portal and serves it on http://localhost:4000.
 * `npm run docs:build [-- --base /path/ --site https://host --output FOLDER]`: writes it as a static folder, for any host.
 */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildPortal } from './docs/build.ts';
import { serveFolder } from './docs/serve.ts';

const root = resolve(import.meta.dirname, '..');

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4000' },
      output: { type: 'string', default: join(root, 'docs/dist') },
      base: { type: 'string', default: '/' },
      site: { type: 'string' },
      'build-only': { type: 'boolean', default: false },
    },
  });
  const base = `/${values.base.replaceAll(/^\/+|\/+$/g, '')}/`.replace('//', '/');
  const site = values['build-only'] ? values.site : (values.site ?? `http://localhost:${values.port}`);
  return { port: Number(values.port), folder: resolve(values.output), base, site, buildOnly: values['build-only'] };
}

async function main(): Promise<void> {
  const { port, folder, base, site, buildOnly } = readOptions();
  console.log('The documentation is built: half a minute.');
  await buildPortal({ folder, base, ...(site === undefined ? {} : { site }) });
  if (buildOnly) {
    console.log(`The documentation is in ${folder}.`);
    return;
  }
  const { url } = await serveFolder(folder, { port, base });
  console.log(`The documentation: ${url}`);
}

main().catch((error: NodeJS.ErrnoException) => {
  console.error(error.code === 'EADDRINUSE' ? 'The port is taken: choose another with `npm run docs -- --port 4001`, or 0 for any.' : error.message);
  process.exitCode = 1;
});

/**
 * `npm run generate [-- --output FOLDER]`: makes everything in generated/ from openapi/, client/ and mock/gateway/,
 * and notes in the inventory what handles and what tests each operation.
 * The same sources give the same bytes, whenever and wherever it runs.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import { parse } from 'yaml';
import { buildGateway } from './build-gateway.ts';
import { clientsTable } from './clients-table.ts';
import { inventory } from './inventory.ts';
import { writeLanguageClients } from './languages/language-clients.ts';
import { mockDeclarations } from './mock-declarations.ts';
import type { OpenApiDocument } from './openapi-document.ts';
import { typesOf } from './types-of.ts';

const root = resolve(import.meta.dirname, '..');
const run = promisify(execFile);

async function bundle(folder: string): Promise<string> {
  const output = join(folder, 'openapi.yaml');
  const redocly = join(root, 'node_modules/@redocly/cli/bin/cli.js');
  try {
    await run(process.execPath, [redocly, 'bundle', 'source', '--output', output, '--component-renaming-conflicts-severity', 'error'], {
      cwd: root,
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    throw new Error(`The contract could not be bundled. \`npm run lint\` says more.\n${output}`);
  }
  return await readFile(output, 'utf8');
}

/** Writes the bundle, the inventory, the types, the clients of the other languages, the table of all clients and the Gateway page into `folder`. */
export async function generate(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const work = await mkdtemp(join(tmpdir(), 'planbok-bundle-'));
  try {
    const yaml = await bundle(work);
    const document = parse(yaml) as OpenApiDocument;
    await writeFile(join(folder, 'openapi.yaml'), yaml);
    await writeFile(join(folder, 'openapi.json'), `${JSON.stringify(document, null, 2)}\n`);
    await writeFile(join(folder, 'operations.md'), inventory(document, root));
    await writeFile(join(folder, 'types.ts'), await typesOf(document));
    await writeLanguageClients(join(folder, 'openapi.yaml'), folder);
    await writeFile(join(folder, 'clients.md'), await clientsTable(root, folder));
    await writeFile(join(folder, 'mock.d.ts'), mockDeclarations());
    // The page is built last: its sources import the types.
    await buildGateway(join(folder, 'gateway.html'));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { output: { type: 'string', default: join(root, 'generated') } } });
  await generate(resolve(values.output));
}

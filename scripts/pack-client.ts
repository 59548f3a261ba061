/**
 * `npm run pack:client [-- --output FOLDER]`: packs client/ as `@planbok/customer-custody`, JavaScript and types, into the
 * folder (the current one without it), and prints how to install it. The repository has the same name and version, and the same entry as TypeScript.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';

const root = resolve(import.meta.dirname, '..');
const run = promisify(execFile);

/** Writes the package, ready to be packed, into a folder. */
export async function buildClient(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await run(process.execPath, [
    join(root, 'node_modules/typescript/bin/tsc'), '--project', join(root, 'client'), '--noEmit', 'false', '--outDir', join(folder, 'dist'),
  ]);
  for (const file of await readdir(folder, { recursive: true })) {
    if (!file.endsWith('.d.ts')) continue;
    // The compiler rewrites these in JavaScript alone.
    const text = await readFile(join(folder, file), 'utf8');
    await writeFile(join(folder, file), text.replace(/(from '\.[^']*)\.ts'/g, "$1.js'"));
  }
  const { name, version, license, dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const contract = await readFile(join(root, 'generated/openapi.yaml'));
  const manifest = {
    name,
    version,
    description: 'The client of Planbok Customer Custody',
    license,
    type: 'module',
    sideEffects: false,
    // For tools that do not read exports.
    main: './dist/client/index.js',
    types: './dist/client/index.d.ts',
    exports: { '.': { types: './dist/client/index.d.ts', default: './dist/client/index.js' } },
    files: ['dist'],
    engines: { node: '>=20.3' },
    dependencies: { 'openapi-fetch': dependencies['openapi-fetch'] },
    // Which contract it was made from, to the byte: the SHA-256 of generated/openapi.yaml.
    contract: { version, sha256: createHash('sha256').update(contract).digest('hex') },
  };
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await copyFile(join(root, 'client/README.md'), join(folder, 'README.md'));
  await copyFile(join(root, 'LICENSE'), join(folder, 'LICENSE'));
}

/** Packs it, and tells the path of the archive. */
export async function packClient(output: string): Promise<string> {
  const work = await mkdtemp(join(tmpdir(), 'planbok-client-'));
  try {
    await buildClient(work);
    await mkdir(output, { recursive: true });
    const { stdout } = await run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', output], { cwd: work });
    const [{ filename }] = JSON.parse(stdout);
    return join(output, filename);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { output: { type: 'string', default: '.' } } });
  const archive = await packClient(resolve(values.output));
  console.log(`${archive}\n\nIn your application:\nnpm install ${archive}`);
}

import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { fetchGenerator, openApiGenerator, recipes } from './openapi-generator.ts';
import { titlesIn } from './sources.ts';

/** The packages that `npm run generate` makes, by their folder in generated/. */
const packages = [
  { folder: 'python', language: 'Python', name: 'planbok-customer-custody' },
  { folder: 'go', language: 'Go', name: 'planbok.io/customercustody/v2' },
  { folder: 'java', language: 'Java', name: 'io.planbok:customer-custody' },
  { folder: 'php', language: 'PHP', name: 'planbok/customer-custody' },
];

/**
 * Language by language: what makes its client, how large it is, and what the tests run with it. `folder` is that of the
 * generated packages.
 */
export async function clientsTable(root: string, folder: string): Promise<string> {
  const { name, version, devDependencies, dependencies } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const seen = (tests: string, file: string) => titlesIn(join(root, tests), file).join('; ');
  const minified = Buffer.byteLength(await bundle(join(root, 'client/index.ts'), ['openapi-fetch']));
  const typescript = [
    'TypeScript', `\`${name}\``, `by hand in \`client/\`, on openapi-typescript ${devDependencies['openapi-typescript']} and openapi-fetch ${dependencies['openapi-fetch']}`,
    `${kilobytes(minified)} minified`, [seen('test/client', 'package.test.ts'), seen('test/client', 'chromium.test.ts')].join('; '),
  ];
  const generated = packages.map(async (one) => [
    one.language, `\`${one.name}\``, `\`redocly generate-client\` ${devDependencies['@redocly/cli']}, with \`client/${one.folder}/\``,
    await sizeOf(join(folder, one.folder)), seen('test/languages', `${one.folder}.test.ts`),
  ]);
  const made = Object.entries(recipes).map(([language, recipe]) => [
    recipe.name, 'made by you', `OpenAPI Generator ${openApiGenerator}`, 'not kept here', seen('test/languages', `${language}.test.ts`),
  ]);
  return [
    '# Clients',
    '',
    `Contract ${version}. Made by \`npm run generate\`: do not edit. \`npm run test:clients\` runs what the last column says, and \`npm test\` for TypeScript.`,
    '',
    rowOf(['Language', 'Package', 'Made by', 'Size', 'What is run']),
    '| --- | --- | --- | --- | --- |',
    ...[typescript, ...(await Promise.all(generated)), ...made].map(rowOf),
    '',
    '## Any other language',
    '',
    '`generated/openapi.yaml` is the whole contract in one file. OpenAPI Generator comes from Maven Central:',
    '',
    '```sh',
    fetchGenerator,
    '```',
    ...Object.values(recipes).flatMap((recipe) => ['', `### ${recipe.name}`, '', '```sh', recipe.script, '```', '', recipe.notes]),
    '',
    'What no generator makes is short: verify over raw bytes, and prove it with `test/vectors/`; decide by `code`; keep an idempotency key over repetitions.',
    '',
  ].join('\n');
}

function rowOf(cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

async function sizeOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(entries.filter((entry) => entry.isFile()).map(async (entry) => (await stat(join(entry.parentPath, entry.name))).size));
  return `${kilobytes(sizes.reduce((sum, size) => sum + size, 0))} in ${sizes.length} files`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0)} kB`;
}

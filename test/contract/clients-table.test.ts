import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { clientsTable } from '../../scripts/clients-table.ts';
import { fetchGenerator, recipes } from '../../scripts/openapi-generator.ts';
import { titlesIn } from '../../scripts/sources.ts';
import { toolchains } from '../../scripts/toolchains.ts';
import { root } from './contract.ts';

const written = await readFile(join(root, 'generated/clients.md'), 'utf8');
const rows = written.split('\n').filter((line) => line.startsWith('| ')).slice(2).map((line) => line.split(' | '));

describe('generated/clients.md', () => {
  it('is what the packages, their tests and their generators make it', async () => {
    expect(written).toBe(await clientsTable(root, join(root, 'generated')));
  });

  it('has TypeScript and every language that npm run test:clients runs, each with tests', () => {
    const languages = rows.map(([first = '']) => first.replace('| ', '').toLowerCase());
    expect(languages.toSorted()).toEqual(['typescript', ...Object.keys(toolchains)].toSorted());
    for (const cells of rows) expect(cells.at(-1)?.split('; ').length, cells[0]).toBeGreaterThan(2);
  });

  it('shows the commands that the tests run', () => {
    for (const command of [fetchGenerator, ...Object.values(recipes).map(({ script }) => script)]) expect(written).toContain(`\`\`\`sh\n${command}\n\`\`\``);
  });
});

describe('the titles of a test', () => {
  it('are its own and those that it imports, with what they are about where that is another thing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'planbok-titles-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'go.test.ts'), `
      import { itVerifies } from './vectors.ts';
      describe('the package', () => { it('is found', f); it.each(data)('$name', f); it(\`has \${version}\`, f); });
      describe('the examples', () => { it('are short', f); });
      itVerifies();`);
    await writeFile(join(folder, 'vectors.ts'), "export function itVerifies() { describe.each(['events', 'returns'] as const)('judges %s', (kind) => it('$name', f)); }");
    await writeFile(join(folder, 'other.ts'), "it('is not imported', f);");
    expect(titlesIn(folder, 'go.test.ts')).toEqual(['is found', 'the examples are short', 'judges events', 'judges returns']);
    expect(() => titlesIn(folder, 'java.test.ts')).toThrow('There is no test');
  });
});

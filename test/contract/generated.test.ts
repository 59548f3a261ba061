import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compareTrees } from '../../scripts/check.ts';
import { pathOperations, responsesOf, webhookOperations } from '../../scripts/openapi-document.ts';
import { typesOf } from '../../scripts/types-of.ts';
import { contract, root } from './contract.ts';

const read = (file: string): Promise<string> => readFile(join(root, file), 'utf8');

describe('generated/', () => {
  it('has the same document as YAML and as JSON, with no reference out of it', async () => {
    expect(parse(await read('generated/openapi.yaml'))).toEqual(contract);
    expect([...JSON.stringify(contract).matchAll(/"\$ref":"(?!#\/)[^"]*"/g)]).toEqual([]);
  });

  it('lists every operation with its statuses, and every webhook, in operations.md', async () => {
    const lines = (await read('generated/operations.md')).split('\n');
    for (const { method, path, operation } of pathOperations(contract)) {
      const statuses = responsesOf(contract, operation).map(([status]) => status).join(' ');
      const start = `| ${method.toUpperCase()} | \`${path}\` | ${operation.operationId} | ${statuses} |`;
      expect(lines.filter((line) => line.startsWith(start)), start).toHaveLength(1);
    }
    for (const { path, operation } of webhookOperations(contract)) {
      const start = `| \`${path}\` | ${operation.operationId} |`;
      expect(lines.filter((line) => line.startsWith(start)), start).toHaveLength(1);
    }
  });

  it('types every operation, and leaves open enums open', async () => {
    const types = await read('generated/types.ts');
    for (const { operation } of pathOperations(contract)) expect(types).toContain(`\n    ${operation.operationId}: {`);
    expect(types).toMatch(/ErrorCode: "validation_failed" \|[^;]*\| string;/);
  });

  it('says at the head of every client what makes it again', async () => {
    const clients = ['python/src/planbok_customer_custody/client.py', 'go/client.go', 'java/src/main/java/io/planbok/customercustody/Client.java', 'php/src/client.php'];
    for (const file of clients) {
      const head = (await read(`generated/${file}`)).slice(0, 500);
      expect(head, file).toContain('`npm run generate`');
      expect(head, file).not.toContain('generate-client`');
    }
  });

  it('is typed the same way twice, and the document that is given survives', async () => {
    const before = JSON.stringify(contract);
    expect(await typesOf(contract)).toBe(await typesOf(contract));
    expect(JSON.stringify(contract)).toBe(before);
  });
});

describe('compareTrees', () => {
  it('tells what is missing, left over and different, in subfolders too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'planbok-trees-'));
    try {
      const [expected, actual] = [join(folder, 'expected'), join(folder, 'actual')];
      await mkdir(join(expected, 'sub'), { recursive: true });
      await mkdir(actual);
      await writeFile(join(expected, 'same'), 'a');
      await writeFile(join(actual, 'same'), 'a');
      await writeFile(join(expected, 'changed'), 'a');
      await writeFile(join(actual, 'changed'), 'b');
      await writeFile(join(expected, 'sub/new'), 'a');
      await writeFile(join(actual, 'old'), 'a');
      expect(await compareTrees(expected, actual)).toEqual(['different  changed', 'left over  old', 'missing    sub/new']);
      expect(await compareTrees(expected, expected)).toEqual([]);
      await mkdir(join(expected, 'java/target/classes'), { recursive: true });
      await writeFile(join(expected, 'java/target/classes/built'), 'a');
      expect(await compareTrees(expected, actual), 'what tools leave').toHaveLength(3);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

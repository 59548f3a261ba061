import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { beforeAll, describe, expect, it } from 'vitest';
import { findEmptyPages } from '../../scripts/docs/build.ts';
import { findBrokenLinks } from '../../scripts/docs/check-links.ts';
import { pathOperations, webhookOperations } from '../../scripts/openapi-document.ts';
import { contract } from '../contract/contract.ts';
import { builtPortal, pagesOf } from './portal.ts';

const root = join(import.meta.dirname, '../..');

describe.each(['/', '/custody/docs/'])('the static folder under %s', (base) => {
  let folder: string;
  const read = (file: string) => readFile(join(folder, file), 'utf8');

  beforeAll(async () => {
    folder = await builtPortal(base);
  });

  it('has no link, in a page or in its Markdown copy, that leads nowhere', async () => {
    expect(await findBrokenLinks(folder, base)).toEqual([]);
  });

  it('has a page for each operation and webhook, and the sitemap has them all', async () => {
    const pages = await pagesOf(folder, base);
    const wanted = [
      ...pathOperations(contract).map(({ operation }) => `/api/operations/${operation.operationId.toLowerCase()}/`),
      ...webhookOperations(contract).map(({ operation }) => `/api/webhooks/${operation.operationId.toLowerCase()}/`),
    ];
    expect(wanted.filter((page) => !pages.includes(page))).toEqual([]);
  });

  it('has a Markdown copy of every page, which the page names', async () => {
    for (const page of await pagesOf(folder, base)) {
      const copy = page === '/' ? 'index.md' : `${page.slice(1, -1)}.md`;
      expect(await read(`${page.slice(1)}index.html`)).toContain(`<link rel="alternate" type="text/markdown" href="${base}${copy}">`);
      expect(await read(copy)).toMatch(/^# \S/);
    }
  });

  it('has the contract byte for byte', async () => {
    for (const file of ['openapi.yaml', 'openapi.json']) expect((await readFile(join(folder, file))).equals(await readFile(join(root, 'generated', file)))).toBe(true);
  });
});

describe('the Markdown copies', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await builtPortal();
  });

  it('hold what components draw: every error code, and every event', async () => {
    const errors = await readFile(join(folder, 'errors.md'), 'utf8');
    const codes = contract.components.schemas['ErrorCode']?.['x-extensible-enum'] as string[];
    expect(codes.filter((code) => !errors.includes(code))).toEqual([]);
    const webhooks = await readFile(join(folder, 'webhooks.md'), 'utf8');
    expect(Object.keys(contract.webhooks ?? {}).filter((event) => !webhooks.includes(event))).toEqual([]);
  });

  it('hold the fields, the samples and the errors of an operation', async () => {
    const text = await readFile(join(folder, 'api/operations/createcustomer.md'), 'utf8');
    expect(text).toMatch(/^- `name` \(required, string/m);
    expect(text).toMatch(/```(sh|bash)\ncurl/);
    expect(text).toContain('[`idempotency_conflict`](/errors/#idempotency_conflict)');
  });

  it('are listed in llms.txt, each with what it is for', async () => {
    const list = await readFile(join(folder, 'llms.txt'), 'utf8');
    expect(list).toContain('- [Quickstart](https://docs.example.com/quickstart.md): ');
    expect(list).toContain('- [Create customer](https://docs.example.com/api/operations/createcustomer.md): ');
    const guides = (await readdir(join(root, 'docs/src/content/docs'))).map((file) => file.replace(/\.mdx?$/, '')).filter((guide) => guide !== '404');
    expect(guides.filter((guide) => !list.includes(`/${guide}.md): `))).toEqual([]);
    expect(await readFile(join(folder, 'llms-full.txt'), 'utf8')).toContain('# Quickstart\n');
  });
});

describe('the check of links', () => {
  it('finds a page, an anchor and a base path that are wrong, and takes code and comments for no link', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'planbok-links-'));
    try {
      await writeFile(join(folder, 'index.html'), '<p id="here"><a href="/x/#here">a</a><a href="/x/#gone">b</a><a href="/x/gone/">c</a><a href="/y/">d</a><a href=\'/x/folder\'>g</a></p><!-- <a href="/x/comment/"> -->');
      await mkdir(join(folder, 'folder'));
      await writeFile(join(folder, 'index.md'), '[e](/x/missing.md)\n[h][]\n\n[h]: /x/defined.md\n\n```md\n[f](/x/code.md)\n```\n');
      const found = await findBrokenLinks(folder, '/x/');
      expect(found.map(({ link, why }) => `${link} ${why}`).sort()).toEqual([
        '/x/#gone no such anchor', '/x/defined.md no such page', '/x/folder no such page', '/x/gone/ no such page', '/x/missing.md no such page', '/y/ outside of the base path',
      ]);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('the check for empty pages', () => {
  it('finds a page that has a title only, or not even that', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'planbok-empty-'));
    try {
      await writeFile(join(folder, 'full.md'), '# Errors\n\nEvery code.\n');
      await writeFile(join(folder, 'title.md'), '# Errors\n\n');
      await writeFile(join(folder, 'nothing.md'), '# \n\n');
      expect((await findEmptyPages(folder)).sort()).toEqual(['nothing.md', 'title.md']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

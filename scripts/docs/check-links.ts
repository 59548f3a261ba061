import type { Root as HtmlTree } from 'hast';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import remarkParse from 'remark-parse';
import { type Plugin, unified } from 'unified';
import { visit } from 'unist-util-visit';

export interface BrokenLink {
  /** The file that has the link, below the folder. */
  page: string;
  link: string;
  why: 'no such page' | 'no such anchor' | 'outside of the base path';
}

interface Page {
  links: Set<string>;
  anchors: Set<string>;
}

/** Made by tools from the contract alone: their scripts write what is in them, so nothing can be looked up. */
const opaque = /^(reference|console)\//;

const docs = resolve(import.meta.dirname, '../../docs/package.json');

/** The parser is among the tools of the documentation, which are installed when it is built. */
async function loadHtmlParser(): Promise<(text: string) => HtmlTree> {
  const { default: rehypeParse } = (await import(createRequire(docs).resolve('rehype-parse'))) as { default: Plugin<[], string, HtmlTree> };
  const parser = unified().use(rehypeParse);
  return (text) => parser.parse(text);
}

function readHtml(tree: HtmlTree): Page {
  const page: Page = { links: new Set(), anchors: new Set() };
  visit(tree, 'element', ({ properties: { href, src, id } }) => {
    for (const link of [href, src]) if (typeof link === 'string') page.links.add(link);
    if (typeof id === 'string') page.anchors.add(id);
  });
  return page;
}

function readMarkdown(text: string): Page {
  const links = new Set<string>();
  visit(unified().use(remarkParse).parse(text), ['link', 'image', 'definition'], (node) => {
    if ('url' in node) links.add(node.url);
  });
  return { links, anchors: new Set() };
}

/** Every link, in the pages and in their Markdown copies, that leads to no file of the folder or to no anchor of a page. */
export async function findBrokenLinks(folder: string, base = '/'): Promise<BrokenLink[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
  const known = new Set(files);
  const parse = await loadHtmlParser();
  const pages = new Map<string, Page>();
  for (const file of files.filter((name) => /\.(html|md)$/.test(name) && !opaque.test(name))) {
    const text = await readFile(join(folder, file), 'utf8');
    pages.set(file, file.endsWith('.md') ? readMarkdown(text) : readHtml(parse(text)));
  }

  function faultOf(url: URL): BrokenLink['why'] | undefined {
    if (!url.pathname.startsWith(base)) return 'outside of the base path';
    const path = decodeURIComponent(url.pathname.slice(base.length));
    const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (!known.has(target)) return 'no such page';
    const anchor = decodeURIComponent(url.hash.slice(1));
    if (anchor === '' || anchor === '_top' || opaque.test(target)) return undefined;
    return pages.get(target)?.anchors.has(anchor) ? undefined : 'no such anchor';
  }

  const broken: BrokenLink[] = [];
  for (const [page, { links }] of pages) {
    const own = `http://portal.invalid${base}${page.replace(/index\.html$/, '')}`;
    for (const link of links) {
      const url = URL.parse(link, own);
      if (url?.host !== 'portal.invalid') continue;
      const why = faultOf(url);
      if (why !== undefined) broken.push({ page, link, why });
    }
  }
  return broken;
}

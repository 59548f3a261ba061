import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface BrokenLink {
  /** The file that has the link, below the folder. */
  page: string;
  link: string;
  why: 'no such page' | 'no such anchor' | 'outside of the base path';
}

/** Made by tools from the contract alone: their scripts write what is in them, so nothing can be looked up. */
const opaque = /^(reference|console)\//;

const entities: Record<string, string> = { '&amp;': '&', '&quot;': '"', '&#39;': "'", '&#x27;': "'", '&lt;': '<', '&gt;': '>' };
const decode = (text: string) => text.replaceAll(/&(?:amp|quot|lt|gt|#39|#x27);/g, (entity) => entities[entity] ?? entity);

function linksOf(file: string, text: string): string[] {
  if (file.endsWith('.md')) return [...text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/\]\(<?([^)\s>]+)>?\)/g)].map(([, link = '']) => link);
  const shown = text.replaceAll(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/g, (tag) => tag.slice(0, tag.indexOf('>') + 1));
  return [...shown.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, link = '']) => decode(link));
}

/** Every link, in the pages and in their Markdown copies, that leads to no page of the folder or to no anchor on it. */
export async function findBrokenLinks(folder: string, base = '/'): Promise<BrokenLink[]> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'));
  const known = new Set(files);
  const anchors = new Map<string, Set<string>>();
  const texts = new Map<string, string>();
  for (const file of files.filter((name) => /\.(html|md)$/.test(name))) {
    const text = await readFile(join(folder, file), 'utf8');
    texts.set(file, text);
    anchors.set(file, new Set([...text.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => decode(id))));
  }
  const broken: BrokenLink[] = [];
  for (const [page, text] of texts) {
    if (opaque.test(page)) continue;
    const own = `http://portal.invalid${base}${page.replace(/index\.html$/, '')}`;
    for (const link of new Set(linksOf(page, text))) {
      const url = URL.parse(link, own);
      if (url === null || url.host !== 'portal.invalid') continue;
      const say = (why: BrokenLink['why']) => broken.push({ page, link, why });
      if (!url.pathname.startsWith(base)) {
        say('outside of the base path');
        continue;
      }
      const path = decodeURIComponent(url.pathname.slice(base.length));
      const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
      if (!known.has(target)) {
        say('no such page');
        continue;
      }
      const anchor = decodeURIComponent(url.hash.slice(1));
      if (anchor !== '' && anchor !== '_top' && !opaque.test(target) && !anchors.get(target)?.has(anchor)) say('no such anchor');
    }
  }
  return broken;
}

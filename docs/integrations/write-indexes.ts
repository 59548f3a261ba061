import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyOf, type FinishedPage } from './finish-pages.ts';
import { guides } from '../guides.ts';

/** `llms.txt` lists the Markdown copies with what each is for; `llms-full.txt` is the guides in full, and the list of the operations. */
export async function writeIndexes(folder: string, pages: FinishedPage[], { base, origin }: { base: string; origin: string | undefined }): Promise<void> {
  const address = (path: string) => (origin === undefined ? `${base}${path}` : new URL(`${base}${path}`, origin).href);
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const line = ({ path, title, description }: FinishedPage) => `- [${title}](${address(copyOf(path))})${description === '' ? '' : `: ${description}`}`;
  const written = guides().flatMap(({ label, items }) => {
    const found = items.map(({ slug }) => byPath.get(slug === 'index' ? '/' : `/${slug}/`)).filter((page) => page !== undefined);
    return [{ heading: label, pages: found }];
  });
  const inFolder = (start: string) => pages.filter(({ path }) => path.startsWith(start) && !path.includes('/tags/'));
  const sections = [
    ...written,
    { heading: 'Operations', pages: inFolder('/api/operations/') },
    { heading: 'Webhooks', pages: inFolder('/api/webhooks/') },
  ];
  const start = byPath.get('/');
  const intro = `# Planbok Customer Custody\n\n> ${start?.description ?? ''}\n\nThe contract itself, complete and machine-readable: ${address('/openapi.yaml')} and ${address('/openapi.json')}.`;
  const lists = sections.map(({ heading, pages: listed }) => `## ${heading}\n\n${listed.map(line).join('\n')}`);
  await writeFile(join(folder, 'llms.txt'), `${[intro, ...lists].join('\n\n')}\n`);
  const texts = written.flatMap(({ pages: listed }) => listed.map(({ markdown }) => markdown.trim()));
  await writeFile(join(folder, 'llms-full.txt'), `${[intro, ...texts, ...lists.slice(written.length)].join('\n\n---\n\n')}\n`);
}

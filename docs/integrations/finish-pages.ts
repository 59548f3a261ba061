import type { AstroIntegration } from 'astro';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';

/** Guides, components and the contract write `/webhooks/`: under a base path that is `/base/webhooks/`. */
function underBase(html: string, base: string): string {
  if (base === '') return html;
  return html.replaceAll(/\b(href|src)="(\/(?!\/)[^"]*)"/g, (all, name: string, path: string) =>
    path === base || path.startsWith(`${base}/`) ? all : `${name}="${base}${path}"`,
  );
}

/** What is done to every page once it is written. */
export function finishPages(): AstroIntegration {
  let base = '';
  return {
    name: 'finish-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/$/, '');
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.html'));
        for (const file of files) {
          const path = join(folder, file);
          const html = await readFile(path, 'utf8');
          await writeFile(path, underBase(html, base));
        }
      },
    },
  };
}

import type { AstroIntegration } from 'astro';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { markdownOf } from './markdown-of.ts';

export interface FinishedPage {
  /** The path of the page, without the base path: `/webhooks/`. */
  path: string;
  title: string;
  description: string;
  markdown: string;
}

/** Guides, components and the contract write `/webhooks/`: under a base path that is `/base/webhooks/`. */
function underBase(html: string, base: string): string {
  if (base === '') return html;
  return html.replaceAll(/\b(href|src)="(\/(?!\/)[^"]*)"/g, (all, name: string, path: string) =>
    path === base || path.startsWith(`${base}/`) ? all : `${name}="${base}${path}"`,
  );
}

/** What a caller looks for in an answer is under `data`: it is shown without a click. */
function openData(html: string): string {
  return html.replaceAll(/(<strong[^>]*>data<\/strong>(?:(?!<details|<strong)[\s\S])*<details)(?=[ >])/g, '$1 open');
}

/** What the tools write in a way that a keyboard or a screen reader cannot use. */
function makeAccessible(html: string): string {
  return html
    // A cell without text heads nothing.
    .replaceAll(/<th([^>]*)><\/th>/g, '<td$1></td>')
    // No heading of the order h2, h3, h4: a label.
    .replaceAll(/<h5( class="sl-openapi-examples-heading[^>]*>)([\s\S]*?)<\/h5>/g, '<p$1$2</p>')
    // Code that is wider than its panel is scrolled by keyboard; a script takes this away where nothing is to be scrolled.
    .replaceAll('<pre data-language=', '<pre tabindex="0" data-language=')
    // The button is called what is written on it.
    .replace(/(<button data-open-modal[^>]*?) aria-label="Search"/, '$1')
    .replace(/<span class="sl-hidden md:sl-block([^"]*)" aria-hidden="true">/, '<span class="search-word$1">');
}

/** The page's own scripts by their hashes, and no other host. Style attributes colour the code, so styles are not hashed. */
function policyOf(html: string): string {
  const inline = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, text = '']) => text);
  const hashes = [...new Set(inline)].map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
  return [
    "default-src 'none'", `script-src 'self' 'wasm-unsafe-eval' ${hashes.join(' ')}`, "style-src 'self' 'unsafe-inline'", "img-src 'self' data:",
    "font-src 'self'", "connect-src 'self'", "manifest-src 'self'", "base-uri 'none'", "form-action 'none'",
  ].join('; ');
}

function withPolicy(html: string): string {
  const tag = `<meta http-equiv="Content-Security-Policy" content="${policyOf(html)}">`;
  // The charset must come first: browsers look for it in the first 1024 bytes.
  return html.replace(/<meta charset="utf-8"\s*\/?>/i, `$&${tag}`);
}

/** The head names the Markdown copy of the page. `/webhooks/` has it at `/webhooks.md`, the first page at `/index.md`. */
export function copyOf(path: string): string {
  return path === '/' ? '/index.md' : `${path.replace(/\/$/, '')}.md`;
}

interface FinishOptions {
  /** Called with all pages that are documentation, once they are written. */
  finished: (folder: string, pages: FinishedPage[], site: { base: string; origin: string | undefined }) => Promise<void>;
}

/** What is done to every page once it is written. */
export function finishPages({ finished }: FinishOptions): AstroIntegration {
  let base = '';
  let origin: string | undefined;
  return {
    name: 'finish-pages',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/$/, '');
        origin = config.site;
      },
      'astro:build:done': async ({ dir }) => {
        const folder = fileURLToPath(dir);
        const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.html'));
        const pages: FinishedPage[] = [];
        for (const file of files.sort()) {
          const written = await readFile(join(folder, file), 'utf8');
          let html = makeAccessible(openData(underBase(written, base)));
          if (file.endsWith('index.html')) {
            const path = `/${file.replace(/index\.html$/, '')}`;
            const copy = copyOf(path);
            const page = { path, ...markdownOf(html, base + path) };
            pages.push(page);
            await writeFile(join(folder, copy), page.markdown);
            html = html.replace('</head>', `<link rel="alternate" type="text/markdown" href="${base}${copy}"></head>`);
          }
          await writeFile(join(folder, file), withPolicy(html));
        }
        await finished(folder, pages, { base, origin });
      },
    },
  };
}

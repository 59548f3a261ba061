import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build, type Rollup } from 'vite';

const root = join(import.meta.dirname, '..', 'mock', 'gateway');

/**
 * Builds the Gateway page as one self-contained document: the same text for the same sources. Writes it where a file is
 * named.
 */
export async function buildGateway(outputFile?: string): Promise<string> {
  const { html, script, style } = await bundle();
  const page = inline(html, script, style);
  if (outputFile !== undefined) {
    await mkdir(dirname(outputFile), { recursive: true });
    await writeFile(outputFile, page);
  }
  return page;
}

interface Bundle {
  html: string;
  script: string;
  style: string;
}

async function bundle(): Promise<Bundle> {
  // Vite takes JSX and package conditions from NODE_ENV before anything else, and a test runner has set that.
  const nodeEnv = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    const result = await build({
      root,
      base: './',
      mode: 'production',
      configFile: false,
      envDir: false,
      publicDir: false,
      logLevel: 'warn',
      build: {
        write: false,
        target: 'es2022',
        assetsInlineLimit: 1_000_000,
        cssCodeSplit: false,
        modulePreload: false,
        reportCompressedSize: false,
      },
    });
    const { output } = (Array.isArray(result) ? result[0] : result) as Rollup.RollupOutput;
    return {
      html: source(output, '.html'),
      script: source(output, '.js'),
      style: source(output, '.css'),
    };
  } finally {
    if (nodeEnv === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = nodeEnv;
  }
}

function source(output: Rollup.RollupOutput['output'], ending: string): string {
  const [file, ...others] = output.filter(({ fileName }) => fileName.endsWith(ending));
  if (file === undefined || others.length > 0) throw new Error(`The page must have one ${ending} file, import it from main.tsx`);
  return file.type === 'chunk' ? file.code.trim() : String(file.source).trim();
}

/** Puts the script and the style where the document refers to them. */
function inline(html: string, script: string, style: string): string {
  if (/<\/style/i.test(style) || /<!--/.test(script)) throw new Error('The bundle has a text that would end its element early');
  // Within a script `</script` can only stand in a string or a pattern, where the backslash changes nothing.
  const safeScript = script.replaceAll(/<\/(script)/gi, '<\\/$1');
  const page = html
    .replace(/<script type="module"[^>]*><\/script>/, () => `<script type="module">${safeScript}</script>`)
    .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${style}</style>`);
  if (!page.includes('<style>') || !page.includes('<script type="module">')) throw new Error('Vite has written its tags in another way');
  return `${page.trim()}\n`;
}

if (import.meta.main) await buildGateway(join(import.meta.dirname, '..', 'generated', 'gateway.html'));

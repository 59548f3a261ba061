/**
 * `node scripts/docs/pictures.ts [-- NAME…]`: makes the pictures of the guides, each for the light and the dark theme, in
 * docs/src/assets/pictures/: drawings from what drawings.ts says, and photographs of the real Gateway page.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { launch } from '../../test/browser/browser.ts';
import { drawFlow, drawSequence, palettes } from './draw.ts';
import { flow, sequences } from './drawings.ts';
import { photographGateway } from './gateway-pictures.ts';

const root = resolve(import.meta.dirname, '../..');
const themes = ['light', 'dark'] as const;

/** Every drawing as its file, from the name to the text. */
export function drawings(): Map<string, string> {
  const files = new Map<string, string>();
  for (const theme of themes) {
    files.set(`${flow.name}-${theme}.svg`, drawFlow(flow, palettes[theme]));
    for (const sequence of sequences) files.set(`${sequence.name}-${theme}.svg`, drawSequence(sequence, palettes[theme]));
  }
  return files;
}

/** As few bytes as a page of flat colours needs: a palette, chosen by the image library of the documentation's tools. */
async function shrink(png: Buffer): Promise<Buffer> {
  const sharp = createRequire(join(root, 'docs/package.json'))('sharp') as (input: Buffer) => {
    png(options: { palette: true; quality: number; effort: number; compressionLevel: number }): { toBuffer(): Promise<Buffer> };
  };
  return await sharp(png).png({ palette: true, quality: 90, effort: 10, compressionLevel: 9 }).toBuffer();
}

if (import.meta.main) {
  const folder = join(root, 'docs/src/assets/pictures');
  await mkdir(folder, { recursive: true });
  for (const [file, svg] of drawings()) await writeFile(join(folder, file), svg);
  const browser = await launch();
  try {
    for (const theme of themes) {
      for (const { name, png } of await photographGateway(browser, theme)) {
        const small = await shrink(png);
        await writeFile(join(folder, `${name}-${theme}.png`), small);
        console.log(`${name}-${theme}.png ${Math.ceil(small.length / 1000)} kB`);
      }
    }
  } finally {
    await browser.close();
  }
}

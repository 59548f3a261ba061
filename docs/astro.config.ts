import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import starlightOpenAPI, { createOpenAPISidebarGroup } from 'starlight-openapi';
import { codeSamples } from '../scripts/code-samples.ts';
import { annotate } from '../scripts/docs/annotate.ts';
import { finishPages } from './integrations/finish-pages.ts';
import { writeIndexes } from './integrations/write-indexes.ts';
import { guides } from './guides.ts';

// The pages of the operations are made from a copy of the contract in which their plugin drops nothing.
const copy = new URL('.astro/openapi.json', import.meta.url);
const contract = JSON.parse(readFileSync(new URL('../generated/openapi.json', import.meta.url), 'utf8'));
mkdirSync(new URL('.', copy), { recursive: true });
writeFileSync(copy, JSON.stringify(await annotate(contract, codeSamples(contract))));

const operations = createOpenAPISidebarGroup();

export default defineConfig({
  trailingSlash: 'always',
  build: { assets: '_assets' },
  devToolbar: { enabled: false },
  integrations: [
    starlight({
      title: 'Planbok Customer Custody',
      description: contract.info.summary ?? 'Wallets that only their end users can use.',
      favicon: '/favicon.svg',
      titleDelimiter: '·',
      customCss: ['./src/styles/theme.css', './src/styles/operations.css'],
      components: {
        PageTitle: './src/overrides/PageTitle.astro',
        SiteTitle: './src/overrides/SiteTitle.astro',
        SocialIcons: './src/overrides/SiteLinks.astro',
      },
      routeMiddleware: './src/overrides/route-data.ts',
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
      sidebar: [...guides(), operations],
      plugins: [
        starlightOpenAPI([
          {
            base: 'api',
            schema: '.astro/openapi.json',
            sidebar: { label: 'API', group: operations, collapsed: true, operations: { badges: true, labels: 'summary' } },
            snippets: { operation: { clients: { shell: ['curl'] } }, requestBody: false, response: false },
          },
        ]),
      ],
    }),
    finishPages({ finished: writeIndexes }),
  ],
});

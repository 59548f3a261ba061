import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../browser/browser.ts';
import { servePortal, type ServedPortal } from './portal.ts';

let portals: ServedPortal[];
let browser: Browser;

beforeAll(async () => {
  portals = [await servePortal(), await servePortal('/custody/docs/')];
  browser = await launch();
});

afterAll(async () => {
  await browser?.close();
  for (const portal of portals ?? []) await portal.stop();
});

describe('the search', () => {
  it.each([
    ['an operation', 'createTransfer', /\/api\/operations\/createtransfer\//],
    ['an operation by what it does', 'rotate webhook secret', /\/api\/operations\/rotatewebhooksecret\//],
    ['a webhook', 'transaction.confirmed', /\/api\/webhooks\/ontransactionconfirmed\//],
    ['an error code', 'idempotency_conflict', /\/errors\//],
    ['a field', 'nftTokenIds', /\/api\/operations\/createtransfer\//],
    ['a guide', 'quickstart', /\/quickstart\//],
  ])('finds %s, offline, under any base path', async (_what, words, address) => {
    for (const { url } of portals) {
      const context = await browser.newContext();
      try {
        // Offline is: nothing but this site can be reached.
        await context.route((asked) => asked.origin !== new URL(url).origin, (route) => route.abort());
        const page = await context.newPage();
        await page.goto(url);
        await page.getByRole('button', { name: 'Search' }).click();
        await page.locator('.pagefind-ui__search-input').fill(words);
        const links = page.locator('.pagefind-ui__result-link');
        await links.first().waitFor({ timeout: 30_000 });
        const found = await links.evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
        expect(found.filter((path) => address.test(path) && path.startsWith(new URL(url).pathname))).not.toEqual([]);
        await page.goto(new URL(found.find((path) => address.test(path)) ?? '', url).href);
        expect(await page.locator('h1').textContent()).not.toContain('404');
      } finally {
        await context.close();
      }
    }
  });
});

import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runAxe } from '../browser/accessibility.ts';
import { launch } from '../browser/browser.ts';
import { pagesOf, servePortal, type ServedPortal } from './portal.ts';

/** The kinds of pages, and those that hold the most. */
const guides = ['', 'quickstart/', 'webhooks/', 'errors/', 'gateway/', 'mock/'];
const operations = [
  'api/operations/createcustomer/', 'api/operations/createtransfer/', 'api/operations/getchallenge/', 'api/operations/listtransactions/',
  'api/webhooks/onchallengecompleted/', 'api/webhooks/onreturntoapplication/', 'api/', 'api/operations/tags/customers/',
];

let portal: ServedPortal;
let browser: Browser;
let pages: string[];

beforeAll(async () => {
  portal = await servePortal();
  browser = await launch();
  pages = await pagesOf(portal.folder);
});

afterAll(async () => {
  await browser?.close();
  await portal?.stop();
});

async function withContext<Result>(options: Parameters<Browser['newContext']>[0], use: (context: BrowserContext) => Promise<Result>): Promise<Result> {
  const context = await browser.newContext(options);
  try {
    return await use(context);
  } finally {
    await context.close();
  }
}

interface Loaded {
  /** What the browser is sent, as it goes over the wire. */
  bytes: number;
  /** When the page can be read and used: its heading is there, its scripts have run, and the browser had the time to draw. */
  usableMs: number;
  /** The part of it in which the page's own thread had the processor: what else runs on the machine does not count. */
  workMs: number;
}

async function load(path: string): Promise<Loaded> {
  return withContext({ viewport: { width: 1440, height: 900 } }, async (context) => {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    let bytes = 0;
    await session.send('Network.enable');
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    await page.goto(portal.url + path, { waitUntil: 'load' });
    const usableMs = await page.evaluate(async () => {
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return document.querySelector('h1') === null ? Infinity : performance.now();
    });
    const { metrics } = await session.send('Performance.getMetrics');
    const workMs = (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Infinity) * 1000;
    return { bytes, usableMs, workMs };
  });
}

describe('the page of an operation', () => {
  it('sends 100 kB or less, each of them', async () => {
    const heavy: string[] = [];
    for (const path of pages.filter((page) => page.startsWith('/api/'))) {
      const { bytes } = await load(path.slice(1));
      if (bytes > 100_000) heavy.push(`${path} sends ${Math.round(bytes / 1000)} kB`);
    }
    expect(heavy).toEqual([]);
  });

  it.each(['api/operations/createcustomer/', 'api/operations/getchallenge/'])('is usable within 0.4 s: %s', async (path) => {
    const loads: Loaded[] = [];
    for (let run = 0; run < 5; run += 1) loads.push(await load(path));
    const seen = loads.map(({ usableMs, workMs }) => `${Math.round(usableMs)} ms, of which ${Math.round(workMs)} ms are work`);
    // On a machine that has nothing else to do both are the same. On a busy one only the work can be held to a limit.
    const median = loads.map(({ usableMs, workMs }) => Math.min(usableMs, workMs)).sort((one, other) => one - other)[2] ?? Infinity;
    expect(median, seen.join('; ')).toBeLessThan(400);
  });

  it('leads into the console', async () => {
    await withContext({}, async (context) => {
      const page = await context.newPage();
      await page.goto(`${portal.url}api/operations/createcustomer/`);
      expect(await page.getByRole('link', { name: 'Try it' }).getAttribute('href')).toBe('/console/#createCustomer');
    });
  });
});

describe('every page', () => {
  it('asks no other origin for anything, and breaks no rule of its own policy', async () => {
    const faults: string[] = [];
    await withContext({}, async (context) => {
      const page = await context.newPage();
      const origin = new URL(portal.url).origin;
      page.on('request', (request) => {
        const { protocol, origin: asked } = new URL(request.url());
        if (protocol.startsWith('http') && asked !== origin) faults.push(`${page.url()} asked ${request.url()}`);
      });
      page.on('console', (message) => message.type() === 'error' && faults.push(`${page.url()}: ${message.text()}`));
      page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`));
      page.on('response', (response) => response.status() >= 400 && faults.push(`${page.url()}: ${response.status()} ${response.url()}`));
      for (const path of [...pages, '/console/', '/reference/']) await page.goto(portal.url + path.slice(1), { waitUntil: 'networkidle' });
    });
    expect(faults).toEqual([]);
  });

  it('says on its first screen what it is for, without JavaScript', async () => {
    const silent: string[] = [];
    for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
      await withContext({ javaScriptEnabled: false, viewport }, async (context) => {
        const page = await context.newPage();
        for (const path of pages) {
          await page.goto(portal.url + path.slice(1));
          const heading = await page.locator('h1').first().boundingBox();
          // The first sentence of the page: a lead under the title, or the first paragraph of the text.
          const sentence = page.locator('.page-lead, .sl-markdown-content p').first();
          const box = await sentence.boundingBox();
          const text = (await sentence.textContent())?.trim() ?? '';
          const isSeen = heading !== null && box !== null && box.y + 20 < viewport.height && text.length > 15;
          if (!isSeen) silent.push(`${path} at ${viewport.width}: ${text}`);
        }
      });
    }
    expect(silent).toEqual([]);
  });

  it('has a title and a description of its own', async () => {
    const seen = new Map<string, string>();
    const faults: string[] = [];
    await withContext({ javaScriptEnabled: false }, async (context) => {
      const page = await context.newPage();
      for (const path of pages.filter((name) => !name.includes('/tags/') && name !== '/api/')) {
        await page.goto(portal.url + path.slice(1));
        const description = (await page.locator('meta[name=description]').getAttribute('content')) ?? '';
        if (description.length < 12) faults.push(`${path} is described by "${description}"`);
        const other = seen.get(description);
        if (other !== undefined) faults.push(`${path} is described like ${other}`);
        seen.set(description, path);
      }
    });
    expect(faults).toEqual([]);
  });
});

describe.each(['light', 'dark'] as const)('in the %s', (colorScheme) => {
  it.each([1440, 390])('axe-core finds nothing, %i pixels wide', async (width) => {
    const found: string[] = [];
    await withContext({ colorScheme, viewport: { width, height: 900 } }, async (context) => {
      const page = await context.newPage();
      for (const path of [...guides, ...operations, '404.html']) {
        await page.goto(portal.url + path, { waitUntil: 'load' });
        for (const fault of (await runAxe(page)).found) found.push(`/${path}: ${fault}`);
      }
    });
    expect(found).toEqual([]);
  });

  it('no page is wider than a phone', async () => {
    const wide: string[] = [];
    await withContext({ colorScheme, viewport: { width: 390, height: 844 } }, async (context) => {
      const page: Page = await context.newPage();
      for (const path of [...guides, ...operations]) {
        await page.goto(portal.url + path, { waitUntil: 'load' });
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > 390) wide.push(`/${path} is ${width} pixels wide`);
      }
    });
    expect(wide).toEqual([]);
  });
});

describe('an address that leads nowhere', () => {
  it('is answered with a page that leads on', async () => {
    const response = await fetch(`${portal.url}nothing/here/`);
    expect(response.status).toBe(404);
    const text = await response.text();
    expect(text).toContain('<h1');
    expect(text).toContain('href="/quickstart/"');
  });
});

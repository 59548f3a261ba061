import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';

export interface Visit {
  page: Page;
  context: BrowserContext;
}

export interface VisitOptions {
  phone?: boolean;
  /** The URL of a proxy that everything goes through. */
  proxy?: string;
  /** The complaints that the visit is about, in order: a refused call as `403 approve`. Any other one fails the test. */
  complaints?: unknown[];
  /** Sees the context before its first page. */
  prepare?: (context: BrowserContext) => unknown;
}

/** A user with a browser of their own. Whatever the browser complains about is held against the page. */
export async function visit(
  browser: Browser,
  use: (visit: Visit) => Promise<void>,
  { phone = false, proxy, complaints = [], prepare }: VisitOptions = {},
): Promise<void> {
  const context = await browser.newContext({
    ...(proxy === undefined ? {} : { proxy: { server: proxy } }),
    reducedMotion: 'reduce',
    locale: 'en-GB',
    ...(phone ? { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } : { viewport: { width: 1440, height: 900 } }),
  });
  const heard: string[] = [];
  context.on('weberror', (error) => heard.push(error.error().message));
  context.on('console', (message) => {
    const failed = /^Failed to load resource: (?:.*status of (\d+)|net::(\w+))/.exec(message.text());
    const called = message.location().url.split('/').at(-1);
    heard.push(failed === null ? message.text() : `${failed[1] ?? failed[2]} ${called}`);
  });
  try {
    await prepare?.(context);
    const page = await context.newPage();
    await use({ page, context });
    expect(heard).toEqual(complaints);
  } finally {
    await context.close();
  }
}

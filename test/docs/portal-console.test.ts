import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningMock, startMock } from '../../mock/start-mock.ts';
import { launch } from '../browser/browser.ts';
import { servePortal, type ServedPortal } from './portal.ts';

let portal: ServedPortal;
let mock: RunningMock;
let browser: Browser;

beforeAll(async () => {
  [portal, mock, browser] = [await servePortal(), await startMock(), await launch()];
});

afterAll(async () => {
  await browser?.close();
  await mock?.stop();
  await portal?.stop();
});

async function customers(): Promise<{ name: string }[]> {
  const response = await fetch(`${mock.apiUrl}/v2/customers`, { headers: { 'PLANBOK-X-API-KEY': mock.keys.apiKey } });
  return ((await response.json()) as { data: { name: string }[] }).data;
}

describe('the console', () => {
  it('runs createCustomer against the mock, from its own origin, as often as one likes', async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const refused: string[] = [];
    try {
      const page = await context.newPage();
      page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
      const asked = new Set<string>();
      page.on('request', (request) => request.url().startsWith('http') && asked.add(new URL(request.url()).origin));
      // Another port than 4010, so that no mock that runs already is called.
      await page.goto(`${portal.url}console/?api=${encodeURIComponent(mock.apiUrl)}#createCustomer`);
      await page.getByRole('button', { name: /^Test Request.*post \/v2\/customers\)/s }).click();
      const send = page.getByRole('button', { name: /^Send/ }).first();
      for (const call of [1, 2]) {
        const answered = page.waitForResponse((response) => response.url() === `${mock.apiUrl}/v2/customers` && response.request().method() === 'POST');
        await send.click();
        const response = await answered;
        expect([call, response.status(), response.headers()['idempotent-replayed']]).toEqual([call, 201, undefined]);
        expect(response.request().headers()['planbok-x-api-key']).toBe('pk_sandbox_full');
        expect(new URL(response.request().headers()['referer'] ?? '').origin).toBe(new URL(portal.url).origin);
      }
      expect((await customers()).map(({ name }) => name)).toEqual(['Ada Lovelace', 'Ada Lovelace']);
      expect([...asked].sort()).toEqual([new URL(portal.url).origin, mock.apiUrl].sort());
      expect(refused).toEqual([]);
    } finally {
      await context.close();
    }
  });

  it('calls nothing but this machine, whatever its address says', async () => {
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(`${portal.url}console/?api=${encodeURIComponent('https://evil.example.com')}#createCustomer`);
      await page.getByRole('button', { name: /^Test Request.*post \/v2\/customers\)/s }).click();
      await page.getByText('http://localhost:4010').first().waitFor();
      expect(await page.getByText('evil.example.com').count()).toBe(0);
      const failed = await page.evaluate(() => fetch('https://evil.example.com/').then(() => 'reached', (error: unknown) => String(error)));
      expect(failed).not.toBe('reached');
    } finally {
      await context.close();
    }
  });
});

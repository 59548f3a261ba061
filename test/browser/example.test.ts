import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { verifyMessage } from 'viem';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startApplication } from '../../docs/examples/server.ts';
import { launch } from './browser.ts';
import * as gateway from './gateway-screens.ts';
import { heading } from './gateway-screens.ts';
import { apiKey, startMockProcess, type MockProcess } from './mock-process.ts';

const webhookSecret = 'whsec_example_test';
const pin = '493817';

let mock: MockProcess;
let application: Awaited<ReturnType<typeof startApplication>>;
let browser: Browser;

/** A port that is free: the mock must know the application's before it starts. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Goes back to the application without waiting to be taken there. */
async function goBack(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Return to/ }).click();
  await heading(page, 'Ada Lovelace');
}

beforeAll(async () => {
  const port = await freePort();
  const options = ['--webhook-secret', webhookSecret, '--webhook-url', `http://localhost:${port}/webhooks`];
  [mock, browser] = await Promise.all([startMockProcess(options), launch()]);
  application = await startApplication({ port, apiUrl: mock.apiUrl, apiKey, webhookSecret });
});

afterAll(async () => {
  await browser?.close();
  application?.close();
  await mock?.stop();
});

describe('the example application', () => {
  it('has fewer than 200 lines, the page included', () => {
    const lines = ['server.ts', 'page.ts'].flatMap((file) => readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'examples', file), 'utf8').trimEnd().split('\n'));
    expect(lines.length).toBeLessThan(200);
  });

  it('takes a new user from the sign-up to a signature, and shows every webhook', async () => {
    const page = await browser.newPage();
    const told = () => page.getByRole('status').innerText();
    await page.goto(application.origin);
    await page.getByRole('button', { name: 'Sign up' }).click();
    await heading(page, 'Ada Lovelace');

    await page.getByRole('button', { name: 'Set up my PIN' }).click();
    await heading(page, 'Set your PIN');
    await gateway.choosePin(page, 'PIN', pin);
    await gateway.chooseQuestions(page, { pet: 'Rex', city: 'Lagos' });
    await page.getByRole('button', { name: 'Finish' }).click();
    await heading(page, 'Your PIN is set');
    await goBack(page);
    expect(await told()).toBe('initialize verified');

    await page.getByRole('button', { name: 'Create my wallets' }).click();
    await heading(page, 'Provision New Wallets');
    await gateway.approve(page, pin);
    await heading(page, 'Your wallets are ready');
    await goBack(page);
    expect(await told()).toBe('create-wallet verified');
    const [, address = ''] = /ETH-SEPOLIA: (0x[0-9a-fA-F]{40})/.exec(await page.getByRole('list').first().innerText()) ?? [];

    await page.getByRole('button', { name: 'Sign in to Example' }).click();
    await heading(page, 'Sign a message');
    await gateway.approve(page, pin);
    await goBack(page);
    const [, signature = ''] = /^sign-message verified: (0x[0-9a-f]{130})$/.exec(await told()) ?? [];
    expect(await verifyMessage({ address: address as `0x${string}`, message: 'Sign in to Example', signature: signature as `0x${string}` })).toBe(true);

    await expect
      .poll(async () => {
        await page.reload();
        return page.getByRole('listitem').allInnerTexts();
      }, { timeout: 10_000 })
      .toEqual(expect.arrayContaining([expect.stringMatching(/^customer\.pin_setup /), expect.stringMatching(/^wallet\.created /), expect.stringMatching(/^challenge\.completed /)]));
    await page.close();
  });

  it('tells a user who says no', async () => {
    const page = await browser.newPage();
    await page.goto(application.origin);
    await page.getByRole('button', { name: 'Sign up' }).click();
    await page.getByRole('button', { name: 'Set up my PIN' }).click();
    await heading(page, 'Set your PIN');
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Reject request' }).click();
    await heading(page, 'Rejected');
    await goBack(page);
    expect(await page.getByRole('status').innerText()).toBe('initialize failed (rejected)');
    await page.close();
  });

  it('believes no return and no webhook that is forged or old, and starts nothing for another page', async () => {
    const { origin } = application;
    const sign = (text: string, secret = webhookSecret) => createHmac('sha256', secret).update(text).digest('hex');
    const now = String(Math.floor(Date.now() / 1000));
    const post = (timestamp: string, signature: string) =>
      fetch(`${origin}/webhooks`, {
        method: 'POST',
        headers: { 'X-Webhook-Timestamp': timestamp, 'X-Webhook-Signature': `sha256=${signature}` },
        body: '{"idempotencyKey":"1","event":"wallet.created","data":{}}',
      });
    const signed = (timestamp: string, secret?: string) => sign(`${timestamp}.{"idempotencyKey":"1","event":"wallet.created","data":{}}`, secret);
    const old = String(Number(now) - 301);
    expect((await post(now, signed(now, 'another'))).status).toBe(401);
    expect((await post(old, signed(old))).status).toBe(401);
    expect((await post(now, '')).status).toBe(401);
    expect((await post(now, signed(now))).status).toBe(204);

    const challengeId = '6999f9b0b1c2d3e4f5a60718';
    const query = new URLSearchParams({ challengeId, status: 'verified', state: 'mine', timestamp: now, signature: sign(`${now}.${challengeId}.verified.mine`) });
    expect((await fetch(`${origin}/back?${query}`)).status).toBe(400);
    expect((await fetch(`${origin}/sign-up`, { method: 'POST', headers: { Origin: 'http://evil.example' } })).status).toBe(404);
    expect((await fetch(`${origin}/sign-up`, { method: 'POST' })).status).toBe(404);
  });
});

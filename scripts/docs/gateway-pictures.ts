import type { Browser, Page } from 'playwright-core';
import { startMock } from '../../mock/start-mock.ts';

/** A screen of the Gateway page, as a PNG with two pixels for each of CSS. */
export interface Shot {
  name: string;
  png: Buffer;
}

const pin = '493817';
const patience = { timeout: 30_000 };

/** Takes the pictures of the real page, in one colour scheme, with a seeded mock behind it: the same ids, addresses and fees each time. */
export async function photographGateway(browser: Browser, colorScheme: 'light' | 'dark'): Promise<Shot[]> {
  await using mock = await startMock({ seed: 1, scenario: 'funded', branding: { name: 'Example Wallet' } });
  const { scenario } = mock;
  const customer = scenario?.customer;
  const wallet = scenario?.wallets[0];
  if (customer === undefined || wallet === undefined) throw new Error('The scenario "funded" has prepared no customer with a wallet.');

  const ask = async (path: string, body: object): Promise<{ id: string; redirectUrl: string }> => {
    const response = await fetch(`${mock.apiUrl}${path}`, {
      method: 'POST',
      headers: { 'PLANBOK-X-API-KEY': mock.keys.apiKey, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    const { data, message } = (await response.json()) as { data?: { id: string; redirectUrl: string }; message: string };
    if (data === undefined) throw new Error(`POST ${path}: ${message}`);
    return data;
  };
  const back = { redirectUrl: 'https://app.example.com/back' };

  const context = await browser.newContext({
    viewport: { width: 360, height: 640 },
    deviceScaleFactor: 2,
    colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  const page = await context.newPage();
  const shots: Shot[] = [];
  const shoot = async (name: string): Promise<void> => {
    // The picture is as high as what there is to see.
    const height = await page.evaluate(() => Math.ceil(document.querySelector('main')?.getBoundingClientRect().bottom ?? 640) + 16);
    shots.push({ name, png: await page.screenshot({ fullPage: true, clip: { x: 0, y: 0, width: 360, height } }) });
  };
  const open = async ({ redirectUrl }: { redirectUrl: string }, heading: string): Promise<Page> => {
    await page.goto('about:blank');
    await page.goto(redirectUrl);
    await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor(patience);
    return page;
  };

  const grace = await ask('/v2/customers', { name: 'Grace Hopper', refId: 'user-1002' });
  await open(await ask(`/v2/customers/${grace.id}/initialize`, back), 'Set your PIN');
  await shoot('gateway-choose-pin');
  await page.getByLabel('PIN', { exact: true }).fill(pin);
  await page.getByLabel('Repeat the PIN', { exact: true }).fill(pin);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: /^Security questions/ }).waitFor(patience);
  await shoot('gateway-recovery');

  const transfer = { ...back, walletId: wallet.id, destinationAddress: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8', amounts: ['0.1'] };
  await open(await ask(`/v2/customers/${customer.id}/transactions/transfer`, transfer), 'Send 0.1 ETH');
  await shoot('gateway-approve-transfer');
  await page.getByLabel('Enter your PIN to approve').fill(pin);
  // It goes back to the application by itself after three seconds; the picture is of the first of them.
  await page.route('https://app.example.com/**', (route) => route.abort());
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Approved and sent' }).waitFor(patience);
  await shoot('gateway-done');

  const message = { ...back, walletId: wallet.id, message: 'Sign in to Example, nonce 32891756' };
  await open(await ask(`/v2/customers/${customer.id}/sign/message`, message), 'Sign a message');
  await shoot('gateway-approve-message');
  await page.getByLabel('Enter your PIN to approve').fill('271904');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor(patience);
  await shoot('gateway-wrong-pin');

  await context.close();
  return shots;
}

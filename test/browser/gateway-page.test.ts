import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GatewayChallenge } from '../../mock/gateway/contract.ts';
import { runAxe } from './accessibility.ts';
import { launch } from './browser.ts';
import { startGatewayStub, stubCode, stubPin, type GatewayStub } from './gateway-stub.ts';

/** Name a folder to get a picture of every screen: `SCREENSHOTS=/tmp/screens npx vitest run test/browser/gateway-page.test.ts`. */
const pictures = process.env['SCREENSHOTS'];
const newPin = '830264';

const sizes = [
  { name: '1440', width: 1440, height: 900 },
  { name: '390', width: 390, height: 844 },
];

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

interface Visit {
  page: Page;
  stub: GatewayStub;
  /** What the page complained about: errors of scripts and of the policy. Failed calls are not among them. */
  complaints: string[];
}

async function visit(changes: Partial<GatewayChallenge>, use: (visit: Visit) => Promise<void>): Promise<void> {
  const stub = await startGatewayStub(changes);
  const context = await browser.newContext({ reducedMotion: 'reduce', viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (!message.text().startsWith('Failed to load resource')) complaints.push(message.text());
  });
  try {
    await use({ page, stub, complaints });
    expect(complaints).toEqual([]);
  } finally {
    await context.close();
    await stub.close();
  }
}

async function heading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name }).waitFor({ timeout: 30_000 });
}

/** Holds the screen to what every screen must be, at both sizes and in both colour schemes. */
async function inspect(page: Page, name: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect.soft((await runAxe(page)).found, `${name}, ${size.name}, ${colorScheme}`).toEqual([]);
      if (pictures !== undefined) {
        await page.screenshot({ path: join(pictures, `${name}.${size.name}.${colorScheme}.png`), fullPage: true, caret: 'initial' });
      }
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  for (const width of [320, 720]) {
    // 320 CSS pixels are also what a window of 1280 shows at a zoom of 400 %, and 720 what one of 1440 shows at 200 %.
    await page.setViewportSize({ width, height: 640 });
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth), `${name} scrolls sideways at ${width}`).toBeLessThanOrEqual(width);
    expect.soft(await smallTargets(page), `${name} has small targets at ${width}`).toEqual([]);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}

function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>('button, a, input, select, summary'))
      .filter((element) => element.getBoundingClientRect().height < 44)
      .map((element) => element.outerHTML),
  );
}

const setPin: Partial<GatewayChallenge> = {
  task: 'initialize',
  action: 'set-pin',
  display: {
    title: 'Set your PIN',
    lines: [
      { label: 'Customer', value: 'Ada Lovelace' },
      { label: 'Application', value: 'app.example.com' },
      { label: 'What happens', value: 'You choose a six-digit PIN and a way to recover it.' },
    ],
    warnings: [],
    payloadHash: '0x2c5679a78d505030a2b076f4aa45f45f7540e13a191f62445cf3bf98de541513',
  },
};

function titled(title: string): GatewayChallenge['display'] {
  return { ...setPin.display, title, lines: [], warnings: [], payloadHash: '0xd572256a882cb622950cf76e878dc1408a034cde872e110b17d509159b69224a' };
}

const setRecovery: Partial<GatewayChallenge> = { task: 'recovery', action: 'set-recovery', display: titled('Set up recovery') };
const changePin: Partial<GatewayChallenge> = { task: 'update-pin', action: 'change-pin', display: titled('Change your PIN') };
const resetPin: Partial<GatewayChallenge> = { task: 'reset-pin', action: 'reset-pin', display: titled('Reset your PIN') };
const resetByEmail: Partial<GatewayChallenge> = {
  ...resetPin,
  recovery: { methods: ['questions', 'email'], method: 'email', email: 'a**@example.com', questionCatalogue: [] },
};

const transfer: Partial<GatewayChallenge> = {
  task: 'transfer',
  display: {
    title: 'Send 1.5 ETH',
    lines: [
      { label: 'Customer', value: 'Ada Lovelace' },
      { label: 'Application', value: 'app.example.com' },
      { label: 'From', value: '0x9858EfFD232B4033E47d90003D41EC34EcaEda94' },
      { label: 'To', value: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8' },
      { label: 'Amount', value: '1.5 ETH' },
      { label: 'Network', value: 'Ethereum Sepolia (ETH-SEPOLIA)' },
      { label: 'Memo', value: 'Invoice 2026-031' },
    ],
    fee: { amount: '0.00042', symbol: 'ETH', level: 'medium' },
    decodedCall: {
      function: 'approve(address,uint256)',
      arguments: [
        { name: 'spender', type: 'address', value: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8' },
        { name: 'amount', type: 'uint256', value: '115792089237316195423570985008687907853269984665640564039457584007913129639935' },
      ],
    },
    warnings: [{ code: 'unlimited_approval', message: 'This lets the spender take all of this token from your wallet, now and later.' }],
    payloadHash: '0x2c5679a78d505030a2b076f4aa45f45f7540e13a191f62445cf3bf98de541513',
  },
};

function line(label: string, value: string): { label: string; value: string } {
  return { label, value };
}

const typedData: Partial<GatewayChallenge> = {
  task: 'sign-typed-data',
  display: {
    ...titled('Sign typed data'),
    lines: [
      line('Blockchain', 'Ethereum Sepolia (ETH-SEPOLIA)'),
      line('Wallet', '0x919538116b4F25f1CE01429fd9Ed7964556bf565'),
      line('Type', 'PermitBatch'),
      line('domain.name', 'Permit2'),
      line('domain.chainId', '11155111'),
      line('domain.verifyingContract', '0x000000000022D473030F116dDEE9F6B43aC78BA3'),
      line('message.details[0].token', '0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238'),
      line('message.details[0].amount', '1461501637330902918203684832716283019655932542975'),
      line('message.details[0].expiry.at', '1772445900'),
      line('message.details[0].expiry.a.b.c.d', 'deep'),
      line('message.details[1].token', '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'),
      line('message.details[1].amount', '25000000'),
      line('message.spender', '0x3bFA4769FB09eefC5a80d6E87c3B9C650f7Ae48E'),
      line('message.tags', '[]'),
      line('Note', 'Swap 25 USDC'),
    ],
    warnings: [
      { code: 'first_time_recipient', message: 'You have never sent anything to this address.' },
      { code: 'unlimited_approval', message: '0x3bFA4769FB09eefC5a80d6E87c3B9C650f7Ae48E will be able to take all your USDC, now and later.' },
      { code: 'unverified_token', message: 'Nobody has verified the token at 0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238.' },
    ],
  },
};

const longList: Partial<GatewayChallenge> = {
  task: 'sign-transaction',
  display: {
    ...titled('Sign a transaction'),
    lines: Array.from({ length: 200 }, (_, at) => line(`Instruction ${at + 1}`, at % 3 === 0 ? '0x70997970C51812dc3A010C7d01b50e0d17dc79C8' : 'transfer')),
  },
};

const longMessage: Partial<GatewayChallenge> = {
  task: 'sign-message',
  display: {
    ...titled('Sign a message'),
    lines: [
      line('Blockchain', 'Ethereum Sepolia (ETH-SEPOLIA)'),
      line('Message', `first words ${'All that I agree to, and more. '.repeat(2114).slice(0, 65_513)} last words`),
      line('Note', 'Terms of use'),
    ],
  },
};

const exported: Partial<GatewayChallenge> = {
  task: 'export-private-keys',
  display: {
    ...titled('Export your private keys'),
    lines: [line('Wallets', '4')],
    warnings: [{ code: 'private_keys_leave', message: 'Whoever has this file can spend everything in these wallets. Keep it offline.' }],
  },
};

const hostile: Partial<GatewayChallenge> = {
  task: 'sign-message',
  customer: { name: `مريم ${'Ada-Augusta-King-Countess-of-Lovelace-'.repeat(3)}` },
  application: { origin: `https://${'very-long-name.'.repeat(8)}example.com` },
  branding: { name: 'A very long brand name that nobody has ever thought would fit', color: '#ffe600' },
  display: {
    title: 'Sign a message',
    lines: [
      { label: 'Message', value: `Pay \u202Eeht rekcatta\u202C <img src=x onerror=alert(1)>\nline two\u200B\n${'unbroken'.repeat(40)}` },
      { label: 'Memo', value: 'مرحبا 0x9858EfFD232B4033E47d90003D41EC34EcaEda94 שלום' },
      { label: 'A'.repeat(60), value: 'B'.repeat(300) },
    ],
    warnings: [],
    payloadHash: '0x2c5679a78d505030a2b076f4aa45f45f7540e13a191f62445cf3bf98de541513',
  },
};

const approveField = 'Enter your PIN to approve';

async function typePin(page: Page, label: string, pin: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(pin);
}

async function approveWith(page: Page, pin: string): Promise<void> {
  await typePin(page, approveField, pin);
  await page.keyboard.press('Enter');
}

async function chooseNewPin(page: Page, field: string, pin = newPin): Promise<void> {
  await typePin(page, field, pin);
  await typePin(page, 'Repeat the PIN', pin);
  await page.keyboard.press('Enter');
}

async function answerSetup(page: Page): Promise<void> {
  await page.getByLabel('First question', { exact: true }).last().selectOption('first-pet');
  await page.getByLabel('Second question', { exact: true }).last().selectOption('birth-city');
  await page.getByLabel('Your answer').first().fill('Rex');
  await page.getByLabel('Your answer').last().fill('Lagos');
}

async function toRecovery(page: Page): Promise<void> {
  await chooseNewPin(page, 'PIN');
  await heading(page, 'Set up recovery');
}

async function toCode(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^E-mail/ }).click();
  await page.getByLabel('E-mail address').fill('ada@example.com');
  await page.getByRole('button', { name: 'Send code' }).click();
  await heading(page, 'Check your e-mail');
}

interface Case {
  screen: string;
  challenge: Partial<GatewayChallenge>;
  fragment?: string;
  /** Leads to the screen. */
  reach?: (visit: Visit) => Promise<void>;
  title: string | RegExp;
  says?: string | RegExp;
}

const minute = 60_000;
const inHalfAnHour = (): string => new Date(Date.now() + 29.5 * minute).toISOString();

const cases: Case[] = [
  { screen: 'loading-slow', challenge: {}, reach: async ({ stub }) => stub.plan('challenge', { delayMs: 20_000 }), title: 'Opening your request', says: 'takes longer than usual' },
  { screen: 'create-wallet', challenge: {}, title: 'Provision New Wallets', says: 'NEAR Testnet (NEAR-TESTNET)' },
  { screen: 'transfer', challenge: transfer, title: 'Send 1.5 ETH', says: 'This lets the spender take all' },
  { screen: 'typed-data', challenge: typedData, title: 'Sign typed data', says: 'details[1]' },
  { screen: 'long-list', challenge: longList, title: 'Sign a transaction', says: '200 lines: scroll to read all.' },
  { screen: 'long-message', challenge: longMessage, title: 'Sign a message', says: '65,536 characters: scroll to read all.' },
  {
    screen: 'insufficient-funds',
    challenge: transfer,
    reach: async ({ page, stub }) => {
      const message = 'Insufficient funds for transaction: the wallet has 0.05 ETH, the transfer needs 1.5 ETH and a fee of 0.00042 ETH.';
      stub.plan('approve', { status: 422, code: 'insufficient_funds', message });
      await approveWith(page, stubPin);
    },
    title: 'Send 1.5 ETH',
    says: /the wallet has 0\.05 ETH.*Nothing was sent\. Put more into the wallet and enter your PIN again, or reject the request\.(?!\s*Request)/s,
  },
  {
    screen: 'broadcast-failed',
    challenge: transfer,
    reach: async ({ page, stub }) => {
      stub.plan('approve', { fails: { code: 'broadcast_failed', message: 'The chain refused the transaction: nonce too low.' } });
      await approveWith(page, stubPin);
      await page.getByRole('button', { name: 'Stay on this page' }).click();
    },
    title: 'It could not be sent',
    says: 'The chain refused the transaction: nonce too low. Nothing was spent.',
  },
  {
    screen: 'signing-failed',
    challenge: typedData,
    reach: async ({ page, stub }) => {
      stub.plan('approve', { fails: { code: 'signing_failed', message: 'The nodes could not sign.' } });
      await approveWith(page, stubPin);
      await page.getByRole('button', { name: 'Stay on this page' }).click();
    },
    title: 'It could not be signed',
    says: 'The nodes could not sign. Nothing was signed, and nothing has changed.',
  },
  {
    screen: 'export-lost',
    challenge: exported,
    reach: async ({ page, stub }) => {
      stub.plan('approve', { breaksAfter: true });
      await approveWith(page, stubPin);
    },
    title: 'The file did not arrive',
    says: 'Ask your application for a new export.',
  },
  {
    screen: 'export-used',
    challenge: { ...exported, status: 'verified', returnUrl: 'https://app.example.com/wallet?status=verified' },
    title: 'This link was used already',
    says: 'ask your application for a new export',
  },
  { screen: 'export', challenge: exported, title: 'Export your private keys', says: 'Be careful' },
  { screen: 'hostile-values', challenge: hostile, title: 'Sign a message', says: 'U+202E right-to-left override' },
  {
    screen: 'pin-incomplete',
    challenge: {},
    reach: async ({ page }) => approveWith(page, '123'),
    title: 'Provision New Wallets',
    says: 'Enter all six digits of your PIN.',
  },
  {
    screen: 'pin-wrong',
    challenge: {},
    reach: async ({ page }) => approveWith(page, '111119'),
    title: 'Provision New Wallets',
    says: 'That PIN is not right. 4 attempts are left.',
  },
  {
    screen: 'pin-wrong-last',
    challenge: { attemptsRemaining: 2 },
    reach: async ({ page }) => approveWith(page, '111119'),
    title: 'Provision New Wallets',
    says: 'One attempt is left before you are locked out.',
  },
  {
    screen: 'locked-by-fifth',
    challenge: { attemptsRemaining: 1 },
    reach: async ({ page }) => approveWith(page, '111119'),
    title: 'PIN entry is locked',
    says: /Return to/,
  },
  { screen: 'locked', challenge: { lockedUntil: inHalfAnHour(), attemptsRemaining: 0 }, title: 'PIN entry is locked', says: /nobody can enter the PIN until .*2\d:\d\d/s },
  {
    screen: 'busy-slow',
    challenge: {},
    reach: async ({ page, stub }) => {
      stub.plan('approve', { delayMs: 20_000 });
      await approveWith(page, stubPin);
    },
    title: 'Provision New Wallets',
    says: 'This takes longer than usual. Keep this page open.',
  },
  {
    screen: 'connection-lost',
    challenge: {},
    reach: async ({ page, stub }) => {
      stub.plan('approve', { breaks: true });
      await approveWith(page, stubPin);
    },
    title: 'Provision New Wallets',
    says: 'The connection was lost.',
  },
  {
    screen: 'no-connection',
    challenge: {},
    reach: async ({ stub }) => [1, 2, 3].forEach(() => stub.plan('challenge', { breaks: true })),
    title: 'No connection',
    says: 'Try again',
  },
  {
    screen: 'unknown-error',
    challenge: {},
    reach: async ({ page, stub }) => {
      stub.plan('approve', { status: 409, code: 'something_new', message: 'A rule that this page does not know forbids it.' });
      await approveWith(page, stubPin);
    },
    title: 'Provision New Wallets',
    says: /A rule that this page does not know forbids it\.\s*Request req_6999f9b0b1c2d3e4/,
  },
  {
    screen: 'server-error-at-start',
    challenge: {},
    reach: async ({ stub }) => stub.plan('challenge', { status: 500, code: 'internal_error', message: 'Broken' }),
    title: 'This did not work',
    says: 'Something went wrong on the server.',
  },
  { screen: 'link-incomplete', challenge: {}, fragment: '', title: 'This link is incomplete' },
  { screen: 'link-cut-off', challenge: {}, fragment: 'Zk3v9uJb1xQm7Rt0', title: 'This link is incomplete' },
  {
    screen: 'link-invalid',
    challenge: {},
    reach: async ({ stub }) => stub.plan('challenge', { status: 401, code: 'gateway_token_invalid', message: 'Wrong token' }),
    title: 'This link does not work',
  },
  {
    screen: 'link-unknown',
    challenge: {},
    reach: async ({ stub }) => stub.plan('challenge', { status: 404, code: 'challenge_not_found', message: 'Not found' }),
    title: 'There is no such request',
  },
  {
    screen: 'link-expired',
    challenge: { status: 'failed', failure: { code: 'expired', message: 'Too late' }, returnUrl: 'https://app.example.com/wallet?status=failed' },
    title: 'This request has expired',
    says: 'Return to app.example.com',
  },
  { screen: 'link-used', challenge: { status: 'verified', returnUrl: 'https://app.example.com/wallet?status=verified' }, title: 'This link was used already' },
  {
    screen: 'link-cancelled',
    challenge: { status: 'failed', failure: { code: 'cancelled', message: 'The application cancelled the challenge.' }, returnUrl: 'https://app.example.com/' },
    title: 'This request was cancelled',
  },
  { screen: 'reject', challenge: {}, reach: async ({ page }) => page.getByRole('button', { name: 'Reject' }).click(), title: 'Reject this request?' },
  {
    screen: 'rejected',
    challenge: {},
    reach: async ({ page }) => {
      await page.getByRole('button', { name: 'Reject' }).click();
      await page.getByRole('button', { name: 'Reject request' }).click();
      await page.getByRole('button', { name: 'Stay on this page' }).click();
    },
    title: 'Rejected',
  },
  {
    screen: 'approved',
    challenge: {},
    reach: async ({ page }) => {
      await approveWith(page, stubPin);
      await page.getByRole('button', { name: 'Stay on this page' }).click();
    },
    title: 'Your wallets are ready',
  },
  {
    screen: 'exported',
    challenge: exported,
    reach: async ({ page }) => approveWith(page, stubPin),
    title: 'Your keys are ready',
    says: 'planbok-keys-6999f8aea74a2b1bd8855b89.csv',
  },
  { screen: 'set-pin', challenge: setPin, title: 'Set your PIN', says: 'You choose a six-digit PIN and a way to recover it.' },
  { screen: 'set-pin-weak', challenge: setPin, reach: async ({ page }) => chooseNewPin(page, 'PIN', '123456'), title: 'Set your PIN', says: 'The digits count up.' },
  {
    screen: 'set-pin-mismatch',
    challenge: setPin,
    reach: async ({ page }) => {
      await typePin(page, 'PIN', newPin);
      await typePin(page, 'Repeat the PIN', '830265');
      await page.keyboard.press('Enter');
    },
    title: 'Set your PIN',
    says: 'The two PINs are not the same.',
  },
  { screen: 'recovery-method', challenge: setPin, reach: async ({ page }) => toRecovery(page), title: 'Set up recovery', says: 'Set up later' },
  {
    screen: 'recovery-questions',
    challenge: setPin,
    reach: async ({ page }) => {
      await toRecovery(page);
      await page.getByRole('button', { name: /^Security questions/ }).click();
    },
    title: 'Security questions',
  },
  {
    screen: 'recovery-questions-mistakes',
    challenge: setPin,
    reach: async ({ page }) => {
      await toRecovery(page);
      await page.getByRole('button', { name: /^Security questions/ }).click();
      await page.getByRole('button', { name: 'Finish' }).click();
    },
    title: 'Security questions',
    says: 'Enter your answer.',
  },
  {
    screen: 'recovery-email',
    challenge: setPin,
    reach: async ({ page }) => {
      await toRecovery(page);
      await page.getByRole('button', { name: /^E-mail/ }).click();
      await page.getByLabel('E-mail address').fill('ada');
      await page.keyboard.press('Enter');
    },
    title: 'Recovery by e-mail',
    says: 'Enter an e-mail address, such as ada@example.com.',
  },
  {
    screen: 'recovery-email-limited',
    challenge: setPin,
    reach: async ({ page, stub }) => {
      stub.plan('recovery/start', { status: 429, code: 'rate_limited', message: 'Too many', retryAfterSeconds: 1500 });
      await toRecovery(page);
      await page.getByRole('button', { name: /^E-mail/ }).click();
      await page.getByLabel('E-mail address').fill('ada@example.com');
      await page.keyboard.press('Enter');
    },
    title: 'Recovery by e-mail',
    says: 'That was too often. Try again in 25 minutes.',
  },
  {
    screen: 'recovery-code-wrong',
    challenge: setPin,
    reach: async ({ page }) => {
      await toRecovery(page);
      await toCode(page);
      await page.getByLabel('Code from the e-mail').fill('000001');
      await page.keyboard.press('Enter');
    },
    title: 'Check your e-mail',
    says: 'The code is not correct. 4 attempts left.',
  },
  {
    screen: 'recovery-code-expired',
    challenge: setPin,
    reach: async ({ page, stub }) => {
      stub.plan('recovery/check', { status: 409, code: 'recovery_code_expired', message: 'Expired' });
      await toRecovery(page);
      await toCode(page);
      await page.getByLabel('Code from the e-mail').fill(stubCode);
      await page.keyboard.press('Enter');
    },
    title: 'Check your e-mail',
    says: 'This code is no longer valid. Ask for a new one.',
  },
  {
    screen: 'recovery-verified-lost',
    challenge: setPin,
    reach: async ({ page, stub }) => {
      stub.plan('approve', { breaks: true });
      await toRecovery(page);
      await toCode(page);
      await page.getByLabel('Code from the e-mail').fill(stubCode);
      await page.keyboard.press('Enter');
    },
    title: 'Address confirmed',
    says: 'The connection was lost.',
  },
  { screen: 'set-recovery', challenge: setRecovery, title: 'Set up recovery', says: 'replaces your present recovery method' },
  {
    screen: 'set-recovery-pin',
    challenge: setRecovery,
    reach: async ({ page }) => {
      await page.getByRole('button', { name: /^Security questions/ }).click();
      await answerSetup(page);
      await page.getByRole('button', { name: 'Continue' }).click();
    },
    title: 'Confirm with your PIN',
  },
  { screen: 'change-pin', challenge: changePin, title: 'Change your PIN' },
  {
    screen: 'change-pin-new',
    challenge: changePin,
    reach: async ({ page }) => {
      await typePin(page, 'Current PIN', stubPin);
      await page.keyboard.press('Enter');
    },
    title: 'Choose a new PIN',
  },
  {
    screen: 'reset-pin-questions',
    challenge: resetPin,
    reach: async ({ page, stub }) => {
      stub.plan('recovery/check', { status: 403, code: 'recovery_answers_incorrect', message: 'Wrong answers' });
      await page.getByLabel('What was the name of your first pet?').fill('Rex');
      await page.getByLabel('In which city were you born?').fill('Abuja');
      await page.keyboard.press('Enter');
    },
    title: 'Reset your PIN',
    says: 'The answers do not match',
  },
  { screen: 'reset-pin-email', challenge: resetByEmail, title: 'Reset your PIN', says: 'a**@example.com' },
  {
    screen: 'reset-pin-no-recovery',
    challenge: { ...resetPin, recovery: { methods: ['questions', 'email'], questionCatalogue: [] } },
    title: 'No recovery is set up',
  },
];

describe('every screen', () => {
  it.each(cases)('$screen is accessible, fits, and says what it must', async ({ screen, challenge, fragment, reach, title, says }) => {
    await visit(challenge, async ({ page, stub, complaints }) => {
      const isPlannedFirst = ['loading-slow', 'no-connection', 'server-error-at-start', 'link-invalid', 'link-unknown'].includes(screen);
      if (isPlannedFirst) await reach?.({ page, stub, complaints });
      await page.goto(stub.url(fragment));
      if (!isPlannedFirst) await reach?.({ page, stub, complaints });
      await heading(page, title);
      if (says !== undefined) await page.locator('main', { hasText: says }).waitFor({ timeout: 30_000 });
      await inspect(page, screen);
    });
  });
});

describe('what the page does', () => {
  it('moves the focus to the heading of each screen, and to the field after an error', async () => {
    await visit({}, async ({ page, stub }) => {
      await page.goto(stub.url());
      await heading(page, 'Provision New Wallets');
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
      expect(await page.title()).toBe('Provision New Wallets · Example Wallet');
      await approveWith(page, '111119');
      await page.getByRole('alert').waitFor();
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('pin');
      expect(await page.getByLabel(approveField).getAttribute('aria-describedby')).toContain('pin-message');
    });
  });

  it('marks the field of the PIN when the PIN is wrong, and only then', async () => {
    await visit(transfer, async ({ page, stub }) => {
      const isMarked = (): Promise<string | null> => page.getByLabel(approveField).getAttribute('aria-invalid');
      await page.goto(stub.url());
      expect(await isMarked()).toBe('false');
      stub.plan('approve', { status: 422, code: 'insufficient_funds', message: 'The wallet has 0.05 ETH.' });
      await approveWith(page, stubPin);
      await page.getByRole('alert').getByText('The wallet has 0.05 ETH.').waitFor();
      expect(await isMarked()).toBe('false');
      await approveWith(page, '111119');
      await page.getByRole('alert').getByText('That PIN is not right.').waitFor();
      expect(await isMarked()).toBe('true');
    });
  });

  it('lets everything of a long request be scrolled to by keyboard, and the PIN still be typed', async () => {
    for (const [challenge, last] of [[longList, 'Instruction 200'], [longMessage, 'last words']] as const) {
      await visit(challenge, async ({ page, stub }) => {
        await page.setViewportSize({ width: 390, height: 844 });
        await page.goto(stub.url());
        const box = page.locator('.scroll-content');
        expect(await box.textContent()).toContain(last);
        await page.keyboard.press('Tab');
        expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
        const bottom = (): Promise<number> => box.evaluate((element) => element.scrollHeight - element.clientHeight - element.scrollTop);
        expect(await bottom()).toBeGreaterThan(1000);
        await page.keyboard.press('End');
        await expect.poll(bottom).toBeLessThan(2);
        expect(await box.evaluate((element) => element.clientHeight)).toBeLessThan(844);
        await approveWith(page, stubPin);
        await heading(page, 'Signed');
      });
    }
  });

  it('asks before the user leaves with the file of keys unsaved', async () => {
    await visit(exported, async ({ page, stub }) => {
      const asked: string[] = [];
      page.on('dialog', (dialog) => {
        asked.push(dialog.type());
        void dialog.dismiss();
      });
      await page.goto(stub.url());
      await approveWith(page, stubPin);
      await heading(page, 'Your keys are ready');
      await page.getByRole('link', { name: /^Return to/ }).click();
      await expect.poll(() => asked).toEqual(['beforeunload']);
      await heading(page, 'Your keys are ready');
      await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^Save/ }).click()]);
      await page.getByRole('link', { name: /^Return to/ }).click();
      await heading(page, 'Back in the application');
      expect(asked).toHaveLength(1);
    });
  });

  it('does not offer to put recovery off where the approval makes wallets', async () => {
    const recovery = { methods: ['questions', 'email'], questionCatalogue: [], required: true };
    await visit({ ...setPin, recovery }, async ({ page, stub }) => {
      await page.goto(stub.url());
      await toRecovery(page);
      expect(await page.getByRole('button', { name: /^E-mail/ }).isVisible()).toBe(true);
      expect(await page.getByRole('button', { name: 'Set up later' }).count()).toBe(0);
    });
  });

  it('sets a PIN and questions by keyboard alone', async () => {
    await visit(setPin, async ({ page, stub }) => {
      await page.goto(stub.url());
      await heading(page, 'Set your PIN');
      await page.keyboard.type(newPin);
      await page.keyboard.press('Enter');
      await page.keyboard.type(newPin);
      await page.keyboard.press('Enter');
      await heading(page, 'Set up recovery');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await heading(page, 'Security questions');
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Rex');
      await page.keyboard.press('Tab');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Tab');
      await page.keyboard.type('Lagos');
      await page.keyboard.press('Enter');
      await heading(page, 'Your PIN is set');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await heading(page, 'Back in the application');
      const approval = stub.requests.find(({ operation }) => operation === 'approve')?.body as {
        newPin: { sealedSecret: string };
        recovery: { sealedSecret: string; questions: unknown };
      };
      expect(stub.open(approval.newPin.sealedSecret).context).toBe('new-pin');
      expect(stub.open(approval.recovery.sealedSecret).context).toBe('answers');
      expect(approval.recovery.questions).toEqual([{ questionId: 'first-pet' }, { questionId: 'birth-city' }]);
    });
  });

  it('sets recovery by e-mail, and returns by itself', async () => {
    await visit(setRecovery, async ({ page, stub }) => {
      await page.goto(stub.url());
      await toCode(page);
      await page.getByLabel('Code from the e-mail').fill('481 516');
      await page.keyboard.press('Enter');
      await heading(page, 'Confirm with your PIN');
      await typePin(page, 'Your PIN', stubPin);
      await page.keyboard.press('Enter');
      await heading(page, 'Recovery is set up');
      await heading(page, 'Back in the application');
      expect(stub.requests.at(-1)?.body).toMatchObject({ action: 'set-recovery', recovery: { method: 'email', email: 'ada@example.com' } });
    });
  });

  it('changes a PIN, and asks for the current one again when it was wrong', async () => {
    await visit(changePin, async ({ page, stub }) => {
      await page.goto(stub.url());
      await typePin(page, 'Current PIN', '111119');
      await page.keyboard.press('Enter');
      await heading(page, 'Choose a new PIN');
      await chooseNewPin(page, 'New PIN');
      await heading(page, 'Change your PIN');
      expect(await page.getByRole('alert').textContent()).toContain('That PIN is not right.');
      await typePin(page, 'Current PIN', stubPin);
      await page.keyboard.press('Enter');
      await heading(page, 'Your PIN is changed');
    });
  });

  it('resets a PIN by questions and by e-mail', async () => {
    await visit(resetPin, async ({ page, stub }) => {
      await page.goto(stub.url());
      await page.getByLabel('What was the name of your first pet?').fill('Rex');
      await page.getByLabel('In which city were you born?').fill('Lagos');
      await page.keyboard.press('Enter');
      await heading(page, 'Choose a new PIN');
      await chooseNewPin(page, 'New PIN');
      await heading(page, 'Your new PIN is set');
      expect(stub.requests.at(-1)?.body).toMatchObject({ action: 'reset-pin', recovery: { method: 'questions' } });
    });
    await visit(resetByEmail, async ({ page, stub }) => {
      await page.goto(stub.url());
      await page.getByRole('button', { name: 'Send code' }).click();
      await heading(page, 'Check your e-mail');
      await page.getByLabel('Code from the e-mail').fill(stubCode);
      await page.keyboard.press('Enter');
      await chooseNewPin(page, 'New PIN');
      await heading(page, 'Your new PIN is set');
      expect(stub.requests.at(-1)?.body).toMatchObject({ action: 'reset-pin', recovery: { method: 'email' } });
    });
  });

  it('keeps what was typed when the connection is lost, but not the PIN', async () => {
    await visit(setRecovery, async ({ page, stub }) => {
      await page.goto(stub.url());
      await page.getByRole('button', { name: /^Security questions/ }).click();
      await answerSetup(page);
      await page.getByRole('button', { name: 'Continue' }).click();
      await heading(page, 'Confirm with your PIN');
      stub.plan('approve', { breaks: true });
      await typePin(page, 'Your PIN', stubPin);
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
      expect(await page.getByLabel('Your PIN').inputValue()).toBe('');
      await page.getByRole('button', { name: 'Back' }).click();
      expect(await page.getByLabel('Your answer').first().inputValue()).toBe('Rex');
      await page.getByRole('button', { name: 'Continue' }).click();
      await typePin(page, 'Your PIN', stubPin);
      await page.keyboard.press('Enter');
      await heading(page, 'Recovery is set up');
    });
  });

  it('shows the success of an approval whose answer was lost', async () => {
    await visit({}, async ({ page, stub }) => {
      stub.plan('approve', { breaksAfter: true });
      await page.goto(stub.url());
      await approveWith(page, stubPin);
      await heading(page, 'Your wallets are ready');
    });
  });

  it('seals anew, once, when its clock was wrong', async () => {
    await visit({}, async ({ page, stub }) => {
      stub.plan('approve', { status: 400, code: 'secret_expired', message: 'Too old' });
      await page.goto(stub.url());
      await approveWith(page, stubPin);
      await heading(page, 'Your wallets are ready');
      const sealed = stub.requests
        .filter(({ operation }) => operation === 'approve')
        .map(({ body }) => (body as { pin: { sealedSecret: string } }).pin.sealedSecret);
      expect(new Set(sealed).size).toBe(2);
    });
  });

  it('ends when the request expires in front of the user', async () => {
    await visit({ expiresAt: new Date(Date.now() + 3000).toISOString() }, async ({ page, stub }) => {
      await page.goto(stub.url());
      await heading(page, 'Provision New Wallets');
      await heading(page, 'This request has expired');
    });
  });

  it('lets the user go on by themselves once the lock is over', async () => {
    await visit({ lockedUntil: new Date(Date.now() + 3000).toISOString() }, async ({ page, stub }) => {
      await page.goto(stub.url());
      await heading(page, 'PIN entry is locked');
      await page.getByRole('button', { name: 'Try again' }).click();
      await heading(page, 'Provision New Wallets');
    });
  });

  it('saves the exported keys as a file', async () => {
    await visit({ task: 'export-private-keys', display: titled('Export your private keys') }, async ({ page, stub }) => {
      await page.goto(stub.url());
      await approveWith(page, stubPin);
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^Save/ }).click()]);
      expect(download.suggestedFilename()).toBe('planbok-keys-6999f8aea74a2b1bd8855b89.csv');
      expect(readFileSync(await download.path(), 'utf8')).toMatch(/^Customer: Ada Lovelace/);
    });
  });

  it('lets no PIN out of its field', async () => {
    await visit(changePin, async ({ page, stub }) => {
      await page.goto(stub.url());
      await typePin(page, 'Current PIN', stubPin);
      await page.keyboard.press('Enter');
      await heading(page, 'Choose a new PIN');
      await chooseNewPin(page, 'New PIN');
      await heading(page, 'Your PIN is changed');
      const traces = await page.evaluate(() => [document.documentElement.outerHTML, location.href, JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie].join());
      for (const pin of [stubPin, newPin]) {
        expect(traces).not.toContain(pin);
        expect(JSON.stringify(stub.requests)).not.toContain(pin);
      }
    });
  });

  it('works with any brand colour, and shows the logo', async () => {
    const logo = `data:image/svg+xml;base64,${btoa('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><circle cx="4" cy="4" r="4" fill="red"/></svg>')}`;
    for (const color of ['#ffe600', '#000000', '#ffffff', '#ff0000', '#7f7f7f']) {
      await visit({ branding: { name: 'Example Wallet', color, logo } }, async ({ page, stub }) => {
        await page.goto(stub.url());
        await heading(page, 'Provision New Wallets');
        expect(await page.locator('img.logo').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
        await inspect(page, `brand-${color.slice(1)}`);
      });
    }
  });
});

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Receiver, startReceiver } from '../mock/receiver.ts';
import { launch } from './browser.ts';
import * as gateway from './gateway-screens.ts';
import { heading, inspect, returnToApplication } from './gateway-screens.ts';
import { startMockProcess, type MockProcess } from './mock-process.ts';
import { readReturn } from './signed-return.ts';
import {
  approveHeadless,
  askMessage,
  askTransfer,
  askTransferOn,
  type Challenge,
  fund,
  given,
  newPin,
  pin,
  type Play,
  plays,
  prepareWorld,
  redirectUrl,
  requestTransfer,
  state,
  type World,
} from './task-plays.ts';
import { visit, type VisitOptions } from './visit.ts';

const webhookSecret = 'whsec_tasks_test_81c4';
const wrongPin = '271904';
const customer: Play['before'] = {
  blockchains: ['ETH-SEPOLIA', 'BTC-TESTNET'],
  recovery: { method: 'questions', answers: [{ questionId: 'first-pet', answer: 'Rex' }, { questionId: 'birth-city', answer: 'Lagos' }] },
};

let mock: MockProcess;
let browser: Browser;

beforeAll(async () => {
  // A seed repeats ids, keys and times: what differs between two runs is what was done differently.
  [mock, browser] = await Promise.all([startMockProcess(['--seed', '7', '--webhook-secret', webhookSecret]), launch()]);
});

afterAll(async () => {
  await browser?.close();
  await mock?.stop();
});

interface Stage {
  world: World;
  receiver: Receiver;
}

/** Begins anew, with a customer and with a program that gets every event. */
async function beginAgain(before: Play['before']): Promise<Stage> {
  const { client } = mock;
  given(await client.POST('/sandbox/reset'));
  const receiver = await startReceiver();
  given(await client.POST('/v2/webhook-endpoints', { body: { url: receiver.url } }));
  return { world: await prepareWorld(client, before), receiver };
}

/** Every event that was delivered so far, to the byte, in an order that does not depend on the speed of two resources. */
async function deliveredTo({ received }: Receiver): Promise<string[]> {
  const query = { status: 'pending', limit: 1 } as const;
  const pending = async () => given(await mock.client.GET('/sandbox/webhook-deliveries', { params: { query } })).pagination.total;
  await expect.poll(pending, { timeout: 15_000 }).toBe(0);
  return received.map(({ raw }) => raw).toSorted();
}

/** Everything that can be seen of a customer from outside, and of the challenge. */
async function stateOf({ world, receiver }: Stage, { id: challengeId }: Challenge, { moves, pinAfter }: Play) {
  const { client, customerId } = world;
  if (moves === true) given(await client.POST('/sandbox/clock/advance', { body: { seconds: 60 } }));
  const path = { customerId };
  const wallets = given(await client.GET('/v2/wallets', { params: { query: { customerIds: customerId } } })).data;
  const balances = async (walletId: string) => given(await client.GET('/v2/wallets/{walletId}/balances', { params: { path: { walletId } } })).data;
  const end = {
    challenge: given(await client.GET('/v2/customers/{customerId}/challenges/{challengeId}', { params: { path: { ...path, challengeId } } })).data,
    challenges: given(await client.GET('/v2/customers/{customerId}/challenges', { params: { path } })),
    customer: given(await client.GET('/v2/customers/{customerId}', { params: { path } })).data,
    wallets,
    balances: await Promise.all(wallets.map(({ id }) => balances(id))),
    transactions: given(await client.GET('/v2/transactions')),
    emails: given(await client.GET('/sandbox/emails')).data,
    events: await deliveredTo(receiver),
  };
  return { ...end, signedLater: await signWith({ ...world, wallets }, pinAfter) };
}

/** Signatures are deterministic: the same one comes of the same keys, and the PIN is the one that opens them. */
async function signWith(world: World, pin: string): Promise<string> {
  if (!world.wallets.some(({ blockchain }) => blockchain === 'ETH-SEPOLIA')) return 'no key for it';
  const { id } = await askMessage(world, 'What the keys are after it');
  const { result } = await approveHeadless(world.client, id, { pin });
  return result?.task === 'sign-message' ? result.signature : 'not signed';
}

/** The application, as far as the browser needs it: a page to come back to. */
function visitor(use: (page: Page) => Promise<void>, complaints: VisitOptions['complaints'] = []): Promise<void> {
  return visit(browser, ({ page }) => use(page), {
    complaints,
    prepare: (context) =>
      context.route('https://app.example.com/**', (route) =>
        route.fulfill({ contentType: 'text/html', body: '<!doctype html><link rel="icon" href="data:,"><title>Application</title><h1>Back in the application</h1>' }),
      ),
  });
}

/** Holds what the user reads to what the application was told that they would read. */
async function expectShown(page: Page, { task, display }: Challenge): Promise<void> {
  await heading(page, display.title);
  const text = (await page.locator('main').textContent()) ?? '';
  const { lines, fee, decodedCall, warnings, payloadHash } = display;
  const words = [
    ...lines.map(({ value }) => value),
    ...(fee === undefined ? [] : [`${fee.amount} ${fee.symbol}`, fee.level]),
    ...(decodedCall === undefined ? [] : [decodedCall.function, ...decodedCall.arguments.map(({ value }) => value)]),
    ...warnings.map(({ message }) => message),
    ...(actionsOfTheirOwn.has(task) ? [] : [payloadHash]),
  ];
  expect(words.filter((word) => !text.includes(word))).toEqual([]);
}

/** Those whose screens are looked at nowhere else. */
const lookedAtHere = new Set(['contract-execution', 'cancel-transaction', 'accelerate-transaction', 'sign-transaction', 'sign-delegate-action']);

/** They show no hash: nothing is signed, and the user does not confirm but does something. */
const actionsOfTheirOwn = new Set(['initialize', 'recovery', 'update-pin', 'reset-pin']);

async function playInBrowser(play: Play) {
  const stage = await beginAgain(play.before);
  const challenge = await play.ask(stage.world);
  await visitor(async (page) => {
    await page.goto(challenge.redirectUrl);
    await expectShown(page, challenge);
    if (lookedAtHere.has(play.task)) await inspect(page, `task-${play.task}`);
    await play.browse(page, stage.world);
    await heading(page, play.done);
    await returnToApplication(page);
    expect(readReturn(page.url(), webhookSecret)).toMatchObject({ step: 'done', challengeId: challenge.id, status: 'verified', state });
  });
  return stateOf(stage, challenge, play);
}

async function playHeadless(play: Play) {
  const stage = await beginAgain(play.before);
  const challenge = await play.ask(stage.world);
  await approveHeadless(mock.client, challenge.id, play.headless);
  return stateOf(stage, challenge, play);
}

describe.each(plays.map((play) => ({ ...play, name: [play.task, play.variant ?? ''].join(' ').trim() })))('$name', (play) => {
  let inBrowser: ReturnType<typeof playInBrowser> | undefined;

  it('runs through the Gateway in the browser, and back to the application', async () => {
    const end = await (inBrowser ??= playInBrowser(play));
    expect(end.challenge).toMatchObject({ task: play.task, status: 'verified', result: { task: play.task }, metadata: { state } });
    const completed = end.events.map((raw) => JSON.parse(raw)).filter(({ event, data }) => event === 'challenge.completed' && data.challengeId === end.challenge.id);
    expect(completed).toMatchObject([{ data: { task: play.task, status: 'verified', state, result: end.challenge.result } }]);
    expect(end.signedLater).not.toBe('not signed');
    if (play.moves === true) expect(end.transactions.data[0]).toMatchObject({ status: 'confirmed' });
  });

  it('ends in the same state, to the byte, when the Sandbox approves', async () => {
    const end = await (inBrowser ??= playInBrowser(play));
    expect(await playHeadless(play)).toEqual(end);
  });
});

interface Ending {
  code: string;
  ask: (world: World) => Promise<Challenge>;
  /** What ends the challenge while the page is open, and what the user does then. */
  end: (page: Page, challenge: Challenge, world: World) => Promise<void>;
  heading: string;
  complaints: unknown[];
}

function askUpdatePin({ client, customerId }: World): Promise<Challenge> {
  const params = { path: { customerId } };
  return client.POST('/v2/customers/{customerId}/update-pin', { params, body: { redirectUrl, state } }).then((answer) => given(answer).data);
}

const askHello = (world: World): Promise<Challenge> => askMessage(world, 'Hello');

const endings: Ending[] = [
  {
    code: 'rejected',
    ask: askHello,
    async end(page) {
      await page.getByRole('button', { name: 'Reject' }).click();
      await page.getByRole('button', { name: 'Reject request' }).click();
    },
    heading: 'Rejected',
    complaints: [],
  },
  {
    code: 'expired',
    ask: askHello,
    async end(page, { id: challengeId }) {
      given(await mock.client.POST('/sandbox/challenges/{challengeId}/expire', { params: { path: { challengeId } } }));
      await gateway.approve(page, pin);
    },
    heading: 'This request has expired',
    complaints: ['409 approve'],
  },
  {
    code: 'cancelled',
    ask: askHello,
    async end(page, { id: challengeId }, { client, customerId }) {
      const params = { path: { customerId, challengeId } };
      given(await client.POST('/v2/customers/{customerId}/challenges/{challengeId}/cancel', { params }));
      await gateway.approve(page, pin);
    },
    heading: 'This request was cancelled',
    complaints: ['409 approve'],
  },
  {
    code: 'superseded',
    ask: askUpdatePin,
    async end(page, _challenge, world) {
      await gateway.enterCurrentPin(page, pin);
      await heading(page, 'Choose a new PIN');
      await askUpdatePin(world);
      await gateway.choosePin(page, 'New PIN', newPin);
    },
    heading: 'There is a newer request',
    complaints: ['409 approve'],
  },
  {
    code: 'locked_out',
    ask: askHello,
    async end(page) {
      for (const left of ['4 attempts are left.', '3 attempts are left.', '2 attempts are left.', 'One attempt is left before you are locked out.']) {
        await gateway.approve(page, wrongPin);
        await page.getByRole('alert').getByText(`That PIN is not right. ${left}`, { exact: true }).waitFor();
      }
      await gateway.approve(page, wrongPin);
    },
    heading: 'PIN entry is locked',
    complaints: [...Array<string>(4).fill('403 approve'), '423 approve'],
  },
  {
    code: 'broadcast_failed',
    // Each of the two takes all coins of the wallet.
    ask: (world) => askTransferOn(world, 'BTC-TESTNET'),
    async end(page, _challenge, world) {
      const other = await askTransferOn(world, 'BTC-TESTNET');
      await approveHeadless(world.client, other.id, { pin });
      given(await world.client.POST('/sandbox/clock/advance', { body: { seconds: 120 } }));
      await gateway.approve(page, pin);
    },
    heading: 'It could not be sent',
    complaints: [],
  },
];

describe('a challenge that ends otherwise', () => {
  it.each(endings)('as $code says so in the return, in the challenge and in the webhook', async ({ code, ask, end, heading: title, complaints }) => {
    const { world, receiver } = await beginAgain(customer);
    const challenge = await ask(world);
    await visitor(async (page) => {
      await page.goto(challenge.redirectUrl);
      await expectShown(page, challenge);
      await end(page, challenge, world);
      await heading(page, title);
      await returnToApplication(page);
      expect(readReturn(page.url(), webhookSecret)).toMatchObject({ challengeId: challenge.id, status: 'failed', state });
    }, complaints);

    const params = { path: { customerId: world.customerId, challengeId: challenge.id } };
    const { data } = given(await mock.client.GET('/v2/customers/{customerId}/challenges/{challengeId}', { params }));
    expect(data).toMatchObject({ status: 'failed', failure: { code } });
    expect(data.result).toBeUndefined();
    const told = (await deliveredTo(receiver)).map((raw) => JSON.parse(raw)).filter(({ event }) => event === 'challenge.completed');
    expect(told.filter(({ data }) => data.challengeId === challenge.id)).toMatchObject([
      { data: { customerId: world.customerId, task: challenge.task, status: 'failed', state, failure: data.failure } },
    ]);
  });
});

describe('a transfer for which the money was spent meanwhile', () => {
  it('waits until there is enough, and then goes through with the PIN', async () => {
    const { world } = await beginAgain(customer);
    const first = await askTransfer(world, '0.9');
    const second = await requestTransfer(world, '0.9');
    await approveHeadless(mock.client, first.id, { pin });
    await visitor(async (page) => {
      await page.goto(second.redirectUrl);
      await expectShown(page, second);
      await gateway.approve(page, pin);
      expect(await gateway.alertOf(page)).toMatch(/Nothing was sent\. Put more into the wallet and enter your PIN again, or reject the request\.$/);
      await inspect(page, 'task-transfer-insufficient-funds');
      expect(await statusOf(second)).toBe('pending');

      await fund(world);
      await gateway.approve(page, pin);
      await heading(page, 'Approved and sent');
      await returnToApplication(page);
      expect(readReturn(page.url(), webhookSecret)).toMatchObject({ challengeId: second.id, status: 'verified' });
    }, ['422 approve']);
  });
});

async function statusOf({ customerId, id: challengeId }: Challenge): Promise<string> {
  const params = { path: { customerId, challengeId } };
  return given(await mock.client.GET('/v2/customers/{customerId}/challenges/{challengeId}', { params })).data.status;
}

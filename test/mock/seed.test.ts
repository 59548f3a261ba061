import { describe, expect, it, onTestFinished } from 'vitest';
import { createMock, type Mock, type MockOptions } from '../../mock/server.ts';
import { createSeed } from '../../mock/seed.ts';
import { createGatewayClient, goodPin, required, send, tokenOf } from './mock-fixture.ts';

const redirectUrl = 'https://app.example.com/wallet';

async function seeded(seed: number, options: MockOptions = {}): Promise<Mock> {
  const mock = await createMock({ seed, compile: 'later', ...options });
  onTestFinished(() => mock.close());
  return mock;
}

/** Sends JSON and gives the body as it was on the wire. */
async function call(mock: Mock, method: string, path: string, body?: object): Promise<string> {
  const headers = { 'Content-Type': 'application/json' };
  const answer = await send(mock, method, path, body === undefined ? {} : { headers, body: JSON.stringify(body) });
  return answer.text();
}

const idOf = (text: string): string => JSON.parse(text).data.id;

/** What an integrator's test would do, with all that it is answered. */
async function script(mock: Mock, between: () => Promise<unknown> = async () => undefined): Promise<string[]> {
  const bodies: string[] = [];
  const step = async (method: string, path: string, body?: object): Promise<string> => {
    await between();
    const text = await call(mock, method, path, body);
    bodies.push(text);
    return text;
  };
  const customer = idOf(await step('POST', '/v2/customers', { name: 'Ada Lovelace', refId: 'user-1001' }));
  await step('POST', '/v2/customers', { name: 'Grace Hopper' });
  const initialize = idOf(await step('POST', `/v2/customers/${customer}/initialize`, { redirectUrl }));
  const recovery = { method: 'email', email: 'ada@example.com' };
  await step('POST', `/sandbox/challenges/${initialize}/approve`, { pin: goodPin, recovery });
  await step('GET', '/sandbox/emails');
  const blockchains = ['ETH-SEPOLIA', 'BTC-TESTNET', 'SOL-TESTNET', 'NEAR-TESTNET'];
  const create = idOf(await step('POST', `/v2/customers/${customer}/wallet/create`, { redirectUrl, blockchains }));
  await step('POST', `/sandbox/challenges/${create}/approve`, { pin: goodPin });
  await step('GET', `/v2/wallets?customerIds=${customer}`);
  await step('POST', '/sandbox/clock/advance', { seconds: 60 });
  await step('GET', `/v2/customers/${customer}/challenges`);
  return bodies;
}

describe('a seed', () => {
  it('repeats every body of a run, byte for byte, and another seed gives others', async () => {
    const [first, again, other] = [await script(await seeded(7)), await script(await seeded(7)), await script(await seeded(8))];
    expect(again).toEqual(first);
    expect(first.filter((body) => !JSON.parse(body).success)).toEqual([]);
    // The clock is the same in every seeded run.
    expect(first.filter((body, step) => body === other[step]).map((body) => JSON.parse(body).message)).toEqual(['Clock advanced']);
  });

  it('gives the same whether or not someone reads in between', async () => {
    const quiet = await script(await seeded(7));
    const polled = await seeded(7);
    const reads = ['/v2/customers', '/v2/wallets', '/v2/transactions', '/sandbox/clock', '/nowhere'];
    expect(await script(polled, () => Promise.all(reads.map((path) => call(polled, 'GET', path))))).toEqual(quiet);
  });

  it('is begun again by a reset', async () => {
    const mock = await seeded(7);
    const first = await script(mock);
    await call(mock, 'POST', '/sandbox/reset');
    expect(await script(mock)).toEqual(first);
  });

  it('gives the addresses that a browser would get too', async () => {
    const [headless, browsed] = [await seeded(7), await seeded(7)];
    // The page draws what the Sandbox would have drawn for it: here, bytes of another run.
    const other = createSeed(99).random('browser');
    browsed.context.browserRandom = other;
    const addresses = async (mock: Mock) => {
      const texts = await script(mock);
      return texts.flatMap((text) => JSON.parse(text).data.result?.wallets ?? []).map((wallet: { address: string }) => wallet.address);
    };
    const expected = await addresses(headless);
    expect(expected).toHaveLength(4);
    expect(await addresses(browsed)).toEqual(expected);
  });

  it('stops the clock at its beginning until the Sandbox moves it', async () => {
    const mock = await seeded(7);
    const read = async () => JSON.parse(await call(mock, 'GET', '/sandbox/clock')).data;
    expect(await read()).toEqual({ now: '2026-03-02T09:00:00.000Z', offsetSeconds: 0 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await read()).toEqual({ now: '2026-03-02T09:00:00.000Z', offsetSeconds: 0 });
    await call(mock, 'POST', '/sandbox/clock/advance', { seconds: 90 });
    expect(await read()).toEqual({ now: '2026-03-02T09:01:30.000Z', offsetSeconds: 90 });
    await call(mock, 'POST', '/sandbox/reset');
    expect(await read()).toEqual({ now: '2026-03-02T09:00:00.000Z', offsetSeconds: 0 });
  });

  it('seals to a key that is known to everyone, whatever the seed', async () => {
    const keyOf = async (mock: Mock) => {
      const customer = idOf(await call(mock, 'POST', '/v2/customers', { name: 'Ada' }));
      const asked = JSON.parse(await call(mock, 'POST', `/v2/customers/${customer}/initialize`, { redirectUrl })).data;
      const { data } = await createGatewayClient(mock, tokenOf(asked)).GET('/gateway/{challengeId}/challenge', {
        params: { path: { challengeId: asked.id } },
      });
      return required(data).data.pin.publicKey;
    };
    expect(await keyOf(await seeded(7))).toBe(await keyOf(await seeded(8)));
  });

  it('signs the return by real time, which the application holds against its own clock', async () => {
    const mock = await seeded(7);
    const customer = idOf(await call(mock, 'POST', '/v2/customers', { name: 'Ada' }));
    const asked = JSON.parse(await call(mock, 'POST', `/v2/customers/${customer}/initialize`, { redirectUrl })).data;
    const { data } = await createGatewayClient(mock, tokenOf(asked)).POST('/gateway/{challengeId}/reject', {
      params: { path: { challengeId: asked.id } },
    });
    const signedAt = Number(new URL(required(data).data.returnUrl).searchParams.get('timestamp')) * 1000;
    expect(Math.abs(signedAt - Date.now())).toBeLessThan(60_000);
  });

  it('is refused together with a data file', async () => {
    await expect(createMock({ seed: 1, data: '/nowhere/mock.db' })).rejects.toThrow(/--seed repeats.*--data goes on.*Give one of them/);
  });
});

describe('the bytes of a seed', () => {
  it('are the same for a purpose however they are drawn, and others for another purpose', () => {
    const [one, two] = [createSeed(7), createSeed(7)];
    const whole = one.random('nodes')(64);
    const other = two.random('browser');
    other(1000);
    const parts = two.random('nodes');
    expect(Buffer.concat([parts(16), parts(48)])).toEqual(Buffer.from(whole));
    expect(Buffer.from(other(64))).not.toEqual(Buffer.from(whole));
  });
});

import { describe, expect, it, onTestFinished } from 'vitest';
import { createMock, type Mock, type MockOptions } from '../../mock/server.ts';
import { createSeed } from '../../mock/seed.ts';
import { deriveAnswersSecret } from '../../mock/protocol/answers.ts';
import { toBase64 } from '../../mock/protocol/base64.ts';
import { deriveSecret } from '../../mock/protocol/pin.ts';
import { type SealContext, sealSecret } from '../../mock/protocol/seal.ts';
import { type Challenge, createGatewayClient, goodPin, required, send, tokenOf } from './mock-fixture.ts';

const redirectUrl = 'https://app.example.com/wallet';
const address = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';

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
  await step('POST', '/v2/webhook-endpoints', { url: 'http://localhost:9/hook', events: ['*'] });
  const customer = idOf(await step('POST', '/v2/customers', { name: 'Ada Lovelace', refId: 'user-1001' }));
  await step('POST', '/v2/customers', { name: 'Grace Hopper' });
  const initialize = idOf(await step('POST', `/v2/customers/${customer}/initialize`, { redirectUrl }));
  const recovery = { method: 'email', email: 'ada@example.com' };
  await step('POST', `/sandbox/challenges/${initialize}/approve`, { pin: goodPin, recovery });
  await step('GET', '/sandbox/emails');
  const blockchains = ['ETH-SEPOLIA', 'BTC-TESTNET', 'SOL-TESTNET', 'NEAR-TESTNET'];
  const create = idOf(await step('POST', `/v2/customers/${customer}/wallet/create`, { redirectUrl, blockchains }));
  await step('POST', `/sandbox/challenges/${create}/approve`, { pin: goodPin });
  const wallets: { id: string; blockchain: string }[] = JSON.parse(await step('GET', `/v2/wallets?customerIds=${customer}`)).data;
  const walletId = wallets.find(({ blockchain }) => blockchain === 'ETH-SEPOLIA')?.id;
  await step('POST', `/sandbox/wallets/${walletId}/fund`, { amount: '1' });
  for (const [operation, fields] of [
    ['sign/message', { message: 'I am Ada' }],
    ['transactions/transfer', { destinationAddress: address, amounts: ['0.1'], feeLevel: 'low' }],
  ] as const) {
    const asked = idOf(await step('POST', `/v2/customers/${customer}/${operation}`, { redirectUrl, walletId, ...fields }));
    await step('POST', `/sandbox/challenges/${asked}/approve`, { pin: goodPin });
  }
  await step('POST', '/sandbox/clock/advance', { seconds: 60 });
  await step('GET', '/v2/transactions');
  await step('GET', `/v2/customers/${customer}/challenges`);
  return bodies;
}

describe('a seed', () => {
  it('repeats every body of a run, byte for byte, and another seed gives others', async () => {
    const [first, again, other] = [await script(await seeded(7)), await script(await seeded(7)), await script(await seeded(8))];
    expect(again).toEqual(first);
    expect(first.filter((body) => !JSON.parse(body).success)).toEqual([]);
    // A balance and the clock are the same in every seeded run.
    expect(first.filter((body, step) => body === other[step]).map((body) => JSON.parse(body).message)).toEqual(['Wallet funded', 'Clock advanced']);
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
    const addresses = async (setPin: (mock: Mock, asked: Challenge) => Promise<unknown>) => {
      const mock = await seeded(7);
      const customerId = idOf(await call(mock, 'POST', '/v2/customers', { name: 'Ada' }));
      await setPin(mock, JSON.parse(await call(mock, 'POST', `/v2/customers/${customerId}/initialize`, { redirectUrl })).data);
      const wallets = idOf(await call(mock, 'POST', `/v2/customers/${customerId}/wallet/create`, { redirectUrl, blockchains: ['ETH', 'SOL'] }));
      const { result } = JSON.parse(await call(mock, 'POST', `/sandbox/challenges/${wallets}/approve`, { pin: goodPin })).data;
      return result.wallets.map(({ address }: { address: string }) => address);
    };
    const headless = await addresses((mock, { id }) => call(mock, 'POST', `/sandbox/challenges/${id}/approve`, { pin: goodPin }));
    const browsed = await addresses(async (mock, asked) => {
      const gateway = createGatewayClient(mock, tokenOf(asked));
      const params = { path: { challengeId: asked.id } };
      const { data } = await gateway.GET('/gateway/{challengeId}/challenge', { params });
      const { serverTime, pin } = required(data).data;
      const salt = crypto.getRandomValues(new Uint8Array(16));
      const seal = (secret: Uint8Array, context: SealContext) =>
        sealSecret({ secret, context, challengeId: asked.id, timestamp: Date.parse(serverTime), publicKeyPem: pin.publicKey });
      const recovery = {
        method: 'questions' as const,
        questions: [{ questionId: 'first-pet' }, { questionId: 'birth-city' }],
        salt: toBase64(salt),
        sealedSecret: await seal(await deriveAnswersSecret(['Rex', 'Lagos'], salt), 'answers'),
      };
      const newPin = { salt: toBase64(salt), sealedSecret: await seal(await deriveSecret(goodPin, salt), 'new-pin') };
      const { error } = await gateway.POST('/gateway/{challengeId}/approve', { params, body: { action: 'set-pin', newPin, recovery } });
      expect(error).toBeUndefined();
    });
    expect(headless).toHaveLength(2);
    expect(browsed).toEqual(headless);
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
  it('are the same for a purpose however they are drawn, and others for another purpose or seed', () => {
    const whole = Buffer.from(createSeed(7).random('nodes')(64));
    const again = createSeed(7);
    const parts = again.random('nodes');
    const other = Buffer.from(again.random('browser')(64));
    expect(Buffer.concat([parts(16), parts(48)])).toEqual(whole);
    expect(other).not.toEqual(whole);
    expect(Buffer.from(createSeed(8).random('nodes')(64))).not.toEqual(whole);
  });
});

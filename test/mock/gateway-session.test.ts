import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createGatewayApi } from '../../mock/gateway/api.ts';
import { type Flow, initialFlow, reduceFlow } from '../../mock/gateway/flow.ts';
import { createServerClock } from '../../mock/gateway/server-clock.ts';
import { createSession } from '../../mock/gateway/session.ts';
import { createMock } from '../../mock/server.ts';
import { createApiClient, goodPin, required, tokenOf } from './mock-fixture.ts';

const body = { redirectUrl: 'https://app.example.com/' };

/** A page that was opened for a wallet, on a mock whose clock stands still. */
async function openPage() {
  const mock = await createMock({ seed: 1, compile: 'later' });
  onTestFinished(() => mock.close());
  const api = createApiClient(mock, 'pk_sandbox_full');
  const approve = (challengeId: string) =>
    api.POST('/sandbox/challenges/{challengeId}/approve', { params: { path: { challengeId } }, body: { pin: goodPin } });
  const customer = required((await api.POST('/v2/customers', { body: { name: 'Ada' } })).data).data;
  const params = { path: { customerId: customer.id } };
  await approve(required((await api.POST('/v2/customers/{customerId}/initialize', { params, body })).data).data.id);
  const asked = await api.POST('/v2/customers/{customerId}/wallet/create', { params, body: { ...body, blockchains: ['ETH-SEPOLIA'] } });
  const challenge = required(asked.data).data;

  let flow: Flow = initialFlow;
  const calls: string[] = [];
  const session = createSession({
    api: createGatewayApi({
      path: `/gateway/${challenge.id}`,
      token: tokenOf(challenge),
      fetch: async (path, init) => {
        const answer = await mock.gateway(new Request(`http://localhost:4020${String(path)}`, init));
        calls.push(`${String(path).split('/').at(-1)} ${answer.status}`);
        return answer;
      },
    }),
    challengeId: challenge.id,
    clock: createServerClock(),
    flow: () => flow,
    dispatch: (event) => {
      flow = reduceFlow(flow, event);
    },
  });
  await session.start();
  calls.length = 0;
  return { api, session, calls, step: () => flow.step };
}

describe('a page on a mock whose clock stands still', () => {
  const real = Date.now.bind(Date);
  let passed = 0;

  beforeEach(() => {
    passed = 0;
    vi.spyOn(Date, 'now').mockImplementation(() => real() + passed);
    vi.stubGlobal('requestAnimationFrame', (callback: () => void) => setTimeout(callback, 0));
  });

  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('approves at the first try, however long it was open', async () => {
    const page = await openPage();
    passed = 10 * 60_000;
    await page.session.confirm(goodPin);
    expect(page.calls).toEqual(['challenge 200', 'approve 200']);
    expect(page.step().name).toBe('done');
  });

  it('approves when the clock was moved while it was open', async () => {
    const page = await openPage();
    await page.api.POST('/sandbox/clock/advance', { body: { seconds: 600 } });
    await page.session.confirm(goodPin);
    expect(page.calls.at(-1)).toBe('approve 200');
    expect(page.step().name).toBe('done');
  });

  it('asks for the time no more than is needed', async () => {
    const page = await openPage();
    await page.session.confirm(goodPin);
    expect(page.calls).toEqual(['approve 200']);
  });

  it('does not call the request expired until it is', async () => {
    const page = await openPage();
    passed = 16 * 60_000;
    await page.session.tick();
    expect(page.step().name).toBe('confirm');
    await page.api.POST('/sandbox/clock/advance', { body: { seconds: 900 } });
    passed += 16 * 60_000;
    await page.session.tick();
    expect(page.step()).toMatchObject({ name: 'problem', problem: { kind: 'expired' } });
  });
});

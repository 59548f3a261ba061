import { expect } from 'vitest';
import { contract } from '../contract/contract.ts';
import { createFixture, type Fixture, goodPin, onboard, otherPin, required, returnUrl } from './mock-fixture.ts';

/** An event as it is sent. */
export interface Event {
  event: string;
  timestamp: string;
  idempotencyKey: string;
  data: Record<string, unknown>;
}

/** A mock that writes every event down and sends none: time stands still until a test moves it. */
export function createRecorder() {
  return createFixture({ webhookUrls: ['https://api.example.com/webhooks/planbok'] });
}

/** Everything that has happened, the first event first. */
export async function eventsOf({ api }: Fixture): Promise<Event[]> {
  const { data } = await api.GET('/sandbox/webhook-deliveries', { params: { query: { order: 'asc', limit: 100 } } });
  return required(data).data.map(({ body }) => JSON.parse(body) as Event);
}

/** What has happened since, and nothing else. */
export async function eventsDuring(fixture: Fixture, work: () => Promise<unknown>): Promise<Event[]> {
  const before = new Set((await eventsOf(fixture)).map(({ idempotencyKey }) => idempotencyKey));
  await work();
  return (await eventsOf(fixture)).filter(({ idempotencyKey }) => !before.has(idempotencyKey));
}

export const dataOf = (events: Event[], event: string) => events.filter((one) => one.event === event).map(({ data }) => data);
export const at = (challengeId: string) => ({ params: { path: { challengeId } } });

export async function lockOut(fixture: Fixture, challengeId: string) {
  for (let attempt = 0; attempt < 5; attempt++) await fixture.approve(challengeId, { pin: otherPin, newPin: goodPin });
}

/** What makes each event happen, and what it must tell. */
export const scenarios: Record<string, (fixture: Fixture) => Promise<Record<string, unknown>>> = {
  'customer.created': async ({ createCustomer }) => {
    const { id } = await createCustomer();
    return { customerId: id, name: 'Ada Lovelace', refId: 'user-1001' };
  },

  'customer.pin_setup': async (fixture) => {
    const { id } = await fixture.createCustomer();
    const challenge = await fixture.request(id, 'initialize');
    await fixture.approve(challenge.id, { pin: goodPin, recovery: { method: 'none' } });
    return { customerId: id, refId: 'user-1001', challengeId: challenge.id, hasRecovery: false };
  },

  'wallet.created': async (fixture) => {
    const { id } = await onboard(fixture);
    const challenge = await fixture.request(id, 'create-wallet', ['BASE']);
    const { data } = await fixture.approve(challenge.id);
    const result = required(data).data.result;
    if (result?.task !== 'create-wallet') throw new Error('there is no wallet');
    const wallet = required(result.wallets[0]);
    return { walletId: wallet.id, customerId: id, blockchain: 'BASE', address: wallet.address, challengeId: challenge.id };
  },

  'customer.locked_out': async (fixture) => {
    const { id } = await onboard(fixture);
    const challenge = await fixture.request(id, 'create-wallet');
    await lockOut(fixture, challenge.id);
    const { lockedUntil } = await fixture.customer(id);
    expect(lockedUntil).toBe('2026-03-02T09:30:00.000Z');
    return { customerId: id, refId: 'user-1001', challengeId: challenge.id, lockedUntil };
  },

  'customer.recovery_initiated': async (fixture) => {
    const { id } = await onboard(fixture, { method: 'email', email: 'ada@example.com' });
    const challenge = await fixture.request(id, 'reset-pin');
    await fixture.gateway(challenge).POST('/gateway/{challengeId}/recovery/start', { ...at(challenge.id), body: { method: 'email' } });
    return { customerId: id, refId: 'user-1001', challengeId: challenge.id, method: 'email' };
  },

  'customer.recovery_completed': async (fixture) => {
    const { id } = await onboard(fixture);
    const challenge = await fixture.request(id, 'reset-pin');
    await fixture.approve(challenge.id, { pin: otherPin });
    return { customerId: id, refId: 'user-1001', challengeId: challenge.id, method: 'questions' };
  },

  'challenge.completed': async (fixture) => {
    const { id } = await fixture.createCustomer();
    const { data } = await fixture.api.POST('/v2/customers/{customerId}/initialize', {
      params: { path: { customerId: id } },
      body: { redirectUrl: returnUrl, state: 'af0ifjsldkj' },
    });
    const challenge = required(data).data;
    await fixture.approve(challenge.id);
    const { result } = await fixture.challenge(challenge);
    expect(result).toMatchObject({ task: 'initialize' });
    return { challengeId: challenge.id, customerId: id, task: 'initialize', status: 'verified', state: 'af0ifjsldkj', result };
  },
};

/** The schema of an event's body, by the contract. */
export function schemaOf(event: string): object {
  const operation = contract.webhooks?.[event];
  const text = JSON.stringify(operation);
  const [, name] = /"schema":\{"\$ref":"#\/components\/schemas\/([A-Za-z]+Event)"/.exec(text) ?? [];
  if (name === undefined) throw new Error(`the contract has no webhook ${event}`);
  return { $ref: `#/components/schemas/${name}` };
}

/** A transfer that was approved: the ids of its transaction, wallet and challenge. */
async function transfer(fixture: Fixture) {
  const { id: customerId } = await onboard(fixture);
  const provisioning = await fixture.request(customerId, 'create-wallet', ['ETH-SEPOLIA']);
  const provisioned = required((await fixture.approve(provisioning.id)).data).data.result;
  if (provisioned?.task !== 'create-wallet') throw new Error('there is no wallet');
  const walletId = required(provisioned.wallets[0]).id;
  const { data, error } = await fixture.api.POST('/v2/customers/{customerId}/transactions/transfer', {
    params: { path: { customerId } },
    body: {
      walletId,
      destinationAddress: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
      amounts: ['0.001'],
      redirectUrl: returnUrl,
      refId: 'invoice-2041',
    },
  });
  if (error !== undefined) throw new Error(JSON.stringify(error));
  return { customerId, walletId, ...(await approveTransaction(fixture, required(data).data.id)) };
}

async function approveTransaction(fixture: Fixture, challengeId: string) {
  const { result } = required((await fixture.approve(challengeId)).data).data;
  if (result === undefined || !('transactionId' in result)) throw new Error('there is no transaction');
  const { transactionId, transactionHash } = result;
  return { challengeId, transactionId, transactionHash };
}

type Transfer = Awaited<ReturnType<typeof transfer>>;

function told({ transactionId, transactionHash, walletId, customerId, challengeId }: Transfer, status: string) {
  const what = { transactionId, status, operation: 'transfer', blockchain: 'ETH-SEPOLIA', walletId, customerId, challengeId };
  const hash = status === 'pending' ? {} : { txHash: transactionHash, transactionHash };
  return { ...what, refId: 'invoice-2041', ...hash };
}

async function advance({ api }: Fixture, transactionId: string, to: 'broadcast' | 'confirmed' | 'failed') {
  await api.POST('/sandbox/transactions/{transactionId}/advance', { params: { path: { transactionId } }, body: { to } });
}

async function replace(fixture: Fixture, how: 'accelerate' | 'cancel') {
  const made = await transfer(fixture);
  await advance(fixture, made.transactionId, 'broadcast');
  const { data, error } = await fixture.api.POST(`/v2/customers/{customerId}/transactions/{transactionId}/${how}`, {
    params: { path: { customerId: made.customerId, transactionId: made.transactionId } },
    body: { redirectUrl: returnUrl },
  });
  if (error !== undefined) throw new Error(JSON.stringify(error));
  const { transactionId } = await approveTransaction(fixture, required(data).data.id);
  // The chain gives the first one up when it gets the second.
  await advance(fixture, transactionId, 'broadcast');
  return { ...told(made, 'cancelled'), replacedBy: transactionId };
}

/** What makes each event of a transaction happen, and what it must tell. */
export const transactionScenarios: Record<string, (fixture: Fixture) => Promise<Record<string, unknown>>> = {
  'transaction.created': async (fixture) => told(await transfer(fixture), 'pending'),
  'transaction.signed': async (fixture) => told(await transfer(fixture), 'signed'),

  'transaction.broadcast': async (fixture) => {
    const made = await transfer(fixture);
    await advance(fixture, made.transactionId, 'broadcast');
    return told(made, 'broadcast');
  },

  'transaction.confirmed': async (fixture) => {
    const made = await transfer(fixture);
    await advance(fixture, made.transactionId, 'confirmed');
    return told(made, 'confirmed');
  },

  'transaction.failed': async (fixture) => {
    const made = await transfer(fixture);
    await advance(fixture, made.transactionId, 'broadcast');
    await advance(fixture, made.transactionId, 'failed');
    return { ...told(made, 'failed'), failure: { code: 'execution_reverted', message: expect.any(String) } };
  },

  'transaction.accelerated': (fixture) => replace(fixture, 'accelerate'),
  'transaction.cancelled': (fixture) => replace(fixture, 'cancel'),
};

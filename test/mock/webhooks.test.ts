import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Happening } from '../../mock/happening.ts';
import { contract, violations } from '../contract/contract.ts';
import { createFixture, type Fixture, goodPin, onboard, otherPin, required, returnUrl } from './mock-fixture.ts';
import { startReceiver } from './receiver.ts';

const minute = 60_000;

/** An event as it is sent. */
interface Event {
  event: string;
  timestamp: string;
  idempotencyKey: string;
  data: Record<string, unknown>;
}

/** A mock that writes every event down and sends none: time stands still until a test moves it. */
function createRecorder() {
  return createFixture({ webhookUrls: ['https://api.example.com/webhooks/planbok'] });
}

/** Everything that has happened, the first event first. */
async function eventsOf({ api }: Fixture): Promise<Event[]> {
  const { data } = await api.GET('/sandbox/webhook-deliveries', { params: { query: { order: 'asc', limit: 100 } } });
  return required(data).data.map(({ body }) => JSON.parse(body) as Event);
}

/** What has happened since, and nothing else. */
async function eventsDuring(fixture: Fixture, work: () => Promise<unknown>): Promise<Event[]> {
  const before = new Set((await eventsOf(fixture)).map(({ idempotencyKey }) => idempotencyKey));
  await work();
  return (await eventsOf(fixture)).filter(({ idempotencyKey }) => !before.has(idempotencyKey));
}

const dataOf = (events: Event[], event: string) => events.filter((one) => one.event === event).map(({ data }) => data);
const at = (challengeId: string) => ({ params: { path: { challengeId } } });

async function lockOut(fixture: Fixture, challengeId: string) {
  for (let attempt = 0; attempt < 5; attempt++) await fixture.approve(challengeId, { pin: otherPin, newPin: goodPin });
}

/** What makes each event happen, and what it must tell. */
const scenarios: Record<string, (fixture: Fixture) => Promise<Record<string, unknown>>> = {
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
function schemaOf(event: string): object {
  const operation = contract.webhooks?.[event];
  const text = JSON.stringify(operation);
  const [, name] = /"schema":\{"\$ref":"#\/components\/schemas\/([A-Za-z]+Event)"/.exec(text) ?? [];
  if (name === undefined) throw new Error(`the contract has no webhook ${event}`);
  return { $ref: `#/components/schemas/${name}` };
}

describe('an event', () => {
  it.each(Object.entries(scenarios))('%s tells what the contract says, once', async (name, play) => {
    const fixture = await createRecorder();
    const expected = await play(fixture);
    const told = dataOf(await eventsOf(fixture), name);
    // Onboarding finishes a challenge of its own.
    expect(told.at(-1)).toEqual(expected);
    expect(told.filter((data) => JSON.stringify(data) === JSON.stringify(expected))).toHaveLength(1);
    const events = await eventsOf(fixture);
    for (const one of events) expect(violations(schemaOf(one.event), one), one.event).toEqual([]);
    expect(new Set(events.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(events.length);
  });

  it('has a body that is compact JSON, with its members in their order', async () => {
    const fixture = await createRecorder();
    await onboard(fixture);
    const { data } = await fixture.api.GET('/sandbox/webhook-deliveries');
    for (const { body, event, createdAt, eventId } of required(data).data) {
      const parsed = JSON.parse(body) as Event;
      expect(JSON.stringify(parsed)).toBe(body);
      expect(Object.keys(parsed)).toEqual(['event', 'timestamp', 'idempotencyKey', 'data']);
      expect(parsed).toMatchObject({ event, timestamp: createdAt, idempotencyKey: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect(eventId).toMatch(/^evt_[0-9a-f]{24}$/);
    }
  });

  it('carries neither a PIN, nor an answer, nor a token, nor a code', async () => {
    const fixture = await createRecorder();
    const { id } = await onboard(fixture, { method: 'email', email: 'ada@example.com' });
    const challenge = await fixture.request(id, 'reset-pin');
    await fixture.approve(challenge.id, { pin: otherPin });
    const mails = await fixture.api.GET('/sandbox/emails');
    const bodies = JSON.stringify(await eventsOf(fixture));
    const [, token = 'none'] = challenge.redirectUrl.split('#');
    for (const secret of [goodPin, otherPin, token, ...required(mails.data).data.map(({ code }) => code), 'ada@example.com']) {
      expect(bodies).not.toContain(secret);
    }
  });
});

describe('challenge.completed', () => {
  const failures: [string, (fixture: Fixture, challenge: { id: string; customerId: string; redirectUrl: string }) => Promise<unknown>][] = [
    ['rejected', ({ gateway }, challenge) => gateway(challenge).POST('/gateway/{challengeId}/reject', at(challenge.id))],
    [
      'cancelled',
      ({ api }, { id: challengeId, customerId }) =>
        api.POST('/v2/customers/{customerId}/challenges/{challengeId}/cancel', { params: { path: { customerId, challengeId } } }),
    ],
    ['superseded', ({ request }, { customerId }) => request(customerId, 'update-pin')],
    ['locked_out', (fixture, { id }) => lockOut(fixture, id)],
    ['expired', ({ api }, { id }) => api.POST('/sandbox/challenges/{challengeId}/expire', at(id))],
  ];

  it.each(failures)('tells of a challenge that is %s, as the challenge and the return do', async (code, play) => {
    const fixture = await createRecorder();
    const { id } = await onboard(fixture);
    const challenge = await fixture.request(id, 'update-pin');
    const events = await eventsDuring(fixture, () => play(fixture, challenge));
    const { failure } = await fixture.challenge(challenge);
    expect(failure?.code).toBe(code);
    expect(dataOf(events, 'challenge.completed')).toEqual([
      { challengeId: challenge.id, customerId: id, task: 'update-pin', status: 'failed', failure },
    ]);
    const { data } = await fixture.gateway(challenge).GET('/gateway/{challengeId}/challenge', at(challenge.id));
    expect(new URL(required(data?.data.returnUrl)).searchParams.get('status')).toBe('failed');
    for (const one of events) expect(violations(schemaOf(one.event), one)).toEqual([]);
  });

  it('tells of an expiry at its moment, once, however many look at it, or nobody', async () => {
    const fixture = await createRecorder();
    const { id } = await onboard(fixture);
    const [looked, forgotten] = [await fixture.request(id, 'create-wallet'), await fixture.request(id, 'create-wallet')];
    fixture.advance(15 * minute + 5000);
    const read = await eventsDuring(fixture, () => Promise.all([1, 2, 3].map(() => fixture.challenge(looked))));
    const expired = read.filter(({ event }) => event === 'challenge.completed');
    expect(expired.map(({ data }) => data['challengeId']).toSorted()).toEqual([looked.id, forgotten.id].toSorted());
    for (const { timestamp, data } of expired) {
      expect(timestamp).toBe(looked.expiresAt);
      expect(data['failure']).toMatchObject({ code: 'expired' });
    }
  });

  it('tells of an expiry that is found only after the challenge is forgotten', async () => {
    const fixture = await createRecorder();
    const { id } = await onboard(fixture);
    const challenge = await fixture.request(id, 'create-wallet');
    const events = await eventsDuring(fixture, () => fixture.api.POST('/sandbox/clock/advance', { body: { seconds: 86_400 } }));
    expect(dataOf(events, 'challenge.completed')).toMatchObject([{ challengeId: challenge.id, failure: { code: 'expired' } }]);
  });

  it('is said to the log as well', async () => {
    const fixture = await createRecorder();
    const happened: Happening[] = [];
    fixture.mock.context.happened = (happening) => happened.push(happening);
    const { id } = await onboard(fixture);
    await fixture.request(id, 'update-pin');
    await fixture.request(id, 'update-pin');
    expect(happened).toMatchObject([
      { what: 'challenge', task: 'initialize', status: 'pending' },
      { what: 'challenge', task: 'initialize', status: 'verified' },
      { what: 'challenge', task: 'update-pin', status: 'pending' },
      { what: 'challenge', task: 'update-pin', status: 'failed', failure: 'superseded' },
      { what: 'challenge', task: 'update-pin', status: 'pending' },
    ]);
  });
});

describe('a recovery', () => {
  it('is told of once, with the questions, however they are asked for and answered', async () => {
    const fixture = await createRecorder();
    const { id } = await onboard(fixture);
    const challenge = await fixture.request(id, 'reset-pin');
    expect(dataOf(await eventsOf(fixture), 'customer.recovery_initiated')).toEqual([]);
    const gateway = fixture.gateway(challenge);
    for (let count = 0; count < 3; count++) {
      await gateway.POST('/gateway/{challengeId}/recovery/start', { ...at(challenge.id), body: { method: 'questions' } });
    }
    const wrong = [
      { questionId: 'first-pet', answer: 'wrong' },
      { questionId: 'birth-city', answer: 'wrong' },
    ] as const;
    await fixture.approve(challenge.id, { pin: otherPin, recovery: { method: 'questions', answers: [...wrong] } });
    await fixture.approve(challenge.id, { pin: otherPin });
    const events = await eventsOf(fixture);
    expect(dataOf(events, 'customer.recovery_initiated')).toEqual([
      { customerId: id, refId: 'user-1001', challengeId: challenge.id, method: 'questions' },
    ]);
    expect(dataOf(events, 'customer.recovery_completed')).toHaveLength(1);
    expect(events.findIndex(({ event }) => event === 'customer.recovery_initiated')).toBeLessThan(
      events.findIndex(({ event }) => event === 'customer.recovery_completed'),
    );
  });

  it('is begun by whoever answers without having asked, and not completed by what is wrong', async () => {
    const fixture = await createRecorder();
    const { id } = await onboard(fixture);
    const challenge = await fixture.request(id, 'reset-pin');
    const { data } = await fixture.gateway(challenge).GET('/gateway/{challengeId}/challenge', at(challenge.id));
    const answers = required(data?.data.recovery.questions).map(({ questionId }) => ({ questionId, answer: 'wrong' }));
    const refused = await fixture.approve(challenge.id, { pin: otherPin, recovery: { method: 'questions', answers } });
    expect(refused.error?.code).toBe('recovery_answers_incorrect');
    const events = await eventsOf(fixture);
    expect(dataOf(events, 'customer.recovery_initiated')).toHaveLength(1);
    expect(dataOf(events, 'customer.recovery_completed')).toEqual([]);
  });

  it('is not what setting one up is', async () => {
    const fixture = await createRecorder();
    const { id } = await onboard(fixture, { method: 'email', email: 'ada@example.com' });
    const challenge = await fixture.request(id, 'recovery');
    await fixture.approve(challenge.id, { pin: goodPin, recovery: { method: 'email', email: 'ada@example.com' } });
    const names = (await eventsOf(fixture)).map(({ event }) => event);
    expect(names.filter((name) => name.startsWith('customer.recovery'))).toEqual([]);
  });
});

describe('wallets', () => {
  it('that are made at once have an event each, with the name and reference of each', async () => {
    const fixture = await createRecorder();
    const { id: customerId } = await onboard(fixture);
    const { data } = await fixture.api.POST('/v2/customers/{customerId}/wallet/create', {
      params: { path: { customerId } },
      body: { redirectUrl: returnUrl, blockchains: ['ETH', 'SOL'], metadata: [{ name: 'Ether', refId: 'e-1' }, { name: 'Sol' }] },
    });
    const events = await eventsDuring(fixture, () => fixture.approve(required(data).data.id));
    expect(dataOf(events, 'wallet.created')).toMatchObject([
      { blockchain: 'ETH', name: 'Ether', refId: 'e-1' },
      { blockchain: 'SOL', name: 'Sol' },
    ]);
    expect(events.at(-1)?.event).toBe('challenge.completed');
  });
});

describe('the outbox', () => {
  /** Makes every write to a table fail. */
  const breakTable = ({ mock }: Fixture, table: string) =>
    sql`CREATE TRIGGER broken BEFORE INSERT ON ${sql.table(table)} BEGIN SELECT RAISE(ABORT, 'broken on purpose'); END`.execute(
      mock.context.db,
    );
  const quiet = { logFailure: () => {} };

  it('keeps no event of a change that is rolled back', async () => {
    const fixture = await createFixture({ webhookUrls: ['https://api.example.com/'], ...quiet });
    const happened: Happening[] = [];
    fixture.mock.context.happened = (happening) => happened.push(happening);
    const { id: customerId } = await fixture.createCustomer();
    const { data } = await fixture.api.POST('/v2/customers/{customerId}/initialize', {
      params: { path: { customerId } },
      body: { redirectUrl: returnUrl, blockchains: ['ETH'] },
    });
    await breakTable(fixture, 'wallets');
    const refused = await fixture.approve(required(data).data.id);
    expect(refused.response.status).toBe(500);
    expect((await fixture.customer(customerId)).hasPin).toBe(false);
    expect((await eventsOf(fixture)).map(({ event }) => event)).toEqual(['customer.created']);
    expect(happened).toMatchObject([{ status: 'pending' }]);
  });

  it.each(['events', 'webhookDeliveries'])('lets nothing happen that it cannot tell of (%s)', async (table) => {
    const fixture = await createFixture({ webhookUrls: ['https://api.example.com/'], ...quiet });
    await breakTable(fixture, table);
    const { response } = await fixture.api.POST('/v2/customers', { body: { name: 'Ada' } });
    expect(response.status).toBe(500);
    expect((await fixture.api.GET('/v2/customers')).data?.pagination.total).toBe(0);
  });

  it('delivers after a restart what had happened before', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'planbok-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const options = { data: join(folder, 'mock.db') };
    const receiver = await startReceiver();
    const first = await createFixture({ ...options, webhookUrls: [receiver.url] });
    await onboard(first);
    await first.mock.close();
    expect(receiver.received).toEqual([]);
    const second = await createFixture(options);
    await second.mock.tick();
    expect(receiver.events().toSorted()).toEqual(['challenge.completed', 'customer.created', 'customer.pin_setup']);
    expect(receiver.events().indexOf('customer.created')).toBeLessThan(receiver.events().indexOf('customer.pin_setup'));
    await second.mock.tick();
    expect(receiver.received).toHaveLength(3);
  });
});

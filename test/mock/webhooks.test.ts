import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Happening } from '../../mock/happening.ts';
import { contract, violations } from '../contract/contract.ts';
import {
  at,
  createRecorder,
  dataOf,
  type Event,
  eventsDuring,
  eventsOf,
  lockOut,
  scenarios,
  schemaOf,
  transactionScenarios,
} from './event-scenarios.ts';
import { createFixture, type Fixture, goodPin, onboard, otherPin, required, returnUrl } from './mock-fixture.ts';
import { startReceiver } from './receiver.ts';

const minute = 60_000;

describe('an event', () => {
  it('of every kind that the contract lets one subscribe to has a scenario', () => {
    const subscriptions = contract.components.schemas['WebhookSubscription']?.['x-extensible-enum'];
    const played = [...Object.keys(scenarios), ...Object.keys(transactionScenarios)];
    expect(['*', ...played].toSorted()).toEqual([...(subscriptions as string[])].toSorted());
    expect([...played, 'webhook_endpoint.pinged'].toSorted()).toEqual(Object.keys(contract.webhooks ?? {}).toSorted());
  });

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

  it('leaves what a refused request would have superseded as it was, and says nothing of it', async () => {
    const fixture = await createFixture({ webhookUrls: ['https://api.example.com/'], ...quiet });
    const { id } = await onboard(fixture);
    const challenge = await fixture.request(id, 'update-pin');
    const happened: Happening[] = [];
    fixture.mock.context.happened = (happening) => happened.push(happening);
    await breakTable(fixture, 'challenges');
    const events = await eventsDuring(fixture, () => expect(fixture.request(id, 'update-pin')).rejects.toThrow('internal_error'));
    expect(events).toEqual([]);
    expect(happened).toEqual([]);
    expect((await fixture.challenge(challenge)).status).toBe('pending');
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

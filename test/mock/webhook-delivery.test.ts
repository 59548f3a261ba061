import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startMock } from '../../mock/start-mock.ts';
import { attemptLimit, readRetryAfter, retryDelayMs, retryDelaysMs } from '../../mock/webhooks/schedule.ts';
import { createFixture, type Fixture, onboard, required, start } from './mock-fixture.ts';
import { type Received, type Receiver, startReceiver, status, verifyAsVendor } from './receiver.ts';

const secret = 'whsec_sandbox';
const minute = 60_000;
const hour = 60 * minute;

async function connect(receivers: Receiver[], options: Parameters<typeof createFixture>[0] = {}) {
  const fixture = await createFixture({ webhookUrls: receivers.map(({ url }) => url), ...options });
  return { ...fixture, tick: fixture.mock.tick };
}

async function deliveries({ api }: Pick<Fixture, 'api'>) {
  const { data } = await api.GET('/sandbox/webhook-deliveries', { params: { query: { order: 'asc', limit: 100 } } });
  return required(data).data;
}

async function endpoints({ api }: Pick<Fixture, 'api'>) {
  return required((await api.GET('/v2/webhook-endpoints')).data).data;
}

const verify = ({ mock }: Pick<Fixture, 'mock'>, received: Pick<Received, 'headers' | 'raw'>, secret: string) =>
  verifyAsVendor(received, secret, mock.context.clock.realNow());

async function redeliver({ api }: Pick<Fixture, 'api'>, delivery: { id: string; webhookEndpointId: string }) {
  const { data } = await api.POST('/v2/webhook-endpoints/{webhookEndpointId}/deliveries/{deliveryId}/redeliver', {
    params: { path: { webhookEndpointId: delivery.webhookEndpointId, deliveryId: delivery.id } },
  });
  return required(data).data;
}

describe('a webhook', () => {
  it('is signed as the vendor signs, over the bytes as they go out', async () => {
    const receiver = await startReceiver();
    const fixture = await connect([receiver]);
    await fixture.createCustomer('Ada "Countess" Lovelace – 👩‍💻 </script>');
    await fixture.tick();
    const [received] = receiver.received;
    const { headers, raw } = required(received);
    expect(verify(fixture, { headers, raw }, secret)).toBe(200);
    expect(verify(fixture, { headers, raw }, 'whsec_other')).toBe(401);
    expect(verify(fixture, { headers, raw: `${raw} ` }, secret)).toBe(401);
    // The vendor's demo signs what it has parsed and printed again.
    expect(verify(fixture, { headers, raw: JSON.stringify(JSON.parse(raw)) }, secret)).toBe(200);
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'x-webhook-event': 'customer.created',
      'x-webhook-id': expect.stringMatching(/^evt_[0-9a-f]{24}$/),
      'x-webhook-timestamp': expect.stringMatching(/^\d{10}$/),
      'user-agent': expect.stringMatching(/^Planbok-Webhooks/),
    });
    expect(headers).not.toHaveProperty('x-webhook-signature-previous');
  });

  it('is signed in real time, wherever the Sandbox clock stands', async () => {
    const receiver = await startReceiver();
    const fixture = await connect([receiver]);
    await fixture.api.POST('/sandbox/clock/advance', { body: { seconds: 86_400 } });
    await fixture.createCustomer();
    await fixture.tick();
    expect(verify(fixture, required(receiver.received[0]), secret)).toBe(200);
  });

  it('carries the signature of the old secret beside it as long as a rotation overlaps', async () => {
    const receiver = await startReceiver();
    const fixture = await connect([receiver]);
    const { id: webhookEndpointId } = required((await endpoints(fixture))[0]);
    const rotate = async (overlapSeconds: number) => {
      const { data } = await fixture.api.POST('/v2/webhook-endpoints/{webhookEndpointId}/rotate-secret', {
        params: { path: { webhookEndpointId } },
        body: { overlapSeconds },
      });
      return required(data).data.secret;
    };
    const next = async () => {
      await fixture.createCustomer();
      await fixture.tick();
      const { headers, raw } = required(receiver.received.at(-1));
      const { 'x-webhook-signature-previous': previous } = headers;
      return { headers, raw, previous: { headers: { ...headers, 'x-webhook-signature': previous }, raw } };
    };
    const second = await rotate(60);
    const during = await next();
    expect(verify(fixture, during, second)).toBe(200);
    expect(verify(fixture, during.previous, secret)).toBe(200);
    fixture.advance(minute);
    const after = await next();
    expect(verify(fixture, after, second)).toBe(200);
    expect(after.headers).not.toHaveProperty('x-webhook-signature-previous');
    await rotate(3600);
    const fourth = await rotate(3600);
    const replaced = await next();
    expect(verify(fixture, replaced, fourth)).toBe(200);
    expect(verify(fixture, replaced.previous, second)).toBe(401);
    const fifth = await rotate(0);
    const alone = await next();
    expect(verify(fixture, alone, fifth)).toBe(200);
    expect(alone.headers).not.toHaveProperty('x-webhook-signature-previous');
  });

  it('goes to those endpoints alone that asked for it, and to each under one id and one key', async () => {
    const [all, some, none, disabled] = [await startReceiver(), await startReceiver(), await startReceiver(), await startReceiver()];
    const fixture = await connect([all]);
    for (const [{ url }, events] of [[some, ['customer.created']], [none, ['wallet.created']], [disabled, ['*']]] as const) {
      const { data } = await fixture.api.POST('/v2/webhook-endpoints', { body: { url, events: [...events] } });
      const path = { webhookEndpointId: required(data).data.id };
      if (url !== disabled.url) continue;
      await fixture.api.PATCH('/v2/webhook-endpoints/{webhookEndpointId}', { params: { path }, body: { status: 'disabled' } });
    }
    await fixture.createCustomer();
    await fixture.tick();
    expect([all, some, none, disabled].map(({ received }) => received.length)).toEqual([1, 1, 0, 0]);
    expect(all.received[0]?.raw).toBe(some.received[0]?.raw);
    expect(all.received[0]?.id).toBe(some.received[0]?.id);
  });

  it('that nobody asked for is not kept', async () => {
    const fixture = await createFixture();
    await fixture.createCustomer();
    expect(await fixture.mock.context.db.selectFrom('events').selectAll().execute()).toEqual([]);
  });
});

describe('the order of webhooks', () => {
  it('is that of what happened to one resource, while others go ahead', async () => {
    let fails = true;
    const receiver = await startReceiver(({ event }, response) => {
      response.writeHead(fails && event === 'customer.created' ? 500 : 200).end();
    });
    const fixture = await connect([receiver]);
    const customer = await onboard(fixture);
    await fixture.tick();
    // customer.pin_setup is of the same customer and waits; challenge.completed is of the challenge.
    expect(receiver.events()).toEqual(['customer.created', 'challenge.completed']);
    const [created, setup] = await deliveries(fixture);
    expect(created).toMatchObject({ event: 'customer.created', status: 'pending', attemptCount: 1 });
    expect(setup).toMatchObject({ event: 'customer.pin_setup', status: 'pending', attemptCount: 0 });
    expect(setup).not.toHaveProperty('nextAttemptAt');
    await fixture.createCustomer('Grace Hopper');
    await fixture.tick();
    expect(receiver.received.at(-1)?.data['name']).toBe('Grace Hopper');
    fails = false;
    fixture.advance(minute);
    await fixture.tick();
    const ofAda = receiver.received.filter(({ data }) => data['customerId'] === customer.id && data['task'] === undefined);
    expect(ofAda.map(({ event }) => event)).toEqual(['customer.created', 'customer.created', 'customer.pin_setup']);
  });

  it('goes on when an event is given up', async () => {
    const receiver = await startReceiver(({ event }, response) => {
      response.writeHead(event === 'customer.created' ? 500 : 200).end();
    });
    const fixture = await connect([receiver]);
    await onboard(fixture);
    for (let attempt = 1; attempt < attemptLimit; attempt++) {
      await fixture.tick();
      fixture.advance(20 * hour);
    }
    expect(receiver.events()).not.toContain('customer.pin_setup');
    await fixture.tick();
    expect((await deliveries(fixture))[0]).toMatchObject({ event: 'customer.created', status: 'failed', attemptCount: attemptLimit });
    expect(receiver.events().at(-1)).toBe('customer.pin_setup');
  });

  it('of one endpoint is nothing to another', async () => {
    const [broken, sound] = [await startReceiver(status(500)), await startReceiver()];
    const fixture = await connect([broken, sound]);
    await onboard(fixture);
    await fixture.tick();
    expect(sound.events().toSorted()).toEqual(['challenge.completed', 'customer.created', 'customer.pin_setup']);
    expect(sound.events().indexOf('customer.created')).toBeLessThan(sound.events().indexOf('customer.pin_setup'));
    expect(broken.events()).not.toContain('customer.pin_setup');
  });
});

describe('a delivery that fails', () => {
  it('is made eight times over about a day on the Sandbox clock, with a fresh signature, and then given up', async () => {
    const receiver = await startReceiver(status(500));
    const fixture = await connect([receiver]);
    await fixture.createCustomer();
    const waits: number[] = [];
    for (let attempt = 1; attempt <= attemptLimit; attempt++) {
      await fixture.tick();
      const [delivery] = await deliveries(fixture);
      const { attemptCount, nextAttemptAt, attempts } = required(delivery);
      expect(attemptCount).toBe(attempt);
      expect(verify(fixture, required(receiver.received.at(-1)), secret)).toBe(200);
      if (nextAttemptAt === undefined) break;
      const wait = Date.parse(nextAttemptAt) - Date.parse(required(attempts.at(-1)).attemptedAt);
      waits.push(wait);
      fixture.advance(wait - 1);
      await fixture.tick();
      expect(receiver.received).toHaveLength(attempt);
      fixture.advance(1);
    }
    expect(receiver.received).toHaveLength(8);
    const documented = [30_000, 2 * minute, 8 * minute, 30 * minute, 2 * hour, 6 * hour, 15 * hour];
    for (const [index, wait] of waits.entries()) {
      expect(Math.abs(wait / required(documented[index]) - 1)).toBeLessThanOrEqual(0.2);
    }
    expect(waits).toHaveLength(7);
    const [delivery] = await deliveries(fixture);
    expect(delivery).toMatchObject({ status: 'failed', attemptCount: 8, responseStatus: 500, completedAt: expect.any(String) });
    fixture.advance(48 * hour);
    await fixture.tick();
    expect(receiver.received).toHaveLength(8);
    expect(new Set(receiver.received.map(({ id, raw }) => id + raw)).size).toBe(1);
  });

  it('is made again by whoever moves the Sandbox clock', async () => {
    const receiver = await startReceiver((received, response, count) => status(count === 1 ? 503 : 204)(received, response, count));
    const fixture = await connect([receiver]);
    await fixture.createCustomer();
    await fixture.tick();
    await fixture.api.POST('/sandbox/clock/advance', { body: { seconds: 36 } });
    await fixture.tick();
    expect((await deliveries(fixture))[0]).toMatchObject({ status: 'succeeded', attemptCount: 2, responseStatus: 204 });
  });

  it.each([301, 302, 303, 307, 308])('because of a redirect (%i) is not followed', async (code) => {
    const other = await startReceiver();
    const receiver = await startReceiver(status(code, { Location: other.url }));
    const fixture = await connect([receiver]);
    await fixture.createCustomer();
    await fixture.tick();
    expect(other.received).toEqual([]);
    const [delivery] = await deliveries(fixture);
    expect(delivery).toMatchObject({ status: 'pending', responseStatus: code, attempts: [{ error: 'redirect' }] });
  });

  it.each([400, 401, 404, 429, 500, 503, 304, 300])('because of the status %i is repeated', async (code) => {
    const receiver = await startReceiver(status(code));
    const fixture = await connect([receiver]);
    await fixture.createCustomer();
    await fixture.tick();
    const [delivery] = await deliveries(fixture);
    expect(delivery).toMatchObject({ status: 'pending', responseStatus: code, attempts: [{ error: 'status', responseStatus: code }] });
  });

  it.each([600, 999])('because of a status that HTTP does not have (%i) got no answer', async (code) => {
    const receiver = await startReceiver(status(code));
    const fixture = await connect([receiver]);
    await fixture.createCustomer();
    await fixture.tick();
    const [delivery] = await deliveries(fixture);
    expect(delivery).toMatchObject({ status: 'pending', attempts: [{ error: 'connection_failed' }] });
    expect(delivery).not.toHaveProperty('responseStatus');
  });

  it.each([200, 201, 202, 204, 299])('is not one with the status %i', async (code) => {
    const receiver = await startReceiver(status(code));
    const fixture = await connect([receiver]);
    await fixture.createCustomer();
    await fixture.tick();
    expect((await deliveries(fixture))[0]).toMatchObject({ status: 'succeeded', responseStatus: code });
  });

  it('because nobody listens is repeated, and has no status', async () => {
    const server = createServer();
    const port = await new Promise<number>((resolve) => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));
    await new Promise((resolve) => server.close(resolve));
    const fixture = await createFixture({ webhookUrls: [`http://127.0.0.1:${port}/`] });
    await fixture.createCustomer();
    await fixture.mock.tick();
    const [delivery] = await deliveries(fixture);
    expect(delivery).toMatchObject({ status: 'pending', attempts: [{ error: 'connection_failed' }] });
    expect(delivery).not.toHaveProperty('responseStatus');
    expect(delivery?.attempts[0]).not.toHaveProperty('answeredAt');
  });

  it('because no answer comes in time, or not the end of it, is repeated', async () => {
    const [silent, halting] = [
      await startReceiver(() => {}),
      await startReceiver((_received, response) => void response.writeHead(200, { 'Content-Length': '10' }).write('half')),
    ];
    const fixture = await connect([silent, halting], { webhookTimeoutMs: 150 });
    await fixture.createCustomer();
    await fixture.tick();
    for (const { attempts, status } of await deliveries(fixture)) {
      expect(status).toBe('pending');
      expect(attempts).toEqual([expect.objectContaining({ error: 'timeout' })]);
      expect(attempts[0]).not.toHaveProperty('answeredAt');
    }
  });

  it('is not one because the answer has no end: only its beginning is read', async () => {
    let open = 0;
    const receiver = await startReceiver((_received, response) => {
      open += 1;
      const timer = setInterval(() => response.write('x'.repeat(10_000)), 1);
      response.on('close', () => {
        clearInterval(timer);
        open -= 1;
      });
    });
    const fixture = await connect([receiver]);
    await fixture.createCustomer();
    await fixture.tick();
    const [delivery] = await deliveries(fixture);
    expect(delivery).toMatchObject({ status: 'succeeded', attempts: [{ responseBody: 'x'.repeat(1000) }] });
    await expect.poll(() => open).toBe(0);
  });

  it('is put off by Retry-After, in seconds or as a date, by a day at most', async () => {
    for (const [header, expected] of [
      ['600', 600_000],
      [new Date(start + 900_000).toUTCString(), 900_000],
      ['99999999', 24 * hour],
      ['1', 30_000],
      ['soon', 30_000],
    ] as const) {
      const receiver = await startReceiver(status(429, { 'Retry-After': header }));
      const fixture = await connect([receiver]);
      await fixture.createCustomer();
      await fixture.tick();
      const [delivery] = await deliveries(fixture);
      const wait = Date.parse(required(delivery?.nextAttemptAt)) - Date.parse(required(delivery).createdAt);
      if (expected === 30_000) expect(Math.abs(wait - expected), header).toBeLessThanOrEqual(6_000);
      else expect(wait, header).toBe(expected);
    }
  });

  it('with 410 fails at once, disables its endpoint, and takes along what else is pending for it', async () => {
    const receiver = await startReceiver(({ event }, response) => {
      response.writeHead(event === 'challenge.completed' ? 410 : 500).end();
    });
    const fixture = await connect([receiver]);
    await onboard(fixture);
    await fixture.tick();
    expect(await endpoints(fixture)).toMatchObject([{ status: 'disabled', disabledReason: 'gone' }]);
    for (const one of await deliveries(fixture)) {
      expect(one).toMatchObject({ status: 'failed', completedAt: expect.any(String) });
      expect(one).not.toHaveProperty('nextAttemptAt');
    }
    const count = receiver.received.length;
    await fixture.createCustomer();
    fixture.advance(hour);
    await fixture.tick();
    expect(receiver.received).toHaveLength(count);
  });

  it('with 410 says nothing of the URL that the endpoint has got meanwhile', async () => {
    const next = await startReceiver();
    let move = async () => {};
    const receiver = await startReceiver((_received, response) => void move().then(() => response.writeHead(410).end()));
    const fixture = await connect([receiver]);
    const { id } = required((await endpoints(fixture))[0]);
    move = async () => {
      const params = { path: { webhookEndpointId: id } };
      await fixture.api.PATCH('/v2/webhook-endpoints/{webhookEndpointId}', { params, body: { url: next.url } });
    };
    await fixture.createCustomer();
    await fixture.tick();
    expect(await endpoints(fixture)).toMatchObject([{ status: 'active', url: next.url }]);
  });

  it('goes to the new URL when the endpoint gets one', async () => {
    const [broken, sound] = [await startReceiver(status(500)), await startReceiver()];
    const fixture = await connect([broken]);
    await fixture.createCustomer();
    await fixture.tick();
    const { id } = required((await endpoints(fixture))[0]);
    const params = { path: { webhookEndpointId: id } };
    await fixture.api.PATCH('/v2/webhook-endpoints/{webhookEndpointId}', { params, body: { url: sound.url } });
    fixture.advance(minute);
    await fixture.tick();
    expect((await deliveries(fixture))[0]).toMatchObject({ status: 'succeeded', attempts: [{ url: broken.url }, { url: sound.url }] });
  });

  it('is given up when its endpoint is disabled, and not made up for when it is enabled again', async () => {
    const receiver = await startReceiver(status(500));
    const fixture = await connect([receiver]);
    await fixture.createCustomer();
    await fixture.tick();
    const { id } = required((await endpoints(fixture))[0]);
    const params = { path: { webhookEndpointId: id } };
    const change = (status: 'active' | 'disabled') =>
      fixture.api.PATCH('/v2/webhook-endpoints/{webhookEndpointId}', { params, body: { status } });
    await change('disabled');
    expect((await deliveries(fixture))[0]).toMatchObject({ status: 'failed' });
    await fixture.createCustomer();
    await change('active');
    fixture.advance(hour);
    await fixture.tick();
    expect(receiver.received).toHaveLength(1);
  });
});

describe('a redelivery', () => {
  it('sends the same event again, with the same id and a fresh signature, after a success too', async () => {
    const receiver = await startReceiver();
    const fixture = await connect([receiver]);
    await fixture.createCustomer();
    await fixture.tick();
    const [delivery] = await deliveries(fixture);
    const again = await redeliver(fixture, required(delivery));
    expect(again).toMatchObject({ id: delivery?.id, status: 'pending', attemptCount: 1, nextAttemptAt: '2026-03-02T09:00:00.000Z' });
    expect(again).not.toHaveProperty('completedAt');
    await fixture.tick();
    const [first, second] = receiver.received;
    expect(second).toMatchObject({ id: first?.id, raw: first?.raw });
    expect(verify(fixture, required(second), secret)).toBe(200);
    expect((await deliveries(fixture))[0]).toMatchObject({
      status: 'succeeded',
      attempts: [{ trigger: 'schedule' }, { number: 2, trigger: 'redelivery' }],
    });
  });

  it('begins the schedule anew when it fails, whatever the status of the endpoint', async () => {
    const receiver = await startReceiver(status(410));
    const fixture = await connect([receiver]);
    await fixture.createCustomer();
    await fixture.tick();
    expect(await endpoints(fixture)).toMatchObject([{ status: 'disabled' }]);
    receiver.answerWith(status(500));
    await redeliver(fixture, required((await deliveries(fixture))[0]));
    for (let attempt = 1; attempt <= attemptLimit + 2; attempt++) {
      await fixture.tick();
      fixture.advance(20 * hour);
    }
    const [delivery] = await deliveries(fixture);
    expect(delivery).toMatchObject({ status: 'failed', attemptCount: 1 + attemptLimit });
    expect(delivery?.attempts.map(({ trigger }) => trigger)).toEqual([
      'schedule',
      'redelivery',
      ...Array<string>(attemptLimit - 1).fill('schedule'),
    ]);
  });

  it('goes out although an earlier event of the resource is still pending', async () => {
    const receiver = await startReceiver(({ event }, response) => {
      response.writeHead(event === 'customer.created' ? 500 : 200).end();
    });
    const fixture = await connect([receiver]);
    await onboard(fixture);
    await fixture.tick();
    const setup = (await deliveries(fixture)).find(({ event }) => event === 'customer.pin_setup');
    await redeliver(fixture, required(setup));
    await fixture.tick();
    expect(receiver.events()).toContain('customer.pin_setup');
  });

  it('that is asked for while an attempt is under way comes after it', async () => {
    let ask = async () => {};
    const receiver = await startReceiver((_received, response, count) => {
      if (count === 1) void ask().then(() => response.end());
      else response.end();
    });
    const fixture = await connect([receiver]);
    ask = async () => {
      await redeliver(fixture, required((await deliveries(fixture))[0]));
    };
    await fixture.createCustomer();
    await fixture.tick();
    expect((await deliveries(fixture))[0]).toMatchObject({
      status: 'succeeded',
      attempts: [{ trigger: 'schedule' }, { trigger: 'redelivery' }],
    });
  });
});

describe('an attempt that is under way while its endpoint is disabled', () => {
  it.each(['schedule', 'redelivery'] as const)('and succeeds has succeeded, and leaves nothing for the next one (%s)', async (trigger) => {
    let disable = async () => {};
    const receiver = await startReceiver((_received, response) => void disable().then(() => response.end()));
    const fixture = await connect([receiver]);
    const { id: webhookEndpointId } = required((await endpoints(fixture))[0]);
    await fixture.createCustomer();
    if (trigger === 'redelivery') {
      await fixture.tick();
      await redeliver(fixture, required((await deliveries(fixture))[0]));
    }
    disable = async () => {
      const params = { path: { webhookEndpointId } };
      await fixture.api.PATCH('/v2/webhook-endpoints/{webhookEndpointId}', { params, body: { status: 'disabled' } });
    };
    await fixture.tick();
    const [delivery] = await deliveries(fixture);
    expect(delivery).toMatchObject({ status: 'succeeded', responseStatus: 200 });
    expect(delivery?.attempts.at(-1)?.trigger).toBe(trigger);
    await redeliver(fixture, required(delivery));
    await fixture.tick();
    expect((await deliveries(fixture))[0]?.attempts.at(-1)?.trigger).toBe('redelivery');
  });
});

describe('a reset', () => {
  it('breaks off what is under way, which is not taken for that which comes after it under the same seed', async () => {
    const answers: (() => void)[] = [];
    const receiver = await startReceiver((_received, response) => void answers.push(() => response.end()));
    const mock = await startMock({ seed: 7, webhookUrls: [receiver.url] });
    onTestFinished(() => mock.stop());
    const headers = { 'PLANBOK-X-API-KEY': mock.keys.apiKey, 'Content-Type': 'application/json' };
    const create = () => fetch(`${mock.apiUrl}/v2/customers`, { method: 'POST', headers, body: JSON.stringify({ name: 'Ada' }) });
    const list = async () => (await (await fetch(`${mock.apiUrl}/sandbox/webhook-deliveries`, { headers })).json()).data;
    await create();
    await expect.poll(() => answers.length).toBe(1);
    const [before] = await list();
    await fetch(`${mock.apiUrl}/sandbox/reset`, { method: 'POST', headers });
    await create();
    expect(await list()).toEqual([before]);
    await expect.poll(() => answers.length).toBe(2);
    answers[0]?.();
    expect(await list()).toMatchObject([{ status: 'pending', attemptCount: 0 }]);
    answers[1]?.();
    await expect.poll(list).toMatchObject([{ status: 'succeeded', attemptCount: 1 }]);
  });
});

describe('a ping', () => {
  it('is sent whatever the endpoint has subscribed to, and whatever its status', async () => {
    const receiver = await startReceiver();
    const fixture = await createFixture();
    const { data } = await fixture.api.POST('/v2/webhook-endpoints', { body: { url: receiver.url, events: ['wallet.created'] } });
    const endpoint = required(data).data;
    const params = { path: { webhookEndpointId: endpoint.id } };
    await fixture.api.PATCH('/v2/webhook-endpoints/{webhookEndpointId}', { params, body: { status: 'disabled' } });
    const pinged = await fixture.api.POST('/v2/webhook-endpoints/{webhookEndpointId}/ping', { params });
    expect(pinged.response.status).toBe(202);
    expect(pinged.data?.data).toMatchObject({ event: 'webhook_endpoint.pinged', status: 'pending', attemptCount: 0 });
    await fixture.mock.tick();
    const [received] = receiver.received;
    expect(received).toMatchObject({ event: 'webhook_endpoint.pinged', data: { webhookEndpointId: endpoint.id } });
    expect(verify(fixture, required(received), endpoint.secret)).toBe(200);
    expect((await deliveries(fixture))[0]).toMatchObject({ id: pinged.data?.data.id, status: 'succeeded' });
  });
});

describe('the schedule', () => {
  it('spreads deliveries, each the same at every time', () => {
    const ids = Array.from({ length: 500 }, (_, index) => index.toString(16).padStart(24, '0'));
    for (const [index, delay] of retryDelaysMs.entries()) {
      const shares = ids.map((id) => required(retryDelayMs(id, index + 1)) / delay);
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(0.8);
      expect(Math.max(...shares)).toBeLessThanOrEqual(1.2);
      expect(Math.max(...shares) - Math.min(...shares)).toBeGreaterThan(0.35);
      expect(ids.map((id) => required(retryDelayMs(id, index + 1)) / delay)).toEqual(shares);
    }
    expect(retryDelayMs('a', attemptLimit)).toBeUndefined();
    expect(retryDelaysMs.reduce((sum, delay) => sum + delay) / hour).toBeCloseTo(24, 0);
  });

  it('understands Retry-After, and takes nonsense for nothing', () => {
    const now = Date.parse('2026-03-02T09:00:00Z');
    expect(readRetryAfter('120', now)).toBe(120_000);
    expect(readRetryAfter('Mon, 02 Mar 2026 09:02:00 GMT', now)).toBe(120_000);
    expect(readRetryAfter('Mon, 02 Mar 2026 08:00:00 GMT', now)).toBe(0);
    for (const nonsense of [undefined, '', '-5', '1.5', 'never', '2026-03-02', 'Foo GMT']) expect(readRetryAfter(nonsense, now)).toBe(0);
  });
});

describe('a running mock', () => {
  const call = (apiUrl: string, path: string, body?: object) =>
    fetch(`${apiUrl}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'PLANBOK-X-API-KEY': 'pk_sandbox_full', 'Content-Type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  async function run(urls: string[], options: Parameters<typeof startMock>[0] = {}) {
    const mock = await startMock({ port: 0, gatewayPort: 0, webhookUrls: urls, ...options });
    onTestFinished(() => mock.stop());
    return mock;
  }

  it('delivers by itself, as soon as something has happened', async () => {
    const receiver = await startReceiver();
    const { apiUrl } = await run([receiver.url]);
    await call(apiUrl, '/v2/customers', { name: 'Ada' });
    await expect.poll(() => receiver.events(), { timeout: 10_000 }).toEqual(['customer.created']);
  });

  it('lets challenges expire by itself, and tells of it', async () => {
    const receiver = await startReceiver();
    const { apiUrl } = await run([receiver.url]);
    const { data: customer } = await (await call(apiUrl, '/v2/customers', { name: 'Ada' })).json();
    const asked = await call(apiUrl, `/v2/customers/${customer.id}/initialize`, { redirectUrl: 'https://app.example.com/' });
    const { data: challenge } = await asked.json();
    await call(apiUrl, '/sandbox/clock/advance', { seconds: 3600 });
    await expect.poll(() => receiver.events(), { timeout: 10_000 }).toContain('challenge.completed');
    const told = receiver.received.find(({ event }) => event === 'challenge.completed');
    expect(told?.data).toMatchObject({ challengeId: challenge.id, failure: { code: 'expired' } });
    expect(JSON.parse(required(told).raw).timestamp).toBe(challenge.expiresAt);
  });

  it('answers as fast beside receivers that are slow or dead, which hold up nobody else', async () => {
    const [sound, second, third] = [await startReceiver(), await startReceiver(), await startReceiver()];
    const slow = await startReceiver(() => {});
    const dead = 'http://127.0.0.1:1/';
    const time = async (urls: string[]) => {
      const { apiUrl } = await run(urls);
      await call(apiUrl, '/v2/customers', { name: 'Warm up' });
      const began = performance.now();
      for (let count = 0; count < 200; count++) await (await call(apiUrl, '/v2/customers', { name: `Customer ${count}` })).text();
      return performance.now() - began;
    };
    const alone = await time([second.url, third.url, second.url.replace('/webhooks', '/more')]);
    const beside = await time([sound.url, slow.url, dead]);
    expect(beside / alone).toBeLessThan(2);
    expect(slow.received.length).toBeLessThanOrEqual(4);
    await expect.poll(() => sound.received.length, { timeout: 10_000 }).toBe(201);
  }, 60_000);

  it('stops at once while a receiver keeps it waiting', async () => {
    const receiver = await startReceiver(() => {});
    const mock = await startMock({ port: 0, gatewayPort: 0, webhookUrls: [receiver.url] });
    await call(mock.apiUrl, '/v2/customers', { name: 'Ada' });
    await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBe(1);
    const began = performance.now();
    await mock.stop();
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it('makes an attempt again that was broken off, after the next start', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'planbok-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const data = join(folder, 'mock.db');
    const receiver = await startReceiver(() => {});
    const first = await startMock({ port: 0, gatewayPort: 0, data, webhookUrls: [receiver.url] });
    await call(first.apiUrl, '/v2/customers', { name: 'Ada' });
    await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBe(1);
    await first.stop();
    receiver.answerWith(status(200));
    const second = await run([receiver.url], { data });
    await expect.poll(() => receiver.received.length, { timeout: 10_000 }).toBe(2);
    expect(receiver.received[1]).toMatchObject({ id: receiver.received[0]?.id, raw: receiver.received[0]?.raw });
    const list = async () => (await (await call(second.apiUrl, '/sandbox/webhook-deliveries')).json()).data;
    await expect.poll(list, { timeout: 10_000 }).toMatchObject([{ status: 'succeeded', attemptCount: 1 }]);
  });

  it('says what a delivery came to, without the query of its URL', async () => {
    const receiver = await startReceiver(status(503));
    const fixture = await createFixture({ webhookUrls: [`${receiver.url}?token=secret-of-the-receiver`] });
    const happened: unknown[] = [];
    fixture.mock.context.happened = (happening) => happened.push(happening);
    await fixture.createCustomer();
    await fixture.mock.tick();
    expect(happened).toEqual([
      { what: 'webhook', event: 'customer.created', url: receiver.url, attempt: 1, outcome: '503', milliseconds: expect.any(Number) },
    ]);
  });
});

import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMock } from '../../mock/server.ts';
import { createFixture, type Fixture, required } from './mock-fixture.ts';
import { startReceiver, status } from './receiver.ts';

const url = 'https://api.example.com/webhooks/planbok';
const day = 24 * 3_600_000;

async function createEndpoint({ api }: Fixture, body: { url: string; events?: string[]; description?: string } = { url }) {
  const { data, error } = await api.POST('/v2/webhook-endpoints', { body });
  if (error !== undefined) throw new Error(JSON.stringify(error));
  return required(data).data;
}

const at = (webhookEndpointId: string) => ({ params: { path: { webhookEndpointId } } });

async function readEndpoint({ api }: Fixture, id: string) {
  const { data } = await api.GET('/v2/webhook-endpoints/{webhookEndpointId}', at(id));
  return required(data).data;
}

describe('a webhook endpoint', () => {
  it('shows its secret once, and after that its end', async () => {
    const fixture = await createFixture();
    const { secret, ...shown } = await createEndpoint(fixture, { url, description: 'Ledger' });
    expect(secret).toMatch(/^whsec_[0-9a-f]{64}$/);
    expect(shown).toMatchObject({ url, description: 'Ledger', events: ['*'], status: 'active', secretHint: `whsec_...${secret.slice(-4)}` });
    expect(await readEndpoint(fixture, shown.id)).toEqual(shown);
    const { data } = await fixture.api.GET('/v2/webhook-endpoints');
    expect(data?.data).toEqual([shown]);
    expect(JSON.stringify(data) + fixture.lines.join()).not.toContain(secret);
  });

  it('is listed with all others, the newest first, over all pages', async () => {
    const fixture = await createFixture();
    const ids: string[] = [];
    for (let count = 0; count < 12; count++) {
      ids.unshift((await createEndpoint(fixture, { url: `${url}/${count}` })).id);
      fixture.advance(1000);
    }
    const found: string[] = [];
    for (const page of [1, 2, 3]) {
      const { data } = await fixture.api.GET('/v2/webhook-endpoints', { params: { query: { page, limit: 5 } } });
      expect(data?.pagination).toEqual({ page, limit: 5, total: 12, pages: 3 });
      found.push(...required(data).data.map(({ id }) => id));
    }
    expect(found).toEqual(ids);
  });

  it.each([
    ['http://hooks.example.com/in', /^Webhook URL http:\/\/hooks\.example\.com is not allowed: use https/],
    ['http://10.0.0.7/in', /is not allowed: use https/],
    ['http://localhost.example.com/in', /is not allowed: use https/],
    ['ftp://localhost/in', /has the scheme ftp/],
    ['file:///etc/passwd', /has the scheme file/],
    ['https://user:password@example.com/in', /user name or a password/],
    ['https://example.com/in#there', /fragment/],
    ['https://example.com/in#', /fragment/],
  ])('is not made for %s, nor moved there', async (forbidden, message) => {
    const fixture = await createFixture();
    const made = await fixture.api.POST('/v2/webhook-endpoints', { body: { url: forbidden } });
    const { id } = await createEndpoint(fixture);
    const moved = await fixture.api.PATCH('/v2/webhook-endpoints/{webhookEndpointId}', { ...at(id), body: { url: forbidden } });
    for (const { response, error } of [made, moved]) {
      expect(response.status).toBe(400);
      expect(error?.code).toBe('webhook_url_not_allowed');
      expect(error?.message).toMatch(message);
      expect(error?.errors.details[0]?.path).toBe('body/url');
    }
    expect((await readEndpoint(fixture, id)).url).toBe(url);
  });

  it.each(['http://localhost:3000/in', 'http://127.0.0.1/in', 'http://[::1]:8080/in', 'http://app.localhost/in', 'https://10.0.0.7/in?token=1'])(
    'is made for %s',
    async (allowed) => {
      const fixture = await createFixture();
      expect((await createEndpoint(fixture, { url: allowed })).url).toBe(allowed);
    },
  );

  it('subscribes to events that exist, or to all of them', async () => {
    const fixture = await createFixture();
    const { id } = await createEndpoint(fixture, { url, events: ['transaction.confirmed', 'challenge.completed'] });
    for (const events of [['transaction.confirmed', 'transaction.confirmd'], ['webhook_endpoint.pinged', '*']]) {
      const made = await fixture.api.POST('/v2/webhook-endpoints', { body: { url, events } });
      const changed = await fixture.api.PATCH('/v2/webhook-endpoints/{webhookEndpointId}', { ...at(id), body: { events } });
      for (const { error } of [made, changed]) {
        expect(error?.code).toBe('validation_failed');
        expect(error?.message).toMatch(/^There is no event \S+\. Subscribe to \*, transaction\.created, .*challenge\.completed\.$/);
      }
    }
    const both = await fixture.api.POST('/v2/webhook-endpoints', { body: { url, events: ['*', 'wallet.created'] } });
    expect(both.error?.message).toBe('* stands for all events: send it alone.');
    expect((await readEndpoint(fixture, id)).events).toEqual(['transaction.confirmed', 'challenge.completed']);
  });

  it('keeps what an update leaves out', async () => {
    const fixture = await createFixture();
    const { secret: _, ...made } = await createEndpoint(fixture, { url, events: ['wallet.created'], description: 'Ledger' });
    fixture.advance(1000);
    const { data } = await fixture.api.PATCH('/v2/webhook-endpoints/{webhookEndpointId}', { ...at(made.id), body: { events: ['*'] } });
    expect(data?.data).toEqual({ ...made, events: ['*'], updatedAt: '2026-03-02T09:00:01.000Z' });
  });

  it('tells why it is disabled, and forgets it when it is enabled', async () => {
    const fixture = await createFixture();
    const { id } = await createEndpoint(fixture);
    const change = async (status: 'active' | 'disabled') => {
      const { data } = await fixture.api.PATCH('/v2/webhook-endpoints/{webhookEndpointId}', { ...at(id), body: { status } });
      return required(data).data;
    };
    expect(await change('disabled')).toMatchObject({ status: 'disabled', disabledReason: 'requested' });
    expect(await change('active')).not.toHaveProperty('disabledReason');
  });

  it('is deleted with its log', async () => {
    const fixture = await createFixture();
    const { url } = await startReceiver();
    const { id } = await createEndpoint(fixture, { url });
    await fixture.createCustomer();
    await fixture.mock.tick();
    expect((await fixture.api.GET('/sandbox/webhook-deliveries')).data?.pagination.total).toBe(1);
    expect((await fixture.api.DELETE('/v2/webhook-endpoints/{webhookEndpointId}', at(id))).data?.data).toEqual({ id });
    expect((await fixture.api.GET('/sandbox/webhook-deliveries')).data?.pagination.total).toBe(0);
    for (const { error } of [
      await fixture.api.GET('/v2/webhook-endpoints/{webhookEndpointId}', at(id)),
      await fixture.api.DELETE('/v2/webhook-endpoints/{webhookEndpointId}', at(id)),
      await fixture.api.PATCH('/v2/webhook-endpoints/{webhookEndpointId}', { ...at(id), body: { status: 'active' } }),
      await fixture.api.POST('/v2/webhook-endpoints/{webhookEndpointId}/ping', at(id)),
      await fixture.api.POST('/v2/webhook-endpoints/{webhookEndpointId}/rotate-secret', { ...at(id), body: {} }),
      await fixture.api.GET('/v2/webhook-endpoints/{webhookEndpointId}/deliveries', at(id)),
    ]) {
      expect(error?.code).toBe('webhook_endpoint_not_found');
    }
  });

  it('is made once under one idempotency key, with one secret', async () => {
    const fixture = await createFixture();
    const body = { url, idempotencyKey: '5d1c1a0e-3c56-4d0f-8a34-7f1a7f1d6e02' };
    const first = await fixture.api.POST('/v2/webhook-endpoints', { body });
    const second = await fixture.api.POST('/v2/webhook-endpoints', { body });
    expect(second.data).toEqual(first.data);
    expect((await fixture.api.GET('/v2/webhook-endpoints')).data?.pagination.total).toBe(1);
  });

  it('is nothing for a key that may only read', async () => {
    const { reader } = await createFixture();
    expect((await reader.POST('/v2/webhook-endpoints', { body: { url } })).error?.code).toBe('api_key_read_only');
    expect((await reader.GET('/v2/webhook-endpoints')).response.status).toBe(200);
  });
});

describe('the rotation of a secret', () => {
  const rotate = async ({ api }: Fixture, id: string, body: { overlapSeconds?: number } = {}) => {
    const { data } = await api.POST('/v2/webhook-endpoints/{webhookEndpointId}/rotate-secret', { ...at(id), body });
    return required(data).data;
  };

  it('lets the old one sign for a day more, or as long as is asked for', async () => {
    const fixture = await createFixture();
    const { id, secret } = await createEndpoint(fixture);
    const rotated = await rotate(fixture, id);
    expect(rotated).toMatchObject({ id, secretHint: `whsec_...${rotated.secret.slice(-4)}`, previousSecretExpiresAt: '2026-03-03T09:00:00.000Z' });
    expect(rotated.secret).not.toBe(secret);
    expect((await readEndpoint(fixture, id)).previousSecretExpiresAt).toBe('2026-03-03T09:00:00.000Z');
    fixture.advance(day);
    expect(await readEndpoint(fixture, id)).not.toHaveProperty('previousSecretExpiresAt');
    expect((await rotate(fixture, id, { overlapSeconds: 60 })).previousSecretExpiresAt).toBe('2026-03-03T09:01:00.000Z');
  });

  it('ends the old one at once without an overlap', async () => {
    const fixture = await createFixture();
    const { id } = await createEndpoint(fixture);
    await rotate(fixture, id);
    expect(await rotate(fixture, id, { overlapSeconds: 0 })).not.toHaveProperty('previousSecretExpiresAt');
    expect(await readEndpoint(fixture, id)).not.toHaveProperty('previousSecretExpiresAt');
  });
});

describe('an endpoint given at the start', () => {
  function temporaryFile(): string {
    const folder = mkdtempSync(join(tmpdir(), 'planbok-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    return join(folder, 'mock.db');
  }
  const list = async ({ api }: Fixture) => required((await api.GET('/v2/webhook-endpoints')).data).data;
  const secretOf = async ({ mock }: Fixture, id: string) => {
    const row = await mock.context.db.selectFrom('webhookEndpoints').select('secret').where('id', '=', id).executeTakeFirst();
    return row?.secret;
  };

  it('gets every event, and is made once for a data file', async () => {
    const data = temporaryFile();
    const other = 'https://api.example.com/other';
    const first = await createFixture({ data, webhookUrls: [url, url] });
    const [endpoint] = await list(first);
    expect(endpoint).toMatchObject({ url, events: ['*'], status: 'active', secretHint: 'whsec_...' });
    await first.mock.close();
    const second = await createFixture({ data, webhookUrls: [url, other] });
    expect((await list(second)).map((one) => one.url).toSorted()).toEqual([other, url]);
    expect((await list(second)).map(({ id }) => id)).toContain(endpoint?.id);
  });

  it('keeps a rotated secret over a restart, unless another one is given', async () => {
    const data = temporaryFile();
    const open = (webhookSecret: string) => createFixture({ data, webhookUrls: [url], webhookSecret });
    const first = await open('a secret of mine');
    const { id } = required((await list(first))[0]);
    expect((await list(first))[0]?.secretHint).toBe('...mine');
    expect(await secretOf(first, id)).toBe('a secret of mine');
    const rotated = await first.api.POST('/v2/webhook-endpoints/{webhookEndpointId}/rotate-secret', { ...at(id), body: {} });
    await first.mock.close();
    const second = await open('a secret of mine');
    expect(await secretOf(second, id)).toBe(rotated.data?.data.secret);
    await second.mock.close();
    const third = await open('another secret');
    expect(await secretOf(third, id)).toBe('another secret');
  });

  it('is all that a reset leaves, and is as it was', async () => {
    const fixture = await createFixture({ webhookUrls: [url] });
    const given = await list(fixture);
    const { id } = required(given[0]);
    await fixture.api.POST('/sandbox/clock/advance', { body: { seconds: 3600 } });
    await createEndpoint(fixture, { url: 'https://api.example.com/other' });
    await fixture.api.PATCH('/v2/webhook-endpoints/{webhookEndpointId}', {
      ...at(id),
      body: { status: 'disabled', events: ['wallet.created'], url: 'https://elsewhere.example.com/' },
    });
    await fixture.api.POST('/v2/webhook-endpoints/{webhookEndpointId}/rotate-secret', { ...at(id), body: {} });
    await fixture.api.POST('/sandbox/reset', {});
    expect(await list(fixture)).toEqual(given);
    expect(await secretOf(fixture, id)).toBe('whsec_sandbox');
  });

  it('is back after a reset although it was deleted, made at the time to which the clock is set back', async () => {
    const fixture = await createFixture({ webhookUrls: [url] });
    const given = await list(fixture);
    await fixture.api.POST('/sandbox/clock/advance', { body: { seconds: 3600 } });
    await fixture.api.DELETE('/v2/webhook-endpoints/{webhookEndpointId}', at(required(given[0]).id));
    await fixture.api.POST('/sandbox/reset', {});
    expect(await list(fixture)).toEqual(given);
  });

  it.each(['http://localhost:3000/ä', ' http://localhost:3000', 'http://localhost/a b', 'http://localhost/a|b', 'http://localhost/%', 'http:localhost/in'])(
    'is refused when its URL is not written as one (%j)',
    async (text) => {
      await expect(createMock({ webhookUrls: [text] })).rejects.toThrow(/^--webhook-url is refused\. Webhook URL .* is not written as RFC 3986 has it/);
    },
  );

  it.each(['http://localhost:3000', 'HTTPS://API.example.com/in/?a=%C3%A4&b=c@d', 'http://[::1]:8080/in;v=1'])('is shown as it was given (%s)', async (text) => {
    const fixture = await createFixture({ webhookUrls: [text] });
    expect((await list(fixture)).map((one) => one.url)).toEqual([text]);
  });

  it('is refused when its URL is longer than the API takes', async () => {
    await expect(createMock({ webhookUrls: [`https://api.example.com/${'a'.repeat(2048)}`] })).rejects.toThrow('has more than 2048 characters');
  });

  it('is refused when its URL is not safe', async () => {
    await expect(createMock({ webhookUrls: ['http://example.com/in'] })).rejects.toThrow(
      '--webhook-url is refused. Webhook URL http://example.com is not allowed: use https, or http on a loopback host.',
    );
  });
});

describe('the log of deliveries', () => {
  it('is filtered by event and by status, newest or oldest first, over all pages', async () => {
    const fixture = await createFixture();
    const receiver = await startReceiver((received, response, count) => status(count % 2 === 0 ? 200 : 500)(received, response, count));
    const { id } = await createEndpoint(fixture, { url: receiver.url });
    for (let count = 0; count < 12; count++) {
      await fixture.createCustomer(`Customer ${count}`);
      await fixture.mock.tick();
      fixture.advance(1000);
    }
    await fixture.api.POST('/v2/webhook-endpoints/{webhookEndpointId}/ping', at(id));
    const list = async (query: { event?: string; status?: string; page?: number; limit?: number; order?: 'asc' | 'desc' }) => {
      const { data } = await fixture.api.GET('/v2/webhook-endpoints/{webhookEndpointId}/deliveries', {
        params: { ...at(id).params, query },
      });
      const sandbox = await fixture.api.GET('/sandbox/webhook-deliveries', { params: { query } });
      expect(sandbox.data?.data.map((one) => one.id)).toEqual(data?.data.map((one) => one.id));
      expect(sandbox.data?.pagination).toEqual(data?.pagination);
      return required(data);
    };
    expect((await list({})).pagination).toEqual({ page: 1, limit: 10, total: 13, pages: 2 });
    expect((await list({ event: 'customer.created' })).pagination.total).toBe(12);
    expect((await list({ status: 'succeeded' })).pagination.total).toBe(6);
    expect((await list({ status: 'pending', event: 'customer.created' })).data.map(({ responseStatus }) => responseStatus)).toEqual(
      Array(6).fill(500),
    );
    expect((await list({ event: 'wallet.created' })).data).toEqual([]);
    const pages = [];
    for (const page of [1, 2, 3]) pages.push(...(await list({ page, limit: 6, order: 'asc' })).data.map(({ createdAt }) => createdAt));
    expect(pages).toHaveLength(13);
    expect(pages).toEqual(pages.toSorted());
    expect((await list({ limit: 13 })).data.map(({ createdAt }) => createdAt)).toEqual(pages.toReversed());
  });

  it('shows each delivery with what was sent and with every attempt', async () => {
    const fixture = await createFixture();
    const receiver = await startReceiver((_received, response) => void response.writeHead(503).end(`${'é'.repeat(1500)}`));
    const { id } = await createEndpoint(fixture, { url: receiver.url });
    const customer = await fixture.createCustomer();
    await fixture.mock.tick();
    receiver.answerWith((_received, response) => void response.end('{"received":true}'));
    fixture.advance(60_000);
    await fixture.mock.tick();
    const [listed] = required((await fixture.api.GET('/v2/webhook-endpoints/{webhookEndpointId}/deliveries', at(id))).data).data;
    const deliveryId = required(listed).id;
    const params = { path: { webhookEndpointId: id, deliveryId } };
    const { data } = await fixture.api.GET('/v2/webhook-endpoints/{webhookEndpointId}/deliveries/{deliveryId}', { params });
    expect(data?.data).toEqual({
      ...listed,
      status: 'succeeded',
      attemptCount: 2,
      responseStatus: 200,
      createdAt: customer.createdAt,
      completedAt: '2026-03-02T09:01:00.000Z',
      body: receiver.received[0]?.raw,
      attempts: [
        {
          number: 1,
          trigger: 'schedule',
          url: receiver.url,
          attemptedAt: '2026-03-02T09:00:00.000Z',
          answeredAt: '2026-03-02T09:00:00.000Z',
          responseStatus: 503,
          responseBody: 'é'.repeat(1000),
          error: 'status',
        },
        {
          number: 2,
          trigger: 'schedule',
          url: receiver.url,
          attemptedAt: '2026-03-02T09:01:00.000Z',
          answeredAt: '2026-03-02T09:01:00.000Z',
          responseStatus: 200,
          responseBody: '{"received":true}',
        },
      ],
    });
    const sandbox = await fixture.api.GET('/sandbox/webhook-deliveries');
    expect(sandbox.data?.data).toEqual([data?.data]);

    const other = await createEndpoint(fixture);
    for (const path of [{ webhookEndpointId: other.id, deliveryId }, { webhookEndpointId: id, deliveryId: other.id }]) {
      for (const { error } of [
        await fixture.api.GET('/v2/webhook-endpoints/{webhookEndpointId}/deliveries/{deliveryId}', { params: { path } }),
        await fixture.api.POST('/v2/webhook-endpoints/{webhookEndpointId}/deliveries/{deliveryId}/redeliver', { params: { path } }),
      ]) {
        expect(error?.code).toBe('webhook_delivery_not_found');
      }
    }
  });

  it('goes back 30 days, and keeps what is pending', async () => {
    const fixture = await createFixture();
    const [good, bad] = [await startReceiver(), await startReceiver(status(500, { 'Retry-After': '86400' }))];
    await createEndpoint(fixture, { url: good.url });
    await createEndpoint(fixture, { url: bad.url });
    await fixture.createCustomer();
    await fixture.mock.tick();
    const total = async () => (await fixture.api.GET('/sandbox/webhook-deliveries')).data?.pagination.total;
    await fixture.api.POST('/sandbox/clock/advance', { body: { seconds: 30 * 86_400 } });
    expect(await total()).toBe(2);
    await fixture.api.POST('/sandbox/clock/advance', { body: { seconds: 1 } });
    expect(await total()).toBe(1);
    const events = () => fixture.mock.context.db.selectFrom('events').select('id').execute();
    expect(await events()).toHaveLength(1);
    for (const { id } of required((await fixture.api.GET('/v2/webhook-endpoints')).data).data) {
      await fixture.api.PATCH('/v2/webhook-endpoints/{webhookEndpointId}', { ...at(id), body: { status: 'disabled' } });
    }
    await fixture.api.POST('/sandbox/clock/advance', { body: { seconds: 30 * 86_400 } });
    expect(await total()).toBe(1);
    await fixture.api.POST('/sandbox/clock/advance', { body: { seconds: 1 } });
    expect(await total()).toBe(0);
    expect(await events()).toEqual([]);
  });

  it('shows what was delivered only now, however long ago it happened', async () => {
    const fixture = await createFixture();
    await createEndpoint(fixture, { url: (await startReceiver()).url });
    await fixture.request((await fixture.createCustomer()).id, 'initialize');
    await fixture.mock.tick();
    await fixture.api.POST('/sandbox/clock/advance', { body: { seconds: 365 * 86_400 } });
    await fixture.mock.tick();
    await fixture.mock.tick();
    const { data } = await fixture.api.GET('/sandbox/webhook-deliveries');
    expect(data?.data).toMatchObject([{ event: 'challenge.completed', status: 'succeeded', createdAt: '2026-03-02T09:15:00.000Z' }]);
  });
});

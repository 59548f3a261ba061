import { describe, expect, it } from 'vitest';
import { createFixture, type Fixture, required, returnUrl, tokenOf } from './mock-fixture.ts';

const key = '0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01';
const otherKey = '7d2e1c4b-93a5-4f0e-8b6d-2f1e0c9a8b7d';

function create(fixture: Fixture, idempotencyKey: string | undefined, header?: string, name = 'Ada') {
  return fixture.api.POST('/v2/customers', {
    body: { name, ...(idempotencyKey && { idempotencyKey }) },
    params: { header: header === undefined ? {} : { 'Idempotency-Key': header } },
  });
}

async function countCustomers(fixture: Fixture): Promise<number> {
  const { data } = await fixture.api.GET('/v2/customers');
  return required(data).pagination.total;
}

describe('an idempotency key', () => {
  it('gives the first answer again, and says so', async () => {
    const fixture = await createFixture();
    const first = await create(fixture, key);
    expect(first.response.headers.has('idempotent-replayed')).toBe(false);
    fixture.advance(23 * 3_600_000);
    for (const again of [await create(fixture, key), await create(fixture, undefined, key), await create(fixture, key, key.toUpperCase())]) {
      expect(again.response.status).toBe(201);
      expect(again.response.headers.get('idempotent-replayed')).toBe('true');
      expect(again.data).toEqual(first.data);
    }
    expect(await countCustomers(fixture)).toBe(1);
  });

  it('is free again after 24 hours', async () => {
    const fixture = await createFixture();
    await create(fixture, key);
    fixture.advance(24 * 3_600_000);
    expect((await create(fixture, key)).response.headers.has('idempotent-replayed')).toBe(false);
    expect(await countCustomers(fixture)).toBe(2);
  });

  it('is refused for another body or another path', async () => {
    const fixture = await createFixture();
    const first = await create(fixture, key);
    expect((await create(fixture, key, undefined, 'Bob')).error).toMatchObject({ code: 'idempotency_conflict' });
    const { error } = await fixture.api.POST('/v2/customers/{customerId}/initialize', {
      params: { path: { customerId: required(first.data).data.id } },
      body: { redirectUrl: returnUrl, idempotencyKey: key },
    });
    expect(error).toMatchObject({ code: 'idempotency_conflict' });
    expect(await countCustomers(fixture)).toBe(1);
  });

  it('that differs in header and body is refused', async () => {
    const fixture = await createFixture();
    const { error } = await create(fixture, key, otherKey);
    expect(error).toMatchObject({ code: 'validation_failed', errors: { details: [{ path: 'body/idempotencyKey' }] } });
  });

  it('makes one thing of ten calls at once', async () => {
    const fixture = await createFixture();
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => create(fixture, key)));
    const refused = outcomes.filter(({ error }) => error?.code === 'idempotency_in_progress');
    expect(refused.length).toBeGreaterThan(0);
    expect(await countCustomers(fixture)).toBe(1);
    expect((await create(fixture, key)).response.headers.get('idempotent-replayed')).toBe('true');
  });

  it('stays free when the call fails', async () => {
    const fixture = await createFixture();
    const { id: customerId } = await fixture.createCustomer();
    const params = { path: { customerId } };
    const refused = await fixture.api.POST('/v2/customers/{customerId}/update-pin', {
      params,
      body: { redirectUrl: returnUrl, idempotencyKey: key },
    });
    expect(refused.error).toMatchObject({ code: 'pin_not_set' });
    const taken = await fixture.api.POST('/v2/customers/{customerId}/initialize', {
      params,
      body: { redirectUrl: returnUrl, idempotencyKey: key },
    });
    expect(taken.response.status).toBe(201);
  });

  it('gives the Gateway token again, which is stored nowhere in the clear', async () => {
    const fixture = await createFixture();
    const { id: customerId } = await fixture.createCustomer();
    const ask = () =>
      fixture.api.POST('/v2/customers/{customerId}/initialize', {
        params: { path: { customerId } },
        body: { redirectUrl: returnUrl, idempotencyKey: key },
      });
    const [first, again] = [await ask(), await ask()];
    const token = tokenOf(required(first.data).data);
    expect(tokenOf(required(again.data).data)).toBe(token);
    const { db } = fixture.mock.context;
    const stored = JSON.stringify([
      await db.selectFrom('idempotencyKeys').selectAll().execute(),
      await db.selectFrom('challenges').selectAll().execute(),
    ]);
    for (const secret of [token, key, Buffer.from(token).toString('base64')]) expect(stored).not.toContain(secret);
  });
});

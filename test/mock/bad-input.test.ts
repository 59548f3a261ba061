import { describe, expect, it } from 'vitest';
import { createApiClient, createFixture, onboard, required, returnUrl, send } from './mock-fixture.ts';

const json = { 'Content-Type': 'application/json' };
const absent = '6999f8aea74a2b1bd8855b00';

const cases: [string, string, string, RequestInit, number, string][] = [
  ['malformed JSON', 'POST', '/v2/customers', { headers: json, body: '{"name":' }, 400, 'malformed_json'],
  ['bytes that are not UTF-8', 'POST', '/v2/customers', { headers: json, body: new Uint8Array([0x22, 0xff, 0x22]) }, 400, 'malformed_json'],
  ['no content type', 'POST', '/v2/customers', { body: new Uint8Array([0x7b, 0x7d]) }, 415, 'unsupported_media_type'],
  ['another content type', 'POST', '/v2/customers', { headers: { 'Content-Type': 'text/plain' }, body: '{}' }, 415, 'unsupported_media_type'],
  ['no body', 'POST', '/v2/customers', { headers: json }, 400, 'validation_failed'],
  ['a 2 MB body', 'POST', '/v2/customers', { headers: json, body: `{"name":"${'a'.repeat(2 ** 21)}"}` }, 413, 'payload_too_large'],
  ['a bad percent-encoding', 'GET', '/v2/customers/%E0%A4%A', {}, 400, 'malformed_url'],
  ['an unknown path', 'GET', '/v2/customer', {}, 404, 'route_not_found'],
  ['a wrong method', 'DELETE', '/v2/customers', {}, 405, 'method_not_allowed'],
  ['an unknown query', 'GET', '/v2/customers?pages=2', {}, 400, 'validation_failed'],
  ['page 0', 'GET', '/v2/customers?page=0', {}, 400, 'validation_failed'],
  ['an absurd page', 'GET', '/v2/customers?page=99999999999999999999', {}, 400, 'validation_failed'],
  ['a limit of 101', 'GET', '/v2/wallets?limit=101', {}, 400, 'validation_failed'],
  ['a limit in exponents', 'GET', '/v2/wallets?limit=1e1', {}, 400, 'validation_failed'],
  ['an order that is none', 'GET', '/v2/wallets?order=up', {}, 400, 'validation_failed'],
  ['an id that is none', 'GET', '/v2/wallets/__proto__', {}, 400, 'validation_failed'],
  ['a blank name', 'POST', '/v2/customers', { headers: json, body: '{"name":" \\u3000 "}' }, 400, 'validation_failed'],
  ['half a surrogate pair', 'POST', '/v2/customers', { headers: json, body: '{"name":"\\ud83d"}' }, 400, 'validation_failed'],
  ['a NUL', 'POST', '/v2/customers', { headers: json, body: '{"name":"a\\u0000"}' }, 400, 'validation_failed'],
  ['null for a text', 'POST', '/v2/customers', { headers: json, body: '{"name":null}' }, 400, 'validation_failed'],
  ['an array for an object', 'POST', '/v2/customers', { headers: json, body: '[]' }, 400, 'validation_failed'],
  ['a depth of 10,000', 'POST', '/v2/customers', { headers: json, body: '['.repeat(10_000) }, 400, 'validation_failed'],
  ['a key that is no UUID', 'POST', '/v2/customers', { headers: { ...json, 'Idempotency-Key': 'x' }, body: '{"name":"a"}' }, 400, 'validation_failed'],
  ['a number of seconds beyond all time', 'POST', '/sandbox/clock/advance', { headers: json, body: '{"seconds":1e300}' }, 400, 'validation_failed'],
  ['a negative number of seconds', 'POST', '/sandbox/clock/advance', { headers: json, body: '{"seconds":-1}' }, 400, 'validation_failed'],
  ['an unknown customer', 'GET', `/v2/customers/${absent}`, {}, 404, 'customer_not_found'],
  ['an unknown wallet', 'GET', `/v2/wallets/${absent}`, {}, 404, 'wallet_not_found'],
  ['an unknown token', 'GET', `/v2/tokens/${absent}`, {}, 404, 'token_not_found'],
  ['an unknown challenge', 'POST', `/sandbox/challenges/${absent}/reject`, {}, 404, 'challenge_not_found'],
];

describe('bad input', () => {
  it.each(cases)('%s is answered in the envelope', async (_title, method, path, init, status, code) => {
    const { mock } = await createFixture();
    const response = await send(mock, method, path, init);
    expect(response.status).toBe(status);
    const body = await response.json();
    expect(body).toMatchObject({ success: false, status, code, errors: { message: body.message } });
    expect(response.headers.get('x-request-id')).toBe(body.requestId);
    expect((await send(mock, 'GET', '/health')).status).toBe(200);
  });

  it('does not let the clock leave the years that an id has', async () => {
    const fixture = await createFixture({ now: () => Date.parse('2105-06-01T00:00:00.000Z') });
    const advance = (seconds: number) =>
      send(fixture.mock, 'POST', '/sandbox/clock/advance', { headers: json, body: JSON.stringify({ seconds }) });
    const response = await advance(31_536_000);
    expect(await response.json()).toMatchObject({ code: 'validation_failed', errors: { details: [{ path: 'body/seconds' }] } });
    expect((await advance(18_000_000)).status).toBe(200);
    expect((await fixture.createCustomer()).id).toMatch(/^[0-9a-f]{24}$/);
  });

  it('keeps any Unicode that can be stored', async () => {
    const fixture = await createFixture();
    const name = '  𝔸da \u202e Ω≈ç√ "\'; DROP TABLE customers; -- 🏳️‍🌈';
    const { id } = await fixture.createCustomer(name);
    expect((await fixture.customer(id)).name).toBe(name);
  });
});

describe('an API key', () => {
  it('is needed', async () => {
    const { mock } = await createFixture();
    const missing = await createApiClient(mock, undefined).GET('/v2/customers');
    expect([missing.response.status, missing.error?.code]).toEqual([403, 'api_key_missing']);
    const wrong = await createApiClient(mock, 'pk_sandbox_ful').GET('/v2/customers');
    expect([wrong.response.status, wrong.error?.code]).toEqual([401, 'api_key_invalid']);
  });

  it('of the read-only kind reads, and nothing else', async () => {
    const fixture = await createFixture();
    const { id: customerId } = await onboard(fixture);
    const params = { path: { customerId } };
    expect((await fixture.reader.GET('/v2/customers/{customerId}', { params })).response.status).toBe(200);
    const body = { redirectUrl: returnUrl };
    for (const { response, error } of [
      await fixture.reader.POST('/v2/customers', { body: { name: 'Bob' } }),
      await fixture.reader.PATCH('/v2/customers/{customerId}', { params, body: { name: 'Bob' } }),
      await fixture.reader.POST('/v2/customers/{customerId}/update-pin', { params, body }),
      await fixture.reader.POST('/sandbox/reset'),
    ]) {
      expect([response.status, error?.code]).toEqual([403, 'api_key_read_only']);
    }
    expect((await fixture.customer(customerId)).name).toBe('Ada Lovelace');
  });
});

describe('rate limits', () => {
  it('are off unless asked for', async () => {
    const fixture = await createFixture();
    const calls = await Promise.all(Array.from({ length: 40 }, () => fixture.api.GET('/v2/customers')));
    expect(calls.every(({ response }) => response.status === 200)).toBe(true);
  });

  it('hold when asked for, and tell when to come back', async () => {
    const fixture = await createFixture({ rateLimit: true });
    const calls = await Promise.all(Array.from({ length: 25 }, () => fixture.api.GET('/v2/customers')));
    const refused = calls.filter(({ response }) => response.status === 429);
    expect(refused).toHaveLength(5);
    expect(refused[0]?.error).toMatchObject({ code: 'rate_limited' });
    expect(refused[0]?.response.headers.get('retry-after')).toBe('1');
    expect((await send(fixture.mock, 'GET', '/health')).status).toBe(200);
  });

  it('count what could be a guess by the address it comes from', async () => {
    const { mock } = await createFixture({ rateLimit: true });
    const guess = async (client: string) => {
      const url = 'http://localhost:4020/gateway/6999f8aea74a2b1bd8855b00/reject';
      const response = await mock.gateway(new Request(url, { method: 'POST', headers: { Authorization: 'Bearer guess' } }), client);
      return response.status;
    };
    const statuses = [];
    for (let count = 0; count < 6; count++) statuses.push(await guess('192.0.2.1'));
    expect(statuses).toEqual([404, 404, 404, 404, 404, 429]);
    expect(await guess('192.0.2.2')).toBe(404);
  });

  it('let five recovery mails an hour go to one address, always, by the Sandbox clock', async () => {
    const fixture = await createFixture();
    const challenge = await fixture.request((await fixture.createCustomer()).id, 'initialize');
    const ask = (email: string) =>
      fixture.gateway(challenge).POST('/gateway/{challengeId}/recovery/start', {
        params: { path: { challengeId: challenge.id } },
        body: { method: 'email', email },
      });
    for (let mail = 0; mail < 5; mail++) expect((await ask('ada@example.com')).response.status).toBe(200);
    const sixth = await ask('Ada@example.com');
    expect([sixth.response.status, sixth.error?.code]).toEqual([429, 'rate_limited']);
    expect(sixth.response.headers.get('retry-after')).toBe('3600');
    expect((await ask('grace@example.com')).response.status).toBe(200);
    fixture.advance(3_600_000);
    const later = await fixture.request((await fixture.createCustomer()).id, 'initialize');
    const again = await fixture.gateway(later).POST('/gateway/{challengeId}/recovery/start', {
      params: { path: { challengeId: later.id } },
      body: { method: 'email', email: 'ada@example.com' },
    });
    expect(required(again.data).data).toMatchObject({ method: 'email' });
  });
});

import { describe, expect, it } from 'vitest';
import type { MockOptions } from '../../mock/server.ts';
import { createFixture } from './mock-fixture.ts';

const docs = 'https://docs.example.com';

async function open(options: MockOptions = {}) {
  const { mock } = await createFixture(options);
  return {
    preflight: (origin: string, path = '/v2/customers') =>
      mock.api(
        new Request(`http://localhost:4010${path}`, {
          method: 'OPTIONS',
          headers: {
            origin,
            'access-control-request-method': 'POST',
            'access-control-request-headers': 'content-type,idempotency-key,planbok-x-api-key,prefer',
          },
        }),
      ),
    create: (origin: string) =>
      mock.api(
        new Request('http://localhost:4010/v2/customers', {
          method: 'POST',
          headers: { origin, 'planbok-x-api-key': 'pk_sandbox_full', 'content-type': 'application/json' },
          body: JSON.stringify({ name: 'Ada Lovelace' }),
        }),
      ),
    gateway: (origin: string, method = 'GET') =>
      mock.gateway(new Request('http://localhost:4020/gateway/6999f8b0b1c2d3e4f5a60711/challenge', { method, headers: { origin } })),
  };
}

const allowed = (response: Response) => response.headers.get('access-control-allow-origin');

describe('pages of another origin', () => {
  it.each(['http://localhost:4000', 'http://127.0.0.1:5173', 'https://localhost', 'http://app.localhost:3000', 'http://[::1]:4000'])(
    'may call the API from this machine: %s',
    async (origin) => {
      const { preflight, create } = await open();
      const asked = await preflight(origin);
      expect([asked.status, allowed(asked)]).toEqual([204, origin]);
      expect(asked.headers.get('access-control-allow-methods')).toContain('POST');
      expect(asked.headers.get('access-control-allow-headers')).toBe('content-type,idempotency-key,planbok-x-api-key,prefer');
      const made = await create(origin);
      expect([made.status, allowed(made)]).toEqual([201, origin]);
    },
  );

  it('can read the id of the request, whether it was replayed, and how long to wait', async () => {
    const { create } = await open();
    const exposed = (await create('http://localhost:4000')).headers.get('access-control-expose-headers')?.split(', ');
    expect(exposed).toEqual(expect.arrayContaining(['X-Request-Id', 'Idempotent-Replayed', 'Retry-After', 'X-Planbok-Mock']));
  });

  it.each([docs, 'http://localhost.example.com', 'http://192.168.1.20:4000', 'null', 'localhost:4000', 'http://localhost:4000/', 'ftp://localhost'])(
    'are kept out from elsewhere: %s',
    async (origin) => {
      const { preflight, create } = await open();
      const asked = await preflight(origin);
      expect([asked.status, allowed(asked), asked.headers.get('access-control-allow-headers')]).toEqual([204, null, null]);
      expect(allowed(await create(origin))).toBeNull();
    },
  );

  it('may call the API from an origin that was given, and from no other that is like it', async () => {
    const { preflight } = await open({ corsOrigins: [docs] });
    expect(allowed(await preflight(docs))).toBe(docs);
    expect(allowed(await preflight('http://docs.example.com'))).toBeNull();
    expect(allowed(await preflight('https://docs.example.com:8443'))).toBeNull();
    expect(allowed(await preflight('https://evil.docs.example.com'))).toBeNull();
  });

  it('are told of errors too, so that a page can show them', async () => {
    const { preflight } = await open();
    const missing = await preflight('http://localhost:4000', '/v2/nothing');
    expect([missing.status, allowed(missing)]).toEqual([404, 'http://localhost:4000']);
  });

  it('get answers that no cache gives to another origin', async () => {
    const { create } = await open();
    for (const origin of ['http://localhost:4000', docs]) expect((await create(origin)).headers.get('vary')).toBe('Origin');
  });

  it('are never let into the Gateway, wherever they are', async () => {
    const { gateway } = await open({ corsOrigins: [docs] });
    for (const origin of ['http://localhost:4000', docs]) {
      for (const method of ['GET', 'OPTIONS']) {
        const response = await gateway(origin, method);
        expect([...response.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
      }
    }
  });
});

describe('an origin', () => {
  it.each(['docs.example.com', 'https://docs.example.com/', 'https://docs.example.com/docs', '*', 'null', ''])('is refused when it is none: %s', async (origin) => {
    await expect(createFixture({ corsOrigins: [origin] })).rejects.toThrow(/is not an origin/);
  });
});

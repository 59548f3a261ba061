import { beforeAll, describe, expect, it } from 'vitest';
import { ApiError } from '../../../mock/api-error.ts';
import { faultsOf, goodHandlers, post, readError, serveFixture } from './fixture.ts';
import type { Served } from './fixture.ts';

let served: Served;
beforeAll(async () => {
  served = await serveFixture();
});

describe('routing', () => {
  it('prefers a literal segment to a template', async () => {
    const response = await served.call('/v2/pets/validate', post({}));
    expect(response.status).toBe(200);
  });

  it('decodes the segments of a path, and keeps an encoded slash inside its segment', async () => {
    const response = await served.call('/v2/pets/a%20b%2Fc');
    expect(await response.json()).toEqual({ id: 'a b/c', name: 'Rex' });
  });

  it('answers an unknown path in the envelope', async () => {
    for (const path of ['/nowhere', '/', '/v2/pets/', '/v2//pets', '/v2/pets/p1/toys']) {
      const response = await served.call(path);
      expect([path, response.status]).toEqual([path, 404]);
      expect(await readError(response)).toMatchObject({ success: false, status: 404, code: 'route_not_found' });
    }
  });

  it('answers a wrong method with the ones that are allowed', async () => {
    const response = await served.call('/v2/pets', { method: 'PATCH' });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, POST, HEAD, OPTIONS');
    expect((await readError(response)).code).toBe('method_not_allowed');
  });

  it('gives the template values their names', async () => {
    const { call } = await serveFixture({ getDeep: ({ path }) => ({ status: 200, body: path }) });
    const response = await call('/v2/owners/o1/pets/p1/rex');
    expect(await response.json()).toEqual({ ownerId: 'o1', petId: 'p1', name: 'rex' });
  });

  it('serves only the selected operations', async () => {
    const byTag = await serveFixture(goodHandlers, { tags: ['Gateway'] });
    expect(byTag.operations.map(({ operationId }) => operationId)).toEqual(['openPage', 'approve']);
    expect((await byTag.call('/v2/pets')).status).toBe(404);
    const chosen = await serveFixture(goodHandlers, { select: ({ path }) => path === '/bare' });
    expect(chosen.operations).toEqual([{ operationId: 'getBare', method: 'GET', path: '/bare', tags: ['Bare'], handled: false }]);
  });

  it('answers HEAD as GET, without the body', async () => {
    const response = await served.call('/v2/pets', { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
    expect(response.headers.get('content-type')).toBe('application/json');
    const missing = await served.call('/v2/pets/unknown', { method: 'HEAD' });
    expect([missing.status, await missing.text()]).toEqual([404, '']);
  });

  it('answers OPTIONS without a key, and lets pages of an origin call only where that is wanted', async () => {
    const origin = 'https://app.example';
    const asked = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'idempotency-key' };
    const preflight = { method: 'OPTIONS', headers: { origin, ...asked } };
    const closed = await served.call('/v2/pets', preflight);
    expect(closed.status).toBe(204);
    expect(closed.headers.get('access-control-allow-origin')).toBeNull();
    const open = await serveFixture(goodHandlers, { cors: (wanted) => wanted === origin });
    const response = await open.call('/v2/pets', preflight);
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    expect(response.headers.get('access-control-allow-headers')).toBe('idempotency-key');
    expect(response.headers.get('access-control-allow-methods')).toContain('POST');
    const failed = await open.call('/nowhere', { headers: { origin } });
    expect(failed.headers.get('access-control-allow-origin')).toBe(origin);
  });
});

describe('the URL', () => {
  it('refuses a bad percent-encoding in the path and in the query', async () => {
    const { call } = await serveFixture({ ...goodHandlers }, { validateResponses: false });
    for (const path of ['/v2/pets/%E0%A4%A', '/v2/pets/%', '/v2/pets?limit=%zz', '/v2/pets?%E0=1', '/v2/pets/a%00b', '/%ff/x']) {
      const response = await call(path);
      expect([path, response.status, (await readError(response)).code]).toEqual([path, 400, 'malformed_url']);
    }
  });
});

describe('parameters', () => {
  it('turns query values into the types of the contract and fills in the defaults', async () => {
    const response = await served.call('/v2/pets?alive=true&ids=a,b');
    expect(await response.json()).toMatchObject({ query: { alive: true, ids: 'a,b', limit: 10 } });
    const given = await served.call('/v2/pets?limit=50');
    expect(await given.json()).toMatchObject({ query: { limit: 50 } });
  });

  it.each(['?limit=', '?limit', '?limit=&ids=&alive=', '?limit=&limit='])('takes an empty parameter for one that was left out: %s', async (query) => {
    const response = await served.call(`/v2/pets${query}`);
    expect(await response.json()).toMatchObject({ query: { limit: 10 } });
  });

  it('reads a plus sign and an encoded character', async () => {
    expect(await faultsOf(await served.call('/v2/pets?ids=a+b'))).toEqual(['query/ids pattern']);
    expect((await served.call('/v2/pets?ids=a%2Cb')).status).toBe(200);
  });

  it.each([
    ['?nothing=1', 'query/nothing unknown_parameter'],
    ['?Limit=5', 'query/Limit unknown_parameter'],
    ['?limit=5&limit=6', 'query/limit repeated'],
    ['?nothing=', 'query/nothing unknown_parameter'],
    ['?limit=0&ids=', 'query/limit minimum'],
    ['?limit=0', 'query/limit minimum'],
    ['?limit=1e2', 'query/limit type'],
    ['?limit=0x10', 'query/limit type'],
    ['?limit=%205', 'query/limit type'],
    ['?limit=99999999999999999999999', 'query/limit maximum'],
    ['?alive=1', 'query/alive type'],
    ['?ids=a,B', 'query/ids pattern'],
    ['?__proto__=1', 'query/__proto__ unknown_parameter'],
    // Prism's own server takes these for instructions.
    ['?__code=abc', 'query/__code unknown_parameter'],
    ['?__server=x', 'query/__server unknown_parameter'],
  ])('refuses %s', async (query, fault) => {
    const response = await served.call(`/v2/pets${query}`);
    expect(response.status).toBe(400);
    expect(await faultsOf(response)).toEqual([fault]);
  });

  it('names a wrong path value and a wrong header', async () => {
    expect(await faultsOf(await served.call('/v2/pets/UPPER'))).toEqual(['path/petId pattern']);
    const response = await served.call('/v2/pets', { ...post({ name: 'Rex' }), headers: { 'idempotency-key': 'nonsense' } });
    expect(await faultsOf(response)).toEqual(['header/Idempotency-Key format']);
  });

  it('takes an optional header that is absent, and hands over one that is present', async () => {
    const { call } = await serveFixture({ createPet: ({ headers }) => ({ status: 201, body: { id: 'p', name: Object.keys(headers).join(' ') || 'none' } }) });
    expect(await (await call('/v2/pets', post({ name: 'a' }))).json()).toMatchObject({ name: 'none' });
    const headers = { 'idempotency-key': '0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01' };
    expect(await (await call('/v2/pets', { ...post({ name: 'a' }), headers })).json()).toMatchObject({ name: 'Idempotency-Key' });
  });
});

describe('the body', () => {
  it('lists every fault with its place, its rule and a message', async () => {
    const response = await served.call('/v2/pets', post({ callbackUrl: 'no url' }));
    const error = await readError(response);
    expect(error).toMatchObject({ status: 400, code: 'validation_failed' });
    expect(error.errors.details).toEqual([
      { path: 'body/name', code: 'required', message: "Request body must have required property 'name'" },
      { path: 'body/callbackUrl', code: 'format', message: 'Request body property callbackUrl must match format "uri"' },
    ]);
    expect(error.message).toContain("must have required property 'name'");
    expect(error.errors.message).toBe(error.message);
    expect(error.documentationUrl).toBe('http://localhost:4000/errors/#validation_failed');
  });

  it('refuses a body that is absent', async () => {
    for (const body of [undefined, '']) {
      const response = await served.call('/v2/pets', { method: 'POST', body });
      expect(await faultsOf(response)).toEqual(['body required']);
    }
  });

  it.each(['0', 'false', '""', 'null', '[]', '"text"', '1e999'])('takes the JSON value %s for a wrong type, not for no body', async (body) => {
    expect(await faultsOf(await served.call('/v2/pets', post(body)))).toEqual(['body type']);
  });

  it.each(['{', '{"name":}', 'name=Rex', '{"name":"Rex"} trailing', '\u0000', "{'name':1}"])('refuses malformed JSON: %s', async (body) => {
    const response = await served.call('/v2/pets', post(body));
    expect([response.status, (await readError(response)).code]).toEqual([400, 'malformed_json']);
  });

  it('refuses bytes that are not UTF-8', async () => {
    const body = new Uint8Array([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xff, 0x22, 0x7d]);
    const response = await served.call('/v2/pets', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
    expect((await readError(response)).code).toBe('malformed_json');
  });

  it('refuses absurd nesting and lives', async () => {
    for (const body of ['['.repeat(50_000), `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`]) {
      const response = await served.call('/v2/pets/validate', post(body));
      expect(await faultsOf(response)).toEqual(['body too_deep']);
    }
    const brackets = JSON.stringify({ other: '['.repeat(1000) });
    expect((await served.call('/v2/pets/validate', post(brackets))).status).toBe(200);
  });

  it('refuses text that no store keeps: half a surrogate pair, and NUL', async () => {
    for (const body of ['{"word":"\\ud800"}', '{"word":"a\\u0000"}', '{"\\ud800":1}']) {
      expect(await faultsOf(await served.call('/v2/pets/validate', post(body)))).toEqual(['body unstorable_text']);
    }
    expect((await served.call('/v2/pets/validate', post('{"word":"\\ud83d\\ude00"}'))).status).toBe(200);
  });

  it('accepts letters of every script and emoji, and counts characters, not code units', async () => {
    expect((await served.call('/v2/pets/validate', post({ word: '😀'.repeat(10) }))).status).toBe(200);
    expect(await faultsOf(await served.call('/v2/pets/validate', post({ word: '😀'.repeat(11) })))).toEqual(['body/word maxLength']);
  });

  it('refuses absurd numbers', async () => {
    for (const [count, rule] of [[1e300, 'maximum'], [-1, 'minimum'], [1.5, 'type'], ['1', 'type']] as const) {
      expect(await faultsOf(await served.call('/v2/pets/validate', post({ count })))).toContain(`body/count ${rule}`);
    }
  });

  it.each([
    ['text/plain'], ['application/x+json'], ['application/jsonx'], ['garbage'], [';'], ['application/json; charset=latin1'],
    ['multipart/form-data'],
  ])('refuses the content type %s', async (type) => {
    const response = await served.call('/v2/pets', { ...post({ name: 'Rex' }), headers: { 'content-type': type } });
    expect([response.status, (await readError(response)).code]).toEqual([415, 'unsupported_media_type']);
  });

  it('refuses a body without a content type', async () => {
    const body = new TextEncoder().encode('{"name":"Rex"}');
    const request = new Request('http://localhost/v2/pets', { method: 'POST', body, headers: { 'planbok-x-api-key': 'key' } });
    expect((await served.fetch(request)).status).toBe(415);
  });

  it.each(['application/json; charset=utf-8', 'Application/JSON', 'application/json;charset="UTF-8"'])('accepts the content type %s', async (type) => {
    expect((await served.call('/v2/pets', { ...post({ name: 'Rex' }), headers: { 'content-type': type } })).status).toBe(201);
  });

  it('refuses a body over the limit', async () => {
    const response = await served.call('/v2/pets', post({ name: 'x'.repeat(70_000) }));
    expect([response.status, (await readError(response)).code]).toEqual([413, 'payload_too_large']);
  });

  it('reads a body over the limit to its end, because many clients send all before they read an answer', async () => {
    let left = 40;
    const body = new ReadableStream({
      pull: (controller) => (left > 0 ? controller.enqueue(new Uint8Array(4096).fill(0x20)) : controller.close()),
    });
    const counted = body.pipeThrough(new TransformStream({ transform: (chunk, controller) => { left -= 1; controller.enqueue(chunk); } }));
    const headers = { 'planbok-x-api-key': 'key', 'content-type': 'application/json' };
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body: counted, headers, duplex: 'half' };
    expect((await served.fetch(new Request('http://localhost/v2/pets', init))).status).toBe(413);
    expect(left).toBeLessThanOrEqual(0);
  });

  it('ignores a body that the operation does not have', async () => {
    expect((await served.call('/v2/pets/p1', { method: 'DELETE', body: '{' })).status).toBe(204);
  });

  it('hands over the bytes of an upload unchanged', async () => {
    const { call } = await serveFixture({ putFile: ({ body }) => ({ status: 200, body: { bytes: [...(body as Uint8Array)] } }) });
    const body = new Uint8Array([0, 255, 128, 13, 10]);
    const response = await call('/files/a', { method: 'PUT', body, headers: { 'content-type': 'application/octet-stream' } });
    expect(await response.json()).toEqual({ bytes: [0, 255, 128, 13, 10] });
  });
});

describe('JSON Schema 2020-12, as it is written', () => {
  it.each([
    [{ tuple: ['a', 1] }, ['body/tuple/0 type', 'body/tuple/1 type']],
    [{ dependent: { card: 1 } }, ['body/dependent dependentRequired']],
    [{ contains: [1, 2] }, ['body/contains contains', 'body/contains/1 const']],
    [{ unevaluated: { kind: 'a', more: 1 } }, ['body/unevaluated unevaluatedProperties']],
    [{ sibling: { kind: 'a' } }, ['body/sibling/size required']],
    [{ sibling: { size: 1 } }, ['body/sibling/kind required']],
    [{ closed: { a: 'ab', b: 1 } }, ['body/closed/b additionalProperties']],
    [{ closed: { a: 'a' } }, ['body/closed/a minLength']],
    [{ node: { value: 1, next: { value: 'x' } } }, ['body/node/next/value type']],
    [{ node: { value: 1, branch: { nodes: [{}] } } }, ['body/node/branch/nodes/0/value required']],
    [{ at: '2026-03-02 09:00:00Z' }, ['body/at pattern']],
    [{ at: '2026-03-02T09:00:00+02' }, ['body/at pattern']],
    [{ at: 'yesterday' }, ['body/at format', 'body/at pattern']],
  ])('refuses %j', async (body, faults) => {
    const found = await faultsOf(await served.call('/v2/pets/validate', post(body)));
    expect(found.toSorted()).toEqual(faults.toSorted());
  });

  it('accepts what is valid', async () => {
    const body = {
      tuple: [1, 'a'], dependent: { card: 1, address: 2 }, contains: [1, 1], unevaluated: { kind: 'a' },
      sibling: { kind: 'a', size: 1 }, closed: { a: 'ab' }, nullable: null, at: '2026-03-02T09:00:00.000Z',
      node: { value: 1, next: { value: 2, branch: { nodes: [{ value: 3 }] } } },
    };
    expect(await (await served.call('/v2/pets/validate', post(body))).json()).toEqual({ body });
  });
});

describe('a union', () => {
  const approve = (body: unknown) => served.call('/gateway/c1', post(body));

  it('reports only the faults of the member that was chosen', async () => {
    expect(await faultsOf(await approve({ action: 'confirm', pin: '1' }))).toEqual(['body/pin minLength']);
    expect(await faultsOf(await approve({ action: 'confirm', pin: '1234', extra: 1 }))).toEqual(['body/extra additionalProperties']);
    expect(await faultsOf(await approve({ action: 'set-pin', recovery: { method: 'email', email: 'x' } }))).toEqual(['body/recovery/email format']);
  });

  it('lists the values when none is chosen', async () => {
    const error = await readError(await approve({ action: 'explode' }));
    expect(error.errors.details).toEqual([
      { path: 'body/action', code: 'enum', message: 'Request body property action must be equal to one of the allowed values: confirm, set-pin' },
    ]);
    expect(await faultsOf(await approve({}))).toEqual(['body/action required']);
    expect(await faultsOf(await approve({ action: 'set-pin', recovery: { method: 'fax' } }))).toEqual(['body/recovery/method enum']);
    expect(await faultsOf(await approve('"text"'))).toEqual(['body type']);
  });

  it('accepts each member', async () => {
    expect((await approve({ action: 'confirm', pin: '1234' })).status).toBe(200);
    expect((await approve({ action: 'set-pin', recovery: { method: 'none' } })).status).toBe(200);
  });
});

describe('readOnly and writeOnly', () => {
  it('does not require a readOnly property in a request, and ignores one that is sent', async () => {
    expect((await served.call('/v2/pets', post({ name: 'Rex' }))).status).toBe(201);
    expect((await served.call('/v2/pets', post({ name: 'Rex', id: 7 }))).status).toBe(201);
  });
});

describe('credentials', () => {
  it('are checked before anything else of the request', async () => {
    const missing = await served.call('/v2/pets?limit=x', { headers: { 'planbok-x-api-key': '' } });
    expect([missing.status, (await readError(missing)).code]).toEqual([403, 'api_key_missing']);
    const wrong = await served.call('/v2/pets?limit=x', { headers: { 'planbok-x-api-key': 'other' } });
    expect([wrong.status, (await readError(wrong)).code]).toEqual([401, 'api_key_invalid']);
  });

  it('come to the handler with the schemes that the operation accepts', async () => {
    const seen: unknown[] = [];
    const { call } = await serveFixture(goodHandlers, {
      authenticate: ({ security, apiKey, bearer }) => void seen.push([security, apiKey, bearer]),
    });
    await call('/v2/pets');
    await call('/gateway/c1', { ...post({}), headers: { authorization: 'bearer  abc-_' } });
    await call('/gateway/c1', { ...post({}), headers: { authorization: 'Basic abc' } });
    await call('/bare', { headers: { authorization: 'Bearer abc' } });
    expect(seen).toEqual([
      [['apiKey'], 'key', undefined],
      [['gatewayToken'], undefined, 'abc-_'],
      [['gatewayToken'], undefined, undefined],
      [[], undefined, undefined],
    ]);
  });

  it('refuse with headers of their own', async () => {
    const { call } = await serveFixture(goodHandlers, {
      authenticate: () => {
        throw new ApiError('rate_limited', { headers: { 'Retry-After': 30 }, message: 'Wait half a minute.' });
      },
    });
    const response = await call('/v2/pets/p1');
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '30']);
    expect((await readError(response)).message).toBe('Wait half a minute.');
  });
});

describe('the request id', () => {
  it('comes back as it was sent, on success and on failure', async () => {
    for (const path of ['/v2/pets', '/nowhere', '/v2/pets?x=1']) {
      const response = await served.call(path, { headers: { 'x-request-id': 'my.id:1-2_3' } });
      expect(response.headers.get('x-request-id')).toBe('my.id:1-2_3');
    }
    const failed = await served.call('/nowhere', { headers: { 'x-request-id': 'mine' } });
    expect((await readError(failed)).requestId).toBe('mine');
  });

  it('is made when none, or an unfit one, is sent', async () => {
    for (const id of ['', 'a b', 'é', 'x'.repeat(129), '<script>']) {
      const response = await served.call('/v2/pets', { headers: { 'x-request-id': id } });
      expect(response.status).toBe(200);
      expect(response.headers.get('x-request-id')).toMatch(/^req_\d+$/);
    }
  });
});

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../../mock/api-error.ts';
import { fixtureDocument, goodHandlers, post, readError, serveFixture } from './fixture.ts';
import type { FixtureHandlers } from './fixture.ts';

/** Serves one handler and says what became of its answer. */
async function violationOf(handlers: FixtureHandlers, path: string, init?: RequestInit, validateWire = false) {
  const { call, logged } = await serveFixture(handlers, { validateWire });
  const response = await call(path, init);
  const error = await readError(response);
  return { status: response.status, code: error.code, message: error.message, faults: error.errors.details.map((d) => `${d.path} ${d.code}`), logged };
}

describe('an answer', () => {
  it('carries the headers that every answer has', async () => {
    const { call } = await serveFixture();
    for (const path of ['/v2/pets', '/nowhere', '/v2/pets/%', '/v2/pets/unknown']) {
      const { headers } = await call(path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-type')).toBe('application/json');
      expect(headers.get('x-request-id')).toMatch(/^req_/);
    }
  });

  it('that breaks its schema is a contract violation that names the operation and the place', async () => {
    const found = await violationOf({ getPet: () => ({ status: 200, body: { id: 'p1' } }) }, '/v2/pets/p1');
    expect(found).toMatchObject({ status: 500, code: 'contract_violation', faults: ['body/name required'] });
    expect(found.message).toContain('getPet answered 200');
    expect(found.logged).toMatchObject([{ level: 'error', operationId: 'getPet' }]);
  });

  it.each([
    ['a status that is not declared', { status: 202, body: {} }, 'status undeclared_status'],
    ['a 4xx that is not declared', { status: 418, body: {} }, 'status undeclared_status'],
    ['a property too many', { status: 200, body: { id: 'p', name: 'Rex', age: 1 } }, 'body/age additionalProperties'],
    ['no body', { status: 200 }, 'header/Content-Type undeclared_media_type'],
    ['another media type', { status: 200, body: 'Rex', headers: { 'Content-Type': 'text/plain' } }, 'header/Content-Type undeclared_media_type'],
    ['a writeOnly property', { status: 200, body: { id: 'p', name: 'Rex', secret: 's' } }, 'body/secret forbidden'],
    ['a name outside its pattern', { status: 200, body: { id: 'p', name: 'a/b' } }, 'body/name pattern'],
  ])('may not have %s', async (_, answer, fault) => {
    const found = await violationOf({ getPet: () => answer }, '/v2/pets/p1');
    expect(found).toMatchObject({ status: 500, code: 'contract_violation', faults: [fault] });
  });

  it('may have letters of every script, and emoji, where the pattern allows them', async () => {
    const { call } = await serveFixture({ getPet: () => ({ status: 200, body: { id: 'p', name: 'Žofia 🐕' } }) });
    expect((await call('/v2/pets/p1')).status).toBe(200);
  });

  it('with 204 has no body, and may not have one', async () => {
    const { call } = await serveFixture();
    const response = await call('/v2/pets/p1', { method: 'DELETE' });
    expect([response.status, await response.text(), response.headers.get('content-type')]).toEqual([204, '', null]);
    const found = await violationOf({ deletePet: () => ({ status: 204, body: {} }) }, '/v2/pets/p1', { method: 'DELETE' });
    expect(found.faults).toEqual(['body undeclared_body']);
  });

  it('may not lack a required header, nor have a wrong one', async () => {
    const page = '<!doctype html><title>Page</title>';
    const missing = await violationOf({ openPage: () => ({ status: 200, body: page }) }, '/gateway/c1');
    expect(missing.faults).toEqual(['header/Content-Security-Policy required']);
    const headers = { 'Idempotent-Replayed': 'maybe' };
    const wrong = await violationOf({ createPet: () => ({ status: 201, body: { id: 'p', name: 'Rex' }, headers }) }, '/v2/pets', post({ name: 'a' }));
    expect(wrong.faults).toEqual(['header/Idempotent-Replayed enum']);
  });

  it('is checked as it goes over the wire where that is asked for', async () => {
    const answer = { status: 200, body: { id: 'p', name: 'Rex', bornAt: new Date(0) } };
    expect((await violationOf({ getPet: () => answer }, '/v2/pets/p1')).faults).toEqual(['body/bornAt type']);
    const { call } = await serveFixture({ getPet: () => answer }, { validateWire: true });
    expect((await call('/v2/pets/p1')).status).toBe(200);
    const hidden = { status: 200, body: { id: 'p', name: { toJSON: () => 7 } } };
    expect((await violationOf({ getPet: () => hidden }, '/v2/pets/p1', {}, true)).faults).toEqual(['body/name type']);
  });

  it('is sent unchecked only where that is asked for', async () => {
    const { call } = await serveFixture({ getPet: () => ({ status: 200, body: {} }) }, { validateResponses: false });
    expect(await (await call('/v2/pets/p1')).json()).toEqual({});
  });

  it('has text where the contract has text', async () => {
    const headers = { 'Content-Security-Policy': "default-src 'none'" };
    const { call } = await serveFixture({ openPage: () => ({ status: 200, body: '<!doctype html><title>é</title>', headers }) });
    const response = await call('/gateway/c1');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toBe('<!doctype html><title>é</title>');
  });

  it('in a union reports the faults of its own member', async () => {
    const found = await violationOf({ approve: () => ({ status: 200, body: { result: { action: 'confirm' } } }) }, '/gateway/c1', post({ action: 'confirm', pin: '1234' }));
    expect(found.faults).toEqual(['body/result/pin required']);
  });
});

describe('an error', () => {
  it('has the status and the message of the example in the contract', async () => {
    const { call } = await serveFixture();
    const response = await call('/v2/pets/unknown', { headers: { 'x-request-id': 'mine' } });
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({
      success: false, status: 404, code: 'pet_not_found', message: 'There is no such pet.', requestId: 'mine',
      errors: { message: 'There is no such pet.', details: [] },
      documentationUrl: 'http://localhost:4000/errors/#pet_not_found',
    });
  });

  it('has the details, the headers and the documentation that it was given', async () => {
    const details = [{ path: 'body/name', code: 'taken', message: 'is taken' }];
    const { call } = await serveFixture(
      { createPet: () => { throw new ApiError('pet_exists', { message: 'Rex exists.', details, headers: { 'X-Extra': 1 } }); } },
      { docsUrl: 'https://docs.example' },
    );
    const response = await call('/v2/pets', post({ name: 'Rex' }));
    expect([response.status, response.headers.get('x-extra')]).toEqual([409, '1']);
    expect(await readError(response)).toMatchObject({
      message: 'Rex exists.', errors: { message: 'Rex exists.', details }, documentationUrl: 'https://docs.example/errors/#pet_exists',
    });
  });

  it('that the operation does not list is a contract violation', async () => {
    const found = await violationOf({ getPet: () => { throw new ApiError('pet_exists'); } }, '/v2/pets/p1');
    expect(found).toMatchObject({ status: 500, code: 'contract_violation', faults: ['status undeclared_status'] });
    const wrong = await violationOf({ deletePet: () => { throw new ApiError('malformed_url'); } }, '/v2/pets/p1', { method: 'DELETE' });
    expect(wrong).toMatchObject({ code: 'contract_violation', faults: ['body/code undeclared_code'] });
    const unknown = await violationOf({ deletePet: () => { throw new ApiError('nonsense'); } }, '/v2/pets/p1', { method: 'DELETE' });
    expect(unknown).toMatchObject({ status: 500, code: 'contract_violation', faults: ['body/code undeclared_code'] });
  });

  it('that lacks the header its response requires is a contract violation', async () => {
    const found = await violationOf({ getPet: () => { throw new ApiError('rate_limited'); } }, '/v2/pets/p1');
    expect(found).toMatchObject({ status: 500, faults: ['header/Retry-After required'] });
  });

  it('of the program is logged in full and answered with nothing of it', async () => {
    const { call, logged } = await serveFixture({ getPet: () => { throw new Error('password is hunter2'); } });
    const response = await call('/v2/pets/p1');
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(JSON.parse(text)).toMatchObject({ code: 'internal_error', message: 'The service failed.' });
    expect(text).not.toMatch(/hunter2|at .*\.ts/);
    expect(String(logged[0]?.error)).toContain('hunter2');
  });

  it('comes from a handler that throws before, after, or instead of waiting', async () => {
    const thrown: FixtureHandlers = {
      getPet: async () => { await Promise.resolve(); throw new ApiError('pet_gone'); },
      deletePet: () => Promise.reject(new Error('no')),
      listPets: () => ({ status: 200, body: { data: [1n] } }),
    };
    const { call } = await serveFixture(thrown, { validateResponses: false });
    expect((await readError(await call('/v2/pets/p1'))).code).toBe('pet_gone');
    expect((await readError(await call('/v2/pets/p1', { method: 'DELETE' }))).code).toBe('internal_error');
    expect((await readError(await call('/v2/pets'))).code).toBe('internal_error');
  });
});

describe('a raw Response', () => {
  it('keeps every Set-Cookie', async () => {
    const headers = new Headers({ 'content-type': 'text/html', 'content-security-policy': "default-src 'none'" });
    headers.append('set-cookie', 'a=1; Path=/');
    headers.append('set-cookie', 'b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT');
    const { call } = await serveFixture({ openPage: () => new Response('<!doctype html>', { headers }) });
    const response = await call('/gateway/c1');
    expect(response.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Expires=Wed, 21 Oct 2026 07:28:00 GMT']);
    expect(response.headers.get('x-request-id')).toMatch(/^req_/);
  });

  it('redirects without being followed', async () => {
    const { call } = await serveFixture({ openPage: () => Response.redirect('https://app.example/done?a=1', 302) });
    const response = await call('/gateway/c1');
    expect([response.status, response.headers.get('location')]).toEqual([302, 'https://app.example/done?a=1']);
  });

  it('keeps its bytes and its own Cache-Control', async () => {
    const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0]);
    const { call } = await serveFixture({
      getFile: () => new Response(bytes, { headers: { 'content-type': 'image/png', 'cache-control': 'max-age=60' } }),
    });
    const response = await call('/files/a.png');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    expect(response.headers.get('cache-control')).toBe('max-age=60');
  });

  it('is still held to its status, media type and headers', async () => {
    const status = await violationOf({ getFile: () => new Response(null, { status: 404 }) }, '/files/a');
    expect(status.faults).toEqual(['status undeclared_status']);
    const type = await violationOf({ getFile: () => new Response('x', { headers: { 'content-type': 'text/plain' } }) }, '/files/a');
    expect(type.faults).toEqual(['header/Content-Type undeclared_media_type']);
    const header = await violationOf({ openPage: () => new Response(null, { status: 302 }) }, '/gateway/c1');
    expect(header.faults).toEqual(['header/Location required']);
  });
});

describe('an example', () => {
  it('answers an operation that has no handler, and says so', async () => {
    const { call, operations } = await serveFixture({});
    const response = await call('/v2/pets/p1');
    expect(await response.json()).toEqual({ id: 'p1', name: 'Rex' });
    expect(response.headers.get('x-planbok-mock')).toBe('example');
    expect(operations.every(({ handled }) => !handled)).toBe(true);
  });

  it('comes only for a valid request with a valid key', async () => {
    const { call } = await serveFixture({});
    expect((await call('/v2/pets', post({}))).status).toBe(400);
    expect((await call('/v2/pets/p1', { headers: { 'planbok-x-api-key': '' } })).status).toBe(403);
  });

  it.each([
    ['code=404', 404, 'pet_not_found'],
    ['code=404, example=pet_gone', 404, 'pet_gone'],
    ['code=404; example=pet_gone', 404, 'pet_gone'],
    ['code="404";example="pet_gone"', 404, 'pet_gone'],
    ['respond-async, wait=10; Code=404 , example = pet_gone', 404, 'pet_gone'],
    ['example=pet_gone', 404, 'pet_gone'],
    ['code=403', 403, 'api_key_missing'],
    ['code=404, code=403', 404, 'pet_not_found'],
  ])('is served in place of a handler for Prefer: %s', async (prefer, status, code) => {
    const { call } = await serveFixture();
    const response = await call('/v2/pets/p1', { headers: { prefer } });
    expect([response.status, response.headers.get('x-planbok-mock')]).toEqual([status, 'example']);
    expect((await readError(response)).code).toBe(code);
  });

  it('is chosen among several of one status', async () => {
    const { call } = await serveFixture();
    const response = await call('/v2/pets', { ...post({ name: 'a' }), headers: { prefer: 'example=other' } });
    expect(await response.json()).toEqual({ id: 'p2', name: 'Tom' });
    expect(response.headers.get('idempotent-replayed')).toBeNull();
  });

  it('that does not exist is refused with a list of those that do', async () => {
    const { call } = await serveFixture();
    for (const prefer of ['example=nothing', 'code=299', 'code=404, example=rex', 'code=abc']) {
      const response = await call('/v2/pets/p1', { headers: { prefer } });
      const error = await readError(response);
      expect([response.status, error.code]).toEqual([400, 'validation_failed']);
      expect(error.errors.details[0]).toMatchObject({ path: 'header/Prefer', code: 'unknown_example' });
      expect(error.message).toContain('404 pet_not_found pet_gone');
    }
  });

  it('leaves other preferences to the handler', async () => {
    const { call } = await serveFixture();
    const response = await call('/v2/pets/p1', { headers: { prefer: 'return=minimal' } });
    expect(response.headers.get('x-planbok-mock')).toBeNull();
  });

  it('does not depend on what an earlier caller accepted', async () => {
    const { call } = await serveFixture({});
    const first = await call('/v2/pets/p1', { headers: { accept: 'text/html' } });
    expect([first.status, first.headers.get('content-type')]).toEqual([200, 'application/json']);
    const second = await call('/v2/pets/p1', { headers: { accept: 'application/json' } });
    expect(await second.json()).toEqual({ id: 'p1', name: 'Rex' });
  });

  it('has the headers that its response requires', async () => {
    const { call } = await serveFixture();
    const response = await call('/v2/pets/p1', { headers: { prefer: 'code=429' } });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  });

  it('is text where the contract has text, and absent where it has none', async () => {
    const document = fixtureDocument(({ paths }) => {
      const responses = paths['/gateway/{challengeId}']?.['get']?.['responses'] as Record<string, { headers?: unknown }>;
      delete responses['200']?.headers;
    });
    const { call } = await serveFixture({}, { document });
    const page = await call('/gateway/c1');
    expect([page.headers.get('content-type'), await page.text()]).toEqual(['text/html; charset=utf-8', '<!doctype html><title>A page</title>']);
    const gone = await call('/v2/pets/p1', { method: 'DELETE' });
    expect([gone.status, await gone.text()]).toEqual([204, '']);
  });

  it('calls nobody, though Prism calls the callbacks of what it mocks', async () => {
    const called: unknown[] = [];
    const server = createServer((request, response) => {
      called.push(request.url);
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const document = fixtureDocument(({ paths }) => {
      const done = { post: { requestBody: { content: { 'application/json': { schema: { type: 'object' } } } }, responses: {} } };
      paths['/v2/pets']!['post']!['callbacks'] = { done: { [`http://127.0.0.1:${port}/done`]: done } };
    });
    const { call } = await serveFixture({}, { document });
    expect((await call('/v2/pets', post({ name: 'a' }))).status).toBe(201);
    await new Promise((resolve) => setTimeout(resolve, 100));
    server.close();
    expect(called).toEqual([]);
  });

  it('that breaks its own schema is a contract violation', async () => {
    const document = fixtureDocument(({ paths }) => {
      const content = { 'application/json': { schema: { $ref: '#/components/schemas/Pet' }, examples: { bad: { value: { id: 1 } } } } };
      paths['/bare'] = { get: { operationId: 'getBare', responses: { '200': { description: 'ok', content } } } };
    });
    const { call } = await serveFixture({}, { document });
    expect((await readError(await call('/bare'))).code).toBe('contract_violation');
  });
});

describe('an observer', () => {
  it('is told of every answer, whatever became of the request', async () => {
    const seen: unknown[] = [];
    const { call } = await serveFixture(goodHandlers, {
      observe: ({ request, status, requestId, milliseconds }) => {
        seen.push([request.method, status, requestId, milliseconds >= 0]);
      },
    });
    await call('/v2/pets?limit=3', { headers: { 'X-Request-Id': 'mine' } });
    await call('/v2/pets?limit=0', { headers: { 'X-Request-Id': 'yours' } });
    await call('/nowhere', { headers: { 'X-Request-Id': 'ours' } });
    expect(seen).toEqual([['GET', 200, 'mine', true], ['GET', 400, 'yours', true], ['GET', 404, 'ours', true]]);
  });
});

import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFixture } from './fixture.ts';

// What matters here is what only a socket shows: how bytes are framed, drained and flushed. Each of these made Prism's
// own HTTP server hang, crash, or answer in a form that is not the contract's.

const server = createServer();
let port = 0;
let logged: unknown[] = [];

beforeAll(async () => {
  const served = await serveFixture({
    createPet: ({ body }) => ({ status: 201, body: { id: 'p1', name: Reflect.get(Object(body), 'name') } }),
    getPet: ({ path }) => ({ status: 200, body: { id: path['petId'], name: 'Rex' } }),
    getFile: ({ path }) => (path['name'] === 'events' ? sendEvents() : sendImage()),
    openPage: () => {
      const headers = new Headers({ location: `http://127.0.0.1:${port}/bare` });
      headers.append('set-cookie', 'a=1');
      headers.append('set-cookie', 'b=2');
      return new Response(null, { status: 302, headers });
    },
  });
  logged = served.logged;
  const errorHandler = () => served.refuseRequest();
  server.on('request', getRequestListener((request) => served.app.fetch(request), { errorHandler }));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const image = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff, 0xfe, 0xc3]);

function sendImage(): Response {
  return new Response(image, { headers: { 'content-type': 'image/png' } });
}

function sendEvents(): Response {
  const encoder = new TextEncoder();
  let sent = 0;
  const body = new ReadableStream({
    async pull(controller) {
      if (sent > 0) await new Promise((resolve) => setTimeout(resolve, 60));
      controller.enqueue(encoder.encode(`data: ${(sent += 1)}\n\n`));
      if (sent === 3) controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

/** Sends bytes as they are and reads until the server closes, or until the answer is complete. */
async function exchange(...parts: (string | Uint8Array)[]): Promise<{ status: number; head: string; body: string }> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.setEncoding('latin1').on('data', (chunk) => (received += chunk));
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  for (const part of parts) if (!socket.write(part)) await once(socket, 'drain');
  const answered = new Promise<void>((resolve) => {
    const look = () => {
      const end = received.indexOf('\r\n\r\n');
      const length = Number(/content-length: (\d+)/i.exec(received)?.[1] ?? 0);
      if (end !== -1 && received.length >= end + 4 + length) resolve();
    };
    socket.on('data', look).on('close', () => resolve());
  });
  const timeout = AbortSignal.timeout(5000);
  await Promise.race([answered, once(timeout, 'abort')]);
  socket.destroy();
  const [head = '', ...rest] = received.split('\r\n\r\n');
  return { status: Number(head.split(' ')[1] ?? 0), head, body: rest.join('\r\n\r\n') };
}

const lines = (...all: string[]) => `${all.join('\r\n')}\r\n\r\n`;
const postHead = ['POST /v2/pets HTTP/1.1', 'Host: localhost', 'PLANBOK-X-API-KEY: key'];

async function expectAlive(): Promise<void> {
  const { status } = await exchange(lines('GET /v2/pets/p1 HTTP/1.1', 'Host: localhost', 'PLANBOK-X-API-KEY: key'));
  expect(status).toBe(200);
}

function expectError(answer: { status: number; body: string }, status: number, code: string): void {
  expect(answer.status).toBe(status);
  expect(JSON.parse(answer.body)).toMatchObject({ success: false, status, code });
}

describe('over a socket', () => {
  it('answers malformed JSON at once', async () => {
    const answer = await exchange(lines(...postHead, 'Content-Type: application/json', 'Content-Length: 8'), '{"name":');
    expectError(answer, 400, 'malformed_json');
    await expectAlive();
  });

  it('survives a bad percent-encoding', async () => {
    for (const target of ['/v2/pets/%E0%A4%A', '/v2/pets?limit=%E0%A4%A', '/%']) {
      expectError(await exchange(lines(`GET ${target} HTTP/1.1`, 'Host: localhost', 'PLANBOK-X-API-KEY: key')), 400, 'malformed_url');
    }
    await expectAlive();
  });

  it('answers in the envelope what never becomes a request', async () => {
    expectError(await exchange(lines('GET /v2\\pets HTTP/1.1', 'Host: localhost')), 400, 'malformed_url');
    expectError(await exchange(lines('GET /v2/pets HTTP/1.1', 'Host: a b')), 400, 'malformed_url');
    await expectAlive();
  });

  it('refuses a wrong content type of a body that is sent in chunks', async () => {
    const answer = await exchange(
      lines(...postHead, 'Content-Type: text/plain', 'Transfer-Encoding: chunked'), 'f\r\n{"name": "Rex"}\r\n0\r\n\r\n',
    );
    expectError(answer, 415, 'unsupported_media_type');
  });

  it('refuses a garbage content type and one that is absent', async () => {
    const body = '{"name":"Rex"}';
    for (const header of ['Content-Type: garbage', 'Content-Type: ;;;', 'X-None: 1']) {
      expectError(await exchange(lines(...postHead, header, `Content-Length: ${body.length}`), body), 415, 'unsupported_media_type');
    }
    await expectAlive();
  });

  it('accepts JSON that is sent in chunks', async () => {
    const { status, body } = await exchange(
      lines(...postHead, 'Content-Type: application/json', 'Transfer-Encoding: chunked'), '8\r\n{"name":\r\n', '6\r\n"Rex"}\r\n0\r\n\r\n',
    );
    expect([status, JSON.parse(body)]).toEqual([201, { id: 'p1', name: 'Rex' }]);
  });

  it('drains a body over the limit before it refuses it, with and without a declared length', async () => {
    const size = 2 * 1024 * 1024;
    const declared = await exchange(lines(...postHead, 'Content-Type: application/json', `Content-Length: ${size}`), new Uint8Array(size));
    expectError(declared, 413, 'payload_too_large');
    const chunk = 'x'.repeat(0x10000);
    const chunks = Array.from({ length: 32 }, () => `10000\r\n${chunk}\r\n`);
    const chunked = await exchange(lines(...postHead, 'Content-Type: application/json', 'Transfer-Encoding: chunked'), ...chunks, '0\r\n\r\n');
    expectError(chunked, 413, 'payload_too_large');
    await expectAlive();
  });

  it('leaves the connection fit for the next request after it refused a body', async () => {
    const body = 'x'.repeat(100_000);
    const refused = lines(...postHead, 'Content-Type: application/json', `Content-Length: ${body.length}`) + body;
    const answer = await exchange(refused + lines('GET /v2/pets/p1 HTTP/1.1', 'Host: localhost', 'PLANBOK-X-API-KEY: key', 'Connection: close'));
    expect(answer.status).toBe(413);
    await expectAlive();
  });

  it('answers HEAD without a body', async () => {
    const { status, body } = await exchange(lines('HEAD /v2/pets/p1 HTTP/1.1', 'Host: localhost', 'PLANBOK-X-API-KEY: key', 'Connection: close'));
    expect([status, body]).toEqual([200, '']);
  });

  it('answers an unknown method', async () => {
    expectError(await exchange(lines('PROPFIND /v2/pets HTTP/1.1', 'Host: localhost')), 405, 'method_not_allowed');
  });

  it('lives on when the caller goes away in the middle of a body', async () => {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(lines(...postHead, 'Content-Type: application/json', 'Content-Length: 1000'));
    socket.write('{"name":');
    socket.destroy();
    await once(socket, 'close');
    await expectAlive();
    expect(logged).toEqual([]);
  });

  it('passes a redirect with both its cookies', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/gateway/c1`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([302, `http://127.0.0.1:${port}/bare`]);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  });

  it('passes bytes unchanged', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/files/image`);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(image);
  });

  it('streams events as they happen', async () => {
    const response = await fetch(`http://127.0.0.1:${port}/files/events`);
    const chunks: string[] = [];
    const reader = response.body?.getReader();
    for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
      chunks.push(Buffer.from(read.value).toString());
    }
    expect(chunks).toEqual(['data: 1\n\n', 'data: 2\n\n', 'data: 3\n\n']);
  });
});

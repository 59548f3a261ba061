import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A webhook as it came in. */
export interface Received {
  headers: IncomingHttpHeaders;
  /** The body to the byte. */
  raw: string;
  event: string;
  id: string;
  data: Record<string, unknown>;
}

type Respond = (received: Received, response: ServerResponse, count: number) => void;

/** Answers with a status, and nothing else. */
export function status(code: number, headers: Record<string, string> = {}): Respond {
  return (_received, response) => void response.writeHead(code, headers).end();
}

/** A program that takes webhooks in, on a port of its own. It says 200 until told otherwise. */
export async function startReceiver(respond: Respond = status(200)) {
  const received: Received[] = [];
  let answer = respond;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString();
      const one = { headers: request.headers, raw, ...read(request.headers, raw) };
      received.push(one);
      answer(one, response, received.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return {
    url: `http://127.0.0.1:${port}/webhooks`,
    received,
    answerWith: (next: Respond) => {
      answer = next;
    },
    events: () => received.map(({ event }) => event),
  };
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>;

function read(headers: IncomingHttpHeaders, raw: string) {
  const { event, data } = JSON.parse(raw) as { event: string; data: Record<string, unknown> };
  return { event, data, id: String(headers['x-webhook-id']) };
}

/** What the vendor's receiver does with a webhook at `now`, step by step: the status that it answers. */
export function verifyAsVendor({ headers, raw }: Pick<Received, 'headers' | 'raw'>, secret: string, now: number): number {
  const signature = headers['x-webhook-signature'];
  const timestamp = headers['x-webhook-timestamp'];
  if (typeof signature !== 'string' || typeof timestamp !== 'string') return 401;
  if (Math.abs(now / 1000 - Number(timestamp)) > 300) return 401;
  const parts = signature.split('=');
  if (parts.length !== 2 || parts[0] !== 'sha256') return 401;
  const expected = createHmac('sha256', secret).update(`${timestamp}.${raw}`).digest();
  const given = Buffer.from(parts[1] ?? '', 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected) ? 200 : 401;
}

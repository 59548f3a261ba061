import { createServer, request as send, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A request as it left the browser. */
export interface SentRequest {
  method: string;
  url: string;
  /** Names and values in turn, as they were on the wire. */
  rawHeaders: string[];
  body: Buffer;
}

export interface RecordingProxy {
  url: string;
  /** Everything that the browser sent, to whomever. */
  sent: SentRequest[];
  /** What went to an origin other than the ones it is meant for. None of it was passed on. */
  foreign: string[];
  /** Lets the next request whose path ends so through, and breaks the connection instead of answering it. */
  loseAnswerOf(pathEnd: string): void;
  close(): Promise<void>;
}

/** A proxy that sees what DevTools may leave out: beacons, prefetches, icons, sockets and the headers of the network stack. */
export async function startRecordingProxy(origins: readonly string[]): Promise<RecordingProxy> {
  const sent: SentRequest[] = [];
  const foreign: string[] = [];
  const losing: string[] = [];

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url: address = '', rawHeaders } = request;
    const body = await buffer(request);
    sent.push({ method, url: address, rawHeaders, body });
    const url = URL.parse(address);
    if (url === null || !origins.includes(url.origin)) {
      foreign.push(`${method} ${address}`);
      response.writeHead(502).end();
      return;
    }
    const planned = losing.findIndex((end) => url.pathname.endsWith(end));
    const isLost = planned >= 0 && losing.splice(planned, 1).length > 0;
    const { 'proxy-connection': _, ...headers } = request.headers;
    const onward = send(url, { method, headers }, (answer) => {
      if (isLost) {
        answer.resume().on('end', () => response.destroy());
        return;
      }
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    onward.end(body);
  }

  function refuse({ method = '', url = '', rawHeaders }: IncomingMessage, socket: Socket): void {
    sent.push({ method, url, rawHeaders, body: Buffer.alloc(0) });
    foreign.push(`${method} ${url}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  }

  const server = createServer((request, response) => {
    pass(request, response).catch(() => response.destroy());
  });
  server.on('connect', refuse);
  server.on('upgrade', refuse);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    foreign,
    loseAnswerOf: (pathEnd) => losing.push(pathEnd),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A request as one text, in which every byte is one character. */
export function asText({ method, url, rawHeaders, body }: SentRequest): string {
  const headers = rawHeaders.map((part, index) => (index % 2 === 0 ? `\n${part}: ` : part)).join('');
  return `${method} ${url}${headers}\n\n${body.toString('latin1')}\n`;
}

/** The value of a header of a request that left the browser. */
export function headerOf({ rawHeaders }: SentRequest, name: string): string | undefined {
  const at = rawHeaders.findIndex((part, index) => index % 2 === 0 && part.toLowerCase() === name);
  return at < 0 ? undefined : rawHeaders[at + 1];
}

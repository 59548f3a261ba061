import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { createMock, type Mock, type MockOptions } from './server.ts';

export interface StartOptions extends MockOptions {
  /** 0 picks a free one. */
  port?: number;
  gatewayPort?: number;
  host?: string;
  /** Lets the HTTP adapter put its faster `Request` and `Response` in place of the global ones: for a process that is the mock's alone. */
  replaceGlobals?: boolean;
}

export interface RunningMock {
  apiUrl: string;
  gatewayUrl: string;
  keys: Mock['keys'];
  /** Signs the return to the application. */
  webhookSecret: string;
  warmUp: Mock['warmUp'];
  stop: () => Promise<void>;
}

/** A listener could not be opened. The message says which option to change. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

// A client that sends its request drop by drop is cut off; one that keeps its connection open costs nothing.
const timeouts = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
};
const graceMs = 3_000;

/** Starts the mock API and the mock Gateway, each on an origin of its own. */
export async function startMock(options: StartOptions = {}): Promise<RunningMock> {
  const { port = 4010, gatewayPort = 4020, host = 'localhost', replaceGlobals = false } = options;
  const mock = await createMock(options);
  const servers: Server[] = [];
  const stop = async () => {
    await Promise.all(servers.map(closeServer));
    await mock.close();
  };
  try {
    const open = async (fetch: Mock['api'], wanted: number, option: string) => {
      const server = createHttpServer(mock, fetch, host, replaceGlobals);
      const actual = await listen(server, wanted, host, option);
      servers.push(server);
      return `http://${urlHost(host)}:${actual}`;
    };
    const apiUrl = await open(mock.api, port, '--port');
    const gatewayUrl = await open(mock.gateway, gatewayPort, '--gateway-port');
    mock.setGatewayOrigin(gatewayUrl);
    return { apiUrl, gatewayUrl, keys: mock.keys, webhookSecret: mock.context.webhookSecret, warmUp: mock.warmUp, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function createHttpServer(mock: Mock, fetch: Mock['api'], host: string, replaceGlobals: boolean): Server {
  const listener = getRequestListener(
    (request, { incoming }) => fetch(request, incoming.socket.remoteAddress),
    { hostname: host, overrideGlobalObjects: replaceGlobals, errorHandler: () => mock.refuseRequest() },
  );
  const server = createServer(timeouts, listener);
  server.on('clientError', (_error, socket) => {
    if (!socket.writable) return;
    void refuse(mock).then((answer) => socket.end(answer));
  });
  return server;
}

/** What is not HTTP gets the envelope too. */
async function refuse(mock: Mock): Promise<string> {
  const response = mock.refuseRequest();
  const body = await response.text();
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`);
  const length = `content-length: ${Buffer.byteLength(body)}`;
  return [`HTTP/1.1 ${response.status} Bad Request`, ...headers, length, 'connection: close', '', body].join('\r\n');
}

/** How the host is written in a URL. A listener on every address is reached by this machine's own name. */
function urlHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function listen(server: Server, port: number, host: string, option: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port, host, option)));
    server.listen(port, host, () => {
      const { port: actual } = server.address() as AddressInfo;
      resolve(actual);
    });
  });
}

function explain(error: NodeJS.ErrnoException, port: number, host: string, option: string): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new ListenError(
        `Port ${port} is taken. Stop what uses it, or choose another with ${option} (0 picks a free one).`,
      );
    case 'EACCES':
      return new ListenError(`Port ${port} needs rights that this process lacks. Choose one above 1023 with ${option}.`);
    case 'ENOTFOUND':
    case 'EADDRNOTAVAIL':
      return new ListenError(`This machine has no address ${host}. Choose another with --host.`);
    default:
      return error;
  }
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(timer);
}

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { type BadNetwork, createBadNetwork } from './bad-network.ts';
import { isScenarioName, type Prepared, prepareScenario, type ScenarioName, scenarioNames } from './scenarios.ts';
import { createMock, type Mock, type MockOptions } from './server.ts';

export interface StartOptions extends MockOptions {
  /** A free one without it, and with 0. */
  port?: number;
  gatewayPort?: number;
  host?: string;
  /** The part of all requests that fail on purpose, from 0 to 1; none without it. */
  failRate?: number;
  /** How late answers are, in milliseconds: each from half to one and a half times as much. */
  latencyMs?: number;
  /** The state that it begins with; `empty` without it. With `data`, only into an empty store. */
  scenario?: ScenarioName;
  /** Lets the HTTP adapter put its faster `Request` and `Response` in place of the global ones: for a process that is the mock's alone. */
  replaceGlobals?: boolean;
}

export interface RunningMock {
  apiUrl: string;
  gatewayUrl: string;
  keys: { apiKey: string; readKey: string };
  /** Signs the return to the application. */
  webhookSecret: string;
  /** What the scenario has prepared, if one was given. */
  scenario: Prepared | undefined;
  warmUp: () => Promise<void>;
  /** Ends it. Nothing of it is left: no listener, no timer, no state. */
  stop: () => Promise<void>;
  /** The same, for `await using`. */
  [Symbol.asyncDispose]: () => Promise<void>;
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

/** Starts the mock API and the mock Gateway, each on an origin of its own. Several can run in one process. */
export async function startMock(options: StartOptions = {}): Promise<RunningMock> {
  const { port = 0, gatewayPort = 0, host = 'localhost', replaceGlobals = false, failRate = 0, latencyMs = 0 } = options;
  const { log, scenario: name } = options;
  if (name !== undefined && !isScenarioName(name)) {
    throw new RangeError(`There is no scenario ${String(name)}. Choose one of ${scenarioNames.join(', ')}.`);
  }
  let isPreparing = true;
  const mock = await createMock({
    ...options,
    ...(log === undefined ? {} : { log: (line) => !isPreparing && log(line) }),
  });
  const servers: Server[] = [];
  let network: BadNetwork | undefined;
  const close = async () => {
    network?.stop();
    await Promise.all(servers.map(closeServer));
    await mock.close();
  };
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= close());
  try {
    const weather = (network = createBadNetwork({ failRate, latencyMs, random: mock.networkRandom }));
    const open = async (fetch: Mock['api'], wanted: number, option: string) => {
      const server = createHttpServer(mock, fetch, weather, host, replaceGlobals);
      const actual = await listen(server, wanted, host, option);
      servers.push(server);
      return `http://${urlHost(host)}:${actual}`;
    };
    const returnOrigin = options.returnOrigins?.[0] ?? 'http://localhost:3000';
    const scenario = name === undefined ? undefined : await prepareScenario(mock, name, returnOrigin);
    isPreparing = false;
    const apiUrl = await open(mock.api, port, '--port');
    const gatewayUrl = await open(mock.gateway, gatewayPort, '--gateway-port');
    mock.setGatewayOrigin(gatewayUrl);
    mock.startBackground();
    const { keys, warmUp } = mock;
    const { webhookSecret } = mock.context;
    return { apiUrl, gatewayUrl, keys, webhookSecret, scenario, warmUp, stop, [Symbol.asyncDispose]: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function createHttpServer(
  mock: Mock,
  fetch: Mock['api'],
  network: BadNetwork,
  host: string,
  replaceGlobals: boolean,
): Server {
  const listener = getRequestListener(
    async (request, { incoming: { socket, url = '' } }) => {
      const { fate, delayMs } = network.next(url.split('?')[0] ?? '');
      if (fate === 'cut') {
        mock.logCut(request);
        socket.destroy();
        return new Response();
      }
      const response = await fetch(request, socket.remoteAddress, fate);
      await network.delay(delayMs);
      if (fate === 'lost') socket.destroy();
      return response;
    },
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

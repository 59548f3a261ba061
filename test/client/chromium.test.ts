import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../browser/browser.ts';
import { bundle } from '../../scripts/bundle.ts';
import { cases, type Case, type World } from './suite.ts';
import { startWorld } from './world.ts';

const page = '<!doctype html><title>Client</title><script type="module">import { cases } from "/suite.js"; globalThis.cases = cases;</script>';

/**
 * Serves the page and, on the same origin, the mocks behind a proxy: an API key does not belong in a browser, and the mock
 * lets no page of another origin call. What a backend would add, a session and no key, is not the matter here.
 */
async function startPage(script: string, world: World) {
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const [, first = '', path = ''] = /^\/([^/]*)(.*)$/.exec(request.url ?? '') ?? [];
    const target = { api: world.apiUrl, bad: world.badApiUrl, slow: world.slowApiUrl }[first];
    if (target === undefined) {
      const isScript = first === 'suite.js';
      return void response.writeHead(200, { 'Content-Type': isScript ? 'text/javascript' : 'text/html' }).end(isScript ? script : page);
    }
    const { method = 'GET' } = request;
    const headers = Object.entries(request.headers).filter(([name]) => !['host', 'connection', 'content-length'].includes(name));
    const body = await buffer(request);
    const { status, headers: answered, ...rest } = await fetch(`${target}${path}`, {
      method, headers: headers.map(([name, value]): [string, string] => [name, String(value)]), ...(body.length > 0 && { body: new Uint8Array(body) }),
    }).then(async (given) => ({ status: given.status, headers: given.headers, text: await given.text() }));
    response.writeHead(status, Object.fromEntries([...answered].filter(([name]) => /^(content-type|retry-after|x-request-id)$/.test(name)))).end(rest.text);
  };
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

let world: Awaited<ReturnType<typeof startWorld>>;
let site: Awaited<ReturnType<typeof startPage>>;
let browser: Browser;

beforeAll(async () => {
  const script = await bundle(join(import.meta.dirname, 'suite.ts'));
  world = await startWorld();
  site = await startPage(script, world);
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  site.close();
  await world.stop();
});

describe('the client in Chromium', () => {
  it('does all that it does on Node', async () => {
    const tab = await browser.newPage();
    await tab.goto(site.origin);
    const outcomes = await tab.evaluate(async (origin) => {
      const suite: Case[] = Reflect.get(globalThis, 'cases');
      const world: World = { apiUrl: `${origin}/api`, badApiUrl: `${origin}/bad`, slowApiUrl: `${origin}/slow` };
      const outcomes: string[] = [];
      for (const { name, run } of suite) {
        outcomes.push(await run(world).then(() => `passed: ${name}`, (error: unknown) => `failed: ${name}: ${String(error)}`));
      }
      return outcomes;
    }, site.origin);
    expect(outcomes).toEqual(cases.map(({ name }) => `passed: ${name}`));
  });
});

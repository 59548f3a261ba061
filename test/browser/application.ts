import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { html } from 'hono/html';
import createClient from 'openapi-fetch';
import type { components, paths } from '../../generated/types.ts';

type Schemas = components['schemas'];
type Wallet = Schemas['Wallet'];
type Task = 'initialize' | 'recovery' | 'create-wallet' | 'reset-pin';

/** A challenge that the application has asked for, as its backend remembers it. */
export interface AskedChallenge {
  challengeId: string;
  customerId: string;
  state: string;
  redirectUrl: string;
}

export interface ApplicationOptions {
  apiUrl: string;
  apiKey: string;
  webhookSecret: string;
}

/** The smallest application that does everything an integrator must: the key stays in its backend, the browser sees pages. */
export interface Application {
  origin: string;
  challenges: AskedChallenge[];
  close(): Promise<void>;
}

/** Starts the application. It lives on 127.0.0.1 while the mock lives on localhost: another origin, and another site. */
export async function startApplication({ apiUrl, apiKey, webhookSecret }: ApplicationOptions): Promise<Application> {
  const client = createClient<paths>({ baseUrl: apiUrl, headers: { 'PLANBOK-X-API-KEY': apiKey } });
  const challenges: AskedChallenge[] = [];
  const app = new Hono();
  let server: ServerType;
  let origin = '';

  app.get('/', (context) =>
    context.html(page('Welcome', html`<form method="post" action="/customers"><button>Sign up</button></form>`)),
  );

  app.post('/customers', async (context) => {
    const { data } = await client.POST('/v2/customers', {
      params: { header: { 'Idempotency-Key': randomUUID() } },
      body: { name: 'Ada Lovelace', refId: `user-${challenges.length}` },
    });
    return context.redirect(`/customers/${given(data).data.id}`, 303);
  });

  app.get('/customers/:customerId', async (context) => {
    const { customerId } = context.req.param();
    const [customer, wallets, chains] = await Promise.all([
      client.GET('/v2/customers/{customerId}', { params: { path: { customerId } } }),
      client.GET('/v2/wallets', { params: { query: { customerIds: customerId } } }),
      client.GET('/v2/config/chains'),
    ]);
    const enabled = given(chains.data).data.filter(({ enabled }) => enabled);
    return context.html(
      page(
        given(customer.data).data.name,
        html`${walletTable(given(wallets.data).data)}
          <form method="post" action="/customers/${customerId}/initialize"><button>Set up my PIN</button></form>
          <form method="post" action="/customers/${customerId}/recovery"><button>Set up recovery</button></form>
          <form method="post" action="/customers/${customerId}/reset-pin"><button>I forgot my PIN</button></form>
          <form method="post" action="/customers/${customerId}/create-wallet">
            ${enabled.map(({ id }) => html`<label><input type="checkbox" name="blockchain" value="${id}" />${id}</label> `)}
            <button>Create wallets</button>
          </form>`,
      ),
    );
  });

  app.post('/customers/:customerId/:task', async (context) => {
    const { customerId, task } = context.req.param();
    const form = await context.req.formData();
    const state = `visit ${challenges.length} & ä/+`;
    const answer = await ask(task as Task, customerId, state, form.getAll('blockchain').map(String));
    if (answer.error !== undefined) {
      const { code, message } = answer.error;
      return context.html(page('Not possible now', html`<p role="alert">${code}: ${message}</p><a href="/customers/${customerId}">Back</a>`));
    }
    const { challengeId, redirectUrl } = given(answer.data).data;
    challenges.push({ challengeId, customerId, state, redirectUrl });
    return context.redirect(redirectUrl, 303);
  });

  function ask(task: Task, customerId: string, state: string, blockchains: string[]) {
    const params = { path: { customerId }, header: { 'Idempotency-Key': randomUUID() } };
    const body = { redirectUrl: `${origin}/return?customer=${customerId}&step=set%20up&status=mine&flag`, state };
    switch (task) {
      case 'initialize':
        return client.POST('/v2/customers/{customerId}/initialize', { params, body });
      case 'recovery':
        return client.POST('/v2/customers/{customerId}/recovery', { params, body });
      case 'reset-pin':
        return client.POST('/v2/customers/{customerId}/reset-pin', { params, body });
      case 'create-wallet':
        return client.POST('/v2/customers/{customerId}/wallet/create', { params, body: { ...body, blockchains } });
    }
  }

  app.get('/return', async (context) => {
    const { customer: customerId = '', challengeId = '', ...query } = context.req.query();
    const asked = challenges.find((challenge) => challenge.challengeId === challengeId);
    const isGenuine = asked?.state === query['state'] && isSigned(webhookSecret, { challengeId, ...query });
    // The query is a hint; what happened is what the API says.
    const { data } = await client.GET('/v2/customers/{customerId}/challenges/{challengeId}', { params: { path: { customerId, challengeId } } });
    const { status, failure, result } = given(data).data;
    const wallets = result !== undefined && 'wallets' in result ? result.wallets : [];
    return context.html(
      page(
        status === 'verified' ? 'Done' : 'Not done',
        html`<p>Return: ${isGenuine ? 'genuine' : 'forged'}</p>
          <p>Status: ${status}${failure === undefined ? '' : ` (${failure.code})`}</p>
          ${walletTable(wallets)} <a href="/customers/${customerId}">Continue</a>`,
      ),
    );
  });

  await new Promise<void>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      origin = `http://127.0.0.1:${port}`;
      resolve();
    });
  });
  return {
    origin,
    challenges,
    close: () =>
      new Promise((resolve) => {
        if ('closeAllConnections' in server) server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function page(title: string, content: ReturnType<typeof html>) {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title}</title>
        <link rel="icon" href="data:," />
      </head>
      <body>
        <h1>${title}</h1>
        ${content}
      </body>
    </html>`;
}

function walletTable(wallets: Wallet[]) {
  const rows = wallets.map(({ blockchain, address }) => html`<tr><th scope="row">${blockchain}</th><td>${address}</td></tr>`);
  return html`<table>${rows}</table>`;
}

function isSigned(secret: string, { challengeId, status, state, timestamp, signature }: Record<string, string | undefined>): boolean {
  const expected = createHmac('sha256', secret).update(`${timestamp}.${challengeId}.${status}.${state ?? ''}`).digest();
  const actual = Buffer.from(signature ?? '', 'hex');
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

function given<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('The API did not answer with data');
  return value;
}

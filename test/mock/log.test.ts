import { createHash } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMock, type MockOptions } from '../../mock/server.ts';
import { createRequestLog, failureText } from '../../mock/request-log.ts';
import { createFixture, goodPin, otherPin, required, send, tokenOf } from './mock-fixture.ts';

const url = 'http://localhost:4010/v2/customers';
const answered = (requestId = 'req_1', at = url) => ({ request: new Request(at), status: 200, requestId, milliseconds: 1.26 });

function logOf({ json = false, secrets = [] }: { json?: boolean; secrets?: string[] } = {}) {
  const lines: string[] = [];
  return { lines, log: createRequestLog({ write: (line) => lines.push(line), json, now: () => 0, secrets }) };
}

describe('the log', () => {
  it('has one line a request, with what became of the challenge', async () => {
    const fixture = await createFixture();
    const customer = await fixture.createCustomer();
    const challenge = await fixture.request(customer.id, 'initialize');
    await fixture.approve(challenge.id);
    const timing = String.raw`[\d.]+ ms req_[0-9a-f]{24}`;
    expect(fixture.lines).toEqual([
      expect.stringMatching(new RegExp(`^POST /v2/customers 201 ${timing}$`)),
      expect.stringMatching(new RegExp(`^POST /v2/customers/${customer.id}/initialize 201 ${timing}; challenge ${challenge.id} initialize pending$`)),
      expect.stringMatching(new RegExp(`^POST /sandbox/challenges/${challenge.id}/approve 200 ${timing}; challenge ${challenge.id} initialize verified$`)),
    ]);
  });

  it('says why a challenge failed', async () => {
    const fixture = await createFixture();
    const customer = await fixture.createCustomer();
    const [first, second] = [await fixture.request(customer.id, 'initialize'), await fixture.request(customer.id, 'initialize')];
    expect(fixture.lines.at(-1)).toContain(`; challenge ${first.id} initialize failed (superseded); challenge ${second.id} initialize pending`);
    await fixture.api.POST('/sandbox/challenges/{challengeId}/reject', { params: { path: { challengeId: second.id } } });
    expect(fixture.lines.at(-1)).toContain(`; challenge ${second.id} initialize failed (rejected)`);
  });

  it('keeps apart what happens in requests at the same time', async () => {
    const { log, lines } = logOf();
    const work = (id: string, waits: number) =>
      log.during(async () => {
        await new Promise((resolve) => setTimeout(resolve, waits));
        log.happened({ what: 'transaction', id, blockchain: 'ETH-SEPOLIA', status: 'signed' });
        log.answered(answered(id));
      });
    await Promise.all([work('one', 20), work('two', 10)]);
    expect(lines).toEqual([
      'GET /v2/customers 200 1.3 ms two; transaction two ETH-SEPOLIA signed',
      'GET /v2/customers 200 1.3 ms one; transaction one ETH-SEPOLIA signed',
    ]);
  });

  it('gives what happens by time, after the answer, or to a webhook a line of its own', async () => {
    const { log, lines } = logOf();
    const transaction = { what: 'transaction', id: 'tx', blockchain: 'ETH', status: 'failed', failure: 'broadcast_failed' } as const;
    const webhook = { what: 'webhook', event: 'wallet.created', url: 'https://me:secret@hook.example.com/in?token=secret', attempt: 2, outcome: '200', milliseconds: 12.34 } as const;
    log.happened(transaction);
    await log.during(async () => {
      log.happened(webhook);
      log.answered(answered());
      log.happened(transaction);
    });
    expect(lines).toEqual([
      'transaction tx ETH failed (broadcast_failed)',
      'webhook wallet.created to https://hook.example.com/in, attempt 2: 200, 12.3 ms',
      'GET /v2/customers 200 1.3 ms req_1',
      'transaction tx ETH failed (broadcast_failed)',
    ]);
  });

  it('changes no answer when whoever takes it fails', async () => {
    const fault = new Error('no space left on device');
    const failures: unknown[] = [];
    const log = () => {
      throw fault;
    };
    const fixture = await createFixture({ log, logFailure: ({ error }) => failures.push(error) });
    const { id } = await fixture.createCustomer();
    expect((await fixture.customer(id)).id).toBe(id);
    expect(failures).toEqual([fault, fault]);
  });

  it('is JSON for machines, an object a line, with the same in it', async () => {
    const { log, lines } = logOf({ json: true });
    const challenge = { what: 'challenge', id: 'ch', task: 'transfer', status: 'verified' } as const;
    await log.during(async () => {
      log.happened(challenge);
      log.injected('lost');
      log.answered(answered('req_1', `${url}?refId=private`));
    });
    log.happened(challenge);
    log.cut({ method: 'POST', url });
    const at = '1970-01-01T00:00:00.000Z';
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { at, type: 'request', method: 'GET', path: '/v2/customers', status: 200, milliseconds: 1.3, requestId: 'req_1', happened: [challenge], injected: 'lost' },
      { at, type: 'happening', ...challenge },
      { at, type: 'request', method: 'POST', path: '/v2/customers', injected: 'cut' },
    ]);
  });

  it.each([false, true])('lets no control character through, as JSON: %s', (json) => {
    const { log, lines } = logOf({ json });
    const evil = 'a\u001b[2J\r\nb\u009b31m\u202e';
    log.happened({ what: 'transaction', id: evil, blockchain: evil, status: evil, failure: evil });
    log.happened({ what: 'webhook', event: evil, url: evil, attempt: 1, outcome: evil, milliseconds: 1 });
    const failure = failureText({ level: 'error', message: evil, requestId: 'req_1', error: new Error(evil) }, json);
    expect(lines).toHaveLength(2);
    for (const line of [...lines, ...failure.split('\n')]) expect(line).toMatch(/^[\x20-\x7e]*$/);
  });

  it.each([false, true])('has no secret in it, as JSON: %s', async (json) => {
    const options: MockOptions = { json, apiKey: 'pk_very_secret_full', readKey: 'pk_very_secret_read', webhookSecret: 'whsec_very_secret' };
    const lines: string[] = [];
    const failures: string[] = [];
    const mock = await createMock({ ...options, log: (line) => lines.push(line), logFailure: (entry) => failures.push(failureText(entry, json)) });
    onTestFinished(() => mock.close());
    const headers = { 'PLANBOK-X-API-KEY': 'pk_very_secret_full', 'Content-Type': 'application/json', 'X-Request-Id': 'pk_very_secret_full' };
    const post = async (path: string, body: object) =>
      (await send(mock, 'POST', path, { headers, body: JSON.stringify(body) })).json();
    const customer = (await post('/v2/customers', { name: 'Ada' })).data;
    const asked = (await post(`/v2/customers/${customer.id}/initialize`, { redirectUrl: 'https://app.example.com/?secret=very-private' })).data;
    await post(`/sandbox/challenges/${asked.id}/approve`, { pin: goodPin });
    const wallets = (await post(`/v2/customers/${customer.id}/wallet/create`, { redirectUrl: 'https://app.example.com', blockchains: ['ETH-SEPOLIA'] })).data;
    await post(`/sandbox/challenges/${wallets.id}/approve`, { pin: otherPin });
    await post(`/sandbox/challenges/${wallets.id}/approve`, { pin: goodPin });
    const hook = (await post('/v2/webhook-endpoints', { url: 'https://127.0.0.1:9/hook?token=very-private', events: ['*'] })).data;
    await post('/v2/customers', { name: 'Grace' });
    const token = tokenOf(asked);
    const sealedSecret = createHash('sha512').update('sealed').digest('base64');
    await mock.gateway(new Request(`http://localhost:4020/gateway/${wallets.id}/approve`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ action: 'confirm', pin: { sealedSecret } }),
    }));
    await send(mock, 'GET', '/v2/wallets?refId=very-private', { headers });
    await send(mock, 'GET', '/nowhere/pk_very_secret_full/whsec_very_secret', { headers });
    expect(lines.length).toBeGreaterThanOrEqual(11);
    const all = [...lines, ...failures].join('\n');
    const shares = await mock.context.db.selectFrom('settings').select('value').execute();
    const secrets = [
      goodPin, otherPin, token, sealedSecret, 'very_secret', 'very-private', required<string>(hook.secret),
      ...shares.map(({ value }) => value).filter((value) => value.length > 10),
    ];
    expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
  });
});

import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createMock } from '../../mock/server.ts';
import { createApiClient, createFixture, goodPin, onboard, required, returnUrl } from './mock-fixture.ts';

function temporaryFile(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'planbok-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, name);
}

describe('a data file', () => {
  it('is for its owner alone, and its journal too', async () => {
    const data = temporaryFile('mock.db');
    const fixture = await createFixture({ data });
    await fixture.createCustomer();
    // Windows has no such bits: there the folder decides.
    const mode = process.platform === 'win32' ? '666' : '600';
    for (const file of [data, `${data}-wal`]) expect((statSync(file).mode & 0o777).toString(8), file).toBe(mode);
  });

  it('keeps everything over a restart: customers, links, idempotency keys, the key of the nodes, the clock', async () => {
    const data = temporaryFile('mock.db');
    const first = await createFixture({ data });
    const customer = await onboard(first);
    const provisioning = await first.request(customer.id, 'create-wallet', ['ETH']);
    await first.approve(provisioning.id);
    const link = await first.request(customer.id, 'create-wallet', ['SOL']);
    const idempotencyKey = '0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01';
    const keyed = await first.api.POST('/v2/customers', { body: { name: 'Grace', idempotencyKey } });
    const params = { path: { customerId: customer.id } };
    const publicKey = await first.api.GET('/v2/customers/{customerId}/public-key', { params });
    await first.api.POST('/sandbox/clock/advance', { body: { seconds: 60 } });
    await first.mock.close();

    const second = await createFixture({ data });
    expect(await second.customer(customer.id)).toMatchObject({ name: 'Ada Lovelace', hasPin: true, hasRecovery: true });
    const wallets = await second.api.GET('/v2/wallets', { params: { query: { customerIds: customer.id } } });
    expect(wallets.data?.data).toHaveLength(1);
    const again = await second.api.POST('/v2/customers', { body: { name: 'Grace', idempotencyKey } });
    expect(again.response.headers.get('idempotent-replayed')).toBe('true');
    expect(again.data).toEqual(keyed.data);
    expect((await second.api.GET('/v2/customers/{customerId}/public-key', { params })).data).toEqual(publicKey.data);
    expect((await second.api.GET('/sandbox/clock')).data?.data.offsetSeconds).toBe(60);
    const opened = await second
      .gateway(link)
      .GET('/gateway/{challengeId}/challenge', { params: { path: { challengeId: link.id } } });
    expect(opened.data?.data.status).toBe('pending');
    expect((await second.approve(link.id)).data?.data.status).toBe('verified');
  });

  it('holds neither a PIN, nor an API key, nor a Gateway token', async () => {
    const data = temporaryFile('mock.db');
    const fixture = await createFixture({ data, apiKey: 'pk_0123456789abcdef', readKey: 'pk_fedcba9876543210' });
    const api = createApiClient(fixture.mock, 'pk_0123456789abcdef');
    const created = await api.POST('/v2/customers', { body: { name: 'Ada' } });
    const asked = await api.POST('/v2/customers/{customerId}/initialize', {
      params: { path: { customerId: required(created.data).data.id } },
      body: { redirectUrl: returnUrl, idempotencyKey: '0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01' },
    });
    const challenge = required(asked.data).data;
    const params = { path: { challengeId: challenge.id } };
    await api.POST('/sandbox/challenges/{challengeId}/approve', { params, body: { pin: goodPin } });
    await fixture.mock.close();
    const bytes = readFileSync(data).toString('latin1') + fixture.lines.join('\n');
    const [, token = 'none'] = challenge.redirectUrl.split('#');
    for (const secret of ['pk_0123456789abcdef', 'pk_fedcba9876543210', token, 'Rex', 'Lagos']) expect(bytes).not.toContain(secret);
    for (const form of [goodPin, Buffer.from(goodPin).toString('base64'), Buffer.from(goodPin).toString('hex')]) {
      expect(bytes).not.toContain(form);
    }
  });

  it('that is not one is refused with what to do', async () => {
    const text = temporaryFile('notes.txt');
    writeFileSync(text, 'not a database, but long enough to be read as one. '.repeat(50));
    await expect(createMock({ data: text })).rejects.toThrow(/is not a data file of this mock.*--data/);

    const foreign = temporaryFile('other.db');
    const database = new DatabaseSync(foreign);
    database.exec('CREATE TABLE things (id INTEGER)');
    database.close();
    await expect(createMock({ data: foreign })).rejects.toThrow(/another program.*--data/);

    await expect(createMock({ data: join(text, 'mock.db') })).rejects.toThrow(/cannot be opened.*--data/);
  });

  it('that is damaged is refused', async () => {
    const data = temporaryFile('mock.db');
    const fixture = await createFixture({ data });
    for (let count = 0; count < 50; count++) await fixture.createCustomer(`Customer ${count} ${'x'.repeat(200)}`);
    await fixture.mock.close();
    const bytes = readFileSync(data);
    bytes.fill(0xa5, 8192, bytes.length - 4096);
    writeFileSync(data, bytes);
    await expect(createMock({ data })).rejects.toThrow(/damaged.*--data/);
  });

  it('is used by one mock at a time', async () => {
    const data = temporaryFile('mock.db');
    await createFixture({ data });
    await expect(createMock({ data })).rejects.toThrow(/in use by another mock.*--data/);
  });
});

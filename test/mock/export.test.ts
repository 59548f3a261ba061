import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ed25519 } from '@noble/curves/ed25519.js';
import { base58 } from '@scure/base';
import { p2wpkh, TEST_NETWORK, WIF } from '@scure/btc-signer';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { privateKeyToAddress } from 'viem/accounts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { deriveSecret } from '../../mock/protocol/pin.ts';
import { fromBase64 } from '../../mock/protocol/base64.ts';
import { sealSecret } from '../../mock/protocol/seal.ts';
import { findNodeOneRecord } from '../../mock/store/key-shares.ts';
import {
  castSeed,
  type Challenge,
  createFixture,
  type Fixture,
  goodPin,
  onboard,
  otherPin,
  plantSeed,
  provision,
  required,
  returnUrl,
} from './mock-fixture.ts';

const chains = ['ETH-SEPOLIA', 'BTC-TESTNET', 'SOL-TESTNET', 'NEAR-TESTNET'] as const;
const idempotencyKey = '0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01';

function example(name: string) {
  return parse(readFileSync(new URL(`../../openapi/examples/${name}.yaml`, import.meta.url), 'utf8')).value.data;
}

async function ask({ api }: Fixture, customerId: string) {
  const params = { path: { customerId } };
  const { data, error } = await api.POST('/v2/customers/{customerId}/export-private-keys', {
    params,
    body: { redirectUrl: returnUrl, idempotencyKey },
  });
  if (error !== undefined) throw new Error(JSON.stringify(error));
  return required(data).data;
}

/** What the page does. */
async function approve(fixture: Fixture, challenge: Challenge, pin = goodPin) {
  const { db, nodeOneKey, clock } = fixture.mock.context;
  const record = required(await findNodeOneRecord(db, challenge.customerId));
  const sealedSecret = await sealSecret({
    secret: await deriveSecret(pin, fromBase64(record.salt)),
    context: 'pin',
    challengeId: challenge.id,
    timestamp: clock.now(),
    publicKeyPem: await nodeOneKey.publicKeyPem(),
  });
  return fixture.gateway(challenge).POST('/gateway/{challengeId}/approve', {
    params: { path: { challengeId: challenge.id } },
    body: { action: 'confirm', pin: { sealedSecret } },
  });
}

/** The rows of the file, without the line of the customer and the header. */
function rowsOf(csv: string): string[][] {
  return csv.trimEnd().split('\n').slice(2).map((row) => row.split(','));
}

/** The address that a wallet shows when the key is imported. */
const importers: Record<string, (key: string) => string> = {
  'ETH-SEPOLIA': (key) => privateKeyToAddress(`0x${key.slice(2)}`),
  'BTC-TESTNET': (key) => required(p2wpkh(secp256k1.getPublicKey(WIF(TEST_NETWORK).decode(key)), TEST_NETWORK).address),
  'SOL-TESTNET': (key) => base58.encode(ed25519.getPublicKey(base58.decode(key).subarray(0, 32))),
  'NEAR-TESTNET': (key) =>
    Buffer.from(ed25519.getPublicKey(base58.decode(key.replace('ed25519:', '')).subarray(0, 32))).toString('hex'),
};

describe('an export of private keys', () => {
  it('is the one of the contract with the keys of its examples, but for the ids', async () => {
    const fixture = await createFixture();
    const { id } = await onboard(fixture);
    await plantSeed(fixture, id, castSeed);
    await provision(fixture, id, [...chains]);
    const challenge = await ask(fixture, id);
    const { display } = example('challenge.export-private-keys.pending');
    expect(challenge.display).toEqual({ ...display, payloadHash: challenge.display.payloadHash });
    expect(challenge.metadata).toEqual({});
    const { data } = await approve(fixture, challenge);
    const exported = required(data?.data.export);
    expect(exported.fileName).toBe(`planbok-keys-${id}.csv`);
    expect(exported.csv.replace(id, '6999f8aea74a2b1bd8855b89')).toBe(example('gateway-outcome.export').export.csv);
    expect((await fixture.challenge(challenge)).result).toEqual({ task: 'export-private-keys', walletCount: 4 });
  });

  it('gives keys that make the same addresses where they are imported', async () => {
    const fixture = await createFixture();
    const { id } = await onboard(fixture);
    const wallets = [...(await provision(fixture, id, [...chains])), ...(await provision(fixture, id, [...chains]))];
    const { data } = await approve(fixture, await ask(fixture, id));
    const rows = rowsOf(required(data?.data.export).csv);
    expect(rows.map(([address]) => address)).toEqual(wallets.map(({ address }) => address));
    for (const [address, key, chain] of rows) expect(required(importers[required(chain)])(required(key))).toBe(address);
    expect(new Set(rows.map(([, key]) => key)).size).toBe(8);
  });

  it('is nowhere but in the answer to the page: not in a row, an event, a log line or another answer', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'planbok-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const file = join(folder, 'mock.db');
    const fixture = await createFixture({ data: file });
    const url = 'https://hooks.example.com/planbok';
    await fixture.api.POST('/v2/webhook-endpoints', { body: { url, events: ['*'] } });
    const { id } = await onboard(fixture);
    await provision(fixture, id, [...chains]);
    const challenge = await ask(fixture, id);
    const { data, response } = await approve(fixture, challenge);
    expect(response.headers.get('cache-control')).toBe('no-store');
    const keys = rowsOf(required(data?.data.export).csv).map(([, key]) => required(key));
    expect(keys).toHaveLength(4);
    const params = { path: { challengeId: challenge.id } };
    const said = JSON.stringify([
      await fixture.challenge(challenge),
      (await fixture.gateway(challenge).GET('/gateway/{challengeId}/challenge', { params })).data,
      (await approve(fixture, challenge)).error,
      await ask(fixture, id),
    ]);
    const events = await fixture.mock.context.db.selectFrom('events').select('event').execute();
    expect(events.map(({ event }) => event)).toContain('challenge.completed');
    await fixture.mock.close();
    const kept = ['', '-wal'].map((end) => readIfThere(`${file}${end}`)).join('') + fixture.lines.join('\n') + said;
    expect(kept).toContain(challenge.id);
    expect(kept).toContain('walletCount');
    for (const key of keys) {
      for (const secret of formsOf(key)) expect(kept.toLowerCase()).not.toContain(secret.toLowerCase());
    }
  });

  it('has no keys in the Sandbox, where there is no page', async () => {
    const fixture = await createFixture();
    const { id } = await onboard(fixture);
    await provision(fixture, id, ['ETH-SEPOLIA']);
    const { data } = await fixture.approve((await ask(fixture, id)).id);
    expect(required(data).data.result).toEqual({ task: 'export-private-keys', walletCount: 1 });
    expect(JSON.stringify(data)).not.toContain('csv');
  });

  it('has no rows for a customer without wallets', async () => {
    const fixture = await createFixture();
    const { id } = await onboard(fixture);
    const challenge = await ask(fixture, id);
    expect(challenge.display.lines).toContainEqual({ label: 'Wallets', value: '0' });
    const { data } = await approve(fixture, challenge);
    expect(rowsOf(required(data?.data.export).csv)).toEqual([]);
    expect((await fixture.challenge(challenge)).result).toEqual({ task: 'export-private-keys', walletCount: 0 });
  });

  it('is of the wallets that the customer was told of, although there are more by now', async () => {
    const fixture = await createFixture();
    const { id } = await onboard(fixture);
    const [first] = await provision(fixture, id, ['ETH-SEPOLIA']);
    const challenge = await ask(fixture, id);
    await provision(fixture, id, ['ETH-SEPOLIA']);
    const { data } = await approve(fixture, challenge);
    expect(rowsOf(required(data?.data.export).csv).map(([address]) => address)).toEqual([required(first).address]);
  });

  it('is none with a wrong PIN', async () => {
    const fixture = await createFixture();
    const { id } = await onboard(fixture);
    const challenge = await ask(fixture, id);
    const { data, error } = await approve(fixture, challenge, otherPin);
    expect(error?.code).toBe('pin_incorrect');
    expect(data).toBeUndefined();
    expect((await fixture.challenge(challenge)).status).toBe('pending');
  });

  it('needs a PIN', async () => {
    const fixture = await createFixture();
    const { id } = await fixture.createCustomer();
    await expect(ask(fixture, id)).rejects.toThrow('pin_not_set');
  });
});

function readIfThere(path: string): string {
  try {
    return readFileSync(path).toString('latin1');
  } catch {
    return '';
  }
}

/** A key as text, and its bytes in hex and Base64. */
function formsOf(key: string): string[] {
  const bytes = key.startsWith('0x')
    ? Buffer.from(key.slice(2), 'hex')
    : /^[c9]/.test(key)
      ? WIF(TEST_NETWORK).decode(key)
      : base58.decode(key.replace('ed25519:', '')).subarray(0, 32);
  const buffer = Buffer.from(bytes);
  return [key, buffer.toString('hex'), buffer.toString('base64').replace(/=+$/, ''), buffer.toString('latin1')];
}

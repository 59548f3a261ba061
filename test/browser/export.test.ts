import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { base58 } from '@scure/base';
import { p2wpkh, TEST_NETWORK, WIF } from '@scure/btc-signer';
import { pubECDSA } from '@scure/btc-signer/utils.js';
import { createKeyPairSignerFromBytes } from '@solana/kit';
import { KeyPair, keyToImplicitAddress, type KeyPairString } from 'near-api-js';
import type { Browser } from 'playwright-core';
import { privateKeyToAddress } from 'viem/accounts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startReceiver } from '../mock/receiver.ts';
import { launch } from './browser.ts';
import { readEveryTable } from './database-text.ts';
import * as gateway from './gateway-screens.ts';
import { heading, inspect } from './gateway-screens.ts';
import { startMockProcess, type MockProcess } from './mock-process.ts';
import { createDetector, digestForms, encodings } from './secret-detector.ts';
import { askExport, given, pin, prepareWorld } from './task-plays.ts';
import { visit } from './visit.ts';

const blockchains = ['ETH-SEPOLIA' as const, 'BTC-TESTNET' as const, 'SOL-TESTNET' as const, 'NEAR-TESTNET' as const];
const recovery = { method: 'questions' as const, answers: [{ questionId: 'first-pet', answer: 'Rex' }, { questionId: 'birth-city', answer: 'Lagos' }] };

let folder: string;
let mock: MockProcess;
let browser: Browser;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'export-'));
  [mock, browser] = await Promise.all([startMockProcess(['--data', join(folder, 'mock.db')]), launch()]);
});

afterAll(async () => {
  await browser?.close();
  await mock?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The address that a wallet of the chain shows once it has imported the key, and the bytes that are secret. */
const importers: Record<string, (key: string) => Promise<{ address: string | undefined; bytes: Uint8Array }>> = {
  'ETH-SEPOLIA': async (key) => ({ address: privateKeyToAddress(key as `0x${string}`), bytes: Buffer.from(key.slice(2), 'hex') }),
  'BTC-TESTNET': async (key) => {
    const bytes = WIF(TEST_NETWORK).decode(key);
    return { address: p2wpkh(pubECDSA(bytes), TEST_NETWORK).address, bytes };
  },
  'SOL-TESTNET': async (key) => {
    const bytes = base58.decode(key);
    return { address: (await createKeyPairSignerFromBytes(bytes)).address, bytes: bytes.slice(0, 32) };
  },
  'NEAR-TESTNET': async (key) => {
    const address = keyToImplicitAddress(KeyPair.fromString(key as KeyPairString).getPublicKey());
    return { address, bytes: base58.decode(key.replace('ed25519:', '')).slice(0, 32) };
  },
};

describe('the file of exported keys', () => {
  it('is saved by the page, holds the keys of the addresses, and leaves no trace of them', async () => {
    const receiver = await startReceiver();
    given(await mock.client.POST('/v2/webhook-endpoints', { body: { url: receiver.url } }));
    const world = await prepareWorld(mock.client, { blockchains, recovery });
    const challenge = await askExport(world);
    let csv = '';
    await visit(browser, async ({ page }) => {
      await page.goto(challenge.redirectUrl);
      await heading(page, 'Export your private keys');
      await gateway.approve(page, pin);
      await heading(page, 'Your keys are ready');
      await inspect(page, 'task-export-private-keys-done');
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Save the file' }).click()]);
      expect(download.suggestedFilename()).toBe(`planbok-keys-${world.customerId}.csv`);
      csv = readFileSync(await download.path(), 'utf8');
      await page.reload();
      await heading(page, 'This link was used already');
      await page.getByText('ask your application for a new export').waitFor();
    });

    const [title, header, ...rows] = csv.trimEnd().split('\n');
    expect(title).toBe(`Customer: Ada Lovelace (${world.customerId}) | RefID: user-1001`);
    expect(header).toBe('Address,Private Key,Blockchain,Derivation Path,Key Type');
    const exported = rows.map((row) => row.split(','));
    expect(exported.map(([address, , blockchain]) => [blockchain, address]).toSorted()).toEqual(
      world.wallets.map(({ blockchain, address }) => [blockchain, address]).toSorted(),
    );
    const secrets = await Promise.all(
      exported.map(async ([address = '', key = '', blockchain = '']) => {
        const imported = await importers[blockchain]?.(key);
        expect(imported?.address).toBe(address);
        return { blockchain, key, bytes: imported?.bytes ?? new Uint8Array() };
      }),
    );
    expect(new Set(secrets.map(({ blockchain }) => blockchain))).toEqual(new Set(blockchains));

    const params = { path: { customerId: world.customerId, challengeId: challenge.id } };
    const finished = given(await mock.client.GET('/v2/customers/{customerId}/challenges/{challengeId}', { params })).data;
    expect(finished.result).toEqual({ task: 'export-private-keys', walletCount: blockchains.length });
    await expect.poll(() => receiver.received.some(({ data }) => data['challengeId'] === challenge.id && 'result' in data)).toBe(true);
    const file = join(folder, 'mock.db');
    const stored = [file, `${file}-wal`].filter(existsSync).map((name) => readFileSync(name));
    await mock.stop();
    const traces = {
      challenge: JSON.stringify(finished),
      webhooks: receiver.received.map(({ raw }) => raw).join('\n'),
      log: mock.output(),
      'database while it runs': Buffer.concat(stored),
      database: Buffer.concat([readFileSync(file), Buffer.from(readEveryTable(file))]),
    };
    const detect = createDetector(
      secrets.flatMap(({ blockchain, key, bytes }) => [...encodings(`the key on ${blockchain}`, key), ...digestForms(`the bytes on ${blockchain}`, bytes)]),
    );
    expect(detect(csv), 'the keys are found where they belong').not.toEqual([]);
    for (const [place, trace] of Object.entries(traces)) {
      expect.soft(trace.length, place).toBeGreaterThan(0);
      expect.soft(detect(trace), place).toEqual([]);
    }
    expect(traces.log).toMatch(new RegExp(`POST /gateway/${challenge.id}/approve 200`));
  });
});

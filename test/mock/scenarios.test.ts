import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createClient from 'openapi-fetch';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { paths } from '../../generated/types.ts';
import { describeScenario, type ScenarioName, scenarioNames } from '../../mock/scenarios.ts';
import { startMock, type StartOptions } from '../../mock/start-mock.ts';
import { required } from './mock-fixture.ts';

const redirectUrl = 'https://app.example.com/back';

async function begin(scenario: ScenarioName, options: StartOptions = {}) {
  const mock = await startMock({ scenario, compile: 'later', validateWire: true, ...options });
  onTestFinished(mock.stop);
  const api = createClient<paths>({ baseUrl: mock.apiUrl, headers: { 'PLANBOK-X-API-KEY': mock.keys.apiKey } });
  return { mock, api, prepared: required(mock.scenario) };
}

function dataFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'planbok-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'mock.db');
}

describe('a scenario', () => {
  it('that is empty has nothing in it', async () => {
    const { api, prepared } = await begin('empty');
    expect(prepared).toEqual({ name: 'empty', wallets: [] });
    expect((await api.GET('/v2/customers')).data?.pagination.total).toBe(0);
  });

  it('with an onboarded customer says their PIN, which approves, and their answers, which reset it', async () => {
    const { api, prepared } = await begin('onboarded');
    const { id: customerId, pin } = required(prepared.customer);
    const params = { path: { customerId } };
    const asked = await api.POST('/v2/customers/{customerId}/wallet/create', { params, body: { redirectUrl, blockchains: ['ETH-SEPOLIA'] } });
    const approved = await api.POST('/sandbox/challenges/{challengeId}/approve', {
      params: { path: { challengeId: required(asked.data).data.id } },
      body: { pin },
    });
    expect(approved.data?.data.status).toBe('verified');
    const reset = await api.POST('/v2/customers/{customerId}/reset-pin', { params, body: { redirectUrl } });
    const proven = await api.POST('/sandbox/challenges/{challengeId}/approve', {
      params: { path: { challengeId: required(reset.data).data.id } },
      body: { pin: '851937', recovery: { method: 'questions', answers: [...required(prepared.recovery)] } },
    });
    expect(proven.data?.data.status).toBe('verified');
  });

  it('with money has a wallet on each test network, and USDC that can be transferred at once', async () => {
    const { api, prepared } = await begin('funded', { seed: 1 });
    expect(prepared.wallets.map(({ blockchain }) => blockchain)).toEqual(['ETH-SEPOLIA', 'BTC-TESTNET', 'SOL-TESTNET', 'NEAR-TESTNET']);
    const balances: [string, string, number][] = [];
    for (const { id: walletId, blockchain } of prepared.wallets) {
      const { data } = await api.GET('/v2/wallets/{walletId}/balances', { params: { path: { walletId } } });
      for (const { token, amount } of required(data).data) balances.push([blockchain, token.symbol, Number(amount)]);
    }
    const amounts = Object.fromEntries(balances.map(([blockchain, symbol, amount]) => [`${blockchain} ${symbol}`, amount]));
    expect(amounts['ETH-SEPOLIA USDC']).toBe(1000);
    expect(amounts['ETH-SEPOLIA ETH']).toBeGreaterThanOrEqual(1);
    expect(balances.filter(([, , amount]) => amount <= 0)).toEqual([]);
    expect(new Set(balances.map(([blockchain]) => blockchain)).size).toBe(4);
    const { id: customerId, pin } = required(prepared.customer);
    const asked = await api.POST('/v2/customers/{customerId}/transactions/transfer', {
      params: { path: { customerId } },
      body: {
        redirectUrl,
        walletId: required(prepared.wallets[0]).id,
        tokenId: required(prepared.token).id,
        destinationAddress: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
        amounts: ['12.5'],
        feeLevel: 'medium',
      },
    });
    const approved = await api.POST('/sandbox/challenges/{challengeId}/approve', {
      params: { path: { challengeId: required(asked.data).data.id } },
      body: { pin },
    });
    expect(approved.data?.data.status).toBe('verified');
  });

  it('with a locked customer says until when, and the right PIN does not help', async () => {
    const { api, prepared } = await begin('locked-out', { seed: 1 });
    const { id: customerId, lockedUntil } = required(prepared.customer);
    expect(lockedUntil).toBe('2026-03-02T09:30:00.000Z');
    const params = { path: { customerId } };
    const body = { redirectUrl, blockchains: ['ETH-SEPOLIA' as const] };
    expect((await api.POST('/v2/customers/{customerId}/wallet/create', { params, body })).error?.code).toBe('customer_locked');
    await api.POST('/sandbox/clock/advance', { body: { seconds: 1800 } });
    expect((await api.POST('/v2/customers/{customerId}/wallet/create', { params, body })).response.status).toBe(201);
  });

  it('is told in words, and is made without a line in the log', async () => {
    const lines: string[] = [];
    const { mock, prepared } = await begin('onboarded', { log: (line) => lines.push(line) });
    const { id } = required(prepared.customer);
    expect(describeScenario(prepared)).toEqual([
      ['Scenario', 'onboarded'],
      ['Customer', `${id} Ada Lovelace (user-1001)`],
      ['PIN', '493817'],
      ['Recovery', 'first-pet: Rex'],
      ['Recovery', 'birth-city: Lagos'],
    ]);
    expect(lines).toEqual([]);
    await fetch(`${mock.apiUrl}/health`);
    expect(lines).toHaveLength(1);
  });

  it('is gone after a reset', async () => {
    const { api } = await begin('onboarded');
    await api.POST('/sandbox/reset');
    expect((await api.GET('/v2/customers')).data?.pagination.total).toBe(0);
  });

  it('goes into an empty data file, and never into one that has something', async () => {
    const data = dataFile();
    const first = await begin('onboarded', { data });
    await first.mock.stop();
    await expect(startMock({ data, scenario: 'onboarded' })).rejects.toThrow(/not empty.*Give another file/);
    const again = await startMock({ data });
    onTestFinished(again.stop);
    const answer = await fetch(`${again.apiUrl}/v2/customers`, { headers: { 'PLANBOK-X-API-KEY': again.keys.apiKey } });
    expect((await answer.json()).pagination.total).toBe(1);
  });

  it('is refused by a name that none has, with the names that there are', async () => {
    const main = join(import.meta.dirname, '..', '..', 'mock', 'main.ts');
    const { status, stderr } = spawnSync(process.execPath, [main, '--port', '0', '--scenario', 'rich'], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, expect.stringContaining(`--scenario is rich, not one of ${scenarioNames.join(', ')}.`)]);
    await expect(startMock({ scenario: 'rich' as ScenarioName })).rejects.toThrow(scenarioNames.join(', '));
  });
});

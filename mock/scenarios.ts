import type { Mock } from './server.ts';

/** The states that a mock can begin with. */
export const scenarioNames = ['empty', 'onboarded', 'funded', 'locked-out'] as const;

export type ScenarioName = (typeof scenarioNames)[number];

/** What a scenario has prepared, to be used and to be shown. */
export interface Prepared {
  name: ScenarioName;
  customer?: { id: string; name: string; refId: string; pin: string; lockedUntil?: string };
  recovery?: readonly { questionId: string; answer: string }[];
  wallets: { id: string; blockchain: string; address: string }[];
  token?: { id: string; symbol: string; blockchain: string };
}

/** A scenario could not be prepared. The message says why. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
}

export function isScenarioName(name: string): name is ScenarioName {
  return (scenarioNames as readonly string[]).includes(name);
}

const pin = '493817';
const wrongPin = '271904';
const nativeMoney = { 'ETH-SEPOLIA': '1', 'BTC-TESTNET': '0.01', 'SOL-TESTNET': '10', 'NEAR-TESTNET': '10' };
const usdc = {
  blockchain: 'ETH-SEPOLIA',
  standard: 'erc20',
  address: '0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238',
  name: 'USD Coin',
  symbol: 'USDC',
  decimals: 6,
};

/**
 * Prepares a state by the API and the Sandbox, as a test would: it cannot be one that the API does not lead to. Throws a
 * ScenarioError when something is there already. `returnOrigin` is one that return URLs may have.
 */
export async function prepareScenario(mock: Mock, name: ScenarioName, returnOrigin: string): Promise<Prepared> {
  const call = createCaller(mock);
  const redirectUrl = `${returnOrigin}/back`;
  const [{ total: customers }, { total: tokens }] = [await call.count('/v2/customers'), await call.count('/v2/tokens')];
  const { total: native } = await call.count('/v2/tokens?standard=native');
  if (customers > 0 || tokens > native) {
    throw new ScenarioError('--scenario begins with an empty store, and the file of --data is not empty. Give another file, or leave one of both out.');
  }
  const prepared: Prepared = { name, wallets: [] };
  if (name === 'empty') return prepared;

  const ask = (path: string, body: object) => call.post(`/v2/customers/${customer.id}/${path}`, { redirectUrl, ...body });
  const approve = (challenge: Named) => call.post(`/sandbox/challenges/${challenge.id}/approve`, { pin });
  const { defaultSandboxAnswers } = await import('./protocol/answers.ts');
  const who = { name: 'Ada Lovelace', refId: 'user-1001' };
  const customer: Named = await call.post('/v2/customers', who);
  await approve(await ask('initialize', {}));
  prepared.customer = { id: customer.id, ...who, pin };
  prepared.recovery = defaultSandboxAnswers;

  if (name === 'locked-out') {
    const asked: Named = await ask('wallet/create', { blockchains: ['ETH-SEPOLIA'] });
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      await call.refused(`/sandbox/challenges/${asked.id}/approve`, { pin: wrongPin }, attempt < 5 ? 403 : 423);
    }
    const { lockedUntil } = await call.get(`/v2/customers/${customer.id}`);
    prepared.customer.lockedUntil = lockedUntil;
  }
  if (name === 'funded') {
    await approve(await ask('wallet/create', { blockchains: Object.keys(nativeMoney) }));
    const wallets: Prepared['wallets'] = await call.get(`/v2/wallets?customerIds=${customer.id}`);
    for (const [blockchain, amount] of Object.entries(nativeMoney)) {
      const { id, address } = required(wallets.find((wallet) => wallet.blockchain === blockchain));
      prepared.wallets.push({ id, blockchain, address });
      await call.post(`/sandbox/wallets/${id}/fund`, { amount });
    }
    const token: Named = await call.post('/v2/tokens', usdc);
    prepared.token = { id: token.id, symbol: usdc.symbol, blockchain: usdc.blockchain };
    await call.post(`/sandbox/wallets/${required(prepared.wallets[0]).id}/fund`, { tokenId: token.id, amount: '1000' });
  }
  return prepared;
}

/** What was prepared, a name and a text a line, for people. */
export function describeScenario({ name, customer, recovery, wallets, token }: Prepared): [name: string, text: string][] {
  const lines: [string, string][] = [['Scenario', name]];
  if (customer !== undefined) {
    lines.push(['Customer', `${customer.id} ${customer.name} (${customer.refId})`], ['PIN', customer.pin]);
    if (customer.lockedUntil !== undefined) lines.push(['Locked until', customer.lockedUntil]);
  }
  for (const { questionId, answer } of recovery ?? []) lines.push(['Recovery', `${questionId}: ${answer}`]);
  for (const { blockchain, id, address } of wallets) lines.push([blockchain, `${id} ${address}`]);
  if (token !== undefined) lines.push([token.symbol, `${token.id} on ${token.blockchain}`]);
  return lines;
}

interface Named {
  id: string;
}

function createCaller({ api, keys }: Mock) {
  const send = async (method: string, path: string, body?: object) => {
    const headers = { 'PLANBOK-X-API-KEY': keys.apiKey, 'Content-Type': 'application/json' };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await api(new Request(`http://localhost${path}`, { method, headers, ...sent }));
    const answer = await response.json();
    const expect = (isRight: boolean) => {
      if (!isRight) throw new ScenarioError(`The scenario failed: ${method} ${path} answered ${response.status}, ${answer.message}`);
      return answer;
    };
    return { status: response.status, expect };
  };
  const read = async (path: string) => {
    const { status, expect } = await send('GET', path);
    return expect(status === 200);
  };
  return {
    get: async (path: string) => (await read(path)).data,
    count: async (path: string): Promise<{ total: number }> => (await read(path)).pagination,
    post: async (path: string, body: object) => {
      const { status, expect } = await send('POST', path, body);
      return expect(status === 200 || status === 201).data;
    },
    /** Does what the API must refuse. */
    refused: async (path: string, body: object, wanted: number) => {
      const { status, expect } = await send('POST', path, body);
      expect(status === wanted);
    },
  };
}

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new ScenarioError('The scenario failed: a wallet was not made.');
  return value;
}

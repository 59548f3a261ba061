import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chains, type ChainFamily, findChain } from '../../mock/chains/catalogue.ts';
import { type RunningMock, startMock } from '../../mock/start-mock.ts';
import { capabilities, families } from '../../docs/src/components/capabilities.ts';

const redirectUrl = 'https://app.example.com/back';
const pin = '493817';

/** Somebody else's address, and a contract that the ledger knows, on the testnet of each family. */
const places: Record<string, { to: string; amount: string; contract?: { address: string; standard: string; call: string; parameters: string[]; view?: string; viewParameters?: string[] } }> = {
  evm: {
    to: '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
    amount: '0.01',
    contract: {
      address: '0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238', standard: 'erc20', call: 'approve(address,uint256)',
      parameters: ['0x70997970C51812dc3A010C7d01b50e0d17dc79C8', '5'], view: 'totalSupply()', viewParameters: [],
    },
  },
  bitcoin: { to: 'tb1q05fktjrqrr5ze7ntzukj0g0wrj5he0xmdk7a5j', amount: '0.001' },
  solana: {
    to: 'CuzTwnSW4kZrTz6hGmLgfdmNDwq18nJpmJvAgDizacU1',
    amount: '0.1',
    contract: { address: '11111111111111111111111111111111', standard: '', call: 'transfer(to,amount)', parameters: ['CuzTwnSW4kZrTz6hGmLgfdmNDwq18nJpmJvAgDizacU1', '1000000'] },
  },
  near: {
    to: 'b87214778303f6e40fe4b1d306006740c6831a08561d7e313196e23b680b06d3',
    amount: '0.1',
    contract: { address: 'usdc.fakes.testnet', standard: 'nep141', call: 'storage_deposit(account_id,registration_only)', parameters: ['grace.testnet', 'true'], view: 'ft_total_supply()', viewParameters: [] },
  },
};

let mock: RunningMock;
let customerId: string;
const wallets = new Map<ChainFamily, string>();

async function call(method: string, path: string, body?: object): Promise<{ status: number; code?: string; data: { id: string } & Record<string, unknown>; message: string }> {
  const response = await fetch(`${mock.apiUrl}${path}`, {
    method,
    headers: { 'PLANBOK-X-API-KEY': mock.keys.apiKey, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return (await response.json()) as never;
}

beforeAll(async () => {
  mock = await startMock({ seed: 1, scenario: 'funded' });
  customerId = mock.scenario?.customer?.id ?? '';
  for (const { id, blockchain } of mock.scenario?.wallets ?? []) wallets.set(findChain(blockchain)!.family, id);
  await call('POST', '/v2/tokens', { blockchain: 'NEAR-TESTNET', standard: 'nep141', address: 'usdc.fakes.testnet', symbol: 'USDC', name: 'USD Coin', decimals: 6 });
});

afterAll(() => mock.stop());

/** What the mock answers to this operation on a wallet of this family. */
async function ask(operationId: string, family: ChainFamily) {
  const walletId = wallets.get(family);
  const { to, amount, contract } = places[family]!;
  const customer = `/v2/customers/${customerId}`;
  const body = { walletId, redirectUrl };
  const typed = { types: { Note: [{ name: 'text', type: 'string' }] }, primaryType: 'Note', domain: { name: 'Example', chainId: 11155111 }, message: { text: 'hello' } };
  const transfer = { ...body, destinationAddress: to, amounts: [amount] };
  const { address: contractAddress = to, call: signature = 'run()', parameters = [], view = 'read()', viewParameters = [] } = contract ?? {};
  switch (operationId) {
    case 'createTransfer':
      return call('POST', `${customer}/transactions/transfer`, transfer);
    case 'createContractExecution':
      return call('POST', `${customer}/transactions/contract-execution`, { ...body, contractAddress, abiFunctionSignature: signature, abiParameters: parameters });
    case 'callContractView':
      return call('POST', '/v2/transactions/contract-view/call', { walletId, contractAddress, abiFunctionSignature: view, abiParameters: viewParameters });
    case 'cancelTransaction':
    case 'accelerateTransaction': {
      const { data: asked, message } = await call('POST', `${customer}/transactions/transfer`, transfer);
      if (asked === undefined) throw new Error(`${family}: ${message}`);
      const { data: approved } = await call('POST', `/sandbox/challenges/${asked.id}/approve`, { pin });
      const { transactionId } = approved['result'] as { transactionId: string };
      return call('POST', `${customer}/transactions/${transactionId}/${operationId === 'cancelTransaction' ? 'cancel' : 'accelerate'}`, { redirectUrl });
    }
    case 'signMessage':
      return call('POST', `${customer}/sign/message`, { ...body, message: 'hello' });
    case 'signTypedData':
      return call('POST', `${customer}/sign/typed-data`, { ...body, typedData: JSON.stringify(typed) });
    case 'signTransaction':
      return call('POST', `${customer}/sign/transaction`, { ...body, rawTransaction: '00' });
    case 'signDelegateAction':
      return call('POST', `${customer}/sign/delegate-action`, { ...body, unsignedDelegateAction: 'AAAA' });
    default:
      throw new Error(`The test does not know how to ask for ${operationId}.`);
  }
}

/** Nothing was given that could be signed, but it was read as what it should be. */
const understood = ['transaction_invalid', 'delegate_action_invalid'];

describe('what can be done on each family of chains', () => {
  it.each(capabilities.flatMap(({ operationId, families: able }) => families.map(({ family }) => ({ operationId, family, able: able.includes(family) }))))(
    'is as the mock has it: $operationId on $family: $able',
    async ({ operationId, family, able }) => {
      const { status, code, message } = await ask(operationId, family);
      if (able) expect(status < 300 || understood.includes(code ?? ''), message).toBe(true);
      else expect(code, message).toBe('unsupported_operation');
    },
  );

  it('is told of every family that has an open chain', () => {
    expect(families.map(({ family }) => family)).toEqual([...new Set(chains.filter(({ enabled }) => enabled).map(({ family }) => family))]);
  });
});

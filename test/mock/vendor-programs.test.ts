import { createHmac, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { base58 } from '@scure/base';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningMock, startMock } from '../../mock/start-mock.ts';
import { goodPin, otherPin } from './mock-fixture.ts';
import {
  createBetaClient, createDemoClient, createProvisioningClient, createRawClient, createSettlementClient, receiveWebhook, VendorError,
} from './vendor-clients.ts';

/**
 * Programs written for the real API, in the manner of the sources of the contract: the vendor's demo, the vendor's beta README,
 * and two integrations. They know the address of the mock and a key, and nothing else of it.
 */
interface Challenge {
  challengeId: string;
  redirectUrl: string;
  status: string;
  task?: string;
  expiresAt: string;
  result?: { wallets?: Wallet[] };
  metadata?: Record<string, unknown>;
}
interface Customer { id: string; name: string; hasPin: boolean; hasRecovery: boolean }
interface Wallet { id: string; blockchain: string; address: string; publicKey: string; name?: string; customer: string; refId?: string; state?: string }
interface Token { id: string; blockchain: string; standard: string; address?: string; name: string; symbol: string; decimals: number }
interface Balance { amount: string; token: Token }

const chains = ['ETH-SEPOLIA', 'SOL-TESTNET', 'NEAR-TESTNET'];
const usdc = '0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238';
const recipient = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';
const redirectUrl = 'http://localhost:3333/sign?challengeId=6999f9a0b1c2d3e4f5a60701&walletId=one%20two';
const contractCall = {
  contractAddress: usdc, abiFunctionSignature: 'approve(address,uint256)', abiParameters: [recipient, '115792089237316195423570985008687907853269984665640564039457584007913129639935'],
};
const pendingChallenge = {
  challengeId: expect.stringMatching(/^[0-9a-f]{24}$/),
  redirectUrl: expect.stringMatching(/^http/),
  status: 'pending',
  expiresAt: expect.stringMatching(/Z$/),
};

let site: RunningMock & { apiKey: string; readKey: string };
let wallets: Record<string, Wallet>;
let customerId: string;

async function sandbox(path: string, body: object): Promise<void> {
  const headers = { 'PLANBOK-X-API-KEY': site.apiKey, 'Content-Type': 'application/json' };
  const response = await fetch(`${site.apiUrl}/sandbox${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(await response.text());
}

/** The user, who enters this on the Gateway. */
const approve = (challengeId: string, entries: object = {}) =>
  sandbox(`/challenges/${challengeId}/approve`, { pin: goodPin, ...entries });

async function refusal(call: Promise<unknown>): Promise<VendorError> {
  return call.then(
    () => { throw new Error('the call was not refused'); },
    (error: unknown) => {
      if (error instanceof VendorError) return error;
      throw error;
    },
  );
}

const walletOn = (blockchain: string): Wallet => {
  const wallet = wallets[blockchain];
  if (wallet === undefined) throw new Error(`no wallet on ${blockchain}`);
  return wallet;
};

/** Asks for a transfer and has it approved. */
async function sendTransfer(walletId: string): Promise<string> {
  const body = { walletId, destinationAddress: recipient, amounts: ['0.001'], redirectUrl };
  const demo = createDemoClient(site);
  const { challengeId } = await demo<Challenge>('POST', `/customers/${customerId}/transactions/transfer`, body);
  await approve(challengeId);
  const { result } = await demo<{ result: { transactionId: string } }>('GET', `/customers/${customerId}/challenges/${challengeId}`);
  return result.transactionId;
}

async function sendAndConfirm(walletId: string): Promise<void> {
  await sandbox(`/transactions/${await sendTransfer(walletId)}/advance`, { to: 'confirmed' });
}

beforeAll(async () => {
  const mock = await startMock({ port: 0, gatewayPort: 0, validateWire: true });
  site = { ...mock, ...mock.keys };
  const demo = createDemoClient(site);
  customerId = (await demo<Customer>('POST', '/customers', { name: 'Grace Hopper', refId: 'user-2002' })).id;
  const { challengeId } = await demo<Challenge>('POST', `/customers/${customerId}/initialize`, { redirectUrl });
  await approve(challengeId);
  const made = await demo<Challenge>('POST', `/customers/${customerId}/wallet/create`, {
    blockchains: chains, redirectUrl, metadata: [{ name: 'Everyday', refId: 'order-7' }],
  });
  await approve(made.challengeId);
  const { result } = await demo<Challenge>('GET', `/customers/${customerId}/challenges/${made.challengeId}`);
  wallets = Object.fromEntries((result?.wallets ?? []).map((wallet) => [wallet.blockchain, wallet]));
});

afterAll(() => site.stop());

describe("the vendor's demo", () => {
  it('onboards in two steps, sets up recovery, provisions wallets and polls until verified', async () => {
    const demo = createDemoClient(site);
    const customer = await demo<Customer>('POST', '/customers', { name: 'Ada Lovelace' });
    expect(customer).toMatchObject({ id: expect.any(String), name: 'Ada Lovelace', hasPin: false, hasRecovery: false });

    const pinSetup = await demo<Challenge>('POST', `/customers/${customer.id}/initialize`, { redirectUrl });
    expect(pinSetup).toMatchObject(pendingChallenge);
    await approve(pinSetup.challengeId, { recovery: { method: 'none' } });
    expect(await demo<Customer>('GET', `/customers/${customer.id}`)).toMatchObject({ hasPin: true, hasRecovery: false });

    const blocked = await refusal(demo('POST', `/customers/${customer.id}/wallet/create`, { blockchains: ['ETH'], redirectUrl }));
    expect(blocked).toMatchObject({ status: 409, code: 'recovery_not_set', message: expect.stringContaining('recovery') });
    const recovery = await demo<Challenge>('POST', `/customers/${customer.id}/recovery`, { redirectUrl });
    await approve(recovery.challengeId);

    const provisioning = await demo<Challenge>('POST', `/customers/${customer.id}/wallet/create`, { blockchains: chains, redirectUrl, metadata: [] });
    const read = () => demo<Challenge>('GET', `/customers/${customer.id}/challenges/${provisioning.challengeId}`);
    const statuses: string[] = [];
    for (let poll = 0; poll < 3 && statuses.at(-1) !== 'verified'; poll += 1) {
      if (poll === 1) await approve(provisioning.challengeId);
      statuses.push((await read()).status);
    }
    expect(statuses).toEqual(['pending', 'verified']);

    const listed = await demo<Wallet[]>('GET', `/wallets?customerIds=${customer.id},${customerId}&walletSetId=${randomUUID()}&page=1&limit=50`);
    const own = listed.filter((wallet) => wallet.customer === customer.id);
    expect(own.map(({ blockchain }) => blockchain).toSorted()).toEqual(chains.toSorted());
    expect(listed.length).toBeGreaterThan(own.length);
    expect((await demo<Wallet[]>('GET', `/wallets?blockchain=SOL-TESTNET&customerId=${customer.id}`)).map(({ id }) => id)).toEqual(
      own.filter(({ blockchain }) => blockchain === 'SOL-TESTNET').map(({ id }) => id),
    );
  });

  it('sends the browser back with one challengeId, and keeps the rest of the query', async () => {
    const demo = createDemoClient(site);
    const { id } = await demo<Customer>('POST', '/customers', { name: 'Ada Lovelace' });
    const challenge = await demo<Challenge>('POST', `/customers/${id}/initialize`, { redirectUrl });
    await approve(challenge.challengeId);
    const [page, token] = challenge.redirectUrl.split('#');
    const response = await fetch(`${page}/challenge`, { headers: { authorization: `Bearer ${token}` } });
    const { data } = (await response.json()) as { data: { returnUrl: string } };
    const arrived = new URL(data.returnUrl);
    expect(arrived.origin).toBe('http://localhost:3333');
    expect(arrived.searchParams.getAll('challengeId')).toEqual([challenge.challengeId]);
    expect(arrived.searchParams.get('walletId')).toBe('one two');
    const signed = `${arrived.searchParams.get('timestamp')}.${challenge.challengeId}.verified.`;
    expect(arrived.searchParams.get('signature')).toBe(createHmac('sha256', 'whsec_sandbox').update(signed).digest('hex'));
  });

  it("reads every wallet's public key as hex or as base58", () => {
    const keyBytes = (text: string) => {
      const digits = text.replace(/^0x/, '');
      return /^([0-9a-f]{2})+$/i.test(digits) ? Buffer.from(digits, 'hex') : base58.decode(digits);
    };
    const lengths = Object.values(wallets).map(({ blockchain, publicKey }) => [blockchain, keyBytes(publicKey).length]);
    expect(Object.fromEntries(lengths)).toEqual({ 'ETH-SEPOLIA': 33, 'SOL-TESTNET': 32, 'NEAR-TESTNET': 32 });
    const { address, publicKey } = walletOn('NEAR-TESTNET');
    expect(Buffer.from(keyBytes(publicKey)).toString('hex')).toBe(address);
  });

  it('changes and resets a PIN', async () => {
    const demo = createDemoClient(site);
    const { id } = await demo<Customer>('POST', '/customers', { name: 'Ada Lovelace' });
    await approve((await demo<Challenge>('POST', `/customers/${id}/initialize`, { redirectUrl })).challengeId);
    for (const [path, entries] of [['update-pin', { newPin: otherPin }], ['reset-pin', {}]] as const) {
      const challenge = await demo<Challenge>('POST', `/customers/${id}/${path}`, { redirectUrl });
      await approve(challenge.challengeId, entries);
      const { status } = await demo<Challenge>('GET', `/customers/${id}/challenges/${challenge.challengeId}`);
      expect([path, status]).toEqual([path, 'verified']);
    }
    expect(await demo('POST', `/customers/${id}/export-private-keys`, { redirectUrl })).toMatchObject(pendingChallenge);
  });

  it('shows balances, of which the native token has no address', async () => {
    const balances = await createDemoClient(site)<Balance[]>('GET', `/wallets/${walletOn('ETH-SEPOLIA').id}/balances?page=1&limit=20`);
    const native = balances.find(({ token }) => token.standard === 'native');
    expect(native).toMatchObject({ amount: expect.stringMatching(/^\d+(\.\d+)?$/), token: { symbol: 'ETH', decimals: 18 } });
    expect(native?.token).not.toHaveProperty('address');
  });

  it('renames a wallet, reads it and checks an address', async () => {
    const demo = createDemoClient(site);
    const { id, address } = walletOn('NEAR-TESTNET');
    expect(await demo('PATCH', `/wallets/${id}`, { name: 'Savings', metadata: { purpose: 'rent' } })).toMatchObject({ id, name: 'Savings' });
    expect(await demo<Wallet>('GET', `/wallets/${id}`)).toMatchObject({ name: 'Savings', customer: customerId, publicKey: expect.any(String) });
    expect(await demo('POST', '/wallets/validate-address', { address, blockchain: 'NEAR-TESTNET' })).toEqual({ valid: true });
    expect(await demo('POST', '/wallets/validate-address', { address: 'not an address', blockchain: 'ETH' })).toEqual({ valid: false });
  });

  it('sends every filter of its forms, those that are empty too', async () => {
    const demo = createDemoClient(site);
    const mine = `customerIds=${customerId}&page=1&limit=50`;
    const all = await demo<Wallet[]>('GET', `/wallets?${mine}`);
    expect(all.length).toBeGreaterThanOrEqual(chains.length);
    expect(await demo('GET', `/wallets?blockchain=&walletSetId=&refId=&address=&order=&${mine}`)).toEqual(all);
    const transactions = '/transactions?walletId=&walletIds=&type=&operation=&status=&refId=&blockchain=&txHash=&contractAddress=&destinationAddress=&search=&controller=';
    expect(await demo('GET', `${transactions}&page=1&limit=20`)).toBeInstanceOf(Array);
    expect(await demo('GET', '/tokens?blockchain=&standard=')).toBeInstanceOf(Array);
    expect(await demo('GET', `/customers/${customerId}/challenges?status=`)).toBeInstanceOf(Array);
    expect(await demo('GET', '/customers?page=&limit=&order=')).toBeInstanceOf(Array);
  });

  it('asks for a transfer, without a token too, and for a contract call', async () => {
    const demo = createDemoClient(site);
    const { id: walletId } = walletOn('ETH-SEPOLIA');
    await sandbox(`/wallets/${walletId}/fund`, { amount: '5' });
    const transfer = { walletId, destinationAddress: recipient, amounts: ['0.1'], feeLevel: 'medium', redirectUrl };
    const path = `/customers/${customerId}/transactions`;
    expect(await demo('POST', `${path}/transfer`, { ...transfer, idempotencyKey: randomUUID() })).toMatchObject(pendingChallenge);
    expect(await demo('POST', `${path}/transfer`, { ...transfer, tokenId: '69e2e1e44a8ad620582b4c01' })).toMatchObject(pendingChallenge);
    const call = { walletId, ...contractCall, amount: '0', feeLevel: 'low', redirectUrl, idempotencyKey: randomUUID() };
    expect(await demo('POST', `${path}/contract-execution`, call)).toMatchObject(pendingChallenge);
  });

  it('shows fees as text and currency for three levels', async () => {
    const demo = createDemoClient(site);
    const { id: walletId } = walletOn('ETH-SEPOLIA');
    const level = { estimatedFeeFormatted: expect.any(String), currency: 'ETH' };
    const levels = { low: level, medium: level, high: level };
    const transfer = { walletId, destinationAddress: recipient, tokenId: '69e2e1e44a8ad620582b4c01', amounts: ['0.1'], feeLevel: 'high' };
    expect(await demo('POST', '/transactions/transfer/estimate-fee', transfer)).toMatchObject(levels);
    expect(await demo('POST', '/transactions/contract-execution/estimate-fee', { walletId, ...contractCall })).toMatchObject(levels);
  });

  it('lists transactions by wallet and type, with hash, wallet and what was moved', async () => {
    const demo = createDemoClient(site);
    await sendAndConfirm(walletOn('ETH-SEPOLIA').id);
    const listed = await demo<Record<string, unknown>[]>('GET', '/transactions?type=transfer&status=confirmed&page=1&limit=20');
    expect(listed).not.toHaveLength(0);
    for (const transaction of listed) {
      expect(transaction).toMatchObject({
        id: expect.any(String), txHash: expect.any(String), blockchain: expect.any(String), wallet: expect.any(String),
        operation: expect.any(String), status: expect.any(String), metadata: expect.any(Object), createdAt: expect.stringMatching(/Z$/),
      });
      expect(await demo('GET', `/transactions/${String(transaction['id'])}`)).toHaveProperty('id');
    }
    const { id } = walletOn('ETH-SEPOLIA');
    expect(await demo('GET', `/transactions?walletId=${id}&type=contract-execution&refId=order-7`)).toBeInstanceOf(Array);
  });

  it.each([
    ['message', 'ETH-SEPOLIA', { message: 'Sign in', encodedByHex: false, memo: 'Sign in to Example' }],
    ['message', 'ETH-SEPOLIA', { message: '0x5369676e20696e', encodedByHex: true }],
    ['message', 'SOL-TESTNET', { message: 'Sign in — ✓', memo: '' }],
    ['typed-data', 'ETH-SEPOLIA', { typedData: JSON.stringify({
      types: { Message: [{ name: 'content', type: 'string' }] },
      primaryType: 'Message',
      domain: { name: 'Demo', version: '1', chainId: 11155111, verifyingContract: usdc },
      message: { content: 'Hello' },
    }) }],
    ['transaction', 'ETH-SEPOLIA', { transaction: JSON.stringify({ to: recipient, value: '1000000000000000', data: '0x', gasLimit: '21000', feeLevel: 'medium' }) }],
    ['transaction', 'SOL-TESTNET', { transaction: JSON.stringify({ to: 'HAgk14JpMQLgt6rVgv7cBQFJWFto5Dqxi472uT3DKpqk', amount: 0.01 }) }],
    ['transaction', 'NEAR-TESTNET', { transaction: JSON.stringify({ receiverId: 'grace.testnet', actions: [{ type: 'Transfer', params: { amount: '1' } }] }) }],
  ])('asks for a signed %s on %s', async (kind, blockchain, fields) => {
    const body = { walletId: walletOn(blockchain).id, redirectUrl, ...fields };
    expect(await createDemoClient(site)('POST', `/customers/${customerId}/sign/${kind}`, body)).toMatchObject({
      ...pendingChallenge, metadata: { walletId: expect.any(String) },
    });
  });

  it('registers a token, looks it up and removes it', async () => {
    const demo = createDemoClient(site);
    const token = { blockchain: 'BASE-SEPOLIA', standard: 'erc20', symbol: 'USDC', name: 'USD Coin', address: usdc, decimals: 6 };
    const { id } = await demo<Token>('POST', '/tokens', token);
    expect(await demo('GET', `/tokens/metadata?blockchain=BASE-SEPOLIA&standard=erc20&address=${usdc.toLowerCase()}`)).toMatchObject({
      name: 'USD Coin', symbol: 'USDC', decimals: 6,
    });
    await demo('DELETE', `/tokens/${id}`);
    expect(await refusal(demo('GET', `/tokens/${id}`))).toMatchObject({ status: 404, code: 'token_not_found' });
    expect(await demo('GET', '/config/chains')).toBeInstanceOf(Array);
    expect(await demo('GET', `/customers/${customerId}/public-key`)).toHaveProperty('publicKey', expect.stringContaining('BEGIN PUBLIC KEY'));
  });
});

describe('a program of the beta README', () => {
  it('onboards with chains inside initialize, and finds the challenge under both of its ids', async () => {
    const beta = createBetaClient(site);
    const idempotencyKey = randomUUID();
    const created = await beta('POST', '/customers', { name: 'Alan Turing', refId: 'user_123', idempotencyKey });
    expect(created.status).toBe(201);
    const { id } = created.body.data as Customer;
    const again = await beta('POST', '/customers', { name: 'Alan Turing', refId: 'user_123', idempotencyKey });
    expect(again.body.data).toEqual(created.body.data);

    const wire = await beta('POST', `/customers/${id}/initialize`, {
      blockchains: ['ETH', 'BTC-TESTNET'], accountType: 'eoa', redirectUrl: 'https://yourapp.com/callback', idempotencyKey: randomUUID(),
    });
    const challenge = wire.body.data as Challenge & { id: string };
    expect(challenge.id).toBe(challenge.challengeId);
    const pending = await beta('GET', `/customers/${id}/challenges?status=pending&page=1&limit=10&order=DESC`);
    expect(pending.body).toMatchObject({ success: true, data: [{ id: challenge.id, status: 'pending' }], pagination: { page: 1, limit: 10, total: 1 } });
    await approve(challenge.id);
    const listed = await beta('GET', `/wallets?walletSet=ws_123&blockchain=BTC-TESTNET&customerIds=${id}&page=1&limit=10&order=ASC`);
    expect(listed.body.data).toMatchObject([{ blockchain: 'BTC-TESTNET', address: expect.stringMatching(/^tb1q/) }]);
  });

  it('finds a wallet by address and reference, and gives it another by PUT', async () => {
    const beta = createBetaClient(site);
    const { id, address } = walletOn('SOL-TESTNET');
    const found = await beta('GET', `/wallets?address=${address}&refId=order-7&page=1&limit=10&order=DESC`);
    expect(found.body.data).toMatchObject([{ id, refId: 'order-7' }]);
    const named = await beta('PUT', `/wallets/${id}`, { metadata: { name: 'Tips', refId: 'order-8' }, idempotencyKey: randomUUID() });
    expect(named.body.data).toMatchObject({ id, name: 'Tips', refId: 'order-8' });
    const balances = await beta('GET', `/wallets/${id}/balances?page=1&limit=10&order=DESC`);
    expect((balances.body.data as Balance[])[0]?.token).toMatchObject({ blockchain: 'SOL-TESTNET', standard: 'native' });
    const checked = await beta('POST', '/transactions/validate-address', { address, blockchain: 'SOL-TESTNET' });
    expect(checked.body.data).toEqual({ valid: true });
  });

  it('estimates without the prefix, and asks for NFTs, a replacement and a signature', async () => {
    const beta = createBetaClient(site);
    const { id: walletId } = walletOn('ETH-SEPOLIA');
    const transfer = { walletId, destinationAddress: recipient, tokenId: '69e2e1e44a8ad620582b4c01', amounts: ['0.1'] };
    for (const [path, body] of [['/transfer/estimate-fee', transfer], ['/contract-execution/estimate-fee', { walletId, ...contractCall }]] as const) {
      const { data } = (await beta('POST', path, body)).body;
      expect(data).toMatchObject({ low: { currency: 'ETH' }, medium: { estimatedFeeFormatted: expect.any(String) }, high: {} });
    }
    await sandbox(`/wallets/${walletId}/fund`, { amount: '5' });
    const collection = { blockchain: 'ETH-SEPOLIA', standard: 'erc721', address: '0x5FbDB2315678afecb367f032d93F642f64180aa3', symbol: 'CATS' };
    const { id: collectionId } = (await beta('POST', '/tokens', collection)).body.data as Token;
    await sandbox(`/wallets/${walletId}/fund`, { tokenId: collectionId, nftTokenId: '42', amount: '1' });
    const transactionId = await sendTransfer(walletId);
    const plain = { ...transfer, nftTokenIds: [], redirectUrl, idempotencyKey: randomUUID() };
    const asked = [
      await beta('POST', `/customers/${customerId}/transactions/transfer`, plain),
      await beta('POST', `/customers/${customerId}/transactions/transfer`, { ...plain, tokenId: collectionId, amounts: ['1'], nftTokenIds: ['42'], idempotencyKey: randomUUID() }),
      await beta('POST', `/customers/${customerId}/transactions/${transactionId}/cancel`, { redirectUrl }),
      await beta('POST', `/customers/${customerId}/transactions/${transactionId}/accelerate`, { redirectUrl }),
      await beta('POST', `/customers/${customerId}/sign/message`, { walletId, message: `0x${'ab'.repeat(32)}`, encodedByHex: true, redirectUrl }),
      await beta('POST', `/customers/${customerId}/sign/transaction`, { walletId, rawTransaction: '0x02f283aa36a7048459682f008503d77a05008252089470997970c51812dc3a010c7d01b50e0d17dc79c887470de4df82000080c0', memo: 'Raw', redirectUrl }),
    ];
    for (const { status, body } of asked) {
      expect(status).toBe(201);
      expect(body.data).toMatchObject(pendingChallenge);
    }
  });

  it('lists transactions by its own names for the filters', async () => {
    const wire = await createBetaClient(site)('GET',
      `/transactions?walletId=${walletOn('ETH-SEPOLIA').id}&type=transfer&status=confirmed&refId=inv&blockchain=ETH-SEPOLIA&page=1&limit=10&order=ASC`);
    expect(wire.body).toMatchObject({ success: true, status: 200, data: expect.any(Array), pagination: { page: 1 } });
  });

  it('adds a token once for one key, reads the catalogue and removes the token by its message', async () => {
    const beta = createBetaClient(site);
    const body = { blockchain: 'POL', standard: 'erc20', address: usdc, symbol: 'USDC', name: 'USD Coin', decimals: 6, idempotencyKey: randomUUID() };
    const [added, again] = [await beta('POST', '/tokens', body), await beta('POST', '/tokens', body)];
    const { id } = added.body.data as Token;
    expect(again.body.data).toEqual(added.body.data);
    expect((await beta('GET', `/tokens/${id}`)).body.data).toMatchObject({ symbol: 'USDC', decimals: 6 });
    expect((await beta('GET', '/tokens/metadata')).body.data).toMatchObject({
      chains: expect.arrayContaining(['ETH', 'SOL']), standards: expect.arrayContaining(['native', 'erc20', 'fungible', 'nep141']),
    });
    expect((await beta('DELETE', `/tokens/${id}`)).body.message).toBe('Token removed successfully');
  });

  it('tells a missing key, a wrong key, a restricted key and a reused idempotency key apart', async () => {
    const customer = { name: 'Ada Lovelace', refId: 'user-1001' };
    const missing = await fetch(`${site.apiUrl}/v2/customers`);
    expect(missing.status).toBe(403);
    expect(await refusal(createBetaClient({ ...site, apiKey: 'pk_wrong' })('GET', '/customers'))).toMatchObject({ status: 401 });
    const restricted = createBetaClient({ ...site, apiKey: site.readKey });
    expect((await restricted('GET', '/customers?order=asc')).status).toBe(200);
    expect(await refusal(restricted('POST', '/customers', customer))).toMatchObject({ status: 403 });
    const beta = createBetaClient(site);
    const idempotencyKey = randomUUID();
    await beta('POST', '/customers', { ...customer, idempotencyKey });
    expect(await refusal(beta('POST', '/customers', { name: 'Somebody else', idempotencyKey }))).toMatchObject({ status: 409 });
    expect(await refusal(beta('POST', '/customers', {}))).toMatchObject({ status: 400, message: expect.stringContaining('name') });
  });

  it('receives the webhook of the contract by its signature, from the raw body and from the parsed one', () => {
    const document = JSON.parse(readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8')) as {
      components: { examples: Record<string, { value: object }>; parameters: Record<string, { example: string }> };
    };
    const { examples, parameters } = document.components;
    const names = { XWebhookSignature: 'x-webhook-signature', XWebhookTimestamp: 'x-webhook-timestamp', XWebhookEvent: 'x-webhook-event' };
    const headers = Object.fromEntries(Object.entries(names).map(([name, header]) => [header, parameters[name]?.example ?? '']));
    const raw = JSON.stringify(examples['event.transaction-confirmed']?.value);
    const secret = 'whsec_fdeb004d2cc54a30b45fe0befd8b0595cca83094c62873ccfe903b78d553f077';
    const now = Number(headers['x-webhook-timestamp']) * 1000;
    for (const body of [raw, JSON.stringify(JSON.parse(raw))]) {
      expect(receiveWebhook(headers, body, secret, now)).toMatchObject({
        status: 200,
        event: { event: headers['x-webhook-event'], timestamp: expect.stringMatching(/Z$/), data: { transactionId: expect.any(String), status: 'confirmed', blockchain: 'ETH-SEPOLIA' } },
      });
    }
    expect(receiveWebhook(headers, raw.replace('confirmed', 'failed'), secret, now).status).toBe(401);
    expect(receiveWebhook(headers, raw, secret, now + 301_000).status).toBe(401);
  });
});

describe('a program that settles payments', () => {
  it('measures the skew of its clock by the health of the service', async () => {
    const before = Date.now();
    const response = await fetch(`${site.apiUrl}/health`);
    expect(await response.json()).toEqual({ healthy: true });
    const skew = Date.parse(response.headers.get('date') ?? '') - before;
    expect(Math.abs(skew)).toBeLessThan(10_000);
  });

  it('registers a token without a name, and reads it with its balances', async () => {
    const settle = createSettlementClient(site);
    const { id } = await settle<Token>('/tokens', {
      method: 'POST', body: { blockchain: 'ETH-SEPOLIA', standard: 'erc20', address: usdc, symbol: 'USDC', decimals: 6 },
    });
    expect((await settle<Token[]>('/tokens?blockchain=ETH-SEPOLIA&standard=erc20')).map((token) => token.id)).toContain(id);
    const balances = await settle<Balance[]>(`/wallets/${walletOn('ETH-SEPOLIA').id}/balances?limit=100`);
    expect(balances.map(({ token }) => token.address ?? token.standard)).toEqual(expect.arrayContaining(['native', usdc]));
    await settle(`/tokens/${id}`, { method: 'DELETE' });
  });

  it('finds wallets by chain and reference, and transactions by wallets and reference', async () => {
    const settle = createSettlementClient(site);
    const { id } = walletOn('ETH-SEPOLIA');
    expect(await settle('/wallets?blockchain=ETH-SEPOLIA&refId=order-7&page=1&limit=100')).toMatchObject([{ id, customer: customerId }]);
    const query = `walletIds=${encodeURIComponent(`${id},${walletOn('SOL-TESTNET').id}`)}&operation=transfer&refId=order-7&order=desc&limit=100`;
    expect(await settle(`/transactions?${query}`)).toBeInstanceOf(Array);
    expect(await settle(`/transactions?search=order&controller=customer&txHash=0x${'12'.repeat(32)}&destinationAddress=${recipient}&contractAddress=${usdc}`)).toBeInstanceOf(Array);
  });

  it('reads a contract, with every argument as text', async () => {
    const settle = createSettlementClient(site);
    const body = { walletId: walletOn('ETH-SEPOLIA').id, contractAddress: usdc, abiFunctionSignature: 'allowance(address,address)', abiParameters: [recipient, recipient] };
    const token = { blockchain: 'ETH-SEPOLIA', standard: 'erc20', address: usdc, symbol: 'USDC', decimals: 6 };
    const { id } = await settle<Token>('/tokens', { method: 'POST', body: token });
    expect(await settle('/transactions/contract-view/call', { method: 'POST', body })).toEqual({ result: '0' });
    const bare = { walletId: body.walletId, contractAddress: usdc, abiFunctionSignature: 'symbol()' };
    expect(await settle('/transactions/contract-view/call', { method: 'POST', body: bare })).toEqual({ result: 'USDC' });
    await settle(`/tokens/${id}`, { method: 'DELETE' });
    expect(await settle('/transactions/transfer/estimate-fee', {
      method: 'POST', body: { walletId: body.walletId, destinationAddress: recipient, tokenId: '69e2e1e44a8ad620582b4c01', amounts: ['0.001'] },
    })).toHaveProperty('medium.estimatedFeeFormatted');
  });

  it('shows the text of a refusal from message', async () => {
    const error = await refusal(createSettlementClient(site)('/wallets/6999fa10c3d2a54e7b91ffff'));
    expect(error).toMatchObject({ status: 404, message: expect.stringContaining('6999fa10c3d2a54e7b91ffff') });
  });
});

describe('a program that provisions', () => {
  it('finds a wallet by its reference alone, oldest first', async () => {
    const provision = createProvisioningClient(site);
    const listed = await provision<Wallet[]>('GET', '/wallets?order=ASC&limit=50');
    const ids = listed.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(1);
    expect((await provision<Wallet[]>('GET', '/wallets?order=DESC&limit=50')).map(({ id }) => id)).toEqual(ids.toReversed());
    const [wallet] = await provision<Wallet[]>('GET', '/wallets?refId=order-7');
    expect(wallet).toMatchObject({ refId: 'order-7', state: expect.any(String), address: expect.any(String) });
  });

  it('sends what no documentation names, and repeats a call with the key that it has stored', async () => {
    const provision = createProvisioningClient(site);
    const body = {
      name: 'Ada Lovelace', refId: 'user-3003', idempotencyKey: randomUUID(),
      email: 'ada@example.com', count: 1, tags: ['vip', 7], nested: { deep: [null] }, custodyType: 'customer', walletSetId: 'ws_123',
    };
    const first = await provision<Customer>('POST', '/customers', body);
    expect(await provision('POST', '/customers', body)).toEqual(first);
    const challenge = await provision<Challenge>('POST', `/customers/${customerId}/wallet/create`, {
      blockchains: ['BSC'], accountType: 'eoa', redirectUrl, count: 1, metadata: [{ name: 'Main', refId: 'order-9', note: 'x' }], encryptedOrganizationSecret: '',
    });
    expect(challenge).toMatchObject(pendingChallenge);
  });

  it('shows the text of a refusal from errors.message', async () => {
    const provision = createProvisioningClient(site);
    const error = await refusal(provision('POST', `/customers/${customerId}/wallet/create`, { blockchains: ['ETH'] }));
    expect(error).toMatchObject({ status: 400, message: expect.stringContaining('redirectUrl') });
    expect(await refusal(provision('GET', '/wallets?colour=blue'))).toMatchObject({ status: 400, message: expect.stringContaining('colour') });
  });
});

describe('HTTP as programs speak it', () => {
  const json = { 'content-type': 'application/json' };
  const calls: [string, string, string, Record<string, string>, string, number][] = [
    ['a GET that names a content type', 'GET', '/v2/customers', json, '', 200],
    ['a GET that says that its body is empty', 'GET', '/v2/customers', { ...json, 'content-length': '0' }, '', 200],
    ['a GET with an empty object', 'GET', '/v2/customers', { ...json, 'content-length': '2' }, '{}', 200],
    ['a DELETE with a content type and no body', 'DELETE', '/v2/tokens/69e2e1e44a8ad620582bffff', json, '', 404],
    ['a DELETE with an empty object', 'DELETE', '/v2/tokens/69e2e1e44a8ad620582bffff', { ...json, 'content-length': '2' }, '{}', 404],
    ['a POST in UTF-8, said in capitals', 'POST', '/v2/customers', { 'content-type': 'application/json;charset=UTF-8' }, '{"name":"Zoë"}', 201],
    ['a POST in pieces', 'POST', '/v2/customers', { ...json, 'transfer-encoding': 'chunked' }, '{"name":"Zoë"}', 201],
    ['a POST that takes anything, with an Origin', 'POST', '/v2/customers', { ...json, accept: '*/*', origin: 'https://app.example.com' }, '{"name":"Zoë"}', 201],
    ['a POST of a browser form library', 'POST', '/v2/customers', { ...json, accept: 'text/html', 'x-requested-with': 'XMLHttpRequest' }, '{"name":"Zoë"}', 201],
  ];

  it('answers each over one connection', async () => {
    const raw = createRawClient(site);
    const answered: [string, number][] = [];
    for (const [name, method, path, headers, body] of calls) {
      answered.push([name, (await raw.send(method, path, headers, body)).status]);
    }
    raw.close();
    expect(answered).toEqual(calls.map(([name, , , , , status]) => [name, status]));
  });
});

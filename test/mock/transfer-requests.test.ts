import { beforeAll, describe, expect, it } from 'vitest';
import type { WalletRow } from '../../mock/store/wallets.ts';
import { bob, type CallBody, challengeOf, recipients, type TransferBody, usdcAddress, useLedger } from './ledger-fixture.ts';
import { type Chain, required, returnUrl } from './mock-fixture.ts';

const ledger = useLedger();
const absent = '6999f8aea74a2b1bd8855b00';
const cats = '0x00000000000000000000000000000000000000A2';
const items = '0x00000000000000000000000000000000000000A3';
const stranger = '0x3bFA4769FB09eefC5a80d6E87c3B9C650f7Ae48E';
const all = String(2n ** 256n - 1n);

const wallets = {} as Record<Chain, WalletRow>;
const tokens: Record<string, string> = {};
let foreign: WalletRow;

beforeAll(async () => {
  const { newWallet, newForeignWallet, addToken, fund } = ledger();
  for (const chain of ['ETH-SEPOLIA', 'BTC-TESTNET', 'SOL-TESTNET', 'NEAR-TESTNET', 'BASE'] as const) wallets[chain] = await newWallet(chain);
  foreign = await newForeignWallet();
  const evm = { blockchain: 'ETH-SEPOLIA' } as const;
  const added = [
    await addToken({ ...evm, standard: 'erc20', address: usdcAddress, symbol: 'USDC', decimals: 6 }),
    await addToken({ ...evm, standard: 'erc721', address: cats, symbol: 'CATS' }),
    await addToken({ ...evm, standard: 'erc1155', address: items, symbol: 'ITEMS' }),
    await addToken({ blockchain: 'BASE', standard: 'erc20', address: usdcAddress, symbol: 'BASEUSD', decimals: 6 }),
    await addToken({ blockchain: 'NEAR-TESTNET', standard: 'nep171', address: 'apes.testnet', symbol: 'APES' }),
  ];
  for (const { symbol, id } of added) tokens[symbol] = id;
  const { id } = wallets['ETH-SEPOLIA'];
  await fund(id, { tokenId: required(tokens['USDC']), amount: '100' });
  await fund(id, { tokenId: required(tokens['CATS']), nftTokenId: '42', amount: '1' });
  for (const nftTokenId of ['1', '2']) await fund(id, { tokenId: required(tokens['ITEMS']), nftTokenId, amount: '10' });
});

function transferOf(chain: Chain, body: Partial<TransferBody> = {}): TransferBody {
  return { walletId: wallets[chain].id, destinationAddress: recipients[chain] ?? bob, amounts: ['0.001'], ...body };
}

const pay = (chain: Chain, body?: Partial<TransferBody>) => ledger().tryTransfer(transferOf(chain, body));
const token = (symbol: string) => ({ tokenId: required(tokens[symbol]) });
const callOf = (body: Partial<CallBody> = {}): CallBody => ({
  walletId: wallets['ETH-SEPOLIA'].id,
  contractAddress: usdcAddress,
  abiFunctionSignature: 'approve(address,uint256)',
  abiParameters: [stranger, '1'],
  ...body,
});

interface Answered {
  response: Response;
  error?: { code: unknown; errors?: { details?: { path?: string; code?: unknown }[] } };
}

async function refusalOf(asked: Promise<Answered>) {
  const { response, error } = await asked;
  const [detail] = error?.errors?.details ?? [];
  return [response.status, error?.code, detail?.path];
}

describe('a transfer that cannot be', () => {
  it.each<[string, Chain, () => Partial<TransferBody>, number, string, string | undefined]>([
    ['an amount of nothing', 'ETH-SEPOLIA', () => ({ amounts: ['0.000'] }), 400, 'amount_invalid', 'body/amounts/0'],
    ['more decimals than the native token has', 'ETH-SEPOLIA', () => ({ amounts: ['0.0000000000000000001'] }), 400, 'amount_invalid', 'body/amounts/0'],
    ['more decimals than the token has', 'ETH-SEPOLIA', () => ({ ...token('USDC'), amounts: ['0.0000001'] }), 400, 'amount_invalid', 'body/amounts/0'],
    ['a part of a satoshi', 'BTC-TESTNET', () => ({ amounts: ['0.000000001'] }), 400, 'amount_invalid', 'body/amounts/0'],
    ['dust', 'BTC-TESTNET', () => ({ amounts: ['0.00000293'] }), 400, 'amount_invalid', 'body/amounts/0'],
    ['a part of a lamport', 'SOL-TESTNET', () => ({ amounts: ['0.0000000001'] }), 400, 'amount_invalid', 'body/amounts/0'],
    ['more than fits', 'SOL-TESTNET', () => ({ amounts: ['18446744073.709551616'] }), 400, 'amount_invalid', 'body/amounts/0'],
    ['more than fits', 'NEAR-TESTNET', () => ({ amounts: ['999999999999999'] }), 400, 'amount_invalid', 'body/amounts/0'],
    ['two amounts of one token', 'ETH-SEPOLIA', () => ({ amounts: ['0.1', '0.2'] }), 400, 'validation_failed', 'body/amounts'],
    ['a number in scientific form', 'ETH-SEPOLIA', () => ({ amounts: ['1e-3'] }), 400, 'validation_failed', 'body/amounts/0'],
    ['a negative amount', 'ETH-SEPOLIA', () => ({ amounts: ['-1'] }), 400, 'validation_failed', 'body/amounts/0'],
    ['a wrong checksum', 'ETH-SEPOLIA', () => ({ destinationAddress: bob.replace('C', 'c') }), 400, 'address_invalid', 'body/destinationAddress'],
    ['an address of another chain', 'ETH-SEPOLIA', () => ({ destinationAddress: required(recipients['BTC-TESTNET']) }), 400, 'address_invalid', 'body/destinationAddress'],
    ['an address of the main network', 'BTC-TESTNET', () => ({ destinationAddress: 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4' }), 400, 'address_invalid', 'body/destinationAddress'],
    ['an address of another chain', 'SOL-TESTNET', () => ({ destinationAddress: bob }), 400, 'address_invalid', 'body/destinationAddress'],
    ['an account that cannot be', 'NEAR-TESTNET', () => ({ destinationAddress: 'Grace.testnet' }), 400, 'address_invalid', 'body/destinationAddress'],
    ['a token of another chain', 'ETH-SEPOLIA', () => token('BASEUSD'), 404, 'token_not_found', undefined],
    ['a token that is not there', 'ETH-SEPOLIA', () => ({ tokenId: absent }), 404, 'token_not_found', undefined],
    ['a wallet that is not there', 'ETH-SEPOLIA', () => ({ walletId: absent }), 404, 'wallet_not_found', undefined],
    ['the wallet of another customer', 'ETH-SEPOLIA', () => ({ walletId: foreign.id }), 404, 'wallet_not_found', undefined],
    ['ids of a token that has none', 'ETH-SEPOLIA', () => ({ ...token('USDC'), nftTokenIds: ['1'] }), 400, 'validation_failed', 'body/nftTokenIds'],
    ['ids of the native token', 'SOL-TESTNET', () => ({ nftTokenIds: ['1'] }), 400, 'validation_failed', 'body/nftTokenIds'],
    ['a collection without an id', 'ETH-SEPOLIA', () => ({ ...token('CATS'), amounts: ['1'] }), 400, 'validation_failed', 'body/nftTokenIds'],
    ['fewer amounts than ids', 'ETH-SEPOLIA', () => ({ ...token('ITEMS'), amounts: ['1'], nftTokenIds: ['1', '2'] }), 400, 'validation_failed', 'body/amounts'],
    ['an id twice', 'ETH-SEPOLIA', () => ({ ...token('ITEMS'), amounts: ['1', '1'], nftTokenIds: ['1', '1'] }), 400, 'validation_failed', 'body/nftTokenIds/1'],
    ['an id twice, once with a zero in front', 'ETH-SEPOLIA', () => ({ ...token('ITEMS'), amounts: ['1', '1'], nftTokenIds: ['1', '01'] }), 400, 'validation_failed', 'body/nftTokenIds/1'],
    ['an id that is no number', 'ETH-SEPOLIA', () => ({ ...token('CATS'), amounts: ['1'], nftTokenIds: ['tom'] }), 400, 'validation_failed', 'body/nftTokenIds/0'],
    ['an id above all numbers', 'ETH-SEPOLIA', () => ({ ...token('CATS'), amounts: ['1'], nftTokenIds: [String(2n ** 256n)] }), 400, 'validation_failed', 'body/nftTokenIds/0'],
    ['two of an NFT of which there is one', 'ETH-SEPOLIA', () => ({ ...token('CATS'), amounts: ['2'], nftTokenIds: ['42'] }), 400, 'amount_invalid', 'body/amounts/0'],
    ['two of an NFT of which there is one', 'NEAR-TESTNET', () => ({ ...token('APES'), amounts: ['2'], nftTokenIds: ['42'] }), 400, 'amount_invalid', 'body/amounts/0'],
    ['a half of an NFT', 'ETH-SEPOLIA', () => ({ ...token('ITEMS'), amounts: ['0.5'], nftTokenIds: ['1'] }), 400, 'amount_invalid', 'body/amounts/0'],
    ['two NFTs where one call moves one', 'ETH-SEPOLIA', () => ({ ...token('CATS'), amounts: ['1', '1'], nftTokenIds: ['42', '43'] }), 400, 'unsupported_operation', 'body/amounts'],
    ['an NFT of somebody else', 'ETH-SEPOLIA', () => ({ ...token('CATS'), amounts: ['1'], nftTokenIds: ['43'] }), 422, 'insufficient_funds', undefined],
    ['more of an id than there is', 'ETH-SEPOLIA', () => ({ ...token('ITEMS'), amounts: ['10', '11'], nftTokenIds: ['1', '2'] }), 422, 'insufficient_funds', undefined],
    ['more than there is', 'BTC-TESTNET', () => ({ amounts: ['0.005'] }), 422, 'insufficient_funds', undefined],
    ['more than there is', 'SOL-TESTNET', () => ({ amounts: ['0.5'] }), 422, 'insufficient_funds', undefined],
    ['more than there is', 'NEAR-TESTNET', () => ({ amounts: ['1'] }), 422, 'insufficient_funds', undefined],
    ['all but the fee', 'BASE', () => ({ amounts: ['0.05'] }), 422, 'insufficient_funds', undefined],
  ])('because of %s on %s is refused', async (_, chain, body, ...refusal) => {
    expect(await refusalOf(pay(chain, body()))).toEqual([refusal[0], refusal[1], refusal[2]]);
  });

  it('to a mistyped EVM address is told of its checksum, and of the way out', async () => {
    const { error } = await pay('ETH-SEPOLIA', { destinationAddress: bob.replace('C', 'c') });
    expect(error?.message).toMatch(/capitals that do not match its checksum \(EIP-55\).*lower case/);
    expect((await pay('ETH-SEPOLIA', { destinationAddress: '0x1' })).error?.message).toContain('is not an address on ETH-SEPOLIA');
  });

  it('is refused for the first of its mistakes, in the order in which they are looked for', async () => {
    const { api, createCustomer, customer, mock } = ledger();
    const { id: customerId } = await createCustomer('Grace Hopper');
    const setCustomer = (changes: { hasPin?: number; lockedUntil?: string | null }) =>
      mock.context.db.updateTable('customers').set(changes).where('id', '=', customerId).execute();
    const wrong = { walletId: absent, tokenId: absent, destinationAddress: 'nobody', amounts: ['0'], redirectUrl: 'http://example.com/' };
    const ask = (of: string, changes: Partial<TransferBody> & { redirectUrl?: string } = {}) =>
      refusalOf(
        api.POST('/v2/customers/{customerId}/transactions/transfer', { params: { path: { customerId: of } }, body: { ...wrong, ...changes } }),
      ).then(([, code]) => code);
    const redirect = { redirectUrl: returnUrl };
    expect(await ask(absent)).toBe('customer_not_found');
    expect(await ask(customerId)).toBe('redirect_url_not_allowed');
    await setCustomer({ lockedUntil: '2026-03-02T09:30:00.000Z' });
    expect(await ask(customerId, redirect)).toBe('customer_locked');
    await setCustomer({ lockedUntil: null });
    expect(await ask(customerId, redirect)).toBe('pin_not_set');
    await setCustomer({ hasPin: 1 });
    expect(await ask(customerId, redirect)).toBe('wallet_not_found');
    const mine = { ...redirect, walletId: wallets['ETH-SEPOLIA'].id };
    expect(await ask(customer.id, mine)).toBe('token_not_found');
    const registered = { ...mine, ...token('USDC') };
    expect(await ask(customer.id, registered)).toBe('address_invalid');
    expect(await ask(customer.id, { ...registered, destinationAddress: bob })).toBe('amount_invalid');
    expect(await ask(customer.id, { ...registered, destinationAddress: bob, amounts: ['101'] })).toBe('insufficient_funds');
    expect(await ask(customer.id, { ...registered, destinationAddress: bob, amounts: ['100'] })).toBeUndefined();
  });
});

describe('a contract call that cannot be', () => {
  it.each<[string, () => Partial<CallBody>, number, string, string | undefined]>([
    ['a wallet on a chain without contracts', () => ({ walletId: wallets['BTC-TESTNET'].id, contractAddress: 'x' }), 400, 'unsupported_operation', 'body/walletId'],
    ['a contract that is no address', () => ({ contractAddress: '0x1', abiFunctionSignature: 'x(y)' }), 400, 'address_invalid', 'body/contractAddress'],
    ['too many decimals', () => ({ amount: '0.0000000000000000001', abiFunctionSignature: 'x(y)' }), 400, 'amount_invalid', 'body/amount'],
    ['a function that cannot be read', () => ({ abiFunctionSignature: 'approve(addres,uint256)' }), 400, 'abi_invalid', 'body/abiFunctionSignature'],
    ['a parameter too many', () => ({ abiParameters: [stranger, '1', '2'] }), 400, 'abi_invalid', 'body/abiParameters'],
    ['a parameter of another type', () => ({ abiParameters: [stranger, 'much'] }), 400, 'abi_invalid', 'body/abiParameters/1'],
    ['what the contract refuses', () => ({ abiFunctionSignature: 'transfer(address,uint256)', abiParameters: [bob, all] }), 422, 'contract_call_reverted', undefined],
    ['ether for a function that takes none', () => ({ amount: '0.001' }), 422, 'contract_call_reverted', undefined],
    ['a function that a token has not', () => ({ abiFunctionSignature: 'safeTransferFrom(address,address,uint256)', abiParameters: [stranger, bob, '1'] }), 422, 'contract_call_reverted', undefined],
    ['more than there is', () => ({ contractAddress: stranger, amount: '1' }), 422, 'insufficient_funds', undefined],
  ])('because of %s is refused', async (_, body, ...refusal) => {
    expect(await refusalOf(ledger().tryCall(callOf(body())))).toEqual(refusal);
  });
});

describe('a request for a transaction', () => {
  it('takes the medium fee unless it says another, and echoes what was said', async () => {
    expect(challengeOf(await pay('ETH-SEPOLIA')).metadata).toEqual(transferOf('ETH-SEPOLIA'));
    for (const [feeLevel, fee] of [[undefined, '0.0003465'], ['low', '0.000231'], ['medium', '0.0003465'], ['high', '0.000462']] as const) {
      const { display, metadata } = challengeOf(await pay('ETH-SEPOLIA', feeLevel === undefined ? {} : { feeLevel }));
      expect(display?.fee).toEqual({ amount: fee, symbol: 'ETH', level: feeLevel ?? 'medium' });
      expect(metadata?.feeLevel).toBe(feeLevel);
    }
  });

  it('answers the same challenge to the same key, and reserves one nonce for it', async () => {
    const { api, customer, newWallet } = ledger();
    const { id: walletId } = await newWallet();
    const idempotencyKey = '0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01';
    const ask = (amount: string, key = idempotencyKey) =>
      api.POST('/v2/customers/{customerId}/transactions/transfer', {
        params: { path: { customerId: customer.id } },
        body: { ...transferOf('ETH-SEPOLIA', { walletId, amounts: [amount] }), redirectUrl: returnUrl, idempotencyKey: key },
      });
    const [first, again] = [await ask('0.001'), await ask('0.001')];
    expect(again.response.headers.get('Idempotent-Replayed')).toBe('true');
    expect(again.data).toEqual(first.data);
    expect((await ask('0.002')).error?.code).toBe('idempotency_conflict');
    // The hash of a transfer with the nonce 1 is that of no other.
    const next = challengeOf(await ask('0.001', '0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f02'));
    const { id: other } = await newWallet();
    const elsewhere = challengeOf(await ledger().tryTransfer(transferOf('ETH-SEPOLIA', { walletId: other })));
    expect(elsewhere.display?.payloadHash).toBe(first.data?.data.display?.payloadHash);
    expect(next.display?.payloadHash).not.toBe(elsewhere.display?.payloadHash);
  });

  it('keeps the reference with the transaction', async () => {
    const { sent, read } = ledger();
    const id = await sent(challengeOf(await pay('ETH-SEPOLIA', { refId: 'invoice-7' })));
    expect(await read(id)).toMatchObject({ refId: 'invoice-7' });
  });

  it('writes addresses as the chain does, in whatever case they come', async () => {
    const lower = challengeOf(await pay('ETH-SEPOLIA', { destinationAddress: bob.toLowerCase() }));
    expect(lower.display?.lines).toContainEqual({ label: 'To', value: bob });
    const to = required(recipients['BTC-TESTNET']);
    const upper = challengeOf(await pay('BTC-TESTNET', { destinationAddress: to.toUpperCase() }));
    expect(upper.display?.lines).toContainEqual({ label: 'To', value: to });
  });

  it.each<[Chain, string]>([
    ['BTC-TESTNET', '0.001 BTC'],
    ['SOL-TESTNET', '0.001 SOL'],
    ['NEAR-TESTNET', '0.001 NEAR'],
  ])('on %s shows who gets how much', async (chain, amount) => {
    const { display } = challengeOf(await pay(chain));
    expect(display?.title).toBe(`Send ${amount}`);
    expect(display?.lines.slice(1)).toEqual([
      { label: 'From', value: wallets[chain].address },
      { label: 'To', value: recipients[chain] },
      { label: 'Amount', value: amount },
    ]);
    expect(display?.payloadHash).toMatch(/^0x[0-9a-f]{64}$/);
  });

  it('shows every NFT that moves, and a hundred of them too', async () => {
    const { fund } = ledger();
    const two = challengeOf(await pay('ETH-SEPOLIA', { ...token('ITEMS'), amounts: ['3', '4'], nftTokenIds: ['1', '02'] }));
    expect(two.display).toMatchObject({
      title: 'Send 3 ITEMS #1, 4 ITEMS #2',
      decodedCall: { function: 'safeBatchTransferFrom(address,address,uint256[],uint256[],bytes)' },
    });
    const { id: walletId } = await ledger().newWallet();
    const nftTokenIds = Array.from({ length: 100 }, (_, index) => String(2n ** 255n + BigInt(index)));
    for (const nftTokenId of nftTokenIds) await fund(walletId, { ...token('ITEMS'), nftTokenId, amount: '1' });
    const amounts = nftTokenIds.map(() => '1');
    const many = challengeOf(await ledger().tryTransfer({ walletId, destinationAddress: bob, ...token('ITEMS'), amounts, nftTokenIds }));
    expect(many.display?.title).toBe('Send ITEMS');
    expect(many.display?.lines.find(({ label }) => label === 'Amount')?.value.split(', ')).toHaveLength(100);
  });
});

describe('a warning', () => {
  const codesOf = (asked: Parameters<typeof challengeOf>[0]) => {
    const { display } = challengeOf(asked) as ReturnType<typeof challengeOf> & { display?: { warnings: { code: string }[] } };
    return display?.warnings.map(({ code }) => code);
  };

  it('of a first recipient goes away with the first transfer that is sent, and comes back when it fails', async () => {
    const { newWallet, sent, advanceTo, tryTransfer } = ledger();
    const { id: walletId } = await newWallet();
    const ask = async () => tryTransfer({ walletId, destinationAddress: bob, amounts: ['0.001'] });
    const first = await ask();
    expect(codesOf(first)).toEqual(['first_time_recipient']);
    expect(codesOf(await ask())).toEqual(['first_time_recipient']);
    const id = await sent(challengeOf(first));
    expect(codesOf(await ask())).toEqual([]);
    expect(codesOf(await tryTransfer({ walletId, destinationAddress: stranger, amounts: ['0.001'] }))).toEqual(['first_time_recipient']);
    await advanceTo(id, 'failed');
    expect(codesOf(await ask())).toEqual(['first_time_recipient']);
  });

  it('is not given of the wallet’s own address', async () => {
    expect(codesOf(await pay('ETH-SEPOLIA', { destinationAddress: wallets['ETH-SEPOLIA'].address }))).toEqual([]);
  });

  it.each<[string, Partial<CallBody>, string[]]>([
    ['a small approval', {}, []],
    ['an approval of everything', { abiParameters: [stranger, all] }, ['unlimited_approval']],
    ['an operator of a collection', { contractAddress: cats, abiFunctionSignature: 'setApprovalForAll(address,bool)', abiParameters: [stranger, 'true'] }, ['unlimited_approval']],
    ['an operator that is dismissed', { contractAddress: cats, abiFunctionSignature: 'setApprovalForAll(address,bool)', abiParameters: [stranger, 'false'] }, []],
    ['an approval of one NFT', { contractAddress: cats, abiParameters: [stranger, '42'] }, []],
    ['a token that is not registered', { contractAddress: stranger }, ['unverified_token']],
    ['all of a token that is not registered', { contractAddress: stranger, abiParameters: [bob, all] }, ['unlimited_approval', 'unverified_token']],
    ['a contract of which nothing is known', { contractAddress: stranger, abiFunctionSignature: 'stake()', abiParameters: [] }, ['unknown_contract']],
  ])('is given of %s as it should be', async (_, body, expected) => {
    expect(codesOf(await ledger().tryCall(callOf(body)))).toEqual(expected);
  });
});

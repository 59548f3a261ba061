import { describe, expect, it } from 'vitest';
import { openLedger } from '../../mock/ledger/ledger-view.ts';
import { bob, challengeOf, createWalletFixture, recipients, usdcAddress, useLedger } from './ledger-fixture.ts';
import { type Chain, required } from './mock-fixture.ts';

const ledger = useLedger();
const second = 1000;
const chains: Chain[] = ['ETH-SEPOLIA', 'BTC-TESTNET', 'SOL-TESTNET', 'NEAR-TESTNET'];
const usdc = { blockchain: 'ETH-SEPOLIA', standard: 'erc20', address: usdcAddress, symbol: 'USDC', name: 'USD Coin', decimals: 6 } as const;

/** The native balance of a wallet. */
async function native(walletId: string) {
  const [first] = Object.values(await ledger().balances(walletId));
  return Number(first);
}

async function send(walletId: string, amount = '0.001', to = bob) {
  return challengeOf(await ledger().tryTransfer({ walletId, destinationAddress: to, amounts: [amount] }));
}

const namesOf = (events: { event: string }[]) => events.map(({ event }) => event.replace('transaction.', ''));

describe('a transaction', () => {
  it.each<[Chain, number]>([
    ['ETH-SEPOLIA', 12],
    ['BTC-TESTNET', 30],
    ['SOL-TESTNET', 1],
    ['NEAR-TESTNET', 2],
  ])('on %s is broadcast a second after its signature, and in a block %i seconds later', async (chain, blockTime) => {
    const { newWallet, newForeignWallet, sent, read, advance, told } = ledger();
    const [wallet, receiver] = [await newWallet(chain), await newForeignWallet(chain)];
    const [before, had] = [await native(wallet.id), await native(receiver.id)];
    const id = await sent(await send(wallet.id, '0.001', receiver.address));
    advance(second - 1);
    expect((await read(id)).status).toBe('signed');
    advance(1);
    expect((await read(id)).status).toBe('broadcast');
    advance(blockTime * second - 1);
    expect(await read(id)).toMatchObject({ status: 'broadcast', confirmations: 0 });
    expect([await native(wallet.id), await native(receiver.id)]).toEqual([before, had]);
    advance(1);
    const { status, confirmations, networkFee } = await read(id);
    expect({ status, confirmations }).toEqual({ status: 'confirmed', confirmations: 1 });
    expect(await native(receiver.id)).toBeCloseTo(had + 0.001, 8);
    expect(Number(networkFee?.amount)).toBeGreaterThan(0);
    expect(await native(wallet.id)).toBeCloseTo(before - 0.001 - Number(networkFee?.amount), 8);
    advance(3 * blockTime * second);
    expect((await read(id)).confirmations).toBe(4);
    expect(namesOf(await told(id))).toEqual(['created', 'signed', 'broadcast', 'confirmed']);
  });

  it.each(chains)('on %s is moved on to any later status, with the events of those in between', async (chain) => {
    const { newWallet, sent, advanceTo, told } = ledger();
    const wallet = await newWallet(chain);
    const id = await sent(await send(wallet.id, '0.001', recipients[chain]));
    const advanced = await advanceTo(id, 'confirmed');
    expect(advanced.data).toMatchObject({ message: 'Transaction advanced', data: { status: 'confirmed', confirmations: 1 } });
    const events = await told(id);
    expect(namesOf(events)).toEqual(['created', 'signed', 'broadcast', 'confirmed']);
    expect(events.map(({ data }) => data['status'])).toEqual(['pending', 'signed', 'broadcast', 'confirmed']);
    expect((await advanceTo(id, 'broadcast')).error?.code).toBe('transaction_not_advanceable');
  });

  it('is moved on to where it is, or back, by nobody', async () => {
    const { newWallet, sent, advanceTo } = ledger();
    const id = await sent(await send((await newWallet()).id));
    const refusals = [await advanceTo(id, 'signed')];
    await advanceTo(id, 'broadcast');
    refusals.push(await advanceTo(id, 'signed'), await advanceTo(id, 'broadcast'));
    for (const { error } of refusals) expect(error?.code).toBe('transaction_not_advanceable');
  });

  it.each<[Chain, 'execution_reverted' | 'dropped', boolean]>([
    ['ETH-SEPOLIA', 'execution_reverted', true],
    ['BTC-TESTNET', 'dropped', false],
    ['SOL-TESTNET', 'execution_reverted', true],
    ['NEAR-TESTNET', 'execution_reverted', true],
  ])('on %s that is made to fail when it was broadcast is %s, which is paid for only in a block: %s', async (chain, code, charges) => {
    const { newWallet, newForeignWallet, sent, advanceTo, told } = ledger();
    const [wallet, receiver] = [await newWallet(chain), await newForeignWallet(chain)];
    const [before, had] = [await native(wallet.id), await native(receiver.id)];
    const id = await sent(await send(wallet.id, '0.001', receiver.address));
    await advanceTo(id, 'broadcast');
    const { data } = await advanceTo(id, 'failed');
    const failed = required(data).data;
    expect(failed).toMatchObject({ status: 'failed', failure: { code } });
    expect(failed.networkFee !== undefined).toBe(charges);
    expect(failed.blockNumber !== undefined).toBe(charges);
    expect(failed.confirmations).toBe(charges ? 1 : 0);
    expect(await native(wallet.id)).toBeCloseTo(before - Number(failed.networkFee?.amount ?? 0), 8);
    expect(await native(receiver.id)).toBe(had);
    const last = (await told(id)).at(-1);
    expect(last).toMatchObject({ event: 'transaction.failed', data: { failure: { code } } });
  });

  it('that is made to fail before it was broadcast costs nothing, and leaves its nonce to the next', async () => {
    const { newWallet, sent, advanceTo, read, advance } = ledger();
    const wallet = await newWallet();
    const before = await native(wallet.id);
    const id = await sent(await send(wallet.id));
    const { data } = await advanceTo(id, 'failed');
    expect(data?.data).toMatchObject({ status: 'failed', failure: { code: 'broadcast_failed' }, nonce: 0, confirmations: 0 });
    expect(data?.data.networkFee).toBeUndefined();
    advance(60 * second);
    expect(await read(id)).toMatchObject({ status: 'failed' });
    expect(await native(wallet.id)).toBe(before);
    expect(await read(await sent(await send(wallet.id)))).toMatchObject({ nonce: 0 });
  });

  it('that was reverted has used its nonce up', async () => {
    const { newWallet, sent, advanceTo, read } = ledger();
    const wallet = await newWallet();
    const id = await sent(await send(wallet.id));
    await advanceTo(id, 'broadcast');
    await advanceTo(id, 'failed');
    expect(await read(await sent(await send(wallet.id)))).toMatchObject({ nonce: 1 });
  });
});

describe('a transfer of tokens that are gone when its block comes', () => {
  const tokens = [
    [{ chain: 'ETH-SEPOLIA', standard: 'erc20', address: '0x00000000000000000000000000000000000000A1', decimals: 6 }, undefined, 'ERC20: transfer amount exceeds balance'],
    [{ chain: 'ETH-SEPOLIA', standard: 'erc721', address: '0x00000000000000000000000000000000000000a2' }, '7', 'ERC721: caller is not token owner or approved'],
    [{ chain: 'ETH-SEPOLIA', standard: 'erc1155', address: '0x00000000000000000000000000000000000000A3' }, '7', 'ERC1155: insufficient balance for transfer'],
    [{ chain: 'NEAR-TESTNET', standard: 'nep141', address: 'usdc.testnet', decimals: 6 }, undefined, "The account doesn't have enough balance"],
    [{ chain: 'NEAR-TESTNET', standard: 'nep171', address: 'cats.testnet' }, '7', 'Unauthorized'],
    [{ chain: 'SOL-TESTNET', standard: 'fungible', address: 'Gh9ZwEmdLJ8DscKNTkTqPbNwLNNBjuSzaG9Vp2KGtKJr', decimals: 6 }, undefined, 'insufficient funds'],
  ] as const;

  // NEAR gives nine tenths of the gas back.
  const fees = { 'ETH-SEPOLIA': '0.000328095', 'NEAR-TESTNET': '0.000325', 'SOL-TESTNET': '0.00001' };

  it.each(tokens)('is reverted in the words of its contract, for its fee: %o', async ({ chain, standard, address, ...more }, nftTokenId, words) => {
    const { newWallet, addToken, fund, tryTransfer, sent, advanceTo, mock, balances } = ledger();
    const token = await addToken({ blockchain: chain, standard, address, symbol: 'T', decimals: 'decimals' in more ? more.decimals : 0 });
    const wallet = await newWallet(chain);
    const id = nftTokenId === undefined ? {} : { nftTokenId };
    await fund(wallet.id, { tokenId: token.id, amount: '1', ...id });
    const body = { walletId: wallet.id, destinationAddress: required(recipients[chain]), tokenId: token.id, amounts: ['1'] };
    const asked = await tryTransfer({ ...body, ...(nftTokenId === undefined ? {} : { nftTokenIds: [nftTokenId] }) });
    const transaction = await sent(challengeOf(asked));
    const taken = openLedger(mock.context.db, chain);
    const amount = 'decimals' in more ? 10n ** BigInt(more.decimals) : 1n;
    await taken.move({ from: wallet.address, to: 'somebody else', asset: token.address ?? '', amount, ...id });
    await taken.save();
    const { data } = await advanceTo(transaction, 'confirmed');
    expect(data?.data).toMatchObject({
      status: 'failed',
      failure: { code: 'execution_reverted', message: `The contract reverted: ${words}.` },
      networkFee: { amount: fees[chain] },
    });
    expect((await balances(wallet.id))['T']).toBe('0');
  });
});

describe('the money of a wallet', () => {
  it.each<[Chain, string, string]>([
    ['ETH-SEPOLIA', '0.03', '0.0192'],
    ['SOL-TESTNET', '0.3', '0.19'],
    ['NEAR-TESTNET', '0.6', '0.39'],
  ])('on %s that a transaction on its way will take is not available for another', async (chain, amount, rest) => {
    const { newWallet, sent, tryTransfer, advanceTo } = ledger();
    const wallet = await newWallet(chain);
    const to = recipients[chain];
    const id = await sent(await send(wallet.id, amount, to));
    const again = { walletId: wallet.id, destinationAddress: required(to), amounts: [amount] };
    expect((await tryTransfer(again)).error?.code).toBe('insufficient_funds');
    expect((await tryTransfer({ ...again, amounts: [rest] })).error).toBeUndefined();
    await advanceTo(id, 'failed');
    expect((await tryTransfer(again)).error).toBeUndefined();
  });

  it('is asked for again at the approval, and the challenge waits until there is enough', async () => {
    const { newWallet, approve, sent, challenge, fund, read, told } = ledger();
    const wallet = await newWallet();
    const [first, other] = [await send(wallet.id, '0.03'), await send(wallet.id, '0.03')];
    await sent(other);
    const { error, response } = await approve(first.id);
    expect([response.status, error?.code]).toEqual([422, 'insufficient_funds']);
    expect(await challenge(first)).toMatchObject({ status: 'pending', attemptsRemaining: 5 });
    expect(await told(first.id)).toEqual([]);
    await fund(wallet.id, { amount: '0.03' });
    expect(await read(await sent(first))).toMatchObject({ status: 'signed', nonce: 0 });
    expect((await told(first.id)).map(({ event }) => event)).toEqual(['challenge.completed']);
  });

  it('is spent once by two approvals at the same moment', async () => {
    const { newWallet, approve, mock } = ledger();
    const wallet = await newWallet();
    const asked = [await send(wallet.id, '0.03'), await send(wallet.id, '0.03')];
    const answers = await Promise.all(asked.map(({ id }) => approve(id)));
    expect(answers.map(({ response }) => response.status).toSorted()).toEqual([200, 422]);
    const rows = await mock.context.db.selectFrom('transactions').select('id').where('walletId', '=', wallet.id).execute();
    expect(rows).toHaveLength(1);
  });

  it('of a token is held too, while the fee is taken from the native token', async () => {
    const { newWallet, addToken, fund, sent, tryTransfer, advanceTo, balances, api } = ledger();
    const { id: tokenId } = await addToken(usdc);
    const wallet = await newWallet();
    await fund(wallet.id, { tokenId, amount: '100' });
    const pay = (amount: string) => tryTransfer({ walletId: wallet.id, destinationAddress: bob, tokenId, amounts: [amount] });
    const id = await sent(challengeOf(await pay('60')));
    expect((await pay('50')).error?.message).toContain('the wallet has 40 USDC, the transfer needs 50 USDC');
    expect((await pay('40')).error).toBeUndefined();
    await advanceTo(id, 'confirmed');
    expect(await balances(wallet.id)).toMatchObject({ ETH: '0.0494819595', USDC: '40' });
    await api.DELETE('/v2/tokens/{tokenId}', { params: { path: { tokenId } } });
  });

  it('is not made by the faucet where that is turned off', async () => {
    const { wallet, balances, tryTransfer, fund } = await createWalletFixture('ETH-SEPOLIA', { faucet: false });
    expect(await balances(wallet.id)).toEqual({ ETH: '0' });
    const pay = () => tryTransfer({ walletId: wallet.id, destinationAddress: bob, amounts: ['0.001'] });
    expect((await pay()).error?.code).toBe('insufficient_funds');
    await fund(wallet.id, { amount: '0.01' });
    expect((await pay()).error).toBeUndefined();
  });

  it.each<[Chain, string]>([
    ['ETH-SEPOLIA', '0.05'],
    ['BTC-TESTNET', '0.005'],
    ['SOL-TESTNET', '0.5'],
    ['NEAR-TESTNET', '1'],
  ])('on %s begins with %s from the faucet', async (chain, amount) => {
    expect(await native((await ledger().newWallet(chain)).id)).toBe(Number(amount));
  });
});

describe('the nonces of a wallet', () => {
  it('are those that the users were shown, whichever is approved first, and blocks have them in order', async () => {
    const { newWallet, sent, read, advance, advanceTo } = ledger();
    const wallet = await newWallet();
    const [first, other] = [await send(wallet.id), await send(wallet.id)];
    const later = await sent(other);
    advance(5 * second);
    const earlier = await sent(first);
    expect([(await read(earlier)).nonce, (await read(later)).nonce]).toEqual([0, 1]);
    const { error } = await advanceTo(later, 'confirmed');
    expect(error).toMatchObject({ code: 'transaction_not_advanceable', message: expect.stringContaining(earlier) });
    advance(10 * second);
    // Its own time has come, but not that of the one before it.
    expect([(await read(earlier)).status, (await read(later)).status]).toEqual(['broadcast', 'broadcast']);
    advance(3 * second);
    const [before, after] = [await read(earlier), await read(later)];
    expect([before.status, after.status]).toEqual(['confirmed', 'confirmed']);
    expect(after.blockNumber).toBeGreaterThanOrEqual(required(before.blockNumber));
  });

  it('have no block before that of the one before it, also of one that is made to fail', async () => {
    const { newWallet, sent, advanceTo } = ledger();
    const wallet = await newWallet();
    const earlier = await sent(await send(wallet.id));
    const later = await sent(await send(wallet.id));
    await advanceTo(later, 'broadcast');
    const { error } = await advanceTo(later, 'failed');
    expect(error).toMatchObject({ code: 'transaction_not_advanceable', message: expect.stringContaining(earlier) });
    await advanceTo(earlier, 'confirmed');
    expect((await advanceTo(later, 'failed')).data?.data.status).toBe('failed');
  });

  it.each<[Chain, number]>([
    ['ETH-SEPOLIA', 0],
    ['NEAR-TESTNET', 1],
  ])('on %s begin with %i, and one that was rejected is given to the next', async (chain, first) => {
    const { newWallet, api, sent, read } = ledger();
    const wallet = await newWallet(chain);
    const to = recipients[chain];
    const rejected = await send(wallet.id, '0.001', to);
    const other = await send(wallet.id, '0.001', to);
    await api.POST('/sandbox/challenges/{challengeId}/reject', { params: { path: { challengeId: rejected.id } } });
    const nonces = [await sent(other), await sent(await send(wallet.id, '0.001', to))].map(async (id) => (await read(id)).nonce);
    expect(await Promise.all(nonces)).toEqual([first + 1, first]);
  });
});

describe('the coins of a Bitcoin wallet', () => {
  const to = required(recipients['BTC-TESTNET']);

  it('that another transaction has spent fail the challenge, in its answer, its events and the way back alike', async () => {
    const { newWallet, sent, approve, challenge, gateway, told } = ledger();
    const wallet = await newWallet('BTC-TESTNET');
    // Each needs the largest coin.
    const [first, other] = [await send(wallet.id, '0.0025', to), await send(wallet.id, '0.0045', to)];
    await sent(first);
    const { data, response } = await approve(other.id);
    expect(response.status).toBe(200);
    const failure = { code: 'broadcast_failed', message: 'Its coins were spent by another transaction meanwhile. Ask for the transfer again.' };
    expect(data?.data).toMatchObject({ status: 'failed', failure });
    expect(await challenge(other)).toMatchObject({ status: 'failed', failure });
    const [event, ...more] = await told(other.id);
    expect([event, more]).toMatchObject([{ event: 'challenge.completed', data: { status: 'failed', failure } }, []]);
    const page = await gateway(other).GET('/gateway/{challengeId}/challenge', { params: { path: { challengeId: other.id } } });
    expect(page.data?.data).toMatchObject({ status: 'failed', failure });
    const back = new URL(required(page.data?.data.returnUrl));
    expect(back.searchParams.get('status')).toBe('failed');
  });

  it('serve several transfers at once, each with coins of its own', async () => {
    const { newWallet, sent, advance, read, balances } = ledger();
    const wallet = await newWallet('BTC-TESTNET');
    const asked = [await send(wallet.id, '0.0005', to), await send(wallet.id, '0.0005', to), await send(wallet.id, '0.0005', to)];
    const ids = [];
    for (const challenge of asked) ids.push(await sent(challenge));
    advance(31 * second);
    for (const id of ids) expect((await read(id)).status).toBe('confirmed');
    expect(Number((await balances(wallet.id))['BTC'])).toBeCloseTo(0.005 - 3 * (0.0005 + 0.00000705), 10);
  });

  it('that come back as change are spent again', async () => {
    const { newWallet, sent, advanceTo, balances } = ledger();
    const wallet = await newWallet('BTC-TESTNET');
    for (let count = 0; count < 2; count += 1) await advanceTo(await sent(await send(wallet.id, '0.0015', to)), 'confirmed');
    expect(Number((await balances(wallet.id))['BTC'])).toBeCloseTo(0.002 - 0.00000705 - 0.0000104, 8);
  });
});


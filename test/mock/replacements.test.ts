import { describe, expect, it } from 'vitest';
import { bob, challengeOf, recipients, usdcAddress, useLedger } from './ledger-fixture.ts';
import { type Chain, required } from './mock-fixture.ts';

const ledger = useLedger();
const second = 1000;
const replaceable: Chain[] = ['ETH-SEPOLIA', 'BTC-TESTNET'];
const how = ['cancel', 'accelerate'] as const;
type FeeLevel = 'low' | 'medium' | 'high';

async function sentFrom(walletId: string, chain: Chain, feeLevel: FeeLevel = 'medium', amount = '0.001') {
  const { tryTransfer, sent } = ledger();
  const body = { walletId, destinationAddress: required(recipients[chain]), amounts: [amount], feeLevel, refId: 'invoice-2041' };
  return sent(challengeOf(await tryTransfer(body)));
}

const replace = async (id: string, by: (typeof how)[number]) => ledger().sent(challengeOf(await ledger().tryReplace(id, by)));
const namesOf = (events: { event: string }[]) => events.map(({ event }) => event.replace('transaction.', ''));
const statusOf = async (id: string) => (await ledger().read(id)).status;


describe.each(replaceable)('on %s', (chain) => {
  it.each([
    ['cancel', 'transaction.cancelled'],
    ['accelerate', 'transaction.accelerated'],
  ] as const)('a transaction that one is to %s is given up when the chain gets the other', async (by, event) => {
    const { newWallet, told, advance, read } = ledger();
    const { id: walletId } = await newWallet(chain);
    const id = await sentFrom(walletId, chain);
    advance(second);
    expect(await statusOf(id)).toBe('broadcast');
    const replacement = await replace(id, by);
    expect(await read(replacement)).toMatchObject({ status: 'signed', replaces: id, feeLevel: 'high', refId: 'invoice-2041' });
    expect(await statusOf(id)).toBe('broadcast');
    advance(second);
    const given = await read(id);
    expect(given).toMatchObject({ status: 'cancelled', replacedBy: replacement, confirmations: 0 });
    expect((await read(replacement)).nonce).toBe(given.nonce);
    const events = await told(id);
    expect(namesOf(events)).toEqual(['created', 'signed', 'broadcast', event.replace('transaction.', '')]);
    expect(events.at(-1)?.data).toMatchObject({ transactionId: id, status: 'cancelled', replacedBy: replacement });
    advance(30 * second);
    expect([await statusOf(id), await statusOf(replacement)]).toEqual(['cancelled', 'confirmed']);
    expect(namesOf(await told(replacement))).toEqual(['created', 'signed', 'broadcast', 'confirmed']);
    expect(await told(id)).toHaveLength(4);
  });

  it('a cancelled transfer pays nobody, and an accelerated one pays once', async () => {
    const { newWallet, newForeignWallet, tryTransfer, sent, balances, advance, read } = ledger();
    for (const [by, paid] of [['cancel', 0], ['accelerate', 0.001]] as const) {
      const [wallet, receiver] = [await newWallet(chain), await newForeignWallet(chain)];
      const money = async (id: string) => Number(Object.values(await balances(id))[0]);
      const [before, had] = [await money(wallet.id), await money(receiver.id)];
      const id = await sent(challengeOf(await tryTransfer({ walletId: wallet.id, destinationAddress: receiver.address, amounts: ['0.001'] })));
      const replacement = await replace(id, by);
      advance(60 * second);
      const { networkFee, status } = await read(replacement);
      expect(status).toBe('confirmed');
      expect(await money(receiver.id)).toBeCloseTo(had + paid, 8);
      expect(await money(wallet.id)).toBeCloseTo(before - paid - Number(networkFee?.amount), 8);
    }
  });

  it('the first one wins when it gets into a block before the chain gets the other, which then fails', async () => {
    const { newWallet, told, advanceTo, advance, read } = ledger();
    const { id: walletId } = await newWallet(chain);
    const id = await sentFrom(walletId, chain);
    await advanceTo(id, 'broadcast');
    const replacement = await replace(id, 'cancel');
    await advanceTo(id, 'confirmed');
    advance(second);
    expect(await read(replacement)).toMatchObject({
      status: 'failed',
      failure: { code: 'broadcast_failed', message: `The chain refused it: the transaction that it replaces, ${id}, is confirmed.` },
    });
    expect(namesOf(await told(replacement))).toEqual(['created', 'signed', 'failed']);
    expect(namesOf(await told(id))).toEqual(['created', 'signed', 'broadcast', 'confirmed']);
    expect(await statusOf(await sentFrom(walletId, chain))).toBe('signed');
  });

  it('a replacement can be replaced, and the chain takes the last one alone', async () => {
    const { newWallet, told, advance } = ledger();
    const { id: walletId } = await newWallet(chain);
    const id = await sentFrom(walletId, chain);
    const faster = await replace(id, 'accelerate');
    advance(second);
    const fastest = await replace(faster, 'accelerate');
    advance(second);
    const cancelled = await replace(fastest, 'cancel');
    advance(60 * second);
    const ids = [id, faster, fastest, cancelled];
    expect(await Promise.all(ids.map(statusOf))).toEqual(['cancelled', 'cancelled', 'cancelled', 'confirmed']);
    expect(namesOf(await told(faster))).toEqual(['created', 'signed', 'broadcast', 'accelerated']);
    expect(namesOf(await told(fastest))).toEqual(['created', 'signed', 'broadcast', 'cancelled']);
  });

  it('a replacement that gets to the chain before what it replaces takes the place of all before it', async () => {
    const { newWallet, advanceTo, advance, read, told } = ledger();
    const { id: walletId } = await newWallet(chain);
    const id = await sentFrom(walletId, chain);
    const faster = await replace(id, 'accelerate');
    const fastest = await replace(faster, 'accelerate');
    await advanceTo(fastest, 'broadcast');
    expect(await read(id)).toMatchObject({ status: 'cancelled', replacedBy: fastest });
    expect(await read(faster)).toMatchObject({ status: 'cancelled', replacedBy: fastest });
    advance(60 * second);
    expect(await Promise.all([id, faster, fastest].map(statusOf))).toEqual(['cancelled', 'cancelled', 'confirmed']);
    expect(namesOf(await told(id))).toEqual(['created', 'signed', 'accelerated']);
  });

  it('what is being replaced, is in a block or has failed cannot be replaced', async () => {
    const { newWallet, tryReplace, advanceTo } = ledger();
    const { id: walletId } = await newWallet(chain);
    const id = await sentFrom(walletId, chain);
    const replacement = await replace(id, 'cancel');
    for (const by of how) {
      const { error, response } = await tryReplace(id, by);
      expect([response.status, error?.code]).toEqual([409, 'transaction_not_replaceable']);
      expect(error?.message).toBe(`The transaction ${replacement} is about to take its place. Replace that one.`);
    }
    await advanceTo(replacement, 'confirmed');
    for (const [finished, status] of [[id, 'cancelled'], [replacement, 'confirmed']] as const) {
      expect((await tryReplace(finished, 'accelerate')).error?.message).toBe(`The transaction is ${status} and cannot be replaced.`);
    }
    const failed = await sentFrom(walletId, chain);
    await advanceTo(failed, 'failed');
    expect((await tryReplace(failed, 'cancel')).error?.message).toBe('The transaction is failed and cannot be replaced.');
  });

  it.each<[FeeLevel]>([['low'], ['medium'], ['high']])('a replacement offers a tenth more at the least, also of one that was %s, and so on', async (level) => {
    const { newWallet, tryReplace, sent } = ledger();
    const { id: walletId } = await newWallet(chain);
    let id = await sentFrom(walletId, chain, level);
    for (let count = 0; count < 2; count += 1) {
      const challenge = challengeOf(await tryReplace(id, 'accelerate'));
      const offered = challenge.display?.lines.find(({ label }) => label === 'Fee offered before')?.value ?? '';
      const fee = Number(challenge.display?.fee?.amount);
      expect(fee).toBeGreaterThanOrEqual(Number(offered.split(' ')[0]) * 1.0999999);
      id = await sent(challenge);
    }
  });

  it('of two replacements that were asked for, the one approved later fails its challenge', async () => {
    const { newWallet, tryReplace, sent, approved, told } = ledger();
    const { id: walletId } = await newWallet(chain);
    const id = await sentFrom(walletId, chain);
    const [first, other] = [challengeOf(await tryReplace(id, 'cancel')), challengeOf(await tryReplace(id, 'accelerate'))];
    const winner = await sent(other);
    const { failure } = await approved(first);
    expect(failure).toEqual({
      code: 'broadcast_failed',
      message: `The transaction ${winner} has taken its place already. Ask again for that one.`,
    });
    expect(await told(first.id)).toMatchObject([{ event: 'challenge.completed', data: { status: 'failed', failure } }]);
  });

  it('a replacement whose transaction got into a block meanwhile fails its challenge', async () => {
    const { newWallet, tryReplace, approved, advanceTo } = ledger();
    const { id: walletId } = await newWallet(chain);
    const id = await sentFrom(walletId, chain);
    const challenge = challengeOf(await tryReplace(id, 'cancel'));
    await advanceTo(id, 'confirmed');
    expect(await approved(challenge)).toEqual({
      failure: { code: 'broadcast_failed', message: `The transaction ${id} is confirmed by now, so nothing can take its place.` },
    });
  });

  it('a transaction whose replacement fails before it is sent goes on', async () => {
    const { newWallet, advanceTo, advance, tryReplace } = ledger();
    const { id: walletId } = await newWallet(chain);
    const id = await sentFrom(walletId, chain);
    const replacement = await replace(id, 'cancel');
    await advanceTo(replacement, 'failed');
    expect((await tryReplace(id, 'accelerate')).error).toBeUndefined();
    advance(60 * second);
    expect(await Promise.all([id, replacement].map(statusOf))).toEqual(['confirmed', 'failed']);
  });
});

describe('a replacement', () => {
  it.each<[Chain]>([['SOL-TESTNET'], ['NEAR-TESTNET']])('on %s is refused both ways', async (chain) => {
    const { newWallet, tryReplace } = ledger();
    const id = await sentFrom((await newWallet(chain)).id, chain);
    for (const by of how) {
      const { error, response } = await tryReplace(id, by);
      expect([response.status, error?.code]).toEqual([400, 'unsupported_operation']);
      expect(error?.errors?.details).toMatchObject([{ path: 'path/transactionId', code: 'unsupported_operation' }]);
    }
  });

  it('of a transaction of another customer, or of none, is not found', async () => {
    const { api, createCustomer, newWallet, tryReplace } = ledger();
    const id = await sentFrom((await newWallet()).id, 'ETH-SEPOLIA');
    expect((await tryReplace('6999f8aea74a2b1bd8855b00', 'cancel')).error?.code).toBe('transaction_not_found');
    const { id: customerId } = await createCustomer('Grace Hopper');
    await ledger().mock.context.db.updateTable('customers').set({ hasPin: 1 }).where('id', '=', customerId).execute();
    const params = { path: { customerId, transactionId: id } };
    const { error } = await api.POST('/v2/customers/{customerId}/transactions/{transactionId}/cancel', { params, body: { redirectUrl: 'https://app.example.com/' } });
    expect(error?.code).toBe('transaction_not_found');
  });

  it('holds the money of the dearer of both until one is gone, and not that of both', async () => {
    const { newWallet, tryTransfer } = ledger();
    const { id: walletId } = await newWallet();
    const id = await sentFrom(walletId, 'ETH-SEPOLIA', 'medium', '0.03');
    const available = async () => {
      const { error } = await tryTransfer({ walletId, destinationAddress: bob, amounts: ['1'] });
      return Number(/the wallet has ([\d.]+) ETH/.exec(error?.message ?? '')?.[1]);
    };
    expect(await available()).toBe(0.0196535);
    await replace(id, 'cancel');
    // Either of both can still get into a block.
    expect(await available()).toBe(0.019538);
    ledger().advance(second);
    expect(await available()).toBe(0.049538);
  });

  it('is paid for with the money of what it replaces, and refused where that is too little', async () => {
    const { newWallet, tryReplace, fund } = ledger();
    const { id: walletId } = await newWallet();
    const id = await sentFrom(walletId, 'ETH-SEPOLIA', 'medium', '0.0495');
    const faster = await replace(id, 'accelerate');
    expect(await statusOf(faster)).toBe('signed');
    const { error, response } = await tryReplace(faster, 'accelerate');
    expect([response.status, error?.code]).toEqual([422, 'insufficient_funds']);
    await fund(walletId, { amount: '0.001' });
    expect((await tryReplace(faster, 'accelerate')).error).toBeUndefined();
  });

  it('of a contract call does the same call, or nothing', async () => {
    const { newWallet, addToken, fund, tryCall, sent, advanceTo, balances, read, api } = ledger();
    const token = await addToken({ blockchain: 'ETH-SEPOLIA', standard: 'erc20', address: usdcAddress, symbol: 'USDC', decimals: 6 });
    for (const [by, left] of [['accelerate', '15'], ['cancel', '25']] as const) {
      const { id: walletId } = await newWallet();
      await fund(walletId, { tokenId: token.id, amount: '25' });
      const call = { walletId, contractAddress: usdcAddress, abiFunctionSignature: 'transfer(address,uint256)', abiParameters: [bob, '10000000'] };
      const id = await sent(challengeOf(await tryCall(call)));
      const replacement = await replace(id, by);
      await advanceTo(replacement, 'confirmed');
      expect((await balances(walletId))['USDC']).toBe(left);
      expect((await read(replacement)).operation).toBe(by === 'cancel' ? 'transfer' : 'contract-execution');
    }
    await api.DELETE('/v2/tokens/{tokenId}', { params: { path: { tokenId: token.id } } });
  });

  it('cannot be made of coins that are too little for a higher fee', async () => {
    const { newWallet, tryReplace, tryTransfer, sent } = ledger();
    const { id: walletId } = await newWallet('BTC-TESTNET');
    const all = { walletId, destinationAddress: required(recipients['BTC-TESTNET']), amounts: ['0.0049862'] };
    const id = await sent(challengeOf(await tryTransfer(all)));
    const { error, response } = await tryReplace(id, 'accelerate');
    expect([response.status, error?.code]).toEqual([422, 'insufficient_funds']);
    expect(error?.message).toContain('cancel it, or wait');
    expect((await tryReplace(id, 'cancel')).error).toBeUndefined();
  });
});

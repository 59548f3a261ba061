import { describe, expect, it } from 'vitest';
import { exampleOf } from './chain-examples.ts';
import { bob, challengeOf, recipients, usdcAddress, useLedger } from './ledger-fixture.ts';
import { type Chain, required } from './mock-fixture.ts';

const ledger = useLedger();
const absent = '6999f8aea74a2b1bd8855b00';
let addresses = 0;

/** A token that no other test knows, and a wallet on its chain. */
async function newToken(standard: 'erc20' | 'erc721' | 'erc1155' = 'erc20') {
  const { addToken, newWallet } = ledger();
  addresses += 1;
  const address = `0x${String(addresses).padStart(40, '0')}`;
  const body = { blockchain: 'ETH-SEPOLIA', standard, address, symbol: `T${addresses}`, ...(standard === 'erc20' ? { decimals: 6 } : {}) } as const;
  const token = await addToken(body);
  const { id: walletId } = await newWallet();
  return { body, token, tokenId: token.id, walletId, has: async () => (await ledger().balances(walletId))[token.symbol] };
}

describe('a gift to a wallet', () => {
  it.each<[Chain, string, string]>([
    ['ETH-SEPOLIA', '0.000000000000000001', '0.050000000000000001'],
    ['BTC-TESTNET', '0.00000001', '0.00500001'],
    ['SOL-TESTNET', '1.5', '2'],
    ['NEAR-TESTNET', '1000000', '1000001'],
  ])('on %s of %s of the native token comes on top of what is there', async (chain, amount, sum) => {
    const { newWallet, fund, balances } = ledger();
    const { id } = await newWallet(chain);
    const { data } = await fund(id, { amount });
    expect(data?.data).toMatchObject({ amount: sum, token: { standard: 'native', blockchain: chain } });
    expect(Object.values(await balances(id))[0]).toBe(sum);
  });

  it('of the native token is the same when its id is given', async () => {
    const { newWallet, fund } = ledger();
    const { id } = await newWallet();
    const { data } = await fund(id, { tokenId: '69e2e1e44a8ad620582b4c01', amount: '1' });
    expect(data?.data.amount).toBe('1.05');
  });

  it('of a token answers as the contract’s example does', async () => {
    const { newWallet, addToken, fund, api } = ledger();
    const token = await addToken({ blockchain: 'ETH-SEPOLIA', standard: 'erc20', address: usdcAddress, symbol: 'USDC', name: 'USD Coin', decimals: 6 });
    const { data } = await fund((await newWallet()).id, { tokenId: token.id, amount: '25.5' });
    const example = exampleOf<{ data: { token: object } }>('balance.token');
    expect(data).toEqual({ ...example, data: { ...example.data, token: { ...example.data.token, id: token.id } } });
    await api.DELETE('/v2/tokens/{tokenId}', { params: { path: { tokenId: token.id } } });
  });

  it('of Bitcoin is a coin of its own, which can be spent', async () => {
    const { newWallet, fund, tryTransfer, sent, advanceTo, balances } = ledger();
    const { id: walletId } = await newWallet('BTC-TESTNET');
    await fund(walletId, { amount: '0.2' });
    const to = required(recipients['BTC-TESTNET']);
    const id = await sent(challengeOf(await tryTransfer({ walletId, destinationAddress: to, amounts: ['0.1'] })));
    await advanceTo(id, 'confirmed');
    expect(await balances(walletId)).toEqual({ BTC: '0.10499295' });
  });

  it('of an NFT is made once, and every collection counts what it has given', async () => {
    const { fund } = ledger();
    const { tokenId, walletId, has } = await newToken('erc721');
    const other = await ledger().newWallet();
    for (const nftTokenId of ['1', '2']) expect((await fund(walletId, { tokenId, nftTokenId, amount: '1' })).error).toBeUndefined();
    expect(await has()).toBe('2');
    for (const nftTokenId of ['1', '01']) {
      const { error, response } = await fund(other.id, { tokenId, nftTokenId, amount: '1' });
      expect([response.status, error?.code, error?.errors?.details?.[0]?.path]).toEqual([400, 'validation_failed', 'body/nftTokenId']);
    }
  });

  it('of an ERC-1155 token is as many of an id as it says', async () => {
    const { fund } = ledger();
    const { tokenId, walletId } = await newToken('erc1155');
    const amounts = [];
    for (const [nftTokenId, amount] of [['1', '5'], ['1', '6'], ['2', '7']] as const) {
      amounts.push((await fund(walletId, { tokenId, nftTokenId, amount })).data?.data.amount);
    }
    expect(amounts).toEqual(['5', '11', '18']);
  });

  it.each<[string, 'erc20' | 'erc721' | undefined, object, number, string, string | undefined]>([
    ['nothing', 'erc20', { amount: '0' }, 400, 'amount_invalid', 'body/amount'],
    ['too many decimals', 'erc20', { amount: '0.0000001' }, 400, 'amount_invalid', 'body/amount'],
    ['too many decimals of the native token', undefined, { amount: '0.0000000000000000001' }, 400, 'amount_invalid', 'body/amount'],
    ['an id of what has none', 'erc20', { amount: '1', nftTokenId: '1' }, 400, 'validation_failed', 'body/nftTokenId'],
    ['an id of the native token', undefined, { amount: '1', nftTokenId: '1' }, 400, 'validation_failed', 'body/nftTokenId'],
    ['a collection without an id', 'erc721', { amount: '1' }, 400, 'validation_failed', 'body/nftTokenId'],
    ['two of one NFT', 'erc721', { amount: '2', nftTokenId: '1' }, 400, 'validation_failed', 'body/amount'],
    ['an id that is no number', 'erc721', { amount: '1', nftTokenId: 'tom' }, 400, 'validation_failed', 'body/nftTokenId'],
    ['an id above all numbers', 'erc721', { amount: '1', nftTokenId: String(2n ** 256n) }, 400, 'validation_failed', 'body/nftTokenId'],
    ['a token that is not there', undefined, { amount: '1', tokenId: absent }, 404, 'token_not_found', undefined],
  ])('of %s is refused', async (_, standard, body, ...refusal) => {
    const { newWallet, fund } = ledger();
    const { walletId, ...made } = standard === undefined ? { walletId: (await newWallet()).id } : await newToken(standard);
    const { response, error } = await fund(walletId, { ...('tokenId' in made ? { tokenId: made.tokenId } : {}), amount: '1', ...body });
    expect([response.status, error?.code, error?.errors?.details?.[0]?.path]).toEqual(refusal);
  });

  it('of a token of another chain, or to nobody, is refused', async () => {
    const { newWallet, fund } = ledger();
    const { tokenId } = await newToken();
    const { error } = await fund((await newWallet('BASE')).id, { tokenId, amount: '1' });
    expect(error).toMatchObject({ code: 'token_not_found', message: expect.stringContaining('it is on ETH-SEPOLIA') });
    expect((await fund(absent, { amount: '1' })).error?.code).toBe('wallet_not_found');
  });
});

describe('a token that is removed', () => {
  const remove = (tokenId: string) => ledger().api.DELETE('/v2/tokens/{tokenId}', { params: { path: { tokenId } } });

  it('is not in the balances, and comes back with what everybody has of it', async () => {
    const { fund, addToken, tryTransfer } = ledger();
    const { body, tokenId, walletId, has } = await newToken();
    await fund(walletId, { tokenId, amount: '7' });
    await remove(tokenId);
    expect(await has()).toBeUndefined();
    const transfer = { walletId, destinationAddress: bob, amounts: ['1'] };
    expect((await tryTransfer({ ...transfer, tokenId })).error?.code).toBe('token_not_found');
    const { id: again } = await addToken(body);
    expect(again).not.toBe(tokenId);
    expect(await has()).toBe('7');
    expect((await tryTransfer({ ...transfer, tokenId: again })).error).toBeUndefined();
  });

  it('moves by the transfers and calls that are on their way, and by those that wait for their customer', async () => {
    const { fund, addToken, tryTransfer, tryCall, sent, advance, read } = ledger();
    const { body, tokenId, walletId, has } = await newToken();
    await fund(walletId, { tokenId, amount: '10' });
    const call = { walletId, contractAddress: body.address, abiFunctionSignature: 'transfer(address,uint256)', abiParameters: [bob, '1000000'] };
    const onTheirWay = [
      await sent(challengeOf(await tryCall(call))),
      await sent(challengeOf(await tryTransfer({ walletId, destinationAddress: bob, tokenId, amounts: ['2'] }))),
    ];
    const waiting = [challengeOf(await tryCall(call)), challengeOf(await tryTransfer({ walletId, destinationAddress: bob, tokenId, amounts: ['3'] }))];
    await remove(tokenId);
    for (const challenge of waiting) onTheirWay.push(await sent(challenge));
    advance(13_000);
    for (const id of onTheirWay) expect((await read(id)).status).toBe('confirmed');
    await addToken(body);
    expect(await has()).toBe('3');
  });
});

import { describe, expect, it, onTestFinished } from 'vitest';
import { type Chain, findChain } from '../../mock/chains/catalogue.ts';
import type { TokenInfo } from '../../mock/chains/family.ts';
import { applyIntent } from '../../mock/ledger/apply-intent.ts';
import { faucet, type LedgerView, openLedger } from '../../mock/ledger/ledger-view.ts';
import { Reverted } from '../../mock/ledger/reverted.ts';
import { openStore } from '../../mock/store/database.ts';
import { required } from './mock-fixture.ts';

const zero = `0x${'0'.repeat(40)}`;
const ada = '0x919538116b4F25f1CE01429fd9Ed7964556bf565';
const bob = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';
const eve = '0x3bFA4769FB09eefC5a80d6E87c3B9C650f7Ae48E';
const asset = '0x00000000000000000000000000000000000000A1';
const all = 2n ** 256n - 1n;

const chainOf = (id: string): Chain => required(findChain(id));

/** A ledger in which Ada has 100 of a token, or of an NFT the ids 7 and 42, and everybody a little of the native token. */
async function openLedgerOf(standard: string, { chain = 'ETH-SEPOLIA', ids = [''] }: { chain?: string; ids?: string[] } = {}) {
  const db = await openStore();
  onTestFinished(() => db.destroy());
  const near = chain === 'NEAR-TESTNET';
  const address = near ? 'token.testnet' : asset;
  const [first, second, third] = near ? ['ada.testnet', 'bob.testnet', 'eve.testnet'] : [ada, bob, eve];
  const token: TokenInfo = { standard, address, symbol: 'T', decimals: 0 };
  const amount = standard === 'erc721' || standard === 'nep171' ? 1n : 100n;
  const funded = openLedger(db, chain);
  for (const holder of [first, second, third]) await funded.move({ from: faucet, to: required(holder), asset: '', amount: 10n });
  for (const nftTokenId of ids) await funded.move({ from: faucet, to: required(first), asset: address, nftTokenId, amount });
  await funded.save();
  return {
    address,
    reopened: () => openLedger(db, chain),
    /** Calls and keeps what came of it. */
    call: async (from: string, signature: string, parameters: unknown[], value = 0n) => {
      const texts = parameters.map((parameter) => (Array.isArray(parameter) ? JSON.stringify(parameter.map(String)) : String(parameter)));
      const intent = { kind: 'contract-call', contract: address, signature, parameters: texts, amount: value } as const;
      const view: LedgerView = openLedger(db, chain);
      await applyIntent(view, { chain: chainOf(chain), from, intent }, async () => token);
      await view.save();
    },
  };
}

const revertOf = (work: Promise<unknown>) => work.then(() => 'nothing', (error: unknown) => (error instanceof Reverted ? error.message : String(error)));

const transfer = 'transfer(address,uint256)';
const approve = 'approve(address,uint256)';
const transferFrom = 'transferFrom(address,address,uint256)';

describe('an ERC-20 contract', () => {
  it('moves what its caller has, and no more', async () => {
    const { call, reopened } = await openLedgerOf('erc20');
    await call(ada, transfer, [bob, 60n]);
    expect(await revertOf(call(ada, transfer, [bob, 41n]))).toBe('ERC20: transfer amount exceeds balance');
    expect([await reopened().balanceOf(ada, asset), await reopened().balanceOf(bob, asset)]).toEqual([40n, 60n]);
  });

  it('lets a spender take what is allowed, once', async () => {
    const { call, reopened } = await openLedgerOf('erc20');
    expect(await revertOf(call(eve, transferFrom, [ada, bob, 1n]))).toBe('ERC20: insufficient allowance');
    await call(ada, approve, [eve, 30n]);
    await call(eve, transferFrom, [ada, bob, 20n]);
    expect(await reopened().allowance(asset, ada, eve)).toBe(10n);
    expect(await revertOf(call(eve, transferFrom, [ada, bob, 11n]))).toBe('ERC20: insufficient allowance');
    expect(await reopened().balanceOf(bob, asset)).toBe(20n);
  });

  it('never uses up an allowance of everything, and takes nothing off one whose transfer fails', async () => {
    const { call, reopened } = await openLedgerOf('erc20');
    await call(ada, approve, [eve, all]);
    await call(eve, transferFrom, [ada, bob, 100n]);
    expect(await reopened().allowance(asset, ada, eve)).toBe(all);
    await call(ada, approve, [eve, 5n]);
    expect(await revertOf(call(eve, transferFrom, [ada, bob, 5n]))).toBe('ERC20: transfer amount exceeds balance');
    expect(await reopened().allowance(asset, ada, eve)).toBe(5n);
  });

  it('raises and lowers allowances within what a number holds', async () => {
    const { call, reopened } = await openLedgerOf('erc20');
    await call(ada, 'increaseAllowance(address,uint256)', [eve, 8n]);
    await call(ada, 'decreaseAllowance(address,uint256)', [eve, 3n]);
    expect(await reopened().allowance(asset, ada, eve)).toBe(5n);
    expect(await revertOf(call(ada, 'decreaseAllowance(address,uint256)', [eve, 6n]))).toBe('ERC20: decreased allowance below zero');
    expect(await revertOf(call(ada, 'increaseAllowance(address,uint256)', [eve, all]))).toBe('arithmetic overflow');
  });

  it.each<[string, string[], string]>([
    [transfer, [zero, '1'], 'ERC20: transfer to the zero address'],
    [approve, [zero, '1'], 'ERC20: approve to the zero address'],
    ['setApprovalForAll(address,bool)', [eve, 'true'], 'function selector was not recognized'],
    ['safeTransferFrom(address,address,uint256)', [ada, bob, '1'], 'function selector was not recognized'],
  ])('reverts %s of %j', async (signature, parameters, words) => {
    const { call } = await openLedgerOf('erc20');
    expect(await revertOf(call(ada, signature, parameters))).toBe(words);
  });

  it('takes no ether, and what no standard fixes moves the ether alone', async () => {
    const { call, reopened } = await openLedgerOf('erc20');
    expect(await revertOf(call(ada, transfer, [bob, 1n], 1n))).toBe('function is not payable');
    await call(ada, 'deposit()', [], 4n);
    await call(ada, 'stake(uint256)', [1n], 3n);
    expect([await reopened().balanceOf(ada, ''), await reopened().balanceOf(asset, '')]).toEqual([3n, 7n]);
    expect(await revertOf(call(ada, 'stake(uint256)', [1n], 4n))).toBe(`NotEnough: ${ada} has less than 4 of the native token`);
  });
});

describe('an ERC-721 contract', () => {
  const ids = ['7', '42'];

  it.each(['transferFrom(address,address,uint256)', 'safeTransferFrom(address,address,uint256)'])('moves an NFT by %s for its owner alone', async (move) => {
    const { call, reopened } = await openLedgerOf('erc721', { ids });
    expect(await revertOf(call(eve, move, [ada, eve, 42n]))).toBe('ERC721: caller is not token owner or approved');
    expect(await revertOf(call(ada, move, [bob, eve, 42n]))).toBe('ERC721: transfer from incorrect owner');
    expect(await revertOf(call(ada, move, [ada, zero, 42n]))).toBe('ERC721: transfer to the zero address');
    expect(await revertOf(call(ada, move, [ada, bob, 43n]))).toBe('ERC721: invalid token ID');
    await call(ada, move, [ada, bob, 42n]);
    expect([await reopened().ownerOf(asset, '42'), await reopened().ownerOf(asset, '7')]).toEqual([bob, ada]);
  });

  it('lets the one who is approved take that NFT, once', async () => {
    const { call, reopened } = await openLedgerOf('erc721', { ids });
    await call(ada, approve, [bob, 42n]);
    await call(ada, approve, [eve, 42n]);
    expect(await reopened().approvedFor(asset, ada, '42')).toBe(eve);
    expect(await revertOf(call(bob, transferFrom, [ada, bob, 42n]))).toBe('ERC721: caller is not token owner or approved');
    expect(await revertOf(call(eve, transferFrom, [ada, eve, 7n]))).toBe('ERC721: caller is not token owner or approved');
    await call(eve, transferFrom, [ada, bob, 42n]);
    await call(bob, transferFrom, [bob, ada, 42n]);
    expect(await revertOf(call(eve, transferFrom, [ada, eve, 42n]))).toBe('ERC721: caller is not token owner or approved');
  });

  it('lets an operator take and approve all of them, until it is dismissed', async () => {
    const { call, reopened } = await openLedgerOf('erc721', { ids });
    await call(ada, 'setApprovalForAll(address,bool)', [eve, true]);
    await call(eve, approve, [bob, 7n]);
    await call(eve, transferFrom, [ada, eve, 42n]);
    expect([await reopened().ownerOf(asset, '42'), await reopened().approvedFor(asset, ada, '7')]).toEqual([eve, bob]);
    await call(ada, 'setApprovalForAll(address,bool)', [eve, false]);
    expect(await revertOf(call(eve, transferFrom, [ada, eve, 7n]))).toBe('ERC721: caller is not token owner or approved');
    expect(await revertOf(call(eve, approve, [eve, 7n]))).toBe('ERC721: approve caller is not token owner or approved for all');
    await call(ada, approve, [zero, 7n]);
    expect(await reopened().approvedFor(asset, ada, '7')).toBeUndefined();
  });

  it('has no functions of the other standards', async () => {
    const { call } = await openLedgerOf('erc721', { ids });
    expect(await revertOf(call(ada, transfer, [bob, 42n]))).toBe('function selector was not recognized');
    const batch = 'safeBatchTransferFrom(address,address,uint256[],uint256[],bytes)';
    expect(await revertOf(call(ada, batch, [ada, bob, [7n], [1n], '0x']))).toBe('function selector was not recognized');
  });
});

describe('an ERC-1155 contract', () => {
  const ids = ['1', '2'];
  const one = 'safeTransferFrom(address,address,uint256,uint256,bytes)';
  const batch = 'safeBatchTransferFrom(address,address,uint256[],uint256[],bytes)';

  it('moves some of one id, or of several at once, or nothing', async () => {
    const { call, reopened } = await openLedgerOf('erc1155', { ids });
    await call(ada, one, [ada, bob, 1n, 10n, '0x']);
    await call(ada, batch, [ada, bob, [1n, 2n], [20n, 30n], '0x']);
    expect(await revertOf(call(ada, batch, [ada, bob, [1n, 2n], [1n, 71n], '0x']))).toBe('ERC1155: insufficient balance for transfer');
    expect(await revertOf(call(ada, batch, [ada, bob, [1n, 1n], [40n, 40n], '0x']))).toBe('ERC1155: insufficient balance for transfer');
    expect(await revertOf(call(ada, batch, [ada, bob, [1n, 2n], [1n], '0x']))).toBe('ERC1155: ids and amounts length mismatch');
    expect(await revertOf(call(ada, one, [ada, zero, 1n, 1n, '0x']))).toBe('ERC1155: transfer to the zero address');
    const balances = ids.map((id) => reopened().balanceOf(bob, asset, id));
    expect(await Promise.all(balances)).toEqual([30n, 30n]);
  });

  it('lets operators move for the owner, and nobody else', async () => {
    const { call, reopened } = await openLedgerOf('erc1155', { ids });
    expect(await revertOf(call(eve, one, [ada, eve, 1n, 1n, '0x']))).toBe('ERC1155: caller is not token owner or approved');
    await call(ada, 'setApprovalForAll(address,bool)', [eve, true]);
    await call(eve, one, [ada, eve, 1n, 1n, '0x']);
    expect(await reopened().balanceOf(eve, asset, '1')).toBe(1n);
    expect(await revertOf(call(ada, approve, [eve, 1n]))).toBe('function selector was not recognized');
  });
});

describe('a token contract on NEAR', () => {
  const near = { chain: 'NEAR-TESTNET' };
  const ftTransfer = 'ft_transfer(receiver_id,amount)';
  const nftTransfer = 'nft_transfer(receiver_id,token_id)';

  it('moves tokens for one yoctoNEAR', async () => {
    const { call, reopened, address } = await openLedgerOf('nep141', near);
    await call('ada.testnet', ftTransfer, ['bob.testnet', 60n], 1n);
    expect(await reopened().balanceOf('bob.testnet', address)).toBe(60n);
    expect(await reopened().balanceOf(address, '')).toBe(1n);
  });

  it.each<[string, string[], string, string]>([
    [ftTransfer, ['bob.testnet', '1'], '0', 'Requires attached deposit of exactly 1 yoctoNEAR'],
    [ftTransfer, ['bob.testnet', '101'], '1', "The account doesn't have enough balance"],
    [ftTransfer, ['bob.testnet', '0'], '1', 'The amount should be a positive number'],
    [ftTransfer, ['ada.testnet', '1'], '1', 'Sender and receiver should be different'],
    ['ft_transfer(amount)', ['1'], '1', 'Failed to deserialize input from JSON: missing field `receiver_id`'],
    ['ft_transfer(receiver_id)', ['bob.testnet'], '1', 'Failed to deserialize input from JSON: missing field `amount`'],
    [nftTransfer, ['bob.testnet', '7'], '1', 'MethodResolveError(MethodNotFound)'],
  ])('for tokens reverts %s of %j and a deposit of %s', async (signature, parameters, deposit, words) => {
    const { call } = await openLedgerOf('nep141', near);
    expect(await revertOf(call('ada.testnet', signature, parameters, BigInt(deposit)))).toBe(words);
  });

  it('for NFTs moves them for their owner alone', async () => {
    const { call, reopened, address } = await openLedgerOf('nep171', { ...near, ids: ['king', '7'] });
    expect(await revertOf(call('eve.testnet', nftTransfer, ['eve.testnet', 'king'], 1n))).toBe('Sender and receiver should be different');
    expect(await revertOf(call('eve.testnet', nftTransfer, ['bob.testnet', 'king'], 1n))).toBe('Unauthorized');
    expect(await revertOf(call('ada.testnet', nftTransfer, ['bob.testnet', 'pawn'], 1n))).toBe('Token not found');
    expect(await revertOf(call('ada.testnet', ftTransfer, ['bob.testnet', 1n], 1n))).toBe('MethodResolveError(MethodNotFound)');
    await call('ada.testnet', nftTransfer, ['bob.testnet', 'king'], 1n);
    await call('ada.testnet', nftTransfer, ['bob.testnet', '7'], 1n);
    expect([await reopened().ownerOf(address, 'king'), await reopened().ownerOf(address, '7')]).toEqual(['bob.testnet', 'bob.testnet']);
  });
});

describe('a transfer of a token', () => {
  it('is the call of its contract: an ERC-721 approval ends with it, and nobody sends to nobody', async () => {
    const { call, reopened } = await openLedgerOf('erc721', { ids: ['42'] });
    await call(ada, approve, [eve, 42n]);
    const token = { standard: 'erc721', address: asset, symbol: 'T', decimals: 0 };
    const send = (from: string, to: string) => {
      const ledger = reopened();
      const intent = { kind: 'token-transfer', to, token, items: [{ nftTokenId: '42', amount: 1n }] } as const;
      return applyIntent(ledger, { chain: chainOf('ETH-SEPOLIA'), from, intent: { ...intent, items: [...intent.items] } }, async () => token).then(ledger.save);
    };
    expect(await revertOf(send(ada, zero))).toBe('ERC721: transfer to the zero address');
    await send(ada, bob);
    await send(bob, ada);
    expect(await reopened().approvedFor(asset, ada, '42')).toBeUndefined();
  });
});

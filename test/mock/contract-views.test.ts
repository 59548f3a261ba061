import { beforeAll, describe, expect, it } from 'vitest';
import type { WalletRow } from '../../mock/store/wallets.ts';
import { exampleOf } from './chain-examples.ts';
import { bob, challengeOf, recipients, usdcAddress, useLedger } from './ledger-fixture.ts';
import { type Chain, required } from './mock-fixture.ts';

const ledger = useLedger();
const cats = '0x00000000000000000000000000000000000000A2';
const items = '0x00000000000000000000000000000000000000A3';
const spender = '0x3bFA4769FB09eefC5a80d6E87c3B9C650f7Ae48E';
const nobody = `0x${'0'.repeat(40)}`;
const wallets = {} as Record<Chain, WalletRow>;
const tokens: Record<string, string> = {};
/** The address of the wallet, which the tables below know before it is made. */
const self = '0x919538116b4F25f1CE01429fd9Ed7964556bf565';

beforeAll(async () => {
  const { newWallet, addToken, fund, tryCall, sent, advanceTo } = ledger();
  for (const chain of ['ETH-SEPOLIA', 'NEAR-TESTNET', 'SOL-TESTNET', 'BTC-TESTNET'] as const) wallets[chain] = await newWallet(chain);
  const added = [
    await addToken({ blockchain: 'ETH-SEPOLIA', standard: 'erc20', address: usdcAddress, symbol: 'USDC', name: 'USD Coin', decimals: 6 }),
    await addToken({ blockchain: 'ETH-SEPOLIA', standard: 'erc721', address: cats, symbol: 'CATS', name: 'Cats' }),
    await addToken({ blockchain: 'ETH-SEPOLIA', standard: 'erc1155', address: items, symbol: 'ITEMS', name: 'Items' }),
    await addToken({ blockchain: 'NEAR-TESTNET', standard: 'nep141', address: 'usdc.testnet', symbol: 'USDC', name: 'USD Coin', decimals: 6 }),
    await addToken({ blockchain: 'NEAR-TESTNET', standard: 'nep171', address: 'apes.testnet', symbol: 'APES', name: 'Apes' }),
  ];
  for (const { address, id } of added) tokens[String(address)] = id;
  const { id: walletId } = wallets['ETH-SEPOLIA'];
  const near = wallets['NEAR-TESTNET'].id;
  await fund(walletId, { tokenId: required(tokens[usdcAddress]), amount: '25.5' });
  for (const nftTokenId of ['7', '42']) await fund(walletId, { tokenId: required(tokens[cats]), nftTokenId, amount: '1' });
  await fund(walletId, { tokenId: required(tokens[items]), nftTokenId: '5', amount: '10' });
  await fund(near, { tokenId: required(tokens['usdc.testnet']), amount: '25.5' });
  await fund(near, { tokenId: required(tokens['apes.testnet']), nftTokenId: 'king', amount: '1' });
  const calls = [
    [usdcAddress, 'approve(address,uint256)', [spender, '1000000']],
    [cats, 'approve(address,uint256)', [spender, '42']],
    [cats, 'setApprovalForAll(address,bool)', [bob, 'true']],
    [items, 'setApprovalForAll(address,bool)', [spender, 'true']],
  ] as const;
  for (const [contractAddress, abiFunctionSignature, abiParameters] of calls) {
    const call = { walletId, contractAddress, abiFunctionSignature, abiParameters: [...abiParameters] };
    await advanceTo(await sent(challengeOf(await tryCall(call))), 'confirmed');
  }
});

const view = (contractAddress: string, abiFunctionSignature: string, abiParameters?: string[], chain: Chain = 'ETH-SEPOLIA') =>
  ledger().api.POST('/v2/transactions/contract-view/call', {
    body: { walletId: wallets[chain].id, contractAddress, abiFunctionSignature, ...(abiParameters === undefined ? {} : { abiParameters }) },
  });

describe('a read of a contract', () => {
  it.each<[string, string, string[], unknown]>([
    [usdcAddress, 'name()', [], 'USD Coin'],
    [usdcAddress, 'symbol()', [], 'USDC'],
    [usdcAddress, 'decimals()', [], '6'],
    [usdcAddress, 'totalSupply()', [], '25500000'],
    [usdcAddress, 'balanceOf(address)', [self], '25500000'],
    [usdcAddress, 'balanceOf(address)', [self.toLowerCase()], '25500000'],
    [usdcAddress.toLowerCase(), 'balanceOf(address)', [bob], '0'],
    [usdcAddress, 'balanceOf(address account)', [self], '25500000'],
    [usdcAddress, 'allowance(address,address)', [self, spender], '1000000'],
    [usdcAddress, 'allowance(address,address)', [spender, self], '0'],
    [cats, 'name()', [], 'Cats'],
    [cats, 'symbol()', [], 'CATS'],
    [cats, 'balanceOf(address)', [self], '2'],
    [cats, 'ownerOf(uint256)', ['42'], self],
    [cats, 'getApproved(uint256)', ['42'], spender],
    [cats, 'getApproved(uint256)', ['7'], nobody],
    [cats, 'isApprovedForAll(address,address)', [self, bob], true],
    [cats, 'isApprovedForAll(address,address)', [self, spender], false],
    [cats, 'supportsInterface(bytes4)', ['0x80ac58cd'], true],
    [cats, 'supportsInterface(bytes4)', ['0x80AC58CD'], true],
    [cats, 'supportsInterface(bytes4)', ['0xd9b67a26'], false],
    [items, 'balanceOf(address,uint256)', [self, '5'], '10'],
    [items, 'balanceOf(address,uint256)', [self, '6'], '0'],
    [items, 'isApprovedForAll(address,address)', [self, spender], true],
    [items, 'supportsInterface(bytes4)', ['0xd9b67a26'], true],
  ])('on an EVM chain, %s %s %j, returns %j', async (contract, signature, parameters, result) => {
    const { data, error } = await view(contract, signature, parameters);
    expect([data?.data, error]).toEqual([{ result }, undefined]);
  });

  it('of a batch of balances answers each of them', async () => {
    const { data } = await view(items, 'balanceOfBatch(address[],uint256[])', [JSON.stringify([self, self]), '["5","6"]']);
    expect(data?.data).toEqual({ result: ['10', '0'] });
    const { error } = await view(items, 'balanceOfBatch(address[],uint256[])', [JSON.stringify([self]), '["5","6"]']);
    expect([error?.code, error?.message]).toEqual(['contract_call_reverted', 'The contract reverted: ERC1155: accounts and ids length mismatch.']);
  });

  it.each<[string, string, string[], unknown]>([
    ['usdc.testnet', 'ft_total_supply()', [], '25500000'],
    ['usdc.testnet', 'ft_balance_of(account_id)', ['grace.testnet'], '0'],
    ['apes.testnet', 'nft_token(token_id)', ['king'], { token_id: 'king' }],
    ['apes.testnet', 'nft_token(token_id)', ['pawn'], null],
  ])('on NEAR, %s %s %j, returns %j', async (contract, signature, parameters, result) => {
    const { data, error } = await view(contract, signature, parameters, 'NEAR-TESTNET');
    expect(error).toBeUndefined();
    if (result === null) expect(data?.data).toEqual({ result });
    else expect(data?.data).toMatchObject({ result });
  });

  it('on NEAR tells whose it is, and of what kind', async () => {
    const { address } = wallets['NEAR-TESTNET'];
    const on = async (contract: string, signature: string, ...parameters: string[]) =>
      (await view(contract, signature, parameters, 'NEAR-TESTNET')).data?.data.result;
    expect(await on('usdc.testnet', 'ft_balance_of(account_id)', address)).toBe('25500000');
    expect(await on('apes.testnet', 'nft_token(token_id)', 'king')).toEqual({ token_id: 'king', owner_id: address });
    expect(await on('usdc.testnet', 'ft_metadata()')).toMatchObject({ spec: 'ft-1.0.0', name: 'USD Coin', symbol: 'USDC', decimals: 6 });
    expect(await on('apes.testnet', 'nft_metadata()')).toMatchObject({ spec: 'nft-1.0.0', name: 'Apes', symbol: 'APES' });
  });

  it('answers the contract’s example', async () => {
    const { walletId: _, ...body } = exampleOf<{ walletId: string; contractAddress: string; abiFunctionSignature: string; abiParameters: string[] }>(
      'call-contract-view.balance',
    );
    const { data } = await view(body.contractAddress, body.abiFunctionSignature, body.abiParameters);
    expect(data).toEqual(exampleOf('contract-view.balance'));
  });

  it('needs no parameters where the function takes none', async () => {
    expect((await view(usdcAddress, 'symbol()')).data?.data).toEqual({ result: 'USDC' });
  });

  it('sees what was moved and allowed since, and no approval of an NFT that has gone and come back', async () => {
    const { newForeignWallet, newWallet, tryCall, tryTransfer, sent, advanceTo, fund } = ledger();
    const [wallet, other] = [await newWallet(), await newForeignWallet()];
    const tokenId = required(tokens[cats]);
    await fund(wallet.id, { tokenId, nftTokenId: '9', amount: '1' });
    const call = { walletId: wallet.id, contractAddress: cats, abiFunctionSignature: 'approve(address,uint256)', abiParameters: [spender, '9'] };
    await advanceTo(await sent(challengeOf(await tryCall(call))), 'confirmed');
    const moved = { walletId: wallet.id, destinationAddress: other.address, tokenId, amounts: ['1'], nftTokenIds: ['9'] };
    await advanceTo(await sent(challengeOf(await tryTransfer(moved))), 'confirmed');
    expect((await view(cats, 'ownerOf(uint256)', ['9'])).data?.data.result).toBe(other.address);
    expect((await view(cats, 'getApproved(uint256)', ['9'])).data?.data.result).toBe(nobody);
    await ledger().mock.context.db.updateTable('balances').set({ amount: '0' }).where('asset', '=', cats).where('holder', '=', other.address).execute();
    await ledger().mock.context.db.updateTable('balances').set({ amount: '1' }).where('nftTokenId', '=', '9').where('holder', '=', wallet.address).execute();
    expect((await view(cats, 'ownerOf(uint256)', ['9'])).data?.data.result).toBe(wallet.address);
    expect((await view(cats, 'getApproved(uint256)', ['9'])).data?.data.result).toBe(nobody);
  });
});

describe('a read of a contract is refused', () => {
  it.each<[string, string, string, string[], Chain, number, string, string]>([
    ['an NFT that is not there', cats, 'ownerOf(uint256)', ['43'], 'ETH-SEPOLIA', 422, 'contract_call_reverted', 'The contract reverted: ERC721: invalid token ID.'],
    ['the approval of an NFT that is not there', cats, 'getApproved(uint256)', ['43'], 'ETH-SEPOLIA', 422, 'contract_call_reverted', 'ERC721: invalid token ID'],
    ['a function that changes something', usdcAddress, 'transfer(address,uint256)', [bob, '1'], 'ETH-SEPOLIA', 400, 'unsupported_operation', 'the mock answers name(), symbol(), decimals(), totalSupply(), balanceOf(address), allowance(address,address).'],
    ['a function of another standard', usdcAddress, 'ownerOf(uint256)', ['1'], 'ETH-SEPOLIA', 400, 'unsupported_operation', 'ownerOf(uint256) cannot be evaluated: of a contract of the standard erc20'],
    ['a function of no standard', cats, 'tokenURI(uint256)', ['42'], 'ETH-SEPOLIA', 400, 'unsupported_operation', 'tokenURI(uint256) cannot be evaluated'],
    ['a contract of which nothing is known', spender, 'name()', [], 'ETH-SEPOLIA', 400, 'unsupported_operation', 'Add it with POST /v2/tokens.'],
    ['a contract that is no address', 'usdc', 'name()', [], 'ETH-SEPOLIA', 400, 'address_invalid', 'usdc is not an address on ETH-SEPOLIA.'],
    ['a parameter too few', usdcAddress, 'balanceOf(address)', [], 'ETH-SEPOLIA', 400, 'abi_invalid', 'balanceOf(address) takes 1'],
    ['a parameter of another type', usdcAddress, 'balanceOf(address)', ['7'], 'ETH-SEPOLIA', 400, 'abi_invalid', 'Value 1 of balanceOf(address)'],
    ['a function that NEAR tokens have not', 'usdc.testnet', 'nft_token(token_id)', ['king'], 'NEAR-TESTNET', 400, 'unsupported_operation', 'ft_balance_of(account_id), ft_total_supply(), ft_metadata()'],
    ['a call on NEAR without names', 'usdc.testnet', 'ft_balance_of(account_id)', [], 'NEAR-TESTNET', 400, 'abi_invalid', 'takes 1'],
    ['a wallet on Solana', recipients['SOL-TESTNET'] ?? '', 'name()', [], 'SOL-TESTNET', 400, 'unsupported_operation', 'on EVM chains and NEAR only; this wallet is on SOL-TESTNET'],
    ['a wallet on Bitcoin', recipients['BTC-TESTNET'] ?? '', 'name()', [], 'BTC-TESTNET', 400, 'unsupported_operation', 'this wallet is on BTC-TESTNET'],
  ])('for %s', async (_, contract, signature, parameters, chain, status, code, words) => {
    const { response, error } = await view(contract, signature, parameters, chain);
    expect([response.status, error?.code]).toEqual([status, code]);
    expect(error?.message).toContain(words);
  });

  it('for a wallet that is not there', async () => {
    const body = { walletId: '6999f8aea74a2b1bd8855b00', contractAddress: 'x', abiFunctionSignature: 'name()' };
    expect((await ledger().api.POST('/v2/transactions/contract-view/call', { body })).error?.code).toBe('wallet_not_found');
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import type { WalletRow } from '../../mock/store/wallets.ts';
import { exampleOf, feeExample } from './chain-examples.ts';
import { bob, type CallBody, challengeOf, recipients, type TransferBody, usdcAddress, useLedger } from './ledger-fixture.ts';
import { type Chain, required } from './mock-fixture.ts';

const ledger = useLedger({ faucet: false });
const chains = ['ETH-SEPOLIA', 'BTC-TESTNET', 'SOL-TESTNET', 'NEAR-TESTNET'] as const;
const absent = '6999f8aea74a2b1bd8855b00';
const wallets = {} as Record<Chain, WalletRow>;
let usdc = '';

beforeAll(async () => {
  const { newWallet, addToken, fund } = ledger();
  for (const chain of chains) wallets[chain] = await newWallet(chain);
  await fund(wallets['BTC-TESTNET'].id, { amount: '0.003' });
  usdc = (await addToken({ blockchain: 'ETH-SEPOLIA', standard: 'erc20', address: usdcAddress, symbol: 'USDC', decimals: 6 })).id;
});

type TransferFee = Pick<TransferBody, 'walletId' | 'destinationAddress' | 'amounts' | 'tokenId'>;
const api = () => ledger().api;

/** Asks on both paths, which have to answer alike. */
async function estimate(body: TransferFee) {
  const [answer, beta] = [await api().POST('/v2/transactions/transfer/estimate-fee', { body }), await api().POST('/v2/transfer/estimate-fee', { body })];
  expect([beta.response.status, beta.data, beta.error?.code]).toEqual([answer.response.status, answer.data, answer.error?.code]);
  return answer;
}

async function estimateCall(body: CallBody) {
  const [answer, beta] = [
    await api().POST('/v2/transactions/contract-execution/estimate-fee', { body }),
    await api().POST('/v2/contract-execution/estimate-fee', { body }),
  ];
  expect([beta.response.status, beta.data, beta.error?.code]).toEqual([answer.response.status, answer.data, answer.error?.code]);
  return answer;
}

const transferOn = (chain: Chain, more: Partial<TransferFee> = {}): TransferFee => ({
  walletId: wallets[chain].id,
  destinationAddress: required(recipients[chain]),
  amounts: ['0.01'],
  ...more,
});

describe('a fee estimate', () => {
  it.each<[string, Chain, string, () => Partial<TransferFee>]>([
    ['a token transfer', 'ETH-SEPOLIA', 'ethereum', () => ({ ...exampleOf<TransferFee>('estimate-transfer-fee.token'), tokenId: usdc })],
    ['a transfer', 'BTC-TESTNET', 'bitcoin', () => exampleOf<TransferFee>('estimate-transfer-fee.native')],
    ['a transfer', 'SOL-TESTNET', 'solana', () => ({})],
    ['a transfer', 'NEAR-TESTNET', 'near', () => ({})],
  ])('of %s on %s is that of the contract’s example %s, without money for it', async (_, chain, example, more) => {
    const { data } = await estimate(transferOn(chain, { ...more(), walletId: wallets[chain].id }));
    expect(data).toEqual({ success: true, status: 200, message: 'Fee estimated', data: feeExample(example) });
  });

  it.each<[Chain, string, string]>([
    ['ETH-SEPOLIA', 'estimate-contract-execution-fee.approve', 'approve'],
    ['NEAR-TESTNET', 'estimate-contract-execution-fee.near', 'near-call'],
  ])('of a call on %s is that of the contract’s example', async (chain, request, example) => {
    const { data } = await estimateCall({ ...exampleOf<CallBody>(request), walletId: wallets[chain].id });
    expect(data?.data).toEqual(feeExample(example));
  });

  it('of a wallet without coins is that of a transfer of one', async () => {
    const { id: walletId } = await ledger().newWallet('BTC-TESTNET');
    const { data } = await estimate(transferOn('BTC-TESTNET', { walletId }));
    expect(data?.data).toEqual(feeExample('bitcoin'));
  });

  it.each(chains)('on %s is what the challenge shows then, at each level', async (chain) => {
    const { fund, tryTransfer } = ledger();
    const { id: walletId } = await ledger().newWallet(chain);
    await fund(walletId, { amount: '0.5' });
    const body = transferOn(chain, { walletId });
    const { data } = await estimate(body);
    for (const feeLevel of ['low', 'medium', 'high'] as const) {
      const { display } = challengeOf(await tryTransfer({ ...body, feeLevel }));
      const { estimatedFee, currency } = required(data).data[feeLevel];
      expect(display?.fee).toEqual({ amount: estimatedFee, symbol: currency, level: feeLevel });
    }
  });
});

describe('a fee estimate is refused', () => {
  it.each<[string, () => TransferFee, number, string, string | undefined]>([
    ['a wallet that is not there', () => transferOn('ETH-SEPOLIA', { walletId: absent, tokenId: absent }), 404, 'wallet_not_found', undefined],
    ['a token that is not there', () => transferOn('ETH-SEPOLIA', { tokenId: absent, destinationAddress: 'x' }), 404, 'token_not_found', undefined],
    ['a token of another chain', () => transferOn('SOL-TESTNET', { tokenId: usdc }), 404, 'token_not_found', undefined],
    ['an address of another chain', () => transferOn('SOL-TESTNET', { destinationAddress: bob, amounts: ['0'] }), 400, 'address_invalid', 'body/destinationAddress'],
    ['an amount of nothing', () => transferOn('ETH-SEPOLIA', { amounts: ['0'] }), 400, 'amount_invalid', 'body/amounts/0'],
    ['dust', () => transferOn('BTC-TESTNET', { amounts: ['0.000002'] }), 400, 'amount_invalid', 'body/amounts/0'],
  ])('for %s', async (_, body, status, code, path) => {
    const { response, error } = await estimate(body());
    expect([response.status, error?.code, error?.errors?.details?.[0]?.path]).toEqual([status, code, path]);
  });

  it.each<[string, () => Partial<CallBody>, number, string]>([
    ['a wallet that is not there', () => ({ walletId: absent }), 404, 'wallet_not_found'],
    ['a chain without contracts', () => ({ walletId: wallets['BTC-TESTNET'].id }), 400, 'unsupported_operation'],
    ['a contract that is no address', () => ({ contractAddress: '0x1' }), 400, 'address_invalid'],
    ['a parameter too few', () => ({ abiParameters: [bob] }), 400, 'abi_invalid'],
    ['a call that the contract reverts', () => ({ abiFunctionSignature: 'transfer(address,uint256)' }), 422, 'contract_call_reverted'],
  ])('of a call for %s', async (_, more, status, code) => {
    const call = { walletId: wallets['ETH-SEPOLIA'].id, contractAddress: usdcAddress, abiFunctionSignature: 'approve(address,uint256)', abiParameters: [bob, '1'] };
    const { response, error } = await estimateCall({ ...call, ...more() });
    expect([response.status, error?.code]).toEqual([status, code]);
  });
});

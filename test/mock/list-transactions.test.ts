import { beforeAll, describe, expect, it } from 'vitest';
import type { TransactionDetails } from '../../mock/ledger/advance-transaction.ts';
import { insertTransaction, type TransactionRow } from '../../mock/store/transactions.ts';
import { updateWallet, type WalletRow } from '../../mock/store/wallets.ts';
import type { paths } from '../../generated/types.ts';
import { bob, recipients, usdcAddress, useLedger } from './ledger-fixture.ts';
import { type Chain, required } from './mock-fixture.ts';

type Query = NonNullable<paths['/v2/transactions']['get']['parameters']['query']>;

const ledger = useLedger({ webhookUrls: [] });
const absent = '6999f8aea74a2b1bd8855b00';
const usdcId = '69e2e1e44a8ad620582b4cee';
const rowCount = 24;
const wallets: WalletRow[] = [];
const rows: TransactionRow[] = [];
const hashes: Partial<Record<Chain, string>> = { 'SOL-TESTNET': 'HAgk14JpMQLgt6rVgv7cBQFJWFto5Dqxi472uT3DKpqkHAgk14JpMQLgt6rVgv7cBQFJWFto5Dqxi472uT3' };

function rowOf(index: number, wallet: WalletRow): TransactionRow {
  const chain = wallet.blockchain as Chain;
  const isCall = index % 6 === 5;
  const status = ['confirmed', 'broadcast', 'failed', 'cancelled'][index % 4] ?? '';
  const at = new Date(Date.parse('2026-03-02T09:00:00.000Z') + index * 1000).toISOString();
  const details: TransactionDetails = {
    intent: { kind: 'native-transfer', to: bob, amount: '1' },
    fee: { family: 'evm', estimatedFee: '0', estimatedFeeFormatted: '0', currency: 'ETH', gasLimit: '21000', maxFeePerGas: '1', maxPriorityFeePerGas: '1' },
    slot: {},
    said: isCall ? { abiFunctionSignature: 'stake()', abiParameters: [], amount: '0' } : { amounts: ['1'] },
    moved: { amount: '1', symbol: 'ETH' },
    task: isCall ? 'contract-execution' : 'transfer',
    sourceAddress: wallet.address,
    signedTransaction: '0x00',
    signature: { signature: '0x00' },
  };
  return {
    id: `69a6000000000000000000${String(index).padStart(2, '0')}`,
    blockchain: chain,
    walletId: wallet.id,
    customerId: wallet.customerId,
    challengeId: absent,
    operation: isCall ? 'contract-execution' : 'transfer',
    status,
    feeLevel: 'medium',
    refId: index % 5 === 0 ? `invoice-${index}` : null,
    destinationAddress: isCall ? null : (recipients[chain] ?? null),
    tokenId: index % 3 === 0 && !isCall ? usdcId : null,
    contractAddress: isCall ? usdcAddress : null,
    transactionHash: hashes[chain] === undefined ? `0x${String(index).padStart(62, '0')}ab` : `${hashes[chain]}${index}`,
    nonce: null,
    details: JSON.stringify(details),
    replaces: null,
    replacedBy: null,
    failureCode: status === 'failed' ? 'execution_reverted' : null,
    failureMessage: null,
    blockNumber: status === 'confirmed' ? 1 : null,
    nextAt: null,
    createdAt: at,
    updatedAt: at,
    signedAt: at,
    broadcastAt: at,
    confirmedAt: status === 'confirmed' ? at : null,
  };
}

beforeAll(async () => {
  const { newWallet, newForeignWallet, mock } = ledger();
  const { db } = mock.context;
  wallets.push(await newWallet(), await newWallet(), await newWallet('SOL-TESTNET'), await newForeignWallet());
  const names = ['Savings 100%', 'Spending_money', 'Größe'];
  for (const [index, name] of names.entries()) await updateWallet(db, required(wallets[index]).id, { name });
  for (let index = 0; index < rowCount; index += 1) rows.push(rowOf(index, required(wallets[index % 4])));
  for (const row of rows) await insertTransaction(db, row);
});

const list = (query: Query = {}) => ledger().api.GET('/v2/transactions', { params: { query } });

/** The ids of a whole answer, and how many there are in all. */
async function idsOf(query: Query) {
  const { data, error } = await list({ limit: 100, ...query });
  if (error !== undefined) throw new Error(JSON.stringify(error));
  expect(data.pagination.total).toBe(data.data.length);
  return data.data.map(({ id }) => id);
}

const newestFirst = (found: TransactionRow[]) => found.map(({ id }) => id).toReversed();
const where = (keep: (row: TransactionRow, index: number) => boolean) => newestFirst(rows.filter(keep));
const walletAt = (index: number) => required(wallets[index]);

describe('the list of transactions', () => {
  it('comes in pages, the newest first, and every transaction is on one of them', async () => {
    const pages = [];
    for (const page of [1, 2, 3, 4]) {
      const { data } = await list({ page, limit: 7 });
      expect(data?.pagination).toEqual({ page, limit: 7, total: rowCount, pages: 4 });
      pages.push(required(data).data.map(({ id }) => id));
    }
    expect(pages.map((page) => page.length)).toEqual([7, 7, 7, 3]);
    expect(pages.flat()).toEqual(newestFirst(rows));
    expect((await list({ page: 5, limit: 7 })).data?.data).toEqual([]);
  });

  it('comes in the other order, the oldest first', async () => {
    const { data } = await list({ order: 'asc', limit: 10, page: 2 });
    expect(data?.data.map(({ id }) => id)).toEqual(rows.slice(10, 20).map(({ id }) => id));
  });

  it('has pages of what a filter leaves', async () => {
    const { data } = await list({ status: 'confirmed', limit: 4, page: 2 });
    expect(data?.pagination).toEqual({ page: 2, limit: 4, total: 6, pages: 2 });
    expect(data?.data.map(({ id }) => id)).toEqual(where(({ status }) => status === 'confirmed').slice(4));
  });

  it.each<[string, () => Query, (row: TransactionRow) => boolean]>([
    ['a wallet', () => ({ walletId: walletAt(1).id }), ({ walletId }) => walletId === walletAt(1).id],
    ['wallets', () => ({ walletIds: `${walletAt(0).id},${walletAt(3).id}` }), ({ walletId }) => [walletAt(0).id, walletAt(3).id].includes(walletId)],
    ['wallets, one of which is not there', () => ({ walletIds: `${absent},${walletAt(2).id}` }), ({ walletId }) => walletId === walletAt(2).id],
    ['wallets and one of them', () => ({ walletIds: `${walletAt(0).id},${walletAt(3).id}`, walletId: walletAt(3).id }), ({ walletId }) => walletId === walletAt(3).id],
    ['wallets and another', () => ({ walletIds: walletAt(0).id, walletId: walletAt(3).id }), () => false],
    ['a wallet that is not there', () => ({ walletId: absent }), () => false],
    ['an operation', () => ({ operation: 'contract-execution' }), ({ operation }) => operation === 'contract-execution'],
    ['a type', () => ({ type: 'transfer' }), ({ operation }) => operation === 'transfer'],
    ['an operation and a type that differ', () => ({ operation: 'transfer', type: 'contract-execution' }), () => false],
    ['an operation that nobody knows', () => ({ operation: 'stake' }), () => false],
    ['a status', () => ({ status: 'cancelled' }), ({ status }) => status === 'cancelled'],
    ['a status that nobody knows', () => ({ status: 'frozen' }), () => false],
    ['a status that none has now', () => ({ status: 'pending' }), () => false],
    ['a reference', () => ({ refId: 'invoice-10' }), ({ refId }) => refId === 'invoice-10'],
    ['a reference in another case', () => ({ refId: 'INVOICE-10' }), () => false],
    ['a blockchain', () => ({ blockchain: 'SOL-TESTNET' }), ({ blockchain }) => blockchain === 'SOL-TESTNET'],
    ['a blockchain that nobody knows', () => ({ blockchain: 'DOGE' }), () => false],
    ['a hash', () => ({ txHash: required(rows[7]).transactionHash }), ({ id }) => id === required(rows[7]).id],
    ['a hash in capitals', () => ({ txHash: `0x${required(rows[7]).transactionHash.slice(2).toUpperCase()}` }), ({ id }) => id === required(rows[7]).id],
    ['a hash in base58', () => ({ txHash: required(rows[2]).transactionHash }), ({ id }) => id === required(rows[2]).id],
    ['a hash in base58 in another case', () => ({ txHash: required(rows[2]).transactionHash.toLowerCase() }), () => false],
    ['a contract', () => ({ contractAddress: usdcAddress }), ({ contractAddress }) => contractAddress !== null],
    ['a contract in small letters', () => ({ contractAddress: usdcAddress.toLowerCase() }), ({ contractAddress }) => contractAddress !== null],
    ['a destination', () => ({ destinationAddress: bob }), ({ destinationAddress }) => destinationAddress === bob],
    ['a destination in small letters', () => ({ destinationAddress: bob.toLowerCase() }), ({ destinationAddress }) => destinationAddress === bob],
    ['a destination in base58 in another case', () => ({ destinationAddress: required(recipients['SOL-TESTNET']).toLowerCase() }), () => false],
    ['the customers', () => ({ controller: 'customer' }), () => true],
    ['the organization', () => ({ controller: 'organization' }), () => false],
    ['whoever nobody knows', () => ({ controller: 'robot' }), () => false],
  ])('filtered by %s has those alone', async (_, query, keep) => {
    expect(await idsOf(query())).toEqual(where(keep));
  });

  it('is narrowed by all filters together', async () => {
    const query: Query = {
      walletIds: `${walletAt(0).id},${walletAt(1).id}`,
      type: 'transfer',
      status: 'confirmed',
      blockchain: 'ETH-SEPOLIA',
      destinationAddress: bob,
      controller: 'customer',
      search: 'savings',
    };
    const left = where((row) => row.walletId === walletAt(0).id && row.status === 'confirmed' && row.operation === 'transfer');
    expect(left.length).toBeGreaterThan(1);
    expect(await idsOf(query)).toEqual(left);
    expect(await idsOf({ ...query, refId: 'invoice-20' })).toEqual([required(rows[20]).id]);
    expect(await idsOf({ ...query, refId: 'invoice-10' })).toEqual([]);
  });

  it.each<[string, () => string, (row: TransactionRow) => boolean]>([
    ['a part of the name of a wallet', () => 'avin', ({ walletId }) => walletId === walletAt(0).id],
    ['a part of the name in another case', () => 'MONEY', ({ walletId }) => walletId === walletAt(1).id],
    ['a per cent sign, which stands for itself', () => '%', ({ walletId }) => walletId === walletAt(0).id],
    ['an underscore, which stands for itself', () => '_', ({ walletId }) => walletId === walletAt(1).id],
    ['a backslash, which stands for itself', () => '\\', () => false],
    ['a name of other letters', () => 'Größe', ({ walletId }) => walletId === walletAt(2).id],
    ['the address of a wallet', () => walletAt(3).address, ({ walletId }) => walletId === walletAt(3).id],
    ['the address in small letters', () => walletAt(3).address.toLowerCase(), ({ walletId }) => walletId === walletAt(3).id],
    ['a part of an address, which is too little', () => walletAt(3).address.slice(0, 12), () => false],
    ['the id of a wallet', () => walletAt(2).id, ({ walletId }) => walletId === walletAt(2).id],
    ['the id of a token', () => usdcId, ({ tokenId }) => tokenId === usdcId],
    ['a hash', () => required(rows[9]).transactionHash.toUpperCase().replace('0X', '0x'), ({ id }) => id === required(rows[9]).id],
    ['what is nowhere', () => "'; DROP TABLE transactions; --", () => false],
  ])('searched for %s has those alone', async (_, search, keep) => {
    expect(await idsOf({ search: search() })).toEqual(where(keep));
  });

  it.each<[keyof Query, string]>([
    ['walletIds', 'x'],
    ['walletIds', `${absent},`],
    ['walletId', 'x'],
    ['status', 'CONFIRMED!'],
    ['txHash', 'x'],
    ['limit', '101'],
    ['page', '0'],
    ['order', 'up'],
  ])('refuses %s=%s', async (name, value) => {
    const { response, error } = await list({ [name]: value } as Query);
    expect([response.status, error?.code]).toEqual([400, 'validation_failed']);
  });

  it('shows what identifies a transaction and what it moves, of a call the contract', async () => {
    const { data } = await list({ order: 'asc', limit: 6 });
    const [first, , , , , call] = required(data).data;
    const { id, transactionHash, walletId, customerId, createdAt } = required(rows[0]);
    expect(first).toEqual({
      id,
      txHash: transactionHash,
      transactionHash,
      blockchain: 'ETH-SEPOLIA',
      wallet: walletId,
      walletId,
      customer: customerId,
      controller: 'customer',
      operation: 'transfer',
      status: 'confirmed',
      feeLevel: 'medium',
      refId: 'invoice-0',
      metadata: { amount: '1', symbol: 'ETH', tokenSymbol: 'ETH', destinationAddress: bob },
      confirmations: 1,
      createdAt,
      updatedAt: createdAt,
    });
    expect(call?.metadata.destinationAddress).toBe(usdcAddress);
  });

  it('is read with a read-only key', async () => {
    const { data } = await ledger().reader.GET('/v2/transactions');
    expect(data?.pagination.total).toBe(rowCount);
  });

  it('has no transaction under an id that is not there', async () => {
    const { error, response } = await ledger().api.GET('/v2/transactions/{transactionId}', { params: { path: { transactionId: absent } } });
    expect([response.status, error?.code]).toEqual([404, 'transaction_not_found']);
  });
});

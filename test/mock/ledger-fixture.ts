import { afterAll, beforeAll } from 'vitest';
import type { components } from '../../generated/types.ts';
import { deriveAccount } from '../../mock/chains/derive.ts';
import { timestamp } from '../../mock/clock.ts';
import { welcome } from '../../mock/ledger/faucet.ts';
import type { MockOptions } from '../../mock/server.ts';
import { insertWallets, nextAddressIndex, type WalletRow } from '../../mock/store/wallets.ts';
import {
  castSeed,
  type Chain,
  type Challenge,
  createFixture,
  type Fixture,
  onboard,
  openFixture,
  plantSeed,
  provision,
  required,
  returnUrl,
} from './mock-fixture.ts';

type Schemas = components['schemas'];
export type TransferBody = Omit<Schemas['TransferRequest'], 'redirectUrl'>;
export type CallBody = Omit<Schemas['ContractExecutionRequest'], 'redirectUrl'>;

/** Someone's address on each chain. */
export const recipients: Partial<Record<Chain, string>> = {
  'ETH-SEPOLIA': '0x70997970C51812dc3A010C7d01b50e0d17dc79C8',
  'BTC-TESTNET': 'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx',
  'SOL-TESTNET': 'HAgk14JpMQLgt6rVgv7cBQFJWFto5Dqxi472uT3DKpqk',
  'NEAR-TESTNET': 'grace.testnet',
};
export const bob = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';
export const usdcAddress = '0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238';

/** A customer with a wallet on a chain, and what is done with it. */
export async function createWalletFixture(blockchain: Chain = 'ETH-SEPOLIA', options: MockOptions = {}) {
  const fixture = await createFixture(options);
  const customer = await onboard(fixture);
  const [made] = await provision(fixture, customer.id, [blockchain]);
  return { ...fixture, customer, wallet: required(made), ...actionsOf(fixture, customer.id) };
}

export type WalletFixture = Awaited<ReturnType<typeof createWalletFixture>>;

/** An event of a transaction, by its name and what it tells. */
interface TransactionEvent {
  event: string;
  timestamp: string;
  data: Record<string, unknown>;
}

/**
 * One mock and one customer with the seed of the cast, for all tests of a file: each takes wallets of its own, whose keys
 * the customer has, and so knows what is in them. Nothing is sent to the webhook endpoint, everything is written down.
 */
export function useLedger(options: MockOptions = {}) {
  let ledger: Awaited<ReturnType<typeof openLedgerFixture>> | undefined;
  beforeAll(async () => {
    ledger = await openLedgerFixture(options);
  });
  afterAll(() => ledger?.mock.close());
  return () => required(ledger);
}

async function openLedgerFixture(options: MockOptions) {
  const fixture = await openFixture({ webhookUrls: ['https://api.example.com/webhooks/planbok'], ...options });
  const { context } = fixture.mock;
  const customer = await onboard(fixture, { method: 'none' });
  await plantSeed(fixture, customer.id, castSeed);
  const newWallet = async (blockchain: Chain = 'ETH-SEPOLIA', { customerId, seed } = { customerId: customer.id, seed: castSeed }) => {
    const { db, newId, clock, faucet } = context;
    const at = timestamp(clock.now());
    const addressIndex = await nextAddressIndex(db, customerId, blockchain);
    const account = await deriveAccount({ seed, blockchain, index: addressIndex });
    const row: WalletRow = { id: newId(), customerId, blockchain, addressIndex, ...account, name: null, refId: null, createdAt: at, updatedAt: at };
    await insertWallets(db, [row]);
    if (faucet) await welcome(db, row, newId);
    return row;
  };
  return {
    ...fixture,
    customer,
    newWallet,
    /** A wallet of somebody else, whose keys nobody has. */
    newForeignWallet: async (blockchain: Chain = 'ETH-SEPOLIA') => {
      const { id } = await fixture.createCustomer('Grace Hopper');
      return newWallet(blockchain, { customerId: id, seed: Uint8Array.from(Buffer.from(id.padEnd(32, '-'))) });
    },
    /** What was told of a resource, the first first. */
    told: async (resourceId: string) => {
      const rows = await context.db.selectFrom('events').select('body').where('resourceId', '=', resourceId).orderBy('id').execute();
      return rows.map(({ body }) => JSON.parse(body) as TransactionEvent);
    },
    ...actionsOf(fixture, customer.id),
  };
}

function actionsOf(fixture: Fixture, customerId: string) {
  const { api } = fixture;
  const params = { path: { customerId } };
  const approved = async (challenge: Challenge) => {
    const { error } = await fixture.approve(challenge.id);
    if (error !== undefined) throw new Error(JSON.stringify(error));
    const { result, failure } = await fixture.challenge(challenge);
    return { result, failure };
  };
  const sent = async (challenge: Challenge) => {
    const { result } = await approved(challenge);
    if (result === undefined || !('transactionId' in result)) throw new Error('the challenge sent nothing');
    return result.transactionId;
  };
  const read = async (transactionId: string) => {
    const { data } = await api.GET('/v2/transactions/{transactionId}', { params: { path: { transactionId } } });
    return required(data).data;
  };
  return {
    approved,
    sent,
    read,
    tryTransfer: (body: TransferBody) =>
      api.POST('/v2/customers/{customerId}/transactions/transfer', { params, body: { ...body, redirectUrl: returnUrl } }),
    tryCall: (body: CallBody) =>
      api.POST('/v2/customers/{customerId}/transactions/contract-execution', { params, body: { ...body, redirectUrl: returnUrl } }),
    tryReplace: (transactionId: string, how: 'cancel' | 'accelerate') => {
      const call = { params: { path: { customerId, transactionId } }, body: { redirectUrl: returnUrl } };
      return how === 'cancel'
        ? api.POST('/v2/customers/{customerId}/transactions/{transactionId}/cancel', call)
        : api.POST('/v2/customers/{customerId}/transactions/{transactionId}/accelerate', call);
    },
    advanceTo: (transactionId: string, to: Schemas['SandboxTransactionTarget']) =>
      api.POST('/sandbox/transactions/{transactionId}/advance', { params: { path: { transactionId } }, body: { to } }),
    fund: (walletId: string, body: Schemas['FundSandboxWalletRequest']) =>
      api.POST('/sandbox/wallets/{walletId}/fund', { params: { path: { walletId } }, body }),
    addToken: async (body: Schemas['AddTokenRequest']) => required((await api.POST('/v2/tokens', { body })).data).data,
    balances: async (walletId: string) => {
      const { data } = await api.GET('/v2/wallets/{walletId}/balances', { params: { path: { walletId }, query: { order: 'asc', limit: 100 } } });
      return Object.fromEntries(required(data).data.map(({ amount, token }) => [token.symbol, amount]));
    },
  };
}

/** The challenge of a call that was answered. */
export function challengeOf<Answer extends { data?: { data: Challenge }; error?: unknown }>({ data, error }: Answer) {
  if (error !== undefined) throw new Error(JSON.stringify(error));
  return required(data).data as NonNullable<Answer['data']>['data'];
}

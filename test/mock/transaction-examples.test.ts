import { beforeAll, describe, expect, it } from 'vitest';
import { openLedger } from '../../mock/ledger/ledger-view.ts';
import { challengeExample, transactionExample } from './chain-examples.ts';
import { challengeOf, usdcAddress, useLedger } from './ledger-fixture.ts';
import { required } from './mock-fixture.ts';

const ledger = useLedger();
const second = 1000;

type ChallengeName = 'transfer' | 'contract-execution' | 'cancel-transaction' | 'accelerate-transaction';
type ExampleChallenge = ReturnType<typeof challengeExample>;
type ExampleTransaction = ReturnType<typeof transactionExample>;

const challenges: Partial<Record<ChallengeName, ExampleChallenge>> = {};
const transactions: Partial<Record<string, ExampleTransaction>> = {};
/** The ids here of what has others in the examples. */
const ids: Record<string, string> = {};

/** What the examples tell, from the first transfer to the last: the cast's wallet, in the order of its nonces. */
async function play() {
  const { newWallet, addToken, fund, tryTransfer, tryCall, tryReplace, sent, read, advance, mock } = ledger();
  const wallet = await newWallet();
  const token = await addToken({ blockchain: 'ETH-SEPOLIA', standard: 'erc20', address: usdcAddress, symbol: 'USDC', name: 'USD Coin', decimals: 6 });
  await fund(wallet.id, { tokenId: token.id, amount: '5025' });
  const told = challengeExample('transfer.pending');
  const { destinationAddress = '', amounts = [], refId = '', state = '' } = told.metadata ?? {};
  const to = { walletId: wallet.id, destinationAddress };
  Object.assign(ids, { [String(told.metadata?.walletId)]: wallet.id, [String(told.metadata?.tokenId)]: token.id });
  Object.assign(ids, { [told.customerId]: wallet.customerId });

  const approved = async (name: ChallengeName | undefined, example: string | undefined, asked: Promise<Parameters<typeof challengeOf>[0]>) => {
    const challenge = challengeOf(await asked) as ExampleChallenge;
    const id = await sent(challenge);
    if (name !== undefined) {
      challenges[name] = challenge;
      ids[challengeExample(`${name}.pending`).id] = challenge.id;
    }
    if (example !== undefined) ids[example] = id;
    return id;
  };
  const confirmed = transactionExample('confirmed');
  const cancelled = transactionExample('cancelled');
  const sped = transactionExample('broadcast');
  const failed = transactionExample('failed');

  await approved('transfer', confirmed.id, tryTransfer({ ...to, tokenId: token.id, amounts, feeLevel: 'medium', refId, state }));
  advance(13 * second);
  await read(required(ids[confirmed.id]));
  advance(11 * 12 * second);
  transactions['confirmed'] = await read(required(ids[confirmed.id]));

  const { abiFunctionSignature = '', abiParameters = [] } = cancelled;
  const call = { walletId: wallet.id, contractAddress: usdcAddress, abiFunctionSignature, abiParameters };
  await approved('contract-execution', cancelled.id, tryCall(call));
  advance(second);
  await approved('cancel-transaction', cancelled.replacedBy, tryReplace(required(ids[cancelled.id]), 'cancel'));
  advance(second);
  transactions['cancelled'] = await read(required(ids[cancelled.id]));

  await approved(undefined, sped.replaces, tryTransfer({ ...to, amounts: sped.amounts ?? [], feeLevel: 'low' }));
  advance(second);
  await approved('accelerate-transaction', sped.id, tryReplace(required(ids[String(sped.replaces)]), 'accelerate'));
  advance(second);
  transactions['broadcast'] = await read(required(ids[sped.id]));

  ids[String(failed.challengeId)] = '';
  await approved(undefined, failed.id, tryTransfer({ ...to, tokenId: token.id, amounts: failed.amounts ?? [] }));
  const taken = openLedger(mock.context.db, 'ETH-SEPOLIA');
  await taken.move({ from: wallet.address, to: destinationAddress, asset: usdcAddress, amount: 1n });
  await taken.save();
  advance(13 * second);
  transactions['failed'] = await read(required(ids[failed.id]));
  ids[String(failed.challengeId)] = String(transactions['failed'].challengeId);
}

/** An example with the ids of this run. */
function asHere<T>(example: T): T {
  return JSON.parse(JSON.stringify(example).replace(/"([0-9a-f]{24})"/g, (quoted, id: string) => (ids[id] === undefined ? quoted : `"${ids[id]}"`)));
}

function without<T extends object>(value: T, ...names: (keyof T)[]): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name as keyof T))) as Partial<T>;
}

beforeAll(play);

describe('the challenge of the contract’s examples', () => {
  it.each<[ChallengeName]>([['transfer'], ['contract-execution'], ['cancel-transaction'], ['accelerate-transaction']])(
    'to %s shows word for word what is here, down to the hash',
    (name) => {
      const example = without(asHere(challengeExample(`${name}.pending`)), 'redirectUrl', 'createdAt', 'expiresAt');
      expect(required(challenges[name])).toMatchObject(example);
      expect(required(challenges[name]).display).toEqual(example.display);
      expect(required(challenges[name]).metadata).toEqual(example.metadata);
    },
  );
});

describe('the transaction of the contract’s examples', () => {
  it.each(['confirmed', 'cancelled', 'broadcast', 'failed'])('that is %s is what is here, down to the signature', (name) => {
    const times = ['createdAt', 'updatedAt', 'signedAt', 'broadcastAt', 'confirmedAt'] as const;
    const found = required(transactions[name]);
    expect(found).toMatchObject(without(asHere(transactionExample(name)), 'blockNumber', ...times));
    // Some examples leave the bytes out, to be short.
    const fields = (transaction: ExampleTransaction) => Object.keys(without(transaction, 'signedTransaction')).toSorted();
    expect(fields(found)).toEqual(fields(transactionExample(name)));
  });
});

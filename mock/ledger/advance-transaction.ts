import { type Chain, findChain } from '../chains/catalogue.ts';
import type { Intent } from '../chains/family.ts';
import { timestamp } from '../clock.ts';
import type { Context } from '../context.ts';
import { tokenFinder } from '../handlers/tokens.ts';
import { insertCoins, spendCoin } from '../store/coins.ts';
import type { Store } from '../store/database.ts';
import {
  findLastBlockTime,
  findTransaction,
  listLiveTransactions,
  liveStatuses,
  type TransactionRow,
  updateTransaction,
} from '../store/transactions.ts';
import { applyIntent } from './apply-intent.ts';
import { blockNumberAt, blockTimeOf } from './block-time.ts';
import { chargedFee } from './charged-fee.ts';
import { highestFee } from './funds.ts';
import { coinOwners, feeCollector, NotEnough, openLedger } from './ledger-view.ts';
import { describeRevert, Reverted } from './reverted.ts';
import { readCoins, readIntent, type TransactionPlan } from './stored-intent.ts';
import { announce } from './transaction-events.ts';

/** What else is kept of a transaction beside its plan. */
export interface TransactionDetails extends TransactionPlan {
  /** What the challenge asked for. */
  task: string;
  sourceAddress: string;
  signedTransaction: string;
  signature: { signature: string; r?: string; s?: string; v?: number };
  /** What the chain charged, in base units. */
  networkFee?: string;
}

export function readDetails({ details }: Pick<TransactionRow, 'details'>): TransactionDetails {
  return JSON.parse(details);
}

export function chainOfTransaction({ blockchain }: Pick<TransactionRow, 'blockchain'>): Chain {
  const chain = findChain(blockchain);
  if (chain === undefined) throw new Error(`The catalogue has no chain ${blockchain}`);
  return chain;
}

/** The transactions of the account that must get into a block before this one. */
export async function listPredecessors(db: Store, row: TransactionRow): Promise<TransactionRow[]> {
  const { nonce } = row;
  if (nonce === null) return [];
  return (await listLiveTransactions(db, row.walletId)).filter((other) => other.nonce !== null && other.nonce < nonce);
}

/** What a transaction takes the place of, and what that was to take the place of, as far as it is still on its way. */
async function listReplaced(db: Store, { replaces }: TransactionRow): Promise<TransactionRow[]> {
  const replaced = replaces === null ? undefined : await findTransaction(db, replaces);
  if (replaced === undefined || !liveStatuses.includes(replaced.status)) return [];
  return [replaced, ...(await listReplaced(db, replaced))];
}

/** Sends a signed transaction to the chain. What it replaces is given up, unless that is in a block already. */
export async function broadcast(context: Context, db: Store, row: TransactionRow, at: number): Promise<void> {
  const replaced = await listReplaced(db, row);
  if (row.replaces !== null && replaced.length === 0) {
    const before = await findTransaction(db, row.replaces);
    const message = `The chain refused it: the transaction that it replaces, ${row.replaces}, is ${before?.status ?? 'gone'}.`;
    return fail(context, db, row, at, { code: 'broadcast_failed', message });
  }
  const sent = await updateTransaction(db, row, {
    status: 'broadcast',
    broadcastAt: timestamp(at),
    updatedAt: timestamp(at),
    nextAt: timestamp(at + blockTimeOf(chainOfTransaction(row))),
  });
  if (sent === undefined) return;
  const { task } = readDetails(row);
  const event = task === 'cancel-transaction' ? 'transaction.cancelled' : 'transaction.accelerated';
  for (const { id, status } of replaced) {
    const changes = { status: 'cancelled', replacedBy: row.id, updatedAt: timestamp(at), nextAt: null };
    const given = await updateTransaction(db, { id, status }, changes);
    if (given !== undefined) await announce(context, db, event, given, at);
  }
  await announce(context, db, 'transaction.broadcast', sent, at);
}

/** Puts a broadcast transaction into a block: money moves, the fee is charged, and a call can still be reverted. */
export async function confirm(context: Context, db: Store, row: TransactionRow, due: number): Promise<void> {
  const chain = chainOfTransaction(row);
  // Not before the block of the one before it.
  const at = Math.max(due, Date.parse((await findLastBlockTime(db, row.walletId)) ?? timestamp(0)));
  const details = readDetails(row);
  const intent = readIntent(details.intent);
  if (chain.family === 'bitcoin') return confirmOnBitcoin(context, db, row, at, details, intent);
  const { refusal, charged } = await carryOut(db, chain, details, intent);
  if (refusal instanceof NotEnough) {
    const message = 'The chain refused it: the account has too little for the amount and the fee.';
    return fail(context, db, row, at, { code: 'broadcast_failed', message });
  }
  const block = {
    blockNumber: blockNumberAt(chain, at),
    details: JSON.stringify({ ...details, networkFee: String(charged) }),
    updatedAt: timestamp(at),
    nextAt: null,
  };
  if (refusal !== undefined) {
    await finishFailed(context, db, row, at, { code: 'execution_reverted', message: describeRevert(refusal.message) }, block);
    return;
  }
  const confirmed = await updateTransaction(db, row, { ...block, status: 'confirmed', confirmedAt: timestamp(at) });
  if (confirmed !== undefined) await announce(context, db, 'transaction.confirmed', confirmed, at);
}

/** Moves what the transaction moves and charges its fee; of a reverted one the fee alone. */
async function carryOut(db: Store, chain: Chain, details: TransactionDetails, intent: Intent) {
  const from = details.sourceAddress;
  const findToken = tokenFinder(db, chain.id);
  const ledger = openLedger(db, chain.id);
  const charged = chargedFee(chain, details, intent, false);
  try {
    await ledger.move({ from, to: feeCollector, asset: '', amount: charged });
    await applyIntent(ledger, { chain, from, intent }, findToken);
    await ledger.save();
    return { charged };
  } catch (refusal) {
    if (!(refusal instanceof Reverted) && !(refusal instanceof NotEnough)) throw refusal;
    if (refusal instanceof NotEnough) return { refusal, charged: 0n };
    return { refusal, charged: await chargeOnly(db, chain, details, intent) };
  }
}

/** Takes the fee of a transaction that came to nothing, or what is left for it. */
async function chargeOnly(db: Store, chain: Chain, details: TransactionDetails, intent: Intent): Promise<bigint> {
  const from = details.sourceAddress;
  const ledger = openLedger(db, chain.id);
  const fee = chargedFee(chain, details, intent, true);
  const has = await ledger.balanceOf(from, '');
  const amount = fee < has ? fee : has;
  await ledger.move({ from, to: feeCollector, asset: '', amount });
  await ledger.save();
  return amount;
}

async function confirmOnBitcoin(
  context: Context,
  db: Store,
  row: TransactionRow,
  at: number,
  details: TransactionDetails,
  intent: Intent,
): Promise<void> {
  if (intent.kind !== 'native-transfer') throw new TypeError('Bitcoin has transfers only');
  const { blockchain, transactionHash: txid } = row;
  const chain = chainOfTransaction(row);
  const coins = readCoins(details.slot);
  const fee = highestFee(chain, details.fee);
  for (const coin of coins) {
    if (!(await spendCoin(db, blockchain, coin, row.id))) throw new Error(`Coin ${coin.txid}:${coin.vout} was spent twice`);
  }
  const change = coins.reduce((sum, { amount }) => sum + amount, 0n) - intent.amount - fee;
  await insertCoins(db, blockchain, [
    { txid, vout: 0, holder: intent.to, amount: intent.amount },
    ...(change > 0n ? [{ txid, vout: 1, holder: details.sourceAddress, amount: change }] : []),
  ]);
  const ledger = openLedger(db, blockchain);
  await ledger.move({ from: coinOwners, to: feeCollector, asset: '', amount: fee });
  await ledger.save();
  const confirmed = await updateTransaction(db, row, {
    status: 'confirmed',
    blockNumber: blockNumberAt(chain, at),
    details: JSON.stringify({ ...details, networkFee: String(fee) }),
    updatedAt: timestamp(at),
    confirmedAt: timestamp(at),
    nextAt: null,
  });
  if (confirmed !== undefined) await announce(context, db, 'transaction.confirmed', confirmed, at);
}

interface Failure {
  code: string;
  message: string;
}

/** Gives a transaction up that never got into a block: nothing moves and nothing is charged. */
export async function fail(context: Context, db: Store, row: TransactionRow, at: number, failure: Failure): Promise<void> {
  await finishFailed(context, db, row, at, failure, { updatedAt: timestamp(at), nextAt: null });
}

/** Lets the chain revert a transaction that was sent: the fee is charged. Bitcoin reverts nothing, it forgets. */
export async function revert(context: Context, db: Store, row: TransactionRow, at: number): Promise<void> {
  const chain = chainOfTransaction(row);
  if (chain.family === 'bitcoin') {
    return fail(context, db, row, at, { code: 'dropped', message: 'The chain forgot it before it got into a block.' });
  }
  const details = readDetails(row);
  const charged = await chargeOnly(db, chain, details, readIntent(details.intent));
  await finishFailed(context, db, row, at, { code: 'execution_reverted', message: 'The Sandbox made the chain revert it.' }, {
    blockNumber: blockNumberAt(chain, at),
    details: JSON.stringify({ ...details, networkFee: String(charged) }),
    updatedAt: timestamp(at),
    nextAt: null,
  });
}

async function finishFailed(
  context: Context,
  db: Store,
  row: TransactionRow,
  at: number,
  { code, message }: Failure,
  changes: Partial<TransactionRow>,
): Promise<void> {
  const failed = await updateTransaction(db, row, { ...changes, status: 'failed', failureCode: code, failureMessage: message });
  if (failed !== undefined) await announce(context, db, 'transaction.failed', failed, at);
}

import { loadFamily } from '../chains/families.ts';
import type { FeeLevel, Signed } from '../chains/family.ts';
import { timestamp } from '../clock.ts';
import { chainOf } from '../handlers/customer-wallet.ts';
import { tokenFinder } from '../handlers/tokens.ts';
import { paidIn } from '../handlers/transaction-warnings.ts';
import type { TransactionDetails } from '../ledger/advance-transaction.ts';
import { broadcastDelayMs } from '../ledger/block-time.ts';
import { requireFunds } from '../ledger/funds.ts';
import { settleTransactions } from '../ledger/settle-transactions.ts';
import { readCoins, readIntent, readSlot, type TransactionPlan } from '../ledger/stored-intent.ts';
import { announce } from '../ledger/transaction-events.ts';
import { listUnspentCoins } from '../store/coins.ts';
import { findTransaction, insertTransaction, listLiveTransactions, type TransactionRow } from '../store/transactions.ts';
import { findWallet, type WalletRow } from '../store/wallets.ts';
import { isAsShown, notAsShown } from './sign-as-shown.ts';
import { withPrivateKey } from './wallet-key.ts';
import type { Completed, ConfirmedWork } from './work.ts';

export interface TransactionPayload {
  task: 'transfer' | 'contract-execution' | 'cancel-transaction' | 'accelerate-transaction';
  walletId: string;
  operation: 'transfer' | 'contract-execution';
  feeLevel: FeeLevel;
  refId?: string;
  tokenId?: string;
  /** What is signed is built from it anew. */
  plan: TransactionPlan;
  /** The transaction whose place it takes. */
  replaces?: string;
}

/** Signs what the user was shown and hands it to the ledger, which sends it on its way. */
export async function sendTransaction(work: ConfirmedWork<TransactionPayload>): Promise<Completed> {
  const { context, db, payload } = work;
  await settleTransactions(context, db);
  const wallet = await findWallet(db, payload.walletId);
  if (wallet === undefined) throw new Error(`There is no wallet ${payload.walletId} to sign with`);
  const chain = chainOf(wallet);
  const family = await loadFamily(chain);
  const { intent, fee, slot } = payload.plan;
  const built = await family.build({ chain, from: wallet, intent: readIntent(intent), fee, slot: readSlot(slot) });
  // What gets into the ledger, what is signed and what was shown are one.
  if (!isAsShown(work.row, built.payloadHash)) return notAsShown;
  const findToken = tokenFinder(db, chain.id);
  const read = await family.readTransaction({ chain, from: wallet, slot: {}, findToken, rawTransaction: built.unsigned });
  const obstacle = (await findObstacle(work, wallet)) ?? (await checkMoney(work, wallet));
  if (obstacle !== undefined) return { ok: true, failure: { code: 'broadcast_failed', message: obstacle } };
  const signed = await withPrivateKey(work, wallet, (privateKey) =>
    family.sign({ chain, from: wallet, unsigned: built.unsigned, privateKey }),
  );
  // Whom an approval names is paid by others, later.
  const isApproval = /approve/.test(read.decodedCall?.function ?? '');
  const row = rowOf(work, wallet, signed, isApproval ? [] : paidIn(read, wallet));
  await insertTransaction(db, row);
  await announce(context, db, 'transaction.created', { ...row, status: 'pending' }, work.now);
  await announce(context, db, 'transaction.signed', row, work.now);
  const { id: transactionId, transactionHash } = row;
  return { ok: true, result: { task: payload.task, transactionId, transactionHash } };
}

/** Why the chain would refuse it by now, whatever the money. */
async function findObstacle({ db, payload }: ConfirmedWork<TransactionPayload>, wallet: WalletRow): Promise<string | undefined> {
  const { replaces, plan } = payload;
  const live = await listLiveTransactions(db, wallet.id);
  if (replaces !== undefined) {
    const replaced = await findTransaction(db, replaces);
    if (replaced === undefined || !live.some(({ id }) => id === replaces)) {
      return `The transaction ${replaces} is ${replaced?.status ?? 'gone'} by now, so nothing can take its place.`;
    }
    const other = live.find((row) => row.replaces === replaces);
    return other === undefined ? undefined : `The transaction ${other.id} has taken its place already. Ask again for that one.`;
  }
  const coins = readCoins(plan.slot);
  if (coins.length === 0) return undefined;
  const unspent = await listUnspentCoins(db, wallet.blockchain, wallet.address);
  const held = live.flatMap(({ details }) => readCoins((JSON.parse(details) as TransactionPlan).slot));
  const isThere = (list: typeof coins, { txid, vout }: { txid: string; vout: number }) =>
    list.some((coin) => coin.txid === txid && coin.vout === vout);
  const isFree = coins.every((coin) => isThere(unspent, coin) && !isThere(held, coin));
  return isFree ? undefined : 'Its coins were spent by another transaction meanwhile. Ask for the transfer again.';
}

/** Throws `insufficient_funds`, which leaves the challenge pending. Coins are checked one by one instead. */
async function checkMoney({ db, payload }: ConfirmedWork<TransactionPayload>, wallet: WalletRow): Promise<undefined> {
  const chain = chainOf(wallet);
  if (chain.family === 'bitcoin') return;
  const { plan, replaces } = payload;
  const findToken = tokenFinder(db, chain.id);
  const account = { chain, wallet, findToken, ...(replaces === undefined ? {} : { except: replaces }) };
  await requireFunds(db, account, readIntent(plan.intent), plan.fee);
}

/** `paid` is whom the bytes pay: a call pays someone where a token standard says so. */
function rowOf(
  { context, row, payload, now }: ConfirmedWork<TransactionPayload>,
  wallet: WalletRow,
  signed: Signed,
  [paid, ...others]: readonly string[],
): TransactionRow {
  const { plan, task, operation, feeLevel } = payload;
  const { intent, slot } = plan;
  const { signedTransaction, signature } = signed;
  const details: TransactionDetails = { ...plan, task, sourceAddress: wallet.address, signedTransaction, signature };
  const at = timestamp(now);
  return {
    id: context.newId(),
    blockchain: wallet.blockchain,
    walletId: wallet.id,
    customerId: wallet.customerId,
    challengeId: row.id,
    operation,
    status: 'signed',
    feeLevel,
    refId: payload.refId ?? null,
    destinationAddress: intent.kind !== 'contract-call' ? intent.to : others.length === 0 ? (paid ?? null) : null,
    tokenId: payload.tokenId ?? null,
    contractAddress: intent.kind === 'contract-call' ? intent.contract : null,
    transactionHash: signed.transactionHash,
    nonce: slot.nonce ?? null,
    details: JSON.stringify(details),
    replaces: payload.replaces ?? null,
    replacedBy: null,
    failureCode: null,
    failureMessage: null,
    blockNumber: null,
    nextAt: timestamp(now + broadcastDelayMs),
    createdAt: at,
    updatedAt: at,
    signedAt: at,
    broadcastAt: null,
    confirmedAt: null,
  };
}

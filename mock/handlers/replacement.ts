import { ApiError } from '../api-error.ts';
import { fromBaseUnits } from '../chains/amounts.ts';
import type { Chain } from '../chains/catalogue.ts';
import { loadFamily } from '../chains/families.ts';
import type { ChainFamilyModule, FeeQuote, FindToken, Intent, Slot } from '../chains/family.ts';
import type { Context } from '../context.ts';
import { chainOfTransaction, readDetails, type TransactionDetails } from '../ledger/advance-transaction.ts';
import { highestFee, insufficientFunds, requireFunds } from '../ledger/funds.ts';
import { settleTransactions } from '../ledger/settle-transactions.ts';
import { readIntent, readSlot, storeIntent, storeSlot } from '../ledger/stored-intent.ts';
import type { CustomerRow } from '../store/customers.ts';
import type { Store } from '../store/database.ts';
import { findTransaction, listLiveTransactions, type TransactionRow } from '../store/transactions.ts';
import { findWallet, type WalletRow } from '../store/wallets.ts';
import type { TransactionPayload } from '../tasks/transaction.ts';
import type { Asked } from './request-challenge.ts';
import { tokenFinder } from './tokens.ts';
import { blockchainLine, decodedCallOf, describeIntent, feeOf, linesOf } from './transaction-display.ts';
import { warningsOf } from './transaction-warnings.ts';
import { transactionNotFound } from './transactions.ts';

export type ReplacementTask = 'cancel-transaction' | 'accelerate-transaction';

/** Fixes a transaction that takes the place of another: the same one for more, or one that does nothing. */
export async function prepareReplacement(
  context: Context,
  db: Store,
  customer: CustomerRow,
  transactionId: string,
  task: ReplacementTask,
): Promise<Asked> {
  await settleTransactions(context, db);
  const replaced = await findTransaction(db, transactionId);
  if (replaced === undefined || replaced.customerId !== customer.id) throw transactionNotFound(transactionId);
  const chain = chainOfTransaction(replaced);
  if (chain.family !== 'evm' && chain.family !== 'bitcoin') {
    throw new ApiError('unsupported_operation', {
      message: `On ${chain.name} nothing can take the place of a transaction that was sent; this one is on ${chain.id}.`,
      details: [{ path: 'path/transactionId', code: 'unsupported_operation', message: `is a transaction on ${chain.id}` }],
    });
  }
  await requireReplaceable(db, replaced);
  const wallet = await findWallet(db, replaced.walletId);
  if (wallet === undefined) throw new Error(`There is no wallet ${replaced.walletId}`);
  const details = readDetails(replaced);
  const { intent, fee, slot } = await planReplacement(chain, wallet, details, task);
  const findToken = tokenFinder(db, chain.id);
  if (chain.family === 'evm') await requireFunds(db, { chain, wallet, findToken, except: replaced.id }, intent, fee);
  const family = await loadFamily(chain);
  const { unsigned, payloadHash } = await family.build({ chain, from: wallet, intent, fee, slot });
  const read = await family.readTransaction({ chain, from: wallet, slot, findToken, rawTransaction: unsigned });
  return {
    payload: payloadOf(task, replaced, details, { intent, fee, slot }),
    display: {
      ...(await describeReplacement({ chain, wallet, family, task, replaced, intent, findToken })),
      fee: feeOf(fee, 'high'),
      warnings: await warningsOf(db, wallet, read, findToken),
      payloadHash,
    },
    metadata: { transactionId },
  };
}

function payloadOf(task: ReplacementTask, replaced: TransactionRow, details: TransactionDetails, plan: Plan): TransactionPayload {
  const isCancel = task === 'cancel-transaction';
  const { intent, fee, slot } = plan;
  const { symbol, decimals } = chainOfTransaction(replaced).nativeToken;
  const amount = intent.kind === 'native-transfer' ? fromBaseUnits(intent.amount, decimals) : '0';
  return {
    task,
    walletId: replaced.walletId,
    operation: isCancel ? 'transfer' : (replaced.operation as TransactionPayload['operation']),
    feeLevel: 'high',
    ...(replaced.refId === null ? {} : { refId: replaced.refId }),
    ...(isCancel || replaced.tokenId === null ? {} : { tokenId: replaced.tokenId }),
    plan: {
      intent: storeIntent(intent),
      fee,
      slot: storeSlot(slot),
      ...(isCancel ? { said: { amounts: [amount] }, moved: { amount, symbol } } : { said: details.said, moved: details.moved }),
    },
    replaces: replaced.id,
  };
}

interface Described {
  chain: Chain;
  wallet: WalletRow;
  family: ChainFamilyModule;
  task: ReplacementTask;
  replaced: TransactionRow;
  /** What is done instead. */
  intent: Intent;
  findToken: FindToken;
}

/** What the user is shown of it, but for the fee, the warnings and the hash. */
async function describeReplacement(
  { chain, wallet, family, task, replaced, intent, findToken }: Described,
): Promise<Pick<Asked['display'], 'title' | 'lines' | 'decodedCall'>> {
  const { fee, intent: stored } = readDetails(replaced);
  const before = readIntent(stored);
  const hash = { label: 'Transaction', value: replaced.transactionHash };
  const offered = { label: 'Fee offered before', value: `${fee.estimatedFee} ${fee.currency}` };
  if (task === 'accelerate-transaction') {
    return {
      title: 'Speed up a transaction',
      lines: [...linesOf(chain, wallet.address, before), hash, offered],
      ...(await decodedCallOf(family, chain, before, wallet, findToken)),
    };
  }
  return {
    title: 'Cancel a transaction',
    lines: [
      blockchainLine(chain),
      { label: 'Wallet', value: wallet.address },
      hash,
      { label: 'What it does', value: describeIntent(chain, before) },
      { label: 'Instead', value: describeIntent(chain, intent) },
      offered,
    ],
  };
}

async function requireReplaceable(db: Store, row: TransactionRow): Promise<void> {
  if (row.status !== 'signed' && row.status !== 'broadcast') {
    throw new ApiError('transaction_not_replaceable', { message: `The transaction is ${row.status} and cannot be replaced.` });
  }
  const other = (await listLiveTransactions(db, row.walletId)).find(({ replaces }) => replaces === row.id);
  if (other === undefined) return;
  throw new ApiError('transaction_not_replaceable', {
    message: `The transaction ${other.id} is about to take its place. Replace that one.`,
  });
}

interface Plan {
  intent: Intent;
  fee: FeeQuote;
  slot: Slot;
}

async function planReplacement(chain: Chain, wallet: WalletRow, replaced: TransactionDetails, task: ReplacementTask): Promise<Plan> {
  const before = readIntent(replaced.intent);
  const slot = readSlot(replaced.slot);
  if (replaced.fee.family === 'evm') {
    const { estimateGas, quoteEvmReplacement } = await import('../chains/evm-fees.ts');
    const intent: Intent = task === 'accelerate-transaction' ? before : { kind: 'native-transfer', to: wallet.address, amount: 0n };
    const gasLimit = task === 'accelerate-transaction' ? BigInt(replaced.fee.gasLimit) : estimateGas({ to: wallet.address, data: '0x' });
    return { intent, fee: quoteEvmReplacement(chain, replaced.fee, gasLimit), slot };
  }
  if (replaced.fee.family !== 'bitcoin' || before.kind !== 'native-transfer') throw new TypeError('Bitcoin has transfers only');
  const { accelerateSpend, cancelSpend, quoteBitcoinFee } = await import('../chains/bitcoin-coins.ts');
  const { coins = [] } = slot;
  const spent = { coins, fee: highestFee(chain, replaced.fee), vsize: replaced.fee.vsize };
  if (task === 'accelerate-transaction') {
    const spend = accelerateSpend(spent, before);
    if (spend === undefined) throw insufficientFunds('the change of the transaction is too little for a higher fee; cancel it, or wait');
    return { intent: before, fee: quoteBitcoinFee(chain, spend), slot };
  }
  const spend = cancelSpend(spent);
  if (spend === undefined) throw insufficientFunds('the coins of the transaction are too little for a higher fee');
  const intent: Intent = { kind: 'native-transfer', to: wallet.address, amount: spend.amount };
  return { intent, fee: quoteBitcoinFee(chain, spend), slot };
}

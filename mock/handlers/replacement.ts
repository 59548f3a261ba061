import { ApiError } from '../api-error.ts';
import { fromBaseUnits } from '../chains/amounts.ts';
import type { Chain } from '../chains/catalogue.ts';
import { loadFamily } from '../chains/families.ts';
import type { FeeQuote, Intent, Slot } from '../chains/family.ts';
import type { Context } from '../context.ts';
import { chainOfTransaction, readDetails, type TransactionDetails } from '../ledger/advance-transaction.ts';
import { highestFee, insufficientFunds, requireFunds } from '../ledger/funds.ts';
import { settleTransactions } from '../ledger/settle-transactions.ts';
import { readCoins, readIntent, storeIntent, storeSlot } from '../ledger/stored-intent.ts';
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
  const isCancel = task === 'cancel-transaction';
  const before = readIntent(details.intent);
  const hash = { label: 'Transaction', value: replaced.transactionHash };
  const offered = { label: 'Fee offered before', value: `${details.fee.estimatedFee} ${details.fee.currency}` };
  const { symbol, decimals } = chain.nativeToken;
  const payload: TransactionPayload = {
    task,
    walletId: wallet.id,
    operation: isCancel ? 'transfer' : (replaced.operation as TransactionPayload['operation']),
    feeLevel: 'high',
    ...(replaced.refId === null ? {} : { refId: replaced.refId }),
    ...(isCancel || replaced.tokenId === null ? {} : { tokenId: replaced.tokenId }),
    plan: {
      intent: storeIntent(intent),
      fee,
      slot: storeSlot(slot),
      ...(isCancel && intent.kind === 'native-transfer'
        ? { said: { amounts: [fromBaseUnits(intent.amount, decimals)] }, moved: { amount: fromBaseUnits(intent.amount, decimals), symbol } }
        : { said: details.said, moved: details.moved }),
    },
    replaces: replaced.id,
  };
  return {
    payload,
    display: {
      title: isCancel ? 'Cancel a transaction' : 'Speed up a transaction',
      lines: isCancel
        ? [
            blockchainLine(chain),
            { label: 'Wallet', value: wallet.address },
            hash,
            { label: 'What it does', value: describeIntent(chain, before) },
            { label: 'Instead', value: describeIntent(chain, intent) },
            offered,
          ]
        : [...linesOf(chain, wallet.address, before), hash, offered],
      fee: feeOf(fee, 'high'),
      ...(isCancel ? {} : await decodedCallOf(family, chain, before, wallet, findToken)),
      warnings: await warningsOf(db, wallet, read, findToken),
      payloadHash,
    },
    metadata: { transactionId },
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
  if (replaced.fee.family === 'evm') {
    const { estimateGas, quoteEvmReplacement } = await import('../chains/evm-fees.ts');
    const intent: Intent = task === 'accelerate-transaction' ? before : { kind: 'native-transfer', to: wallet.address, amount: 0n };
    const gasLimit = task === 'accelerate-transaction' ? BigInt(replaced.fee.gasLimit) : estimateGas({ to: wallet.address, data: '0x' });
    return { intent, fee: quoteEvmReplacement(chain, replaced.fee, gasLimit), slot: { ...(replaced.slot.nonce === undefined ? {} : { nonce: replaced.slot.nonce }) } };
  }
  if (replaced.fee.family !== 'bitcoin' || before.kind !== 'native-transfer') throw new TypeError('Bitcoin has transfers only');
  const { accelerateSpend, cancelSpend, quoteBitcoinFee } = await import('../chains/bitcoin-coins.ts');
  const coins = readCoins(replaced.slot);
  const spent = { coins, fee: highestFee(chain, replaced.fee), vsize: replaced.fee.vsize };
  if (task === 'accelerate-transaction') {
    const spend = accelerateSpend(spent, before);
    if (spend === undefined) throw insufficientFunds('the change of the transaction is too little for a higher fee; cancel it, or wait');
    return { intent: before, fee: quoteBitcoinFee(chain, spend), slot: { coins } };
  }
  const spend = cancelSpend(spent);
  if (spend === undefined) throw insufficientFunds('the coins of the transaction are too little for a higher fee');
  const intent: Intent = { kind: 'native-transfer', to: wallet.address, amount: spend.amount };
  return { intent, fee: quoteBitcoinFee(chain, spend), slot: { coins } };
}


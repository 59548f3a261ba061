import { ApiError } from '../api-error.ts';
import { fromBaseUnits, toBaseUnits } from '../chains/amounts.ts';
import type { Chain } from '../chains/catalogue.ts';
import type { FeeQuote, FindToken, Intent } from '../chains/family.ts';
import type { Store } from '../store/database.ts';
import { listLiveTransactions, type TransactionRow } from '../store/transactions.ts';
import type { WalletRow } from '../store/wallets.ts';
import { applyIntent, nativeAmountOf } from './apply-intent.ts';
import { feeCollector, type LedgerView, NotEnough, openLedger } from './ledger-view.ts';
import { describeRevert, Reverted } from './reverted.ts';
import { readIntent, type TransactionPlan } from './stored-intent.ts';

/** The highest fee that can be charged, in base units. */
export function highestFee({ nativeToken }: Chain, { estimatedFee }: Pick<FeeQuote, 'estimatedFee'>): bigint {
  const fee = toBaseUnits(estimatedFee, nativeToken.decimals);
  if (fee === undefined) throw new RangeError(`A fee has the decimals of its token: ${estimatedFee}`);
  return fee;
}

interface Account {
  chain: Chain;
  wallet: Pick<WalletRow, 'id' | 'address' | 'blockchain'>;
  findToken: FindToken;
  /** A transaction that the new one is to replace, and whose money is free for it. */
  except?: string;
}

/**
 * The ledger as it will be when everything that the account has on its way is in a block, at the highest fees: what is left
 * of its money is available. Not for Bitcoin, where coins are held instead.
 */
async function openAvailable(db: Store, { chain, wallet, findToken, except }: Account): Promise<LedgerView> {
  const ledger = openLedger(db, chain.id);
  const from = wallet.address;
  for (const contenders of contendersOf(await listLiveTransactions(db, wallet.id))) {
    if (contenders.some(({ id }) => id === except)) continue;
    const plans = contenders.map(({ details }) => JSON.parse(details) as TransactionPlan);
    const amount = plans.map(({ fee }) => highestFee(chain, fee)).reduce((most, fee) => (fee > most ? fee : most), 0n);
    await attempt(() => ledger.move({ from, to: feeCollector, asset: '', amount }));
    // The first does the most: what replaces it does the same or nothing. What the chain will revert moves nothing.
    const [first] = plans;
    if (first !== undefined) await attempt(() => applyIntent(ledger, { chain, from, intent: readIntent(first.intent) }, findToken));
  }
  return ledger;
}

/** Transactions that stand in one place, the first before what is to replace it: one of them gets into a block. */
function contendersOf(live: TransactionRow[]): TransactionRow[][] {
  const firstOf = (row: TransactionRow): TransactionRow => {
    const replaced = live.find(({ id }) => id === row.replaces);
    return replaced === undefined ? row : firstOf(replaced);
  };
  return [...Map.groupBy(live, (row) => firstOf(row).id)].map(([first, rows]) =>
    rows.toSorted((a, b) => Number(b.id === first) - Number(a.id === first)),
  );
}

async function attempt(work: () => Promise<void>): Promise<Reverted | NotEnough | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    if (error instanceof Reverted || error instanceof NotEnough) return error;
    throw error;
  }
}

/** Tries a call on the ledger as it will be. Throws `contract_call_reverted` where the contract would refuse it. */
export async function simulate(db: Store, account: Account, intent: Intent): Promise<void> {
  if (intent.kind !== 'contract-call') return;
  const { chain, wallet, findToken } = account;
  const ledger = await openAvailable(db, account);
  const refusal = await attempt(() => applyIntent(ledger, { chain, from: wallet.address, intent }, findToken));
  if (refusal instanceof Reverted) {
    throw new ApiError('contract_call_reverted', { message: describeRevert(refusal.message) });
  }
}

/** Throws `insufficient_funds` unless the account has what the transaction takes and its highest fee, beside what is held. */
export async function requireFunds(db: Store, account: Account, intent: Intent, fee: FeeQuote): Promise<void> {
  const { chain, wallet } = account;
  const { symbol, decimals } = chain.nativeToken;
  const ledger = await openAvailable(db, account);
  const native = await ledger.balanceOf(wallet.address, '');
  const amount = nativeAmountOf({ chain, intent });
  if (intent.kind === 'token-transfer') {
    const wanted = new Map<string, bigint>();
    for (const { nftTokenId = '', amount } of intent.items) wanted.set(nftTokenId, (wanted.get(nftTokenId) ?? 0n) + amount);
    for (const [nftTokenId, needs] of wanted) {
      const has = await ledger.balanceOf(wallet.address, intent.token.address, nftTokenId);
      if (has >= needs) continue;
      const what = nftTokenId === '' ? intent.token.symbol : `${intent.token.symbol} ${nftTokenId}`;
      const text = (units: bigint) => `${fromBaseUnits(units, intent.token.decimals)} ${what}`;
      throw insufficientFunds(`the wallet has ${text(has)}, the transfer needs ${text(needs)}`);
    }
  }
  const highest = highestFee(chain, fee);
  if (native >= amount + highest) return;
  const text = (units: bigint) => `${fromBaseUnits(units, decimals)} ${symbol}`;
  const needs = amount === 0n ? '' : `${text(amount)} and `;
  const what = intent.kind === 'contract-call' ? 'call' : 'transfer';
  throw insufficientFunds(`the wallet has ${text(native)}, the ${what} needs ${needs}a fee of ${text(highest)}`);
}

export function insufficientFunds(reason: string): ApiError {
  return new ApiError('insufficient_funds', { message: `Insufficient funds for transaction: ${reason}.` });
}

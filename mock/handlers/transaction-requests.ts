import type { Chain } from '../chains/catalogue.ts';
import { loadFamily } from '../chains/families.ts';
import type { ChainFamilyModule, Coin, FeeLevel, FeeQuote, FindToken, Intent, Slot } from '../chains/family.ts';
import type { Context } from '../context.ts';
import type { Call, Handlers } from '../contract.ts';
import type { Idempotent } from '../idempotency.ts';
import { insufficientFunds, requireFunds, simulate } from '../ledger/funds.ts';
import { listSpendableCoins, nextSlot } from '../ledger/next-slot.ts';
import { settleTransactions } from '../ledger/settle-transactions.ts';
import { storeIntent, storeSlot } from '../ledger/stored-intent.ts';
import type { Store } from '../store/database.ts';
import type { WalletRow } from '../store/wallets.ts';
import type { TransactionPayload } from '../tasks/transaction.ts';
import type { components } from '../../generated/types.ts';
import { fromBaseUnits } from '../chains/amounts.ts';
import { requireCustomerWallet } from './customer-wallet.ts';
import { prepareReplacement, type ReplacementTask } from './replacement.ts';
import { type Asked, requestChallenge, requirePin } from './request-challenge.ts';
import { tokenFinder } from './tokens.ts';
import { decodedCallOf, feeOf, linesOf, titleOf } from './transaction-display.ts';
import { readCall, readTransfer, type Wanted } from './transaction-intent.ts';
import { warningsOf } from './transaction-warnings.ts';

type Metadata = components['schemas']['ChallengeMetadata'];

/** Handlers of the operations that ask a customer for a transaction. */
export function transactionRequestHandlers(context: Context, idempotent: Idempotent) {
  const replacing =
    (task: ReplacementTask) =>
    ({ path, body }: Call<'cancelTransaction'> | Call<'accelerateTransaction'>, db: Store) =>
      requestChallenge(context, db, {
        customerId: path.customerId,
        body,
        check: requirePin,
        prepare: (customer, db) => prepareReplacement(context, db, customer, path.transactionId, task),
      });

  return {
    createTransfer: idempotent(async ({ path, body }, db) =>
      requestChallenge(context, db, {
        customerId: path.customerId,
        body,
        check: requirePin,
        prepare: async (customer, db) => {
          const { wallet, chain } = await requireCustomerWallet(db, customer.id, body.walletId);
          const wanted = await readTransfer(db, chain, body);
          const { walletId, destinationAddress, tokenId, amounts, nftTokenIds, feeLevel, refId } = body;
          const metadata = defined({ walletId, destinationAddress, tokenId, amounts, nftTokenIds, feeLevel, refId });
          return prepareTransaction(context, db, { task: 'transfer', wallet, chain, wanted, body, metadata });
        },
      }),
    ),

    createContractExecution: idempotent(async ({ path, body }, db) =>
      requestChallenge(context, db, {
        customerId: path.customerId,
        body,
        check: requirePin,
        prepare: async (customer, db) => {
          const { wallet, chain } = await requireCustomerWallet(db, customer.id, body.walletId);
          const wanted = await readCall(chain, body);
          const { walletId, contractAddress, abiFunctionSignature, abiParameters, amount, feeLevel, refId } = body;
          const metadata = defined({ walletId, contractAddress, abiFunctionSignature, abiParameters, amount, feeLevel, refId });
          return prepareTransaction(context, db, { task: 'contract-execution', wallet, chain, wanted, body, metadata });
        },
      }),
    ),

    cancelTransaction: idempotent(replacing('cancel-transaction')),
    accelerateTransaction: idempotent(replacing('accelerate-transaction')),
  } satisfies Handlers;
}

interface Preparation {
  task: 'transfer' | 'contract-execution';
  wallet: WalletRow;
  chain: Chain;
  wanted: Wanted;
  body: { feeLevel?: FeeLevel; refId?: string; tokenId?: string };
  metadata: Metadata;
}

/** Fixes everything of a transaction: its fee, its place, and so its bytes and its hash. */
async function prepareTransaction(context: Context, db: Store, preparation: Preparation): Promise<Asked> {
  const { task, wallet, chain, wanted, body, metadata } = preparation;
  const { said, moved } = wanted;
  await settleTransactions(context, db);
  const family = await loadFamily(chain);
  const findToken = tokenFinder(db, chain.id);
  const intent = await withToken(wanted.intent, findToken);
  const feeLevel = body.feeLevel ?? 'medium';
  const { fee, slot } = await planTransaction(db, { family, chain, wallet, intent, findToken, feeLevel, now: context.clock.now() });
  const { unsigned, payloadHash } = await family.build({ chain, from: wallet, intent, fee, slot });
  const read = await family.readTransaction({ chain, from: wallet, slot, findToken, rawTransaction: unsigned });
  const payload: TransactionPayload = {
    task,
    walletId: wallet.id,
    operation: task,
    feeLevel,
    ...(body.refId === undefined ? {} : { refId: body.refId }),
    ...(body.tokenId === undefined ? {} : { tokenId: body.tokenId }),
    plan: { intent: storeIntent(intent), fee, slot: storeSlot(slot), said, moved },
  };
  return {
    payload,
    display: {
      title: await titleOf(chain, intent, findToken),
      lines: linesOf(chain, wallet.address, intent),
      fee: feeOf(fee, feeLevel),
      ...(await decodedCallOf(family, chain, intent, wallet, findToken)),
      warnings: await warningsOf(db, wallet, read, findToken),
      payloadHash,
    },
    metadata,
  };
}

/** What the contract is now: it may be removed from the list before the call gets into a block. */
async function withToken(intent: Intent, findToken: FindToken): Promise<Intent> {
  if (intent.kind !== 'contract-call') return intent;
  const found = await findToken(intent.contract);
  if (found === undefined) return intent;
  const { standard, address, symbol, decimals } = found;
  return { ...intent, token: { standard, address, symbol, decimals } };
}

interface Planning {
  family: ChainFamilyModule;
  chain: Chain;
  wallet: WalletRow;
  intent: Intent;
  findToken: FindToken;
  feeLevel: FeeLevel;
  now: number;
}

/** The fee and the place of a transaction. Throws what the chain, the contract and the money have against it. */
async function planTransaction(db: Store, planning: Planning): Promise<{ fee: FeeQuote; slot: Slot }> {
  const { family, chain, wallet, intent, findToken, feeLevel, now } = planning;
  if (chain.family === 'bitcoin') return planOnBitcoin(db, planning);
  const quotes = await family.quoteFees({ chain, from: wallet, intent });
  const fee = quotes[feeLevel];
  await simulate(db, { chain, wallet, findToken }, intent);
  await requireFunds(db, { chain, wallet, findToken }, intent, fee);
  return { fee, slot: await nextSlot(db, chain, wallet, now) };
}

/** On Bitcoin the coins are the place: those that nobody means to spend, or else those that another challenge does. */
async function planOnBitcoin(db: Store, { family, chain, wallet, intent, feeLevel }: Planning): Promise<{ fee: FeeQuote; slot: Slot }> {
  if (intent.kind !== 'native-transfer') throw new TypeError('Bitcoin has transfers only');
  const { feeRates, selectCoins } = await import('../chains/bitcoin-coins.ts');
  const { amount, to } = intent;
  const { free, all } = await listSpendableCoins(db, wallet);
  const quote = async (coins: Coin[]) => (await family.quoteFees({ chain, from: wallet, intent, coins }))[feeLevel];
  for (const coins of [free, all]) {
    const fee = await quote(coins);
    const spend = selectCoins({ coins, amount, to, feeRate: feeRates[feeLevel] });
    if (spend !== undefined) return { fee, slot: { coins: spend.coins } };
  }
  const { symbol, decimals } = chain.nativeToken;
  const has = all.reduce((sum, coin) => sum + coin.amount, 0n);
  const text = (units: bigint) => `${fromBaseUnits(units, decimals)} ${symbol}`;
  const { estimatedFee } = await quote(all);
  throw insufficientFunds(`the wallet has ${text(has)}, the transfer needs ${text(amount)} and a fee of ${estimatedFee} ${symbol}`);
}

/** Without the fields that the request had not. */
function defined(metadata: { [Field in keyof Metadata]: Metadata[Field] | undefined }): Metadata {
  return Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined));
}

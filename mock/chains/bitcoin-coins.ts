import { Address, NETWORK, OutScript, TEST_NETWORK } from '@scure/btc-signer';
import type { components } from '../../generated/types.ts';
import { ApiError } from '../api-error.ts';
import { formatFee, fromBaseUnits } from './amounts.ts';
import type { Chain } from './catalogue.ts';
import type { Coin, FeeLevel } from './family.ts';

export type BitcoinFeeQuote = components['schemas']['BitcoinFeeQuote'];

/** In satoshi a virtual byte. */
export const feeRates: Record<FeeLevel, bigint> = { low: 1n, medium: 5n, high: 12n };

/** The script of a wallet's own address, P2WPKH, to which the change goes: 22 bytes. */
const ownScript = 22;

/** Change of less, in satoshi, is not relayed by nodes; it goes to the fee. */
export const dust = 294n;

/** What is spent, and what becomes of it: `fee` and `change` are in satoshi, and no change is made when it is 0. */
export interface Spend {
  coins: readonly Coin[];
  fee: bigint;
  change: bigint;
  vsize: number;
}

/**
 * The script that pays to a valid address of either network. Throws `address_invalid` for witness versions that have no
 * meaning yet: who sends to one gives the coins to the first who asks.
 */
export function scriptOf(address: string): Uint8Array {
  const network = /^(?:bc1|BC1|[13])/.test(address) ? NETWORK : TEST_NETWORK;
  try {
    return OutScript.encode(Address(network).decode(address));
  } catch (cause) {
    const rule = 'is of a kind that nobody can spend from yet; send to P2WPKH, P2WSH, P2TR, P2PKH or P2SH';
    throw new ApiError('address_invalid', {
      message: `${address} ${rule}.`,
      details: [{ path: 'body/destinationAddress', code: 'address_invalid', message: rule }],
      cause,
    });
  }
}

/** The least that can be sent to a script, in satoshi, as Bitcoin Core reckons: what it costs to spend it at 3 satoshi a byte. */
export function dustOf(script: Uint8Array): bigint {
  return 3n * BigInt(8 + 1 + script.length + (isWitnessProgram(script) ? 67 : 148));
}

/** BIP-141: a version, and one push of 2 to 40 bytes. */
function isWitnessProgram([version = 0, push = 0, ...program]: Uint8Array): boolean {
  return (version === 0 || (version >= 0x51 && version <= 0x60)) && push === program.length && push >= 2 && push <= 40;
}

/**
 * The size, in virtual bytes, of a transaction that spends `inputs` P2WPKH coins. Signatures are made with a low R, so they
 * are 71 bytes with their hash type, and very seldom a byte less: the size is never underrated.
 */
export function vsizeOf(inputs: number, scripts: readonly number[]): number {
  const count = (length: number) => (length < 0xfd ? 1 : 3);
  const outputs = scripts.reduce((sum, script) => sum + 8 + count(script) + script, 0);
  const base = 4 + count(inputs) + 41 * inputs + count(scripts.length) + outputs + 4;
  const witness = 2 + inputs * (1 + 1 + 71 + 1 + 33);
  return Math.ceil((4 * base + witness) / 4);
}

export interface CoinsRequest {
  coins: readonly Coin[];
  /** In satoshi. */
  amount: bigint;
  /** In satoshi a virtual byte. */
  feeRate: bigint;
  to: string;
}

/**
 * Chooses the coins for a payment: the largest first, as many as it takes, so that the same coins always give the same
 * choice. Undefined when they are too little.
 */
export function selectCoins({ coins, ...payment }: CoinsRequest): Spend | undefined {
  const largestFirst = coins.toSorted(
    (a, b) => order(b.amount, a.amount) || order(a.txid, b.txid) || order(a.vout, b.vout),
  );
  for (let count = 1; count <= largestFirst.length; count += 1) {
    const spend = spendCoins({ coins: largestFirst.slice(0, count), ...payment });
    if (spend !== undefined) return spend;
  }
  return undefined;
}

function order<T>(a: T, b: T): number {
  return Number(a > b) - Number(a < b);
}

/**
 * Spends all of the coins: what is left over is the change, or goes to the fee where it would be dust. Undefined when they
 * are too little.
 */
export function spendCoins({ coins, amount, feeRate, to }: CoinsRequest): Spend | undefined {
  return spendAt(coins, amount, to, () => feeRate);
}

function spendAt(coins: readonly Coin[], amount: bigint, to: string, rateOf: (vsize: number) => bigint): Spend | undefined {
  const left = sumOf(coins) - amount;
  const script = scriptOf(to).length;
  const withChange = vsizeOf(coins.length, [script, ownScript]);
  const fee = rateOf(withChange) * BigInt(withChange);
  if (left - fee >= dust) return { coins, fee, change: left - fee, vsize: withChange };
  const vsize = vsizeOf(coins.length, [script]);
  return left >= rateOf(vsize) * BigInt(vsize) ? { coins, fee: left, change: 0n, vsize } : undefined;
}

export function sumOf(coins: readonly Coin[]): bigint {
  return coins.reduce((sum, coin) => sum + coin.amount, 0n);
}

/**
 * The rate that replaces a transaction, by the rules of BIP-125: at the level `high`, a tenth above the rate before, and
 * a satoshi a byte above the fee before, whichever is most.
 */
function rateAbove(replaced: Pick<Spend, 'fee' | 'vsize'>, vsize: number): bigint {
  const before = BigInt(replaced.vsize);
  const tenthMore = ceilDivide(11n * replaced.fee, 10n * before);
  const feeMore = ceilDivide(replaced.fee, BigInt(vsize)) + 1n;
  return [tenthMore, feeMore].reduce((most, rate) => (rate > most ? rate : most), feeRates.high);
}

function ceilDivide(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor;
}

export interface Replaced {
  /** All the coins that the transaction spends. */
  coins: readonly Coin[];
  /** Its fee, in satoshi, and its size. */
  fee: bigint;
  vsize: number;
}

/** The same payment from the same coins with a higher fee, out of the change. Undefined when the change is too little. */
export function accelerateSpend(replaced: Replaced, payment: { to: string; amount: bigint }): Spend | undefined {
  return spendAt(replaced.coins, payment.amount, payment.to, (vsize) => rateAbove(replaced, vsize));
}

/** The same coins, all back to the wallet but the higher fee: `amount` is what it gets. Undefined when nothing would be left. */
export function cancelSpend(replaced: Replaced): (Spend & { amount: bigint }) | undefined {
  const vsize = vsizeOf(replaced.coins.length, [ownScript]);
  const fee = rateAbove(replaced, vsize) * BigInt(vsize);
  const amount = sumOf(replaced.coins) - fee;
  return amount < dust ? undefined : { coins: replaced.coins, fee, change: 0n, vsize, amount };
}

/** The quote for a spend. Its rate has six decimals at most: times the size, rounded to a satoshi, it is the fee. */
export function quoteBitcoinFee(chain: Chain, { fee, vsize }: Pick<Spend, 'fee' | 'vsize'>): BitcoinFeeQuote {
  const { symbol, decimals } = chain.nativeToken;
  const millionths = (2_000_000n * fee + BigInt(vsize)) / (2n * BigInt(vsize));
  return {
    family: 'bitcoin',
    estimatedFee: fromBaseUnits(fee, decimals),
    estimatedFeeFormatted: formatFee(fee, decimals),
    currency: symbol,
    feeRate: fromBaseUnits(millionths, 6),
    vsize,
  };
}

/** The level whose rate comes nearest from above; `high` for what is above them all. */
export function levelOfRate({ fee, vsize }: Pick<Spend, 'fee' | 'vsize'>): FeeLevel {
  if (fee <= feeRates.low * BigInt(vsize)) return 'low';
  return fee <= feeRates.medium * BigInt(vsize) ? 'medium' : 'high';
}

/** The fee at every level. It is that of the coins that would be chosen, or, when they are too little, of all of them. */
export function quoteBitcoinFees(chain: Chain, request: Omit<CoinsRequest, 'feeRate'>): Record<FeeLevel, BitcoinFeeQuote> {
  const at = (level: FeeLevel) => {
    const feeRate = feeRates[level];
    const spend = selectCoins({ ...request, feeRate });
    if (spend !== undefined) return quoteBitcoinFee(chain, spend);
    const vsize = vsizeOf(Math.max(1, request.coins.length), [scriptOf(request.to).length, ownScript]);
    return quoteBitcoinFee(chain, { vsize, fee: feeRate * BigInt(vsize) });
  };
  return { low: at('low'), medium: at('medium'), high: at('high') };
}

import { formatFee, fromBaseUnits } from './amounts.ts';
import type { Chain } from './catalogue.ts';
import type { FeeLevel, FeeQuote } from './family.ts';

/** The mock's blocks cost 10 gwei a unit of gas, always: what is above goes to the validator. */
export const baseFeePerGas = 10_000_000_000n;

/** In wei a unit of gas. `max` leaves room for a base fee that does not rise here. */
const prices: Record<FeeLevel, { maxPriorityFeePerGas: bigint; maxFeePerGas: bigint }> = {
  low: { maxPriorityFeePerGas: 1_000_000_000n, maxFeePerGas: 11_000_000_000n },
  medium: { maxPriorityFeePerGas: 1_500_000_000n, maxFeePerGas: 16_500_000_000n },
  high: { maxPriorityFeePerGas: 2_000_000_000n, maxFeePerGas: 22_000_000_000n },
};

/** What a plain transfer of the native token takes, on every chain, to anyone. */
const transferGas = 21_000n;

const gasOfSelector: Record<string, bigint> = {
  // transfer(address,uint256)
  '0xa9059cbb': 65_000n,
  // approve(address,uint256)
  '0x095ea7b3': 55_000n,
};

/** What a call takes that nothing is known of, and the creation of a contract, each without its call data. */
const unknownCallGas = 100_000n;
const creationGas = 500_000n;

/**
 * An estimate of the gas: fixed for what is common, else a generous constant and the price of the call data at EIP-7623's
 * floor, 40 for a byte and 10 for a zero byte. `to` is undefined where a contract is created.
 */
export function estimateGas({ to, data }: { to: string | undefined; data: string }): bigint {
  if (to !== undefined && data === '0x') return transferGas;
  const known = to === undefined ? undefined : gasOfSelector[data.slice(0, 10)];
  if (known !== undefined) return known;
  const bytes = (data.slice(2).match(/../g) ?? []).map((byte) => (byte === '00' ? 10n : 40n));
  return (to === undefined ? creationGas : unknownCallGas) + bytes.reduce((sum, cost) => sum + cost, 0n);
}

export type EvmFeeQuote = FeeQuote & { family: 'evm' };

export interface EvmPrice {
  gasLimit: bigint;
  /** In wei a unit of gas. */
  maxFeePerGas: bigint;
  maxPriorityFeePerGas: bigint;
}

/** The quote for a price: the highest fee that can be charged. */
export function quoteEvmFee(chain: Chain, { gasLimit, maxFeePerGas, maxPriorityFeePerGas }: EvmPrice): EvmFeeQuote {
  const { symbol, decimals } = chain.nativeToken;
  const fee = gasLimit * maxFeePerGas;
  return {
    family: 'evm',
    estimatedFee: fromBaseUnits(fee, decimals),
    estimatedFeeFormatted: formatFee(fee, decimals),
    currency: symbol,
    gasLimit: String(gasLimit),
    maxFeePerGas: String(maxFeePerGas),
    maxPriorityFeePerGas: String(maxPriorityFeePerGas),
  };
}

export function quoteEvmFees(chain: Chain, gasLimit: bigint): Record<FeeLevel, EvmFeeQuote> {
  const at = (level: FeeLevel) => quoteEvmFee(chain, { gasLimit, ...prices[level] });
  return { low: at('low'), medium: at('medium'), high: at('high') };
}

/** The level whose price comes nearest from above; `high` for what is above them all. */
export function levelOfPrice(maxFeePerGas: bigint): FeeLevel {
  if (maxFeePerGas <= prices.low.maxFeePerGas) return 'low';
  return maxFeePerGas <= prices.medium.maxFeePerGas ? 'medium' : 'high';
}

/**
 * The quote of a transaction that takes the place of `replaced`: level `high`, and by a tenth more than before, rounded up,
 * which is what nodes ask for. `gasLimit` is that of the new transaction.
 */
export function quoteEvmReplacement(chain: Chain, replaced: EvmFeeQuote, gasLimit: bigint): EvmFeeQuote {
  const raised = (price: string) => (BigInt(price) * 11n + 9n) / 10n;
  const atLeast = (price: bigint, other: bigint) => (price > other ? price : other);
  return quoteEvmFee(chain, {
    gasLimit,
    maxFeePerGas: atLeast(prices.high.maxFeePerGas, raised(replaced.maxFeePerGas)),
    maxPriorityFeePerGas: atLeast(prices.high.maxPriorityFeePerGas, raised(replaced.maxPriorityFeePerGas)),
  });
}

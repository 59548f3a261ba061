/**
 * Human units on the wire, base units inside. Written by hand, because what the libraries have rounds what is too fine,
 * and an amount that is not the one that was asked for must be refused.
 */

/** `text`, a decimal number in human units, in base units; undefined when it is no such number or has more decimals than the token. */
export function toBaseUnits(text: string, decimals: number): bigint | undefined {
  const [, whole, fraction = ''] = /^(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  // Zeros at the end say nothing: 1.50 has one decimal.
  const significant = fraction.replace(/0+$/, '');
  if (whole === undefined || significant.length > decimals) return undefined;
  return BigInt(whole + significant.padEnd(decimals, '0'));
}

/** `amount` base units as a decimal string in human units, without zeros at the end. */
export function fromBaseUnits(amount: bigint, decimals: number): string {
  if (amount < 0n) return `-${fromBaseUnits(-amount, decimals)}`;
  const digits = amount.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** `fee` base units for people: in human units, rounded up to six significant digits, so that it never costs more than was said. */
export function formatFee(fee: bigint, decimals: number): string {
  const step = 10n ** BigInt(Math.max(0, fee.toString().length - 6));
  return fromBaseUnits(((fee + step - 1n) / step) * step, decimals);
}

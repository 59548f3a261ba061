import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFee, fromBaseUnits, toBaseUnits } from '../../mock/chains/amounts.ts';

const decimals = fc.integer({ min: 0, max: 38 });
const amount = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n });

describe('toBaseUnits', () => {
  it.each([
    ['0', 18, 0n],
    ['0.1', 18, 10n ** 17n],
    ['25', 6, 25_000_000n],
    ['1.50', 1, 15n],
    ['7.000', 0, 7n],
    ['0.00000001', 8, 1n],
  ])('reads %s with %d decimals', (text, places, units) => {
    expect(toBaseUnits(text, places)).toBe(units);
  });

  it.each([
    ['0.0000001', 6],
    ['0.5', 0],
    ['', 18],
    ['.5', 18],
    ['5.', 18],
    ['-1', 18],
    ['1e18', 18],
    ['0x10', 18],
    [' 1', 18],
    ['١', 18],
    ['1\n', 18],
  ])('refuses %j with %d decimals', (text, places) => {
    expect(toBaseUnits(text, places)).toBeUndefined();
  });

  it('is the inverse of fromBaseUnits, whatever the amount', () => {
    fc.assert(fc.property(amount, decimals, (units, places) => toBaseUnits(fromBaseUnits(units, places), places) === units));
  });
});

describe('fromBaseUnits', () => {
  it.each([
    [0n, 18, '0'],
    [1n, 18, '0.000000000000000001'],
    [10n ** 18n, 18, '1'],
    [1_500_000n, 6, '1.5'],
    [-1_500_000n, 6, '-1.5'],
    [42n, 0, '42'],
    [100n, 0, '100'],
  ])('writes %d with %d decimals', (units, places, text) => {
    expect(fromBaseUnits(units, places)).toBe(text);
  });
});

describe('formatFee', () => {
  it.each([
    [907_500_000_000_000n, 18, '0.0009075'],
    [123_456_700_000n, 18, '0.000000123457'],
    [123_456_000_001n, 18, '0.000000123457'],
    [999_999_900n, 8, '10'],
    [141n, 8, '0.00000141'],
    [0n, 8, '0'],
  ])('writes %d with %d decimals', (fee, places, text) => {
    expect(formatFee(fee, places)).toBe(text);
  });

  it('never says less than the fee, nor more than six significant digits, nor a thousandth of a percent more', () => {
    fc.assert(
      fc.property(amount, decimals, (fee, places) => {
        const text = formatFee(fee, places);
        const said = toBaseUnits(text, places) ?? -1n;
        expect(said).toBeGreaterThanOrEqual(fee);
        expect((said - fee) * 100_000n).toBeLessThanOrEqual(fee);
        expect(said.toString().replace(/0+$/, '').length).toBeLessThanOrEqual(6);
      }),
    );
  });
});

import type { Chain } from './catalogue.ts';
import type { ChainFamilyModule } from './family.ts';

/** The code of a chain's family. It brings the chain's own libraries, so it is loaded when the first wallet needs it. */
export async function loadFamily({ id, family }: Chain): Promise<ChainFamilyModule> {
  switch (family) {
    case 'evm':
      return (await import('./evm.ts')).evm;
    case 'bitcoin':
      return (await import('./bitcoin.ts')).bitcoin;
    case 'solana':
      return (await import('./solana.ts')).solana;
    case 'near':
      return (await import('./near.ts')).near;
    default:
      throw new RangeError(`Chain ${id} is not enabled: there is nothing to sign there`);
  }
}

import { shareBytes } from './share-wrap.ts';

/**
 * Combines the two shares to a BIP-32 seed for one use, and wipes both shares and the seed when it ends, however it ends.
 *
 * This is where the mock is a mock: real nodes sign together and never hold the whole key in one place. One share alone
 * says nothing of the seed, since each is drawn uniformly and they are joined by exclusive or.
 */
export async function withSeed<T>(
  { shareOne, shareTwo }: { shareOne: Uint8Array; shareTwo: Uint8Array },
  use: (seed: Uint8Array) => T | Promise<T>,
): Promise<T> {
  const seed = new Uint8Array(shareBytes);
  try {
    if (shareOne.length !== shareBytes || shareTwo.length !== shareBytes) {
      throw new RangeError(`A share has ${shareBytes} bytes`);
    }
    for (let position = 0; position < shareBytes; position += 1) {
      seed[position] = (shareOne[position] ?? 0) ^ (shareTwo[position] ?? 0);
    }
    return await use(seed);
  } finally {
    for (const bytes of [seed, shareOne, shareTwo]) bytes.fill(0);
  }
}

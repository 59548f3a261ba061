import type { Clock } from './clock.ts';
import type { Random } from './nodes/random.ts';

const counterBytes = 3;
const counterLimit = 2 ** (8 * counterBytes);

/** Makes ids of 24 hex digits, as the vendor's: seconds, a random part, a counter. Those of one process sort by age. */
export function createIds(clock: Clock, random: Random): () => string {
  const origin = Buffer.from(random(5)).toString('hex');
  let second = 0;
  let counter = 0;
  return () => {
    const now = Math.floor(clock.now() / 1000);
    // A clock that was set back (by a reset) must not bring back an id: the counter goes on, whatever the second is.
    counter = (counter + 1) % counterLimit;
    second = counter === 0 ? Math.max(now, second + 1) : Math.max(now, second);
    return second.toString(16).padStart(8, '0') + origin + counter.toString(16).padStart(2 * counterBytes, '0');
  };
}

/** The random part of a Gateway URL: 256 bits, base64url. */
export function createGatewayToken(random: Random): string {
  return Buffer.from(random(32)).toString('base64url');
}

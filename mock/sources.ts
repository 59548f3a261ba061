import type { Clock } from './clock.ts';
import { createIds } from './ids.ts';
import { type Random, systemRandom } from './nodes/random.ts';
import type { Seed } from './seed.ts';

/** Where ids and random bytes come from. No source is drawn from for the purpose of another, so that a seed repeats each. */
export interface Sources {
  /** Ids of what the API makes. */
  newId: () => string;
  /** Ids of requests, which are more or fewer from run to run: someone polls. */
  newRequestId: () => string;
  /** What the nodes and the Gateway draw: key shares, tokens, codes. */
  random: Random;
  /** What a browser would draw, where the Sandbox plays one. */
  browserRandom: Random;
  /** Which request fails on purpose, and when. */
  networkRandom: Random;
  /** Begins a seeded run again. Without a seed nothing is repeated, and this does nothing. */
  beginAgain: () => void;
}

/** The sources of a seeded run, or those that never repeat, which draw from `random`. */
export function createSources(clock: Clock, seed: Seed | undefined, random: Random = systemRandom): Sources {
  const source = (purpose: string) => seed?.random(purpose) ?? random;
  const [idRandom, requestRandom] = [source('ids'), source('requests')];
  const begin = () => ({ newId: createIds(clock, idRandom), newRequestId: createIds(clock, requestRandom) });
  let ids = begin();
  return {
    newId: () => ids.newId(),
    newRequestId: () => `req_${ids.newRequestId()}`,
    random: source('nodes'),
    browserRandom: source('browser'),
    networkRandom: source('network'),
    beginAgain: () => {
      if (seed === undefined) return;
      seed.rewind();
      ids = begin();
    },
  };
}

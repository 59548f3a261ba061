import { createCipheriv, createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Random } from './nodes/random.ts';

/** When every seeded run begins: the time of the contract's examples. */
export const seededStart = Date.parse('2026-03-02T09:00:00.000Z');

/** The randomness of a run that can be repeated. */
export interface Seed {
  /**
   * Random bytes for one purpose. Each purpose has a source of its own, so that what one draws, or how often, changes
   * nothing of another.
   */
  random: (purpose: string) => Random;
  /** Begins every source again. */
  rewind: () => void;
}

/**
 * Makes the randomness of a seed: the keystream of AES-256-CTR under the SHA-256 of seed and purpose. It is as even as
 * that of the system, and as secret as the seed: not at all.
 */
export function createSeed(seed: number): Seed {
  const rewinds: (() => void)[] = [];
  return {
    random: (purpose) => {
      const key = createHash('sha256').update(`planbok mock seed ${seed} ${purpose}`).digest();
      const open = () => createCipheriv('aes-256-ctr', key, new Uint8Array(16));
      let keystream = open();
      rewinds.push(() => {
        keystream = open();
      });
      return (length) => {
        const bytes = new Uint8Array(length);
        const drawn = keystream.update(bytes);
        bytes.set(drawn);
        drawn.fill(0);
        return bytes;
      };
    },
    rewind: () => rewinds.forEach((rewind) => rewind()),
  };
}

/** Node 1's key in every seeded run, PEM (PKCS #8). It is in the repository, hence known to everyone. */
export function readSeededNodeOneKey(): Promise<string> {
  return readFile(new URL('./seeded-node-one-key.pem', import.meta.url), 'utf8');
}

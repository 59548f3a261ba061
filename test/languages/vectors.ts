/** The signed webhooks and returns that the verifier of every language must judge rightly. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReturnUrlVector, Vectors, WebhookVector } from '../vectors/make-vectors.ts';

export const vectorsFolder = join(import.meta.dirname, '..', 'vectors');

/** What a language's runner prints as JSON: a judgement for each vector, in the order of the files. */
export interface Judgements {
  webhooks: unknown[];
  returnUrls: unknown[];
}

/** Holds the judgements of one run against the vectors, each of which is a test. */
export function itPassesTheVectors(judgements: () => Judgements): void {
  describe.each(['webhooks', 'returnUrls'] as const)('judges %s', (kind) => {
    const file = kind === 'webhooks' ? 'webhooks.json' : 'return-urls.json';
    const { vectors } = JSON.parse(readFileSync(join(vectorsFolder, file), 'utf8')) as Vectors<WebhookVector | ReturnUrlVector>;

    it.each(vectors.map(({ name, expected }, position) => ({ name, expected, position })))('$name', ({ expected, position }) => {
      expect(judgements()[kind][position]).toEqual(expected);
    });
  });
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { returnUrlVectors, vectorFiles, webhookVectors } from '../vectors/make-vectors.ts';

const folder = join(import.meta.dirname, '..', 'vectors');

describe('test/vectors', () => {
  it('is what its script makes', () => {
    const files = vectorFiles();
    expect(readdirSync(folder).filter((name) => name.endsWith('.json')).sort()).toEqual(Object.keys(files).sort());
    for (const [name, text] of Object.entries(files)) {
      expect(readFileSync(join(folder, name), 'utf8'), 'run `node test/vectors/make-vectors.ts`').toBe(text);
    }
  });

  it('names each vector once, and takes and refuses for every reason', () => {
    const reasonsOf = (vectors: { name: string; expected: { valid: boolean; reason?: string } }[]) => {
      expect(new Set(vectors.map(({ name }) => name)).size).toBe(vectors.length);
      return [...new Set(vectors.map(({ expected }) => expected.reason ?? 'valid'))].sort();
    };
    const both = ['from_future', 'malformed_signature', 'malformed_timestamp', 'too_old', 'valid', 'wrong_signature'];
    expect(reasonsOf(webhookVectors().vectors)).toEqual([...both, 'malformed_body', 'missing_header', 'unknown_scheme'].sort());
    expect(reasonsOf(returnUrlVectors().vectors)).toEqual([...both, 'malformed_parameter', 'missing_parameter', 'repeated_parameter'].sort());
  });
});

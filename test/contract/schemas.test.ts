import { describe, expect, it } from 'vitest';
import { createContract } from '../../mock/contract.ts';
import { contract, createAjv } from './contract.ts';

function patternsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]: [string, unknown]) =>
    key === 'pattern' && typeof member === 'string' ? [member] : patternsIn(member),
  );
}

describe('the schemas of the contract', () => {
  it('each compile under the ajv that Prism uses', () => {
    const ajv = createAjv().addSchema(contract, 'contract');
    const names = Object.keys(contract.components.schemas);
    const broken = names.filter((name) => {
      try {
        ajv.compile({ $ref: `contract#/components/schemas/${name}` });
        return false;
      } catch {
        return true;
      }
    });
    expect(broken).toEqual([]);
    expect(names.length).toBeGreaterThan(150);
  });

  it('have patterns that are legal with the flag u, without which a whole schema goes unchecked', () => {
    const patterns = [...new Set(patternsIn(contract.components.schemas))];
    for (const pattern of patterns) expect(() => new RegExp(pattern, 'u'), pattern).not.toThrow();
    expect(patterns.length).toBeGreaterThan(20);
  });

  it('pass the gate at which the mock refuses to start', async () => {
    const { compileAll } = await createContract({ document: contract, handlers: {}, ids: () => 'req_test' });
    await expect(compileAll()).resolves.toBeUndefined();
  });

  it('fail at that gate when one pattern is illegal', async () => {
    const document = structuredClone(contract);
    const schema = document.components.schemas['ObjectId'];
    if (schema) schema['pattern'] = '^[\\w-.]+$';
    await expect(createContract({ document, handlers: {}, ids: () => 'req_test' })).rejects.toThrow(/pattern/);
  });
});

import { readFileSync } from 'node:fs';
import type { components } from '../../generated/types.ts';
import { findChain } from '../../mock/chains/catalogue.ts';
import { deriveAccount, derivePrivateKey } from '../../mock/chains/derive.ts';
import vectors from './vectors/derivation.json' with { type: 'json' };

type Schemas = components['schemas'];

const document = JSON.parse(readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8')) as {
  components: { examples: Record<string, { value: unknown }> };
};

/** The value of one of the contract's examples. The type is the schema's that the contract tests hold it against. */
export function exampleOf<T>(name: string): T {
  const example = document.components.examples[name];
  if (example === undefined) throw new RangeError(`The contract has no example ${name}`);
  return example.value as T;
}

export const challengeExample = (name: string) => exampleOf<Schemas['ChallengeResponse']>(`challenge.${name}`).data;
export const transactionExample = (name: string) => exampleOf<Schemas['TransactionResponse']>(`transaction.${name}`).data;
export const feeExample = (name: string) => exampleOf<Schemas['FeeEstimateResponse']>(`fee-estimate.${name}`).data;

/** The chain and the account of the cast, whose seed is in the vectors, with the key that its user keeps. */
export async function castWallet(blockchain: string) {
  const chain = findChain(blockchain);
  if (chain === undefined) throw new RangeError(`There is no chain ${blockchain}`);
  const request = { seed: Buffer.from(vectors.cast.seed, 'hex'), blockchain, index: 0 };
  return { chain, from: await deriveAccount(request), privateKey: await derivePrivateKey(request) };
}

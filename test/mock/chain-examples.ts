import { readFileSync } from 'node:fs';
import type { components } from '../../generated/types.ts';
import { ApiError } from '../../mock/api-error.ts';
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

/** The chain and an account of the cast, whose seed is in the vectors, with the key that its user keeps. */
export async function castWallet(blockchain: string, index = 0) {
  const chain = findChain(blockchain);
  if (chain === undefined) throw new RangeError(`There is no chain ${blockchain}`);
  const request = { seed: Buffer.from(vectors.cast.seed, 'hex'), blockchain, index };
  return { chain, from: await deriveAccount(request), privateKey: await derivePrivateKey(request) };
}

/** The error with which something is refused. */
export async function refusal(refused: Promise<unknown> | (() => unknown)): Promise<ApiError> {
  try {
    await (typeof refused === 'function' ? refused() : refused);
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('It was not refused');
}

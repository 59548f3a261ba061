import { ApiError, type ErrorDetail } from '../api-error.ts';
import { type Chain, findChain } from '../chains/catalogue.ts';

/** Throws `unsupported_blockchain` unless every chain is one on which wallets can be made; names all that are not. */
export function requireBlockchains(blockchains: readonly string[]): void {
  const refused = blockchains.flatMap((id, index) => refuse(id, `body/blockchains/${index}`) ?? []);
  const [first] = refused;
  if (first === undefined) return;
  throw new ApiError('unsupported_blockchain', { message: first.message, details: refused.map(({ detail }) => detail) });
}

/** The chain, or the error that it is unknown or not enabled. */
export function requireBlockchain(id: string): Chain {
  const chain = findChain(id);
  const refused = refuse(id, 'body/blockchain');
  if (chain !== undefined && refused === undefined) return chain;
  throw new ApiError('unsupported_blockchain', { message: refused?.message, details: refused && [refused.detail] });
}

function refuse(id: string, path: string): { message: string; detail: ErrorDetail } | undefined {
  const chain = findChain(id);
  if (chain?.enabled) return undefined;
  const problem = chain === undefined ? 'is not known' : 'is not enabled';
  return {
    message: `Blockchain ${id} ${problem}. GET /v2/config/chains lists the chains that are.`,
    detail: { path, code: 'unsupported_blockchain', message: problem },
  };
}

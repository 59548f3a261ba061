import type { ContractRead } from './evm-views.ts';
import { readTotalSupply } from './total-supply.ts';

/** What can be evaluated of the contracts of each standard. */
export const nearViews: Record<string, readonly string[]> = {
  nep141: ['ft_balance_of(account_id)', 'ft_total_supply()', 'ft_metadata()'],
  nep171: ['nft_token(token_id)', 'nft_metadata()'],
};

/** What a function returns; undefined when it is not one of those that can be evaluated. Throws `abi_invalid`. */
export async function viewNearContract({ ledger, db, chain, token, signature, parameters }: ContractRead): Promise<unknown> {
  const { encodeNearCall } = await import('../chains/near-call.ts');
  const { methodName, args } = encodeNearCall(chain, signature, parameters);
  const { account_id: account, token_id: id } = JSON.parse(args) as Record<string, unknown>;
  const isKnown = nearViews[token.standard]?.some((view) => view.startsWith(`${methodName}(`)) ?? false;
  if (!isKnown) return undefined;
  const { address, name, symbol, decimals } = token;
  switch (methodName) {
    case 'ft_balance_of':
      return typeof account === 'string' ? String(await ledger.balanceOf(account, address)) : undefined;
    case 'ft_total_supply':
      return String(await readTotalSupply(db, chain.id, address));
    case 'ft_metadata':
      return { spec: 'ft-1.0.0', name, symbol, icon: null, reference: null, reference_hash: null, decimals };
    case 'nft_metadata':
      return { spec: 'nft-1.0.0', name, symbol, icon: null, base_uri: null, reference: null, reference_hash: null };
    case 'nft_token': {
      if (typeof id !== 'string') return undefined;
      const owner = await ledger.ownerOf(address, id);
      return owner === undefined ? null : { token_id: id, owner_id: owner };
    }
    default:
      return undefined;
  }
}

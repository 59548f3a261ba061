import type { Chain } from '../chains/catalogue.ts';
import { listAmounts } from '../store/balances.ts';
import type { Store } from '../store/database.ts';
import type { TokenRow } from '../store/tokens.ts';
import type { LedgerView } from './ledger-view.ts';
import { Reverted } from './reverted.ts';
import { readTotalSupply } from './total-supply.ts';

/** A read of a registered token's contract. */
export interface ContractRead {
  ledger: LedgerView;
  db: Store;
  chain: Chain;
  token: TokenRow;
  signature: string;
  parameters: readonly string[];
}

const named = ['name()', 'symbol()', 'supportsInterface(bytes4)'];

/** What can be evaluated of the contracts of each standard. */
export const evmViews: Record<string, readonly string[]> = {
  erc20: ['name()', 'symbol()', 'decimals()', 'totalSupply()', 'balanceOf(address)', 'allowance(address,address)'],
  erc721: [...named, 'balanceOf(address)', 'ownerOf(uint256)', 'getApproved(uint256)', 'isApprovedForAll(address,address)'],
  erc1155: [...named, 'balanceOf(address,uint256)', 'balanceOfBatch(address[],uint256[])', 'isApprovedForAll(address,address)'],
};

/** ERC-165, and what each standard says of itself. */
const interfaces: Record<string, readonly string[]> = {
  erc721: ['0x01ffc9a7', '0x80ac58cd', '0x5b5e139f'],
  erc1155: ['0x01ffc9a7', '0xd9b67a26'],
};

const zeroAddress = `0x${'0'.repeat(40)}`;

/**
 * What a function returns; undefined when it is not one of those that can be evaluated. Throws `abi_invalid`, and Reverted
 * where the contract would.
 */
export async function viewEvmContract(read: ContractRead): Promise<string | boolean | string[] | undefined> {
  const { ledger, db, chain, token } = read;
  const { parseCall } = await import('../chains/evm-abi.ts');
  const { signature, values } = parseCall(read.signature, read.parameters);
  if (!evmViews[token.standard]?.includes(signature)) return undefined;
  const [first, second] = values.map(String);
  const asset = token.address;
  const ownerOf = async (id: string) => {
    const owner = await ledger.ownerOf(asset, id);
    if (owner === undefined) throw new Reverted('ERC721: invalid token ID');
    return owner;
  };
  switch (signature) {
    case 'name()':
      return token.name;
    case 'symbol()':
      return token.symbol;
    case 'decimals()':
      return String(token.decimals);
    case 'totalSupply()':
      return String(await readTotalSupply(db, chain.id, asset));
    case 'supportsInterface(bytes4)':
      return interfaces[token.standard]?.includes(first ?? '') ?? false;
    case 'balanceOf(address)': {
      const amounts = await listAmounts(db, chain.id, first ?? '', asset);
      return String(amounts.reduce((sum, { amount }) => sum + BigInt(amount), 0n));
    }
    case 'balanceOf(address,uint256)':
      return String(await ledger.balanceOf(first ?? '', asset, second ?? ''));
    case 'balanceOfBatch(address[],uint256[])': {
      const [holders, ids] = values.map((value) => [value].flat().map(String));
      if (holders?.length !== ids?.length) throw new Reverted('ERC1155: accounts and ids length mismatch');
      const balances = (holders ?? []).map((holder, index) => ledger.balanceOf(holder, asset, ids?.[index] ?? ''));
      return (await Promise.all(balances)).map(String);
    }
    case 'allowance(address,address)':
      return String(await ledger.allowance(asset, first ?? '', second ?? ''));
    case 'ownerOf(uint256)':
      return ownerOf(first ?? '');
    case 'getApproved(uint256)':
      return (await ledger.approvedFor(asset, await ownerOf(first ?? ''), first ?? '')) ?? zeroAddress;
    case 'isApprovedForAll(address,address)':
      return (await ledger.allowance(asset, first ?? '', second ?? '', '*')) > 0n;
    default:
      return undefined;
  }
}

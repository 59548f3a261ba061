import type { AbiFunction, AbiParameter, Hex } from 'viem';
import {
  concat,
  decodeAbiParameters,
  encodeAbiParameters,
  parseAbi,
  slice,
  toFunctionSelector,
  toFunctionSignature,
} from 'viem/utils';
import type { components } from '../../generated/types.ts';
import { type AbiValue, type ParsedCall, parseCall, typeText, valueText } from './evm-abi.ts';
import type { TokenInfo } from './family.ts';
import { shorten } from './shorten.ts';

type Schemas = components['schemas'];

// ERC-20, then what ERC-721 and ERC-1155 add, then the wrapped native token. transferFrom and approve are spelled alike in
// ERC-20 and ERC-721: only the contract knows whether the number is an amount or an id.
const standardFunctions = parseAbi([
  'function transfer(address to, uint256 amount)',
  'function approve(address spender, uint256 amount)',
  'function transferFrom(address from, address to, uint256 amount)',
  'function increaseAllowance(address spender, uint256 addedValue)',
  'function decreaseAllowance(address spender, uint256 subtractedValue)',
  'function safeTransferFrom(address from, address to, uint256 tokenId)',
  'function safeTransferFrom(address from, address to, uint256 tokenId, bytes data)',
  'function setApprovalForAll(address operator, bool approved)',
  'function safeTransferFrom(address from, address to, uint256 id, uint256 amount, bytes data)',
  'function safeBatchTransferFrom(address from, address to, uint256[] ids, uint256[] amounts, bytes data)',
  'function deposit()',
  'function withdraw(uint256 amount)',
]) satisfies readonly AbiFunction[];

const bySelector = new Map<string, AbiFunction>(standardFunctions.map((abi) => [toFunctionSelector(abi), abi]));

/** In an ERC-721 contract the number of these functions is the id of a token. */
const erc721Names: Record<string, string[]> = {
  'approve(address,uint256)': ['approved', 'tokenId'],
  'transferFrom(address,address,uint256)': ['from', 'to', 'tokenId'],
};

/** A call whose meaning a standard fixes, with its arguments. Amounts are in base units. */
export type StandardCall =
  | { name: 'transfer'; to: string; amount: bigint }
  /** `value` is an amount in an ERC-20 contract, and the id of a token in an ERC-721 contract. */
  | { name: 'approve'; spender: string; value: bigint }
  | { name: 'transferFrom'; from: string; to: string; value: bigint }
  | { name: 'increaseAllowance'; spender: string; amount: bigint }
  | { name: 'decreaseAllowance'; spender: string; amount: bigint }
  | { name: 'safeTransferFrom'; standard: 'erc721'; from: string; to: string; tokenId: bigint }
  | { name: 'safeTransferFrom'; standard: 'erc1155'; from: string; to: string; tokenId: bigint; amount: bigint }
  /** The contract reverts when there are not as many amounts as ids. */
  | { name: 'safeBatchTransferFrom'; from: string; to: string; tokenIds: bigint[]; amounts: bigint[] }
  | { name: 'setApprovalForAll'; operator: string; approved: boolean }
  /** Of the wrapped native token: takes what is sent along. */
  | { name: 'deposit' }
  | { name: 'withdraw'; amount: bigint };

/** Which standard function a contract call is, and with what; undefined when it is none. Throws `abi_invalid`. */
export function readStandardCall(intent: { signature: string; parameters: readonly string[] }): StandardCall | undefined {
  return toStandardCall(parseCall(intent.signature, intent.parameters));
}

export function toStandardCall({ signature, values }: Pick<ParsedCall, 'signature' | 'values'>): StandardCall | undefined {
  const address = (position: number) => String(values[position]);
  const number = (position: number) => toBigInt(values[position]);
  const numbers = (position: number) => [values[position] ?? []].flat().map(toBigInt);
  switch (signature) {
    case 'transfer(address,uint256)':
      return { name: 'transfer', to: address(0), amount: number(1) };
    case 'approve(address,uint256)':
      return { name: 'approve', spender: address(0), value: number(1) };
    case 'transferFrom(address,address,uint256)':
      return { name: 'transferFrom', from: address(0), to: address(1), value: number(2) };
    case 'increaseAllowance(address,uint256)':
      return { name: 'increaseAllowance', spender: address(0), amount: number(1) };
    case 'decreaseAllowance(address,uint256)':
      return { name: 'decreaseAllowance', spender: address(0), amount: number(1) };
    case 'safeTransferFrom(address,address,uint256)':
    case 'safeTransferFrom(address,address,uint256,bytes)':
      return { name: 'safeTransferFrom', standard: 'erc721', from: address(0), to: address(1), tokenId: number(2) };
    case 'safeTransferFrom(address,address,uint256,uint256,bytes)':
      return { name: 'safeTransferFrom', standard: 'erc1155', from: address(0), to: address(1), tokenId: number(2), amount: number(3) };
    case 'safeBatchTransferFrom(address,address,uint256[],uint256[],bytes)':
      return { name: 'safeBatchTransferFrom', from: address(0), to: address(1), tokenIds: numbers(2), amounts: numbers(3) };
    case 'setApprovalForAll(address,bool)':
      return { name: 'setApprovalForAll', operator: address(0), approved: values[1] === true };
    case 'deposit()':
      return { name: 'deposit' };
    case 'withdraw(uint256)':
      return { name: 'withdraw', amount: number(0) };
    default:
      return undefined;
  }
}

function toBigInt(value: AbiValue | undefined): bigint {
  if (typeof value !== 'bigint') throw new TypeError('A standard function has a number here');
  return value;
}

/** Longer call data is shown as it is: decoded, it could be more than a challenge has room for. */
const maxDecoded = 100_000;

/** The call that call data makes, if it is one of the standard functions and nothing is hidden behind its arguments. */
export function readStandardData(data: Hex): ParsedCall | undefined {
  const abi = bySelector.get(data.slice(0, 10));
  if (abi === undefined || data.length > maxDecoded) return undefined;
  try {
    const selector = slice(data, 0, 4);
    const decoded = data.length === 10 ? [] : decodeAbiParameters(abi.inputs, slice(data, 4));
    // Whatever does not come out the same has more in it than would be shown.
    if (concat([selector, encodeAbiParameters(abi.inputs, decoded)]) !== data) return undefined;
    const values = decoded.map(toAbiValue);
    return { name: abi.name, signature: toFunctionSignature(abi), inputs: abi.inputs, values, data };
  } catch {
    return undefined;
  }
}

function toAbiValue(value: unknown): AbiValue {
  if (Array.isArray(value)) return value.map(toAbiValue);
  if (typeof value === 'bigint' || typeof value === 'boolean' || typeof value === 'string') return value;
  throw new TypeError('No standard function takes such a value');
}

/** A call as it is shown to the user. The names are those of the signature, or of the standard. */
export function describeCall({ signature, inputs, values }: ParsedCall, token: TokenInfo | undefined): Schemas['DecodedCall'] {
  const known = namesOf(signature, token);
  return {
    function: signature,
    arguments: inputs.map((input, index) => {
      const name = input.name ?? known?.[index];
      return {
        ...(name === undefined || name === '' ? {} : { name: shorten(name, 256) }),
        type: typeText(input),
        value: valueText(values[index] ?? ''),
      };
    }),
  };
}

function namesOf(signature: string, token: TokenInfo | undefined): string[] | undefined {
  if (token?.standard === 'erc721' && erc721Names[signature] !== undefined) return erc721Names[signature];
  const inputs: readonly AbiParameter[] | undefined = standardFunctions.find((abi) => toFunctionSignature(abi) === signature)?.inputs;
  return inputs?.map((input) => input.name ?? '');
}

/**
 * No token has that many units: who allows so much means all of it, now and later. Some contracts keep allowances in 160
 * bits, so that is where it starts.
 */
const unlimited = 2n ** 160n - 1n;

/** What to warn of: an approval by which someone can take everything. */
export function warningsOfCall(call: ParsedCall, contract: string, token: TokenInfo | undefined): Schemas['DisplayWarning'][] {
  const spender = whoMayTakeAll(toStandardCall(call), token);
  if (spender === undefined) return [];
  const what = token === undefined ? `your tokens of ${contract}` : `your ${token.symbol}`;
  return [{ code: 'unlimited_approval', message: `${spender} will be able to take all ${what}, now and later.` }];
}

function whoMayTakeAll(call: StandardCall | undefined, token: TokenInfo | undefined): string | undefined {
  switch (call?.name) {
    case 'approve':
      return token?.standard !== 'erc721' && call.value >= unlimited ? call.spender : undefined;
    case 'increaseAllowance':
      return call.amount >= unlimited ? call.spender : undefined;
    case 'setApprovalForAll':
      return call.approved ? call.operator : undefined;
    default:
      return undefined;
  }
}

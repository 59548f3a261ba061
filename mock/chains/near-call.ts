import { ApiError } from '../api-error.ts';
import { isValidAddress } from './address.ts';
import type { Chain } from './catalogue.ts';
import type { DecodedCall } from './family.ts';

type ArgumentType = 'AccountId' | 'U128' | 'U64' | 'bool' | 'String';

const maxU128 = 2n ** 128n - 1n;

/** The contract's limit for what is displayed. */
const maxArgumentsLength = 20_000;

/**
 * What the functions of the token standards take: NEP-141 and NEP-145 for tokens, NEP-171 and NEP-178 for NFTs, and those of
 * wrapped NEAR. A text of these is read as its type says, so that JSON in a `msg` stays a text.
 */
const standardFunctions: Record<string, Record<string, ArgumentType>> = {
  ft_transfer: { receiver_id: 'AccountId', amount: 'U128', memo: 'String' },
  ft_transfer_call: { receiver_id: 'AccountId', amount: 'U128', memo: 'String', msg: 'String' },
  storage_deposit: { account_id: 'AccountId', registration_only: 'bool' },
  storage_withdraw: { amount: 'U128' },
  storage_unregister: { force: 'bool' },
  nft_transfer: { receiver_id: 'AccountId', token_id: 'String', approval_id: 'U64', memo: 'String' },
  nft_transfer_call: { receiver_id: 'AccountId', token_id: 'String', approval_id: 'U64', memo: 'String', msg: 'String' },
  nft_approve: { token_id: 'String', account_id: 'AccountId', msg: 'String' },
  nft_revoke: { token_id: 'String', account_id: 'AccountId' },
  nft_revoke_all: { token_id: 'String' },
  near_deposit: {},
  near_withdraw: { amount: 'U128' },
};

function typeOf(functionName: string, name: string): ArgumentType | undefined {
  const parameters = Object.hasOwn(standardFunctions, functionName) ? standardFunctions[functionName] : undefined;
  return parameters !== undefined && Object.hasOwn(parameters, name) ? parameters[name] : undefined;
}

function abiError(path: string, message: string, detail: string): ApiError {
  return new ApiError('abi_invalid', { message, details: [{ path: `body/${path}`, code: 'abi_invalid', message: detail }] });
}

/** JSON objects, arrays, booleans and null as they are, and any other text as a text: NEAR has its numbers as texts. */
function looseJson(text: string): string {
  if (!/^\s*(?:[[{]|(?:true|false|null)\s*$)/.test(text)) return JSON.stringify(text);
  try {
    JSON.parse(text);
    return text.trim();
  } catch {
    return JSON.stringify(text);
  }
}

/** The JSON of one argument. It is put together as text, because parsing would round large numbers. */
function jsonOf(chain: Chain, functionName: string, name: string, text: string, position: number): string {
  const path = `abiParameters/${position}`;
  switch (typeOf(functionName, name)) {
    case 'AccountId':
      if (!isValidAddress(chain.id, text)) {
        throw abiError(path, `${name} must be an account on ${chain.id}, not ${JSON.stringify(text)}.`, 'is not an account id');
      }
      return JSON.stringify(text);
    case 'U128':
      if (!/^\d{1,39}$/.test(text) || BigInt(text) > maxU128) {
        throw abiError(path, `${name} must be a whole number of base units, in decimal digits.`, 'is not a U128');
      }
      return JSON.stringify(text);
    case 'U64':
      if (!/^(?:null|0|[1-9]\d{0,15})$/.test(text)) {
        throw abiError(path, `${name} must be a whole number, or null.`, 'is not a number');
      }
      return text;
    case 'bool':
      if (text !== 'true' && text !== 'false' && text !== 'null') {
        throw abiError(path, `${name} must be true or false.`, 'is not a boolean');
      }
      return text;
    case 'String':
      return text === 'null' && name === 'memo' ? text : JSON.stringify(text);
    default:
      return looseJson(text);
  }
}

/** A function with its arguments as the contract takes them. */
export interface NearCall {
  methodName: string;
  /** JSON. */
  args: string;
}

/** Reads `name(first,second)` and a text for each parameter. Throws `abi_invalid`. */
export function encodeNearCall(chain: Chain, signature: string, parameters: readonly string[]): NearCall {
  const [, methodName = '', list = ''] = /^([^(]*)\(([\s\S]*)\)$/.exec(signature) ?? [];
  const names = list.trim() === '' ? [] : list.split(',').map((name) => name.trim());
  const isName = (name: string) => /^[A-Za-z_][A-Za-z0-9_]{0,254}$/.test(name);
  if (!isName(methodName) || !names.every(isName) || new Set(names).size !== names.length) {
    throw abiError(
      'abiFunctionSignature',
      `On NEAR a function is written with the names of its parameters, such as ft_transfer(receiver_id,amount), not ${signature}.`,
      'is not a function with parameter names',
    );
  }
  if (parameters.length !== names.length) {
    throw abiError(
      'abiParameters',
      `abiParameters has ${parameters.length} ${parameters.length === 1 ? 'value' : 'values'}, but ${signature} takes ${names.length}.`,
      `must have ${names.length} ${names.length === 1 ? 'item' : 'items'}`,
    );
  }
  const members = names.map(
    (name, position) => `${JSON.stringify(name)}:${jsonOf(chain, methodName, name, parameters[position] ?? '', position)}`,
  );
  const args = `{${members.join(',')}}`;
  if (args.length > maxArgumentsLength) {
    throw abiError(
      'abiParameters',
      `The arguments come to ${args.length} characters of JSON, and the customer can be shown ${maxArgumentsLength}.`,
      'is too long to be shown',
    );
  }
  return { methodName, args };
}

function argumentOf(functionName: string, name: string, value: unknown): DecodedCall['arguments'][number] {
  const known = typeOf(functionName, name);
  if (typeof value === 'string') return { name, type: known ?? 'String', value };
  const types: Record<string, string> = { number: 'Number', boolean: 'Boolean', object: Array.isArray(value) ? 'Array' : 'Object' };
  const type = value === null ? 'Null' : (known ?? types[typeof value] ?? 'Unknown');
  return { name, type, value: JSON.stringify(value) };
}

/**
 * The call with its arguments by name. Undefined when they are not JSON in the form in which it is read back: then a name may
 * be there twice or a number be rounded, and what would be shown is not what the contract may see.
 */
export function decodeNearCall({ methodName, args }: NearCall): DecodedCall | undefined {
  let values: unknown;
  try {
    values = JSON.parse(args);
    // Throws where it is nested too deeply.
    if (JSON.stringify(values) !== args) return undefined;
  } catch {
    return undefined;
  }
  if (typeof values !== 'object' || values === null || Array.isArray(values)) return undefined;
  const entries = Object.entries(values);
  return {
    function: `${methodName}(${entries.map(([name]) => name).join(',')})`,
    arguments: entries.map(([name, value]) => argumentOf(methodName, name, value)),
  };
}

/** Who is named as the receiver by a call of a token standard. */
export function receiverOf({ methodName }: NearCall, decoded: DecodedCall): string | undefined {
  const receiver = decoded.arguments.find(({ name }) => name === 'receiver_id' || (methodName === 'nft_approve' && name === 'account_id'));
  return receiver?.type === 'AccountId' ? receiver.value : undefined;
}

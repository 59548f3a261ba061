import type { AbiFunction, AbiParameter, Hex } from 'viem';
import { concat, encodeAbiParameters, getAddress, parseAbiItem, toFunctionSelector, toFunctionSignature } from 'viem/utils';
import { ApiError } from '../api-error.ts';
import { isValidAddress } from './address.ts';

/** A Solidity value: addresses in the case of their checksum, bytes as `0x` and hex, every integer as a bigint. */
export type AbiValue = string | bigint | boolean | AbiValue[];

/** A call of an EVM contract, with everything that its signature and its parameters say. */
export interface ParsedCall {
  name: string;
  /** In its canonical form, without names: `transfer(address,uint256)`. */
  signature: string;
  inputs: readonly AbiParameter[];
  values: AbiValue[];
  /** The call data: selector and arguments, `0x` and hex. */
  data: Hex;
}

/**
 * Reads a call from `abiFunctionSignature` and `abiParameters`: numbers in decimal, booleans as `true` or `false`, bytes as
 * `0x` and hex, arrays and tuples as JSON. Throws `abi_invalid`, with what to send instead.
 */
export function parseCall(signature: string, parameters: readonly string[]): ParsedCall {
  const abi = parseSignature(signature);
  const canonical = toFunctionSignature(abi);
  const { length } = abi.inputs;
  if (parameters.length !== length) {
    const has = `abiParameters has ${count(parameters.length, 'value')}`;
    throw new ApiError('abi_invalid', {
      message: `${has}, but ${canonical} takes ${length === 0 ? 'none' : length}.`,
      details: [{ path: 'body/abiParameters', code: 'abi_invalid', message: `must have ${count(length, 'item')}` }],
    });
  }
  const values = abi.inputs.map((input, index) => {
    try {
      return readParameter(input, parameters[index] ?? '');
    } catch (error) {
      if (!(error instanceof AbiMistake)) throw error;
      throw new ApiError('abi_invalid', {
        message: `Value ${index + 1} of ${canonical}${error.place === '' ? '' : `, at ${error.place},`} ${error.message}.`,
        details: [{ path: `body/abiParameters/${index}`, code: 'abi_invalid', message: error.message }],
      });
    }
  });
  const data = concat([toFunctionSelector(abi), encodeAbiParameters(abi.inputs, values)]);
  return { name: abi.name, signature: canonical, inputs: abi.inputs, values, data };
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function parseSignature(signature: string): AbiFunction {
  const wanted = 'Send the name of the function and the types of its parameters, such as transfer(address,uint256).';
  const refused = (why: string, cause?: unknown) =>
    new ApiError('abi_invalid', {
      message: `abiFunctionSignature ${why}. ${wanted}`,
      details: [{ path: 'body/abiFunctionSignature', code: 'abi_invalid', message: why }],
      cause,
    });
  let item;
  try {
    item = parseAbiItem(`function ${signature}`);
  } catch (error) {
    const { shortMessage, details } = error as { shortMessage?: string; details?: string };
    const reason = (details ?? shortMessage ?? '').split('\n')[0]?.replace(/\.$/, '');
    throw refused(`cannot be read${reason === undefined || reason === '' ? '' : `: ${reason}`}`, error);
  }
  if (item.type !== 'function') throw refused('is not that of a function');
  const unknown = typesOf(item.inputs).find((type) => leafReader(type.replace(/(\[\d*\])+$/, '')) === undefined);
  if (unknown !== undefined) throw refused(`has the type ${unknown}, which no transaction can carry`);
  return item;
}

function typesOf(parameters: readonly AbiParameter[]): string[] {
  return parameters.flatMap((parameter) => ('components' in parameter ? typesOf(parameter.components) : [parameter.type]));
}

/** What is wrong with one value. */
export class AbiMistake extends Error {
  /** Where within the value, such as `[1].amount`; empty for the value itself. */
  readonly place: string;

  constructor(message: string, place: string) {
    super(message);
    this.place = place;
  }
}

function readParameter(parameter: AbiParameter, text: string): AbiValue {
  if (!parameter.type.endsWith(']') && !('components' in parameter)) return readValue(parameter, text, '');
  let json: unknown;
  try {
    json = JSON.parse(text, exactNumbers);
  } catch {
    const kind = parameter.type.endsWith(']') ? 'an array' : 'a tuple';
    throw new AbiMistake(`must be ${kind} as JSON, such as ${example(parameter)}`, '');
  }
  return readValue(parameter, json, '');
}

/** Keeps what a JSON number loses above 2^53: whole numbers become bigints, from their digits. */
export function exactNumbers(_key: string, value: unknown, context?: { source?: string }): unknown {
  const source = context?.source;
  return typeof value === 'number' && source !== undefined && /^-?\d+$/.test(source) ? BigInt(source) : value;
}

function readValue(parameter: AbiParameter, value: unknown, place: string): AbiValue {
  const [, item, length] = /^(.*)\[(\d*)\]$/.exec(parameter.type) ?? [];
  if (item !== undefined) {
    if (!Array.isArray(value)) throw new AbiMistake(`must be an array, such as ${example(parameter)}`, place);
    if (length !== '' && value.length !== Number(length)) {
      throw new AbiMistake(`must have ${length} items, and has ${value.length}`, place);
    }
    return value.map((each, index) => readValue({ ...parameter, type: item }, each, `${place}[${index}]`));
  }
  if ('components' in parameter) return readTuple(parameter.components, value, place, parameter);
  return (leafReader(parameter.type) ?? unreadable)(value, place);
}

/** A tuple is an array in the order of its members, or an object when they all have names. */
function readTuple(components: readonly AbiParameter[], value: unknown, place: string, tuple: AbiParameter): AbiValue {
  if (Array.isArray(value)) {
    if (value.length !== components.length) {
      throw new AbiMistake(`must have ${components.length} members, and has ${value.length}`, place);
    }
    return components.map((component, index) => readValue(component, value[index], `${place}[${index}]`));
  }
  if (typeof value !== 'object' || value === null) throw new AbiMistake(`must be a tuple, such as ${example(tuple)}`, place);
  const members = new Map(Object.entries(value));
  const names = components.map((component) => component.name ?? '');
  if (members.size !== components.length || !names.every((name) => members.has(name))) {
    throw new AbiMistake(`must be an array of the tuple's ${components.length} members`, place);
  }
  return components.map((component, index) => readValue(component, members.get(names[index] ?? ''), `${place}.${names[index]}`));
}

type LeafReader = (value: unknown, place: string) => AbiValue;

/** What reads the values of a type that has no parts; undefined for a type that does not exist. */
export function leafReader(type: string): LeafReader | undefined {
  if (type === 'address') return readAddress;
  if (type === 'bool') return readBoolean;
  if (type === 'string') return readText;
  const [, kind, size] = /^(u?int|bytes)(\d*)$/.exec(type) ?? [];
  if (kind === 'bytes') return (value, place) => readBytes(size === '' ? undefined : Number(size), value, place);
  if (kind !== undefined) return (value, place) => readInteger(kind === 'int', Number(size), value, place);
  return undefined;
}

function unreadable(_value: unknown, place: string): never {
  throw new AbiMistake('has a type that no transaction can carry', place);
}

function readAddress(value: unknown, place: string): string {
  if (typeof value !== 'string' || !/^0x[0-9a-fA-F]{40}$/.test(value)) {
    throw new AbiMistake('must be an address, 0x and 40 hexadecimal digits', place);
  }
  // An address is the same on every EVM chain.
  if (!isValidAddress('ETH', value)) {
    throw new AbiMistake('is an address whose checksum is wrong: correct it, or write it in lower case', place);
  }
  return getAddress(value);
}

function readBoolean(value: unknown, place: string): boolean {
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw new AbiMistake('must be true or false', place);
}

function readText(value: unknown, place: string): string {
  if (typeof value !== 'string') throw new AbiMistake('must be a text', place);
  // Half of a character has no UTF-8, and would be signed as something else than is shown.
  if (!value.isWellFormed()) throw new AbiMistake('must be a text of whole characters', place);
  return value;
}

function readBytes(size: number | undefined, value: unknown, place: string): string {
  const what = size === undefined ? '0x and hexadecimal digits, two for each byte' : `0x and ${size * 2} hexadecimal digits`;
  if (typeof value !== 'string' || !/^0x([0-9a-fA-F]{2})*$/.test(value) || (size !== undefined && value.length !== 2 + size * 2)) {
    throw new AbiMistake(`must be ${size ?? ''}${size === undefined ? '' : ' '}bytes, ${what}`, place);
  }
  return value.toLowerCase();
}

function readInteger(signed: boolean, bits: number, value: unknown, place: string): bigint {
  const isWhole = typeof value === 'bigint' || (typeof value === 'string' && /^-?\d{1,100}$/.test(value));
  const least = signed ? -(2n ** BigInt(bits - 1)) : 0n;
  const most = 2n ** BigInt(signed ? bits - 1 : bits) - 1n;
  const number = isWhole ? BigInt(value) : undefined;
  if (number === undefined || number < least || number > most) {
    const range = `from ${signed ? `-2^${bits - 1}` : '0'} to 2^${signed ? bits - 1 : bits}-1`;
    throw new AbiMistake(`must be a whole number in decimal ${range}`, place);
  }
  return number;
}

/** A value of the parameter's type, in JSON, short enough for a message. */
function example(parameter: AbiParameter): string {
  const text = exampleOf(parameter);
  return text.length > 120 ? '[…]' : text;
}

function exampleOf(parameter: AbiParameter): string {
  if (parameter.type.endsWith(']')) {
    return `[${exampleOf({ ...parameter, type: parameter.type.replace(/\[\d*\]$/, '') })}]`;
  }
  if ('components' in parameter) return `[${parameter.components.map(exampleOf).join(',')}]`;
  if (parameter.type === 'bool') return 'true';
  if (parameter.type === 'string') return '"text"';
  return /^u?int/.test(parameter.type) ? '"1"' : '"0x…"';
}

/** A Solidity type as it is written in a signature: `(address,uint256)[]`. */
export function typeText(parameter: AbiParameter): string {
  if (!('components' in parameter)) return parameter.type;
  return `(${parameter.components.map(typeText).join(',')})${parameter.type.slice('tuple'.length)}`;
}

/** A value as the user is shown it: as it is sent in `abiParameters`. */
export function valueText(value: AbiValue): string {
  if (!Array.isArray(value)) return String(value);
  return JSON.stringify(value, (_key, each: unknown) => (typeof each === 'bigint' ? each.toString() : each));
}

import type { Hex } from 'viem';
import { hashTypedData } from 'viem/utils';
import { ApiError } from '../api-error.ts';
import { isValidAddress } from './address.ts';
import type { Chain } from './catalogue.ts';
import { AbiMistake, exactNumbers, leafReader, parseCall } from './evm-abi.ts';
import { warningsOfCall } from './evm-standard-calls.ts';
import type { DisplayLine, DisplayWarning, FindToken } from './family.ts';
import { shorten } from './shorten.ts';

/** EIP-712 typed data, read and made plain for the user who is to sign it. */
export interface ReadTypedData {
  primaryType: string;
  /** Every value of the domain and of the message, in the order of the types, under its path: `message.items[0].amount`. */
  lines: DisplayLine[];
  warnings: DisplayWarning[];
  /** What is signed, as EIP-712 has it. */
  payloadHash: Hex;
}

/** The contract's limit for the lines of a display, less those that the caller adds. */
const maxLines = 190;
/** The contract's limit for the label of a line. */
const maxLabelLength = 256;
const maxWarnings = 20;
const maxTypes = 100;
const maxDimensions = 8;

interface Field {
  name: string;
  type: string;
}

type Types = ReadonlyMap<string, readonly Field[]>;
/** A value as it is hashed: addresses in the case of their checksum, bytes as `0x` and hex, every integer as a bigint. */
type Value = string | bigint | boolean | Value[] | Struct;
interface Struct {
  [name: string]: Value;
}

/** Where something is: for people, and in the request. */
interface Place {
  label: string;
  path: string;
}

const root: Place = { label: 'it', path: 'body/typedData' };

/** EIP-712 has these and no others, in this order where `types` does not say another one. */
const domainFields: readonly Field[] = [
  { name: 'name', type: 'string' },
  { name: 'version', type: 'string' },
  { name: 'chainId', type: 'uint256' },
  { name: 'verifyingContract', type: 'address' },
  { name: 'salt', type: 'bytes32' },
];

/**
 * Reads typed data and checks that all of it is signed and can be shown: nothing is coerced, nothing left out, nothing
 * cut. Throws `typed_data_invalid`, with the place within.
 */
export async function readTypedData(chain: Chain, text: string, findToken: FindToken): Promise<ReadTypedData> {
  const document = parse(text);
  const { primaryType } = document;
  const types = readTypes(document.types, document.domain);
  const given = types.get(primaryType);
  if (given === undefined) throw refusal(at('primaryType'), `${shorten(primaryType, 64)} is not among its types`);
  if (primaryType === 'EIP712Domain') throw refusal(at('primaryType'), 'must be the type of the message, not EIP712Domain');
  const lines: DisplayLine[] = [];
  const read = (name: string, type: string, value: unknown) => readStruct({ types, lines }, type, value, at(name));
  const domain = read('domain', 'EIP712Domain', document.domain);
  requireChain(chain, domain);
  const message = read('message', primaryType, document.message);
  return {
    primaryType,
    lines,
    warnings: await warningsOf({ primaryType, domain, message }, findToken),
    payloadHash: hash({ types, primaryType, domain, message }),
  };
}

interface TypedData {
  primaryType: string;
  domain: Struct;
  message: Struct;
}

function hash({ types, ...rest }: TypedData & { types: Types }): Hex {
  try {
    return hashTypedData({ ...rest, types: Object.fromEntries(types) });
  } catch (error) {
    throw refusal(root, 'cannot be encoded', error);
  }
}

function parse(text: string): { types: object; primaryType: string; domain: object; message: unknown } {
  let json: unknown;
  try {
    json = JSON.parse(text, exactNumbers);
  } catch (error) {
    throw refusal(root, 'cannot be read as JSON', error);
  }
  if (!isObject(json)) throw refusal(root, 'must be a JSON object');
  const { types, primaryType, domain, message, ...more } = json;
  const [unknown] = Object.keys(more);
  if (unknown !== undefined) throw refusal(root, `has the member ${shorten(unknown, 64)}, which is not signed: leave it out`);
  if (!isObject(types)) throw refusal(at('types'), 'must be an object with the fields of every type');
  if (typeof primaryType !== 'string') throw refusal(at('primaryType'), 'must be the name of one of the types');
  if (!isObject(domain)) throw refusal(at('domain'), 'must be an object');
  if (!isObject(message)) throw refusal(at('message'), 'must be an object');
  return { types, primaryType, domain, message };
}

function readTypes(given: object, domain: object): Types {
  const names = Object.keys(given);
  if (names.length > maxTypes) throw refusal(at('types'), `has more than ${maxTypes} types`);
  const types = new Map<string, readonly Field[]>();
  for (const [name, fields] of Object.entries(given)) {
    if (!isName(name) || isReserved(name)) {
      throw refusal(at('types'), `has the type ${shorten(name, 64)}: letters, digits and _ make a name, which is none of Solidity's own types`);
    }
    types.set(name, readFields(fields, within(at('types'), name)));
  }
  if (types.has('EIP712Domain')) requireDomainFields(types.get('EIP712Domain') ?? []);
  else types.set('EIP712Domain', domainFields.filter(({ name }) => Object.hasOwn(domain, name)));
  for (const [name, fields] of types) {
    for (const [index, { type }] of fields.entries()) {
      if (isKnown(types, type)) continue;
      throw refusal(item(within(at('types'), name), index), `has the type ${shorten(type, 64)}, which is neither one of types nor one of Solidity's (uint256 and bytes32 are, uint and byte are not)`);
    }
  }
  requireNoCycle(types);
  return types;
}

function readFields(fields: unknown, place: Place): Field[] {
  if (!Array.isArray(fields)) throw refusal(place, 'must be an array of fields');
  if (fields.length > maxLines) throw refusal(place, `has more than ${maxLines} fields, more than a customer can be shown`);
  const seen = new Set<string>();
  return fields.map((field: unknown, index) => {
    const here = item(place, index);
    if (!isObject(field) || typeof field.name !== 'string' || typeof field.type !== 'string') {
      throw refusal(here, 'must have a name and a type');
    }
    const { name, type } = field;
    if (!isName(name)) throw refusal(here, `has the name ${shorten(name, 64)}: letters, digits and _ make one`);
    if (seen.has(name)) throw refusal(here, `has the name ${name} a second time`);
    seen.add(name);
    return { name, type };
  });
}

/** No `$`, which Solidity has and no library does; a name is shown as it is, so nothing in it may deceive. */
function isName(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]{0,127}$/.test(name);
}

function isReserved(name: string): boolean {
  return /^(?:address$|bool$|string$|bytes|uint|int)/.test(name);
}

function isKnown(types: Types, type: string): boolean {
  const [, base = '', dimensions = ''] = /^(\w+)((?:\[(?:[1-9]\d{0,5})?\])*)$/.exec(type) ?? [];
  if (dimensions.split(']').length - 1 > maxDimensions) return false;
  return types.has(base) || isElementary(base);
}

function isElementary(type: string): boolean {
  if (/^(?:address|bool|string|bytes)$/.test(type)) return true;
  const [, kind, digits] = /^(u?int|bytes)([1-9]\d{0,2})$/.exec(type) ?? [];
  const size = Number(digits);
  return kind === 'bytes' ? size <= 32 : kind !== undefined && size % 8 === 0 && size <= 256;
}

function requireDomainFields(fields: readonly Field[]): void {
  for (const [index, { name, type }] of fields.entries()) {
    const standard = domainFields.find((field) => field.name === name);
    if (standard?.type === type) continue;
    const known = domainFields.map((field) => `${field.type} ${field.name}`).join(', ');
    throw refusal(item(within(at('types'), 'EIP712Domain'), index), `is not one of EIP-712's fields of a domain: ${known}`);
  }
}

/** A type that holds itself has no encoding that wallets agree on. */
function requireNoCycle(types: Types): void {
  const finished = new Set<string>();
  const visit = (name: string, path: readonly string[]): void => {
    if (path.includes(name)) throw refusal(at('types'), `has the type ${name}, which holds itself`);
    if (finished.has(name)) return;
    for (const { type } of types.get(name) ?? []) visit(type.replace(/\[.*$/, ''), [...path, name]);
    finished.add(name);
  };
  for (const name of types.keys()) visit(name, []);
}

function requireChain({ id, chainId = 0 }: Chain, domain: Struct): void {
  if (domain.chainId === undefined || domain.chainId === BigInt(chainId)) return;
  throw refusal(within(at('domain'), 'chainId'), `is ${domain.chainId}, but the wallet is on ${id}, whose chain id is ${chainId}`);
}

/** What reading gathers on its way. */
interface Reading {
  types: Types;
  lines: DisplayLine[];
}

function readStruct(reading: Reading, type: string, value: unknown, place: Place): Struct {
  if (!isObject(value)) throw refusal(place, `must be an object, of the type ${type}`);
  const fields = reading.types.get(type) ?? [];
  const unknown = Object.keys(value).find((key) => !fields.some(({ name }) => name === key));
  if (unknown !== undefined) {
    throw refusal(place, `has the member ${shorten(unknown, 64)}, which ${type} does not have: it would not be signed`);
  }
  if (fields.length === 0 && place.label !== 'domain') show(reading, place, '{}');
  return Object.fromEntries(
    fields.map(({ name, type }) => {
      const here = within(place, name);
      if (!Object.hasOwn(value, name)) throw refusal(here, `is missing: it must be of the type ${type}`);
      return [name, readValue(reading, type, value[name], here)];
    }),
  );
}

function readValue(reading: Reading, type: string, value: unknown, place: Place): Value {
  const [, itemType, length = ''] = /^(.*)\[(\d*)\]$/.exec(type) ?? [];
  if (itemType !== undefined) return readArray(reading, { itemType, length }, value, place);
  if (reading.types.has(type)) return readStruct(reading, type, value, place);
  const read = leafReader(type);
  if (read === undefined) throw refusal(place, `has the type ${type}, which does not exist`);
  try {
    const leaf = read(/^u?int/.test(type) ? fromHex(value) : value, '');
    show(reading, place, String(leaf));
    return leaf;
  } catch (error) {
    if (!(error instanceof AbiMistake)) throw error;
    throw refusal(place, `${error.message}, of the type ${type}`, error);
  }
}

function readArray(reading: Reading, { itemType, length }: { itemType: string; length: string }, value: unknown, place: Place): Value[] {
  if (!Array.isArray(value)) throw refusal(place, `must be an array, of the type ${itemType}[${length}]`);
  if (length !== '' && value.length !== Number(length)) throw refusal(place, `must have ${length} items, and has ${value.length}`);
  if (value.length === 0) show(reading, place, '[]');
  return value.map((each: unknown, index) => readValue(reading, itemType, each, item(place, index)));
}

/** Numbers are often written in hexadecimal here. */
function fromHex(value: unknown): unknown {
  return typeof value === 'string' && /^0x[0-9a-fA-F]{1,64}$/.test(value) ? BigInt(value) : value;
}

function show({ lines }: Reading, { label }: Place, value: string): void {
  if (lines.length === maxLines) throw refusal(root, `has more than ${maxLines} values, more than a customer can be shown`);
  lines.push({ label, value });
}

/** Permits are approvals, given by a signature: of ERC-2612, of DAI, and those of Permit2. */
function approvalsOf({ primaryType, domain, message }: TypedData): { token: Value | undefined; amount: Value | undefined }[] {
  switch (primaryType) {
    case 'Permit':
      return [{ token: domain.verifyingContract, amount: message.allowed === true ? 2n ** 256n - 1n : message.value }];
    case 'PermitSingle':
    case 'PermitBatch':
      return structsOf(message.details);
    case 'PermitTransferFrom':
    case 'PermitBatchTransferFrom':
    case 'PermitWitnessTransferFrom':
    case 'PermitBatchWitnessTransferFrom':
      return structsOf(message.permitted);
    default:
      return [];
  }
}

function structsOf(value: Value | undefined): { token: Value | undefined; amount: Value | undefined }[] {
  if (Array.isArray(value)) return value.flatMap(structsOf);
  return typeof value === 'object' ? [{ token: value.token, amount: value.amount }] : [];
}

async function warningsOf(typedData: TypedData, findToken: FindToken): Promise<DisplayWarning[]> {
  const { spender } = typedData.message;
  const warnings = new Map<string, DisplayWarning>();
  for (const { token, amount } of approvalsOf(typedData)) {
    if (!isAddress(spender) || !isAddress(token) || typeof amount !== 'bigint' || amount < 0n) continue;
    const call = parseCall('approve(address,uint256)', [spender, String(amount)]);
    for (const warning of warningsOfCall(call, token, await findToken(token))) warnings.set(warning.message, warning);
  }
  const all = [...warnings.values()];
  if (all.length <= maxWarnings) return all;
  const rest = all.length - maxWarnings + 1;
  const message = `${String(spender)} will be able to take all your tokens of ${rest} more contracts, now and later.`;
  return [...all.slice(0, maxWarnings - 1), { code: 'unlimited_approval', message }];
}

function isAddress(value: Value | undefined): value is string {
  return typeof value === 'string' && isValidAddress('ETH', value);
}

function at(name: string): Place {
  return { label: name, path: `${root.path}/${name}` };
}

function within(place: Place, name: string): Place {
  return checked({ label: `${place.label}.${name}`, path: `${place.path}/${name}` });
}

function item(place: Place, index: number): Place {
  return checked({ label: `${place.label}[${index}]`, path: `${place.path}/${index}` });
}

function checked(place: Place): Place {
  if (place.label.length <= maxLabelLength) return place;
  throw refusal(root, 'is nested so deep that a customer cannot be shown where its values are');
}

function refusal({ label, path }: Place, why: string, cause?: unknown): ApiError {
  return new ApiError('typed_data_invalid', {
    message: `typedData is not EIP-712 typed data: ${label} ${why}.`,
    details: [{ path, code: 'typed_data_invalid', message: why }],
    ...(cause === undefined ? {} : { cause }),
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

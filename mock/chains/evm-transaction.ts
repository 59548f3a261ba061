import type { Hex } from 'viem';
import { getAddress, keccak256, parseTransaction, serializeTransaction } from 'viem/utils';
import type { components } from '../../generated/types.ts';
import { isValidAddress } from './address.ts';
import { fromBaseUnits } from './amounts.ts';
import type { Chain } from './catalogue.ts';
import { estimateGas, levelOfPrice, quoteEvmFees } from './evm-fees.ts';
import { describeCall, readStandardData, toStandardCall, warningsOfCall } from './evm-standard-calls.ts';
import type { DisplayLine, FeeLevel, ReadRequest, ReadTransaction, Sender, TokenInfo } from './family.ts';
import { refuseUnknownFields, transactionInvalid } from './transaction-invalid.ts';

type Schemas = components['schemas'];

/** What every kind of transaction says, for the user. */
interface Said {
  /** Undefined where a contract is created. */
  to: Hex | undefined;
  value: bigint;
  data: Hex;
  /** Undefined where the service chose it. */
  nonce: number | undefined;
  /** Undefined where it is not said: then there is nothing to show. */
  fee: Schemas['DisplayFee'] | undefined;
  /** How many entries of the access list. */
  accessList: number;
}

/** Reads `rawTransaction` or `transaction`, and tells the user what is in it. Throws `transaction_invalid`. */
export async function readEvmTransaction(request: ReadRequest): Promise<ReadTransaction> {
  const { said, unsigned } =
    request.rawTransaction === undefined
      ? readFields(request.chain, request.from, request.slot.nonce, request.transaction)
      : readRaw(request.chain, request.rawTransaction);
  const { to } = said;
  const token = to === undefined || said.data === '0x' ? undefined : await request.findToken?.(to);
  return {
    unsigned,
    payloadHash: keccak256(unsigned),
    ...(said.fee === undefined ? {} : { fee: said.fee }),
    ...shownAs(request.chain, request.from, said, token),
  };
}

function readRaw(chain: Chain, rawTransaction: string): { said: Said; unsigned: Hex } {
  const field = 'rawTransaction';
  const undecodable = (cause?: unknown) =>
    transactionInvalid(field, `rawTransaction is not a serialized transaction of ${chain.id}.`, 'cannot be decoded', cause);
  const raw = rawTransaction.toLowerCase();
  if (!isHexBytes(raw) || raw === '0x') throw undecodable();
  let parsed;
  try {
    parsed = parseTransaction(raw);
  } catch (error) {
    throw undecodable(error);
  }
  const { type } = parsed;
  if (type !== 'eip1559' && type !== 'eip2930' && type !== 'legacy') {
    throw transactionInvalid(field, `rawTransaction is of the type ${type}; send EIP-1559, EIP-2930 or EIP-155.`, `is of the type ${type}`);
  }
  if (parsed.r !== undefined || parsed.s !== undefined) {
    throw transactionInvalid(field, 'rawTransaction is signed already; send it without a signature.', 'is signed already');
  }
  if (parsed.chainId === undefined) {
    throw transactionInvalid(
      field,
      'rawTransaction names no chain, so it could be repeated on every one; send it with its chain id, as EIP-155 has it.',
      'has no chain id',
    );
  }
  if (parsed.chainId !== chain.chainId) {
    throw transactionInvalid(
      field,
      `rawTransaction is for the chain id ${parsed.chainId}; ${chain.id} has ${chain.chainId}.`,
      `has the chain id ${parsed.chainId} instead of ${chain.chainId}`,
    );
  }
  // What does not come out the same is not what a chain would take, and would have another hash.
  if (serializeTransaction(parsed) !== raw) throw undecodable();
  const { to, value = 0n, data = '0x', nonce = 0, gas, accessList = [] } = parsed;
  const price = parsed.type === 'eip1559' ? parsed.maxFeePerGas : parsed.gasPrice;
  return {
    unsigned: raw,
    said: {
      to: to === undefined || to === null ? undefined : getAddress(to),
      value,
      data,
      nonce,
      fee: gas === undefined || price === undefined ? undefined : shownFee(chain, gas * price, levelOfPrice(price)),
      accessList: accessList.length,
    },
  };
}

function shownFee(chain: Chain, fee: bigint, level: FeeLevel): Schemas['DisplayFee'] {
  return { amount: fromBaseUnits(fee, chain.nativeToken.decimals), symbol: chain.nativeToken.symbol, level };
}

const fieldNames = [
  'from', 'to', 'value', 'data', 'nonce', 'gasLimit', 'feeLevel', 'maxFeePerGas', 'maxPriorityFeePerGas', 'chainId',
] as const;
type Fields = Partial<Record<(typeof fieldNames)[number], unknown>>;

/** Reads a JSON string; what it leaves out comes from the wallet and from the fee model. */
function readFields(chain: Chain, from: Sender, nextNonce: number | undefined, json: string): { said: Said; unsigned: Hex } {
  const fields = parseFields(json);
  const to = readTo(fields.to);
  const data = readData(fields.data);
  if (to === undefined && data === '0x') throw wrong('to', 'must be an address, or data must have the code of a new contract');
  readFrom(fields.from, from);
  const chainId = readNumber('chainId', fields.chainId);
  if (chainId !== undefined && chainId !== BigInt(chain.chainId ?? 0)) {
    throw wrong('chainId', `must be ${chain.chainId}, the one of ${chain.id}`);
  }
  const value = readNumber('value', fields.value) ?? 0n;
  const gas = readNumber('gasLimit', fields.gasLimit, 2n ** 64n - 1n) ?? estimateGas({ to, data });
  const price = readPrice(chain, fields, gas);
  const asked = readNumber('nonce', fields.nonce, BigInt(Number.MAX_SAFE_INTEGER));
  const nonce = asked === undefined ? nextNonce : Number(asked);
  if (chain.chainId === undefined || nonce === undefined) throw new TypeError('An EVM transaction has a chain id and a nonce');
  const { level, ...prices } = price;
  const unsigned = serializeTransaction({ type: 'eip1559', chainId: chain.chainId, nonce, gas, ...prices, to, value, data });
  const fee = shownFee(chain, gas * prices.maxFeePerGas, level);
  return { unsigned, said: { to, value, data, nonce: asked === undefined ? undefined : nonce, fee, accessList: 0 } };
}

/** Something is wrong with a field of `transaction`. */
function wrong(field: string, rule: string) {
  return transactionInvalid('transaction', `transaction.${field} ${rule}.`, `${field} ${rule}`);
}

function parseFields(json: string): Fields {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (error) {
    const message = 'transaction is not JSON: send an object such as {"to":"0x…","value":"0"} as a string.';
    throw transactionInvalid('transaction', message, 'must be JSON', error);
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw transactionInvalid('transaction', 'transaction is not a JSON object.', 'must be a JSON object');
  }
  refuseUnknownFields(parsed, fieldNames);
  // An explicit null says the same as nothing.
  return Object.fromEntries(Object.entries(parsed).filter(([, value]) => value !== null));
}

function readTo(value: unknown): Hex | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || !isValidAddress('ETH', value)) {
    throw wrong('to', 'must be an address, 0x and 40 hexadecimal digits, whose checksum is right');
  }
  return getAddress(value);
}

function readFrom(value: unknown, from: Sender): void {
  if (value === undefined) return;
  if (typeof value !== 'string' || value.toLowerCase() !== from.address.toLowerCase()) {
    throw wrong('from', `must be ${from.address}, the address of the wallet`);
  }
}

function readData(value: unknown): Hex {
  if (value === undefined) return '0x';
  const data = typeof value === 'string' ? value.toLowerCase() : '';
  if (!isHexBytes(data)) throw wrong('data', 'must be bytes, 0x and hexadecimal digits, two for each byte');
  return data;
}

function isHexBytes(text: string): text is Hex {
  return /^0x([0-9a-f]{2})*$/.test(text);
}

/** A whole number: decimal or `0x` and hex as a string, or a JSON number that has not lost a digit. */
function readNumber(field: string, value: unknown, most = 2n ** 256n - 1n): bigint | undefined {
  if (value === undefined) return undefined;
  const isText = typeof value === 'string' && /^(\d{1,78}|0x[0-9a-fA-F]{1,64})$/.test(value);
  const isNumber = typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
  const number = isText || isNumber ? BigInt(value) : undefined;
  if (number === undefined || number > most) {
    throw wrong(field, `must be a whole number from 0${most < 2n ** 256n - 1n ? ` to ${most}` : ''}, as a decimal string`);
  }
  return number;
}

const levels: readonly unknown[] = ['low', 'medium', 'high'];

function isLevel(value: unknown): value is FeeLevel {
  return levels.includes(value);
}

interface Price {
  maxFeePerGas: bigint;
  maxPriorityFeePerGas: bigint;
  level: FeeLevel;
}

function readPrice(chain: Chain, fields: Fields, gas: bigint): Price {
  const { feeLevel = 'medium' } = fields;
  if (!isLevel(feeLevel)) throw wrong('feeLevel', 'must be low, medium or high');
  const quote = quoteEvmFees(chain, gas)[feeLevel];
  const given = readNumber('maxFeePerGas', fields.maxFeePerGas);
  const maxFeePerGas = given ?? BigInt(quote.maxFeePerGas);
  const usual = BigInt(quote.maxPriorityFeePerGas);
  const maxPriorityFeePerGas =
    readNumber('maxPriorityFeePerGas', fields.maxPriorityFeePerGas) ?? (usual < maxFeePerGas ? usual : maxFeePerGas);
  if (maxPriorityFeePerGas > maxFeePerGas) throw wrong('maxPriorityFeePerGas', `must not be more than maxFeePerGas, ${maxFeePerGas}`);
  return { maxFeePerGas, maxPriorityFeePerGas, level: given === undefined ? feeLevel : levelOfPrice(maxFeePerGas) };
}

type Shown = Pick<ReadTransaction, 'lines' | 'decodedCall' | 'recipients' | 'contract' | 'warnings'>;

function shownAs(chain: Chain, from: Sender, said: Said, token: TokenInfo | undefined): Shown {
  const shown = shownCall(chain, said, token);
  const entries = `${said.accessList} entr${said.accessList === 1 ? 'y' : 'ies'}`;
  return {
    ...shown,
    lines: [
      { label: 'From', value: from.address },
      ...shown.lines,
      ...(said.accessList === 0 ? [] : [{ label: 'Access list', value: entries }]),
      ...(said.nonce === undefined ? [] : [{ label: 'Nonce', value: String(said.nonce) }]),
    ],
  };
}

function shownCall(chain: Chain, { to, value, data }: Said, token: TokenInfo | undefined): Shown {
  const { symbol, decimals } = chain.nativeToken;
  const amount = `${fromBaseUnits(value, decimals)} ${symbol}`;
  const alongside: DisplayLine = { label: 'Amount sent along', value: amount };
  const bytes = { label: 'Data', value: data };
  if (to === undefined) {
    const lines = [{ label: 'Contract', value: 'A new contract is created' }, bytes, alongside];
    const message = 'Nothing is known of the contract that is created. It can do with what you send whatever it is made to do.';
    return { lines, recipients: [], warnings: [{ code: 'unknown_contract', message }] };
  }
  if (data === '0x') {
    return { lines: [{ label: 'To', value: to }, { label: 'Amount', value: amount }], recipients: [to], warnings: [] };
  }
  const call = readStandardData(data);
  if (call === undefined) {
    const what = { label: 'Function', value: data.length < 10 ? 'None' : `Unknown (${data.slice(0, 10)})` };
    return { lines: [{ label: 'Contract', value: to }, what, bytes, alongside], recipients: [to], contract: to, warnings: [] };
  }
  const standard = toStandardCall(call);
  const paid = standard !== undefined && 'to' in standard ? [standard.to] : [];
  const shown = {
    decodedCall: describeCall(call, token),
    recipients: [...paid, to],
    contract: to,
    warnings: warningsOfCall(call, to, token),
  };
  // As a transfer of a registered token is shown anywhere else.
  if (standard?.name === 'transfer' && token?.standard === 'erc20') {
    const lines = [
      { label: 'To', value: standard.to },
      { label: 'Amount', value: `${fromBaseUnits(standard.amount, token.decimals)} ${token.symbol}` },
      { label: 'Token contract', value: to },
      ...(value === 0n ? [] : [alongside]),
    ];
    return { ...shown, lines };
  }
  return { ...shown, lines: [{ label: 'Contract', value: to }, { label: 'Function', value: call.name }, alongside] };
}

import { createHash } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { base58, base64 } from '@scure/base';
import { serialize } from 'borsh';
import { SCHEMA } from 'near-api-js';
import { ApiError } from '../api-error.ts';
import { isValidAddress } from './address.ts';
import { formatFee, fromBaseUnits } from './amounts.ts';
import type { Chain } from './catalogue.ts';
import type {
  Call,
  ChainFamilyModule,
  DecodedCall,
  FeeQuote,
  Intent,
  ReadRequest,
  ReadTransaction,
  Sender,
  Slot,
  Unsigned,
} from './family.ts';
import {
  attachedGas,
  callGas,
  describeActions,
  publicKeyText,
  readBorsh,
  transferGas,
  type NearAction,
  type NearPublicKey,
} from './near-actions.ts';
import { decodeNearCall, encodeNearCall, type NearCall } from './near-call.ts';
import { decodeRawTransaction, refuseUnknownFields, type TransactionField, transactionInvalid } from './transaction-invalid.ts';

interface NearTransaction {
  signerId: string;
  publicKey: NearPublicKey;
  nonce: bigint;
  receiverId: string;
  blockHash: ArrayLike<number>;
  actions: NearAction[];
}

/** In yoctoNEAR. */
const gasPrice = 100_000_000n;
/** What the token standards ask for with a call that moves something, so that only a key with full access can make it. */
const oneYocto = 1n;
const maxU64 = 2n ** 64n - 1n;
const maxU128 = 2n ** 128n - 1n;

/** NEP-461: the first four bytes of what is signed and is no transaction: delegate actions, and messages of NEP-413. */
const signedTags = [2 ** 30 + 366, 2 ** 31 + 413].map((tag) => serialize('u32', tag));

function quote(chain: Chain, gas: bigint): FeeQuote {
  const { decimals, symbol } = chain.nativeToken;
  const fee = gas * gasPrice;
  return {
    family: 'near',
    estimatedFee: fromBaseUnits(fee, decimals),
    estimatedFeeFormatted: formatFee(fee, decimals),
    currency: symbol,
    gas: gas.toString(),
    gasPrice: gasPrice.toString(),
  };
}

function checkU128(amount: bigint, path: string): bigint {
  if (amount >= 0n && amount <= maxU128) return amount;
  throw new ApiError('amount_invalid', {
    message: `Amounts on NEAR are at most ${maxU128} base units; this is ${amount}.`,
    details: [{ path, code: 'amount_invalid', message: 'is too large for the chain' }],
  });
}

/** The call that transfers a token. Whether the receiver is registered with it (NEP-145) is not looked at. */
function tokenCall({ to, token, items }: Extract<Intent, { kind: 'token-transfer' }>): NearCall {
  const [item, ...more] = items;
  if (item === undefined || more.length > 0) {
    throw new ApiError('unsupported_operation', {
      message: 'A NEAR token is transferred in one amount; ask for a transfer of its own for each.',
      details: [{ path: 'body/amounts', code: 'unsupported_operation', message: 'must have 1 item' }],
    });
  }
  if (token.standard === 'nep171') {
    if (item.nftTokenId === undefined) {
      throw new ApiError('validation_failed', {
        message: `${token.symbol} is a collection: nftTokenIds must name the token.`,
        details: [{ path: 'body/nftTokenIds', code: 'required', message: 'is required for an NFT' }],
      });
    }
    return { methodName: 'nft_transfer', args: JSON.stringify({ receiver_id: to, token_id: item.nftTokenId }) };
  }
  const amount = checkU128(item.amount, 'body/amounts/0').toString();
  return { methodName: 'ft_transfer', args: JSON.stringify({ receiver_id: to, amount }) };
}

function callOf(chain: Chain, intent: Call): NearCall {
  return intent.kind === 'token-transfer' ? tokenCall(intent) : encodeNearCall(chain, intent.signature, intent.parameters);
}

function functionCall({ methodName, args }: NearCall, deposit: bigint): NearAction {
  return { functionCall: { methodName, args: new TextEncoder().encode(args), gas: attachedGas, deposit } };
}

function actionOf(chain: Chain, intent: Intent): { receiverId: string; action: NearAction } {
  switch (intent.kind) {
    case 'native-transfer':
      return { receiverId: intent.to, action: { transfer: { deposit: checkU128(intent.amount, 'body/amounts/0') } } };
    case 'token-transfer':
      return { receiverId: intent.token.address, action: functionCall(callOf(chain, intent), oneYocto) };
    case 'contract-call':
      return {
        receiverId: intent.contract,
        action: functionCall(callOf(chain, intent), checkU128(intent.amount, 'body/amount')),
      };
  }
}

function write(from: Sender, slot: Slot, receiverId: string, actions: NearAction[]): Unsigned {
  if (slot.nonce === undefined || slot.blockHash === undefined) {
    throw new TypeError('A transaction on NEAR needs a nonce and a recent block hash');
  }
  const transaction: NearTransaction = {
    signerId: from.address,
    publicKey: { ed25519Key: { data: base58.decode(from.publicKey) } },
    nonce: BigInt(slot.nonce),
    receiverId,
    blockHash: base58.decode(slot.blockHash),
    actions,
  };
  return unsignedOf(serialize(SCHEMA.Transaction, transaction));
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function unsignedOf(bytes: Uint8Array): Unsigned {
  return { unsigned: base64.encode(bytes), payloadHash: `0x${sha256(bytes).toString('hex')}` };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A whole number, as a number that JSON keeps or as decimal digits. */
function readInteger(name: string, value: unknown, max: bigint): bigint {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? value.toString() : value;
  if (typeof text !== 'string' || !/^\d{1,39}$/.test(text) || BigInt(text) > max) {
    throw transactionInvalid(
      'transaction',
      `${name} must be a whole number in base units, as decimal digits in a string, at most ${max}.`,
      `${name} is not a number of base units`,
    );
  }
  return BigInt(text);
}

function readAction(action: unknown, at: number): NearAction {
  const name = `transaction.actions[${at}]`;
  if (!isObject(action) || !isObject(action.params)) {
    throw transactionInvalid('transaction', `${name} must be an object with type and params.`, `${name} has no params`);
  }
  const { type, params } = action;
  if (type === 'Transfer') {
    // The library of NEAR calls it deposit.
    return { transfer: { deposit: readInteger(`${name}.params.amount`, params.amount ?? params.deposit, maxU128) } };
  }
  if (type === 'FunctionCall') {
    const { methodName, args = {}, gas = attachedGas.toString(), deposit = '0' } = params;
    if (typeof methodName !== 'string' || methodName === '' || !methodName.isWellFormed()) {
      throw transactionInvalid('transaction', `${name}.params.methodName must be the name of a function.`, 'methodName is missing');
    }
    if (typeof args !== 'string' && !isObject(args)) {
      throw transactionInvalid('transaction', `${name}.params.args must be an object, or its JSON as a text.`, 'args is not an object');
    }
    return {
      functionCall: {
        methodName,
        args: new TextEncoder().encode(typeof args === 'string' ? args : JSON.stringify(args)),
        gas: readInteger(`${name}.params.gas`, gas, maxU64),
        deposit: readInteger(`${name}.params.deposit`, deposit, maxU128),
      },
    };
  }
  throw transactionInvalid(
    'transaction',
    `${name}.type must be Transfer or FunctionCall; give any other action as rawTransaction.`,
    `${name} has an unknown type`,
  );
}

/** JSON whose numbers are what was written. */
function parseExactly(text: string): unknown {
  let rounded = false;
  let value: unknown;
  try {
    value = JSON.parse(text, (_name, member: unknown) => {
      if (typeof member === 'number' && Number.isInteger(member) && !Number.isSafeInteger(member)) rounded = true;
      return member;
    });
  } catch {
    throw transactionInvalid('transaction', 'transaction is not JSON, or is nested too deeply.', 'is not JSON');
  }
  if (!rounded) return value;
  throw transactionInvalid('transaction', 'transaction has a number that JSON rounds. Write it in quotes.', 'has a number that is too large');
}

/** Reads `{signerId, receiverId, actions}`. */
function readFields(text: string): { signerId: unknown; receiverId: unknown; actions: NearAction[] } {
  const fields = parseExactly(text);
  if (!isObject(fields) || !Array.isArray(fields.actions)) {
    throw transactionInvalid('transaction', 'transaction must be a JSON object with receiverId and a list of actions.', 'has no actions');
  }
  refuseUnknownFields(fields, ['signerId', 'receiverId', 'actions']);
  return { signerId: fields.signerId, receiverId: fields.receiverId, actions: fields.actions.map(readAction) };
}

function fromFields({ chain, from, slot }: ReadRequest, text: string): Uint8Array {
  const { signerId = from.address, receiverId, actions } = readFields(text);
  if (signerId !== from.address) {
    throw transactionInvalid('transaction', `transaction.signerId must be the wallet, ${from.address}.`, 'has another signer');
  }
  if (typeof receiverId !== 'string' || !isValidAddress(chain.id, receiverId)) {
    throw transactionInvalid('transaction', `transaction.receiverId must be an account on ${chain.id}.`, 'receiverId is not an account');
  }
  return base64.decode(write(from, slot, receiverId, actions).unsigned);
}

function readBytes(chain: Chain, from: Sender, bytes: Uint8Array): NearTransaction {
  const transaction = readBorsh<NearTransaction>(SCHEMA.Transaction, bytes);
  if (transaction === undefined) {
    throw transactionInvalid('rawTransaction', `rawTransaction is not a serialized transaction of ${chain.id}.`, 'cannot be decoded');
  }
  const { signerId, publicKey, receiverId } = transaction;
  if (signerId !== from.address) {
    throw transactionInvalid('rawTransaction', `rawTransaction is of ${signerId}, not of the wallet ${from.address}.`, 'has another signer');
  }
  if (publicKeyText(publicKey) !== `ed25519:${from.publicKey}`) {
    throw transactionInvalid(
      'rawTransaction',
      `rawTransaction is for the key ${publicKeyText(publicKey)}, not for the wallet's, ed25519:${from.publicKey}.`,
      'has another key',
    );
  }
  if (!isValidAddress(chain.id, receiverId)) {
    throw transactionInvalid('rawTransaction', `The receiver ${JSON.stringify(receiverId)} is no account on ${chain.id}.`, 'has an invalid receiver');
  }
  return transaction;
}

async function readTransaction(request: ReadRequest): Promise<ReadTransaction> {
  const { chain, from } = request;
  const field: TransactionField = request.rawTransaction === undefined ? 'transaction' : 'rawTransaction';
  const bytes =
    request.rawTransaction === undefined ? fromFields(request, request.transaction) : decodeRawTransaction(request.rawTransaction);
  const { receiverId, actions } = readBytes(chain, from, bytes);
  if (actions.length === 0) throw transactionInvalid(field, `${field} has no actions.`, 'has no actions');
  const described = describeActions(chain, receiverId, actions);
  if (described === undefined) {
    throw transactionInvalid(field, `${field} does more than can be shown to the customer, or has a delegate action in it.`, 'cannot be shown');
  }
  const { gas, lines, ...rest } = described;
  const { decimals, symbol } = chain.nativeToken;
  const [action, ...more] = actions;
  const isPayment = action !== undefined && 'transfer' in action && more.length === 0;
  return {
    ...unsignedOf(bytes),
    ...rest,
    lines: [
      { label: 'From', value: from.address },
      // A payment is shown as on other chains.
      ...(isPayment
        ? [{ label: 'To', value: receiverId }, ...lines.filter(({ label }) => label === 'Amount')]
        : [{ label: 'Receiver', value: receiverId }, ...lines]),
    ],
    // Every level costs the same.
    fee: { amount: fromBaseUnits(gas * gasPrice, decimals), symbol, level: 'medium' },
  };
}

/** NEAR signs the hash of a message, as it does for transactions, so a "message" that is a transaction would be a signed one. */
function checkMessage(message: Uint8Array): void {
  const tagged = signedTags.some((tag) => Buffer.compare(message.subarray(0, tag.length), tag) === 0);
  if (!tagged && readBorsh<NearTransaction>(SCHEMA.Transaction, message) === undefined) return;
  throw new ApiError('message_invalid', {
    message: 'The message is a NEAR transaction or delegate action, and its signature would authorize it. Ask for it as what it is.',
    details: [{ path: 'body/message', code: 'message_invalid', message: 'is a transaction' }],
  });
}

function decodeCall(chain: Chain, intent: Call): DecodedCall {
  const call = callOf(chain, intent);
  const decoded = decodeNearCall(call);
  if (decoded !== undefined) return decoded;
  // Arguments that came as JSON, with spaces or large numbers in it: shown as they are sent.
  return { function: `${call.methodName}(args)`, arguments: [{ name: 'args', type: 'JSON', value: call.args }] };
}

export const near: ChainFamilyModule = {
  quoteFees: async ({ chain, intent }) => {
    const { action } = actionOf(chain, intent);
    const fee = quote(chain, 'transfer' in action ? transferGas : callGas + attachedGas);
    return { low: fee, medium: fee, high: fee };
  },

  build: async ({ chain, from, intent, slot }) => {
    const { receiverId, action } = actionOf(chain, intent);
    return write(from, slot, receiverId, [action]);
  },

  sign: async ({ unsigned, privateKey }) => {
    const bytes = base64.decode(unsigned);
    const hash = sha256(bytes);
    const signature = ed25519.sign(hash, privateKey);
    // The signature is an enum, of which ed25519 is the first.
    return {
      signedTransaction: base64.encode(Buffer.concat([bytes, Buffer.of(0), signature])),
      transactionHash: base58.encode(hash),
      signature: { signature: base64.encode(signature) },
    };
  },

  decodeCall: async (chain, intent) => decodeCall(chain, intent),

  hashMessage: async (_chain, message) => {
    checkMessage(message);
    return `0x${sha256(message).toString('hex')}`;
  },

  signMessage: async ({ message, privateKey }) => {
    checkMessage(message);
    return { signature: base64.encode(ed25519.sign(sha256(message), privateKey)) };
  },

  readTransaction,
};

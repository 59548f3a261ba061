import { createHash } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { base58, base64 } from '@scure/base';
import { ApiError } from '../api-error.ts';
import { isValidAddress } from './address.ts';
import { formatFee, fromBaseUnits, toBaseUnits } from './amounts.ts';
import type { Chain } from './catalogue.ts';
import type {
  BuildRequest,
  ChainFamilyModule,
  FeeLevel,
  FeeQuote,
  Intent,
  ReadRequest,
  ReadTransaction,
  Unsigned,
} from './family.ts';
import {
  computeBudget,
  decodeSolanaCall,
  describeInstructions,
  instructionsOf,
  lamportsOf,
  lamportsPerSignature,
} from './solana-instructions.ts';
import {
  encodeSolanaMessage,
  isSolanaTransaction,
  joinSolanaTransaction,
  parseSolanaMessage,
  type SolanaMessage,
} from './solana-message.ts';
import { decodeRawTransaction, refuseUnknownFields, transactionInvalid } from './transaction-invalid.ts';

/** In lamports: the signature, and on top what is offered for compute units. */
const lamportsByLevel: Record<FeeLevel, bigint> = {
  low: lamportsPerSignature,
  medium: lamportsPerSignature + 5000n,
  high: lamportsPerSignature + 20_000n,
};

/** The contract's limit for the lines of a display, less those that the caller adds. */
const maxLines = 190;

function quote(chain: Chain, lamports: bigint): FeeQuote {
  const { decimals, symbol } = chain.nativeToken;
  return {
    family: 'solana',
    estimatedFee: fromBaseUnits(lamports, decimals),
    estimatedFeeFormatted: formatFee(lamports, decimals),
    currency: symbol,
    lamports: lamports.toString(),
  };
}

function sha256Hex(bytes: Uint8Array): string {
  return `0x${createHash('sha256').update(bytes).digest('hex')}`;
}

function unsignedOf(message: Uint8Array): Unsigned {
  return { unsigned: base64.encode(message), payloadHash: sha256Hex(message) };
}

function build({ from, intent, fee, slot }: Pick<BuildRequest, 'from' | 'intent' | 'fee' | 'slot'>): Unsigned {
  if (fee.family !== 'solana') throw new TypeError(`A fee of ${fee.family} does not fit a transaction on Solana`);
  if (slot.blockHash === undefined) throw new TypeError('A transaction on Solana needs a recent block hash');
  const instructions = [...computeBudget(BigInt(fee.lamports)), ...instructionsOf(from.address, intent)];
  const message = encodeSolanaMessage(from.address, instructions, slot.blockHash);
  if (message === undefined) throw new RangeError('Nothing that is built here exceeds a packet');
  return unsignedOf(message);
}

function readMessage(chain: Chain, wallet: string, bytes: Uint8Array): SolanaMessage {
  const message = parseSolanaMessage(bytes);
  if (message === undefined) {
    throw isSolanaTransaction(bytes)
      ? transactionInvalid(
          'rawTransaction',
          'rawTransaction is a whole transaction. Give its message alone: the part after the signatures.',
          'has signatures',
        )
      : transactionInvalid('rawTransaction', `rawTransaction is not a serialized message of ${chain.id}.`, 'cannot be decoded');
  }
  if (!message.signers.includes(wallet)) {
    throw transactionInvalid(
      'rawTransaction',
      `rawTransaction is to be signed by ${message.signers.join(' and ')}, not by the wallet ${wallet}.`,
      'is not for this wallet',
    );
  }
  const others = message.signers.filter((signer) => signer !== wallet);
  if (others.length > 0) {
    throw transactionInvalid(
      'rawTransaction',
      `rawTransaction needs the signature of ${others.join(' and ')} as well, whose key is not the wallet's.`,
      'needs other signatures',
    );
  }
  if (message.usesLookupTables) {
    throw transactionInvalid(
      'rawTransaction',
      'rawTransaction takes accounts from address lookup tables, which cannot be shown to the customer here. ' +
        'Build the message with its accounts written out.',
      'uses address lookup tables',
    );
  }
  return message;
}

/** The level that a fee comes to, because the customer is shown one. */
function levelOf(lamports: bigint): FeeLevel {
  if (lamports >= lamportsByLevel.high) return 'high';
  return lamports >= lamportsByLevel.medium ? 'medium' : 'low';
}

/** SOL in lamports; undefined for what is no amount, or finer than a lamport. */
function readSol(amount: unknown, { nativeToken: { decimals } }: Chain): bigint | undefined {
  if (typeof amount === 'string') return amount.length <= 40 ? toBaseUnits(amount, decimals) : undefined;
  if (typeof amount !== 'number' || amount < 0) return undefined;
  const lamports = Math.round(amount * 10 ** decimals);
  // A number that is not the nearest one to its lamports says something else, such as the sum of 0.1 and 0.2.
  return Number.isSafeInteger(lamports) && lamports / 10 ** decimals === amount ? BigInt(lamports) : undefined;
}

/** Reads `{to, amount, feeLevel}`. */
function readFields(chain: Chain, text: string): { intent: Intent; level: FeeLevel } {
  let fields: unknown;
  try {
    fields = JSON.parse(text);
  } catch {
    throw transactionInvalid('transaction', 'transaction is not JSON.', 'is not JSON');
  }
  if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) {
    throw transactionInvalid('transaction', 'transaction must be a JSON object with to and amount.', 'is not an object');
  }
  refuseUnknownFields(fields, ['to', 'amount', 'feeLevel']);
  const { to, amount, feeLevel = 'medium' } = fields as Record<string, unknown>;
  if (typeof to !== 'string' || !isValidAddress('SOL', to)) {
    throw transactionInvalid('transaction', 'transaction.to must be a Solana address.', 'to is not an address');
  }
  const lamports = readSol(amount, chain);
  if (lamports === undefined || lamports >= 2n ** 64n) {
    throw transactionInvalid(
      'transaction',
      'transaction.amount must be an amount of SOL with 9 decimals at most, such as 0.01; as text where a number would be rounded.',
      'amount is not an amount of SOL',
    );
  }
  if (feeLevel !== 'low' && feeLevel !== 'medium' && feeLevel !== 'high') {
    throw transactionInvalid('transaction', 'transaction.feeLevel must be low, medium or high.', 'feeLevel is unknown');
  }
  return { intent: { kind: 'native-transfer', to, amount: lamports }, level: feeLevel };
}

function buildFromFields({ chain, from, slot }: ReadRequest, text: string): Unsigned {
  const { intent, level } = readFields(chain, text);
  return build({ from, intent, fee: quote(chain, lamportsByLevel[level]), slot });
}

async function readTransaction(request: ReadRequest): Promise<ReadTransaction> {
  const { chain, from, findToken } = request;
  const bytes =
    request.rawTransaction === undefined
      ? base64.decode(buildFromFields(request, request.transaction).unsigned)
      : decodeRawTransaction(request.rawTransaction);
  const { instructions } = readMessage(chain, from.address, bytes);
  const described = await describeInstructions(from.address, instructions, findToken);
  if (described.lines.length > maxLines) {
    throw transactionInvalid('rawTransaction', 'rawTransaction does more than can be shown to the customer.', 'has too many instructions');
  }
  const lamports = lamportsOf(instructions);
  const { decimals, symbol } = chain.nativeToken;
  const [contract] = described.programs;
  return {
    ...unsignedOf(bytes),
    lines: [{ label: 'From', value: from.address }, ...described.lines],
    fee: { amount: fromBaseUnits(lamports, decimals), symbol, level: levelOf(lamports) },
    ...(described.decodedCall === undefined ? {} : { decodedCall: described.decodedCall }),
    recipients: described.recipients,
    ...(contract === undefined ? {} : { contract }),
    warnings: described.warnings,
  };
}

/**
 * Solana signs the bytes of a message as they are, so a "message" that is a transaction would be a signed transaction.
 * Wallets refuse it, and so do we.
 */
function checkMessage(message: Uint8Array): void {
  if (parseSolanaMessage(message) === undefined) return;
  throw new ApiError('message_invalid', {
    message: 'The message is a Solana transaction, and its signature would send it. Ask for it as a transaction.',
    details: [{ path: 'body/message', code: 'message_invalid', message: 'is a transaction' }],
  });
}

export const solana: ChainFamilyModule = {
  quoteFees: async ({ chain, from, intent }) => {
    // What cannot be carried out costs nothing.
    instructionsOf(from.address, intent);
    return {
      low: quote(chain, lamportsByLevel.low),
      medium: quote(chain, lamportsByLevel.medium),
      high: quote(chain, lamportsByLevel.high),
    };
  },

  build: async (request) => build(request),

  sign: async ({ unsigned, privateKey }) => {
    const message = base64.decode(unsigned);
    const signature = ed25519.sign(message, privateKey);
    const text = base58.encode(signature);
    return {
      signedTransaction: base64.encode(joinSolanaTransaction(signature, message)),
      transactionHash: text,
      signature: { signature: text },
    };
  },

  decodeCall: async (_chain, intent, from) => decodeSolanaCall(from.address, intent),

  hashMessage: async (_chain, message) => {
    checkMessage(message);
    return sha256Hex(message);
  },

  signMessage: async ({ message, privateKey }) => {
    checkMessage(message);
    return { signature: base58.encode(ed25519.sign(message, privateKey)) };
  },

  readTransaction,
};

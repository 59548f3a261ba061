import { Message, Transaction, TransactionRaw, type Instruction } from 'micro-sol-signer';

/** A Solana message: what is signed. */
export interface SolanaMessage {
  /** In their order; the first pays the fee. */
  signers: string[];
  blockHash: string;
  instructions: Instruction[];
  /** Whether it reads further accounts from tables on the chain, so that it cannot be understood without the chain. */
  usesLookupTables: boolean;
}

/** IPv6's smallest packet without its headers, which no transaction exceeds. */
const maxTransactionBytes = 1232;
const signatureBytes = 64;

/** The upper bit of the first byte tells a versioned message; the version that there is, is 0. */
const version0 = 0x80;

/** The largest message that fits in a transaction with this many signatures, whose number takes one byte before them. */
function fits(message: Uint8Array, signatures: number): boolean {
  return 1 + signatures * signatureBytes + message.length <= maxTransactionBytes;
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

/**
 * Reads a message, legacy or of version 0. Undefined for anything that is not exactly one: other lengths, other forms of
 * the same number, accounts that are not there. What is returned is therefore what every other reader sees.
 */
export function parseSolanaMessage(bytes: Uint8Array): SolanaMessage | undefined {
  // A bound before anything is decoded.
  if (bytes.length > maxTransactionBytes) return undefined;
  const versioned = bytes[0] === version0;
  const body = versioned ? bytes.subarray(1) : bytes;
  let message: ReturnType<typeof Message.decode>;
  let encoded: Uint8Array;
  try {
    message = Message.decode(body, { allowUnreadBytes: versioned });
    encoded = Message.encode(message);
  } catch {
    return undefined;
  }
  const { requiredSignatures, readSigned, readUnsigned, keys } = message;
  if (!equal(encoded, body.subarray(0, encoded.length))) return undefined;
  // After the body, version 0 has its list of tables, of which an empty one is a zero. The legacy form ends with the body.
  const tables = body.subarray(encoded.length);
  if (versioned && tables.length === 0) return undefined;
  const usesLookupTables = versioned && !(tables.length === 1 && tables[0] === 0);

  if (requiredSignatures >= version0 || !fits(bytes, requiredSignatures)) return undefined;
  // The one who pays the fee signs, and can be written to.
  if (requiredSignatures <= readSigned || keys.length < requiredSignatures + readUnsigned) return undefined;
  if (new Set(keys).size !== keys.length) return undefined;

  const accounts = keys.map((address: string, index: number) => ({
    address,
    sign: index < requiredSignatures,
    write:
      index < requiredSignatures - readSigned ||
      (index >= requiredSignatures && index < keys.length - readUnsigned),
  }));
  const instructions: Instruction[] = [];
  for (const instruction of message.instructions) {
    const program = accounts[instruction.programIdx];
    const indexes: number[] = [...instruction.keys];
    const used = indexes.flatMap((index) => accounts[index] ?? []);
    // The one who pays the fee is no program. With tables, an account may be one of theirs.
    if (program === undefined || instruction.programIdx === 0) return undefined;
    if (!usesLookupTables && used.length !== indexes.length) return undefined;
    instructions.push({ program: program.address, keys: used, data: instruction.data });
  }
  return {
    signers: keys.slice(0, requiredSignatures),
    blockHash: message.blockhash,
    instructions,
    usesLookupTables,
  };
}

/** Whether the bytes are a whole transaction, signed or not, of which the message is the part after the signatures. */
export function isSolanaTransaction(bytes: Uint8Array): boolean {
  try {
    return equal(TransactionRaw.encode(TransactionRaw.decode(bytes)), bytes);
  } catch {
    return false;
  }
}

/** Writes a legacy message that `feePayer` alone has to sign. Undefined when it is too large for the chain. */
export function encodeSolanaMessage(
  feePayer: string,
  instructions: Instruction[],
  blockHash: string,
): Uint8Array | undefined {
  const transaction = Transaction.encode({ msg: { feePayer, blockhash: blockHash, instructions }, signatures: {} });
  const message = Message.encode(TransactionRaw.decode(transaction).msg);
  return fits(message, 1) ? message : undefined;
}

/** The transaction of a message that has one signer. */
export function joinSolanaTransaction(signature: Uint8Array, message: Uint8Array): Uint8Array {
  return Buffer.concat([Uint8Array.of(1), signature, message]);
}

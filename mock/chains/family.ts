import type { components } from '../../generated/types.ts';
import type { Chain } from './catalogue.ts';

type Schemas = components['schemas'];

export type FeeLevel = 'low' | 'medium' | 'high';
export type FeeQuote = Schemas['FeeQuote'];
export type DisplayLine = Schemas['DisplayLine'];
export type DisplayWarning = Schemas['DisplayWarning'];
export type DecodedCall = Schemas['DecodedCall'];
export type SignatureParts = Schemas['TransactionSignature'];

/** The account that acts: of the wallet that signs. */
export interface Sender {
  address: string;
  /** As the wallet shows it: EVM `0x` and hex, Bitcoin hex, Solana and NEAR base58. */
  publicKey: string;
}

/** What chain code needs to know of a token. `address` is never empty: the native token is not one of these. */
export interface TokenInfo {
  standard: string;
  address: string;
  symbol: string;
  decimals: number;
}

/** Finds the registered token of a contract, whose address may be written in any case. */
export type FindToken = (address: string) => Promise<TokenInfo | undefined>;

/** What a transaction does. Amounts are in base units; addresses are checked and written as the chain writes them. */
export type Intent =
  | { kind: 'native-transfer'; to: string; amount: bigint }
  | { kind: 'token-transfer'; to: string; token: TokenInfo; items: { nftTokenId?: string; amount: bigint }[] }
  /** `token` is what the contract was registered as when the call was asked for; it is that to the end. */
  | { kind: 'contract-call'; contract: string; signature: string; parameters: readonly string[]; amount: bigint; token?: TokenInfo };

/** What calls a contract. */
export type Call = Extract<Intent, { kind: 'contract-call' | 'token-transfer' }>;

/** An unspent output. */
export interface Coin {
  txid: string;
  vout: number;
  /** In satoshi. */
  amount: bigint;
}

/** What makes a transaction unlike every other: its place among those of its account, or what it spends. */
export interface Slot {
  /** EVM and NEAR. */
  nonce?: number;
  /** Bitcoin: the coins that are spent, all of them; what is left over goes back to the sender. */
  coins?: readonly Coin[];
  /** Solana and NEAR: a recent block's hash, base58. */
  blockHash?: string;
}

export interface QuoteRequest {
  chain: Chain;
  from: Sender;
  intent: Intent;
  /** Bitcoin: what the wallet can spend. The quote is for the coins that it would choose. */
  coins?: readonly Coin[];
}

export interface BuildRequest {
  chain: Chain;
  from: Sender;
  intent: Intent;
  fee: FeeQuote;
  slot: Slot;
}

/** A transaction before its signature: plain text, to be stored until its user has approved it. */
export interface Unsigned {
  /** In the chain's own serialization, in the encoding that the contract has for `rawTransaction`. */
  unsigned: string;
  /** `0x` and the hash that is signed, as the chain computes it; Bitcoin: the transaction's id. */
  payloadHash: string;
}

export interface Signed {
  /** EVM `0x` and hex, Bitcoin hex, Solana and NEAR Base64. */
  signedTransaction: string;
  transactionHash: string;
  signature: SignatureParts;
}

export interface SignRequest {
  chain: Chain;
  from: Sender;
  unsigned: string;
  /** Wiped by the caller. */
  privateKey: Uint8Array;
}

/** A transaction of the caller's making, read and made plain for the user who is to sign it. */
export interface ReadTransaction extends Unsigned {
  /** From `From` on: the line with the chain before them and the one with the note after them are the caller's. */
  lines: DisplayLine[];
  fee?: Schemas['DisplayFee'];
  decodedCall?: DecodedCall;
  /** Addresses that are paid, and contracts that are called, for the warnings. */
  recipients: string[];
  /** The one of them that is called, if any. */
  contract?: string;
  /** Filled in by those who know more than the transaction says: an unlimited approval, and such. */
  warnings: DisplayWarning[];
}

export interface SignedMessage {
  signature: string;
  r?: string;
  s?: string;
  v?: number;
}

/**
 * What is particular to a family of chains: everything that is computed, nothing that is stored. What is wrong with the
 * input is thrown as an `ApiError` with the contract's code and the path `body/...` of the field.
 */
export interface ChainFamilyModule {
  /** What the transaction would cost at each level. Throws `abi_invalid`, `unsupported_operation`. */
  quoteFees(request: QuoteRequest): Promise<Record<FeeLevel, FeeQuote>>;
  build(request: BuildRequest): Promise<Unsigned>;
  sign(request: SignRequest): Promise<Signed>;
  /** The call as it is shown to the user. Throws `abi_invalid`, `unsupported_operation`. */
  decodeCall(chain: Chain, intent: Call, from: Sender, findToken?: FindToken): Promise<DecodedCall>;
  /**
   * `0x` and the hash that is signed for a message; Solana, which signs the message itself: its SHA-256. Throws
   * `message_invalid` for bytes whose signature would be good for a transaction.
   */
  hashMessage(chain: Chain, message: Uint8Array): Promise<string>;
  signMessage(request: Omit<SignRequest, 'unsigned'> & { message: Uint8Array }): Promise<SignedMessage>;
  /** Reads `rawTransaction` (throws `transaction_invalid`) or `transaction`, a JSON string that `slot` and the fee model complete. */
  readTransaction(request: ReadRequest): Promise<ReadTransaction>;
}

export type ReadRequest = { chain: Chain; from: Sender; slot: Slot; findToken?: FindToken } & (
  | { rawTransaction: string; transaction?: undefined }
  | { transaction: string; rawTransaction?: undefined }
);

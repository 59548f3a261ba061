import type { Coin, FeeQuote, Intent, Slot, TokenInfo } from '../chains/family.ts';

/** An intent as JSON keeps it: amounts as decimal strings. */
export type StoredIntent =
  | { kind: 'native-transfer'; to: string; amount: string }
  | { kind: 'token-transfer'; to: string; token: TokenInfo; items: { nftTokenId?: string; amount: string }[] }
  | { kind: 'contract-call'; contract: string; signature: string; parameters: readonly string[]; amount: string; token?: TokenInfo };

export function storeIntent(intent: Intent): StoredIntent {
  if (intent.kind !== 'token-transfer') return { ...intent, amount: String(intent.amount) };
  return { ...intent, items: intent.items.map((item) => ({ ...item, amount: String(item.amount) })) };
}

export function readIntent(stored: StoredIntent): Intent {
  if (stored.kind !== 'token-transfer') return { ...stored, amount: BigInt(stored.amount) };
  return { ...stored, items: stored.items.map((item) => ({ ...item, amount: BigInt(item.amount) })) };
}

export interface StoredSlot {
  nonce?: number;
  coins?: { txid: string; vout: number; amount: string }[];
  blockHash?: string;
}

export function storeSlot({ coins, ...slot }: Slot): StoredSlot {
  return { ...slot, ...(coins === undefined ? {} : { coins: coins.map((coin) => ({ ...coin, amount: String(coin.amount) })) }) };
}

export function readSlot({ coins, ...slot }: StoredSlot): Slot {
  return { ...slot, ...(coins === undefined ? {} : { coins: readCoins({ coins }) }) };
}

export function readCoins({ coins = [] }: StoredSlot): Coin[] {
  return coins.map((coin) => ({ ...coin, amount: BigInt(coin.amount) }));
}

/** What the request said, as the API shows it of a transaction. */
export interface SaidOfTransaction {
  amounts?: string[];
  nftTokenIds?: string[];
  abiFunctionSignature?: string;
  abiParameters?: string[];
  /** What goes along with a call, in human units. */
  amount?: string;
}

/** What a transaction does, fixed when its user is asked. */
export interface TransactionPlan {
  intent: StoredIntent;
  fee: FeeQuote;
  slot: StoredSlot;
  said: SaidOfTransaction;
  /** What the list shows: how much of what in all. */
  moved: { amount: string; symbol: string };
}

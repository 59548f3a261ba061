import { type ApprovalKey, findApproved, readApproval, writeApproval } from '../store/approvals.ts';
import { changeBalance, listHolders, readBalance } from '../store/balances.ts';
import type { Store } from '../store/database.ts';

/** Holders that are nobody's address. `*` begins no address of any chain. */
export const faucet = '*faucet';
export const feeCollector = '*fees';
/** Bitcoin: all unspent coins together. */
export const coinOwners = '*coins';

export interface Movement {
  from: string;
  to: string;
  /** The token's address; empty for the native token. */
  asset: string;
  /** Empty but for NFTs. */
  nftTokenId?: string;
  /** In base units. */
  amount: bigint;
}

/** Someone was to give more than they have. */
export class NotEnough extends Error {
  override readonly name = 'NotEnough';

  constructor({ from, asset, amount }: Movement) {
    super(`${from} has less than ${amount} of ${asset === '' ? 'the native token' : asset}`);
  }
}

/**
 * The ledger of one chain, with changes that nobody else sees until they are saved: what is tried on it and found
 * impossible is simply dropped.
 */
export interface LedgerView {
  balanceOf: (holder: string, asset: string, nftTokenId?: string) => Promise<bigint>;
  /** Every movement has two ends, so nothing is made. Throws NotEnough; the faucet alone may owe. */
  move: (movement: Movement) => Promise<void>;
  /** The owner of an NFT of which there is one. */
  ownerOf: (asset: string, nftTokenId: string) => Promise<string | undefined>;
  /** How much a spender may take; of NFTs, `*` as the id says all of them. */
  allowance: (asset: string, owner: string, spender: string, nftTokenId?: string) => Promise<bigint>;
  allow: (asset: string, owner: string, spender: string, amount: bigint, nftTokenId?: string) => Promise<void>;
  /** Who may take one NFT of its owner. */
  approvedFor: (asset: string, owner: string, nftTokenId: string) => Promise<string | undefined>;
  save: () => Promise<void>;
}

export function openLedger(db: Store, blockchain: string): LedgerView {
  const changes = new Map<string, { holder: string; asset: string; nftTokenId: string; change: bigint }>();
  const allowed = new Map<string, ApprovalKey & { amount: bigint }>();

  const balanceOf = async (holder: string, asset: string, nftTokenId = '') => {
    const stored = await readBalance(db, { blockchain, holder, asset, nftTokenId });
    return stored + (changes.get(JSON.stringify([holder, asset, nftTokenId]))?.change ?? 0n);
  };
  const change = (holder: string, asset: string, nftTokenId: string, amount: bigint) => {
    const key = JSON.stringify([holder, asset, nftTokenId]);
    const before = changes.get(key)?.change ?? 0n;
    changes.set(key, { holder, asset, nftTokenId, change: before + amount });
  };
  const allow: LedgerView['allow'] = async (asset, owner, spender, amount, nftTokenId = '') => {
    const key = { blockchain, asset, owner, spender, nftTokenId };
    allowed.set(JSON.stringify(Object.values(key)), { ...key, amount });
  };

  return {
    balanceOf,
    move: async (movement) => {
      const { from, to, asset, nftTokenId = '', amount } = movement;
      if (amount < 0n) throw new RangeError('A movement has no negative amount');
      if (from !== faucet && (await balanceOf(from, asset, nftTokenId)) < amount) throw new NotEnough(movement);
      change(from, asset, nftTokenId, -amount);
      change(to, asset, nftTokenId, amount);
    },
    ownerOf: async (asset, nftTokenId) => {
      const stored = await listHolders(db, blockchain, asset, nftTokenId);
      const here = [...changes.values()].filter((entry) => entry.asset === asset && entry.nftTokenId === nftTokenId);
      const holders = new Set([...stored, ...here].map(({ holder }) => holder));
      for (const holder of holders) if ((await balanceOf(holder, asset, nftTokenId)) > 0n) return holder;
      return undefined;
    },
    allowance: async (asset, owner, spender, nftTokenId = '') => {
      const key = { blockchain, asset, owner, spender, nftTokenId };
      return allowed.get(JSON.stringify(Object.values(key)))?.amount ?? readApproval(db, key);
    },
    allow,
    approvedFor: async (asset, owner, nftTokenId) => {
      const here = [...allowed.values()].filter(
        (entry) => entry.asset === asset && entry.owner === owner && entry.nftTokenId === nftTokenId,
      );
      const spender = here.find(({ amount }) => amount > 0n)?.spender;
      if (spender !== undefined) return spender;
      const stored = await findApproved(db, { blockchain, asset, owner, nftTokenId });
      return here.some((entry) => entry.spender === stored) ? undefined : stored;
    },
    save: async () => {
      // In one order everywhere, so that no two transactions wait for each other.
      const sorted = [...changes].toSorted(([a], [b]) => (a < b ? -1 : 1));
      for (const [, { holder, asset, nftTokenId, change }] of sorted) {
        if (change !== 0n) await changeBalance(db, { blockchain, holder, asset, nftTokenId }, change);
      }
      for (const { amount, ...key } of allowed.values()) await writeApproval(db, { ...key, amount: String(amount) });
      changes.clear();
      allowed.clear();
    },
  };
}

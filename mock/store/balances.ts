import type { Store } from './database.ts';

/** Whose balance of what: `asset` and `nftTokenId` are empty for the native token. */
export interface BalanceKey {
  blockchain: string;
  holder: string;
  asset: string;
  nftTokenId: string;
}

/** In base units; 0 for a holder that never had any. */
export async function readBalance(db: Store, { blockchain, holder, asset, nftTokenId }: BalanceKey): Promise<bigint> {
  const row = await db
    .selectFrom('balances')
    .select('amount')
    .where('blockchain', '=', blockchain)
    .where('holder', '=', holder)
    .where('asset', '=', asset)
    .where('nftTokenId', '=', nftTokenId)
    .executeTakeFirst();
  return BigInt(row?.amount ?? 0);
}

/** Changes a balance by what was taken or given. Until the transaction ends no other can change it. */
export async function changeBalance(db: Store, key: BalanceKey, change: bigint): Promise<void> {
  // A write that changes nothing takes the row's lock on SQLite and PostgreSQL alike.
  const { amount } = await db
    .insertInto('balances')
    .values({ ...key, amount: '0' })
    .onConflict((conflict) =>
      conflict
        .columns(['blockchain', 'holder', 'asset', 'nftTokenId'])
        .doUpdateSet((eb) => ({ amount: eb.ref('balances.amount') })),
    )
    .returning('amount')
    .executeTakeFirstOrThrow();
  await db
    .updateTable('balances')
    .set({ amount: String(BigInt(amount) + change) })
    .where('blockchain', '=', key.blockchain)
    .where('holder', '=', key.holder)
    .where('asset', '=', key.asset)
    .where('nftTokenId', '=', key.nftTokenId)
    .execute();
}

/** Who has tokens of one id. The balance of someone who gave all away is still there: look at the amount. */
export function listHolders(db: Store, blockchain: string, asset: string, nftTokenId: string) {
  return db
    .selectFrom('balances')
    .select(['holder', 'amount'])
    .where('blockchain', '=', blockchain)
    .where('asset', '=', asset)
    .where('nftTokenId', '=', nftTokenId)
    .execute();
}

/** Every amount that a holder has of an asset: one for each id, of an NFT. */
export function listAmounts(db: Store, blockchain: string, holder: string, asset: string) {
  return db
    .selectFrom('balances')
    .select(['nftTokenId', 'amount'])
    .where('blockchain', '=', blockchain)
    .where('holder', '=', holder)
    .where('asset', '=', asset)
    .execute();
}

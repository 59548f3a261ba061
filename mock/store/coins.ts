import type { Coin } from '../chains/family.ts';
import type { Store } from './database.ts';

export async function insertCoins(db: Store, blockchain: string, coins: (Coin & { holder: string })[]): Promise<void> {
  if (coins.length === 0) return;
  const rows = coins.map(({ txid, vout, holder, amount }) => ({
    blockchain,
    txid,
    vout,
    holder,
    amount: String(amount),
    spentBy: null,
  }));
  await db.insertInto('coins').values(rows).execute();
}

/** What an address can spend, in an order that is always the same. */
export async function listUnspentCoins(db: Store, blockchain: string, holder: string): Promise<Coin[]> {
  const rows = await db
    .selectFrom('coins')
    .select(['txid', 'vout', 'amount'])
    .where('blockchain', '=', blockchain)
    .where('holder', '=', holder)
    .where('spentBy', 'is', null)
    .orderBy('txid')
    .orderBy('vout')
    .execute();
  return rows.map(({ txid, vout, amount }) => ({ txid, vout, amount: BigInt(amount) }));
}

/** Spends a coin, unless it is spent already: then `false`. */
export async function spendCoin(db: Store, blockchain: string, { txid, vout }: Coin, spentBy: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('coins')
    .set({ spentBy })
    .where('blockchain', '=', blockchain)
    .where('txid', '=', txid)
    .where('vout', '=', vout)
    .where('spentBy', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

import type { Store } from './database.ts';
import type { Row } from './schema.ts';

export type ApprovalRow = Row<'approvals'>;
export type ApprovalKey = Omit<ApprovalRow, 'amount'>;

/** How much a spender may take: 0 when nothing was ever allowed. */
export async function readApproval(db: Store, key: ApprovalKey): Promise<bigint> {
  const row = await db
    .selectFrom('approvals')
    .select('amount')
    .where('blockchain', '=', key.blockchain)
    .where('asset', '=', key.asset)
    .where('owner', '=', key.owner)
    .where('spender', '=', key.spender)
    .where('nftTokenId', '=', key.nftTokenId)
    .executeTakeFirst();
  return BigInt(row?.amount ?? 0);
}

export async function writeApproval(db: Store, row: ApprovalRow): Promise<void> {
  await db
    .insertInto('approvals')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['blockchain', 'asset', 'owner', 'spender', 'nftTokenId']).doUpdateSet({ amount: row.amount }),
    )
    .execute();
}

/** Who may take one NFT of its owner, if anybody. */
export async function findApproved(db: Store, key: Omit<ApprovalKey, 'spender'>): Promise<string | undefined> {
  const row = await db
    .selectFrom('approvals')
    .select('spender')
    .where('blockchain', '=', key.blockchain)
    .where('asset', '=', key.asset)
    .where('owner', '=', key.owner)
    .where('nftTokenId', '=', key.nftTokenId)
    .where('amount', '!=', '0')
    .executeTakeFirst();
  return row?.spender;
}

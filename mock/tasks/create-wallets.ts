import { deriveAccount } from '../chains/derive.ts';
import { timestamp } from '../clock.ts';
import { toWallet } from '../handlers/wallets.ts';
import { welcome } from '../ledger/faucet.ts';
import { insertWallets, nextAddressIndex, type WalletRow } from '../store/wallets.ts';
import { emit } from '../webhooks/emit.ts';
import type { Completed, ConfirmedWork, Work } from './work.ts';

interface WalletMetadata {
  name?: string;
  refId?: string;
}

export interface CreateWalletsPayload {
  task: 'create-wallet';
  blockchains: string[];
  /** One for each chain, or one for all. */
  metadata?: WalletMetadata[];
}

export async function createWallets(work: ConfirmedWork<CreateWalletsPayload>): Promise<Completed> {
  const { blockchains, metadata } = work.payload;
  const wallets = await work.withSeed((seed) => deriveWallets(work, seed, blockchains, metadata));
  return { ok: true, result: { task: 'create-wallet', wallets: wallets.map(toWallet) } };
}

/** The name and reference for the wallet at a place of the list: its own, or the single one for all. */
export function walletMetadata(metadata: WalletMetadata[] | undefined, index: number): WalletMetadata | undefined {
  return metadata?.length === 1 ? metadata[0] : metadata?.[index];
}

/** One wallet for each chain, at the customer's next index there: EVM chains share an address where their indexes agree. */
export async function deriveWallets(
  { context, db, row: challenge, customer, now }: Work,
  seed: Uint8Array,
  blockchains: readonly string[],
  metadata?: WalletMetadata[],
): Promise<WalletRow[]> {
  const rows: WalletRow[] = [];
  for (const [position, blockchain] of blockchains.entries()) {
    const addressIndex = await nextAddressIndex(db, customer.id, blockchain);
    const account = await deriveAccount({ seed, blockchain, index: addressIndex });
    const { name, refId } = walletMetadata(metadata, position) ?? {};
    rows.push({
      id: context.newId(),
      customerId: customer.id,
      blockchain,
      addressIndex,
      ...account,
      name: name ?? null,
      refId: refId ?? null,
      createdAt: timestamp(now),
      updatedAt: timestamp(now),
    });
  }
  if (rows.length > 0) await insertWallets(db, rows);
  if (context.faucet) for (const row of rows) await welcome(db, row, context.newId);
  for (const { id, customerId, blockchain, address, name, refId } of rows) {
    await emit(context, db, {
      event: 'wallet.created',
      resourceId: id,
      at: now,
      data: {
        walletId: id,
        customerId,
        blockchain,
        address,
        ...(name === null ? {} : { name }),
        ...(refId === null ? {} : { refId }),
        challengeId: challenge.id,
      },
    });
  }
  return rows;
}

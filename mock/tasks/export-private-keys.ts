import { chainOf } from '../handlers/customer-wallet.ts';
import { findWallet, type WalletRow } from '../store/wallets.ts';
import { withPrivateKey } from './wallet-key.ts';
import type { Completed, ConfirmedWork } from './work.ts';

export interface ExportPayload {
  task: 'export-private-keys';
  /** The wallets that the customer was told of. */
  walletIds: string[];
}

/** The keys are in the file, which goes to the page and nowhere else. */
export async function exportPrivateKeys(work: ConfirmedWork<ExportPayload>): Promise<Completed> {
  const { customer, payload } = work;
  const { exportFile, exportRow } = await import('../chains/private-key-text.ts');
  const rows: string[] = [];
  for (const id of payload.walletIds) {
    const wallet = await requireOwnWallet(work, id);
    const { address, derivationPath } = wallet;
    const row = { address, chain: chainOf(wallet), derivationPath };
    rows.push(await withPrivateKey(work, wallet, (privateKey) => exportRow({ ...row, privateKey })));
  }
  return {
    ok: true,
    result: { task: 'export-private-keys', walletCount: rows.length },
    export: {
      fileName: `planbok-keys-${customer.id}.csv`,
      csv: exportFile({ ...customer, refId: customer.refId ?? undefined }, rows),
    },
  };
}

/** Fails closed: the seed is the customer's, so a key for any other wallet would be a wrong one. */
async function requireOwnWallet({ db, customer }: ConfirmedWork, id: string): Promise<WalletRow> {
  const wallet = await findWallet(db, id);
  if (wallet === undefined || wallet.customerId !== customer.id) throw new Error(`Wallet ${id} is not one of customer ${customer.id}`);
  return wallet;
}

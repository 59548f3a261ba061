import type { Completed, ConfirmedWork } from './work.ts';

export interface ExportPayload {
  task: 'export-private-keys';
  /** The wallets that the customer was told of. */
  walletIds: string[];
}

export async function exportPrivateKeys(work: ConfirmedWork<ExportPayload>): Promise<Completed> {
  throw new Error(`${work.row.task} is not there yet`);
}

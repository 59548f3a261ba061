import type { Completed, ConfirmedWork } from './work.ts';

export async function exportPrivateKeys(work: ConfirmedWork): Promise<Completed> {
  throw new Error(`${work.row.task} is not there yet`);
}

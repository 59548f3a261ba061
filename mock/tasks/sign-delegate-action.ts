import type { Completed, ConfirmedWork } from './work.ts';

export async function signDelegateAction(work: ConfirmedWork): Promise<Completed> {
  throw new Error(`${work.row.task} is not there yet`);
}

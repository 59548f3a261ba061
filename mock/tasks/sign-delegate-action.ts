import { signAsShown } from './sign-as-shown.ts';
import type { Completed, ConfirmedWork } from './work.ts';

export interface SignDelegateActionPayload {
  task: 'sign-delegate-action';
  walletId: string;
  /** As it was sent. */
  unsignedDelegateAction: string;
}

export async function signDelegateAction(work: ConfirmedWork<SignDelegateActionPayload>): Promise<Completed> {
  const near = await import('../chains/near-delegate-action.ts');
  const { unsignedDelegateAction } = work.payload;
  return signAsShown(work, {
    hash: async (signer) => (await near.readDelegateAction({ ...signer, unsignedDelegateAction })).payloadHash,
    sign: async (_signer, privateKey) => ({
      task: 'sign-delegate-action',
      ...(await near.signDelegateAction({ unsignedDelegateAction, privateKey })),
    }),
  });
}

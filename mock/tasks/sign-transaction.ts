import { loadFamily } from '../chains/families.ts';
import { signAsShown } from './sign-as-shown.ts';
import type { Completed, ConfirmedWork } from './work.ts';

export interface SignTransactionPayload {
  task: 'sign-transaction';
  walletId: string;
  /** The whole transaction, in the encoding of `rawTransaction`: what was left out is filled in. */
  unsigned: string;
  /** The nonce that was chosen for it, on chains that have one. */
  nonce?: number;
}

/** The transaction is signed and not sent: it is no transaction of the ledger. */
export async function signTransaction(work: ConfirmedWork<SignTransactionPayload>): Promise<Completed> {
  const { unsigned } = work.payload;
  return signAsShown(work, {
    hash: async ({ chain, from }) => {
      const family = await loadFamily(chain);
      return (await family.readTransaction({ chain, from, slot: {}, rawTransaction: unsigned })).payloadHash;
    },
    sign: async ({ chain, from }, privateKey) => {
      const family = await loadFamily(chain);
      return { task: 'sign-transaction', ...(await family.sign({ chain, from, unsigned, privateKey })) };
    },
  });
}

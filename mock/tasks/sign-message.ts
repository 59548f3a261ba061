import { loadFamily } from '../chains/families.ts';
import { type MessageText, readMessage } from '../chains/message.ts';
import { signAsShown } from './sign-as-shown.ts';
import type { Completed, ConfirmedWork } from './work.ts';

export interface SignMessagePayload extends MessageText {
  task: 'sign-message';
  walletId: string;
}

export async function signMessage(work: ConfirmedWork<SignMessagePayload>): Promise<Completed> {
  const message = readMessage(work.payload);
  return signAsShown(work, {
    hash: async ({ chain }) => (await loadFamily(chain)).hashMessage(chain, message),
    sign: async ({ chain, from }, privateKey) => {
      const family = await loadFamily(chain);
      return { task: 'sign-message', ...(await family.signMessage({ chain, from, message, privateKey })) };
    },
  });
}

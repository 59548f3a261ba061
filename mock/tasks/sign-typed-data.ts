import { signAsShown } from './sign-as-shown.ts';
import type { Completed, ConfirmedWork } from './work.ts';

export interface SignTypedDataPayload {
  task: 'sign-typed-data';
  walletId: string;
  /** As it was sent. */
  typedData: string;
}

export async function signTypedData(work: ConfirmedWork<SignTypedDataPayload>): Promise<Completed> {
  const [{ readTypedData }, { signHash }] = await Promise.all([import('../chains/typed-data.ts'), import('../chains/evm.ts')]);
  const { typedData } = work.payload;
  return signAsShown(work, {
    hash: async ({ chain }) => (await readTypedData(chain, typedData, noTokens)).payloadHash,
    sign: async ({ chain }, privateKey) => {
      const { payloadHash } = await readTypedData(chain, typedData, noTokens);
      return { task: 'sign-typed-data', ...signHash(payloadHash, privateKey) };
    },
  });
}

/** Tokens are for the warnings alone, which were shown already. */
const noTokens = () => Promise.resolve(undefined);

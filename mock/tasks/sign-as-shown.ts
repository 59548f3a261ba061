import type { Chain } from '../chains/catalogue.ts';
import type { Sender } from '../chains/family.ts';
import { chainOf } from '../handlers/customer-wallet.ts';
import type { ChallengeRow } from '../store/challenges.ts';
import { findWallet } from '../store/wallets.ts';
import { withPrivateKey } from './wallet-key.ts';
import type { ChallengeResult, Completed, ConfirmedWork } from './work.ts';

/** Who signs, and where. */
export interface Signer {
  chain: Chain;
  from: Sender;
}

export interface Signing {
  /** The hash of what is about to be signed, computed anew. */
  hash: (signer: Signer) => Promise<string>;
  /** Signs it. The key is wiped afterwards. */
  sign: (signer: Signer, privateKey: Uint8Array) => Promise<ChallengeResult>;
}

/** Whether the hash of what is about to be signed, computed anew, is the one that the customer was shown. */
export function isAsShown({ display }: Pick<ChallengeRow, 'display'>, payloadHash: string): boolean {
  const shown: { payloadHash?: string } = JSON.parse(display);
  return shown.payloadHash === payloadHash;
}

export const notAsShown: Completed = {
  ok: true,
  failure: {
    code: 'signing_failed',
    message: 'What would have been signed was not what the customer was shown. Nothing was signed.',
  },
};

/** Signs with a wallet what its user was shown. What hashes to anything else is not signed, and the challenge fails. */
export async function signAsShown(work: ConfirmedWork<{ walletId: string }>, { hash, sign }: Signing): Promise<Completed> {
  const { db, row, payload } = work;
  const wallet = await findWallet(db, payload.walletId);
  if (wallet === undefined) throw new Error(`There is no wallet ${payload.walletId} to sign with`);
  const { address, publicKey } = wallet;
  const signer = { chain: chainOf(wallet), from: { address, publicKey } };
  if (!isAsShown(row, await hash(signer))) return notAsShown;
  return { ok: true, result: await withPrivateKey(work, wallet, (privateKey) => sign(signer, privateKey)) };
}

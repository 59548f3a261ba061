import type { Chain } from '../chains/catalogue.ts';
import type { Sender } from '../chains/family.ts';
import { chainOf } from '../handlers/customer-wallet.ts';
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

/** Signs with a wallet what its user was shown. What hashes to anything else is not signed, and the challenge fails. */
export async function signAsShown(work: ConfirmedWork<{ walletId: string }>, { hash, sign }: Signing): Promise<Completed> {
  const { db, row, payload } = work;
  const wallet = await findWallet(db, payload.walletId);
  if (wallet === undefined) throw new Error(`There is no wallet ${payload.walletId} to sign with`);
  const { address, publicKey } = wallet;
  const signer = { chain: chainOf(wallet), from: { address, publicKey } };
  const display: { payloadHash: string } = JSON.parse(row.display);
  if ((await hash(signer)) !== display.payloadHash) {
    const message = 'What would have been signed was not what the customer was shown. Nothing was signed.';
    return { ok: true, failure: { code: 'signing_failed', message } };
  }
  return { ok: true, result: await withPrivateKey(work, wallet, (privateKey) => sign(signer, privateKey)) };
}

import { derivePrivateKey } from '../chains/derive.ts';
import type { WalletRow } from '../store/wallets.ts';
import type { ConfirmedWork } from './work.ts';

/** Lends the private key of a wallet for one use. It is wiped when the use ends, however it ends. */
export function withPrivateKey<Value>(
  { withSeed }: Pick<ConfirmedWork, 'withSeed'>,
  { blockchain, addressIndex: index }: Pick<WalletRow, 'blockchain' | 'addressIndex'>,
  use: (privateKey: Uint8Array) => Promise<Value>,
): Promise<Value> {
  return withSeed(async (seed) => {
    const privateKey = await derivePrivateKey({ seed, blockchain, index });
    try {
      return await use(privateKey);
    } finally {
      privateKey.fill(0);
    }
  });
}

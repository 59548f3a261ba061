import { argon2 } from 'node:crypto';
import { kdf, saltBytes } from '../protocol/pin.ts';

/**
 * The derivation of `mock/protocol/pin.ts` as the Sandbox does it: the same secret, but drawn in the thread pool, so that
 * an approval without a browser does not stop every other request for a quarter of a second.
 */
export async function deriveInPool(text: string, salt: Uint8Array): Promise<Uint8Array> {
  if (salt.length !== saltBytes) throw new RangeError(`A salt has ${saltBytes} bytes`);
  const message = new TextEncoder().encode(text);
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const parameters = {
    message,
    nonce: salt,
    memory: kdf.memoryKiB,
    passes: kdf.passes,
    parallelism: kdf.lanes,
    tagLength: kdf.hashLength,
  };
  argon2(kdf.algorithm, parameters, (error, secret) => (error === null ? resolve(secret) : reject(error)));
  try {
    return await promise;
  } finally {
    message.fill(0);
  }
}

import { findChain, type Chain } from './catalogue.ts';

/** What the world may know of a derived key. */
export interface Account {
  address: string;
  /** EVM: `0x` and compressed hex. Bitcoin: compressed hex. Solana and NEAR: base58. */
  publicKey: string;
  derivationPath: string;
}

export interface DerivationRequest {
  /** The 32-byte BIP-32 seed; the caller wipes it. */
  seed: Uint8Array;
  blockchain: string;
  index: number;
}

/** BIP-32: hardened indexes take the upper half. */
const indexes = 2 ** 31;

function chainOf({ blockchain, index }: DerivationRequest): Chain {
  const chain = findChain(blockchain);
  if (chain === undefined || !chain.enabled) throw new RangeError(`No keys are derived for chain ${blockchain}`);
  if (!Number.isInteger(index) || index < 0 || index >= indexes) {
    throw new RangeError(`An address index is an integer from 0 to ${indexes - 1}`);
  }
  return chain;
}

function pathOf(chain: Chain, index: number): string {
  switch (chain.family) {
    case 'bitcoin':
      return `m/84'/${chain.coinType}'/0'/0/${index}`;
    case 'solana':
      return `m/44'/${chain.coinType}'/${index}'/0'`;
    case 'near':
      return `m/44'/${chain.coinType}'/${index}'`;
    default:
      return `m/44'/${chain.coinType}'/0'/0/${index}`;
  }
}

interface KeyPair {
  privateKey: Uint8Array;
  publicKey: Uint8Array;
}

// The curves take some 100 ms to load: not before the first key is needed, so that the mock starts at once.
async function deriveKeyPair(chain: Chain, seed: Uint8Array, path: string): Promise<KeyPair> {
  if (chain.curve === 'ed25519') {
    const { HDKey } = await import('micro-key-producer/slip10.js');
    const root = HDKey.fromMasterSeed(seed);
    const node = root.derive(path);
    const pair = { privateKey: node.privateKey.slice(), publicKey: node.publicKeyRaw.slice() };
    for (const { privateKey, chainCode } of [root, node]) {
      privateKey.fill(0);
      chainCode.fill(0);
    }
    return pair;
  }
  const { HDKey } = await import('@scure/bip32');
  const root = HDKey.fromMasterSeed(seed);
  const node = root.derive(path);
  const { privateKey, publicKey } = node;
  if (privateKey === null || publicKey === null) throw new Error('A derived private key cannot be absent');
  const pair = { privateKey: privateKey.slice(), publicKey: publicKey.slice() };
  root.wipePrivateData();
  node.wipePrivateData();
  return pair;
}

async function evmAddress(publicKey: Uint8Array): Promise<string> {
  const [{ secp256k1 }, { keccak_256 }, { toChecksumAddress }] = await Promise.all([
    import('@noble/curves/secp256k1.js'),
    import('@noble/hashes/sha3.js'),
    import('./address.ts'),
  ]);
  const point = secp256k1.Point.fromBytes(publicKey).toBytes(false);
  return toChecksumAddress(`0x${toHex(keccak_256(point.subarray(1)).subarray(12))}`);
}

async function bitcoinAddress(publicKey: Uint8Array, testnet: boolean): Promise<string> {
  const { NETWORK, p2wpkh, TEST_NETWORK } = await import('@scure/btc-signer');
  return p2wpkh(publicKey, testnet ? TEST_NETWORK : NETWORK).address;
}

function toHex(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
}

/** The address, public key and path of the account `index` on a chain. Throws `RangeError` for a chain that is not enabled. */
export async function deriveAccount(request: DerivationRequest): Promise<Account> {
  const chain = chainOf(request);
  const derivationPath = pathOf(chain, request.index);
  const { privateKey, publicKey } = await deriveKeyPair(chain, request.seed, derivationPath);
  privateKey.fill(0);
  switch (chain.family) {
    case 'bitcoin':
      return { address: await bitcoinAddress(publicKey, chain.testnet), publicKey: toHex(publicKey), derivationPath };
    case 'solana': {
      const { base58 } = await import('@scure/base');
      const address = base58.encode(publicKey);
      return { address, publicKey: address, derivationPath };
    }
    case 'near': {
      const { base58 } = await import('@scure/base');
      return { address: toHex(publicKey), publicKey: base58.encode(publicKey), derivationPath };
    }
    default:
      return { address: await evmAddress(publicKey), publicKey: `0x${toHex(publicKey)}`, derivationPath };
  }
}

/** The 32-byte private key of the account `index` on a chain, for signing and export alone. The caller wipes it. */
export async function derivePrivateKey(request: DerivationRequest): Promise<Uint8Array> {
  const chain = chainOf(request);
  const { privateKey } = await deriveKeyPair(chain, request.seed, pathOf(chain, request.index));
  return privateKey;
}

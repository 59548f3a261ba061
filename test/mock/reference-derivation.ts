import { createECDH, createHmac, createPrivateKey, createPublicKey, pbkdf2Sync } from 'node:crypto';

// A second implementation of BIP-32, BIP-39 and SLIP-10, out of Node's own cryptography alone: what the mock derives
// with the noble and scure libraries is compared with it.

interface Node {
  privateKey: Uint8Array;
  chainCode: Uint8Array;
}

// SEC 2 §2.4.1: the order of secp256k1.
const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

function split(hash: Buffer): [Buffer, Buffer] {
  return [hash.subarray(0, 32), hash.subarray(32)];
}

function childData(prefix: Uint8Array, index: number): Buffer {
  const data = Buffer.alloc(37);
  data.set(prefix, 0);
  data.writeUInt32BE(index, 33);
  return data;
}

function indexesOf(path: string): number[] {
  return path
    .split('/')
    .slice(1)
    .map((step) => (step.endsWith("'") ? Number(step.slice(0, -1)) + 2 ** 31 : Number(step)));
}

function walk(curve: 'Bitcoin seed' | 'ed25519 seed', seed: Uint8Array, path: string): Node {
  let [privateKey, chainCode] = split(createHmac('sha512', curve).update(seed).digest());
  for (const index of indexesOf(path)) {
    const hardened = index >= 2 ** 31;
    const prefix = hardened ? Buffer.concat([Buffer.of(0), privateKey]) : secp256k1PublicKey(privateKey);
    const [left, right] = split(createHmac('sha512', chainCode).update(childData(prefix, index)).digest());
    chainCode = right;
    if (curve === 'ed25519 seed') {
      privateKey = left;
    } else {
      const sum = (BigInt(`0x${left.toString('hex')}`) + BigInt(`0x${privateKey.toString('hex')}`)) % order;
      privateKey = Buffer.from(sum.toString(16).padStart(64, '0'), 'hex');
    }
  }
  return { privateKey, chainCode };
}

/** The compressed public key of a secp256k1 key. */
export function secp256k1PublicKey(privateKey: Uint8Array): Buffer {
  const ecdh = createECDH('secp256k1');
  ecdh.setPrivateKey(privateKey);
  return ecdh.getPublicKey(null, 'compressed');
}

/** The public key of an ed25519 key. */
export function ed25519PublicKey(privateKey: Uint8Array): Buffer {
  // RFC 8410 §7: the fixed head of a PKCS #8 document with an Ed25519 key.
  const head = Buffer.from('302e020100300506032b657004220420', 'hex');
  const key = createPrivateKey({ key: Buffer.concat([head, privateKey]), format: 'der', type: 'pkcs8' });
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
}

/** BIP-32. */
export function bip32PrivateKey(seed: Uint8Array, path: string): Uint8Array {
  return walk('Bitcoin seed', seed, path).privateKey;
}

/** SLIP-10, ed25519. */
export function slip10PrivateKey(seed: Uint8Array, path: string): Uint8Array {
  return walk('ed25519 seed', seed, path).privateKey;
}

/** BIP-39: the seed of a mnemonic without a passphrase. */
export function mnemonicSeed(mnemonic: string): Uint8Array {
  return pbkdf2Sync(mnemonic, 'mnemonic', 2048, 64, 'sha512');
}

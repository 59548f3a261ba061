import { ed25519 } from '@noble/curves/ed25519.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { base58, bech32 } from '@scure/base';

/** What is wrong with an address by its chain's own rules; `undefined` when nothing is. */
export function whyNotAnAddress(blockchain: string, address: string): string | undefined {
  switch (blockchain) {
    case 'BTC':
      return whyNotSegwit('bc', address);
    case 'BTC-TESTNET':
      return whyNotSegwit('tb', address);
    case 'SOL':
    case 'SOL-TESTNET':
      return whyNotPoint(() => base58.decode(address));
    case 'NEAR':
    case 'NEAR-TESTNET':
      return /^[0-9a-f]{64}$/.test(address) ? whyNotPoint(() => Buffer.from(address, 'hex')) : 'not 64 hex digits';
    default:
      return whyNotEvm(address);
  }
}

/** EIP-55. */
function whyNotEvm(address: string): string | undefined {
  if (!/^0x[0-9a-fA-F]{40}$/.test(address)) return 'not 40 hex digits';
  const lower = address.slice(2).toLowerCase();
  const hash = Buffer.from(keccak_256(Buffer.from(lower))).toString('hex');
  const checked = Array.from(lower, (digit, at) => (parseInt(hash[at] ?? '0', 16) >= 8 ? digit.toUpperCase() : digit)).join('');
  return address === `0x${checked}` ? undefined : 'the checksum is wrong';
}

/** BIP-173: version 0, a public key's hash. */
function whyNotSegwit(prefix: string, address: string): string | undefined {
  try {
    const decoded = bech32.decode(address as `${string}1${string}`);
    const [version, ...words] = decoded.words;
    const program = bech32.fromWords(words);
    if (decoded.prefix !== prefix) return `the prefix is ${decoded.prefix}`;
    return version === 0 && program.length === 20 ? undefined : 'not the hash of a public key';
  } catch (error) {
    return String(error);
  }
}

/** RFC 8032 §5.1.3: 32 bytes that decode to a point. */
function whyNotPoint(decode: () => Uint8Array): string | undefined {
  try {
    ed25519.Point.fromBytes(decode());
    return undefined;
  } catch (error) {
    return String(error);
  }
}

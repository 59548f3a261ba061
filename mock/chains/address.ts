import { keccak_256 } from '@noble/hashes/sha3.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { base58, bech32, bech32m, createBase58check } from '@scure/base';
import { findChain } from './catalogue.ts';

const base58check = createBase58check(sha256);

/** Writes an EVM address in the mixed case that EIP-55 uses as its checksum. */
export function toChecksumAddress(address: string): string {
  const digits = address.slice(2).toLowerCase();
  const hash = keccak_256(new TextEncoder().encode(digits));
  const cased = Array.from(digits, (digit, position) => {
    const nibble = ((hash[position >> 1] ?? 0) >> (position % 2 === 0 ? 4 : 0)) & 0x0f;
    return nibble >= 8 ? digit.toUpperCase() : digit;
  });
  return `0x${cased.join('')}`;
}

function isEvmAddress(address: string): boolean {
  if (!/^0x[0-9a-fA-F]{40}$/.test(address)) return false;
  const digits = address.slice(2);
  // EIP-55: an address in one case carries no checksum.
  if (digits === digits.toLowerCase() || digits === digits.toUpperCase()) return true;
  return address === toChecksumAddress(address);
}

function isBase58checkAddress(address: string, versions: readonly number[]): boolean {
  try {
    const payload = base58check.decode(address);
    return payload.length === 21 && versions.includes(payload[0] ?? -1);
  } catch {
    return false;
  }
}

/** BIP-350: witness version 0 is bech32, the later ones are bech32m; those that have no meaning yet can receive too. */
function isSegwitAddress(address: string, prefix: string): boolean {
  for (const coder of [bech32, bech32m]) {
    const decoded = coder.decodeUnsafe(address);
    const version = decoded?.words[0];
    if (decoded === undefined || version === undefined || decoded.prefix !== prefix) continue;
    const length = coder.fromWordsUnsafe(decoded.words.slice(1))?.length ?? 0;
    if (version === 0) return coder === bech32 && (length === 20 || length === 32);
    return coder === bech32m && version <= 16 && length >= 2 && length <= 40;
  }
  return false;
}

function isBitcoinAddress(address: string, testnet: boolean): boolean {
  return (
    isSegwitAddress(address, testnet ? 'tb' : 'bc') ||
    isBase58checkAddress(address, testnet ? [0x6f, 0xc4] : [0x00, 0x05])
  );
}

/** A public key or a program-derived address: 32 bytes, which need not be a point of the curve. */
function isSolanaAddress(address: string): boolean {
  try {
    return base58.decode(address).length === 32;
  } catch {
    return false;
  }
}

/** Account ids of 2 to 64 characters; an implicit account (64 hex digits) is a special case of them. */
function isNearAddress(address: string, testnet: boolean): boolean {
  if (address.length < 2 || address.length > 64) return false;
  if (!/^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/.test(address)) return false;
  return !address.endsWith(testnet ? '.near' : '.testnet');
}

/**
 * Whether `address` can receive on `blockchain`: its form, its checksum and its network.
 * False for a chain that is unknown or not enabled. Takes any input and never throws.
 */
export function isValidAddress(blockchain: string, address: string): boolean {
  const chain = findChain(blockchain);
  if (chain === undefined || !chain.enabled) return false;
  if (typeof address !== 'string') return false;
  switch (chain.family) {
    case 'evm':
      return isEvmAddress(address);
    case 'bitcoin':
      return isBitcoinAddress(address, chain.testnet);
    case 'solana':
      return isSolanaAddress(address);
    case 'near':
      return isNearAddress(address, chain.testnet);
    default:
      return false;
  }
}

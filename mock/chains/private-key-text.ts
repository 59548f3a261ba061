import type { Chain } from './catalogue.ts';

/** A wallet whose key is exported. */
export interface ExportedWallet {
  address: string;
  chain: Chain;
  /** As BIP-32 writes it: `m/44'/60'/0'/0/0`. */
  derivationPath: string;
  /** 32 bytes. The caller wipes them. */
  privateKey: Uint8Array;
}

export interface ExportedCustomer {
  id: string;
  name: string;
  refId?: string | undefined;
}

const header = 'Address,Private Key,Blockchain,Derivation Path,Key Type';

/** The ed25519 key as Solana and NEAR keep it: the private key and the public key after it, in base58. */
async function ed25519Text(privateKey: Uint8Array): Promise<string> {
  const [{ ed25519 }, { base58 }] = await Promise.all([import('@noble/curves/ed25519.js'), import('@scure/base')]);
  const pair = new Uint8Array(64);
  pair.set(privateKey);
  pair.set(ed25519.getPublicKey(privateKey), 32);
  const text = base58.encode(pair);
  pair.fill(0);
  return text;
}

/**
 * A private key in the form that the wallets of its chain import: EVM `0x` and hex, Bitcoin WIF for a compressed public key,
 * Solana base58 of both keys, NEAR the same after `ed25519:`.
 */
export async function privateKeyText(chain: Chain, privateKey: Uint8Array): Promise<string> {
  switch (chain.family) {
    case 'evm':
      return `0x${Buffer.from(privateKey.buffer, privateKey.byteOffset, privateKey.byteLength).toString('hex')}`;
    case 'bitcoin': {
      const { NETWORK, TEST_NETWORK, WIF } = await import('@scure/btc-signer');
      return WIF(chain.testnet ? TEST_NETWORK : NETWORK).encode(privateKey);
    }
    case 'solana':
      return ed25519Text(privateKey);
    case 'near':
      return `ed25519:${await ed25519Text(privateKey)}`;
    default:
      throw new RangeError(`No keys are exported for chain ${chain.id}`);
  }
}

/** The service writes paths without the marks of hardened steps. */
function pathText(derivationPath: string): string {
  return derivationPath.replaceAll("'", '');
}

/** One row of the file, made for itself, so that each key can be wiped before the next. Nothing in it needs quotes: addresses, keys and paths have neither commas nor blanks. */
export async function exportRow({ address, chain, derivationPath, privateKey }: ExportedWallet): Promise<string> {
  return [address, await privateKeyText(chain, privateKey), chain.id, pathText(derivationPath), chain.curve].join(',');
}

/**
 * The line with the customer, which the service writes in front of the table. A name is free text: a line feed in it would
 * make rows of its own, and a separator cells, which a spreadsheet takes for formulas. So characters that end a line become
 * blanks, and a line with a separator or a quote in it is one quoted cell (RFC 4180 §2), which starts with a word.
 */
export function customerLine({ id, name, refId = '' }: ExportedCustomer): string {
  const line = `Customer: ${name} (${id}) | RefID: ${refId}`.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
  return /[",;]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
}

/** The whole file, as the Gateway page offers it, with the rows of `exportRow`. */
export function exportFile(customer: ExportedCustomer, rows: readonly string[]): string {
  return [customerLine(customer), header, ...rows].map((line) => `${line}\n`).join('');
}

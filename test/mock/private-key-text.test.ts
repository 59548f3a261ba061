import { readFileSync } from 'node:fs';
import { base58 } from '@scure/base';
import { NETWORK, p2wpkh, TEST_NETWORK, WIF } from '@scure/btc-signer';
import { createKeyPairSignerFromBytes } from '@solana/kit';
import fc from 'fast-check';
import { KeyPair, keyToImplicitAddress } from 'near-api-js';
import { privateKeyToAccount } from 'viem/accounts';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { chains, findChain, type Chain } from '../../mock/chains/catalogue.ts';
import { deriveAccount, derivePrivateKey } from '../../mock/chains/derive.ts';
import { customerLine, exportFile, exportRow, privateKeyText, type ExportedWallet } from '../../mock/chains/private-key-text.ts';
import { secp256k1PublicKey } from './reference-derivation.ts';
import vectors from './vectors/derivation.json' with { type: 'json' };

const seed = Buffer.from(vectors.cast.seed, 'hex');
const example = parse(readFileSync(new URL('../../openapi/examples/gateway-outcome.export.yaml', import.meta.url), 'utf8'));
const file: string = example.value.data.export.csv;
const ada = { id: '6999f8aea74a2b1bd8855b89', name: 'Ada Lovelace', refId: 'user-1001' };

async function walletOn(chain: Chain, index = 0): Promise<ExportedWallet> {
  const request = { seed, blockchain: chain.id, index };
  const { address, derivationPath } = await deriveAccount(request);
  return { address, chain, derivationPath, privateKey: await derivePrivateKey(request) };
}

/** The address that the chain's own library makes of an exported key. */
async function importKey(chain: Chain, text: string): Promise<string> {
  switch (chain.family) {
    case 'evm':
      return privateKeyToAccount(text as `0x${string}`).address;
    case 'bitcoin': {
      const network = chain.testnet ? TEST_NETWORK : NETWORK;
      return p2wpkh(secp256k1PublicKey(WIF(network).decode(text)), network).address ?? '';
    }
    case 'solana':
      return (await createKeyPairSignerFromBytes(base58.decode(text))).address;
    default:
      return keyToImplicitAddress(KeyPair.fromString(text as `ed25519:${string}`).getPublicKey());
  }
}

describe('an exported key', () => {
  it.each(chains.filter(({ enabled }) => enabled))('gives the same address when it is imported on $id', async (chain) => {
    for (const index of [0, 3]) {
      const wallet = await walletOn(chain, index);
      expect(await importKey(chain, await privateKeyText(chain, wallet.privateKey))).toBe(wallet.address);
    }
  });

  it('tells a test network from the main one on Bitcoin', async () => {
    const texts = await Promise.all(
      ['BTC', 'BTC-TESTNET'].map(async (id) => {
        const chain = findChain(id);
        return chain === undefined ? '' : privateKeyText(chain, new Uint8Array(32).fill(7));
      }),
    );
    expect(texts.map((text) => text[0]).join('')).toMatch(/^[KL]c$/);
  });

  it('is refused for a chain that is not enabled', async () => {
    const chain = chains.find(({ enabled }) => !enabled);
    if (chain === undefined) throw new Error('Some chain is not enabled');
    await expect(privateKeyText(chain, new Uint8Array(32))).rejects.toThrow(RangeError);
  });
});

describe('the file of exported keys', () => {
  it('is that of the contract for the customer of the examples', async () => {
    const ids = ['ETH-SEPOLIA', 'BTC-TESTNET', 'SOL-TESTNET', 'NEAR-TESTNET'];
    const wallets = await Promise.all(chains.filter(({ id }) => ids.includes(id)).map((chain) => walletOn(chain)));
    wallets.sort((one, other) => ids.indexOf(one.chain.id) - ids.indexOf(other.chain.id));
    expect(exportFile(ada, await Promise.all(wallets.map(exportRow)))).toBe(file);
  });

  it('has no marks of hardened steps in its paths', () => {
    expect(file).not.toContain("'");
  });

  it('says that there is no reference by saying none', () => {
    expect(customerLine({ ...ada, refId: undefined })).toBe('Customer: Ada Lovelace (6999f8aea74a2b1bd8855b89) | RefID: ');
  });

  it.each([
    ['a line feed', 'Ada\r\n=HYPERLINK("x")', '"Customer: Ada =HYPERLINK(""x"") (1) | RefID: "'],
    ['a comma', 'Lovelace, =1+1', '"Customer: Lovelace, =1+1 (1) | RefID: "'],
    ['a semicolon', 'Ada;@SUM(A1)', '"Customer: Ada;@SUM(A1) (1) | RefID: "'],
    ['quotes', 'Ada "Countess" Lovelace', '"Customer: Ada ""Countess"" Lovelace (1) | RefID: "'],
    ['a tab', 'Ada\t-2', 'Customer: Ada -2 (1) | RefID: '],
    ['a line separator', 'Ada\u2028+3', 'Customer: Ada +3 (1) | RefID: '],
    ['a formula alone', '=1+1', 'Customer: =1+1 (1) | RefID: '],
    ['other scripts', 'Ада Лавлейс', 'Customer: Ада Лавлейс (1) | RefID: '],
  ])('keeps a name with %s in one line and one cell', (_what, name, line) => {
    expect(customerLine({ id: '1', name })).toBe(line);
  });

  it('has one first cell, which is no formula, whatever the name and the reference', () => {
    const nasty = fc.string({ unit: fc.constantFrom(...Array.from('a"\',;\r\n\t\v\f\u0085\u2028\u2029=+-@|\\ ü')), maxLength: 12 });
    fc.assert(
      fc.property(nasty, nasty, (name, refId) => {
        const [line, table, ...rest] = exportFile({ id: '1', name, refId }, []).split('\n');
        // RFC 4180 §2: without quotes neither separators nor quotes; in quotes anything, and quotes twice.
        expect(line).toMatch(/^(?:Customer: [^",;]* \| RefID: [^",;]*|"Customer: (?:[^"]|"")* \| RefID: (?:[^"]|"")*")$/);
        expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect(table).toBe('Address,Private Key,Blockchain,Derivation Path,Key Type');
        expect(rest).toEqual(['']);
      }),
    );
  });
});

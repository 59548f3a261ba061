import { randomBytes } from 'node:crypto';
import { base58 } from '@scure/base';
import { NETWORK, WIF } from '@scure/btc-signer';
import { describe, expect, it } from 'vitest';
import { isValidAddress } from '../../mock/chains/address.ts';
import { chains, findChain } from '../../mock/chains/catalogue.ts';
import { deriveAccount, derivePrivateKey } from '../../mock/chains/derive.ts';
import {
  bip32PrivateKey,
  ed25519PublicKey,
  mnemonicSeed,
  secp256k1PublicKey,
  slip10PrivateKey,
} from './reference-derivation.ts';
import vectors from './vectors/derivation.json' with { type: 'json' };

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const enabled = chains.filter((chain) => chain.enabled);

describe('the catalogue', () => {
  it('lists every chain of the service once, and enables all but Cosmos and Substrate', () => {
    const ids = chains.map((chain) => chain.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(enabled.map((chain) => chain.id)).toEqual(
      ('ETH ETH-SEPOLIA BASE BASE-SEPOLIA POL POL-AMOY BSC ARB ARB-SEPOLIA OP OP-SEPOLIA CELO SCR CRO-EVM ' +
        'BTC BTC-TESTNET SOL SOL-TESTNET NEAR NEAR-TESTNET').split(' '),
    );
    expect(ids.slice(enabled.length)).toEqual(['ATOM', 'ATOM-TESTNET', 'OSMO', 'JUNO', 'DOT', 'DOT-PASEO']);
  });

  it('gives every EVM chain, and no other, a chain id of its own', () => {
    const evm = chains.filter((chain) => chain.family === 'evm');
    const chainIds = evm.map((chain) => chain.chainId);
    expect(new Set(chainIds).size).toBe(evm.length);
    expect(chainIds).not.toContain(undefined);
    expect(chains.filter((chain) => chain.chainId !== undefined)).toEqual(evm);
  });

  it.each(['__proto__', 'constructor', '', 'eth', 'ETH ', '\ud800'])('finds no chain %j', (id) => {
    expect(findChain(id)).toBeUndefined();
  });
});

describe('the reference implementation', () => {
  const seed = Buffer.from(vectors.slip10.seed, 'hex');

  it.each(Object.entries(vectors.slip10.secp256k1))('derives BIP-32 %s', (path, expected) => {
    expect(hex(bip32PrivateKey(seed, path))).toBe(expected);
  });

  it.each(Object.entries(vectors.slip10.ed25519))('derives SLIP-10 %s', (path, expected) => {
    expect(hex(slip10PrivateKey(seed, path))).toBe(expected);
  });

  it('makes the public key of SLIP-10', () => {
    const publicKey = ed25519PublicKey(slip10PrivateKey(seed, "m/0'"));
    expect(hex(publicKey)).toBe(vectors.slip10.ed25519PublicKeyOfHardenedZero);
  });
});

describe('deriveAccount', () => {
  it.each(vectors.accounts)('derives $blockchain/$index as published: $source', async (vector) => {
    const request = { seed: mnemonicSeed(vector.mnemonic), blockchain: vector.blockchain, index: vector.index };
    const account = await deriveAccount(request);
    expect(account.derivationPath).toBe(vector.derivationPath);
    if (vector.address !== undefined) expect(account.address).toBe(vector.address);
    // The tools of NEAR name the curve before the key; the API has the base58 alone.
    if (vector.publicKey !== undefined) expect(account.publicKey).toBe(vector.publicKey.replace('ed25519:', ''));
    const privateKey = await derivePrivateKey(request);
    if (vector.privateKey !== undefined) expect(hex(privateKey)).toBe(vector.privateKey);
    if (vector.nearSecretKey !== undefined) {
      expect(`ed25519:${base58.encode(Buffer.concat([privateKey, ed25519PublicKey(privateKey)]))}`).toBe(vector.nearSecretKey);
    }
    if (vector.wif !== undefined) expect(WIF(NETWORK).encode(privateKey)).toBe(vector.wif);
  });

  it.each(Object.entries(vectors.cast.accounts))('derives the %s wallet of the examples', async (blockchain, account) => {
    const seed = Buffer.from(vectors.cast.seed, 'hex');
    expect(await deriveAccount({ seed, blockchain, index: 0 })).toEqual(account);
  });

  it.each([
    ['ARB', "m/44'/60'/0'/0/7"],
    ['BTC', "m/84'/0'/0'/0/7"],
    ['BTC-TESTNET', "m/84'/1'/0'/0/7"],
    ['SOL', "m/44'/501'/7'/0'"],
    ['NEAR', "m/44'/397'/7'"],
  ])('puts the index where the wallets of %s put it', async (blockchain, derivationPath) => {
    expect(await deriveAccount({ seed: randomBytes(32), blockchain, index: 7 })).toMatchObject({ derivationPath });
  });

  it('agrees with the reference implementation on any seed, chain and index', async () => {
    for (let round = 0; round < 4; round += 1) {
      const seed = randomBytes(32);
      const index = round === 0 ? 2 ** 31 - 1 : randomBytes(3).readUIntBE(0, 3);
      for (const { id: blockchain, family } of enabled) {
        const account = await deriveAccount({ seed, blockchain, index });
        const privateKey = await derivePrivateKey({ seed, blockchain, index });
        const ed25519 = family === 'solana' || family === 'near';
        const reference = (ed25519 ? slip10PrivateKey : bip32PrivateKey)(seed, account.derivationPath);
        const publicKey = (ed25519 ? ed25519PublicKey : secp256k1PublicKey)(reference);
        expect(hex(privateKey)).toBe(hex(reference));
        const written = { evm: `0x${hex(publicKey)}`, solana: base58.encode(publicKey), near: base58.encode(publicKey) };
        expect(account.publicKey).toBe(Object.entries(written).find(([name]) => name === family)?.[1] ?? hex(publicKey));
        if (family === 'near') expect(account.address).toBe(hex(publicKey));
        expect(isValidAddress(blockchain, account.address)).toBe(true);
      }
    }
  });

  it('gives all EVM chains one address, and each index and seed its own', async () => {
    const seed = randomBytes(32);
    const evm = enabled.filter((chain) => chain.family === 'evm');
    const of = async (blockchain: string, index = 0, from: Uint8Array = seed) =>
      (await deriveAccount({ seed: from, blockchain, index })).address;
    expect(new Set(await Promise.all(evm.map(({ id }) => of(id)))).size).toBe(1);
    for (const blockchain of ['ETH', 'BTC', 'SOL', 'NEAR']) {
      const addresses = await Promise.all([of(blockchain), of(blockchain, 1), of(blockchain, 2), of(blockchain, 0, randomBytes(32))]);
      expect(new Set(addresses).size).toBe(4);
    }
  });

  it('leaves the seed as it was, since the caller may derive again', async () => {
    const seed = randomBytes(32);
    const before = hex(seed);
    for (const { id: blockchain } of enabled) await deriveAccount({ seed, blockchain, index: 0 });
    expect(hex(seed)).toBe(before);
  });

  it.each([['ATOM'], ['DOT'], ['DOGE'], ['eth'], ['']])('refuses the chain %j', async (blockchain) => {
    const request = { seed: randomBytes(32), blockchain, index: 0 };
    await expect(deriveAccount(request)).rejects.toThrow(RangeError);
    await expect(derivePrivateKey(request)).rejects.toThrow(RangeError);
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 31, Infinity])('refuses the index %d', async (index) => {
    await expect(deriveAccount({ seed: randomBytes(32), blockchain: 'ETH', index })).rejects.toThrow(RangeError);
  });
});

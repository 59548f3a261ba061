import { randomBytes } from 'node:crypto';
import { sha256 } from '@noble/hashes/sha2.js';
import { base58, createBase58check } from '@scure/base';
import { describe, expect, it } from 'vitest';
import { toChecksumAddress, isValidAddress } from '../../mock/chains/address.ts';
import { chains } from '../../mock/chains/catalogue.ts';
import segwit from './vectors/segwit.json' with { type: 'json' };

const base58check = createBase58check(sha256);

// EIP-55, test cases.
const checksummed = [
  '0x52908400098527886E0F7030069857D2E4169EE7',
  '0x8617E340B3D01FA5F11F306F4090FD50E238070D',
  '0xde709f2102306220921060314715629080e2fb77',
  '0x27b1fdb04752bbc536007a920d24acb045561c26',
  '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
  '0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359',
  '0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB',
  '0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb',
];

describe('EVM addresses', () => {
  it.each(checksummed)('writes %s in the case of EIP-55', (address) => {
    expect(toChecksumAddress(address.toLowerCase())).toBe(address);
    expect(isValidAddress('ETH-SEPOLIA', address)).toBe(true);
  });

  it('takes one case without a checksum', () => {
    const [, , , , address = ''] = checksummed;
    expect(isValidAddress('BASE', address.toLowerCase())).toBe(true);
    expect(isValidAddress('BASE', `0x${address.slice(2).toUpperCase()}`)).toBe(true);
  });

  it('refuses every address of which one letter changed its case', () => {
    const address = '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed';
    for (const [position, character] of [...address].entries()) {
      if (position < 2 || !/[a-f]/i.test(character)) continue;
      const other = character === character.toLowerCase() ? character.toUpperCase() : character.toLowerCase();
      expect(isValidAddress('ETH', address.slice(0, position) + other + address.slice(position + 1))).toBe(false);
    }
  });

  it.each(['0X52908400098527886E0F7030069857D2E4169EE7', '52908400098527886E0F7030069857D2E4169EE7', '0x5290840009', '0x52908400098527886E0F7030069857D2E4169EE7\n', '0x52908400098527886E0F7030069857D2E4169EEg'])(
    'refuses %j',
    (address) => {
      expect(isValidAddress('ETH', address)).toBe(false);
    },
  );
});

describe('Bitcoin addresses', () => {
  it.each(segwit.valid)('takes %s on its own network alone', (address) => {
    const testnet = address.startsWith('tb');
    expect(isValidAddress('BTC', address)).toBe(!testnet);
    expect(isValidAddress('BTC-TESTNET', address)).toBe(testnet);
  });

  it.each(Object.entries(segwit.invalid))('refuses %s: %s', (address) => {
    expect(isValidAddress('BTC', address)).toBe(false);
    expect(isValidAddress('BTC-TESTNET', address)).toBe(false);
  });

  it.each([
    [0x00, 'BTC'],
    [0x05, 'BTC'],
    [0x6f, 'BTC-TESTNET'],
    [0xc4, 'BTC-TESTNET'],
    [0x30, undefined],
  ])('takes a base58check address of version %i on %s', (version, network) => {
    const address = base58check.encode(Uint8Array.of(version, ...randomBytes(20)));
    for (const blockchain of ['BTC', 'BTC-TESTNET']) {
      expect(isValidAddress(blockchain, address)).toBe(blockchain === network);
    }
  });

  it('refuses a base58check address with another length or checksum', () => {
    expect(isValidAddress('BTC', base58check.encode(Uint8Array.of(0, ...randomBytes(19))))).toBe(false);
    expect(isValidAddress('BTC', base58check.encode(Uint8Array.of(0, ...randomBytes(32))))).toBe(false);
    // The output of the genesis block, and the same with its last character changed.
    expect(isValidAddress('BTC', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa')).toBe(true);
    expect(isValidAddress('BTC', '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb')).toBe(false);
  });
});

describe('Solana addresses', () => {
  it.each(['11111111111111111111111111111111', 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA', 'HAgk14JpMQLgt6rVgv7cBQFJWFto5Dqxi472uT3DKpqk'])(
    'takes %s',
    (address) => {
      expect(isValidAddress('SOL', address)).toBe(true);
      expect(isValidAddress('SOL-TESTNET', address)).toBe(true);
    },
  );

  it('takes any 32 bytes, and no other number of them', () => {
    for (const length of [0, 1, 20, 31, 32, 33, 64]) {
      expect(isValidAddress('SOL', base58.encode(randomBytes(length)))).toBe(length === 32);
    }
  });

  it.each(['HAgk14JpMQLgt6rVgv7cBQFJWFto5Dqxi472uT3DKpq0', 'HAgk14JpMQLgt6rVgv7cBQFJWFto5Dqxi472uT3DKpqk '])('refuses %j', (address) => {
    expect(isValidAddress('SOL', address)).toBe(false);
  });
});

describe('NEAR accounts', () => {
  it.each(['alice.near', 'sub.alice.near', 'a-b_c.near', 'aurora', 'ok', '98793cd91a3f870fb126f66285808c7e094afcfc4eda8a970f6648cdf0dbd6de'])(
    'takes %s',
    (account) => {
      expect(isValidAddress('NEAR', account)).toBe(true);
    },
  );

  it('takes a named account on its own network alone', () => {
    expect(isValidAddress('NEAR', 'alice.testnet')).toBe(false);
    expect(isValidAddress('NEAR-TESTNET', 'alice.testnet')).toBe(true);
    expect(isValidAddress('NEAR-TESTNET', 'alice.near')).toBe(false);
  });

  it.each(['a', 'Alice.near', 'alice..near', '.near', 'near.', '-alice', 'alice-', 'a__b', 'a@b', 'a b', `${'a'.repeat(60)}.near`, 'álice.near'])(
    'refuses %j',
    (account) => {
      expect(isValidAddress('NEAR', account)).toBe(false);
    },
  );
});

describe('isValidAddress', () => {
  const absurd = [
    '', ' ', '\0', '\ud800', '🦊', '1', 'a.'.repeat(40), '-'.repeat(64), '__proto__', '0X00', 'bc1!',
    '9'.repeat(100_000), 'z'.repeat(100_000), '9'.repeat(5_000_000), 'z'.repeat(5_000_000), `bc1${'q'.repeat(5_000_000)}`, 'a-'.repeat(2_000_000),
  ];

  it('takes absurd input on any chain within a second, and calls none of it valid', () => {
    const started = performance.now();
    for (const { id } of chains) {
      for (const address of absurd) expect(isValidAddress(id, address)).toBe(false);
    }
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('takes what is not text, for callers without types', () => {
    for (const address of JSON.parse('[1, null, {}, ["0x"], true]')) {
      for (const blockchain of ['ETH', 'BTC', 'SOL', 'NEAR']) expect(isValidAddress(blockchain, address)).toBe(false);
    }
  });

  it('never throws, whatever the characters', () => {
    for (let round = 0; round < 2000; round += 1) {
      const bytes = randomBytes(1 + (round % 70));
      for (const address of [bytes.toString('latin1'), bytes.toString('base64'), bytes.toString('utf16le'), `bc1${bytes.toString('hex')}`]) {
        for (const blockchain of ['ETH', 'BTC', 'SOL', 'NEAR']) expect(isValidAddress(blockchain, address)).toBeTypeOf('boolean');
      }
    }
  });

  it('knows no address of a chain that is unknown or not enabled', () => {
    expect(isValidAddress('ATOM', 'cosmos1qypqxpq9qcrsszg2pvxq6rs0zqg3yyc5lzv7xu')).toBe(false);
    expect(isValidAddress('DOT', '15oF4uVJwmo4TdGW7VfQxNLavjCXviqxT9S1MgbjMNHr6Sp5')).toBe(false);
    expect(isValidAddress('DOGE', 'DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L')).toBe(false);
  });

  it('takes no address of one family on another', () => {
    const valid = {
      evm: '0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed',
      bitcoin: 'bc1qcr8te4kr609gcawutmrza0j4xv80jy8z306fyu',
      solana: 'HAgk14JpMQLgt6rVgv7cBQFJWFto5Dqxi472uT3DKpqk',
    };
    for (const [family, blockchain] of [['evm', 'ETH'], ['bitcoin', 'BTC'], ['solana', 'SOL']] as const) {
      for (const [of, address] of Object.entries(valid)) expect(isValidAddress(blockchain, address)).toBe(of === family);
    }
  });
});

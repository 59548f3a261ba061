import { readFileSync } from 'node:fs';
import { hashTypedData, type Hex, verifyTypedData } from 'viem';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ApiError } from '../../mock/api-error.ts';
import { findChain } from '../../mock/chains/catalogue.ts';
import type { FindToken } from '../../mock/chains/family.ts';
import { readTypedData } from '../../mock/chains/typed-data.ts';
import { createFixture, onboard, provision, required, returnUrl } from './mock-fixture.ts';

const sepolia = required(findChain('ETH-SEPOLIA'));
const usdc = '0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238';
const router = '0x3bFA4769FB09eefC5a80d6E87c3B9C650f7Ae48E';
const ada = '0x919538116b4F25f1CE01429fd9Ed7964556bf565';
const noTokens: FindToken = () => Promise.resolve(undefined);
const findUsdc: FindToken = (address) =>
  Promise.resolve(address === usdc ? { standard: 'erc20', address: usdc, symbol: 'USDC', decimals: 6 } : undefined);

/** The mail of EIP-712 itself, with lists and everything else that a type can be. */
const mail = {
  types: {
    Person: [
      { name: 'name', type: 'string' },
      { name: 'wallets', type: 'address[]' },
    ],
    Mail: [
      { name: 'from', type: 'Person' },
      { name: 'to', type: 'Person[]' },
      { name: 'contents', type: 'string' },
      { name: 'seen', type: 'bool' },
      { name: 'grid', type: 'int16[2][]' },
      { name: 'tag', type: 'bytes4' },
      { name: 'blob', type: 'bytes' },
      { name: 'nothing', type: 'uint256[]' },
    ],
  },
  primaryType: 'Mail',
  domain: { name: 'Ether Mail', version: '1', chainId: 11155111, verifyingContract: usdc },
  message: {
    from: { name: 'Ada', wallets: [ada] },
    to: [{ name: 'Bob', wallets: [router, usdc] }, { name: 'Eve', wallets: [] }],
    contents: 'Hello \u202ereversed\u202c, Bob!',
    seen: true,
    grid: [[1, -2], [3, 32767]],
    tag: '0xdeadbeef',
    blob: '0x',
    nothing: [],
  },
};

type Mail = Record<string, unknown>;

function read(typedData: unknown, findToken = noTokens) {
  return readTypedData(sepolia, typeof typedData === 'string' ? typedData : JSON.stringify(typedData), findToken);
}

/** Where and why typed data is refused. */
async function refusalOf(typedData: unknown): Promise<string> {
  try {
    await read(typedData);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const { code, details, message } = error;
    expect(code).toBe('typed_data_invalid');
    expect(message).toMatch(/^typedData is not EIP-712 typed data: .*\.$/);
    const [detail] = details;
    return `${detail?.path.replace('body/typedData', '')} ${detail?.message}`;
  }
  return 'taken';
}

const withMessage = (changes: Mail) => ({ ...mail, message: { ...mail.message, ...changes } });
const withTypes = (changes: Mail) => ({ ...mail, types: { ...mail.types, ...changes } });
const withDomain = (changes: Mail) => ({ ...mail, domain: { ...mail.domain, ...changes } });
/** A message of one field. */
const single = (type: string, value: unknown) => ({
  types: { Single: [{ name: 'value', type }] },
  primaryType: 'Single',
  domain: {},
  message: { value },
});

describe('typed data', () => {
  it('has the hash that viem computes, and every value of it is shown', async () => {
    const { payloadHash, lines, warnings, primaryType } = await read(mail);
    expect(payloadHash).toBe(hashTypedData(mail as Parameters<typeof hashTypedData>[0]));
    expect(primaryType).toBe('Mail');
    expect(warnings).toEqual([]);
    expect(lines.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'domain.name: Ether Mail',
      'domain.version: 1',
      'domain.chainId: 11155111',
      `domain.verifyingContract: ${usdc}`,
      'message.from.name: Ada',
      `message.from.wallets[0]: ${ada}`,
      'message.to[0].name: Bob',
      `message.to[0].wallets[0]: ${router}`,
      `message.to[0].wallets[1]: ${usdc}`,
      'message.to[1].name: Eve',
      'message.to[1].wallets: []',
      'message.contents: Hello \u202ereversed\u202c, Bob!',
      'message.seen: true',
      'message.grid[0][0]: 1',
      'message.grid[0][1]: -2',
      'message.grid[1][0]: 3',
      'message.grid[1][1]: 32767',
      'message.tag: 0xdeadbeef',
      'message.blob: 0x',
      'message.nothing: []',
    ]);
  });

  it('is signed, and the signature verified by viem', async () => {
    const fixture = await createFixture();
    const { id: customerId } = await onboard(fixture);
    const [wallet] = await provision(fixture, customerId, ['ETH-SEPOLIA']);
    const { id: walletId, address } = required(wallet);
    const { data } = await fixture.api.POST('/v2/customers/{customerId}/sign/typed-data', {
      params: { path: { customerId } },
      body: { walletId, typedData: JSON.stringify(mail), redirectUrl: returnUrl },
    });
    const challenge = required(data).data;
    await fixture.approve(challenge.id);
    const { result } = await fixture.challenge(challenge);
    if (result?.task !== 'sign-typed-data') throw new Error('nothing was signed');
    const { signature, r, s, v } = result;
    expect(await verifyTypedData({ ...(mail as Parameters<typeof hashTypedData>[0]), address: address as Hex, signature: signature as Hex })).toBe(true);
    expect(signature).toBe(`${r}${s.slice(2)}${v.toString(16)}`);
  });

  it('shows a struct without fields too', async () => {
    const given = single('Empty', {});
    const { lines } = await read({ ...given, types: { ...given.types, Empty: [] } });
    expect(lines).toEqual([{ label: 'message.value', value: '{}' }]);
  });

  it('may have EIP712Domain among its types, in an order of its own', async () => {
    const EIP712Domain = [{ name: 'chainId', type: 'uint256' }, { name: 'name', type: 'string' }];
    const given = { ...withTypes({ EIP712Domain }), domain: { name: 'Ether Mail', chainId: 11155111 } };
    const { payloadHash, lines } = await read(given);
    expect(payloadHash).toBe(hashTypedData(given as Parameters<typeof hashTypedData>[0]));
    expect(lines[0]).toEqual({ label: 'domain.chainId', value: '11155111' });
    const made = await read({ ...given, types: mail.types });
    expect(made.payloadHash).not.toBe(payloadHash);
  });

  it('has the same hash however its numbers are written, and none loses a digit', async () => {
    const largest = 2n ** 256n - 1n;
    const written = [`"${largest}"`, `"0x${largest.toString(16)}"`, `${largest}`];
    const hashes = written.map(async (value) => (await read(JSON.stringify(single('uint256', 'X')).replace('"X"', value))).payloadHash);
    expect(new Set(await Promise.all(hashes)).size).toBe(1);
    const { lines } = await read(JSON.stringify(single('uint256', 'X')).replace('"X"', String(largest)));
    expect(lines).toEqual([{ label: 'message.value', value: String(largest) }]);
  });

  it.each([
    ['no JSON', '{', ' cannot be read as JSON'],
    ['an array', '[]', ' must be a JSON object'],
    ['nothing', {}, '/types must be an object with the fields of every type'],
    ['no primaryType', { ...mail, primaryType: undefined }, '/primaryType must be the name of one of the types'],
    ['no domain', { ...mail, domain: undefined }, '/domain must be an object'],
    ['no message', { ...mail, message: undefined }, '/message must be an object'],
    ['more members', { ...mail, value: 1 }, ' has the member value, which is not signed: leave it out'],
    ['an unknown primaryType', { ...mail, primaryType: 'Letter' }, '/primaryType Letter is not among its types'],
    ['a primaryType that every object has', { ...mail, primaryType: 'constructor' }, '/primaryType constructor is not among its types'],
    ['the domain as its message', { ...withTypes({ EIP712Domain: [] }), domain: {}, primaryType: 'EIP712Domain' }, '/primaryType must be the type of the message, not EIP712Domain'],
    ['fields that are none', withTypes({ Mail: {} }), '/types/Mail must be an array of fields'],
    ['a field without a type', withTypes({ Mail: [{ name: 'a' }] }), '/types/Mail/0 must have a name and a type'],
    ['a field twice', withTypes({ Mail: [{ name: 'a', type: 'bool' }, { name: 'a', type: 'bool' }] }), '/types/Mail/1 has the name a a second time'],
    ['a name that deceives', withTypes({ Mail: [{ name: 'to\u200b', type: 'bool' }] }), '/types/Mail/0 has the name to\u200b: letters, digits and _ make one'],
    ['a type called like one of Solidity', withTypes({ uint256: [] }), "/types has the type uint256: letters, digits and _ make a name, which is none of Solidity's own types"],
    ['a domain type of its own', withTypes({ EIP712Domain: [{ name: 'name', type: 'bytes' }] }), "/types/EIP712Domain/0 is not one of EIP-712's fields of a domain: string name, string version, uint256 chainId, address verifyingContract, bytes32 salt"],
    ['a type that holds itself', withTypes({ Person: [{ name: 'friends', type: 'Person[]' }] }), '/types has the type Person, which holds itself'],
    ['types that hold each other', withTypes({ A: [{ name: 'b', type: 'B' }], B: [{ name: 'a', type: 'A' }] }), '/types has the type A, which holds itself'],
    ['another chain', withDomain({ chainId: 1 }), '/domain/chainId is 1, but the wallet is on ETH-SEPOLIA, whose chain id is 11155111'],
    ['a domain with what is none of it', withDomain({ url: 'https://example.com' }), '/domain has the member url, which EIP712Domain does not have: it would not be signed'],
    ['a value that is not signed', withMessage({ more: 1 }), '/message has the member more, which Mail does not have: it would not be signed'],
    ['a missing value', withMessage({ from: { name: 'Ada' } }), '/message/from/wallets is missing: it must be of the type address[]'],
    ['text for a struct', withMessage({ from: 'Ada' }), '/message/from must be an object, of the type Person'],
    ['an object for a list', withMessage({ to: {} }), '/message/to must be an array, of the type Person[]'],
    ['a list of another length', withMessage({ grid: [[1]] }), '/message/grid/0 must have 2 items, and has 1'],
    ['a number that is too large', withMessage({ grid: [[1, 32768]] }), '/message/grid/0/1 must be a whole number in decimal from -2^15 to 2^15-1, of the type int16'],
    ['an address with a wrong checksum', withMessage({ from: { name: 'Ada', wallets: [ada.replace('b4F', 'B4F')] } }), '/message/from/wallets/0 is an address whose checksum is wrong: correct it, or write it in lower case, of the type address'],
    ['bytes of another length', withMessage({ tag: '0xdead' }), '/message/tag must be 4 bytes, 0x and 8 hexadecimal digits, of the type bytes4'],
    ['half of a character', withMessage({ contents: 'a\ud83d' }), '/message/contents must be a text of whole characters, of the type string'],
    ['null', withMessage({ seen: null }), '/message/seen must be true or false, of the type bool'],
    ['a fraction', single('uint8', 1.5), '/message/value must be a whole number in decimal from 0 to 2^8-1, of the type uint8'],
    ['a negative number', single('uint8', -1), '/message/value must be a whole number in decimal from 0 to 2^8-1, of the type uint8'],
  ])('with %s is refused, with the place', async (_name, typedData, expected) => {
    expect(await refusalOf(typedData)).toBe(expected);
  });

  it.each(['uint', 'int', 'byte', 'uint7', 'uint264', 'bytes33', 'bytes0', 'Unknown', 'uint256[0]', 'uint256[', 'uint256[]x', 'mapping(a=>b)', '', 'address payable', 'toString'])(
    'with the type "%s", which EIP-712 does not have, is refused',
    async (type) => {
      expect(await refusalOf(single(type, 1))).toMatch(/^\/types\/Single\/0 has the type /);
    },
  );

  it('with more values than can be shown is refused, and so is what hides deep inside', async () => {
    const fits = await read(single('uint8[]', Array.from({ length: 190 }, () => 1)));
    expect(fits.lines).toHaveLength(190);
    expect(await refusalOf(single('uint8[]', Array.from({ length: 191 }, () => 1)))).toBe(' has more than 190 values, more than a customer can be shown');
    const names = Array.from({ length: 40 }, (_, index) => `A${index}`);
    const types = Object.fromEntries(names.map((name, index) => [name, [{ name: 'deeper'.repeat(2), type: names[index + 1] ?? 'bool' }]]));
    const message = names.reduce<unknown>((inner) => ({ deeperdeeper: inner }), true);
    expect(await refusalOf({ types, primaryType: 'A0', domain: {}, message })).toMatch(/nested so deep/);
    expect(await refusalOf(`${'['.repeat(100_000)}`)).toBe(' cannot be read as JSON');
    expect(await refusalOf(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)).toMatch(/^ /);
  });
});

describe('a permit', () => {
  const unlimited = 2n ** 256n - 1n;
  const fields = (...names: string[]) => names.map((name) => ({ name: name.split(' ')[1], type: name.split(' ')[0] }));
  const permit = (value: bigint) => ({
    types: { Permit: fields('address owner', 'address spender', 'uint256 value', 'uint256 nonce', 'uint256 deadline') },
    primaryType: 'Permit',
    domain: { verifyingContract: usdc },
    message: { owner: ada, spender: router, value: String(value), nonce: 0, deadline: 1772445900 },
  });
  const warned = (what: string) => [{ code: 'unlimited_approval', message: `${router} will be able to take all your ${what}, now and later.` }];

  it('without a limit is warned of, with the name of the token where it is registered', async () => {
    expect((await read(permit(unlimited), findUsdc)).warnings).toEqual(warned('USDC'));
    expect((await read(permit(unlimited))).warnings).toEqual(warned(`tokens of ${usdc}`));
    expect((await read(permit(25_000_000n), findUsdc)).warnings).toEqual([]);
  });

  it('of DAI is without a limit when it allows', async () => {
    const dai = (allowed: boolean) => ({
      types: { Permit: fields('address holder', 'address spender', 'uint256 nonce', 'uint256 expiry', 'bool allowed') },
      primaryType: 'Permit',
      domain: { verifyingContract: usdc },
      message: { holder: ada, spender: router, nonce: 0, expiry: 0, allowed },
    });
    expect((await read(dai(true))).warnings).toEqual(warned(`tokens of ${usdc}`));
    expect((await read(dai(false))).warnings).toEqual([]);
  });

  it('of Permit2 is warned of for each of its tokens, of twenty at most', async () => {
    const types = {
      PermitDetails: fields('address token', 'uint160 amount', 'uint48 expiration', 'uint48 nonce'),
      PermitBatch: fields('PermitDetails[] details', 'address spender', 'uint256 sigDeadline'),
    };
    const details = (tokens: string[]) => tokens.map((token) => ({ token, amount: String(2n ** 160n - 1n), expiration: 1, nonce: 1 }));
    const batch = (tokens: string[]) => ({
      types,
      primaryType: 'PermitBatch',
      domain: { name: 'Permit2' },
      message: { details: details(tokens), spender: router, sigDeadline: 1 },
    });
    expect((await read(batch([usdc, ada]), findUsdc)).warnings).toEqual([...warned('USDC'), ...warned(`tokens of ${ada}`)]);
    const many = Array.from({ length: 25 }, (_, index) => `0x${String(index).padStart(40, '0')}`);
    const { warnings } = await read(batch(many));
    expect(warnings).toHaveLength(20);
    expect(warnings[19]).toEqual(warned('tokens of 6 more contracts')[0]);
  });

  it('is the one of the contract', async () => {
    const { value } = parse(readFileSync(new URL('../../openapi/examples/sign-typed-data.permit.yaml', import.meta.url), 'utf8'));
    const { lines, payloadHash } = await read(value.typedData);
    expect(lines).toHaveLength(9);
    expect(payloadHash).toBe(hashTypedData(JSON.parse(value.typedData)));
  });
});

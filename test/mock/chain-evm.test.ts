import { secp256k1 } from '@noble/curves/secp256k1.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import fc from 'fast-check';
import {
  type Abi,
  concat,
  decodeFunctionData,
  encodeFunctionData,
  type Hex,
  maxUint256,
  parseAbi,
  parseTransaction,
  recoverTransactionAddress,
  serializeTransaction,
  toHex,
  toRlp,
  type TransactionSerialized,
  verifyMessage,
} from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../mock/api-error.ts';
import { chains } from '../../mock/chains/catalogue.ts';
import { parseCall } from '../../mock/chains/evm-abi.ts';
import { quoteEvmFee, quoteEvmReplacement } from '../../mock/chains/evm-fees.ts';
import { readStandardCall } from '../../mock/chains/evm-standard-calls.ts';
import { evm } from '../../mock/chains/evm.ts';
import type { Call, FeeLevel, FindToken, Intent, TokenInfo } from '../../mock/chains/family.ts';
import { castWallet, challengeExample, exampleOf, feeExample, refusal, transactionExample } from './chain-examples.ts';

const { chain, from, privateKey } = await castWallet('ETH-SEPOLIA');
const account = privateKeyToAccount(toHex(privateKey));

const bob = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';
const router = '0x3bFA4769FB09eefC5a80d6E87c3B9C650f7Ae48E';
const usdc: TokenInfo = { standard: 'erc20', address: '0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238', symbol: 'USDC', decimals: 6 };
const nft: TokenInfo = { standard: 'erc721', address: '0x5FbDB2315678afecb367f032d93F642f64180aa3', symbol: 'ART', decimals: 0 };
const items1155: TokenInfo = { ...nft, standard: 'erc1155', symbol: 'ITEM' };
const findToken: FindToken = async (address) =>
  [usdc, nft].find((token) => token.address.toLowerCase() === address.toLowerCase());

const send25Usdc: Intent = { kind: 'token-transfer', to: bob, token: usdc, items: [{ amount: 25_000_000n }] };
const nativeTransfer = (to: string, amount: bigint): Intent => ({ kind: 'native-transfer', to, amount });
const call = (signature: string, parameters: readonly string[], contract: string = usdc.address, amount = 0n) =>
  ({ kind: 'contract-call', contract, signature, parameters, amount }) satisfies Call;
const approveAll = call('approve(address,uint256)', [router, String(maxUint256)]);

const base = {
  type: 'eip1559',
  chainId: 11155111,
  nonce: 9,
  to: bob,
  gas: 21_000n,
  maxFeePerGas: 22n * 10n ** 9n,
  maxPriorityFeePerGas: 2n * 10n ** 9n,
} as const;
const signedBase = await account.signTransaction(base);

async function build(intent: Intent, nonce: number, level: FeeLevel, on = chain) {
  const fee = (await evm.quoteFees({ chain: on, from, intent }))[level];
  const unsigned = await evm.build({ chain: on, from, intent, fee, slot: { nonce } });
  return { fee, ...unsigned, ...(await evm.sign({ chain: on, from, unsigned: unsigned.unsigned, privateKey })) };
}

async function warningsOf(intent: Intent) {
  const { unsigned } = await build(intent, 0, 'medium');
  return (await evm.readTransaction({ chain, from, slot: {}, findToken, rawTransaction: unsigned })).warnings;
}

describe('a transaction on an EVM chain', () => {
  it.each([
    ['transfer', 'confirmed', send25Usdc, 0, 'medium'],
    ['contract-execution', 'cancelled', approveAll, 1, 'medium'],
    ['accelerate-transaction', 'broadcast', nativeTransfer(bob, 10n ** 16n), 2, 'high'],
  ] as const)('is signed as in the example of %s', async (task, state, intent, nonce, level) => {
    const built = await build(intent, nonce, level);
    const challenge = challengeExample(`${task}.pending`);
    const transaction = transactionExample(state);
    expect(built.payloadHash).toBe(challenge.display.payloadHash);
    expect(built.fee.estimatedFee).toBe(challenge.display.fee?.amount);
    expect(built.transactionHash).toBe(transaction.transactionHash);
    expect(built.signature).toEqual(transaction.signature);
    if (transaction.signedTransaction !== undefined) expect(built.signedTransaction).toBe(transaction.signedTransaction);
  });

  it('cancels as in the example, by sending nothing to its own wallet', async () => {
    const built = await build(nativeTransfer(from.address, 0n), 1, 'high');
    expect(built.payloadHash).toBe(challengeExample('cancel-transaction.pending').display.payloadHash);
    expect(challengeExample('cancel-transaction.verified').result).toMatchObject({ transactionHash: built.transactionHash });
  });

  it.each(chains.filter(({ family }) => family === 'evm').map((each) => [each.id, each] as const))(
    'is what viem signs and recovers on %s',
    async (_id, on) => {
      const built = await build(nativeTransfer(bob, 5n), 7, 'low', on);
      const signed = built.signedTransaction as TransactionSerialized<'eip1559'>;
      expect(await recoverTransactionAddress({ serializedTransaction: signed })).toBe(from.address);
      const parsed = parseTransaction(signed);
      expect(parsed).toMatchObject({ chainId: on.chainId, nonce: 7, to: bob.toLowerCase(), value: 5n, gas: 21_000n });
      expect(await account.signTransaction(parseTransaction(built.unsigned as TransactionSerialized<'eip1559'>))).toBe(signed);
      expect(built.fee.currency).toBe(on.nativeToken.symbol);
    },
  );

  it('has the hashes that noble computes, and a signature that noble verifies', async () => {
    const built = await build(send25Usdc, 3, 'high');
    const bytes = (hex: string) => Buffer.from(hex.slice(2), 'hex');
    expect(built.payloadHash).toBe(toHex(keccak_256(bytes(built.unsigned))));
    expect(built.transactionHash).toBe(toHex(keccak_256(bytes(built.signedTransaction))));
    const compact = bytes(built.signature.signature).subarray(0, 64);
    const publicKey = bytes(from.publicKey);
    expect(secp256k1.verify(compact, bytes(built.payloadHash), publicKey, { prehash: false })).toBe(true);
    expect(built.signature.signature).toBe(`${built.signature.r}${built.signature.s?.slice(2)}${built.signature.v?.toString(16)}`);
  });

  it('leaves the private key to its caller', async () => {
    const before = toHex(privateKey);
    await build(send25Usdc, 0, 'low');
    expect(toHex(privateKey)).toBe(before);
  });
});

describe('a fee on an EVM chain', () => {
  it.each([
    ['ethereum', send25Usdc],
    ['approve', approveAll],
  ] as const)('is that of the example %s', async (name, intent) => {
    expect(await evm.quoteFees({ chain, from, intent })).toEqual(feeExample(name));
  });

  it('counts the call data of a function that it does not know', async () => {
    const gasOf = async (signature: string, parameters: string[]) => {
      const { medium } = await evm.quoteFees({ chain, from, intent: call(signature, parameters) });
      return medium.family === 'evm' ? Number(medium.gasLimit) : undefined;
    };
    expect(await gasOf('ping()', [])).toBe(100_000 + 4 * 40);
    // The position and the length of the bytes take 62 zero bytes and two others.
    expect(await gasOf('post(bytes)', [`0x${'ff'.repeat(32)}`])).toBe(100_000 + (4 + 2 + 32) * 40 + 62 * 10);
  });

  it('is a tenth higher for a replacement, and at least the high level', () => {
    const gwei = 10n ** 9n;
    const quote = (max: bigint, priority: bigint) => quoteEvmFee(chain, { gasLimit: 55_000n, maxFeePerGas: max, maxPriorityFeePerGas: priority });
    const first = quoteEvmReplacement(chain, quote(11n * gwei, gwei), 21_000n);
    expect(first).toMatchObject({ gasLimit: '21000', maxFeePerGas: String(22n * gwei), maxPriorityFeePerGas: String(2n * gwei) });
    expect(quoteEvmReplacement(chain, first, 21_000n)).toMatchObject({ maxFeePerGas: '24200000000', maxPriorityFeePerGas: '2200000000' });
    expect(quoteEvmReplacement(chain, quote(22n * gwei + 1n, 2n * gwei + 1n), 21_000n)).toMatchObject({
      maxFeePerGas: '24200000002',
      maxPriorityFeePerGas: '2200000002',
    });
  });
});

describe('a token transfer on an EVM chain', () => {
  const abi = parseAbi([
    'function safeTransferFrom(address from, address to, uint256 tokenId)',
    'function safeTransferFrom(address from, address to, uint256 id, uint256 amount, bytes data)',
    'function safeBatchTransferFrom(address from, address to, uint256[] ids, uint256[] amounts, bytes data)',
  ]);
  const transfer = (token: TokenInfo, ...items: { nftTokenId?: string; amount: bigint }[]): Call => ({ kind: 'token-transfer', to: bob, token, items });

  it.each([
    ['an ERC-721 token', transfer(nft, { nftTokenId: '42', amount: 1n }), [from.address, bob, 42n]],
    ['an ERC-1155 token', transfer(items1155, { nftTokenId: '42', amount: 3n }), [from.address, bob, 42n, 3n, '0x']],
    [
      'several ERC-1155 tokens at once',
      transfer(items1155, { nftTokenId: '42', amount: 3n }, { nftTokenId: '7', amount: 1n }),
      [from.address, bob, [42n, 7n], [3n, 1n], '0x'],
    ],
  ])('moves %s', async (_what, intent, args) => {
    const { unsigned } = await build(intent, 0, 'low');
    const { data, to, value } = parseTransaction(unsigned as Hex);
    expect({ to, value: value ?? 0n }).toEqual({ to: nft.address.toLowerCase(), value: 0n });
    expect(decodeFunctionData({ abi, data: data ?? '0x' }).args).toEqual(args);
  });

  it.each([
    ['two amounts of an ERC-20 token', transfer(usdc, { amount: 1n }, { amount: 2n }), 'unsupported_operation', 'body/amounts'],
    ['two ERC-721 tokens', transfer(nft, { nftTokenId: '1', amount: 1n }, { nftTokenId: '2', amount: 1n }), 'unsupported_operation', 'body/amounts'],
    ['an ERC-721 token twice', transfer(nft, { nftTokenId: '1', amount: 2n }), 'amount_invalid', 'body/amounts/0'],
    ['an NFT without its id', transfer(nft, { amount: 1n }), 'validation_failed', 'body/nftTokenIds/0'],
    ['an NFT by a name', transfer(items1155, { nftTokenId: '1', amount: 1n }, { nftTokenId: 'gold', amount: 1n }), 'validation_failed', 'body/nftTokenIds/1'],
    ['an NFT beyond the numbers', transfer(nft, { nftTokenId: String(2n ** 256n), amount: 1n }), 'validation_failed', 'body/nftTokenIds/0'],
    ['a token of another family', transfer({ ...usdc, standard: 'nep141' }, { amount: 1n }), 'unsupported_operation', 'body/tokenId'],
  ])('refuses %s', async (_what, intent, code, path) => {
    expect(await refusal(() => evm.quoteFees({ chain, from, intent }))).toMatchObject({ code, details: [{ path }] });
  });
});

describe('a decoded call', () => {
  it.each([
    ['transfer', send25Usdc as Call],
    ['contract-execution', approveAll],
  ])('is shown as in the example of %s', async (task, intent) => {
    expect(await evm.decodeCall(chain, intent, from, findToken)).toEqual(challengeExample(`${task}.pending`).display.decodedCall);
  });

  it('warns of an unlimited approval as in the example', async () => {
    expect(await warningsOf(approveAll)).toEqual(challengeExample('contract-execution.pending').display.warnings);
  });

  it.each([
    ['an amount', call('approve(address,uint256)', [router, '25000000']), 0],
    ['an amount that some contracts take for everything', call('approve(address,uint256)', [router, String(2n ** 160n - 1n)]), 1],
    ['an increase to everything', call('increaseAllowance(address,uint256)', [router, String(maxUint256)]), 1],
    ['all NFTs', call('setApprovalForAll(address,bool)', [router, 'true'], nft.address), 1],
    ['no NFT any more', call('setApprovalForAll(address,bool)', [router, 'false'], nft.address), 0],
    ['one NFT, whose id is a large number', call('approve(address,uint256)', [router, String(maxUint256)], nft.address), 0],
    ['nothing, as it is a transfer', call('transfer(address,uint256)', [bob, String(maxUint256)]), 0],
  ])('that allows %s has the right number of warnings', async (_what, intent, count) => {
    expect(await warningsOf(intent)).toHaveLength(count);
  });

  it('names the contract in the warning when it knows no token of it', async () => {
    const [warning] = await warningsOf(call('setApprovalForAll(address,bool)', [router, 'true'], bob));
    expect(warning?.message).toBe(`${router} will be able to take all your tokens of ${bob}, now and later.`);
  });

  it('takes names from the signature first, then from the standard of the token, and shows tuples as JSON', async () => {
    const argumentsOf = async (intent: Call) => (await evm.decodeCall(chain, intent, from, findToken)).arguments;
    expect(await argumentsOf(call('approve(address,uint256)', [router, '7'], nft.address))).toMatchObject([{ name: 'approved' }, { name: 'tokenId', value: '7' }]);
    expect(await argumentsOf(call('approve(address who, uint256)', [router, '7']))).toMatchObject([{ name: 'who' }, { name: 'amount' }]);
    expect(await argumentsOf(call('pay((address,uint256)[],bytes)', [`[["${bob.toLowerCase()}", "5"]]`, '0xFF']))).toEqual([
      { type: '(address,uint256)[]', value: `[["${bob}","5"]]` },
      { type: 'bytes', value: '0xff' },
    ]);
  });
});

describe('parseCall', () => {
  it.each([
    ['f(uint256)', ['115792089237316195423570985008687907853269984665640564039457584007913129639935'], [maxUint256]],
    ['f(int8)', ['-128'], [-128n]],
    ['f(bool,bool)', ['true', 'false'], [true, false]],
    ['f(bytes,bytes4)', ['0x', '0xdeadbeef'], ['0x', '0xdeadbeef']],
    ['f(string)', ['["not an array"]'], ['["not an array"]']],
    ['f(address)', [bob.toLowerCase()], [bob]],
    ['f(uint256[])', ['[1,"2",115792089237316195423570985008687907853269984665640564039457584007913129639935]'], [[1n, 2n, maxUint256]]],
    ['f(bool[2][])', ['[[true,false],["true","false"]]'], [[[true, false], [true, false]]]],
    ['f((address,uint256)[],bytes)', [`[["${bob}",1],["${router}","2"]]`, '0x00'], [[[bob, 1n], [router, 2n]], '0x00']],
    ['f((address to,uint256 amount) pay)', [`{"amount":"2","to":"${bob}"}`], [[bob, 2n]]],
    ['f(((string)[1],uint8) deep)', ['[[["a"]],"1"]'], [[[['a']], 1n]]],
    ['f()', [], []],
  ])('reads %s as viem encodes it', (signature, parameters, values) => {
    const parsed = parseCall(signature, parameters);
    expect(parsed.values).toEqual(values);
    const abi = parseAbi([`function ${signature}`] as string[]);
    expect(parsed.data).toBe(encodeFunctionData<Abi, string>({ abi, functionName: 'f', args: values }));
  });

  it('writes the signature in its canonical form', () => {
    expect(parseCall('f( uint a,(address payable who, bytes) b )', ['1', `["${bob}","0x"]`]).signature).toBe('f(uint256,(address,bytes))');
  });

  it('says what the example says when a parameter is missing', async () => {
    const error = await refusal(() => parseCall('transfer(address,uint256)', [bob]));
    const example = exampleOf<{ message: string; errors: { details: unknown } }>('abi_invalid');
    expect({ message: error.message, details: error.details }).toEqual({ message: example.message, details: example.errors.details });
  });

  it.each([
    ['f(uint7)', ['1'], 'body/abiFunctionSignature', 'cannot be read'],
    ['f(Order)', ['1'], 'body/abiFunctionSignature', 'cannot be read'],
    ['f(function)', ['0x'], 'body/abiFunctionSignature', 'type function'],
    ['f(uint256', ['1'], 'body/abiFunctionSignature', 'cannot be read'],
    ['f(uint256)', [], 'body/abiParameters', 'takes 1'],
    ['f()', ['1', '2'], 'body/abiParameters', 'takes none'],
    ['f(uint256)', ['1.5'], 'body/abiParameters/0', 'whole number in decimal from 0 to 2^256-1'],
    ['f(uint256)', ['-1'], 'body/abiParameters/0', 'from 0'],
    ['f(uint256)', [String(2n ** 256n)], 'body/abiParameters/0', 'to 2^256-1'],
    ['f(uint256)', ['0x10'], 'body/abiParameters/0', 'in decimal'],
    ['f(bool,int8)', ['true', '128'], 'body/abiParameters/1', 'from -2^7 to 2^7-1'],
    ['f(bool)', ['1'], 'body/abiParameters/0', 'true or false'],
    ['f(address)', ['0x1234'], 'body/abiParameters/0', '40 hexadecimal digits'],
    ['f(address)', [bob.replace('C', 'c')], 'body/abiParameters/0', 'checksum'],
    ['f(bytes)', ['0x123'], 'body/abiParameters/0', 'two for each byte'],
    ['f(bytes32)', ['0x12'], 'body/abiParameters/0', '64 hexadecimal digits'],
    ['f(uint256[])', ['1,2'], 'body/abiParameters/0', 'array as JSON'],
    ['f(uint256[2])', ['[1]'], 'body/abiParameters/0', 'must have 2 items'],
    ['f(uint256[])', ['[1,1e3]'], 'body/abiParameters/0', 'at [1],'],
    ['f(string[])', ['[1]'], 'body/abiParameters/0', 'must be a text'],
    ['f(string)', ['\ud800'], 'body/abiParameters/0', 'whole characters'],
    ['f((address to,uint256 amount))', [`{"to":"${bob}"}`], 'body/abiParameters/0', '2 members'],
    ['f((address to,uint256 amount))', [`{"to":"${bob}","amount":"1","memo":"x"}`], 'body/abiParameters/0', '2 members'],
    ['f((address to,uint256 amount)[])', [`[{"to":"${bob}","amount":"x"}]`], 'body/abiParameters/0', 'at [0].amount,'],
  ])('refuses %s with %j', async (signature, parameters, path, words) => {
    const error = await refusal(() => parseCall(signature, parameters));
    expect(error).toMatchObject({ code: 'abi_invalid', details: [{ path, code: 'abi_invalid' }] });
    expect(error.message).toContain(words);
  });

  it('refuses nesting that no stack could hold', async () => {
    expect(await refusal(() => parseCall('f(uint256[])', ['['.repeat(60_000) + ']'.repeat(60_000)]))).toMatchObject({ code: 'abi_invalid' });
    expect(await refusal(() => parseCall(`f(${'('.repeat(500)}uint256${')'.repeat(500)})`, ['1']))).toMatchObject({ code: 'abi_invalid' });
  });

  it('throws nothing but abi_invalid, whatever it is given', () => {
    const type = fc.oneof(fc.constantFrom('uint256', 'int8', 'bool', 'address', 'bytes', 'bytes4', 'string', 'uint256[]', 'bool[2][]', '(address,uint256)[]', '(string a,bytes b)', 'function', 'uint7'), fc.string());
    const signature = fc.oneof(
      fc.string({ maxLength: 40 }),
      fc.tuple(fc.constantFrom('f', 'transfer', '$', '1'), fc.array(type, { maxLength: 3 })).map(([name, types]) => `${name}(${types.join(',')})`),
    );
    const parameter = fc.oneof(fc.string(), fc.json(), fc.bigInt().map(String), fc.constantFrom(bob, '0x', 'true', '[]', '[1]', '["0x"]', '[[]]'));
    fc.assert(
      fc.property(signature, fc.array(parameter, { maxLength: 3 }), (text, parameters) => {
        try {
          expect(parseCall(text, parameters).data).toMatch(/^0x([0-9a-f]{2}){4,}$/);
        } catch (error) {
          expect(error).toBeInstanceOf(ApiError);
          expect((error as ApiError).code).toBe('abi_invalid');
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('readStandardCall', () => {
  it.each([
    ['transfer(address,uint256)', [bob, '5'], { name: 'transfer', to: bob, amount: 5n }],
    ['approve(address spender, uint256 amount)', [bob, '5'], { name: 'approve', spender: bob, value: 5n }],
    ['transferFrom(address,address,uint256)', [router, bob, '5'], { name: 'transferFrom', from: router, to: bob, value: 5n }],
    ['safeTransferFrom(address,address,uint256)', [router, bob, '5'], { name: 'safeTransferFrom', standard: 'erc721', from: router, to: bob, tokenId: 5n }],
    [
      'safeTransferFrom(address,address,uint256,uint256,bytes)', [router, bob, '5', '2', '0x'],
      { name: 'safeTransferFrom', standard: 'erc1155', from: router, to: bob, tokenId: 5n, amount: 2n },
    ],
    [
      'safeBatchTransferFrom(address,address,uint256[],uint256[],bytes)', [router, bob, '[5]', '[2,3]', '0x'],
      { name: 'safeBatchTransferFrom', from: router, to: bob, tokenIds: [5n], amounts: [2n, 3n] },
    ],
    ['setApprovalForAll(address,bool)', [bob, 'true'], { name: 'setApprovalForAll', operator: bob, approved: true }],
    ['increaseAllowance(address,uint256)', [bob, '5'], { name: 'increaseAllowance', spender: bob, amount: 5n }],
    ['decreaseAllowance(address,uint256)', [bob, '5'], { name: 'decreaseAllowance', spender: bob, amount: 5n }],
    ['deposit()', [], { name: 'deposit' }],
    ['withdraw(uint256)', ['5'], { name: 'withdraw', amount: 5n }],
    ['mint(address,uint256)', [bob, '5'], undefined],
  ])('reads %s', (signature, parameters, expected) => {
    expect(readStandardCall({ signature, parameters })).toEqual(expected);
  });
});

describe('a message on an EVM chain', () => {
  it('is signed as in the example, and verified by viem', async () => {
    const { display, result } = challengeExample('sign-message.verified');
    const text = display.lines.find(({ label }) => label === 'Message')?.value ?? '';
    const message = new TextEncoder().encode(text);
    expect(await evm.hashMessage(chain, message)).toBe(display.payloadHash);
    const signed = await evm.signMessage({ chain, from, privateKey, message });
    expect({ task: 'sign-message', ...signed }).toEqual(result);
    expect(await verifyMessage({ address: account.address, message: text, signature: signed.signature as Hex })).toBe(true);
  });

  it('is verified by viem, whatever its bytes', async () => {
    for (const raw of [new Uint8Array(), new Uint8Array([0, 255, 0x80]), new Uint8Array(65_536).fill(7), Buffer.from('ü🔑')]) {
      const { signature, r, s, v } = await evm.signMessage({ chain, from, privateKey, message: raw });
      expect(await verifyMessage({ address: account.address, message: { raw }, signature: signature as Hex })).toBe(true);
      expect(signature).toBe(`${r}${s?.slice(2)}${v?.toString(16)}`);
    }
  });
});

describe('a transaction of the caller, read', () => {
  const slot = { nonce: 4 };
  const fromJson = (transaction: object | string, on = chain) =>
    evm.readTransaction({ chain: on, from, slot, findToken, transaction: typeof transaction === 'string' ? transaction : JSON.stringify(transaction) });
  const fromRaw = (rawTransaction: string) => evm.readTransaction({ chain, from, slot, findToken, rawTransaction });
  const erc20 = parseAbi(['function transfer(address to, uint256 amount)', 'function approve(address spender, uint256 amount)']);

  it('from its fields, is shown and signed as in the example', async () => {
    const { display, result } = challengeExample('sign-transaction.verified');
    const { transaction } = exampleOf<{ transaction: string }>('sign-transaction.fields');
    const read = await fromJson(transaction);
    expect(read.lines).toEqual(display.lines.slice(1, -1));
    expect({ fee: read.fee, warnings: read.warnings, payloadHash: read.payloadHash }).toEqual({
      fee: display.fee,
      warnings: display.warnings,
      payloadHash: display.payloadHash,
    });
    expect({ task: 'sign-transaction', ...(await evm.sign({ chain, from, unsigned: read.unsigned, privateKey })) }).toEqual(result);
  });

  it('from its bytes, is the same, and the nonce that it names is shown', async () => {
    const { rawTransaction } = exampleOf<{ rawTransaction: string }>('sign-transaction.raw');
    const { transaction } = exampleOf<{ transaction: string }>('sign-transaction.fields');
    const [raw, fields] = [await fromRaw(rawTransaction), await fromJson(transaction)];
    expect(raw).toEqual({ ...fields, lines: [...fields.lines, { label: 'Nonce', value: '4' }] });
    expect((await fromRaw(rawTransaction.toUpperCase().replace('0X', '0x'))).unsigned).toBe(rawTransaction);
  });

  it('takes every field that it knows', async () => {
    const read = await fromJson({
      from: from.address.toLowerCase(), to: bob.toLowerCase(), value: '0x10', data: '0xDEADBEEF', nonce: 12, gasLimit: 90_000,
      maxFeePerGas: '30000000000', maxPriorityFeePerGas: '1', chainId: 11155111,
    });
    expect(parseTransaction(read.unsigned as Hex)).toEqual({
      type: 'eip1559', chainId: 11155111, nonce: 12, to: bob.toLowerCase(), value: 16n, data: '0xdeadbeef', gas: 90_000n,
      maxFeePerGas: 30_000_000_000n, maxPriorityFeePerGas: 1n,
    });
    expect(read.fee).toEqual({ amount: '0.0027', symbol: 'ETH', level: 'high' });
    expect(read.lines).toEqual([
      { label: 'From', value: from.address },
      { label: 'Contract', value: bob },
      { label: 'Function', value: 'Unknown (0xdeadbeef)' },
      { label: 'Data', value: '0xdeadbeef' },
      { label: 'Amount sent along', value: '0.000000000000000016 ETH' },
      { label: 'Nonce', value: '12' },
    ]);
  });

  it('shows the transfer of a registered token like any other', async () => {
    const data = encodeFunctionData({ abi: erc20, functionName: 'transfer', args: [bob, 25_000_000n] });
    const read = await fromJson({ to: usdc.address, data });
    const example = challengeExample('transfer.pending').display;
    expect(read.lines).toEqual(example.lines.slice(1));
    expect(read.decodedCall).toEqual(example.decodedCall);
    expect(read).toMatchObject({ recipients: [bob, usdc.address], contract: usdc.address, fee: example.fee });
  });

  it('shows a call of a standard function, and warns of what it allows', async () => {
    const data = encodeFunctionData({ abi: erc20, functionName: 'approve', args: [router, maxUint256] });
    const read = await fromRaw(serializeTransaction({ ...base, to: usdc.address as Hex, data }));
    const example = challengeExample('contract-execution.pending').display;
    expect(read.lines).toEqual([...example.lines.slice(1), { label: 'Nonce', value: '9' }]);
    expect(read.decodedCall).toEqual(example.decodedCall);
    expect(read.warnings).toEqual(example.warnings);
  });

  it('hides nothing behind the arguments of a standard function', async () => {
    const data = encodeFunctionData({ abi: erc20, functionName: 'transfer', args: [bob, 1n] });
    const read = await fromJson({ to: usdc.address, data: `${data}ff` });
    expect(read.decodedCall).toBeUndefined();
    expect(read.lines).toContainEqual({ label: 'Data', value: `${data}ff` });
  });

  it('is shown in full, however long, and within what the contract has room for', async () => {
    const batch = parseAbi(['function safeBatchTransferFrom(address from, address to, uint256[] ids, uint256[] amounts, bytes data)']);
    const ids = (count: number) => new Array<bigint>(count).fill(maxUint256);
    for (const count of [700, 1500]) {
      const data = encodeFunctionData({ abi: batch, args: [from.address as Hex, bob, ids(count), ids(count), '0x'] });
      const { decodedCall, lines } = await fromJson({ to: nft.address, data });
      const shown = decodedCall === undefined ? lines.map(({ value }) => value) : decodedCall.arguments.map(({ value }) => value);
      expect(shown).toContain(count === 700 ? JSON.stringify(ids(count).map(String)) : data);
      for (const text of shown) expect(text.length).toBeLessThanOrEqual(262_144);
    }
    const code = `0x${'60'.repeat(100_000)}`;
    expect((await fromJson({ data: code })).lines).toContainEqual({ label: 'Data', value: code });
    const types = `f((${new Array(200).fill('uint').join(',')}))`;
    const decoded = await evm.decodeCall(chain, call(types, [JSON.stringify(new Array(200).fill(1))]), from);
    expect(decoded.function).toBe(types.replaceAll('uint', 'uint256'));
    expect(decoded.arguments[0]?.type).toBe(decoded.function.slice(2, -1));
  });

  it('says plainly that it creates a contract', async () => {
    const read = await fromJson({ data: '0x6001' });
    expect(read.warnings.map(({ code }) => code)).toEqual(['unknown_contract']);
    expect(read.lines).toContainEqual({ label: 'Contract', value: 'A new contract is created' });
    expect(parseTransaction(read.unsigned as Hex).to).toBeUndefined();
    expect(read.recipients).toEqual([]);
  });

  it.each([
    ['EIP-155', serializeTransaction({ type: 'legacy', chainId: 11155111, nonce: 0, to: bob, gas: 21_000n, gasPrice: 11n * 10n ** 9n })],
    ['EIP-2930', serializeTransaction({ type: 'eip2930', chainId: 11155111, nonce: 0, to: bob, gas: 21_000n, gasPrice: 11n * 10n ** 9n, accessList: [{ address: bob, storageKeys: [] }] })],
  ])('of the kind of %s, is signed as viem signs it', async (kind, raw) => {
    const read = await fromRaw(raw);
    expect(read.fee).toEqual({ amount: '0.000231', symbol: 'ETH', level: 'low' });
    expect(read.lines.some(({ label }) => label === 'Access list')).toBe(kind === 'EIP-2930');
    const { signedTransaction } = await evm.sign({ chain, from, unsigned: read.unsigned, privateKey });
    expect(signedTransaction).toBe(await account.signTransaction(parseTransaction(raw)));
    expect(await recoverTransactionAddress({ serializedTransaction: signedTransaction as TransactionSerialized })).toBe(from.address);
  });

  it.each([
    ['no hex', 'aGVsbG8=', 'is not a serialized transaction'],
    ['half a byte', '0x02f', 'is not a serialized transaction'],
    ['nothing', '0x', 'is not a serialized transaction'],
    ['other bytes', '0xdeadbeef', 'is not a serialized transaction'],
    ['a tail', `${serializeTransaction(base)}00`, 'is not a serialized transaction'],
    ['a number that starts with zero', concat(['0x02', toRlp(['0xaa36a7', '0x0004', '0x01', '0x02', '0x5208', bob, '0x', '0x', []])]), 'is not a serialized transaction'],
    ['a signature', signedBase, 'signed already'],
    ['another chain', serializeTransaction({ ...base, chainId: 1 }), 'chain id 1; ETH-SEPOLIA has 11155111'],
    ['no chain', serializeTransaction({ type: 'legacy', nonce: 0, to: bob, gas: 21_000n, gasPrice: 1n }), 'names no chain'],
    ['more tip than fee', serializeTransaction(base).replace('84773594008', '85ff773594008'), 'is not a serialized transaction'],
  ])('is refused with %s', async (_what, rawTransaction, words) => {
    const error = await refusal(() => fromRaw(rawTransaction));
    expect(error).toMatchObject({ code: 'transaction_invalid', details: [{ path: 'body/rawTransaction', code: 'transaction_invalid' }] });
    expect(error.message).toContain(words);
  });

  it.each([
    ['{', 'is not JSON'],
    ['[]', 'is not a JSON object'],
    ['null', 'is not a JSON object'],
    [{}, 'transaction.to must be'],
    [{ to: bob, gas: 1 }, 'transaction.gas is not known here'],
    ['{"to":"0x70997970C51812dc3A010C7d01b50e0d17dc79C8","__proto__":1}', '__proto__ is not known'],
    [{ to: bob.replace('C', 'c') }, 'transaction.to must be'],
    [{ to: 5 }, 'transaction.to must be'],
    [{ to: bob, value: '0.5' }, 'transaction.value must be'],
    [{ to: bob, value: 1e21 }, 'transaction.value must be'],
    [{ to: bob, value: -1 }, 'transaction.value must be'],
    [{ to: bob, value: String(2n ** 256n) }, 'transaction.value must be'],
    [{ to: bob, data: '0x1' }, 'transaction.data must be'],
    [{ to: bob, data: 'hello' }, 'transaction.data must be'],
    [{ to: bob, nonce: '9007199254740992' }, 'transaction.nonce must be'],
    [{ to: bob, feeLevel: 'fast' }, 'transaction.feeLevel must be low, medium or high'],
    [{ to: bob, chainId: 1 }, 'transaction.chainId must be 11155111'],
    [{ to: bob, from: bob }, `transaction.from must be ${from.address}`],
    [{ to: bob, maxFeePerGas: '1', maxPriorityFeePerGas: '2' }, 'must not be more than maxFeePerGas'],
  ])('is refused from %j', async (transaction, words) => {
    const error = await refusal(() => fromJson(transaction));
    expect(error).toMatchObject({ code: 'transaction_invalid', details: [{ path: 'body/transaction' }] });
    expect(error.message).toContain(words);
  });

  it('throws nothing but transaction_invalid, whatever it is given', async () => {
    const bytes = fc.uint8Array({ maxLength: 60 }).map((data) => toHex(data));
    const bent = fc.tuple(fc.nat({ max: serializeTransaction(base).length - 3 }), fc.constantFrom('0', '8', 'c', 'f')).map(([at, digit]) => {
      const raw = serializeTransaction(base);
      return raw.slice(0, 2 + at) + digit + raw.slice(3 + at);
    });
    const value = fc.oneof(fc.string(), fc.integer(), fc.constantFrom(bob, '0x', null, true), fc.double());
    const fields = fc.dictionary(fc.constantFrom('to', 'value', 'data', 'nonce', 'gasLimit', 'feeLevel', 'maxFeePerGas', 'chainId', 'x'), value);
    const isRefusedOrRead = async (reading: Promise<{ unsigned: string }>) => {
      const outcome = await reading.then(({ unsigned }) => typeof parseTransaction(unsigned as Hex), (error: unknown) => error);
      if (outcome !== 'object') expect(outcome).toMatchObject({ name: 'ApiError', code: 'transaction_invalid' });
    };
    await fc.assert(fc.asyncProperty(fc.oneof(fc.string(), bytes, bent), (raw) => isRefusedOrRead(fromRaw(raw))), { numRuns: 500 });
    await fc.assert(fc.asyncProperty(fc.oneof(fc.string(), fc.json(), fields.map((each) => JSON.stringify(each))), (json) => isRefusedOrRead(fromJson(json))), { numRuns: 500 });
  });
});

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ed25519 } from '@noble/curves/ed25519.js';
import { base58 } from '@scure/base';
import fc from 'fast-check';
import {
  actions,
  createTransaction,
  decodeSignedTransaction,
  decodeTransaction,
  DelegateAction,
  encodeDelegateAction,
  encodeTransaction,
  KeyPair,
  PublicKey,
} from 'near-api-js';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ApiError } from '../../mock/api-error.ts';
import type { Call, Intent, TokenInfo } from '../../mock/chains/family.ts';
import { loadFamily } from '../../mock/chains/families.ts';
import { readDelegateAction, signDelegateAction } from '../../mock/chains/near-delegate-action.ts';
import { castWallet, refusal } from './chain-examples.ts';

const { chain, from, privateKey } = await castWallet('NEAR-TESTNET');
const near = await loadFamily(chain);
const other = (await castWallet(chain.id, 1)).from;
const publicKey = base58.decode(from.publicKey);
const blockHash = createHash('sha256').update('a recent block').digest();
const slot = { nonce: 200_000_000_000_001, blockHash: base58.encode(blockHash) };
const oneNear = 10n ** 24n;
const wrap: TokenInfo = { standard: 'nep141', address: 'wrap.testnet', symbol: 'wNEAR', decimals: 24 };
const nft: TokenInfo = { standard: 'nep171', address: 'nft.testnet', symbol: 'ART', decimals: 0 };

const payment: Intent = { kind: 'native-transfer', to: 'grace.testnet', amount: oneNear / 2n };
const tokenTransfer: Call = { kind: 'token-transfer', to: 'grace.testnet', token: wrap, items: [{ amount: oneNear }] };
const call = (signature: string, parameters: string[], amount = 0n): Call => ({
  kind: 'contract-call', contract: 'wrap.testnet', signature, parameters, amount,
});

function example(name: string) {
  return parse(readFileSync(new URL(`../../openapi/examples/${name}.yaml`, import.meta.url), 'utf8')).value;
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

async function buildAndSign(intent: Intent) {
  const { medium } = await near.quoteFees({ chain, from, intent });
  const unsigned = await near.build({ chain, from, intent, fee: medium, slot });
  const signed = await near.sign({ chain, from, unsigned: unsigned.unsigned, privateKey });
  return { ...unsigned, ...signed };
}

/** The arguments that a contract would get, read by NEAR's own library. */
async function argumentsOf(intent: Intent): Promise<string> {
  const { unsigned } = await buildAndSign(intent);
  const [action] = decodeTransaction(Buffer.from(unsigned, 'base64')).actions;
  return Buffer.from(action?.functionCall?.args ?? []).toString();
}

function rawOf(list: Parameters<typeof createTransaction>[4], changes: { signerId?: string; publicKey?: string; receiverId?: string } = {}) {
  const transaction = createTransaction(
    changes.signerId ?? from.address,
    PublicKey.from(`ed25519:${changes.publicKey ?? from.publicKey}`),
    changes.receiverId ?? 'wrap.testnet',
    7n,
    list,
    blockHash,
  );
  return Buffer.from(encodeTransaction(transaction)).toString('base64');
}

function delegateOf(list: DelegateAction['actions'], changes: Partial<DelegateAction> = {}) {
  return new DelegateAction({
    senderId: from.address, receiverId: 'wrap.testnet', actions: list, nonce: 1n, maxBlockHeight: 200_000_600n,
    publicKey: PublicKey.from(`ed25519:${from.publicKey}`), ...changes,
  });
}

/** Without the tag in front. */
const delegateText = (delegate: DelegateAction) => Buffer.from(encodeDelegateAction(delegate)).subarray(4).toString('base64');

const readRaw = (rawTransaction: string) => near.readTransaction({ chain, from, slot, rawTransaction });
const readJson = (transaction: unknown) =>
  near.readTransaction({ chain, from, slot, transaction: typeof transaction === 'string' ? transaction : JSON.stringify(transaction) });
const readDelegate = (unsignedDelegateAction: string) => readDelegateAction({ chain, from, unsignedDelegateAction });

/** A good input with a few bytes changed, or anything. */
function bytesLike(good: Buffer): fc.Arbitrary<Buffer> {
  const damaged = fc
    .array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
    .map((changes) => {
      const bytes = Buffer.from(good);
      for (const [at, value] of changes) bytes[at] = value;
      return bytes;
    });
  return fc.oneof(damaged, fc.uint8Array({ maxLength: 3000, size: 'max' }).map((bytes) => Buffer.from(bytes)));
}

describe('the fees of NEAR', () => {
  it('are those of the contract for a transfer', async () => {
    const { low, medium, high } = example('fee-estimate.near').data;
    expect(await near.quoteFees({ chain, from, intent: payment })).toEqual({ low, medium, high });
  });

  it('are those of the contract for a call', async () => {
    const { low, medium, high } = example('fee-estimate.near-call').data;
    const { abiFunctionSignature, abiParameters } = example('estimate-contract-execution-fee.near');
    const intent = call(abiFunctionSignature, abiParameters, 1n);
    expect(await near.quoteFees({ chain, from, intent })).toEqual({ low, medium, high });
    expect(await near.quoteFees({ chain, from, intent: tokenTransfer })).toEqual({ low, medium, high });
  });
});

describe('a transfer of NEAR', () => {
  it("is a transaction of the wallet's that verifies, and whose hash is its SHA-256", async () => {
    const result = await buildAndSign(payment);
    const bytes = Buffer.from(result.unsigned, 'base64');
    const hash = sha256(bytes);
    expect(result.payloadHash).toBe(`0x${hash.toString('hex')}`);
    expect(result.transactionHash).toBe(base58.encode(hash));
    const { transaction, signature } = decodeSignedTransaction(Buffer.from(result.signedTransaction, 'base64'));
    const signed = Uint8Array.from(signature.ed25519Signature?.data ?? []);
    expect(Buffer.from(signed).toString('base64')).toBe(result.signature.signature);
    expect(ed25519.verify(signed, hash, publicKey)).toBe(true);
    expect(Buffer.from(encodeTransaction(transaction)).equals(bytes)).toBe(true);
    expect(transaction).toMatchObject({ signerId: from.address, receiverId: 'grace.testnet', nonce: 200_000_000_000_001n });
    expect(transaction.publicKey.toString()).toBe(`ed25519:${from.publicKey}`);
    expect(Array.from(transaction.blockHash)).toEqual([...blockHash]);
    expect(transaction.actions.map((action) => action.transfer?.deposit)).toEqual([oneNear / 2n]);
  });

  it('is what NEAR makes of the same values', async () => {
    const theirs = createTransaction(
      from.address, PublicKey.from(`ed25519:${from.publicKey}`), 'grace.testnet', slot.nonce, [actions.transfer(oneNear / 2n)], blockHash,
    );
    expect((await buildAndSign(payment)).unsigned).toBe(Buffer.from(encodeTransaction(theirs)).toString('base64'));
  });

  it('is refused when the amount exceeds 128 bits', async () => {
    const intent: Intent = { ...payment, amount: 2n ** 128n } as Intent;
    expect(await refusal(near.quoteFees({ chain, from, intent }))).toMatchObject({ code: 'amount_invalid', details: [{ path: 'body/amounts/0' }] });
  });
});

describe('a transfer of a token', () => {
  it('calls ft_transfer of the token with one yoctoNEAR', async () => {
    const { transaction } = decodeSignedTransaction(Buffer.from((await buildAndSign(tokenTransfer)).signedTransaction, 'base64'));
    expect(transaction.receiverId).toBe('wrap.testnet');
    expect(transaction.actions[0]?.functionCall).toMatchObject({ methodName: 'ft_transfer', gas: 30_000_000_000_000n, deposit: 1n });
    expect(await argumentsOf(tokenTransfer)).toBe('{"receiver_id":"grace.testnet","amount":"1000000000000000000000000"}');
    expect(await near.decodeCall(chain, tokenTransfer, from)).toEqual(example('challenge.sign-delegate-action.pending').data.display.decodedCall);
  });

  it('calls nft_transfer for an NFT', async () => {
    const intent: Call = { kind: 'token-transfer', to: 'grace.testnet', token: nft, items: [{ nftTokenId: '42', amount: 1n }] };
    expect(await argumentsOf(intent)).toBe('{"receiver_id":"grace.testnet","token_id":"42"}');
    expect((await near.decodeCall(chain, intent, from)).function).toBe('nft_transfer(receiver_id,token_id)');
  });

  it.each([
    ['two amounts', { ...tokenTransfer, items: [{ amount: 1n }, { amount: 1n }] } as Call, 'unsupported_operation', 'body/amounts'],
    ['an NFT without its id', { ...tokenTransfer, token: nft } as Call, 'validation_failed', 'body/nftTokenIds'],
  ])('is refused with %s', async (_what, intent, code, path) => {
    expect(await refusal(near.quoteFees({ chain, from, intent }))).toMatchObject({ code, details: [{ path }] });
  });
});

describe('a call of a contract', () => {
  it('has the arguments of the contract as JSON, and what goes along as its deposit', async () => {
    const { abiFunctionSignature, abiParameters } = example('create-contract-execution.near');
    const intent = call(abiFunctionSignature, abiParameters, 1n);
    expect(await argumentsOf(intent)).toBe('{"receiver_id":"grace.testnet","amount":"1000000000000000000000000"}');
    const { transaction } = decodeSignedTransaction(Buffer.from((await buildAndSign(intent)).signedTransaction, 'base64'));
    expect(transaction.actions[0]?.functionCall).toMatchObject({ methodName: 'ft_transfer', gas: 30_000_000_000_000n, deposit: 1n });
  });

  it.each([
    ['text', '"text"'],
    ['25', '"25"'],
    ['-1.5', '"-1.5"'],
    ['"quoted"', String.raw`"\"quoted\""`],
    ['', '""'],
    ['true', 'true'],
    ['false', 'false'],
    ['null', 'null'],
    ['truely', '"truely"'],
    ['{"a":[1,"2"]}', '{"a":[1,"2"]}'],
    [' [ 1, 2 ] ', '[ 1, 2 ]'],
    ['{"large":340282366920938463463374607431768211455}', '{"large":340282366920938463463374607431768211455}'],
    ['{not json', '"{not json"'],
    ['line\nfeed', String.raw`"line\nfeed"`],
  ])('writes the text %j as the JSON %s', async (text, json) => {
    expect(await argumentsOf(call('set(value)', [text]))).toBe(`{"value":${json}}`);
  });

  it('leaves JSON in the message of a token transfer a text, as the standard has it', async () => {
    const intent = call('ft_transfer_call(receiver_id,amount,memo,msg)', ['dex.testnet', '5', 'null', '{"swap":true}']);
    const expected = { receiver_id: 'dex.testnet', amount: '5', memo: null, msg: '{"swap":true}' };
    expect(JSON.parse(await argumentsOf(intent))).toEqual(expected);
    expect(await near.decodeCall(chain, intent, from)).toEqual({
      function: 'ft_transfer_call(receiver_id,amount,memo,msg)',
      arguments: [
        { name: 'receiver_id', type: 'AccountId', value: 'dex.testnet' },
        { name: 'amount', type: 'U128', value: '5' },
        { name: 'memo', type: 'Null', value: 'null' },
        { name: 'msg', type: 'String', value: '{"swap":true}' },
      ],
    });
  });

  it('writes the numbers and booleans of the standards as such', async () => {
    const approval = call('nft_transfer(receiver_id,token_id,approval_id)', ['dex.testnet', '42', '7']);
    expect(await argumentsOf(approval)).toBe('{"receiver_id":"dex.testnet","token_id":"42","approval_id":7}');
    const deposit = call('storage_deposit(account_id,registration_only)', ['grace.testnet', 'true']);
    expect(await argumentsOf(deposit)).toBe('{"account_id":"grace.testnet","registration_only":true}');
    expect(await argumentsOf(call('near_deposit()', [], oneNear))).toBe('{}');
  });

  it('shows what it cannot take apart as it is sent', async () => {
    const intent = call('set(value)', ['{"large":340282366920938463463374607431768211455}']);
    expect((await near.decodeCall(chain, intent, from)).arguments).toEqual([
      { name: 'args', type: 'JSON', value: '{"value":{"large":340282366920938463463374607431768211455}}' },
    ]);
    const deep = `${'['.repeat(9000)}${']'.repeat(9000)}`;
    expect((await near.decodeCall(chain, call('set(value)', [deep]), from)).arguments[0]?.type).toMatch(/JSON|Array/);
  });

  it.each([
    ['types for names', call('set(uint256,uint256)', ['1', '2']), 'body/abiFunctionSignature'],
    ['something that is no name', call('set(a b)', ['1']), 'body/abiFunctionSignature'],
    ['an empty name', call('set(a,)', ['1', '2']), 'body/abiFunctionSignature'],
    ['no function', call('(a)', ['1']), 'body/abiFunctionSignature'],
    ['too few values', call('set(a,b)', ['1']), 'body/abiParameters'],
    ['too many values', call('set()', ['1']), 'body/abiParameters'],
    ['more than can be shown', call('set(a)', ['x'.repeat(20_000)]), 'body/abiParameters'],
    ['an account of the other network', call('ft_transfer(receiver_id,amount)', ['grace.near', '1']), 'body/abiParameters/0'],
    ['an amount with decimals', call('ft_transfer(receiver_id,amount)', ['grace.testnet', '0.1']), 'body/abiParameters/1'],
    ['an amount above 128 bits', call('ft_transfer(receiver_id,amount)', ['grace.testnet', (2n ** 128n).toString()]), 'body/abiParameters/1'],
    ['no number', call('nft_transfer(receiver_id,token_id,approval_id)', ['grace.testnet', '1', 'x']), 'body/abiParameters/2'],
    ['no boolean', call('storage_deposit(registration_only)', ['yes']), 'body/abiParameters/0'],
  ])('is refused with %s', async (_what, intent, path) => {
    expect(await refusal(near.quoteFees({ chain, from, intent }))).toMatchObject({ code: 'abi_invalid', details: [{ path }] });
    expect(await refusal(near.decodeCall(chain, intent, from))).toMatchObject({ code: 'abi_invalid', details: [{ path }] });
  });

  it('says of any texts what they are, and sends JSON', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), { maxLength: 5 }), async (texts) => {
        const names = texts.map((_text, at) => `p${at}`);
        const args: unknown = JSON.parse(await argumentsOf(call(`set(${names.join(',')})`, texts)));
        expect(Object.keys(args as object)).toEqual(names);
      }),
    );
  });
});

describe('a message', () => {
  const text = new TextEncoder().encode('Sign in to Example, nonce 32891756');

  it('is signed by its SHA-256, in Base64', async () => {
    const { signature, ...rest } = await near.signMessage({ chain, from, message: text, privateKey });
    expect(rest).toEqual({});
    expect(ed25519.verify(Buffer.from(signature, 'base64'), sha256(text), publicKey)).toBe(true);
    expect(await near.hashMessage(chain, text)).toBe(`0x${sha256(text).toString('hex')}`);
  });

  it.each([
    ['a transaction', Buffer.from(rawOf([actions.transfer(1n)]), 'base64')],
    ['a delegate action', Buffer.from(encodeDelegateAction(delegateOf([actions.transfer(1n)])))],
    ['a message of NEP-413', Buffer.from([0x9d, 1, 0, 0x80, 1, 2, 3])],
  ])('is refused when it is %s', async (_what, message) => {
    expect(await refusal(near.hashMessage(chain, message))).toMatchObject({ code: 'message_invalid' });
    expect(await refusal(near.signMessage({ chain, from, message, privateKey }))).toMatchObject({ code: 'message_invalid' });
  });

  it('is not refused for being any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 500 }), async (any) => {
        expect(await near.hashMessage(chain, new TextEncoder().encode(any))).toMatch(/^0x[0-9a-f]{64}$/);
      }),
    );
  });
});

describe('a serialized transaction', () => {
  it('that pays is read like a payment, and signed unchanged', async () => {
    const raw = rawOf([actions.transfer(oneNear / 4n)], { receiverId: 'grace.testnet' });
    const read = await readRaw(raw);
    expect(read).toEqual({
      unsigned: raw,
      payloadHash: `0x${sha256(Buffer.from(raw, 'base64')).toString('hex')}`,
      lines: [
        { label: 'From', value: from.address },
        { label: 'To', value: 'grace.testnet' },
        { label: 'Amount', value: '0.25 NEAR' },
      ],
      fee: { amount: '0.000045', symbol: 'NEAR', level: 'medium' },
      recipients: ['grace.testnet'],
      warnings: [],
    });
    const signed = await near.sign({ chain, from, unsigned: read.unsigned, privateKey });
    const { transaction } = decodeSignedTransaction(Buffer.from(signed.signedTransaction, 'base64'));
    expect(Buffer.from(encodeTransaction(transaction)).toString('base64')).toBe(raw);
  });

  it('that calls is read with the call, its gas and its deposit', async () => {
    const args = { receiver_id: 'grace.testnet', amount: '5' };
    const read = await readRaw(rawOf([actions.functionCall('ft_transfer', args, 30_500_000_000_000n, 1n)]));
    expect(read.lines.slice(1)).toEqual([
      { label: 'Receiver', value: 'wrap.testnet' },
      { label: 'Action', value: 'Call ft_transfer' },
      { label: 'Arguments', value: JSON.stringify(args) },
      { label: 'Gas', value: '30.5 Tgas' },
      { label: 'Deposit', value: '0.000000000000000000000001 NEAR' },
    ]);
    expect(read.decodedCall?.arguments.map(({ type }) => type)).toEqual(['AccountId', 'U128']);
    expect(read).toMatchObject({ contract: 'wrap.testnet', recipients: ['wrap.testnet', 'grace.testnet'], fee: { amount: '0.0033' } });
  });

  it('shows arguments that are no text as hex', async () => {
    const read = await readRaw(rawOf([actions.functionCall('set', Uint8Array.of(255, 0), 1n, 0n)]));
    expect(read.lines.find(({ label }) => label === 'Arguments')?.value).toBe('0xff00');
    expect(read.decodedCall).toBeUndefined();
  });

  it.each([
    ['a name twice', '{"amount":"1","amount":"100"}'],
    ['a number that would be rounded', '{"amount":12345678901234567890}'],
    ['a list', '["1"]'],
    ['deep nesting', `{"a":${'['.repeat(9000)}${']'.repeat(9000)}}`],
  ])('does not take arguments with %s apart, and shows them as they are', async (_what, args) => {
    const read = await readRaw(rawOf([actions.functionCall('set', new TextEncoder().encode(args), 1n, 0n)]));
    expect(read.lines.find(({ label }) => label === 'Arguments')?.value).toBe(args);
  });

  it('says when control of the account goes to another', async () => {
    const key = PublicKey.from(`ed25519:${other.publicKey}`);
    const read = await readRaw(
      rawOf(
        [
          actions.addFullAccessKey(key),
          actions.addFunctionCallAccessKey(key, 'game.testnet', ['play'], oneNear),
          actions.addFunctionCallAccessKey(key, 'shop.testnet', []),
          actions.deleteKey(key),
          actions.deployContract(Uint8Array.of(1, 2, 3)),
          actions.useGlobalContract({ accountId: 'code.testnet' }),
          actions.stake(oneNear, key),
          actions.createAccount(),
          actions.deleteAccount('heir.testnet'),
        ],
        { receiverId: from.address },
      ),
    );
    const text = `ed25519:${other.publicKey}`;
    expect(read.lines.slice(2).map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Action: Add key', `Public key: ${text}`, 'Access: Everything',
      'Action: Add key', `Public key: ${text}`, 'Access: Call play of game.testnet', 'Allowance: 1 NEAR',
      'Action: Add key', `Public key: ${text}`, 'Access: Call any function of shop.testnet', 'Allowance: Unlimited',
      'Action: Delete key', `Public key: ${text}`,
      'Action: Deploy contract', `Code: 3 bytes, SHA-256 ${sha256(Uint8Array.of(1, 2, 3)).toString('hex')}`,
      'Action: Use global contract', 'Code: code.testnet',
      'Action: Stake', 'Amount: 1 NEAR', `Public key: ${text}`,
      'Action: Create account',
      'Action: Delete account', 'Beneficiary: heir.testnet',
    ]);
    expect(read.warnings.map(({ code }) => code)).toEqual(Array.from({ length: 6 }, () => 'account_control'));
    expect(read.warnings[0]?.message).toContain(text);
    expect(read.recipients).toContain('heir.testnet');
  });

  const transfer = actions.transfer(1n);
  it.each([
    ['nothing', '', 'cannot be decoded'],
    ['no Base64', 'AAA', 'is not Base64'],
    ['no transaction', 'AAAA', 'cannot be decoded'],
    ['with a byte too many', Buffer.concat([Buffer.from(rawOf([transfer]), 'base64'), Buffer.of(0)]).toString('base64'), 'cannot be decoded'],
    ['of another account', rawOf([transfer], { signerId: 'mallory.testnet' }), 'has another signer'],
    ['for another key', rawOf([transfer], { publicKey: other.publicKey }), 'has another key'],
    ['to an account of the other network', rawOf([transfer], { receiverId: 'grace.near' }), 'has an invalid receiver'],
    ['without actions', rawOf([]), 'has no actions'],
    ['with more than can be shown', rawOf(Array.from({ length: 100 }, () => transfer)), 'cannot be shown'],
    ['with arguments that cannot be shown', rawOf([actions.functionCall('set', new Uint8Array(131_072).fill(255), 1n, 0n)]), 'cannot be shown'],
  ])('is refused when it is %s', async (_what, raw, detail) => {
    expect(await refusal(readRaw(raw))).toMatchObject({
      code: 'transaction_invalid',
      details: [{ path: 'body/rawTransaction', message: detail }],
    });
  });

  it('is refused with a delegate action in it', async () => {
    const signed = await signDelegateAction({ unsignedDelegateAction: delegateText(delegateOf([transfer])), privateKey });
    const inner = Buffer.from(signed.signedDelegateAction, 'base64');
    const outer = Buffer.from(rawOf([transfer]), 'base64');
    // The last action is the number of its kind and 16 bytes of the amount; 8 is the number of a signed delegate action.
    const raw = Buffer.concat([outer.subarray(0, -17), Buffer.of(8), inner]).toString('base64');
    expect(decodeTransaction(Buffer.from(raw, 'base64')).actions[0]).toHaveProperty('signedDelegate');
    expect(await refusal(readRaw(raw))).toMatchObject({ details: [{ message: 'cannot be shown' }] });
  });

  it('fails with an ApiError alone, whatever the bytes', async () => {
    const good = Buffer.from(rawOf([actions.functionCall('ft_transfer', { a: 1 }, 1n, 1n), transfer]), 'base64');
    await fc.assert(
      fc.asyncProperty(bytesLike(good), async (bytes) => {
        const outcome = await readRaw(bytes.toString('base64')).catch((reason: unknown) => reason);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(ApiError);
        // What is read, NEAR's own library writes as the same bytes.
        else expect(Buffer.from(encodeTransaction(decodeTransaction(bytes))).equals(bytes)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a transaction as JSON', () => {
  it('pays in yoctoNEAR', async () => {
    const read = await readJson({ receiverId: 'grace.testnet', actions: [{ type: 'Transfer', params: { amount: '250000000000000000000000' } }] });
    expect(read.lines).toEqual([
      { label: 'From', value: from.address },
      { label: 'To', value: 'grace.testnet' },
      { label: 'Amount', value: '0.25 NEAR' },
    ]);
    const transaction = decodeTransaction(Buffer.from(read.unsigned, 'base64'));
    expect(transaction).toMatchObject({ nonce: 200_000_000_000_001n, signerId: from.address });
    expect(transaction.actions[0]?.transfer?.deposit).toBe(oneNear / 4n);
  });

  it.each([{ set: 'Ada' }, '{"set":"Ada"}'])('calls with the arguments %j', async (args) => {
    const read = await readJson({
      signerId: from.address,
      receiverId: 'guest.testnet',
      actions: [{ type: 'FunctionCall', params: { methodName: 'greet', args, gas: '5000000000000', deposit: 0 } }, { type: 'Transfer', params: { deposit: 1 } }],
    });
    const transaction = decodeTransaction(Buffer.from(read.unsigned, 'base64'));
    expect(transaction.actions[0]?.functionCall).toMatchObject({ methodName: 'greet', gas: 5_000_000_000_000n, deposit: 0n });
    expect(Buffer.from(transaction.actions[0]?.functionCall?.args ?? []).toString()).toBe('{"set":"Ada"}');
    expect(transaction.actions[1]?.transfer?.deposit).toBe(1n);
    expect(read.lines.map(({ label }) => label)).toEqual(['From', 'Receiver', 'Action', 'Arguments', 'Gas', 'Deposit', 'Action', 'Amount']);
  });

  const pay = { type: 'Transfer', params: { amount: '1' } };
  it.each([
    '', '{', 'null', '[]', {}, { receiverId: 'grace.testnet' }, { receiverId: 'grace.near', actions: [pay] },
    { receiverId: 'grace.testnet', signerId: 'mallory.testnet', actions: [pay] }, { receiverId: 'grace.testnet', actions: [] },
    { receiverId: 'grace.testnet', actions: [pay], nonce: 7 },
    { receiverId: 'grace.testnet', actions: [null] }, { receiverId: 'grace.testnet', actions: [{ type: 'Transfer' }] },
    { receiverId: 'grace.testnet', actions: [{ type: 'Transfer', params: { amount: 0.5 } }] },
    { receiverId: 'grace.testnet', actions: [{ type: 'Transfer', params: { amount: (2n ** 128n).toString() } }] },
    { receiverId: 'grace.testnet', actions: [{ type: 'AddKey', params: {} }] },
    { receiverId: 'grace.testnet', actions: [{ type: 'FunctionCall', params: {} }] },
    { receiverId: 'grace.testnet', actions: [{ type: 'FunctionCall', params: { methodName: 'f', args: [1] } }] },
    { receiverId: 'grace.testnet', actions: [{ type: 'FunctionCall', params: { methodName: 'f', gas: '1e12' } }] },
    '{"receiverId":"grace.testnet","actions":[{"type":"FunctionCall","params":{"methodName":"f","args":{"n":12345678901234567890}}}]}',
    `{"receiverId":"grace.testnet","actions":[{"type":"FunctionCall","params":{"methodName":"f","args":{"n":${'['.repeat(50_000)}${']'.repeat(50_000)}}}}]}`,
  ].map((transaction) => [JSON.stringify(transaction).slice(0, 60), transaction]))('is refused when it is %s', async (_what, transaction) => {
    expect(await refusal(readJson(transaction))).toMatchObject({ code: 'transaction_invalid', details: [{ path: 'body/transaction' }] });
  });

  it('fails with an ApiError alone, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        expect(await readJson(text).catch((reason: unknown) => reason)).toBeInstanceOf(ApiError);
      }),
    );
  });
});

describe('a delegate action', () => {
  const { display, metadata } = example('challenge.sign-delegate-action.pending').data;
  const { result } = example('challenge.sign-delegate-action.verified').data;

  it('of the contract is shown word for word', async () => {
    const read = await readDelegate(metadata.unsignedDelegateAction);
    expect(read).toEqual({
      payloadHash: display.payloadHash,
      // All but the chain before and the note after.
      lines: display.lines.slice(1, -1),
      decodedCall: display.decodedCall,
      // Who is paid for the first time is for those to say who know of other payments.
      warnings: display.warnings.filter(({ code }: { code: string }) => code !== 'first_time_recipient'),
      recipients: ['wrap.testnet', 'grace.testnet'],
      contract: 'wrap.testnet',
    });
  });

  it('of the contract is signed as the contract says', async () => {
    const { unsignedDelegateAction } = metadata;
    const signed = await signDelegateAction({ unsignedDelegateAction, privateKey });
    expect(signed).toEqual({ signedDelegateAction: result.signedDelegateAction, signature: result.signature });
  });

  it("verifies by the hash of NEAR's own library, in whose form it can come too", async () => {
    const delegate = delegateOf([actions.transfer(oneNear), actions.functionCall('f', {}, 1n, 0n)]);
    const tagged = Buffer.from(encodeDelegateAction(delegate));
    const read = await readDelegate(tagged.toString('base64'));
    expect(read).toEqual(await readDelegate(delegateText(delegate)));
    expect(read.payloadHash).toBe(`0x${sha256(tagged).toString('hex')}`);
    const signed = await signDelegateAction({ unsignedDelegateAction: tagged.toString('base64'), privateKey });
    expect(ed25519.verify(Buffer.from(signed.signature, 'base64'), sha256(tagged), publicKey)).toBe(true);
    expect(Buffer.from(signed.signedDelegateAction, 'base64').subarray(0, -65).toString('base64')).toBe(delegateText(delegate));
    expect(read.lines.map(({ label }) => label)).toEqual([
      'Signer', 'Receiver', 'Action', 'Amount', 'Action', 'Arguments', 'Gas', 'Deposit', 'Valid until block',
    ]);
  });

  const transfer = actions.transfer(1n);
  it.each([
    ['nothing', '', 'cannot be decoded'],
    ['no Base64', 'AAA', 'is not Base64'],
    ['a transaction', rawOf([transfer]), 'cannot be decoded'],
    ['of another account', delegateText(delegateOf([transfer], { senderId: 'mallory.testnet' })), 'has another sender'],
    ['for another key', delegateText(delegateOf([transfer], { publicKey: PublicKey.from(`ed25519:${other.publicKey}`) })), 'has another key'],
    ['for a key of another curve', delegateText(delegateOf([transfer], { publicKey: KeyPair.fromRandom('secp256k1').getPublicKey() })), 'has another key'],
    ['to an account of the other network', delegateText(delegateOf([transfer], { receiverId: 'wrap.near' })), 'has an invalid receiver'],
    ['without actions', delegateText(delegateOf([])), 'has no actions'],
    ['with more than can be shown', delegateText(delegateOf(Array.from({ length: 100 }, () => transfer))), 'cannot be shown'],
  ])('is refused when it is %s', async (_what, text, detail) => {
    expect(await refusal(readDelegate(text))).toMatchObject({
      code: 'delegate_action_invalid',
      details: [{ path: 'body/unsignedDelegateAction', message: detail }],
    });
  });

  it('fails with an ApiError alone, whatever the bytes', async () => {
    const good = Buffer.from(metadata.unsignedDelegateAction, 'base64');
    await fc.assert(
      fc.asyncProperty(bytesLike(good), async (bytes) => {
        const outcome = await readDelegate(bytes.toString('base64')).catch((reason: unknown) => reason);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(ApiError);
        else expect(outcome).toHaveProperty('payloadHash');
      }),
      { numRuns: 500 },
    );
  });
});

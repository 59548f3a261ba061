import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ed25519 } from '@noble/curves/ed25519.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { base58 } from '@scure/base';
import { p2wpkh, TEST_NETWORK, Transaction } from '@scure/btc-signer';
import {
  hashMessage,
  type Hex,
  keccak256,
  parseTransaction,
  recoverTransactionAddress,
  serializeTransaction,
  type TransactionSerializedEIP1559,
  verifyMessage,
} from 'viem';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { components } from '../../generated/types.ts';
import { castSeed, type Chain, createFixture, type Fixture, onboard, plantSeed, provision, required, returnUrl } from './mock-fixture.ts';

type Schemas = components['schemas'];

/** An answer, be it a challenge or an error. */
type Answer = Pick<Schemas['ErrorResponse'], 'status' | 'message'> &
  Partial<Pick<Schemas['ErrorResponse'], 'code' | 'errors'>> & { data: Schemas['Challenge'] };

function example(name: string): Answer {
  const text = readFileSync(new URL(`../../openapi/examples/${name}.yaml`, import.meta.url), 'utf8');
  return parse(text).value;
}

/** A customer with one wallet of each of these chains, whose keys are those of the contract's examples. */
async function castOf(fixture: Fixture, ...blockchains: Chain[]) {
  const { id: customerId } = await onboard(fixture);
  await plantSeed(fixture, customerId, castSeed);
  const wallets = await provision(fixture, customerId, blockchains);
  return { customerId, wallet: required(wallets[0]) };
}

type Cast = Awaited<ReturnType<typeof castOf>>;
type Asked = 'message' | 'typed-data' | 'transaction' | 'delegate-action';

/** Asks for a signature, with a body that the types know nothing of. */
async function ask({ mock }: Fixture, { customerId, wallet }: Cast, what: Asked, body: object): Promise<Answer> {
  const response = await mock.api(
    new Request(`http://localhost:4010/v2/customers/${customerId}/sign/${what}`, {
      method: 'POST',
      headers: { 'PLANBOK-X-API-KEY': 'pk_sandbox_full', 'Content-Type': 'application/json' },
      body: JSON.stringify({ walletId: wallet.id, redirectUrl: returnUrl, ...body }),
    }),
  );
  return JSON.parse(await response.text()) as Answer;
}

async function refusal(fixture: Fixture, cast: Cast, what: Asked, body: object) {
  const { status, code, errors, message } = await ask(fixture, cast, what, body);
  return { status, code, path: errors?.details[0]?.path, message };
}

/** The challenge as it was asked for and as it was approved. */
async function sign(fixture: Fixture, cast: Cast, what: Asked, body: object) {
  const { data: asked, status, message } = await ask(fixture, cast, what, body);
  if (status !== 201) throw new Error(message);
  const { error } = await fixture.approve(asked.id);
  if (error !== undefined) throw new Error(JSON.stringify(error));
  return { asked, approved: await fixture.challenge(asked) };
}

async function signMessage(fixture: Fixture, cast: Cast, body: { message: string; encodedByHex?: boolean; memo?: string }) {
  const { asked, approved } = await sign(fixture, cast, 'message', body);
  const { result } = approved;
  if (result?.task !== 'sign-message') throw new Error('no message was signed');
  return { asked, result, payloadHash: asked.display.payloadHash };
}

function sha256(...parts: Uint8Array[]): Uint8Array {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** BIP-137, put together here from its text: magic bytes, each of the two with its length in front. */
function bitcoinHash(message: Uint8Array): Uint8Array {
  const { length } = message;
  const prefix = Buffer.from(length < 253 ? [length] : [254, length & 255, (length >> 8) & 255, length >> 16, 0]);
  return sha256(sha256(Buffer.from('\x18Bitcoin Signed Message:\n', 'latin1'), prefix, message));
}

/** How the world checks a message of each chain, with libraries of the chain alone. */
const verifiers: Record<string, (wallet: Schemas['Wallet'], message: Uint8Array, signature: string) => boolean | Promise<boolean>> = {
  'ETH-SEPOLIA': ({ address }, raw, signature) => verifyMessage({ address: address as Hex, message: { raw }, signature: signature as Hex }),
  'BTC-TESTNET': ({ address }, message, signature) => {
    const bytes = Buffer.from(signature, 'base64');
    const header = required(bytes[0]);
    const recovered = secp256k1.recoverPublicKey(Buffer.of(header - 39, ...bytes.subarray(1)), bitcoinHash(message), { prehash: false });
    return p2wpkh(recovered, TEST_NETWORK).address === address;
  },
  'SOL-TESTNET': ({ publicKey }, message, signature) =>
    ed25519.verify(base58.decode(signature), message, base58.decode(publicKey)),
  'NEAR-TESTNET': ({ address }, message, signature) =>
    ed25519.verify(Buffer.from(signature, 'base64'), sha256(message), Buffer.from(address, 'hex')),
};

const hashes: Record<string, (message: Uint8Array) => string> = {
  'ETH-SEPOLIA': (raw) => hashMessage({ raw }),
  'BTC-TESTNET': (message) => `0x${Buffer.from(bitcoinHash(message)).toString('hex')}`,
  'SOL-TESTNET': (message) => `0x${Buffer.from(sha256(message)).toString('hex')}`,
  'NEAR-TESTNET': (message) => `0x${Buffer.from(sha256(message)).toString('hex')}`,
};

const signingChains = ['ETH-SEPOLIA', 'BTC-TESTNET', 'SOL-TESTNET', 'NEAR-TESTNET'] as const;

describe('the examples of the contract', () => {
  it.each([
    ['sign-message', 'ETH-SEPOLIA'],
    ['sign-typed-data', 'ETH-SEPOLIA'],
    ['sign-delegate-action', 'NEAR-TESTNET'],
  ] as const)('of %s are what happens with the keys of the examples', async (task, chain) => {
    const fixture = await createFixture();
    const cast = await castOf(fixture, chain);
    // The story's organization knows the token.
    const wrapped = { blockchain: 'NEAR-TESTNET', standard: 'nep141', address: 'wrap.testnet', symbol: 'wNEAR', name: 'Wrapped NEAR', decimals: 24 } as const;
    await fixture.api.POST('/v2/tokens', { body: wrapped });
    const { metadata, display } = example(`challenge.${task}.pending`).data;
    const { asked, approved } = await sign(fixture, cast, task.slice('sign-'.length) as Asked, { ...metadata, walletId: cast.wallet.id });
    expect(asked.display).toEqual(display);
    expect(asked.metadata).toEqual({ ...metadata, walletId: cast.wallet.id });
    expect(approved.result).toEqual(example(`challenge.${task}.verified`).data.result);
  });
});

describe('a signed message', () => {
  it.each(signingChains)('on %s is verified by the libraries of the chain: a text, bytes, and 64 kB', async (chain) => {
    const fixture = await createFixture();
    const cast = await castOf(fixture, chain);
    const bytes = Buffer.from('00ff10ab8539647dc5ac7f3d0f0a2fb491f73fea1fdc8b3f', 'hex');
    const long = `long ${'x'.repeat(65_531)}`;
    for (const [message, body] of [
      [Buffer.from('Sign in to Example'), { message: 'Sign in to Example' }],
      [bytes, { message: `0x${bytes.toString('hex').toUpperCase()}`, encodedByHex: true }],
      [Buffer.from(long), { message: long }],
    ] as const) {
      const { asked, result, payloadHash } = await signMessage(fixture, cast, body);
      expect(asked.display.lines).toContainEqual({ label: 'Message', value: body.message });
      expect(await required(verifiers[chain])(cast.wallet, message, result.signature)).toBe(true);
      expect(await required(verifiers[chain])(cast.wallet, Buffer.from('another message'), result.signature)).toBe(false);
      expect(payloadHash).toBe(required(hashes[chain])(message));
      expect(Object.keys(result).includes('r')).toBe(chain === 'ETH-SEPOLIA');
    }
  });

  it('is kept as it is, whatever is in it: shown, echoed and signed', async () => {
    const fixture = await createFixture();
    const cast = await castOf(fixture, 'ETH-SEPOLIA');
    for (const message of [
      'Μηνυμα 日本語 مرحبا 👩‍👩‍👧 e\u0301',
      'pay \u202e001\u202c to \u2066me\u2069 \u200f\ufeff',
      'a\u0007b\u001b[31m\r\nd\re\n\tf\u2028g',
      '{"a":"<script>alert(1)</script>"} 0xabc',
      ' \t\n ',
    ]) {
      const { asked, result } = await signMessage(fixture, cast, { message });
      expect(asked.metadata.message).toBe(message);
      expect((await fixture.challenge(asked)).metadata.message).toBe(message);
      expect(asked.display.lines).toContainEqual({ label: 'Message', value: message });
      expect(await verifyMessage({ address: cast.wallet.address as Hex, message, signature: result.signature as Hex })).toBe(true);
    }
  });

  it('of bytes that are a text is shown in both forms, and of others as bytes', async () => {
    const fixture = await createFixture();
    const cast = await castOf(fixture, 'ETH-SEPOLIA');
    const shown = async (bytes: string | Buffer) => {
      const message = `0x${Buffer.from(bytes).toString('hex')}`;
      const { data } = await ask(fixture, cast, 'message', { message, encodedByHex: true, memo: 'A note' });
      expect(data.metadata).toEqual({ walletId: cast.wallet.id, message, encodedByHex: true, memo: 'A note' });
      return data.display.lines.slice(2);
    };
    const note = { label: 'Note', value: 'A note' };
    const text = 'Grüße,\nAda';
    const hex = (bytes: string | Buffer) => ({ label: 'Message', value: `0x${Buffer.from(bytes).toString('hex')}` });
    expect(await shown(text)).toEqual([hex(text), { label: 'Message as text', value: text }, note]);
    for (const bytes of [Buffer.of(0xff, 0xfe), Buffer.of(0x41, 0x00), Buffer.of(0xc0, 0x80)]) {
      expect(await shown(bytes)).toEqual([hex(bytes), note]);
    }
  });

  it('says whether hex was asked for as it was sent', async () => {
    const fixture = await createFixture();
    const cast = await castOf(fixture, 'ETH-SEPOLIA');
    const { data } = await ask(fixture, cast, 'message', { message: '0x1234', encodedByHex: false });
    expect(data.metadata).toEqual({ walletId: cast.wallet.id, message: '0x1234', encodedByHex: false });
    expect(data.display.payloadHash).toBe(hashMessage('0x1234'));
  });

  it('is refused in hex that is none', async () => {
    const fixture = await createFixture();
    const cast = await castOf(fixture, 'ETH-SEPOLIA');
    for (const message of ['abcd', '0xabc', '0xzz', '0x', '0Xabcd']) {
      const refused = await refusal(fixture, cast, 'message', { message, encodedByHex: true });
      expect(refused, message).toMatchObject({ status: 400, code: 'message_invalid', path: 'body/message' });
    }
  });

  it('cannot be a transaction in disguise', async () => {
    const fixture = await createFixture();
    const cast = await castOf(fixture, 'SOL-TESTNET');
    const { rawTransaction } = parse(
      readFileSync(new URL('../../openapi/examples/sign-transaction.solana.yaml', import.meta.url), 'utf8'),
    ).value;
    const message = `0x${Buffer.from(rawTransaction, 'base64').toString('hex')}`;
    expect(await refusal(fixture, cast, 'message', { message, encodedByHex: true })).toMatchObject({
      status: 400,
      code: 'message_invalid',
      path: 'body/message',
    });
  });
});

describe('a signed transaction', () => {
  const body = (name: string) => {
    const { walletId: _, redirectUrl: __, ...rest } = parse(
      readFileSync(new URL(`../../openapi/examples/sign-transaction.${name}.yaml`, import.meta.url), 'utf8'),
    ).value;
    return rest;
  };

  async function signTransaction(fixture: Fixture, cast: Cast, given: object) {
    const { asked, approved } = await sign(fixture, cast, 'transaction', given);
    const { result } = approved;
    if (result?.task !== 'sign-transaction') throw new Error(JSON.stringify(approved.failure));
    return { asked, result };
  }

  it('of raw bytes is the one of the contract, with the nonce that it says and the keys of the examples', async () => {
    const fixture = await createFixture();
    const cast = await castOf(fixture, 'ETH-SEPOLIA');
    const { asked, result } = await signTransaction(fixture, cast, body('raw'));
    const { display, result: expected } = example('challenge.sign-transaction.verified').data;
    expect(result).toEqual(expected);
    expect(asked.display.payloadHash).toBe(display.payloadHash);
    expect(asked.display.fee).toEqual(display.fee);
    expect(asked.display.lines.filter(({ label }) => label !== 'Nonce')).toEqual(display.lines);
    expect(asked.display.warnings).toEqual([{ code: 'first_time_recipient', message: 'You have never sent anything to this address.' }]);
  });

  it.each([
    ['data that nobody knows', '0x12345678', ['unknown_contract']],
    ['data too short for a function', '0x00', ['unknown_contract']],
    [
      'a token that is not registered',
      `0xa9059cbb${'70997970C51812dc3A010C7d01b50e0d17dc79C8'.padStart(64, '0').toLowerCase()}${'1'.padStart(64, '0')}`,
      ['unverified_token', 'first_time_recipient'],
    ],
  ])('warns of %s', async (_what, data, codes) => {
    const fixture = await createFixture();
    const cast = await castOf(fixture, 'ETH-SEPOLIA');
    const transaction = JSON.stringify({ to: '0x3bFA4769FB09eefC5a80d6E87c3B9C650f7Ae48E', data });
    const { data: asked } = await ask(fixture, cast, 'transaction', { transaction });
    expect(asked.display.warnings.map(({ code }) => code)).toEqual(codes);
  });

  it('of fields gets what they leave out, and is recovered to the wallet by viem', async () => {
    const fixture = await createFixture();
    const cast = await castOf(fixture, 'ETH-SEPOLIA');
    const { asked, result } = await signTransaction(fixture, cast, body('fields'));
    const serializedTransaction = result.signedTransaction as TransactionSerializedEIP1559;
    expect(await recoverTransactionAddress({ serializedTransaction })).toBe(cast.wallet.address);
    expect(parseTransaction(serializedTransaction)).toMatchObject({ chainId: 11155111, gas: 21000n, value: 20000000000000000n });
    expect(keccak256(serializedTransaction)).toBe(result.transactionHash);
    const { r: _, s: __, v: ___, yParity: ____, ...unsigned } = parseTransaction(serializedTransaction);
    expect(keccak256(serializeTransaction(unsigned))).toBe(asked.display.payloadHash);
    expect(asked.display.lines).toEqual(example('challenge.sign-transaction.pending').data.display.lines);
  });

  it('takes the next nonce, which waits with it for the customer', async () => {
    const fixture = await createFixture();
    const cast = await castOf(fixture, 'ETH-SEPOLIA');
    const { data: waiting } = await ask(fixture, cast, 'transaction', body('fields'));
    const nonceOf = async () => {
      const { result } = await signTransaction(fixture, cast, body('fields'));
      return parseTransaction(result.signedTransaction as Hex).nonce ?? 0;
    };
    expect(await nonceOf()).toBe(1);
    await fixture.api.POST('/sandbox/challenges/{challengeId}/reject', { params: { path: { challengeId: waiting.id } } });
    expect(await nonceOf()).toBe(0);
  });

  it('on Solana is verified by ed25519 over its message', async () => {
    const fixture = await createFixture();
    const cast = await castOf(fixture, 'SOL-TESTNET');
    const { rawTransaction } = body('solana');
    const message = Buffer.from(rawTransaction, 'base64');
    const { data: raw } = await ask(fixture, cast, 'transaction', { rawTransaction });
    expect(raw.display.payloadHash).toBe(`0x${Buffer.from(sha256(message)).toString('hex')}`);
    const given = await signTransaction(fixture, cast, {
      transaction: JSON.stringify({ to: '8bXf8Rg3u4Prz71LgKR5mpa7aMe2F4cSKYYRctmqro6x', amount: 1000 }),
    });
    const signed = Buffer.from(given.result.signedTransaction, 'base64');
    expect(signed[0]).toBe(1);
    expect(ed25519.verify(signed.subarray(1, 65), signed.subarray(65), base58.decode(cast.wallet.publicKey))).toBe(true);
    expect(base58.encode(signed.subarray(1, 65))).toBe(given.result.transactionHash);
    expect(given.asked.display.payloadHash).toBe(`0x${Buffer.from(sha256(signed.subarray(65))).toString('hex')}`);
  });

  it('on NEAR is verified by ed25519 over its SHA-256', async () => {
    const fixture = await createFixture();
    const cast = await castOf(fixture, 'NEAR-TESTNET');
    const transaction = JSON.stringify({ receiverId: 'grace.testnet', actions: [{ type: 'Transfer', params: { amount: '1000' } }] });
    const { asked, result } = await signTransaction(fixture, cast, { transaction });
    const signed = Buffer.from(result.signedTransaction, 'base64');
    const [message, signature] = [signed.subarray(0, -65), signed.subarray(-64)];
    expect(asked.display.payloadHash).toBe(`0x${Buffer.from(sha256(message)).toString('hex')}`);
    expect(ed25519.verify(signature, sha256(message), Buffer.from(cast.wallet.address, 'hex'))).toBe(true);
    expect(base58.encode(sha256(message))).toBe(result.transactionHash);
  });

  it('on Bitcoin is final, and spends what the PSBT says', async () => {
    const fixture = await createFixture();
    const cast = await castOf(fixture, 'BTC-TESTNET');
    const psbt = new Transaction();
    const { script } = p2wpkh(Buffer.from(cast.wallet.publicKey, 'hex'), TEST_NETWORK);
    psbt.addInput({ txid: 'ab'.repeat(32), index: 1, witnessUtxo: { script, amount: 100_000n } });
    psbt.addOutputAddress('tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx', 90_000n, TEST_NETWORK);
    const { result } = await signTransaction(fixture, cast, { rawTransaction: Buffer.from(psbt.toPSBT()).toString('base64') });
    const signed = Transaction.fromRaw(Buffer.from(result.signedTransaction, 'hex'));
    expect(signed.isFinal).toBe(true);
    expect(signed.id).toBe(result.transactionHash);
    expect(signed.getInput(0).finalScriptWitness?.[1]).toEqual(Uint8Array.from(Buffer.from(cast.wallet.publicKey, 'hex')));
  });

  it('is asked for in exactly one of two ways', async () => {
    const fixture = await createFixture();
    const cast = await castOf(fixture, 'ETH-SEPOLIA');
    for (const given of [{}, { ...body('raw'), ...body('fields') }]) {
      expect(await refusal(fixture, cast, 'transaction', given)).toMatchObject({ status: 400, code: 'validation_failed', path: 'body' });
    }
  });

  it('that cannot be read is refused', async () => {
    const fixture = await createFixture();
    const cast = await castOf(fixture, 'ETH-SEPOLIA');
    for (const [path, given] of [
      ['body/rawTransaction', { rawTransaction: 'zzzz' }],
      ['body/rawTransaction', { rawTransaction: '0x02f2' }],
      ['body/transaction', { transaction: '[]' }],
      ['body/transaction', { transaction: '{"to":"0x1"}' }],
    ] as const) {
      expect(await refusal(fixture, cast, 'transaction', given), JSON.stringify(given)).toMatchObject({ code: 'transaction_invalid', path });
    }
  });
});

describe('a signature', () => {
  it('is made by a wallet of the customer alone', async () => {
    const fixture = await createFixture();
    const ada = await castOf(fixture, 'ETH-SEPOLIA');
    const grace = await castOf(fixture, 'ETH-SEPOLIA');
    for (const walletId of [grace.wallet.id, '6999f8aea74a2b1bd8855b00']) {
      expect(await refusal(fixture, ada, 'message', { message: 'Hello', walletId })).toMatchObject({ status: 404, code: 'wallet_not_found' });
    }
  });

  it('needs a customer with a PIN', async () => {
    const fixture = await createFixture();
    const ada = await castOf(fixture, 'ETH-SEPOLIA');
    const { id: customerId } = await fixture.createCustomer();
    expect(await refusal(fixture, { ...ada, customerId }, 'message', { message: 'Hello' })).toMatchObject({ status: 409, code: 'pin_not_set' });
  });

  it('is not made over anything but what was shown: the challenge fails', async () => {
    const fixture = await createFixture();
    const cast = await castOf(fixture, 'ETH-SEPOLIA');
    const { data } = await ask(fixture, cast, 'message', { message: 'Pay 1' });
    const payload = JSON.stringify({ task: 'sign-message', walletId: cast.wallet.id, message: 'Pay 1000' });
    await fixture.mock.context.db.updateTable('challenges').set({ payload }).where('id', '=', data.id).execute();
    const { response } = await fixture.approve(data.id);
    expect(response.status).toBe(200);
    const challenge = await fixture.challenge(data);
    expect(challenge).toMatchObject({ status: 'failed', failure: { code: 'signing_failed' } });
    expect(challenge.result).toBeUndefined();
  });

  it('makes no transaction', async () => {
    const fixture = await createFixture();
    const cast = await castOf(fixture, 'ETH-SEPOLIA');
    await signMessage(fixture, cast, { message: 'Hello' });
    expect(await fixture.mock.context.db.selectFrom('transactions').selectAll().execute()).toEqual([]);
  });

  it('is asked for once under one idempotency key', async () => {
    const fixture = await createFixture();
    const cast = await castOf(fixture, 'ETH-SEPOLIA');
    const body = { message: 'Hello', idempotencyKey: '0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01' };
    const [first, second] = [await ask(fixture, cast, 'message', body), await ask(fixture, cast, 'message', body)];
    expect(second).toEqual(first);
    expect(await refusal(fixture, cast, 'message', { ...body, message: 'Other' })).toMatchObject({ code: 'idempotency_conflict' });
  });
});

import { createHash } from 'node:crypto';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { base64, hex } from '@scure/base';
import { NETWORK, OutScript, p2pkh, p2sh, p2tr, p2wpkh, p2wsh, TEST_NETWORK, Transaction } from '@scure/btc-signer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBaseUnits, toBaseUnits } from '../../mock/chains/amounts.ts';
import {
  accelerateSpend,
  cancelSpend,
  type CoinsRequest,
  dust,
  dustOf,
  quoteBitcoinFee,
  scriptOf,
  selectCoins,
  type Spend,
  spendCoins,
  sumOf,
} from '../../mock/chains/bitcoin-coins.ts';
import { bitcoin } from '../../mock/chains/bitcoin.ts';
import type { Call, Coin } from '../../mock/chains/family.ts';
import { castWallet, exampleOf, feeExample, refusal } from './chain-examples.ts';

const { chain, from, privateKey } = await castWallet('BTC-TESTNET');
const mainnet = await castWallet('BTC');
const publicKey = hex.decode(from.publicKey);

// BIP-173 has this address.
const bob = 'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx';
const otherKey = secp256k1.getPublicKey(new Uint8Array(32).fill(7));
const kinds = Object.entries({
  P2WPKH: [p2wpkh(otherKey, TEST_NETWORK).address, 294n],
  P2WSH: [p2wsh(p2pkh(otherKey), TEST_NETWORK).address, 330n],
  P2TR: [p2tr(otherKey.subarray(1), undefined, TEST_NETWORK).address, 330n],
  P2PKH: [p2pkh(otherKey, TEST_NETWORK).address, 546n],
  P2SH: [p2sh(p2wpkh(otherKey, TEST_NETWORK), TEST_NETWORK).address, 540n],
} as const).map(([kind, [address, least]]) => ({ kind, address: address ?? '', least }));

const coin = (amount: bigint, name = 1, vout = 0): Coin => ({ txid: name.toString(16).padStart(64, '0'), vout, amount });
const text = (message: string) => new TextEncoder().encode(message);
const transfer = (to: string, amount: bigint) => ({ kind: 'native-transfer', to, amount }) as const;

async function build(to: string, amount: bigint, spend: Spend, on = { chain, from, privateKey }) {
  const fee = quoteBitcoinFee(on.chain, spend);
  const unsigned = await bitcoin.build({ ...on, intent: transfer(to, amount), fee, slot: { coins: spend.coins } });
  return { ...unsigned, ...(await bitcoin.sign({ ...on, unsigned: unsigned.unsigned })) };
}

function chosen(request: CoinsRequest): Spend {
  const spend = selectCoins(request);
  if (spend === undefined) throw new Error('The coins are too little');
  return spend;
}

describe('a transaction on Bitcoin', () => {
  it.each(kinds)('pays to $kind, and has the size that was quoted', async ({ address }) => {
    const coins = [coin(60_000n), coin(50_000n, 2), coin(40_000n, 3)];
    for (const amount of [20_000n, 80_000n, 140_000n]) {
      const spend = chosen({ coins, amount, feeRate: 5n, to: address });
      const { signedTransaction, transactionHash, payloadHash } = await build(address, amount, spend);
      const parsed = Transaction.fromRaw(hex.decode(signedTransaction));
      expect(parsed.vsize).toBe(spend.vsize);
      expect(parsed.id).toBe(transactionHash);
      expect(payloadHash).toBe(`0x${transactionHash}`);
      expect(parsed.inputsLength).toBe(spend.coins.length);
      const outputs = Array.from({ length: parsed.outputsLength }, (_, index) => ({
        to: parsed.getOutputAddress(index, TEST_NETWORK),
        amount: parsed.getOutput(index).amount,
      }));
      expect(outputs).toEqual([
        { to: address, amount },
        ...(spend.change > 0n ? [{ to: from.address, amount: spend.change }] : []),
      ]);
      expect(sumOf(spend.coins)).toBe(outputs.reduce((sum, output) => sum + (output.amount ?? 0n), spend.fee));
    }
  });

  it.each([
    ['the testnet', { chain, from, privateKey }, bob],
    ['the main network', mainnet, 'bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4'],
  ])('has signatures over all of it on %s, which noble verifies with the key of the wallet', async (_network, on, to) => {
    const coins = [coin(30_000n), coin(20_000n, 2, 5)];
    const { signedTransaction, signature } = await build(to, 45_000n, chosen({ coins, amount: 45_000n, feeRate: 12n, to }), on);
    const parsed = Transaction.fromRaw(hex.decode(signedTransaction));
    const key = hex.decode(on.from.publicKey);
    const { script } = p2pkh(key, on.chain.testnet ? TEST_NETWORK : NETWORK);
    for (const [index, { amount }] of coins.entries()) {
      const [der = new Uint8Array(), spender] = parsed.getInput(index).finalScriptWitness ?? [];
      expect(spender).toEqual(key);
      const hash = parsed.preimageWitnessV0(index, script, 1, amount);
      expect(secp256k1.verify(der.subarray(0, -1), hash, key, { prehash: false, format: 'der' })).toBe(true);
      expect(der.at(-1)).toBe(1);
      if (index === 0) expect(signature).toEqual({ signature: base64.encode(der) });
    }
  });

  it('can be replaced, as BIP-125 has it', async () => {
    const { signedTransaction } = await build(bob, 1000n, chosen({ coins: [coin(10_000n)], amount: 1000n, feeRate: 1n, to: bob }));
    expect(Transaction.fromRaw(hex.decode(signedTransaction)).getInput(0).sequence).toBe(0xfffffffd);
  });

  it('is not built from other coins than its fee was quoted for', async () => {
    const fee = quoteBitcoinFee(chain, { fee: 141n, vsize: 141 });
    const building = (amount: bigint) => bitcoin.build({ chain, from, intent: transfer(bob, amount), fee, slot: { coins: [coin(10_000n)] } });
    await expect(building(9_900n)).rejects.toThrow('do not fit');
    await expect(building(9_800n)).rejects.toThrow('do not fit');
  });

  it.each<[string, Call]>([
    ['a call', { kind: 'contract-call', contract: bob, signature: 'f()', parameters: [], amount: 0n }],
    ['a token', { kind: 'token-transfer', to: bob, token: { standard: 'erc20', address: bob, symbol: 'X', decimals: 0 }, items: [{ amount: 1n }] }],
  ])('cannot be %s', async (_what, intent) => {
    const refused = { code: 'unsupported_operation', details: [{ path: 'body/walletId', message: 'is a wallet on BTC-TESTNET' }] };
    expect(await refusal(() => bitcoin.quoteFees({ chain, from, intent }))).toMatchObject(refused);
    expect(await refusal(() => bitcoin.decodeCall(chain, intent, from))).toMatchObject(refused);
  });
});

describe('a fee on Bitcoin', () => {
  const quotes = (amount: bigint, coins?: Coin[], to = bob) =>
    bitcoin.quoteFees({ chain, from, intent: transfer(to, amount), ...(coins === undefined ? {} : { coins }) });

  it.each([
    ['with coins', [coin(100_000n)]],
    ['with too few coins', [coin(1n)]],
    ['without coins', []],
    ['without saying which coins', undefined],
  ])('is that of the example, %s', async (_how, coins) => {
    const { walletId: _, ...body } = exampleOf<{ walletId: string; destinationAddress: string; amounts: string[] }>('estimate-transfer-fee.native');
    expect(body).toEqual({ destinationAddress: bob, amounts: ['0.0005'] });
    expect(await quotes(50_000n, coins)).toEqual(feeExample('bitcoin'));
  });

  it('contains change that would be dust, and then says what rate that is', async () => {
    // 110 virtual bytes have no change, 141 have.
    const { low, medium } = await quotes(10_000n, [coin(10_000n + 141n + 293n)]);
    expect(low).toMatchObject({ estimatedFee: '0.00000434', feeRate: '3.945455', vsize: 110 });
    expect(medium).toMatchObject({ estimatedFee: '0.00000705', feeRate: '5', vsize: 141 });
  });

  it.each(kinds)('of less than the least that $kind can have is refused', async ({ address, least }) => {
    expect(dustOf(scriptOf(address))).toBe(least);
    expect(await quotes(least, [], address)).toHaveProperty('low');
    const error = await refusal(() => quotes(least - 1n, [], address));
    expect(error).toMatchObject({ code: 'amount_invalid', details: [{ path: 'body/amounts/0' }] });
    expect(error.message).toContain(fromBaseUnits(least, 8));
  });

  it('of a payment to a witness version that has no meaning yet is refused', async () => {
    const address = 'bc1zw508d6qejxtdg4y5r3zarvaryvaxxpcs';
    expect(await refusal(() => quotes(1000n, [], address))).toMatchObject({ code: 'address_invalid', details: [{ path: 'body/destinationAddress' }] });
  });
});

describe('selectCoins', () => {
  const coins = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat({ max: 3 }), fc.bigInt({ min: 1n, max: 100_000n })), {
    selector: ([name, vout]) => `${name}:${vout}`,
    maxLength: 12,
  }).map((all) => all.map(([name, vout, amount]) => coin(amount, name, vout)));
  const request = fc.record({
    coins,
    amount: fc.bigInt({ min: 294n, max: 300_000n }),
    feeRate: fc.constantFrom(1n, 5n, 12n, 14n),
    to: fc.constantFrom(...kinds.map(({ address }) => address)),
  });

  it('takes the largest first, and of equal ones always the same', () => {
    const all = [coin(10_000n, 3), coin(30_000n, 2, 1), coin(30_000n, 2), coin(30_000n, 1)];
    const spend = chosen({ coins: all, amount: 50_000n, feeRate: 1n, to: bob });
    expect(spend.coins).toEqual([coin(30_000n, 1), coin(30_000n, 2)]);
    expect(selectCoins({ coins: all.toReversed(), amount: 50_000n, feeRate: 1n, to: bob })).toEqual(spend);
  });

  it('loses and makes nothing, pays the rate, and makes no dust', () => {
    fc.assert(
      fc.property(request, (asked) => {
        const spend = selectCoins(asked);
        if (spend === undefined) {
          // Not even all coins pay for themselves, or they are too little.
          expect(spendCoins(asked)).toBeUndefined();
          return;
        }
        expect(sumOf(spend.coins)).toBe(asked.amount + spend.fee + spend.change);
        expect(spend.fee).toBeGreaterThanOrEqual(asked.feeRate * BigInt(spend.vsize));
        expect(spend.change === 0n || spend.change >= dust).toBe(true);
        if (spend.change > 0n) expect(spend.fee).toBe(asked.feeRate * BigInt(spend.vsize));
        expect(new Set(spend.coins).size).toBe(spend.coins.length);
        for (const each of spend.coins) expect(asked.coins).toContain(each);
      }),
      { numRuns: 500 },
    );
  });

  it('gives quotes whose rate times size is the fee, to the satoshi, and transactions that are no larger', async () => {
    await fc.assert(
      fc.asyncProperty(request, async (asked) => {
        const spend = selectCoins(asked);
        if (spend === undefined) return;
        const quote = quoteBitcoinFee(chain, spend);
        expect(BigInt(Math.round(Number(quote.feeRate) * quote.vsize))).toBe(spend.fee);
        expect(toBaseUnits(quote.estimatedFee, 8)).toBe(spend.fee);
        const { signedTransaction } = await build(asked.to, asked.amount, spend);
        const { vsize } = Transaction.fromRaw(hex.decode(signedTransaction));
        // A signature in a hundred is a byte shorter.
        expect(spend.vsize - vsize === 0 || spend.vsize - vsize === 1).toBe(true);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a replacement on Bitcoin', () => {
  const coins = [coin(100_000n), coin(50_000n, 2)];
  const paid = (feeRate: bigint, amount = 120_000n) => chosen({ coins, amount, feeRate, to: bob });

  it.each([
    ['low', 1n, 12n],
    ['medium', 5n, 12n],
    ['high', 12n, 14n],
    ['already raised', 100n, 110n],
  ])('pays a tenth more than one at the level %s, and the level high at least', async (_level, rate, expected) => {
    const replaced = paid(rate);
    const spend = accelerateSpend(replaced, { to: bob, amount: 120_000n });
    expect(spend).toMatchObject({ coins: replaced.coins, vsize: replaced.vsize, fee: expected * BigInt(replaced.vsize) });
    const before = await build(bob, 120_000n, replaced);
    const after = await build(bob, 120_000n, spend ?? replaced);
    expect(after.transactionHash).not.toBe(before.transactionHash);
  });

  it('can cancel: everything but the fee goes back', async () => {
    const replaced = paid(12n);
    const spend = cancelSpend(replaced);
    if (spend === undefined) throw new Error('It cannot be cancelled');
    expect(spend.amount + spend.fee).toBe(150_000n);
    // The fee is higher although the transaction is smaller: BIP-125, rules 3 and 4.
    expect(spend.vsize).toBeLessThan(replaced.vsize);
    expect(spend.fee).toBeGreaterThanOrEqual(replaced.fee + BigInt(spend.vsize));
    const { signedTransaction } = await build(from.address, spend.amount, spend);
    const parsed = Transaction.fromRaw(hex.decode(signedTransaction));
    expect(parsed.outputsLength).toBe(1);
    expect(parsed.getOutputAddress(0, TEST_NETWORK)).toBe(from.address);
    expect(parsed.vsize).toBe(spend.vsize);
  });

  it('gives the last of the change to the fee, and is impossible when that is too little', () => {
    const replaced = (left: bigint) => ({ coins: [coin(10_000n + left)], fee: 141n, vsize: 141 });
    expect(accelerateSpend(replaced(12n * 110n + 5n), { to: bob, amount: 10_000n })).toMatchObject({ fee: 12n * 110n + 5n, change: 0n, vsize: 110 });
    expect(accelerateSpend(replaced(12n * 110n - 1n), { to: bob, amount: 10_000n })).toBeUndefined();
    expect(cancelSpend({ coins: [coin(12n * 110n + 293n)], fee: 141n, vsize: 141 })).toBeUndefined();
    expect(cancelSpend({ coins: [coin(12n * 110n + 294n)], fee: 141n, vsize: 141 })).toMatchObject({ amount: 294n });
  });
});

describe('a message on Bitcoin', () => {
  // The fixtures of bitcoinjs-message: the private key is 1.
  it.each([
    ['', '80e795d4a4caadd7047af389d9f7f220562feb6196032e2131e10563352c4bcc'],
    ['Vires is Numeris', 'f8a5affbef4a3241b19067aa694562f64f513310817297089a8929a930f4f933'],
  ])('%j has the hash that other wallets compute', async (message, hash) => {
    expect(await bitcoin.hashMessage(chain, text(message))).toBe(`0x${hash}`);
  });

  it.each([
    [252, 'fc'],
    [253, 'fdfd00'],
    [262_144, 'fe00000400'],
  ])('of %d bytes has its length, %s, before it', async (length, size) => {
    const message = Buffer.alloc(length, 255);
    const sha256 = (data: Uint8Array) => createHash('sha256').update(data).digest();
    const hash = sha256(sha256(Buffer.concat([Buffer.from('\x18Bitcoin Signed Message:\n'), Buffer.from(size, 'hex'), message])));
    expect(await bitcoin.hashMessage(chain, message)).toBe(`0x${hash.toString('hex')}`);
  });

  it('has the signature that other wallets make for P2WPKH', async () => {
    const one = Uint8Array.of(...new Uint8Array(31), 1);
    expect(await bitcoin.signMessage({ chain: mainnet.chain, from: mainnet.from, privateKey: one, message: text('vires is numeris') })).toEqual({
      signature: 'KF8nHqFr3K2UKYahhX3soVeoW8W1ECNbr0wfck7lzyXjCS5Q16Ek45zyBuy1Fiy9sTPKVgsqqOuPvbycuVSSVl8=',
    });
  });

  it.each([0, 1, 252, 253, 262_144])('of %d bytes gives the address of the wallet back', async (length) => {
    const message = new Uint8Array(length).fill(255);
    const signature = base64.decode((await bitcoin.signMessage({ chain, from, privateKey, message })).signature);
    expect(signature).toHaveLength(65);
    const header = signature[0] ?? 0;
    expect(header >= 39 && header <= 42).toBe(true);
    const hash = hex.decode((await bitcoin.hashMessage(chain, message)).slice(2));
    const recovered = secp256k1.recoverPublicKey(Uint8Array.of(header - 39, ...signature.subarray(1)), hash, { prehash: false });
    expect(p2wpkh(recovered, TEST_NETWORK).address).toBe(from.address);
  });
});

describe('a PSBT of the caller, read', () => {
  const own = p2wpkh(publicKey, TEST_NETWORK).script;
  interface Options {
    inputs?: Parameters<Transaction['addInput']>[0][];
    outputs?: { script: Uint8Array; amount: bigint }[];
    lockTime?: number;
  }
  const input = (fields: Parameters<Transaction['addInput']>[0] = {}) => ({ txid: '11'.repeat(32), index: 0, witnessUtxo: { script: own, amount: 100_000n }, ...fields });
  function psbt({ inputs = [input()], outputs = [{ script: scriptOf(bob), amount: 60_000n }, { script: own, amount: 39_295n }], lockTime = 0 }: Options = {}) {
    const transaction = new Transaction({ lockTime, allowUnknownOutputs: true });
    for (const each of inputs) transaction.addInput(each);
    for (const each of outputs) transaction.addOutput(each);
    return transaction;
  }
  const encode = (transaction: Transaction) => base64.encode(transaction.toPSBT());
  const read = (rawTransaction: string) => bitcoin.readTransaction({ chain, from, slot: {}, rawTransaction });

  it('is shown with everyone it pays and its fee, and signed', async () => {
    const transaction = psbt();
    const result = await read(encode(transaction));
    expect(result).toEqual({
      unsigned: encode(transaction),
      payloadHash: `0x${transaction.id}`,
      lines: [
        { label: 'From', value: from.address },
        { label: 'To', value: bob },
        { label: 'Amount', value: '0.0006 BTC' },
        { label: 'Back to this wallet', value: '0.00039295 BTC' },
      ],
      fee: { amount: '0.00000705', symbol: 'BTC', level: 'medium' },
      recipients: [bob],
      warnings: [],
    });
    const signed = await bitcoin.sign({ chain, from, unsigned: result.unsigned, privateKey });
    expect(`0x${Transaction.fromRaw(hex.decode(signed.signedTransaction)).id}`).toBe(result.payloadHash);
  });

  it('is shown with notes in the block chain and the time before which it is not valid', async () => {
    const note = OutScript.encode({ type: 'unknown', script: hex.decode('6a04deadbeef') });
    const outputs = [{ script: note, amount: 0n }];
    const { lines, recipients } = await read(encode(psbt({ outputs, lockTime: 850_000 })));
    expect(lines.slice(1)).toEqual([
      { label: 'To', value: 'Script 6a04deadbeef' },
      { label: 'Amount', value: '0 BTC' },
      { label: 'Not before', value: 'Block 850000' },
    ]);
    expect(recipients).toEqual([]);
    expect((await read(encode(psbt({ lockTime: 1_772_442_000 })))).lines.at(-1)).toEqual({ label: 'Not before', value: '2026-03-02T09:00:00.000Z' });
  });

  const signed = psbt();
  signed.sign(privateKey);
  const final = signed.clone();
  final.finalize();
  const foreign = p2wpkh(otherKey, TEST_NETWORK).script;
  it.each([
    ['no Base64', '%', 'is not a serialized transaction of BTC-TESTNET'],
    ['no PSBT', base64.encode(text('hello')), 'is not a serialized transaction of BTC-TESTNET'],
    ['a transaction that is no PSBT', base64.encode(psbt().unsignedTx), 'send a PSBT in Base64'],
    ['half a PSBT', encode(psbt()).slice(0, 80), 'is not a serialized transaction of BTC-TESTNET'],
    ['no inputs', encode(psbt({ inputs: [] })), 'needs an input of the wallet'],
    ['an input of someone else', encode(psbt({ inputs: [input(), input({ index: 1, witnessUtxo: { script: foreign, amount: 1n } })] })), "in input 1 what is not the wallet's"],
    ['an input of which nothing is said', encode(psbt({ inputs: [{ txid: '11'.repeat(32), index: 0 }] })), 'does not say what input 0 spends'],
    ['an input twice', encode(psbt({ inputs: [input(), input()] })), 'spends in input 1 what it has spent before'],
    ['a signature', encode(signed), 'signed already'],
    ['everything done', encode(final), 'finalized already'],
    ['a hash type that leaves the outputs open', encode(psbt({ inputs: [input({ sighashType: 2 })] })), 'does not cover everything'],
    ['no outputs', encode(psbt({ outputs: [] })), 'needs an output'],
    ['more out than in', encode(psbt({ outputs: [{ script: own, amount: 100_001n }] })), 'pays out more'],
    ['more outputs than can be shown', encode(psbt({ outputs: Array.from({ length: 96 }, () => ({ script: own, amount: 294n })) })), 'at most 95'],
  ])('is refused with %s', async (_what, rawTransaction, words) => {
    const error = await refusal(() => read(rawTransaction));
    expect(error).toMatchObject({ code: 'transaction_invalid', details: [{ path: 'body/rawTransaction', code: 'transaction_invalid' }] });
    expect(error.message).toContain(words);
  });

  it('is refused as JSON', async () => {
    const error = await refusal(() => bitcoin.readTransaction({ chain, from, slot: {}, transaction: '{}' }));
    expect(error).toMatchObject({ code: 'unsupported_operation', details: [{ path: 'body/transaction' }] });
  });

  it('throws nothing but transaction_invalid, whatever it is given', async () => {
    const good = psbt().toPSBT();
    const bent = fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })).map(([at, byte]) => base64.encode(good.with(at, byte)));
    const bytes = fc.uint8Array({ maxLength: 60 }).map((data) => base64.encode(Uint8Array.of(...good.subarray(0, 5), ...data)));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), bytes, bent), async (raw) => {
        const outcome = await read(raw).then(async ({ unsigned }) => bitcoin.sign({ chain, from, unsigned, privateKey }), (error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toMatchObject({ name: 'ApiError', code: 'transaction_invalid' });
      }),
      { numRuns: 500 },
    );
  });
});

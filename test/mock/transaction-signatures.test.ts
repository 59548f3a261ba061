import { createHash } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { secp256k1 } from '@noble/curves/secp256k1.js';
import { base58, hex } from '@scure/base';
import { p2pkh, TEST_NETWORK, Transaction as BitcoinTransaction } from '@scure/btc-signer';
import {
  address,
  decompileTransactionMessage,
  getBase58Decoder,
  getBase64Encoder,
  getCompiledTransactionMessageDecoder,
  getPublicKeyFromAddress,
  getTransactionDecoder,
  verifySignature,
} from '@solana/kit';
import { decodeSignedTransaction, encodeTransaction } from 'near-api-js';
import {
  decodeFunctionData,
  erc20Abi,
  type Hex,
  keccak256,
  parseTransaction,
  recoverTransactionAddress,
  serializeTransaction,
  type TransactionSerializedEIP1559,
} from 'viem';
import { describe, expect, it } from 'vitest';
import { listUnspentCoins } from '../../mock/store/coins.ts';
import { bob, type CallBody, challengeOf, recipients, usdcAddress, useLedger } from './ledger-fixture.ts';
import { type Chain, required } from './mock-fixture.ts';

const ledger = useLedger();
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

/** A confirmed transfer with what was shown of it. */
async function confirmedTransfer(chain: Chain) {
  const { newWallet, tryTransfer } = ledger();
  const wallet = await newWallet(chain);
  const body = { walletId: wallet.id, destinationAddress: required(recipients[chain]), amounts: ['0.001'] };
  return { wallet, ...(await confirmed(challengeOf(await tryTransfer(body)))) };
}

async function confirmedCall(chain: Chain, call: Omit<CallBody, 'walletId'>) {
  const wallet = await ledger().newWallet(chain);
  return { wallet, ...(await confirmed(challengeOf(await ledger().tryCall({ walletId: wallet.id, ...call })))) };
}

async function confirmed(challenge: ReturnType<typeof challengeOf> & { display?: { payloadHash?: string } }) {
  const { sent, advanceTo, read } = ledger();
  const id = await sent(challenge);
  await advanceTo(id, 'confirmed');
  const { status, signedTransaction = '', transactionHash = '', signature, nonce } = await read(id);
  expect(status).toBe('confirmed');
  return { signedTransaction, transactionHash, signature, nonce, payloadHash: challenge.display?.payloadHash };
}

type Sent = Awaited<ReturnType<typeof confirmedTransfer>>;

describe('the bytes of a confirmed transaction on an EVM chain', () => {
  async function readByViem({ wallet, signedTransaction, transactionHash, payloadHash, signature }: Sent) {
    const serializedTransaction = signedTransaction as TransactionSerializedEIP1559;
    const { r, s, v, yParity, ...unsigned } = parseTransaction(serializedTransaction);
    expect(await recoverTransactionAddress({ serializedTransaction })).toBe(wallet.address);
    expect(keccak256(serializedTransaction)).toBe(transactionHash);
    expect(keccak256(serializeTransaction({ ...unsigned, type: 'eip1559' }))).toBe(payloadHash);
    expect([signature?.r, signature?.s]).toEqual([r, s]);
    return unsigned;
  }

  it('are a transfer that viem reads back, from the wallet, with the hashes that were shown', async () => {
    const transaction = await readByViem(await confirmedTransfer('ETH-SEPOLIA'));
    expect(transaction).toMatchObject({ chainId: 11155111, to: bob.toLowerCase(), value: 10n ** 15n, gas: 21_000n });
  });

  it('are a call that viem reads back, with the function and what it was given', async () => {
    const call = { contractAddress: usdcAddress, abiFunctionSignature: 'transfer(address,uint256)', abiParameters: [bob, '25'] };
    const transaction = await readByViem(await confirmedCall('BASE', call));
    expect(transaction).toMatchObject({ chainId: 8453, to: usdcAddress.toLowerCase() });
    expect(decodeFunctionData({ abi: erc20Abi, data: transaction.data as Hex })).toEqual({ functionName: 'transfer', args: [bob, 25n] });
  });
});

describe('the bytes of a confirmed transaction on Bitcoin', () => {
  it('spend the coins of the wallet with signatures that noble verifies, and pay what was asked for', async () => {
    const { newWallet, tryTransfer, mock } = ledger();
    const wallet = await newWallet('BTC-TESTNET');
    const coins = await listUnspentCoins(mock.context.db, 'BTC-TESTNET', wallet.address);
    const to = required(recipients['BTC-TESTNET']);
    // More than the largest coin has.
    const asked = challengeOf(await tryTransfer({ walletId: wallet.id, destinationAddress: to, amounts: ['0.0035'] }));
    const { signedTransaction, transactionHash, payloadHash } = await confirmed(asked);
    const transaction = BitcoinTransaction.fromRaw(hex.decode(signedTransaction));
    expect([transaction.id, `0x${transaction.id}`]).toEqual([transactionHash, payloadHash]);
    expect(transaction.getOutputAddress(0, TEST_NETWORK)).toBe(to);
    expect(transaction.getOutput(0).amount).toBe(350_000n);
    expect(transaction.getOutputAddress(1, TEST_NETWORK)).toBe(wallet.address);
    const key = hex.decode(wallet.publicKey);
    const { script } = p2pkh(key, TEST_NETWORK);
    expect(transaction.inputsLength).toBe(2);
    for (let index = 0; index < transaction.inputsLength; index += 1) {
      const { txid, finalScriptWitness } = transaction.getInput(index);
      const { amount } = required(coins.find((coin) => coin.txid === hex.encode(required(txid))));
      const [der = new Uint8Array(), spender] = finalScriptWitness ?? [];
      expect(spender).toEqual(key);
      const hash = transaction.preimageWitnessV0(index, script, 1, amount);
      expect(secp256k1.verify(der.subarray(0, -1), hash, key, { prehash: false, format: 'der' })).toBe(true);
    }
    const unspent = await listUnspentCoins(mock.context.db, 'BTC-TESTNET', wallet.address);
    expect(unspent).toContainEqual({ txid: transaction.id, vout: 1, amount: transaction.getOutput(1).amount });
  });
});

describe('the bytes of a confirmed transaction on Solana', () => {
  async function readByKit({ wallet, signedTransaction, transactionHash, payloadHash }: Sent) {
    const { messageBytes, signatures } = getTransactionDecoder().decode(getBase64Encoder().encode(signedTransaction));
    const signature = required(signatures[address(wallet.address)] ?? undefined);
    const key = await getPublicKeyFromAddress(address(wallet.address));
    expect(await verifySignature(key, signature, messageBytes)).toBe(true);
    expect(getBase58Decoder().decode(signature)).toBe(transactionHash);
    expect(`0x${sha256(Uint8Array.from(messageBytes)).toString('hex')}`).toBe(payloadHash);
    const message = decompileTransactionMessage(getCompiledTransactionMessageDecoder().decode(messageBytes));
    expect(message.feePayer.address).toBe(wallet.address);
    const { programAddress, accounts, data } = required(message.instructions.at(-1));
    return { programAddress, to: accounts?.[1]?.address, lamports: Buffer.from(data ?? []).readBigUInt64LE(4) };
  }

  const system = '1'.repeat(32);
  const to = required(recipients['SOL-TESTNET']);

  it('are a transfer that Solana’s own library reads back and verifies', async () => {
    expect(await readByKit(await confirmedTransfer('SOL-TESTNET'))).toEqual({ programAddress: system, to, lamports: 1_000_000n });
  });

  it('are a call that Solana’s own library reads back and verifies, and which moves the money', async () => {
    const call = { contractAddress: system, abiFunctionSignature: 'transfer(to,amount)', abiParameters: [to, '2000000'] };
    const made = await confirmedCall('SOL-TESTNET', call);
    expect(await readByKit(made)).toEqual({ programAddress: system, to, lamports: 2_000_000n });
    expect(Object.values(await ledger().balances(made.wallet.id))).toEqual(['0.49799']);
  });
});

describe('the bytes of a confirmed transaction on NEAR', () => {
  function readByNear({ wallet, signedTransaction, transactionHash, payloadHash, nonce }: Sent) {
    const { transaction, signature } = decodeSignedTransaction(Buffer.from(signedTransaction, 'base64'));
    const hash = sha256(encodeTransaction(transaction));
    expect([base58.encode(hash), `0x${hash.toString('hex')}`]).toEqual([transactionHash, payloadHash]);
    const signed = Uint8Array.from(signature.ed25519Signature?.data ?? []);
    expect(ed25519.verify(signed, hash, base58.decode(wallet.publicKey))).toBe(true);
    expect(transaction).toMatchObject({ signerId: wallet.address, nonce: BigInt(nonce ?? -1) });
    return transaction;
  }

  it('are a transfer that NEAR’s own library reads back, and noble verifies', async () => {
    const { receiverId, actions } = readByNear(await confirmedTransfer('NEAR-TESTNET'));
    expect(receiverId).toBe('grace.testnet');
    expect(actions.map(({ transfer }) => transfer?.deposit)).toEqual([10n ** 21n]);
  });

  it('are a call that NEAR’s own library reads back, and noble verifies', async () => {
    const call = {
      contractAddress: 'wrap.testnet',
      abiFunctionSignature: 'ft_transfer(receiver_id,amount)',
      abiParameters: ['grace.testnet', '5'],
      amount: '0.000000000000000000000001',
    };
    const { receiverId, actions } = readByNear(await confirmedCall('NEAR-TESTNET', call));
    expect(receiverId).toBe('wrap.testnet');
    const [{ functionCall } = {}] = actions;
    expect(functionCall).toMatchObject({ methodName: 'ft_transfer', deposit: 1n });
    expect(JSON.parse(Buffer.from(functionCall?.args ?? []).toString())).toEqual({ receiver_id: 'grace.testnet', amount: '5' });
  });
});

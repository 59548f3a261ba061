import { secp256k1 } from '@noble/curves/secp256k1.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { base64, hex } from '@scure/base';
import { CompactSize, Transaction } from '@scure/btc-signer';
import { ApiError } from '../api-error.ts';
import { fromBaseUnits, toBaseUnits } from './amounts.ts';
import { dust, dustOf, quoteBitcoinFees, scriptOf, sumOf } from './bitcoin-coins.ts';
import { readPsbt } from './bitcoin-psbt.ts';
import type { Chain } from './catalogue.ts';
import type { BuildRequest, ChainFamilyModule, Intent } from './family.ts';

/** BIP-125: below the highest two, so that a transaction with a higher fee may take its place. */
const replaceable = 0xfffffffd;

/** Bitcoin: P2WPKH transactions, as PSBTs until they are signed; BIP-137 messages. */
export const bitcoin: ChainFamilyModule = {
  async quoteFees({ chain, intent, coins = [] }) {
    const { to, amount } = requireTransfer(chain, intent);
    const least = dustOf(scriptOf(to));
    if (amount < least) {
      const { decimals, symbol } = chain.nativeToken;
      const text = fromBaseUnits(least, decimals);
      throw new ApiError('amount_invalid', {
        message: `The network of ${chain.id} does not pass on less than ${text} ${symbol} to such an address; send at least that.`,
        details: [{ path: 'body/amounts/0', code: 'amount_invalid', message: `must be at least ${text}` }],
      });
    }
    return quoteBitcoinFees(chain, { coins, amount, to });
  },

  async build(request) {
    const transaction = transactionOf(request);
    return { unsigned: base64.encode(transaction.toPSBT()), payloadHash: `0x${transaction.id}` };
  },

  /** The signature is that of the first coin, in DER with its hash type; the others are in the signed transaction. */
  async sign({ unsigned, privateKey }) {
    const transaction = Transaction.fromPSBT(base64.decode(unsigned), { lowR: true });
    for (let index = 0; index < transaction.inputsLength; index += 1) transaction.signIdx(privateKey, index);
    const signature = transaction.getInput(0).partialSig?.[0]?.[1];
    if (signature === undefined) throw new TypeError('A signed input has its signature');
    transaction.finalize();
    return {
      signedTransaction: transaction.hex,
      transactionHash: transaction.id,
      signature: { signature: base64.encode(signature) },
    };
  },

  async decodeCall(chain) {
    throw noContracts(chain);
  },

  async hashMessage(_chain, message) {
    return `0x${hex.encode(messageHash(message))}`;
  },

  /** BIP-137: the header byte says P2WPKH, 39, and which of the four keys. */
  async signMessage({ message, privateKey }) {
    const signature = secp256k1.sign(messageHash(message), privateKey, { prehash: false, format: 'recovered' });
    return { signature: base64.encode(Uint8Array.of(39 + (signature[0] ?? 0), ...signature.subarray(1))) };
  },

  async readTransaction(request) {
    if (request.rawTransaction === undefined) {
      throw new ApiError('unsupported_operation', {
        message: `On ${request.chain.id} send rawTransaction, a PSBT in Base64, instead of transaction.`,
        details: [{ path: 'body/transaction', code: 'unsupported_operation', message: `cannot be used on ${request.chain.id}` }],
      });
    }
    return readPsbt(request.chain, request.from, request.rawTransaction);
  },
};

function noContracts(chain: Chain): ApiError {
  return new ApiError('unsupported_operation', {
    message: `${chain.name} has no contracts and no tokens; this wallet is on ${chain.id}.`,
    details: [{ path: 'body/walletId', code: 'unsupported_operation', message: `is a wallet on ${chain.id}` }],
  });
}

function requireTransfer(chain: Chain, intent: Intent): Extract<Intent, { kind: 'native-transfer' }> {
  if (intent.kind !== 'native-transfer') throw noContracts(chain);
  return intent;
}

function transactionOf({ chain, from, intent, fee, slot }: BuildRequest): Transaction {
  const { to, amount } = requireTransfer(chain, intent);
  const { coins } = slot;
  const satoshi = toBaseUnits(fee.estimatedFee, chain.nativeToken.decimals);
  if (coins === undefined || satoshi === undefined) throw new TypeError('A Bitcoin transaction has coins and a fee');
  const change = sumOf(coins) - amount - satoshi;
  if (change < 0n || (change > 0n && change < dust)) {
    throw new RangeError('The coins do not fit the amount and the fee of the quote');
  }
  const transaction = new Transaction();
  const own = scriptOf(from.address);
  for (const coin of coins) {
    const witnessUtxo = { script: own, amount: coin.amount };
    transaction.addInput({ txid: coin.txid, index: coin.vout, sequence: replaceable, witnessUtxo });
  }
  transaction.addOutput({ script: scriptOf(to), amount });
  if (change > 0n) transaction.addOutput({ script: own, amount: change });
  return transaction;
}

/** The double SHA-256 of the message behind its prefix and length, as every Bitcoin wallet has it. */
function messageHash(message: Uint8Array): Uint8Array {
  const prefix = new TextEncoder().encode('\x18Bitcoin Signed Message:\n');
  return sha256(sha256(concatBytes(prefix, CompactSize.encode(BigInt(message.length)), message)));
}

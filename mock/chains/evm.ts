import { secp256k1 } from '@noble/curves/secp256k1.js';
import type { Hex } from 'viem';
import {
  bytesToHex,
  concat,
  hashMessage,
  hexToBytes,
  keccak256,
  numberToHex,
  parseTransaction,
  serializeTransaction,
} from 'viem/utils';
import { ApiError } from '../api-error.ts';
import { type ParsedCall, parseCall } from './evm-abi.ts';
import { estimateGas, quoteEvmFees } from './evm-fees.ts';
import { describeCall } from './evm-standard-calls.ts';
import { readEvmTransaction } from './evm-transaction.ts';
import type { BuildRequest, Call, ChainFamilyModule, Intent, Sender } from './family.ts';

/** EVM chains: EIP-1559 transactions, EIP-191 messages. */
export const evm: ChainFamilyModule = {
  async quoteFees({ chain, from, intent }) {
    return quoteEvmFees(chain, estimateGas(fieldsOf(intent, from)));
  },

  async build(request) {
    const unsigned = serializeTransaction(transactionOf(request));
    return { unsigned, payloadHash: keccak256(unsigned) };
  },

  async sign({ unsigned, privateKey }) {
    const signature = signHash(keccak256(hexOf(unsigned)), privateKey);
    const { r, s, v } = signature;
    const signedTransaction = serializeTransaction(parseTransaction(hexOf(unsigned)), { r, s, v: BigInt(v), yParity: v - 27 });
    return { signedTransaction, transactionHash: keccak256(signedTransaction), signature };
  },

  async decodeCall(_chain, intent, from, findToken) {
    const token = intent.kind === 'token-transfer' ? intent.token : await findToken?.(intent.contract);
    return describeCall(callOf(intent, from), token);
  },

  async hashMessage(_chain, message) {
    return hashMessage({ raw: message });
  },

  async signMessage({ message, privateKey }) {
    return signHash(hashMessage({ raw: message }), privateKey);
  },

  async readTransaction(request) {
    return readEvmTransaction(request);
  },
};

/** What the chain is told, whatever the intent. */
function fieldsOf(intent: Intent, from: Sender): { to: Hex; value: bigint; data: Hex } {
  switch (intent.kind) {
    case 'native-transfer':
      return { to: hexOf(intent.to), value: intent.amount, data: '0x' };
    case 'token-transfer':
      return { to: hexOf(intent.token.address), value: 0n, data: callOf(intent, from).data };
    case 'contract-call':
      return { to: hexOf(intent.contract), value: intent.amount, data: callOf(intent, from).data };
  }
}

function transactionOf({ chain, from, intent, fee, slot }: BuildRequest) {
  if (fee.family !== 'evm' || slot.nonce === undefined || chain.chainId === undefined) {
    throw new TypeError('An EVM transaction has a chain id, a nonce and a price of gas');
  }
  return {
    type: 'eip1559',
    chainId: chain.chainId,
    nonce: slot.nonce,
    gas: BigInt(fee.gasLimit),
    maxFeePerGas: BigInt(fee.maxFeePerGas),
    maxPriorityFeePerGas: BigInt(fee.maxPriorityFeePerGas),
    ...fieldsOf(intent, from),
  } as const;
}

function callOf(intent: Call, from: Sender): ParsedCall {
  if (intent.kind === 'contract-call') return parseCall(intent.signature, intent.parameters);
  const { to, token, items } = intent;
  switch (token.standard) {
    case 'erc20':
      return parseCall('transfer(address,uint256)', [to, String(theOne(items, token).amount)]);
    case 'erc721': {
      const item = theOne(items, token);
      if (item.amount !== 1n) throw notOne(token);
      return parseCall('safeTransferFrom(address,address,uint256)', [from.address, to, idOf(item, 0)]);
    }
    case 'erc1155': {
      const ids = items.map(idOf);
      const amounts = items.map(({ amount }) => String(amount));
      const [id, amount] = [ids[0], amounts[0]];
      if (ids.length === 1 && id !== undefined && amount !== undefined) {
        return parseCall('safeTransferFrom(address,address,uint256,uint256,bytes)', [from.address, to, id, amount, '0x']);
      }
      const lists = [JSON.stringify(ids), JSON.stringify(amounts)];
      return parseCall('safeBatchTransferFrom(address,address,uint256[],uint256[],bytes)', [from.address, to, ...lists, '0x']);
    }
    default:
      throw new ApiError('unsupported_operation', {
        message: `A token of the standard ${token.standard} cannot be transferred on an EVM chain.`,
        details: [{ path: 'body/tokenId', code: 'unsupported_operation', message: `is of the standard ${token.standard}` }],
      });
  }
}

type Item = Extract<Intent, { kind: 'token-transfer' }>['items'][number];

function theOne(items: readonly Item[], token: { standard: string; symbol: string }): Item {
  const [item, ...others] = items;
  if (item !== undefined && others.length === 0) return item;
  throw new ApiError('unsupported_operation', {
    message: `${token.symbol} (${token.standard}) moves one at a time: ask for a transfer for each.`,
    details: [{ path: 'body/amounts', code: 'unsupported_operation', message: 'must have 1 item' }],
  });
}

function notOne({ symbol }: { symbol: string }): ApiError {
  return new ApiError('amount_invalid', {
    message: `There is one of each ${symbol}: send the amount 1.`,
    details: [{ path: 'body/amounts/0', code: 'amount_invalid', message: 'must be 1' }],
  });
}

function idOf({ nftTokenId }: Item, index: number): string {
  if (nftTokenId !== undefined && /^\d{1,78}$/.test(nftTokenId) && BigInt(nftTokenId) < 2n ** 256n) return nftTokenId;
  const rule = 'must be a whole number from 0 to 2^256-1, the id of a token of the collection';
  throw new ApiError('validation_failed', {
    message: `nftTokenIds/${index} ${rule}.`,
    details: [{ path: `body/nftTokenIds/${index}`, code: nftTokenId === undefined ? 'required' : 'format', message: rule }],
  });
}

/** Signs a hash of 32 bytes. The result has r, s and v one after the other, and each by itself. */
export function signHash(hash: Hex, privateKey: Uint8Array) {
  const recovered = secp256k1.sign(hexToBytes(hash), privateKey, { prehash: false, format: 'recovered' });
  const r = bytesToHex(recovered.subarray(1, 33));
  const s = bytesToHex(recovered.subarray(33));
  const v = 27 + (recovered[0] ?? 0);
  return { signature: concat([r, s, numberToHex(v)]), r, s, v };
}

function hexOf(text: string): Hex {
  if (!text.startsWith('0x')) throw new TypeError('Hexadecimal text starts with 0x');
  return `0x${text.slice(2)}`;
}

import { base64, hex } from '@scure/base';
import { NETWORK, SigHash, TEST_NETWORK, Transaction } from '@scure/btc-signer';
import { ApiError } from '../api-error.ts';
import { fromBaseUnits } from './amounts.ts';
import { levelOfRate, scriptOf, vsizeOf } from './bitcoin-coins.ts';
import type { Chain } from './catalogue.ts';
import type { DisplayLine, ReadTransaction, Sender } from './family.ts';

/** As many as a challenge has lines for: what is not shown is not signed. */
const maxOutputs = 95;

/** Reads a PSBT that spends the wallet's coins and no others. Throws `transaction_invalid`. */
export function readPsbt(chain: Chain, from: Sender, rawTransaction: string): ReadTransaction {
  const transaction = decode(chain, rawTransaction);
  const own = hex.encode(scriptOf(from.address));
  const spent = requireOwnInputs(transaction, own, from);
  const outputs = outputsOf(transaction, chain);
  const fee = spent - outputs.reduce((sum, { amount }) => sum + amount, 0n);
  if (fee < 0n) throw invalid('pays out more than its inputs have');
  const { symbol, decimals } = chain.nativeToken;
  const text = (amount: bigint) => `${fromBaseUnits(amount, decimals)} ${symbol}`;
  const lines = outputs.flatMap(({ script, address, amount }): DisplayLine[] => {
    if (script === own) return [{ label: 'Back to this wallet', value: text(amount) }];
    return [{ label: 'To', value: address ?? `Script ${script}` }, { label: 'Amount', value: text(amount) }];
  });
  const vsize = vsizeOf(transaction.inputsLength, outputs.map(({ script }) => script.length / 2));
  return {
    unsigned: rawTransaction,
    payloadHash: `0x${transaction.id}`,
    lines: [{ label: 'From', value: from.address }, ...lines, ...lockTimeLine(transaction.lockTime)],
    fee: { amount: fromBaseUnits(fee, decimals), symbol, level: levelOfRate({ fee, vsize }) },
    recipients: outputs.flatMap(({ script, address }) => (script === own || address === undefined ? [] : [address])),
    warnings: [],
  };
}

function invalid(rule: string, cause?: unknown): ApiError {
  return new ApiError('transaction_invalid', {
    message: `rawTransaction ${rule}.`,
    details: [{ path: 'body/rawTransaction', code: 'transaction_invalid', message: rule }],
    cause,
  });
}

function decode(chain: Chain, rawTransaction: string): Transaction {
  try {
    const transaction = Transaction.fromPSBT(base64.decode(rawTransaction));
    // Computed here, because it fails for what no block could hold.
    if (/^[0-9a-f]{64}$/.test(transaction.id)) return transaction;
  } catch (error) {
    throw undecodable(chain, error);
  }
  throw undecodable(chain);
}

function undecodable(chain: Chain, cause?: unknown): ApiError {
  return new ApiError('transaction_invalid', {
    message: `rawTransaction is not a serialized transaction of ${chain.id}; send a PSBT in Base64.`,
    details: [{ path: 'body/rawTransaction', code: 'transaction_invalid', message: 'cannot be decoded' }],
    cause,
  });
}

/** What the inputs have, in satoshi. */
function requireOwnInputs(transaction: Transaction, own: string, from: Sender): bigint {
  if (transaction.inputsLength === 0) throw invalid('spends nothing: it needs an input of the wallet');
  const seen = new Set<string>();
  let spent = 0n;
  for (let index = 0; index < transaction.inputsLength; index += 1) {
    const input = transaction.getInput(index);
    if (input.finalScriptWitness !== undefined || input.finalScriptSig !== undefined) {
      throw invalid('is finalized already; send it unsigned');
    }
    if (input.partialSig !== undefined || input.tapKeySig !== undefined) throw invalid('is signed already; send it unsigned');
    const previous = input.witnessUtxo ?? input.nonWitnessUtxo?.outputs[input.index ?? 0];
    if (previous === undefined) throw invalid(`does not say what input ${index} spends: it needs its witnessUtxo`);
    if (hex.encode(previous.script) !== own || input.redeemScript !== undefined || input.witnessScript !== undefined) {
      throw invalid(`spends in input ${index} what is not the wallet's, ${from.address}`);
    }
    if (input.sighashType !== undefined && input.sighashType !== SigHash.ALL) {
      throw invalid(`wants a signature in input ${index} that does not cover everything: leave the hash type out, or use ALL`);
    }
    const outpoint = `${hex.encode(input.txid ?? new Uint8Array())}:${input.index}`;
    if (seen.has(outpoint)) throw invalid(`spends in input ${index} what it has spent before`);
    seen.add(outpoint);
    spent += previous.amount;
  }
  return spent;
}

function outputsOf(transaction: Transaction, chain: Chain) {
  const { outputsLength } = transaction;
  if (outputsLength === 0) throw invalid('pays nobody: it needs an output');
  if (outputsLength > maxOutputs) throw invalid(`has ${outputsLength} outputs; at most ${maxOutputs} can be shown`);
  return Array.from({ length: outputsLength }, (_, index) => {
    const { script, amount } = transaction.getOutput(index);
    if (script === undefined || amount === undefined) throw invalid(`does not say whom output ${index} pays, or how much`);
    const address = addressOf(transaction, index, chain);
    return { script: hex.encode(script), amount, address };
  });
}

function addressOf(transaction: Transaction, index: number, chain: Chain): string | undefined {
  try {
    return transaction.getOutputAddress(index, chain.testnet ? TEST_NETWORK : NETWORK);
  } catch {
    return undefined;
  }
}

/** BIP-65: below 500,000,000 a height, else seconds since 1970. */
function lockTimeLine(lockTime: number): DisplayLine[] {
  if (lockTime === 0) return [];
  return [{ label: 'Not before', value: lockTime < 500_000_000 ? `Block ${lockTime}` : new Date(lockTime * 1000).toISOString() }];
}

import { createHash } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { base64 } from '@scure/base';
import { serialize } from 'borsh';
import { SCHEMA } from 'near-api-js';
import { ApiError } from '../api-error.ts';
import { isValidAddress } from './address.ts';
import type { Chain } from './catalogue.ts';
import type { DecodedCall, DisplayLine, DisplayWarning, Sender } from './family.ts';
import { describeActions, publicKeyText, readBorsh, type NearAction, type NearPublicKey } from './near-actions.ts';

interface DelegateAction {
  senderId: string;
  receiverId: string;
  actions: NearAction[];
  nonce: bigint;
  maxBlockHeight: bigint;
  publicKey: NearPublicKey;
}

/** NEP-461: what is signed starts with 2^30 and the number of its proposal, so that it can be no transaction. */
const delegateActionTag = 2 ** 30 + 366;
const tag = serialize('u32', delegateActionTag);

/** A delegate action as its user is shown it. */
export interface ReadDelegateAction {
  /** `0x` and the SHA-256 of the tag and the borsh bytes: what is signed. */
  payloadHash: string;
  /** From `Signer` on: the line with the chain before them and the one with the note after them are the caller's. */
  lines: DisplayLine[];
  decodedCall?: DecodedCall;
  recipients: string[];
  /** The account that is called, if any. */
  contract?: string;
  warnings: DisplayWarning[];
}

function invalid(message: string, detail: string): ApiError {
  return new ApiError('delegate_action_invalid', {
    message,
    details: [{ path: 'body/unsignedDelegateAction', code: 'delegate_action_invalid', message: detail }],
  });
}

/** The borsh bytes without the tag, with which NEAR's own library writes them. */
function bytesOf(unsignedDelegateAction: string): Uint8Array {
  let bytes: Uint8Array;
  try {
    bytes = base64.decode(unsignedDelegateAction);
  } catch {
    throw invalid('unsignedDelegateAction is not Base64.', 'is not Base64');
  }
  return Buffer.compare(bytes.subarray(0, tag.length), tag) === 0 ? bytes.subarray(tag.length) : bytes;
}

function hashOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(tag).update(bytes).digest();
}

/** Reads a delegate action of the wallet's. Throws `delegate_action_invalid` for any other. */
export async function readDelegateAction({ chain, from, unsignedDelegateAction }: {
  chain: Chain;
  from: Sender;
  unsignedDelegateAction: string;
}): Promise<ReadDelegateAction> {
  const bytes = bytesOf(unsignedDelegateAction);
  const delegate = readBorsh<DelegateAction>(SCHEMA.DelegateAction, bytes);
  if (delegate === undefined) {
    throw invalid('unsignedDelegateAction is not a Base64 encoded NEAR delegate action.', 'cannot be decoded');
  }
  const { senderId, receiverId, actions, maxBlockHeight, publicKey } = delegate;
  if (senderId !== from.address) {
    throw invalid(`The delegate action is sent by ${senderId}, not by the wallet ${from.address}.`, 'has another sender');
  }
  if (publicKeyText(publicKey) !== `ed25519:${from.publicKey}`) {
    throw invalid(
      `The delegate action is for the key ${publicKeyText(publicKey)}, not for the wallet's, ed25519:${from.publicKey}.`,
      'has another key',
    );
  }
  if (!isValidAddress(chain.id, receiverId)) {
    throw invalid(`The receiver ${JSON.stringify(receiverId)} is no account on ${chain.id}.`, 'has an invalid receiver');
  }
  if (actions.length === 0) throw invalid('The delegate action has no actions.', 'has no actions');
  const described = describeActions(chain, receiverId, actions);
  if (described === undefined) {
    throw invalid(
      'The delegate action does more than can be shown to the customer, or has another delegate action in it.',
      'cannot be shown',
    );
  }
  const { gas: _relayerPays, lines, ...rest } = described;
  return {
    ...rest,
    payloadHash: `0x${hashOf(bytes).toString('hex')}`,
    lines: [
      { label: 'Signer', value: senderId },
      { label: 'Receiver', value: receiverId },
      ...lines,
      { label: 'Valid until block', value: maxBlockHeight.toString() },
    ],
  };
}

/** Signs a delegate action that was read before: what it says is not looked at again. The caller wipes the key. */
export async function signDelegateAction({ unsignedDelegateAction, privateKey }: {
  unsignedDelegateAction: string;
  privateKey: Uint8Array;
}): Promise<{ signedDelegateAction: string; signature: string }> {
  const bytes = bytesOf(unsignedDelegateAction);
  const signature = ed25519.sign(hashOf(bytes), privateKey);
  // The signature is an enum, of which ed25519 is the first.
  return {
    signedDelegateAction: base64.encode(Buffer.concat([bytes, Buffer.of(0), signature])),
    signature: base64.encode(signature),
  };
}

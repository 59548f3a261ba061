import { createHash } from 'node:crypto';
import { base58 } from '@scure/base';
import { deserialize, serialize, type Schema } from 'borsh';
import { fromBaseUnits } from './amounts.ts';
import type { Chain } from './catalogue.ts';
import type { DecodedCall, DisplayLine, DisplayWarning } from './family.ts';
import { decodeNearCall, receiverOf } from './near-call.ts';

type Bytes = ArrayLike<number>;

export type NearPublicKey =
  | { ed25519Key: { data: Bytes } }
  | { secp256k1Key: { data: Bytes } }
  | { mlDsa65Key: { data: Bytes } };

type Permission =
  | { functionCall: { allowance: bigint | null; receiverId: string; methodNames: string[] } }
  | { fullAccess: object };

/** An action as borsh has it: an object with one member, which names it. */
export type NearAction =
  | { createAccount: object }
  | { deployContract: { code: Bytes } }
  | { functionCall: { methodName: string; args: Bytes; gas: bigint; deposit: bigint } }
  | { transfer: { deposit: bigint } }
  | { stake: { stake: bigint; publicKey: NearPublicKey } }
  | { addKey: { publicKey: NearPublicKey; accessKey: { nonce: bigint; permission: Permission } } }
  | { deleteKey: { publicKey: NearPublicKey } }
  | { deleteAccount: { beneficiaryId: string } }
  | { signedDelegate: unknown }
  | { deployGlobalContract: { code: Bytes } }
  | { useGlobalContract: { contractIdentifier: { CodeHash: Bytes } | { AccountId: string } } };

/** Gas per action, as the mock's fee model has it: rather too much than too little. */
export const transferGas = 450_000_000_000n;
export const callGas = 2_500_000_000_000n;
/** What is attached to a call where the caller cannot say. */
export const attachedGas = 30_000_000_000_000n;
const otherGas = 8_000_000_000_000n;
const gasPerDeployedByte = 72_000_000n;
const teragasDecimals = 12;

/** The contract's limits for what is displayed, less the lines that callers add. */
const maxLines = 180;
const maxLineLength = 262_144;
const maxArgumentLength = 20_000;

/**
 * The value of exactly these borsh bytes; undefined for any others. The library does not mind bytes that are left over, or texts
 * that are not UTF-8, so what was read is written again and compared: no other reader can see anything else.
 */
export function readBorsh<Value extends object>(schema: Schema, bytes: Uint8Array): Value | undefined {
  try {
    const value = deserialize(schema, bytes) as Value;
    return Buffer.compare(serialize(schema, value), bytes) === 0 ? value : undefined;
  } catch {
    return undefined;
  }
}

/** As NEAR writes keys: the curve, a colon, base58. */
export function publicKeyText(key: NearPublicKey): string {
  const [curve, { data }] =
    'ed25519Key' in key
      ? (['ed25519', key.ed25519Key] as const)
      : 'secp256k1Key' in key
        ? (['secp256k1', key.secp256k1Key] as const)
        : (['ml-dsa-65', key.mlDsa65Key] as const);
  return `${curve}:${base58.encode(Uint8Array.from(data))}`;
}

function textOf(bytes: Bytes): string {
  const array = Uint8Array.from(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(array);
  } catch {
    return `0x${Buffer.from(array).toString('hex')}`;
  }
}

function sha256Hex(bytes: Bytes): string {
  return createHash('sha256').update(Uint8Array.from(bytes)).digest('hex');
}

/** What the actions do, for the user. */
export interface DescribedActions {
  lines: DisplayLine[];
  recipients: string[];
  contract?: string;
  warnings: DisplayWarning[];
  decodedCall?: DecodedCall;
  /** The highest amount that the actions can use. */
  gas: bigint;
}

type Description = Omit<DescribedActions, 'decodedCall' | 'contract'> & { calls: (DecodedCall | undefined)[] };

function warn(description: Description, message: string): void {
  description.warnings.push({ code: 'account_control', message });
}

function describeKey(key: NearPublicKey, permission: Permission, near: (amount: bigint) => string, description: Description): void {
  const text = publicKeyText(key);
  if ('fullAccess' in permission) {
    description.lines.push({ label: 'Public key', value: text }, { label: 'Access', value: 'Everything' });
    warn(description, `Whoever has the key ${text} will be able to do everything with this account.`);
    return;
  }
  const { allowance, receiverId, methodNames } = permission.functionCall;
  description.lines.push(
    { label: 'Public key', value: text },
    { label: 'Access', value: `Call ${methodNames.length === 0 ? 'any function' : methodNames.join(', ')} of ${receiverId}` },
    { label: 'Allowance', value: allowance === null ? 'Unlimited' : near(allowance) },
  );
  warn(description, `Whoever has the key ${text} will be able to call ${receiverId} from this account.`);
}

function describeAction(action: NearAction, receiverId: string, near: (amount: bigint) => string, description: Description): void {
  const { lines } = description;
  const add = (label: string, value: string) => lines.push({ label, value });
  if ('transfer' in action) {
    description.gas += transferGas;
    add('Action', 'Transfer');
    add('Amount', near(action.transfer.deposit));
    return;
  }
  if ('functionCall' in action) {
    const { methodName, args, gas, deposit } = action.functionCall;
    const call = { methodName, args: textOf(args) };
    description.gas += callGas + gas;
    add('Action', `Call ${methodName}`);
    add('Arguments', call.args);
    add('Gas', `${fromBaseUnits(gas, teragasDecimals)} Tgas`);
    add('Deposit', near(deposit));
    const decoded = decodeNearCall(call);
    const receiver = decoded === undefined ? undefined : receiverOf(call, decoded);
    description.calls.push(decoded);
    if (receiver !== undefined) description.recipients.push(receiver);
    return;
  }
  description.gas += otherGas;
  if ('createAccount' in action) add('Action', 'Create account');
  else if ('deployContract' in action || 'deployGlobalContract' in action) {
    const { code } = 'deployContract' in action ? action.deployContract : action.deployGlobalContract;
    description.gas += BigInt(code.length) * gasPerDeployedByte;
    add('Action', 'deployContract' in action ? 'Deploy contract' : 'Deploy global contract');
    add('Code', `${code.length} bytes, SHA-256 ${sha256Hex(code)}`);
    warn(description, `New code will decide what happens with what ${receiverId} holds.`);
  } else if ('stake' in action) {
    add('Action', 'Stake');
    add('Amount', near(action.stake.stake));
    add('Public key', publicKeyText(action.stake.publicKey));
  } else if ('addKey' in action) {
    add('Action', 'Add key');
    describeKey(action.addKey.publicKey, action.addKey.accessKey.permission, near, description);
  } else if ('deleteKey' in action) {
    add('Action', 'Delete key');
    add('Public key', publicKeyText(action.deleteKey.publicKey));
    warn(description, `The key ${publicKeyText(action.deleteKey.publicKey)} will have no access any more. Without a key the account is lost.`);
  } else if ('deleteAccount' in action) {
    add('Action', 'Delete account');
    add('Beneficiary', action.deleteAccount.beneficiaryId);
    description.recipients.push(action.deleteAccount.beneficiaryId);
    warn(description, `The account ${receiverId} will be deleted, and what it holds goes to ${action.deleteAccount.beneficiaryId}.`);
  } else if ('useGlobalContract' in action) {
    const { contractIdentifier: identifier } = action.useGlobalContract;
    add('Action', 'Use global contract');
    add('Code', 'AccountId' in identifier ? identifier.AccountId : `SHA-256 ${Buffer.from(Uint8Array.from(identifier.CodeHash)).toString('hex')}`);
    warn(description, `New code will decide what happens with what ${receiverId} holds.`);
  }
}

/**
 * Everything that the actions do. Undefined when it cannot be shown whole: nobody should sign what they cannot read, nor a
 * delegate action that is wrapped in another transaction.
 */
export function describeActions(chain: Chain, receiverId: string, actions: readonly NearAction[]): DescribedActions | undefined {
  const { decimals, symbol } = chain.nativeToken;
  const near = (amount: bigint) => `${fromBaseUnits(amount, decimals)} ${symbol}`;
  const description: Description = { lines: [], recipients: [receiverId], warnings: [], calls: [], gas: 0n };
  for (const action of actions) {
    if ('signedDelegate' in action) return undefined;
    describeAction(action, receiverId, near, description);
    if (description.lines.length > maxLines) return undefined;
  }
  if (description.lines.some(({ value }) => value.length > maxLineLength)) return undefined;
  const { calls, recipients, warnings, ...rest } = description;
  const [call, ...others] = calls;
  const deduplicated = warnings.filter(({ message }, at) => warnings.findIndex((warning) => warning.message === message) === at);
  return {
    ...rest,
    recipients: [...new Set(recipients)],
    // The contract's limit of warnings; all of them say that control is given away.
    warnings: deduplicated.slice(0, 15),
    ...(calls.length === 0 ? {} : { contract: receiverId }),
    ...(call === undefined || others.length > 0 || !fitsDisplay(call) ? {} : { decodedCall: call }),
  };
}

/** Whether the decoded call keeps to the contract's limits; its arguments are among the lines anyway. */
function fitsDisplay(call: DecodedCall): boolean {
  return (
    call.function.length <= 1024 &&
    call.arguments.length <= 100 &&
    call.arguments.every(({ name = '', value }) => name.length <= 256 && value.length <= maxArgumentLength)
  );
}

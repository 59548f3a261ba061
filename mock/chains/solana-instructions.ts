import {
  ASSOCIATED_TOKEN_PROGRAM,
  isOnCurve,
  parseInstruction,
  SYS_PROGRAM,
  sys,
  token as splToken,
  tokenAddress,
  TOKEN_PROGRAM,
  type Instruction,
} from 'micro-sol-signer';
import { ApiError } from '../api-error.ts';
import { isValidAddress } from './address.ts';
import { fromBaseUnits } from './amounts.ts';
import type { Call, DecodedCall, DisplayLine, DisplayWarning, FindToken, Intent } from './family.ts';

const computeBudgetProgram = 'ComputeBudget111111111111111111111111111111';
const memoPrograms = ['MemoSq4gqABAXKb96qnH8TysNcWxMyWCqXgDLGmfcHr', 'Memo1UhkJRfHyvLMcVucJwxXeuD728EqVDDwQDxFMNo'];
const programNames = new Map([
  [SYS_PROGRAM, 'System Program'],
  [TOKEN_PROGRAM, 'Token Program'],
  [ASSOCIATED_TOKEN_PROGRAM, 'Associated Token Account Program'],
  [computeBudgetProgram, 'Compute Budget Program'],
]);

const maxU64 = 2n ** 64n - 1n;

/** What the chain charges for one signature, in lamports. */
export const lamportsPerSignature = 5000n;
/** The compute units that a transaction of ours asks for: more than opening a token account and a transfer take. */
const computeUnitLimit = 200_000n;
/** What the chain gives to an instruction where a transaction does not ask, and the most that it gives to all. */
const defaultComputeUnits = 200_000n;
const maxComputeUnits = 1_400_000n;
/** The price of a compute unit is in millionths of a lamport. */
const microLamports = 1_000_000n;

/** The instructions of the Compute Budget program: its number, then the value in little-endian order. */
const setComputeUnitLimit = 2;
const setComputeUnitPrice = 3;

/**
 * The instructions that offer `lamports` in all for a transaction with one signature: a limit and a price of compute units
 * whose product is what is left after the signature. None when nothing is left.
 */
export function computeBudget(lamports: bigint): Instruction[] {
  const price = ((lamports - lamportsPerSignature) * microLamports) / computeUnitLimit;
  if (price <= 0n) return [];
  const limitData = Buffer.alloc(5);
  limitData.writeUInt8(setComputeUnitLimit);
  limitData.writeUInt32LE(Number(computeUnitLimit), 1);
  const priceData = Buffer.alloc(9);
  priceData.writeUInt8(setComputeUnitPrice);
  priceData.writeBigUInt64LE(price, 1);
  return [limitData, priceData].map((data) => ({ program: computeBudgetProgram, keys: [], data: Uint8Array.from(data) }));
}

function readComputeBudget({ program, data }: Instruction): { limit: bigint } | { price: bigint } | undefined {
  if (program !== computeBudgetProgram) return undefined;
  const bytes = Buffer.from(data);
  if (bytes[0] === setComputeUnitLimit && bytes.length === 5) return { limit: BigInt(bytes.readUInt32LE(1)) };
  if (bytes[0] === setComputeUnitPrice && bytes.length === 9) return { price: bytes.readBigUInt64LE(1) };
  return undefined;
}

/** The most that a transaction with one signature can cost, in lamports. */
export function lamportsOf(instructions: readonly Instruction[]): bigint {
  let asked: bigint | undefined;
  let price = 0n;
  let others = 0n;
  for (const instruction of instructions) {
    const setting = readComputeBudget(instruction);
    if (setting === undefined) others += 1n;
    else if ('limit' in setting) asked = setting.limit;
    else price = setting.price;
  }
  const wanted = asked ?? others * defaultComputeUnits;
  const units = wanted < maxComputeUnits ? wanted : maxComputeUnits;
  return lamportsPerSignature + (units * price + microLamports - 1n) / microLamports;
}

function checkU64(amount: bigint, path: string): bigint {
  if (amount >= 0n && amount <= maxU64) return amount;
  throw new ApiError('amount_invalid', {
    message: `Amounts on Solana are at most ${maxU64} base units; this is ${amount}.`,
    details: [{ path, code: 'amount_invalid', message: 'is too large for the chain' }],
  });
}

/** The account that holds an owner's tokens of a mint. */
function associatedAccount(mint: string, owner: string): string {
  return tokenAddress(mint, owner, true);
}

/** Opens the token account of an owner at the payer's cost, or does nothing where it exists: CreateIdempotent. */
function createAssociatedAccount(payer: string, owner: string, mint: string): Instruction {
  const account = (address: string, sign: boolean, write: boolean) => ({ address, sign, write });
  return {
    program: ASSOCIATED_TOKEN_PROGRAM,
    keys: [
      account(payer, true, true),
      account(associatedAccount(mint, owner), false, true),
      account(owner, false, false),
      account(mint, false, false),
      account(SYS_PROGRAM, false, false),
      account(TOKEN_PROGRAM, false, false),
    ],
    data: Uint8Array.of(1),
  };
}

function transferTokens(from: string, intent: Extract<Intent, { kind: 'token-transfer' }>): Instruction[] {
  const { to, token, items } = intent;
  const [item, ...more] = items;
  if (item === undefined || more.length > 0) {
    throw new ApiError('unsupported_operation', {
      message: 'A Solana token is transferred in one amount; ask for a transfer of its own for each.',
      details: [{ path: 'body/amounts', code: 'unsupported_operation', message: 'must have 1 item' }],
    });
  }
  const single = token.standard === 'non_fungible';
  if (single && item.amount !== 1n) {
    throw new ApiError('amount_invalid', {
      message: `${token.symbol} is one token that cannot be divided: its amount is 1.`,
      details: [{ path: 'body/amounts/0', code: 'amount_invalid', message: 'must be 1' }],
    });
  }
  // Tokens that are sent to an address without a private key are lost unless a program knows them. Only a program's own
  // user can tell, so a wallet refuses.
  if (!isOnCurve(to)) {
    throw new ApiError('address_invalid', {
      message: `${to} is no wallet: it has no private key. Give the wallet's address, not that of its token account.`,
      details: [{ path: 'body/destinationAddress', code: 'address_invalid', message: 'is not the address of a wallet' }],
    });
  }
  return [
    createAssociatedAccount(from, to, token.address),
    splToken.transferChecked({
      source: associatedAccount(token.address, from),
      mint: token.address,
      destination: associatedAccount(token.address, to),
      owner: from,
      amount: checkU64(item.amount, 'body/amounts/0'),
      decimals: single ? 0 : token.decimals,
    }),
  ];
}

type ArgumentType = 'Pubkey' | 'u64';

interface KnownFunction {
  parameters: Record<string, ArgumentType>;
  instruction: (wallet: string, address: (name: string) => string, amount: (name: string) => bigint) => Instruction;
}

/** The programs that can be called. A program says nowhere on the chain what it takes, so each is known or is not. */
const knownFunctions: Record<string, Record<string, KnownFunction>> = {
  [SYS_PROGRAM]: {
    transfer: {
      parameters: { to: 'Pubkey', amount: 'u64' },
      instruction: (source, address, amount) =>
        sys.transfer({ source, destination: address('to'), lamports: amount('amount') }),
    },
  },
  [TOKEN_PROGRAM]: {
    approve: {
      parameters: { source: 'Pubkey', delegate: 'Pubkey', amount: 'u64' },
      instruction: (owner, address, amount) =>
        splToken.approve({ account: address('source'), delegate: address('delegate'), owner, amount: amount('amount') }),
    },
    revoke: {
      parameters: { source: 'Pubkey' },
      instruction: (owner, address) => splToken.revoke({ account: address('source'), owner }),
    },
  },
};

function abiError(path: 'abiFunctionSignature' | 'abiParameters' | `abiParameters/${number}`, message: string, detail: string) {
  return new ApiError('abi_invalid', { message, details: [{ path: `body/${path}`, code: 'abi_invalid', message: detail }] });
}

interface NamedCall {
  known: KnownFunction;
  name: string;
  values: Map<string, string>;
}

function readCall({ contract, signature, parameters, amount }: Extract<Intent, { kind: 'contract-call' }>): NamedCall {
  const functions = knownFunctions[contract];
  if (functions === undefined) {
    const names = Object.keys(knownFunctions).map((address) => `the ${programNames.get(address)} (${address})`);
    throw new ApiError('unsupported_operation', {
      message:
        `Calls of the program ${contract} cannot be encoded from names. Known are ${names.join(' and ')}; ` +
        'for any other, build the message yourself and have it signed as rawTransaction.',
      details: [{ path: 'body/contractAddress', code: 'unsupported_operation', message: 'is not a known program' }],
    });
  }
  if (amount !== 0n) {
    throw new ApiError('amount_invalid', {
      message: 'A call on Solana takes no SOL along; leave amount out, or transfer it.',
      details: [{ path: 'body/amount', code: 'amount_invalid', message: 'must be 0 on Solana' }],
    });
  }
  const forms = Object.entries(functions).map(([name, known]) => `${name}(${Object.keys(known.parameters).join(',')})`);
  const [, name = '', list = ''] = /^([^(]*)\(([\s\S]*)\)$/.exec(signature) ?? [];
  const names = list.trim() === '' ? [] : list.split(',').map((part) => part.trim());
  const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (known === undefined || names.toSorted().join() !== Object.keys(known.parameters).toSorted().join()) {
    throw abiError(
      'abiFunctionSignature',
      `The ${programNames.get(contract)} is called as ${forms.join(' or ')}, not as ${signature}.`,
      'is not a known function',
    );
  }
  if (parameters.length !== names.length) {
    throw abiError(
      'abiParameters',
      `abiParameters has ${parameters.length} ${parameters.length === 1 ? 'value' : 'values'}, but ${signature} takes ${names.length}.`,
      `must have ${names.length} ${names.length === 1 ? 'item' : 'items'}`,
    );
  }
  const values = new Map<string, string>();
  names.forEach((parameter, position) => {
    const value = parameters[position] ?? '';
    const path = `abiParameters/${position}` as const;
    if (known.parameters[parameter] === 'Pubkey') {
      if (!isValidAddress('SOL', value)) {
        throw abiError(path, `${parameter} must be a Solana address, not ${JSON.stringify(value)}.`, 'is not an address');
      }
    } else if (!/^\d{1,20}$/.test(value) || BigInt(value) > maxU64) {
      throw abiError(path, `${parameter} must be a whole number of base units up to ${maxU64}.`, 'is not a u64');
    }
    values.set(parameter, value);
  });
  return { known, name, values };
}

/** What the intent does on the chain, without what it pays. Throws the errors of the contract for what cannot be done. */
export function instructionsOf(from: string, intent: Intent): Instruction[] {
  switch (intent.kind) {
    case 'native-transfer': {
      const lamports = checkU64(intent.amount, 'body/amounts/0');
      return [sys.transfer({ source: from, destination: intent.to, lamports })];
    }
    case 'token-transfer':
      return transferTokens(from, intent);
    case 'contract-call': {
      const { known, values } = readCall(intent);
      const value = (name: string) => values.get(name) ?? '';
      return [known.instruction(from, value, (name) => BigInt(value(name)))];
    }
  }
}

/** The call in the words of the one who asked for it; a token transfer in those of the Token program. */
export function decodeSolanaCall(from: string, intent: Call): DecodedCall {
  if (intent.kind === 'token-transfer') {
    const call = transferTokens(from, intent).map(parseKnown).findLast((parsed) => parsed !== undefined);
    if (call === undefined) throw new Error('A token transfer is an instruction of the Token program');
    return callOf(call);
  }
  const { known, name, values } = readCall(intent);
  return {
    function: `${name}(${[...values.keys()].join(',')})`,
    arguments: Array.from(values, ([parameter, value]) => ({
      name: parameter,
      type: known.parameters[parameter] ?? 'Pubkey',
      value,
    })),
  };
}

interface Parsed {
  program: string;
  type: string;
  info: Record<string, unknown>;
}

/** An instruction of the System or the Token program with its accounts and values by name. */
function parseKnown(instruction: Instruction): Parsed | undefined {
  if (instruction.program !== SYS_PROGRAM && instruction.program !== TOKEN_PROGRAM) return undefined;
  try {
    const { type, info } = parseInstruction(instruction, {}) as Omit<Parsed, 'program'>;
    return { program: instruction.program, type, info };
  } catch {
    // The library knows neither every instruction nor the forms with several signers.
    return undefined;
  }
}

function shown(value: unknown): { type: string; value: string } {
  if (typeof value === 'bigint') return { type: 'u64', value: value.toString() };
  if (typeof value === 'number') return { type: 'u8', value: String(value) };
  if (typeof value === 'string' && isValidAddress('SOL', value)) return { type: 'Pubkey', value };
  return { type: 'String', value: value === undefined ? 'none' : String(value) };
}

/** Accounts first, as the program lists them, then the values. */
function callOf({ type, info }: Parsed): DecodedCall {
  const all = Object.entries(info).map(([name, value]) => ({ name, ...shown(value) }));
  const ordered = [...all.filter(({ type: kind }) => kind === 'Pubkey'), ...all.filter(({ type: kind }) => kind !== 'Pubkey')];
  return { function: `${type}(${ordered.map(({ name }) => name).join(',')})`, arguments: ordered };
}

export interface Description {
  lines: DisplayLine[];
  recipients: string[];
  warnings: DisplayWarning[];
  /** The programs that are called, other than those that only pay and prepare. */
  programs: string[];
  decodedCall?: DecodedCall;
}

/** Everything that the instructions do, for the user. */
export async function describeInstructions(
  wallet: string,
  instructions: readonly Instruction[],
  findToken: FindToken | undefined,
): Promise<Description> {
  const description: Description = { lines: [], recipients: [], warnings: [], programs: [] };
  const owners = tokenAccountOwners(instructions);
  const calls: DecodedCall[] = [];
  for (const instruction of instructions) {
    if (readComputeBudget(instruction) !== undefined) continue;
    const opened = readCreateAccount(instruction);
    if (opened !== undefined) {
      description.lines.push({ label: 'Token account opened for', value: opened.owner });
      continue;
    }
    const parsed = parseKnown(instruction);
    if (parsed === undefined) describeUnknown(instruction, description);
    else if (!describeSol(wallet, parsed, description)) {
      calls.push(callOf(parsed));
      if (!(await describeTokens(wallet, parsed, owners, findToken, description))) describeParsed(parsed, description);
    }
  }
  const [call, ...others] = calls;
  if (call !== undefined && others.length === 0) description.decodedCall = call;
  // Nobody is a stranger to themselves.
  description.recipients = [...new Set(description.recipients)].filter((recipient) => recipient !== wallet);
  return description;
}

function readCreateAccount({ program, keys, data }: Instruction): { account: string; owner: string } | undefined {
  // Create has no data or a zero, CreateIdempotent a one.
  if (program !== ASSOCIATED_TOKEN_PROGRAM || data.length > 1 || (data[0] ?? 0) > 1) return undefined;
  const [, account, owner, mint] = keys.map(({ address }) => address);
  if (account === undefined || owner === undefined || mint === undefined) return undefined;
  return associatedAccount(mint, owner) === account ? { account, owner } : undefined;
}

/** Whose the token accounts are, as far as the transaction itself proves it. */
function tokenAccountOwners(instructions: readonly Instruction[]): Map<string, string> {
  const opened = instructions.flatMap((instruction) => readCreateAccount(instruction) ?? []);
  return new Map(opened.map(({ account, owner }) => [account, owner]));
}

function describeSol(wallet: string, { program, type, info }: Parsed, description: Description): boolean {
  const { source, destination, lamports } = info;
  if (program !== SYS_PROGRAM || type !== 'transfer' || source !== wallet) return false;
  if (typeof destination !== 'string' || typeof lamports !== 'bigint') return false;
  description.lines.push(
    { label: 'To', value: destination },
    { label: 'Amount', value: `${fromBaseUnits(lamports, 9)} SOL` },
  );
  description.recipients.push(destination);
  return true;
}

async function describeTokens(
  wallet: string,
  { program, type, info }: Parsed,
  owners: Map<string, string>,
  findToken: FindToken | undefined,
  description: Description,
): Promise<boolean> {
  const { mint, destination, owner, amount, decimals } = info;
  if (program !== TOKEN_PROGRAM || type !== 'transferChecked' || owner !== wallet) return false;
  if (typeof mint !== 'string' || typeof destination !== 'string') return false;
  if (typeof amount !== 'bigint' || typeof decimals !== 'number') return false;
  const token = await findToken?.(mint);
  const receiver = owners.get(destination);
  description.lines.push(
    { label: receiver === undefined ? 'To token account' : 'To', value: receiver ?? destination },
    { label: 'Amount', value: `${fromBaseUnits(amount, decimals)} ${token?.symbol ?? 'tokens'}` },
    { label: 'Token contract', value: mint },
  );
  description.recipients.push(receiver ?? destination);
  return true;
}

function unlimitedApproval(delegate: string, account: string): DisplayWarning {
  return { code: 'unlimited_approval', message: `${delegate} will be able to take all the tokens of ${account}, now and later.` };
}

function describeParsed(parsed: Parsed, description: Description): void {
  const { program, type, info } = parsed;
  description.programs.push(program);
  description.lines.push(
    { label: 'Program', value: `${programNames.get(program)} (${program})` },
    { label: 'Instruction', value: type },
    ...callOf(parsed).arguments.map(({ name = '', value }) => ({ label: name, value })),
  );
  if ((type === 'approve' || type === 'approveChecked') && info.amount === maxU64) {
    description.warnings.push(unlimitedApproval(String(info.delegate), String(info.account ?? info.source)));
  }
  for (const receiver of [info.destination, info.dest, info.delegate]) {
    if (typeof receiver === 'string') description.recipients.push(receiver);
  }
  if (type === 'setAuthority' || type === 'assign' || type === 'authorizeNonce') {
    description.warnings.push({
      code: 'account_control',
      message: `Control of ${String(info.account ?? info.nonceAccount)} goes to ${String(info.newAuthority ?? info.owner ?? info.newAuthorized ?? 'nobody')}.`,
    });
  }
}

function describeUnknown({ program, keys, data }: Instruction, description: Description): void {
  const bytes = Buffer.from(data);
  if (memoPrograms.includes(program)) {
    description.lines.push({ label: 'Memo', value: bytes.toString('utf8') });
    return;
  }
  const name = programNames.get(program);
  const accounts = keys.map(({ address, sign, write }) => {
    const marks = [sign ? 'signs' : '', write ? 'may change' : ''].filter((mark) => mark !== '');
    return marks.length === 0 ? address : `${address} (${marks.join(', ')})`;
  });
  description.programs.push(program);
  description.recipients.push(program);
  description.lines.push(
    { label: 'Program', value: name === undefined ? program : `${name} (${program})` },
    { label: 'Accounts', value: accounts.join('\n') },
    { label: 'Data', value: `0x${bytes.toString('hex')}` },
  );
  if (name === undefined) {
    description.warnings.push({
      code: 'unknown_contract',
      message: `What the program ${program} does with this is not known.`,
    });
  }
}

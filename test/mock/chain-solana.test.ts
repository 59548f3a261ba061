import { createHash } from 'node:crypto';
import {
  address,
  appendTransactionMessageInstructions,
  type Blockhash,
  compileTransactionMessage,
  createTransactionMessage,
  decompileTransactionMessage,
  getAddressEncoder,
  getBase58Decoder,
  getBase58Encoder,
  getBase64Encoder,
  getCompiledTransactionMessageDecoder,
  getCompiledTransactionMessageEncoder,
  getProgramDerivedAddress,
  getPublicKeyFromAddress,
  getTransactionDecoder,
  type Instruction,
  pipe,
  setTransactionMessageFeePayer,
  setTransactionMessageLifetimeUsingBlockhash,
  type SignatureBytes,
  verifySignature,
} from '@solana/kit';
import { parse } from 'yaml';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ApiError } from '../../mock/api-error.ts';
import type { FeeLevel, Intent, TokenInfo } from '../../mock/chains/family.ts';
import { loadFamily } from '../../mock/chains/families.ts';
import { castWallet, refusal } from './chain-examples.ts';

const { chain, from, privateKey } = await castWallet('SOL-TESTNET');
const solana = await loadFamily(chain);
const bob = (await castWallet(chain.id, 1)).from.address;
const blockHash = getBase58Decoder().decode(createHash('sha256').update('a recent blockhash').digest());
const slot = { blockHash };
const levels: FeeLevel[] = ['low', 'medium', 'high'];

const systemProgram = '11111111111111111111111111111111';
const tokenProgram = 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA';
const accountProgram = 'ATokenGPvbdGVxr1b2hvZbsiqW5xWH25efTNsLJA8knL';
const budgetProgram = 'ComputeBudget111111111111111111111111111111';
const usdc: TokenInfo = { standard: 'fungible', address: '4zMMC9srt5Ri5X14GAgXhaHii3GnPAEERYPJgZJDncDU', symbol: 'USDC', decimals: 6 };

function example(name: string) {
  return parse(readFileSync(new URL(`../../openapi/examples/${name}.yaml`, import.meta.url), 'utf8')).value;
}

const nativeTransfer: Intent = { kind: 'native-transfer', to: bob, amount: 250_000_000n };
const tokenTransfer: Intent = { kind: 'token-transfer', to: bob, token: usdc, items: [{ amount: 25_000_000n }] };
const call = (contract: string, signature: string, parameters: string[], amount = 0n): Intent => ({
  kind: 'contract-call',
  contract,
  signature,
  parameters,
  amount,
});

async function buildAndSign(intent: Intent, level: FeeLevel = 'medium') {
  const fees = await solana.quoteFees({ chain, from, intent });
  const unsigned = await solana.build({ chain, from, intent, fee: fees[level], slot });
  const signed = await solana.sign({ chain, from, unsigned: unsigned.unsigned, privateKey });
  return { ...unsigned, ...signed };
}

/** Everything below reads with Solana's own library what the mock wrote. */
async function readSigned(signedTransaction: string) {
  const { messageBytes, signatures } = getTransactionDecoder().decode(getBase64Encoder().encode(signedTransaction));
  const message = decompileTransactionMessage(getCompiledTransactionMessageDecoder().decode(messageBytes));
  const signature = signatures[address(from.address)];
  if (signature === null || signature === undefined) throw new Error('The wallet has not signed');
  const key = await getPublicKeyFromAddress(address(from.address));
  return { message, messageBytes, signatures, signature, verified: await verifySignature(key, signature, messageBytes) };
}

const u64 = (data: Instruction['data'], at: number) => Buffer.from(data ?? []).readBigUInt64LE(at);

async function tokenAccount(owner: string) {
  const seeds = [owner, tokenProgram, usdc.address].map((seed) => getAddressEncoder().encode(address(seed)));
  return (await getProgramDerivedAddress({ programAddress: address(accountProgram), seeds }))[0];
}

function messageOf(instructions: Instruction[], options: { version?: 0 | 'legacy'; payer?: string } = {}): string {
  const { version = 'legacy', payer = from.address } = options;
  const message = pipe(
    createTransactionMessage({ version }),
    (empty) => setTransactionMessageFeePayer(address(payer), empty),
    (paid) =>
      setTransactionMessageLifetimeUsingBlockhash({ blockhash: blockHash as Blockhash, lastValidBlockHeight: 1n }, paid),
    (timed) => appendTransactionMessageInstructions(instructions, timed),
  );
  return Buffer.from(getCompiledTransactionMessageEncoder().encode(compileTransactionMessage(message))).toString('base64');
}

const writable = { read: 0, write: 1, readSigned: 2, writeSigned: 3 } as const;

function solTransfer(to: string, lamports: bigint, source = from.address): Instruction {
  const data = Buffer.alloc(12);
  data.writeUInt32LE(2);
  data.writeBigUInt64LE(lamports, 4);
  return {
    programAddress: address(systemProgram),
    accounts: [
      { address: address(source), role: writable.writeSigned },
      { address: address(to), role: writable.write },
    ],
    data,
  };
}

const readRaw = (rawTransaction: string) => solana.readTransaction({ chain, from, slot, rawTransaction });
const readJson = (transaction: unknown) =>
  solana.readTransaction({ chain, from, slot, transaction: typeof transaction === 'string' ? transaction : JSON.stringify(transaction) });

describe('the fees of Solana', () => {
  it('are those of the contract', async () => {
    const { low, medium, high } = example('fee-estimate.solana').data;
    expect(await solana.quoteFees({ chain, from, intent: nativeTransfer })).toEqual({ low, medium, high });
  });

  it.each(levels)('are what a transaction at level %s really offers', async (level) => {
    const fee = (await solana.quoteFees({ chain, from, intent: nativeTransfer }))[level];
    const { message } = await readSigned((await buildAndSign(nativeTransfer, level)).signedTransaction);
    let limit = 0n;
    let price = 0n;
    for (const { programAddress, data } of message.instructions) {
      if (programAddress !== budgetProgram) continue;
      if (data?.[0] === 2) limit = BigInt(Buffer.from(data).readUInt32LE(1));
      if (data?.[0] === 3) price = u64(data, 1);
    }
    expect(5000n + (limit * price) / 1_000_000n).toBe(BigInt((fee as { lamports: string }).lamports));
  });
});

describe('a transfer of SOL', () => {
  it('is a transaction that verifies, whose hash is its signature', async () => {
    const result = await buildAndSign(nativeTransfer);
    const { message, messageBytes, signature, signatures, verified } = await readSigned(result.signedTransaction);
    expect(verified).toBe(true);
    expect(Object.keys(signatures)).toEqual([from.address]);
    expect(message.feePayer.address).toBe(from.address);
    expect(message).toMatchObject({ version: 'legacy', lifetimeConstraint: { blockhash: blockHash } });
    expect(getBase58Decoder().decode(signature)).toBe(result.transactionHash);
    expect(result.signature).toEqual({ signature: result.transactionHash });
    expect(Buffer.from(messageBytes).toString('base64')).toBe(result.unsigned);
    expect(result.payloadHash).toBe(`0x${createHash('sha256').update(Uint8Array.from(messageBytes)).digest('hex')}`);
  });

  it('moves the amount from the wallet to the receiver', async () => {
    const { message } = await readSigned((await buildAndSign(nativeTransfer, 'low')).signedTransaction);
    expect(message.instructions).toHaveLength(1);
    expect(message.instructions[0]).toMatchObject({
      programAddress: systemProgram,
      accounts: [{ address: from.address }, { address: bob }],
    });
    expect(u64(message.instructions[0]?.data, 4)).toBe(250_000_000n);
  });

  it('can go to the wallet itself', async () => {
    const { message, verified } = await readSigned((await buildAndSign({ ...nativeTransfer, to: from.address })).signedTransaction);
    expect(verified).toBe(true);
    expect(message.instructions.at(-1)?.accounts?.map((account) => account.address)).toEqual([from.address, from.address]);
  });

  it('is refused when the amount exceeds 64 bits', async () => {
    const error = await refusal(solana.quoteFees({ chain, from, intent: { ...nativeTransfer, amount: 2n ** 64n } }));
    expect(error).toMatchObject({ code: 'amount_invalid', details: [{ path: 'body/amounts/0' }] });
  });
});

describe('a transfer of a token', () => {
  it("opens the receiver's token account where there is none, and moves the checked amount", async () => {
    const { message, verified } = await readSigned((await buildAndSign(tokenTransfer, 'low')).signedTransaction);
    expect(verified).toBe(true);
    const [open, transfer, ...rest] = message.instructions;
    expect(rest).toEqual([]);
    const [mine, theirs] = [await tokenAccount(from.address), await tokenAccount(bob)];
    expect(open?.programAddress).toBe(accountProgram);
    expect(Array.from(open?.data ?? [])).toEqual([1]);
    expect(open?.accounts?.map((account) => account.address)).toEqual([
      from.address, theirs, bob, usdc.address, systemProgram, tokenProgram,
    ]);
    expect(transfer?.programAddress).toBe(tokenProgram);
    expect(transfer?.accounts?.map((account) => account.address)).toEqual([mine, usdc.address, theirs, from.address]);
    expect(transfer?.data?.[0]).toBe(12);
    expect(u64(transfer?.data, 1)).toBe(25_000_000n);
    expect(transfer?.data?.[9]).toBe(6);
  });

  it('moves one NFT as one token without decimals', async () => {
    const nft = { ...usdc, standard: 'non_fungible' };
    const nftTransfer: Intent = { kind: 'token-transfer', to: bob, token: nft, items: [{ amount: 1n }] };
    const { message } = await readSigned((await buildAndSign(nftTransfer)).signedTransaction);
    const { data } = message.instructions.at(-1) ?? {};
    expect([u64(data, 1), data?.[9]]).toEqual([1n, 0]);
    const two: Intent = { ...nftTransfer, items: [{ amount: 2n }] };
    expect(await refusal(solana.quoteFees({ chain, from, intent: two }))).toMatchObject({ code: 'amount_invalid' });
  });

  it('shows the call as it is signed', async () => {
    const decoded = await solana.decodeCall(chain, tokenTransfer, from);
    expect(decoded.function).toBe('transferChecked(source,mint,destination,owner,amount,decimals)');
    expect(decoded.arguments.slice(2)).toEqual([
      { name: 'destination', type: 'Pubkey', value: await tokenAccount(bob) },
      { name: 'owner', type: 'Pubkey', value: from.address },
      { name: 'amount', type: 'u64', value: '25000000' },
      { name: 'decimals', type: 'u8', value: '6' },
    ]);
  });

  it('does not go to an address that has no key', async () => {
    const error = await refusal(solana.quoteFees({ chain, from, intent: { ...tokenTransfer, to: await tokenAccount(bob) } }));
    expect(error).toMatchObject({ code: 'address_invalid', details: [{ path: 'body/destinationAddress' }] });
  });

  it('takes one amount', async () => {
    const items = [{ amount: 1n }, { amount: 2n }];
    expect(await refusal(solana.quoteFees({ chain, from, intent: { ...tokenTransfer, items } }))).toMatchObject({
      code: 'unsupported_operation',
    });
  });
});

describe('a call of a program', () => {
  it('transfers SOL through the System program, its parameters in any order', async () => {
    const intent = call(systemProgram, 'transfer(amount,to)', ['1000', bob]);
    const { message, verified } = await readSigned((await buildAndSign(intent, 'low')).signedTransaction);
    expect(verified).toBe(true);
    expect(message.instructions[0]?.accounts?.[1]?.address).toBe(bob);
    expect(u64(message.instructions[0]?.data, 4)).toBe(1000n);
    expect(intent.kind === 'contract-call' && (await solana.decodeCall(chain, intent, from))).toEqual({
      function: 'transfer(amount,to)',
      arguments: [
        { name: 'amount', type: 'u64', value: '1000' },
        { name: 'to', type: 'Pubkey', value: bob },
      ],
    });
  });

  it('approves and revokes a delegate of a token account', async () => {
    const source = await tokenAccount(from.address);
    const approve = await readSigned(
      (await buildAndSign(call(tokenProgram, 'approve(source,delegate,amount)', [source, bob, '7']), 'low')).signedTransaction,
    );
    expect(approve.message.instructions[0]?.accounts?.map((account) => account.address)).toEqual([source, bob, from.address]);
    expect(u64(approve.message.instructions[0]?.data, 1)).toBe(7n);
    const revoke = await readSigned((await buildAndSign(call(tokenProgram, 'revoke(source)', [source]), 'low')).signedTransaction);
    expect(Array.from(revoke.message.instructions[0]?.data ?? [])).toEqual([5]);
  });

  it('is warned of when it approves without a limit', async () => {
    const source = await tokenAccount(from.address);
    const warningsOf = async (intent: Intent) => (await readRaw((await buildAndSign(intent)).unsigned)).warnings;
    const approve = (amount: bigint) => call(tokenProgram, 'approve(source,delegate,amount)', [source, bob, amount.toString()]);
    expect(await warningsOf(approve(2n ** 64n - 1n))).toEqual([
      { code: 'unlimited_approval', message: `${bob} will be able to take all the tokens of ${source}, now and later.` },
    ]);
    expect(await warningsOf(approve(2n ** 64n - 2n))).toEqual([]);
    expect(await warningsOf(tokenTransfer)).toEqual([]);
  });

  it.each([
    ['an unknown program', call(bob, 'transfer(to,amount)', [bob, '1']), 'unsupported_operation', 'body/contractAddress'],
    ['an unknown function', call(systemProgram, 'burn(amount)', ['1']), 'abi_invalid', 'body/abiFunctionSignature'],
    ['an inherited name', call(systemProgram, 'constructor()', []), 'abi_invalid', 'body/abiFunctionSignature'],
    ['other parameters', call(systemProgram, 'transfer(to,sum)', [bob, '1']), 'abi_invalid', 'body/abiFunctionSignature'],
    ['a parameter twice', call(systemProgram, 'transfer(to,to)', [bob, bob]), 'abi_invalid', 'body/abiFunctionSignature'],
    ['too few values', call(systemProgram, 'transfer(to,amount)', [bob]), 'abi_invalid', 'body/abiParameters'],
    ['a bad address', call(systemProgram, 'transfer(to,amount)', ['bob', '1']), 'abi_invalid', 'body/abiParameters/0'],
    ['a bad number', call(systemProgram, 'transfer(to,amount)', [bob, '1.5']), 'abi_invalid', 'body/abiParameters/1'],
    ['a number above 64 bits', call(systemProgram, 'transfer(to,amount)', [bob, '18446744073709551616']), 'abi_invalid', 'body/abiParameters/1'],
    ['SOL along', call(systemProgram, 'transfer(to,amount)', [bob, '1'], 1n), 'amount_invalid', 'body/amount'],
  ])('is refused with %s', async (_what, intent, code, path) => {
    expect(await refusal(solana.quoteFees({ chain, from, intent }))).toMatchObject({ code, details: [{ path }] });
  });
});

describe('a message', () => {
  it('is signed as it is', async () => {
    const message = new TextEncoder().encode(example('sign-message.solana').message);
    const { signature, ...rest } = await solana.signMessage({ chain, from, message, privateKey });
    expect(rest).toEqual({});
    const key = await getPublicKeyFromAddress(address(from.address));
    expect(await verifySignature(key, getBase58Encoder().encode(signature) as SignatureBytes, message)).toBe(true);
    expect(await solana.hashMessage(chain, message)).toBe(`0x${createHash('sha256').update(message).digest('hex')}`);
  });

  it.each(['legacy', 0] as const)('is refused when it is a transaction of version %s', async (version) => {
    const message = Buffer.from(messageOf([solTransfer(bob, 1n)], { version }), 'base64');
    expect(await refusal(solana.hashMessage(chain, message))).toMatchObject({ code: 'message_invalid' });
    expect(await refusal(solana.signMessage({ chain, from, message, privateKey }))).toMatchObject({ code: 'message_invalid' });
  });

  it('is not refused for being any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 2000 }), async (text) => {
        expect(await solana.hashMessage(chain, new TextEncoder().encode(text))).toMatch(/^0x[0-9a-f]{64}$/);
      }),
    );
  });
});

describe('a serialized message', () => {
  it('of the contract is read for the user', async () => {
    const { rawTransaction } = example('sign-transaction.solana');
    const read = await readRaw(rawTransaction);
    expect(read).toEqual({
      unsigned: rawTransaction,
      payloadHash: `0x${createHash('sha256').update(Buffer.from(rawTransaction, 'base64')).digest('hex')}`,
      lines: [
        { label: 'From', value: from.address },
        { label: 'To', value: bob },
        { label: 'Amount', value: '0.25 SOL' },
      ],
      fee: { amount: '0.000005', symbol: 'SOL', level: 'low' },
      recipients: [bob],
      warnings: [],
    });
  });

  it.each(['legacy', 0] as const)('of version %s is read and signed unchanged', async (version) => {
    const raw = messageOf([solTransfer(bob, 5n), solTransfer(from.address, 6n)], { version });
    const read = await readRaw(raw);
    expect(read.lines.map(({ value }) => value)).toEqual([from.address, bob, '0.000000005 SOL', from.address, '0.000000006 SOL']);
    const signed = await solana.sign({ chain, from, unsigned: read.unsigned, privateKey });
    const { verified, messageBytes } = await readSigned(signed.signedTransaction);
    expect(verified).toBe(true);
    expect(Buffer.from(messageBytes).toString('base64')).toBe(raw);
  });

  it.each(levels)('that the mock built for a token at level %s says who is paid what', async (level) => {
    const fees = await solana.quoteFees({ chain, from, intent: tokenTransfer });
    const { unsigned } = await solana.build({ chain, from, intent: tokenTransfer, fee: fees[level], slot });
    const read = await solana.readTransaction({
      chain, from, slot, rawTransaction: unsigned,
      findToken: async (mint) => (mint === usdc.address ? usdc : undefined),
    });
    expect(read.lines).toEqual([
      { label: 'From', value: from.address },
      { label: 'Token account opened for', value: bob },
      { label: 'To', value: bob },
      { label: 'Amount', value: '25 USDC' },
      { label: 'Token contract', value: usdc.address },
    ]);
    expect(read.recipients).toEqual([bob]);
    expect(read.fee).toEqual({ amount: fees[level].estimatedFee, symbol: 'SOL', level });
    expect(read.decodedCall).toEqual(await solana.decodeCall(chain, tokenTransfer, from));
  });

  it('does not believe a token account to be the one of whom it names', async () => {
    const fees = await solana.quoteFees({ chain, from, intent: tokenTransfer });
    const { unsigned } = await solana.build({ chain, from, intent: tokenTransfer, fee: fees.low, slot });
    const bytes = Buffer.from(unsigned, 'base64');
    const mallory = Buffer.from(getAddressEncoder().encode(address((await castWallet(chain.id, 7)).from.address)));
    const theirs = Buffer.from(getAddressEncoder().encode(await tokenAccount(bob)));
    mallory.copy(bytes, bytes.indexOf(theirs));
    const read = await readRaw(bytes.toString('base64'));
    expect(read.lines.map(({ label }) => label)).toContain('To token account');
    expect(read.recipients).not.toContain(bob);
  });

  it('shows an unknown program with its accounts and data, and warns', async () => {
    const program = (await castWallet(chain.id, 5)).from.address;
    const instruction = {
      programAddress: address(program),
      accounts: [{ address: address(bob), role: writable.write }],
      data: Uint8Array.of(1, 2, 255),
    };
    const read = await readRaw(messageOf([instruction]));
    expect(read.lines.slice(1)).toEqual([
      { label: 'Program', value: program },
      { label: 'Accounts', value: `${bob} (may change)` },
      { label: 'Data', value: '0x0102ff' },
    ]);
    expect(read).toMatchObject({ contract: program, recipients: [program], warnings: [{ code: 'unknown_contract' }] });
  });

  it('warns of an approval without a limit, and of control that goes to another', async () => {
    const source = await tokenAccount(from.address);
    const owner = { address: address(from.address), role: writable.readSigned };
    const account = { address: address(source), role: writable.write };
    const unlimited = Buffer.alloc(9, 0xff);
    unlimited[0] = 4;
    const approve = {
      programAddress: address(tokenProgram),
      accounts: [account, { address: address(bob), role: writable.read }, owner],
      data: unlimited,
    };
    const give = {
      programAddress: address(tokenProgram),
      accounts: [account, owner],
      data: Buffer.concat([Uint8Array.of(6, 2, 1), Buffer.from(getAddressEncoder().encode(address(bob)))]),
    };
    const read = await readRaw(messageOf([approve, give]));
    expect(read.warnings.map(({ code }) => code)).toEqual(['unlimited_approval', 'account_control']);
    expect(read.warnings[0]?.message).toContain(bob);
    expect(read.warnings[1]?.message).toContain(bob);
    expect(read.recipients).toEqual([bob]);
  });

  it('shows the highest fee that it can cost', async () => {
    const price = Buffer.alloc(9);
    price[0] = 3;
    price.writeBigUInt64LE(1_000_000n, 1);
    const raw = messageOf([{ programAddress: address(budgetProgram), data: price }, solTransfer(bob, 1n)]);
    expect((await readRaw(raw)).fee).toEqual({ amount: '0.000205', symbol: 'SOL', level: 'high' });
  });

  it('costs no more than the compute units that the chain gives at most', async () => {
    const limit = Uint8Array.of(2, 255, 255, 255, 255);
    const price = Uint8Array.of(3, 64, 66, 15, 0, 0, 0, 0, 0);
    const budget = [limit, price].map((data) => ({ programAddress: address(budgetProgram), data }));
    expect((await readRaw(messageOf([...budget, solTransfer(bob, 1n)]))).fee?.amount).toBe('0.001405');
  });

  it('shows what others would pay as a plain instruction, not as a payment of the wallet', async () => {
    const notSigned = (instruction: Instruction): Instruction => ({
      ...instruction,
      accounts: instruction.accounts?.map((account) => ({ ...account, role: writable.write })) ?? [],
    });
    const read = await readRaw(messageOf([notSigned(solTransfer(from.address, 1n, bob))]));
    expect(read.lines[1]).toEqual({ label: 'Program', value: `System Program (${systemProgram})` });
    expect(read.recipients).toEqual([]);
    const [mine, theirs] = [await tokenAccount(from.address), await tokenAccount(bob)];
    const accounts = [mine, usdc.address, theirs, bob].map((account) => ({ address: address(account), role: writable.write }));
    const data = Uint8Array.of(12, 1, 0, 0, 0, 0, 0, 0, 0, 6);
    const tokens = await readRaw(messageOf([{ programAddress: address(tokenProgram), accounts, data }]));
    expect(tokens.lines[1]).toEqual({ label: 'Program', value: `Token Program (${tokenProgram})` });
  });

  it('does not warn of an approval with a limit', async () => {
    const accounts = [
      { address: await tokenAccount(from.address), role: writable.write },
      { address: address(bob), role: writable.read },
      { address: address(from.address), role: writable.readSigned },
    ];
    const data = Uint8Array.of(4, 1, 0, 0, 0, 0, 0, 0, 0);
    expect((await readRaw(messageOf([{ programAddress: address(tokenProgram), accounts, data }]))).warnings).toEqual([]);
  });

  it('is refused when another has to sign too, or instead', async () => {
    const both = messageOf([solTransfer(bob, 1n), solTransfer(from.address, 1n, bob)]);
    expect((await refusal(readRaw(both))).message).toContain(`needs the signature of ${bob} as well`);
    const instead = messageOf([solTransfer(from.address, 1n, bob)], { payer: bob });
    expect((await refusal(readRaw(instead))).message).toContain(`not by the wallet ${from.address}`);
  });

  it('is refused as a whole transaction, with what to give instead', async () => {
    const { signedTransaction } = await buildAndSign(nativeTransfer);
    expect((await refusal(readRaw(signedTransaction))).message).toContain('Give its message alone');
  });

  it('is refused when it takes accounts from lookup tables', async () => {
    const bytes = Buffer.from(messageOf([solTransfer(bob, 1n)], { version: 0 }), 'base64');
    const table = Buffer.concat([bytes.subarray(0, -1), Uint8Array.of(1), Buffer.alloc(32, 9), Uint8Array.of(1, 0, 0)]);
    expect((await refusal(readRaw(table.toString('base64')))).message).toContain('lookup tables');
  });

  it.each([
    ['nothing', ''],
    ['no Base64', 'AAA'],
    ['hex', '0x00'],
    ['a byte too many', `${Buffer.concat([Buffer.from(messageOf([solTransfer(bob, 1n)]), 'base64'), Buffer.of(0)]).toString('base64')}`],
    ['a later version', `${Buffer.concat([Buffer.of(0x81), Buffer.from(messageOf([solTransfer(bob, 1n)]), 'base64')]).toString('base64')}`],
  ])('is refused as transaction_invalid when it is %s', async (_what, raw) => {
    expect(await refusal(readRaw(raw))).toMatchObject({ code: 'transaction_invalid', details: [{ path: 'body/rawTransaction' }] });
  });

  // In the message of the contract: three numbers of the header, the number of keys, three keys of 32 bytes, the block's
  // hash, the number of instructions, the program, the number of accounts, two accounts, the number of bytes, the bytes.
  it.each<[string, (bytes: Buffer) => Buffer]>([
    ['a number in more bytes than it needs', (bytes) => Buffer.concat([bytes.subarray(0, 3), Buffer.of(0x83, 0), bytes.subarray(4)])],
    ['a payer that cannot pay', (bytes) => Buffer.concat([Buffer.of(1, 1, 1), bytes.subarray(3)])],
    ['more signers than keys', (bytes) => Buffer.concat([Buffer.of(4, 0, 0), bytes.subarray(3)])],
    ['the payer as the program', (bytes) => bytes.fill(0, 133, 134)],
    ['a program that is not there', (bytes) => bytes.fill(9, 133, 134)],
    ['an account that is not there', (bytes) => bytes.fill(9, 135, 136)],
    ['a key twice', (bytes) => bytes.fill(bytes.subarray(4, 36), 36, 68)],
    ['no byte of the last that it promises', (bytes) => bytes.subarray(0, -1)],
    ['a version, and no list of tables', (bytes) => Buffer.concat([Buffer.of(0x80), bytes])],
    ['more bytes than a packet holds', () => {
      const program = address('BPFLoader1111111111111111111111111111111111');
      return Buffer.from(messageOf([{ programAddress: program, data: new Uint8Array(1100) }]), 'base64');
    }],
  ])('is refused with %s', async (_what, change) => {
    const good = Buffer.from(example('sign-transaction.solana').rawTransaction, 'base64');
    const raw = change(good).toString('base64');
    expect((await refusal(readRaw(raw))).message).toBe('rawTransaction is not a serialized message of SOL-TESTNET.');
  });

  it('fails with an ApiError alone, whatever the bytes', async () => {
    const good = Buffer.from(example('sign-transaction.solana').rawTransaction, 'base64');
    const damaged = fc
      .array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
      .map((changes) => {
        const bytes = Buffer.from(good);
        for (const [at, value] of changes) bytes[at] = value;
        return bytes;
      });
    const any = fc.uint8Array({ maxLength: 3000, size: 'max' }).map((bytes) => Buffer.from(bytes));
    await fc.assert(
      fc.asyncProperty(fc.oneof(damaged, any), async (bytes) => {
        const outcome = await readRaw(bytes.toString('base64')).catch((reason: unknown) => reason);
        if (outcome instanceof Error) {
          expect(outcome).toBeInstanceOf(ApiError);
          return;
        }
        // What is read, Solana's own library reads too, and as the same bytes.
        const compiled = getCompiledTransactionMessageDecoder().decode(bytes);
        expect(Buffer.from(getCompiledTransactionMessageEncoder().encode(compiled)).equals(bytes)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a transaction as JSON', () => {
  it.each([0.25, '0.25', '0.250'])('takes the amount %j in SOL', async (amount) => {
    const read = await readJson({ to: bob, amount });
    expect(read.lines).toEqual([
      { label: 'From', value: from.address },
      { label: 'To', value: bob },
      { label: 'Amount', value: '0.25 SOL' },
    ]);
    expect(read.fee?.level).toBe('medium');
    const { message } = await readSigned((await solana.sign({ chain, from, unsigned: read.unsigned, privateKey })).signedTransaction);
    expect(u64(message.instructions.at(-1)?.data, 4)).toBe(250_000_000n);
  });

  it('takes every amount of whole lamports, as a number and as text', async () => {
    const paid = async (amount: unknown) => (await readJson({ to: bob, amount })).lines.at(-1)?.value;
    for (const [amount, shown] of [[1e-7, '0.0000001'], [0.000000001, '0.000000001'], [1, '1'], [0.1, '0.1'], [1234.567891234, '1234.567891234']] as const) {
      expect([amount, await paid(amount)]).toEqual([amount, `${shown} SOL`]);
      expect([shown, await paid(shown)]).toEqual([shown, `${shown} SOL`]);
    }
    expect(await paid('18446744073.709551615')).toBe('18446744073.709551615 SOL');
  });

  it('pays what its level costs', async () => {
    expect((await readJson({ to: bob, amount: 1, feeLevel: 'high' })).fee).toEqual({ amount: '0.000025', symbol: 'SOL', level: 'high' });
  });

  it.each([
    '', '{', 'null', '[]', '"text"', '1', {}, { to: bob }, { to: 'bob', amount: 1 }, { to: [bob], amount: 1 },
    { to: bob, amount: 0.1 + 0.2 }, { to: bob, amount: 0.0000000001 }, { to: bob, amount: '0.0000000001' }, { to: bob, amount: -1 },
    { to: bob, amount: '1e-3' }, { to: bob, amount: 2 ** 60 }, { to: bob, amount: '18446744073.709551616' }, { to: bob, amount: 1, feeLevel: 'asap' },
    { to: bob, amount: 1, mint: bob }, { to: bob, amount: 1, ['x'.repeat(5000)]: 1 },
  ])('is refused when it is %j', async (transaction) => {
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

import { readFileSync } from 'node:fs';
import type { Client } from 'openapi-fetch';
import type { Page } from 'playwright-core';
import { parse } from 'yaml';
import type { components, paths } from '../../generated/types.ts';
import * as gateway from './gateway-screens.ts';
import { heading } from './gateway-screens.ts';

// Every task of the API: how it is asked for, what its user does in the browser, and what the Sandbox is told instead.

type Schemas = components['schemas'];
export type Challenge = Schemas['Challenge'];
type Blockchain = 'ETH-SEPOLIA' | 'BTC-TESTNET' | 'SOL-TESTNET' | 'NEAR-TESTNET';

export const pin = '493817';
export const newPin = '830264';
export const redirectUrl = 'https://app.example.com/return?step=done';
export const state = 'visit 7 & ä/+';
const email = 'ada@example.com';
const answers = { pet: 'Señora Bigotes', city: 'Ouagadougou' };
const byQuestions: Schemas['SandboxRecovery'] = {
  method: 'questions',
  answers: [
    { questionId: 'first-pet', answer: answers.pet },
    { questionId: 'birth-city', answer: answers.city },
  ],
};
const byEmail: Schemas['SandboxRecovery'] = { method: 'email', email };
const grace = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';

/** A customer, and what they have. */
export interface World {
  client: Client<paths>;
  customerId: string;
  wallets: Schemas['Wallet'][];
}

export interface Play {
  task: Schemas['ChallengeTask'];
  /** Tells two ways through the same task apart. */
  variant?: string;
  /** What the customer has before; without it they have not even a PIN. */
  before?: { blockchains: Blockchain[]; recovery: Schemas['SandboxRecovery'] };
  ask: (world: World) => Promise<Challenge>;
  /** The user, from the page that says what is asked for to the one that says how it ended. */
  browse: (page: Page, world: World) => Promise<void>;
  done: string;
  /** What the Sandbox is told in place of the user. */
  headless: Schemas['SandboxApprovalRequest'];
  /** The PIN of the customer in the end. */
  pinAfter: string;
  /** Sends a transaction, which has to get into a block. */
  moves?: true;
}

const evm = { blockchains: ['ETH-SEPOLIA'] satisfies Blockchain[], recovery: byQuestions };
const near = { blockchains: ['NEAR-TESTNET'] satisfies Blockchain[], recovery: byQuestions };
const confirmed = {
  browse: (page: Page): Promise<void> => gateway.approve(page, pin),
  headless: { pin },
  pinAfter: pin,
};

export const plays: Play[] = [
  {
    task: 'initialize',
    ask: ({ client, customerId }) =>
      asked(client.POST('/v2/customers/{customerId}/initialize', { ...of(customerId), body: { ...back, blockchains: ['ETH-SEPOLIA', 'SOL-TESTNET'] } })),
    async browse(page) {
      await gateway.choosePin(page, 'PIN', pin);
      await gateway.chooseQuestions(page, answers);
      await page.getByRole('button', { name: 'Finish' }).click();
    },
    done: 'Your PIN is set',
    headless: { pin, recovery: byQuestions },
    pinAfter: pin,
  },
  {
    task: 'recovery',
    before: evm,
    ask: ({ client, customerId }) => asked(client.POST('/v2/customers/{customerId}/recovery', { ...of(customerId), body: back })),
    async browse(page, { client }) {
      await gateway.chooseEmail(page, email);
      await gateway.enterCode(page, await latestCode(client));
      await heading(page, 'Confirm with your PIN');
      await page.getByLabel('Your PIN').fill(pin);
      await page.keyboard.press('Enter');
    },
    done: 'Recovery is set up',
    headless: { pin, recovery: byEmail },
    pinAfter: pin,
  },
  {
    task: 'update-pin',
    before: evm,
    ask: ({ client, customerId }) => asked(client.POST('/v2/customers/{customerId}/update-pin', { ...of(customerId), body: back })),
    async browse(page) {
      await gateway.enterCurrentPin(page, pin);
      await gateway.choosePin(page, 'New PIN', newPin);
    },
    done: 'Your PIN is changed',
    headless: { pin, newPin },
    pinAfter: newPin,
  },
  {
    task: 'reset-pin',
    variant: 'by questions',
    before: evm,
    ask: ({ client, customerId }) => asked(client.POST('/v2/customers/{customerId}/reset-pin', { ...of(customerId), body: back })),
    async browse(page) {
      await gateway.answerQuestions(page, answers);
      await gateway.choosePin(page, 'New PIN', newPin);
    },
    done: 'Your new PIN is set',
    headless: { pin: newPin, recovery: byQuestions },
    pinAfter: newPin,
  },
  {
    task: 'reset-pin',
    variant: 'by e-mail',
    before: { ...evm, recovery: byEmail },
    ask: ({ client, customerId }) => asked(client.POST('/v2/customers/{customerId}/reset-pin', { ...of(customerId), body: back })),
    async browse(page, { client }) {
      await page.getByRole('button', { name: 'Send code' }).click();
      await heading(page, 'Check your e-mail');
      await gateway.enterCode(page, await latestCode(client));
      await gateway.choosePin(page, 'New PIN', newPin);
    },
    done: 'Your new PIN is set',
    headless: { pin: newPin },
    pinAfter: newPin,
  },
  {
    ...confirmed,
    task: 'create-wallet',
    before: evm,
    ask: ({ client, customerId }) => {
      const blockchains: Blockchain[] = ['ETH-SEPOLIA', 'BTC-TESTNET', 'SOL-TESTNET', 'NEAR-TESTNET'];
      return asked(client.POST('/v2/customers/{customerId}/wallet/create', { ...of(customerId), body: { ...back, blockchains } }));
    },
    done: 'Your wallets are ready',
  },
  {
    ...confirmed,
    task: 'transfer',
    before: evm,
    ask: async (world) => askTransfer(world, '0.25'),
    done: 'Approved and sent',
    moves: true,
  },
  ...(['BTC-TESTNET', 'SOL-TESTNET', 'NEAR-TESTNET'] as const).map(
    (blockchain): Play => ({
      ...confirmed,
      task: 'transfer',
      variant: `on ${blockchain}`,
      before: { blockchains: [blockchain], recovery: byQuestions },
      ask: (world) => askTransferOn(world, blockchain),
      done: 'Approved and sent',
      moves: true,
    }),
  ),
  {
    ...confirmed,
    task: 'contract-execution',
    before: evm,
    ask: async (world) => {
      const { client, customerId } = world;
      await fund(world);
      const { walletId: _, redirectUrl: __, idempotencyKey: ___, ...call } = example('create-contract-execution.approve');
      const body = { ...call, ...back, walletId: walletOn(world, 'ETH-SEPOLIA').id };
      return asked(client.POST('/v2/customers/{customerId}/transactions/contract-execution', { ...of(customerId), body }));
    },
    done: 'Approved and sent',
    moves: true,
  },
  {
    ...confirmed,
    task: 'cancel-transaction',
    before: evm,
    ask: async (world) => {
      const params = { path: { customerId: world.customerId, transactionId: await sendTransfer(world) } };
      return asked(world.client.POST('/v2/customers/{customerId}/transactions/{transactionId}/cancel', { params, body: back }));
    },
    done: 'Cancellation sent',
    moves: true,
  },
  {
    ...confirmed,
    task: 'accelerate-transaction',
    before: evm,
    ask: async (world) => {
      const params = { path: { customerId: world.customerId, transactionId: await sendTransfer(world) } };
      return asked(world.client.POST('/v2/customers/{customerId}/transactions/{transactionId}/accelerate', { params, body: back }));
    },
    done: 'Sent with a higher fee',
    moves: true,
  },
  {
    ...confirmed,
    task: 'sign-message',
    before: evm,
    ask: (world) => askMessage(world, 'Sign in to Example.\n\nNonce: 32891756'),
    done: 'Signed',
  },
  {
    ...confirmed,
    task: 'sign-typed-data',
    before: evm,
    ask: (world) => {
      const { typedData, memo } = example('sign-typed-data.permit');
      const body = { ...back, walletId: walletOn(world, 'ETH-SEPOLIA').id, typedData, memo };
      return asked(world.client.POST('/v2/customers/{customerId}/sign/typed-data', { ...of(world.customerId), body }));
    },
    done: 'Signed',
  },
  {
    ...confirmed,
    task: 'sign-transaction',
    before: evm,
    ask: (world) => {
      const { rawTransaction, memo } = example('sign-transaction.raw');
      const body = { ...back, walletId: walletOn(world, 'ETH-SEPOLIA').id, rawTransaction, memo };
      return asked(world.client.POST('/v2/customers/{customerId}/sign/transaction', { ...of(world.customerId), body }));
    },
    done: 'Signed',
  },
  {
    ...confirmed,
    task: 'sign-delegate-action',
    before: near,
    ask: (world) => {
      const wallet = walletOn(world, 'NEAR-TESTNET');
      const { unsignedDelegateAction, memo } = example('sign-delegate-action.ft-transfer');
      const body = { ...back, walletId: wallet.id, unsignedDelegateAction: givenTo(wallet.address, unsignedDelegateAction), memo };
      return asked(world.client.POST('/v2/customers/{customerId}/sign/delegate-action', { ...of(world.customerId), body }));
    },
    done: 'Signed',
  },
  {
    ...confirmed,
    task: 'export-private-keys',
    before: { ...evm, blockchains: ['ETH-SEPOLIA', 'NEAR-TESTNET'] },
    ask: askExport,
    async browse(page) {
      await gateway.approve(page, pin);
      await heading(page, 'Your keys are ready');
      await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Save the file' }).click()]);
    },
    done: 'Your keys are ready',
  },
];

const back = { redirectUrl, state };

/** A new customer, with what the play needs. */
export async function prepareWorld(client: Client<paths>, before: Play['before']): Promise<World> {
  const created = await client.POST('/v2/customers', { body: { name: 'Ada Lovelace', refId: 'user-1001' } });
  const world: World = { client, customerId: given(created).data.id, wallets: [] };
  if (before === undefined) return world;
  const { blockchains, recovery } = before;
  const initialize = await client.POST('/v2/customers/{customerId}/initialize', { ...of(world.customerId), body: { redirectUrl, blockchains } });
  await approveHeadless(client, given(initialize).data.id, { pin, recovery });
  world.wallets = given(await client.GET('/v2/wallets', { params: { query: { customerIds: world.customerId } } })).data;
  return world;
}

export async function approveHeadless(client: Client<paths>, challengeId: string, body: Schemas['SandboxApprovalRequest']): Promise<Challenge> {
  return given(await client.POST('/sandbox/challenges/{challengeId}/approve', { params: { path: { challengeId } }, body })).data;
}

/** Asks for the signature of a message, by the customer's EVM wallet. */
export function askMessage(world: World, message: string): Promise<Challenge> {
  const body = { ...back, walletId: walletOn(world, 'ETH-SEPOLIA').id, message, memo: 'Sign in to Example' };
  return asked(world.client.POST('/v2/customers/{customerId}/sign/message', { ...of(world.customerId), body }));
}

export function askExport({ client, customerId }: World): Promise<Challenge> {
  return asked(client.POST('/v2/customers/{customerId}/export-private-keys', { ...of(customerId), body: back }));
}

/** Asks for a transfer out of a wallet that has one ETH more than it began with. */
export async function askTransfer(world: World, amount: string): Promise<Challenge> {
  await fund(world);
  return requestTransfer(world, amount);
}

/** Asks for a transfer as things are. */
export function requestTransfer(world: World, amount: string): Promise<Challenge> {
  const body = { ...back, walletId: walletOn(world, 'ETH-SEPOLIA').id, destinationAddress: grace, amounts: [amount], refId: 'invoice-2041' };
  return asked(world.client.POST('/v2/customers/{customerId}/transactions/transfer', { ...of(world.customerId), body }));
}

const receivers = {
  'BTC-TESTNET': { destinationAddress: 'tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx', amounts: ['0.004'] },
  'SOL-TESTNET': { destinationAddress: 'AYpyNcDunR2KMjiCtw6MQDSMMH1Xv4wGZqUn5MxWi6Gz', amounts: ['0.1'] },
  'NEAR-TESTNET': { destinationAddress: 'grace.testnet', amounts: ['0.5'] },
};

/** Asks for a transfer of most of the coins of a Bitcoin wallet, or of a little on the other chains. */
export function askTransferOn(world: World, blockchain: keyof typeof receivers): Promise<Challenge> {
  const body = { ...back, walletId: walletOn(world, blockchain).id, ...receivers[blockchain] };
  return asked(world.client.POST('/v2/customers/{customerId}/transactions/transfer', { ...of(world.customerId), body }));
}

/** Sends a transfer, which waits for its block as long as the clock stands still. */
async function sendTransfer(world: World): Promise<string> {
  const { id } = await askTransfer(world, '0.01');
  const { result } = await approveHeadless(world.client, id, { pin });
  if (result?.task !== 'transfer') throw new Error('the transfer has no result');
  return result.transactionId;
}

/** Gives the customer's EVM wallet one ETH more. */
export async function fund(world: World): Promise<void> {
  const params = { path: { walletId: walletOn(world, 'ETH-SEPOLIA').id } };
  given(await world.client.POST('/sandbox/wallets/{walletId}/fund', { params, body: { amount: '1' } }));
}

export function walletOn({ wallets }: World, blockchain: Blockchain): Schemas['Wallet'] {
  const found = wallets.find((wallet) => wallet.blockchain === blockchain);
  if (found === undefined) throw new Error(`the customer has no wallet on ${blockchain}`);
  return found;
}

export async function latestCode(client: Client<paths>): Promise<string> {
  return given(await client.GET('/sandbox/emails', { params: { query: { to: email } } })).data[0]?.code ?? 'none was sent';
}

/** The body of an example of the contract. */
function example(name: string) {
  return parse(readFileSync(new URL(`../../openapi/examples/${name}.yaml`, import.meta.url), 'utf8')).value;
}

/** A delegate action with another signer: an implicit account, whose name is its public key in hex. */
function givenTo(address: string, unsignedDelegateAction: string): string {
  const bytes = Buffer.from(unsignedDelegateAction, 'base64');
  // Borsh: the length of the name in four bytes, the name, and at the very end the key.
  bytes.write(address, 4, 'ascii');
  Buffer.from(address, 'hex').copy(bytes, bytes.length - 32);
  return bytes.toString('base64');
}

function of(customerId: string) {
  return { params: { path: { customerId } } };
}

async function asked(call: Promise<{ data?: { data: Challenge }; error?: unknown }>): Promise<Challenge> {
  return given(await call).data;
}

/** The answer of a call that must succeed. */
export function given<Value>({ data, error }: { data?: Value; error?: unknown }): Value {
  if (data === undefined) throw new Error(JSON.stringify(error));
  return data;
}

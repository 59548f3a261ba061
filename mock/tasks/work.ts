import type { Context } from '../context.ts';
import { withSeed } from '../nodes/combine.ts';
import * as nodeOne from '../nodes/node-one.ts';
import { readNodeTwoShare } from '../nodes/node-two.ts';
import type { ChallengeRow } from '../store/challenges.ts';
import type { CustomerRow } from '../store/customers.ts';
import type { Store } from '../store/database.ts';
import * as keyShares from '../store/key-shares.ts';
import type { components } from '../../generated/types.ts';

type Schemas = components['schemas'];
export type ChallengeResult = Schemas['ChallengeResult'];

/** A secret that Node 1 opened, and what the replay table knows it by. */
export interface OpenedSecret {
  secret: Uint8Array;
  fingerprint: string;
  path: string;
}

export interface OpenedSecrets {
  pin?: OpenedSecret;
  newPin?: OpenedSecret;
  answers?: OpenedSecret;
}

/** Everything that carrying a task out needs, inside its transaction. */
export interface Work<Payload = unknown> {
  context: Context;
  db: Store;
  row: ChallengeRow;
  customer: CustomerRow;
  payload: Payload;
  secrets: OpenedSecrets;
  now: number;
}

/** The work of a task that is confirmed with the PIN, once the PIN was right. */
export interface ConfirmedWork<Payload = unknown> extends Work<Payload> {
  /** Lends the customer's seed for one use. It is wiped when the use ends. */
  withSeed: <Value>(use: (seed: Uint8Array) => Promise<Value>) => Promise<Value>;
}

/** A guess that was wrong: it counts, and the count is kept although the call fails. */
export interface WrongGuess {
  ok: false;
  code: 'pin_incorrect' | 'recovery_answers_incorrect';
}

/** What came of an approved task: its result, or why it could not be done although the user had approved it. */
export type Completed =
  | { ok: true; result: ChallengeResult; export?: Schemas['GatewayExport'] }
  | { ok: true; failure: { code: 'signing_failed' | 'broadcast_failed'; message?: string } };

export type Outcome = Completed | WrongGuess;

/** Unwraps Node 1's share with the PIN and hands the work on with the customer's seed within reach. */
export async function confirmWithPin(
  work: Work,
  carryOut: (work: ConfirmedWork) => Promise<Completed>,
): Promise<Outcome> {
  const record = await requireNodeOneRecord(work.db, work.customer.id);
  const opened = nodeOne.unwrapWithPin(record, requireSecret(work.secrets.pin));
  if (!opened.ok) return opened;
  const { share } = opened;
  try {
    return await carryOut({ ...work, withSeed: (use) => withCustomerSeed(work, share, use) });
  } finally {
    share.fill(0);
  }
}

/** Combines the shares of both nodes for one use. Node 1's share stays as it is: its owner wipes it. */
export async function withCustomerSeed<Value>(
  { db, customer }: Pick<Work, 'db' | 'customer'>,
  shareOne: Uint8Array,
  use: (seed: Uint8Array) => Promise<Value>,
): Promise<Value> {
  const nodeTwoRecord = await keyShares.findNodeTwoRecord(db, customer.id);
  if (nodeTwoRecord === undefined) throw new Error(`Node 2 has no share of customer ${customer.id}`);
  return withSeed({ shareOne: shareOne.slice(), shareTwo: readNodeTwoShare(nodeTwoRecord) }, use);
}

export async function requireNodeOneRecord(db: Store, customerId: string): Promise<nodeOne.NodeOneRecord> {
  const record = await keyShares.findNodeOneRecord(db, customerId);
  if (record === undefined) throw new Error(`Node 1 has no record of customer ${customerId}`);
  return record;
}

export function requireSecret(opened: OpenedSecret | undefined): Uint8Array {
  if (opened === undefined) throw new Error('the approval was carried out without the secret it needs');
  return opened.secret;
}

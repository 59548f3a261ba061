import { ApiError } from '../api-error.ts';
import { timestamp } from '../clock.ts';
import type { Context } from '../context.ts';
import * as nodeOne from '../nodes/node-one.ts';
import { sealedSecretLifetimeMs, sealedSecretSkewMs } from '../nodes/sealed-secret.ts';
import type { SealContext } from '../protocol/seal.ts';
import type { ChallengeRow } from '../store/challenges.ts';
import { type CustomerRow, lockCustomerRow, updateCustomer } from '../store/customers.ts';
import { inTransaction, type Store } from '../store/database.ts';
import { claimSecret, pruneUsedSecrets } from '../store/used-secrets.ts';
import { createWallets } from '../tasks/create-wallets.ts';
import { exportPrivateKeys } from '../tasks/export-private-keys.ts';
import { changePin, type PinPayload, resetPin, setPin, setRecovery } from '../tasks/pin.ts';
import { signDelegateAction } from '../tasks/sign-delegate-action.ts';
import { signMessage } from '../tasks/sign-message.ts';
import { signTransaction } from '../tasks/sign-transaction.ts';
import { signTypedData } from '../tasks/sign-typed-data.ts';
import { sendTransaction } from '../tasks/transaction.ts';
import {
  type Completed,
  type ConfirmedWork,
  confirmWithPin,
  type OpenedSecret,
  type OpenedSecrets,
  type Outcome,
  requireNodeOneRecord,
  requireSecret,
  type Work,
  type WrongGuess,
} from '../tasks/work.ts';
import type { components } from '../../generated/types.ts';
import { applyEvent, requireChallenge, requirePending } from './challenge-view.ts';
import { customerNotFound } from './customers.ts';
import { countWrongAttempt, customerLocked, requireUnlocked } from './lockout.ts';
import { tellRecoveryStart } from './recovery-start.ts';

type Schemas = components['schemas'];
export type Approval = Schemas['ApproveGatewayChallengeRequest'];

/** What the page must do for each task; every other task is confirmed with the PIN. */
export const actions: Record<string, Approval['action']> = {
  initialize: 'set-pin',
  recovery: 'set-recovery',
  'update-pin': 'change-pin',
  'reset-pin': 'reset-pin',
};

export function actionOf(task: string): Approval['action'] {
  return actions[task] ?? 'confirm';
}

/** A guess that was right, with what it unlocked, or a wrong one. */
type Guess<Value> = { ok: true; value: Value } | WrongGuess;

/** How an approved challenge ended. Private keys are in no row: they go to the page and are gone. */
export interface Approved {
  row: ChallengeRow;
  export?: Schemas['GatewayExport'];
}

/**
 * Approves a challenge: opens what the page sealed, lets the nodes work, and stores the outcome, all or nothing. Of two
 * approvals at once the second finds the challenge finished. A wrong PIN is counted before the answer leaves.
 */
export async function approveChallenge(context: Context, challengeId: string, approval: Approval): Promise<Approved> {
  const { db, clock } = context;
  const row = await requireChallenge(context, challengeId);
  requireAction(row, approval);
  const secrets = await openSecrets(context, challengeId, sealedParts(approval));
  try {
    return await guarded(context, db, row, Object.values(secrets), async (db, pending, customer) => {
      const work = { context, db, row: pending, customer, payload: JSON.parse(pending.payload), secrets, now: clock.now() };
      const outcome = await carryOut(work, approval);
      if (!outcome.ok) return outcome;
      await updateCustomer(db, customer.id, { wrongAttempts: 0, lockedUntil: null, updatedAt: timestamp(clock.now()) });
      if ('failure' in outcome) {
        return { ok: true, value: { row: await applyEvent(context, db, pending, { type: 'fail', ...outcome.failure }) } };
      }
      const row = await applyEvent(context, db, pending, { type: 'verify', result: outcome.result });
      return { ok: true, value: outcome.export === undefined ? { row } : { row, export: outcome.export } };
    });
  } finally {
    wipe(secrets);
  }
}

/** Checks the answers of a customer who forgot the PIN, before a new PIN is asked for. */
export async function checkAnswers(context: Context, row: ChallengeRow, sealedSecret: string): Promise<void> {
  const part = { name: 'answers', context: 'answers', path: 'body/sealedSecret', sealedSecret } as const;
  const secrets = await openSecrets(context, row.id, [part]);
  try {
    await guarded(context, context.db, row, Object.values(secrets), async (db, pending, customer) => {
      await tellRecoveryStart(context, db, pending, customer, 'questions');
      const record = await requireNodeOneRecord(db, customer.id);
      if (record.recovery?.method !== 'questions') throw new ApiError('recovery_not_set');
      const opened = nodeOne.unwrapWithRecovery(record, requireSecret(secrets.answers));
      if (!opened.ok) return { ok: false, code: 'recovery_answers_incorrect' };
      opened.share.fill(0);
      return { ok: true, value: undefined };
    });
  } finally {
    wipe(secrets);
  }
}

/**
 * Runs what a guess unlocks while nobody else can guess for the same customer: the lock on the customer's row makes the
 * count exact however many guesses come at once.
 */
async function guarded<Value>(
  context: Context,
  db: Store,
  { id, customerId }: ChallengeRow,
  secrets: OpenedSecret[],
  attempt: (db: Store, row: ChallengeRow, customer: CustomerRow) => Promise<Guess<Value>>,
): Promise<Value> {
  const outcome = await inTransaction(db, async (db): Promise<{ value: Value } | { error: ApiError }> => {
    const now = context.clock.now();
    const customer = await lockCustomerRow(db, customerId);
    if (customer === undefined) throw customerNotFound(customerId);
    requireUnlocked(customer, now);
    const row = await requireChallenge({ ...context, db }, id);
    requirePending(row);
    await claimSecrets(db, secrets, now);
    const guess = await attempt(db, row, customer);
    if (guess.ok) return { value: guess.value };
    return { error: await punish(context, db, row, customer, guess.code) };
  });
  // Thrown outside, or the transaction would take the count back.
  if ('error' in outcome) throw outcome.error;
  return outcome.value;
}

async function punish(
  context: Context,
  db: Store,
  row: ChallengeRow,
  customer: CustomerRow,
  code: 'pin_incorrect' | 'recovery_answers_incorrect',
): Promise<ApiError> {
  const counted = await countWrongAttempt(context, db, customer, row.id);
  if (counted.lockedUntil !== undefined) {
    await applyEvent(context, db, row, { type: 'fail', code: 'locked_out' });
    return customerLocked(counted.lockedUntil, context.clock.now());
  }
  const left = counted.attemptsRemaining === 1 ? '1 attempt left' : `${counted.attemptsRemaining} attempts left`;
  const what = code === 'pin_incorrect' ? 'The PIN is not correct.' : 'The answers are not correct.';
  return new ApiError(code, { message: `${what} ${left}.` });
}

function requireAction({ task }: ChallengeRow, { action }: Approval): void {
  const wanted = actionOf(task);
  if (action === wanted) return;
  throw new ApiError('validation_failed', {
    message: `The task ${task} is approved with the action ${wanted}, not ${action}.`,
    details: [{ path: 'body/action', code: 'const', message: `must be ${wanted} for this challenge` }],
  });
}

interface SealedPart {
  name: keyof OpenedSecrets;
  context: SealContext;
  path: string;
  sealedSecret: string;
}

function sealedParts(approval: Approval): SealedPart[] {
  const parts: SealedPart[] = [];
  if ('pin' in approval) {
    parts.push({ name: 'pin', context: 'pin', path: 'body/pin/sealedSecret', sealedSecret: approval.pin.sealedSecret });
  }
  if ('newPin' in approval) {
    const { sealedSecret } = approval.newPin;
    parts.push({ name: 'newPin', context: 'new-pin', path: 'body/newPin/sealedSecret', sealedSecret });
  }
  if ('recovery' in approval && approval.recovery.method === 'questions') {
    const { sealedSecret } = approval.recovery;
    parts.push({ name: 'answers', context: 'answers', path: 'body/recovery/sealedSecret', sealedSecret });
  }
  return parts;
}

async function openSecrets(
  { nodeOneKey, clock }: Context,
  challengeId: string,
  parts: SealedPart[],
): Promise<OpenedSecrets> {
  const secrets: OpenedSecrets = {};
  for (const { name, context, path, sealedSecret } of parts) {
    const opened = await nodeOneKey.open(sealedSecret, { context, challengeId, now: new Date(clock.now()) });
    if (!opened.ok) {
      wipe(secrets);
      const message = opened.code === 'secret_expired' ? 'is older than five minutes' : 'cannot be opened';
      throw new ApiError(opened.code, { details: [{ path, code: opened.code, message }] });
    }
    secrets[name] = { secret: opened.secret, fingerprint: opened.fingerprint, path };
  }
  return secrets;
}

async function claimSecrets(db: Store, secrets: OpenedSecret[], now: number): Promise<void> {
  await pruneUsedSecrets(db, timestamp(now));
  for (const { fingerprint, path } of secrets) {
    const forgetAt = timestamp(now + sealedSecretLifetimeMs + sealedSecretSkewMs);
    if (await claimSecret(db, fingerprint, forgetAt)) continue;
    throw new ApiError('secret_replayed', { details: [{ path, code: 'secret_replayed', message: 'was used before' }] });
  }
}

/** What each task that is confirmed with the PIN does. */
const confirmedTasks: Record<string, (work: ConfirmedWork<never>) => Promise<Completed>> = {
  'create-wallet': createWallets,
  transfer: sendTransaction,
  'contract-execution': sendTransaction,
  'cancel-transaction': sendTransaction,
  'accelerate-transaction': sendTransaction,
  'sign-message': signMessage,
  'sign-typed-data': signTypedData,
  'sign-transaction': signTransaction,
  'sign-delegate-action': signDelegateAction,
  'export-private-keys': exportPrivateKeys,
};

function carryOut(work: Work, approval: Approval): Promise<Outcome> {
  switch (approval.action) {
    case 'set-pin':
      return setPin(work as Work<PinPayload>, approval);
    case 'set-recovery':
      return setRecovery(work, approval.recovery);
    case 'change-pin':
      return changePin(work, approval.newPin.salt);
    case 'reset-pin':
      return resetPin(work, approval);
    case 'confirm': {
      const task = confirmedTasks[work.row.task];
      if (task === undefined) throw new Error(`nothing is known of the task ${work.row.task}`);
      return confirmWithPin(work, (confirmed) => task(confirmed as ConfirmedWork<never>));
    }
  }
}

function wipe(secrets: OpenedSecrets): void {
  for (const opened of Object.values(secrets)) opened?.secret.fill(0);
}

import { ApiError } from '../api-error.ts';
import { deriveAccount } from '../chains/derive.ts';
import type { Clock } from '../clock.ts';
import { timestamp } from '../clock.ts';
import type { Context } from '../context.ts';
import { withSeed } from '../nodes/combine.ts';
import * as nodeOne from '../nodes/node-one.ts';
import { drawNodeTwoShare, readNodeTwoShare } from '../nodes/node-two.ts';
import { drawRecoverySecret } from '../nodes/recovery-service.ts';
import { sealedSecretLifetimeMs, sealedSecretSkewMs } from '../nodes/sealed-secret.ts';
import { questionCatalogue } from '../protocol/answers.ts';
import { fromBase64, toBase64 } from '../protocol/base64.ts';
import type { SealContext } from '../protocol/seal.ts';
import type { ChallengeRow } from '../store/challenges.ts';
import { type CustomerRow, lockCustomerRow, updateCustomer } from '../store/customers.ts';
import { inTransaction, type Store } from '../store/database.ts';
import * as keyShares from '../store/key-shares.ts';
import * as recoveryStore from '../store/recovery.ts';
import { claimSecret, pruneUsedSecrets } from '../store/used-secrets.ts';
import { insertWallets, nextAddressIndex, type WalletRow } from '../store/wallets.ts';
import type { components } from '../../generated/types.ts';
import { type Payload, walletMetadata } from './challenge-display.ts';
import { applyEvent, type ChallengeResult, requireChallenge, requirePending } from './challenge-view.ts';
import { customerNotFound } from './customers.ts';
import { countWrongAttempt, customerLocked, requireUnlocked } from './lockout.ts';
import { toWallet } from './wallets.ts';

type Schemas = components['schemas'];
export type Approval = Schemas['ApproveGatewayChallengeRequest'];
type RecoverySetup = Schemas['RecoverySetup'];

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

/** A secret that Node 1 opened, and what the replay table knows it by. */
interface OpenedSecret {
  secret: Uint8Array;
  fingerprint: string;
  path: string;
}

interface OpenedSecrets {
  pin?: OpenedSecret;
  newPin?: OpenedSecret;
  answers?: OpenedSecret;
}

/** A guess that was wrong: it counts, and the count is kept although the call fails. */
type Guess<Value> = { ok: true; value: Value } | { ok: false; code: 'pin_incorrect' | 'recovery_answers_incorrect' };

/** Whether recovery cannot be put off: no wallet is made without it. */
export function needsRecovery(payload: Payload): boolean {
  return payload.task === 'initialize' && (payload.blockchains ?? []).length > 0;
}

/** Everything that carrying a task out needs, inside its transaction. */
interface Work {
  context: Context;
  db: Store;
  row: ChallengeRow;
  customer: CustomerRow;
  payload: Payload;
  approval: Approval;
  secrets: OpenedSecrets;
  now: number;
}

/**
 * Approves a challenge: opens what the page sealed, lets the nodes work, and stores the outcome, all or nothing. Of two
 * approvals at once the second finds the challenge finished. A wrong PIN is counted before the answer leaves.
 */
export async function approveChallenge(context: Context, challengeId: string, approval: Approval): Promise<ChallengeRow> {
  const { db, clock } = context;
  const row = await requireChallenge(context, challengeId);
  requireAction(row, approval);
  const secrets = await openSecrets(context, challengeId, sealedParts(approval));
  try {
    return await guarded(context, db, row, Object.values(secrets), async (db, pending, customer) => {
      const payload: Payload = JSON.parse(pending.payload);
      const work = { context, db, row: pending, customer, payload, approval, secrets, now: clock.now() };
      const outcome = await carryOut(work);
      if (!outcome.ok) return outcome;
      await updateCustomer(db, customer.id, { wrongAttempts: 0, lockedUntil: null, updatedAt: timestamp(clock.now()) });
      const verified = await applyEvent(db, pending, { type: 'verify', result: outcome.value }, clock.now());
      return { ok: true, value: verified };
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
    await guarded(context, context.db, row, Object.values(secrets), async (db, _row, customer) => {
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
  { clock }: { clock: Clock },
  db: Store,
  { id, customerId }: ChallengeRow,
  secrets: OpenedSecret[],
  attempt: (db: Store, row: ChallengeRow, customer: CustomerRow) => Promise<Guess<Value>>,
): Promise<Value> {
  const outcome = await inTransaction(db, async (db): Promise<{ value: Value } | { error: ApiError }> => {
    const now = clock.now();
    const customer = await lockCustomerRow(db, customerId);
    if (customer === undefined) throw customerNotFound(customerId);
    requireUnlocked(customer, now);
    const row = await requireChallenge({ db, clock }, id);
    requirePending(row);
    await claimSecrets(db, secrets, now);
    const guess = await attempt(db, row, customer);
    if (guess.ok) return { value: guess.value };
    return { error: await punish(db, row, customer, guess.code, now) };
  });
  // Thrown outside, or the transaction would take the count back.
  if ('error' in outcome) throw outcome.error;
  return outcome.value;
}

async function punish(
  db: Store,
  row: ChallengeRow,
  customer: CustomerRow,
  code: 'pin_incorrect' | 'recovery_answers_incorrect',
  now: number,
): Promise<ApiError> {
  const counted = await countWrongAttempt(db, customer, now);
  if (counted.lockedUntil !== undefined) {
    await applyEvent(db, row, { type: 'fail', code: 'locked_out' }, now);
    return customerLocked(counted.lockedUntil, now);
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

function carryOut(work: Work): Promise<Guess<ChallengeResult>> {
  const { approval } = work;
  switch (approval.action) {
    case 'set-pin':
      return setPin(work, approval);
    case 'set-recovery':
      return setRecovery(work, approval.recovery);
    case 'change-pin':
      return changePin(work, approval.newPin.salt);
    case 'reset-pin':
      return resetPin(work, approval);
    case 'confirm':
      return createWallets(work);
  }
}

async function setPin(work: Work, approval: Schemas['SetPinApproval']): Promise<Guess<ChallengeResult>> {
  const { context, db, customer, secrets } = work;
  const { random } = context;
  const secret = requireSecret(secrets.newPin);
  const newPin = { secret, salt: approval.newPin.salt };
  const recovery = await recoverySetup(work, approval.recovery);
  if (recovery === undefined && needsRecovery(work.payload)) {
    throw new ApiError('recovery_not_set', {
      message: 'This approval makes wallets too, and they need a way to recover the PIN. Set up recovery with it.',
    });
  }
  const record = nodeOne.setPin({ customerId: customer.id, newPin, ...(recovery && { recovery }), random });
  await keyShares.saveNodeOneRecord(db, record);
  await keyShares.insertNodeTwoRecord(db, drawNodeTwoShare(customer.id, random));
  if (recovery !== undefined) await storeRecoverySecret(db, customer.id, recovery);
  await updateCustomer(db, customer.id, { hasPin: 1, hasRecovery: recovery === undefined ? 0 : 1 });
  const opened = nodeOne.unwrapWithPin(record, secret);
  if (!opened.ok) throw new Error('Node 1 cannot open the share that it has just wrapped');
  const wallets = await deriveWallets(work, opened.share);
  return {
    ok: true,
    value: {
      task: 'initialize',
      hasPin: true,
      hasRecovery: recovery !== undefined,
      ...(recovery === undefined ? {} : { recoveryMethod: recovery.method }),
      wallets: wallets.map(toWallet),
    },
  };
}

async function setRecovery(work: Work, setup: RecoverySetup): Promise<Guess<ChallengeResult>> {
  const { context, db, customer, secrets } = work;
  const recovery = await recoverySetup(work, setup);
  if (recovery === undefined) throw new ApiError('validation_failed');
  const record = await requireNodeOneRecord(db, customer.id);
  const secret = requireSecret(secrets.pin);
  const changed = nodeOne.setRecovery(record, { secret, recovery, random: context.random });
  if (!changed.ok) return changed;
  await keyShares.saveNodeOneRecord(db, changed.record);
  await storeRecoverySecret(db, customer.id, recovery);
  await updateCustomer(db, customer.id, { hasRecovery: 1 });
  return { ok: true, value: { task: 'recovery', hasRecovery: true, recoveryMethod: recovery.method } };
}

async function changePin({ context, db, customer, secrets }: Work, salt: string): Promise<Guess<ChallengeResult>> {
  const record = await requireNodeOneRecord(db, customer.id);
  const changed = nodeOne.changePin(record, {
    secret: requireSecret(secrets.pin),
    newPin: { secret: requireSecret(secrets.newPin), salt },
    random: context.random,
  });
  if (!changed.ok) return changed;
  await keyShares.saveNodeOneRecord(db, changed.record);
  return { ok: true, value: { task: 'update-pin', hasPin: true } };
}

async function resetPin(work: Work, approval: Schemas['ResetPinApproval']): Promise<Guess<ChallengeResult>> {
  const { context, db, row, customer, secrets } = work;
  const record = await requireNodeOneRecord(db, customer.id);
  const { method } = approval.recovery;
  if (record.recovery?.method !== method) throw new ApiError('recovery_not_set');
  let recoverySecret: Uint8Array;
  if (record.recovery.method === 'email') {
    await requireVerifiedEmail(db, row.id, record.recovery.email);
    recoverySecret = await releaseRecoverySecret(db, customer.id);
  } else {
    recoverySecret = requireSecret(secrets.answers);
  }
  const newPin = { secret: requireSecret(secrets.newPin), salt: approval.newPin.salt };
  const changed = nodeOne.resetPin(record, { recoverySecret, newPin, random: context.random });
  if (method === 'email') recoverySecret.fill(0);
  if (!changed.ok) {
    if (method === 'questions') return { ok: false, code: 'recovery_answers_incorrect' };
    throw new Error('the recovery secret of the store does not open the recovery copy');
  }
  await keyShares.saveNodeOneRecord(db, changed.record);
  return { ok: true, value: { task: 'reset-pin', hasPin: true } };
}

async function createWallets(work: Work): Promise<Guess<ChallengeResult>> {
  const { db, customer, secrets } = work;
  const record = await requireNodeOneRecord(db, customer.id);
  const opened = nodeOne.unwrapWithPin(record, requireSecret(secrets.pin));
  if (!opened.ok) return opened;
  const wallets = await deriveWallets(work, opened.share);
  return { ok: true, value: { task: 'create-wallet', wallets: wallets.map(toWallet) } };
}

/** One wallet for each chain, at the customer's next index there: EVM chains share an address where their indexes agree. */
async function deriveWallets({ context, db, customer, payload, now }: Work, shareOne: Uint8Array): Promise<WalletRow[]> {
  const blockchains = 'blockchains' in payload ? (payload.blockchains ?? []) : [];
  const nodeTwoRecord = await keyShares.findNodeTwoRecord(db, customer.id);
  if (nodeTwoRecord === undefined) throw new Error(`Node 2 has no share of customer ${customer.id}`);
  const rows = await withSeed({ shareOne, shareTwo: readNodeTwoShare(nodeTwoRecord) }, async (seed) => {
    const derived: WalletRow[] = [];
    for (const [position, blockchain] of blockchains.entries()) {
      const addressIndex = await nextAddressIndex(db, customer.id, blockchain);
      const account = await deriveAccount({ seed, blockchain, index: addressIndex });
      const { name, refId } = walletMetadata(payload, position) ?? {};
      derived.push({
        id: context.newId(),
        customerId: customer.id,
        blockchain,
        addressIndex,
        ...account,
        name: name ?? null,
        refId: refId ?? null,
        createdAt: timestamp(now),
        updatedAt: timestamp(now),
      });
    }
    return derived;
  });
  if (rows.length > 0) await insertWallets(db, rows);
  return rows;
}

/** A recovery method to be set up, with the secret for its copy; `undefined` when the user sets it up later. */
async function recoverySetup(
  { context, db, row, secrets }: Work,
  setup: RecoverySetup,
): Promise<nodeOne.RecoverySetup | undefined> {
  if (setup.method === 'none') return undefined;
  if (setup.method === 'questions') {
    const [first, second] = setup.questions;
    if (first === undefined || second === undefined) throw new ApiError('validation_failed');
    const questionIds = [first.questionId, second.questionId] as const;
    const unknown = questionIds.findIndex((id) => !questionCatalogue.some(({ questionId }) => questionId === id));
    if (unknown !== -1) {
      const message = `There is no question ${questionIds[unknown]} in the catalogue.`;
      const path = `body/recovery/questions/${unknown}/questionId`;
      throw new ApiError('validation_failed', { message, details: [{ path, code: 'enum', message }] });
    }
    const secret = requireSecret(secrets.answers);
    return { method: 'questions', questionIds, salt: setup.salt, secret };
  }
  await requireVerifiedEmail(db, row.id, setup.email);
  return { method: 'email', email: setup.email, secret: drawRecoverySecret(context.random) };
}

/** What the recovery service keeps to release against a code, or nothing when the answers are the secret. */
async function storeRecoverySecret(db: Store, customerId: string, recovery: nodeOne.RecoverySetup): Promise<void> {
  if (recovery.method === 'email') await recoveryStore.saveRecoverySecret(db, customerId, toBase64(recovery.secret));
  else await recoveryStore.deleteRecoverySecret(db, customerId);
  recovery.secret.fill(0);
}

async function requireVerifiedEmail(db: Store, challengeId: string, email: string): Promise<void> {
  const code = await recoveryStore.findRecoveryCode(db, challengeId);
  if (!code?.consumed || code.email !== email) throw new ApiError('recovery_not_verified');
}

async function releaseRecoverySecret(db: Store, customerId: string): Promise<Uint8Array> {
  const secret = await recoveryStore.findRecoverySecret(db, customerId);
  if (secret === undefined) throw new Error(`the recovery service has no secret of customer ${customerId}`);
  return fromBase64(secret);
}

export async function requireNodeOneRecord(db: Store, customerId: string): Promise<nodeOne.NodeOneRecord> {
  const record = await keyShares.findNodeOneRecord(db, customerId);
  if (record === undefined) throw new Error(`Node 1 has no record of customer ${customerId}`);
  return record;
}

function requireSecret(opened: OpenedSecret | undefined): Uint8Array {
  if (opened === undefined) throw new Error('the approval was carried out without the secret it needs');
  return opened.secret;
}

function wipe(secrets: OpenedSecrets): void {
  for (const opened of Object.values(secrets)) opened?.secret.fill(0);
}

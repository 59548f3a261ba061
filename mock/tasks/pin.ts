import { ApiError } from '../api-error.ts';
import { toWallet } from '../handlers/wallets.ts';
import * as nodeOne from '../nodes/node-one.ts';
import { drawNodeTwoShare } from '../nodes/node-two.ts';
import { drawRecoverySecret } from '../nodes/recovery-service.ts';
import { questionCatalogue } from '../protocol/answers.ts';
import { fromBase64, toBase64 } from '../protocol/base64.ts';
import { updateCustomer } from '../store/customers.ts';
import type { Store } from '../store/database.ts';
import * as keyShares from '../store/key-shares.ts';
import * as recoveryStore from '../store/recovery.ts';
import type { components } from '../../generated/types.ts';
import { tellRecoveryStart } from '../handlers/recovery-start.ts';
import { emit } from '../webhooks/emit.ts';
import { deriveWallets } from './create-wallets.ts';
import { type Outcome, requireNodeOneRecord, requireSecret, withCustomerSeed, type Work } from './work.ts';

type Schemas = components['schemas'];
type RecoverySetup = Schemas['RecoverySetup'];

/** `initialize` can make wallets in the same approval; the other PIN tasks have nothing to remember. */
export interface PinPayload {
  task: 'initialize' | 'recovery' | 'update-pin' | 'reset-pin';
  blockchains?: string[];
}

/** Whether recovery cannot be put off: no wallet is made without it. */
export function needsRecovery({ task, blockchains = [] }: PinPayload): boolean {
  return task === 'initialize' && blockchains.length > 0;
}

export async function setPin(work: Work<PinPayload>, approval: Schemas['SetPinApproval']): Promise<Outcome> {
  const { context, db, customer, secrets, now } = work;
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
  await emit(context, db, {
    event: 'customer.pin_setup',
    resourceId: customer.id,
    at: now,
    data: { ...whoAndWhere(work), hasRecovery: recovery !== undefined },
  });
  const opened = nodeOne.unwrapWithPin(record, secret);
  if (!opened.ok) throw new Error('Node 1 cannot open the share that it has just wrapped');
  const { blockchains = [] } = work.payload;
  const wallets = await withCustomerSeed(work, opened.share, (seed) => deriveWallets(work, seed, blockchains)).finally(() =>
    opened.share.fill(0),
  );
  return {
    ok: true,
    result: {
      task: 'initialize',
      hasPin: true,
      hasRecovery: recovery !== undefined,
      ...(recovery === undefined ? {} : { recoveryMethod: recovery.method }),
      wallets: wallets.map(toWallet),
    },
  };
}

export async function setRecovery(work: Work, setup: RecoverySetup): Promise<Outcome> {
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
  return { ok: true, result: { task: 'recovery', hasRecovery: true, recoveryMethod: recovery.method } };
}

export async function changePin({ context, db, customer, secrets }: Work, salt: string): Promise<Outcome> {
  const record = await requireNodeOneRecord(db, customer.id);
  const changed = nodeOne.changePin(record, {
    secret: requireSecret(secrets.pin),
    newPin: { secret: requireSecret(secrets.newPin), salt },
    random: context.random,
  });
  if (!changed.ok) return changed;
  await keyShares.saveNodeOneRecord(db, changed.record);
  return { ok: true, result: { task: 'update-pin', hasPin: true } };
}

export async function resetPin(work: Work, approval: Schemas['ResetPinApproval']): Promise<Outcome> {
  const { context, db, row, customer, secrets, now } = work;
  const record = await requireNodeOneRecord(db, customer.id);
  const { method } = approval.recovery;
  if (record.recovery?.method !== method) throw new ApiError('recovery_not_set');
  await tellRecoveryStart(context, db, row, customer, method);
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
  await emit(context, db, {
    event: 'customer.recovery_completed',
    resourceId: customer.id,
    at: now,
    data: { ...whoAndWhere(work), method },
  });
  return { ok: true, result: { task: 'reset-pin', hasPin: true } };
}

/** What the events of a customer have in common. */
function whoAndWhere({ customer, row }: Work) {
  return {
    customerId: customer.id,
    ...(customer.refId === null ? {} : { refId: customer.refId }),
    challengeId: row.id,
  };
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


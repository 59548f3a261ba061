import { ApiError } from '../api-error.ts';
import type { Context } from '../context.ts';
import { deriveInPool } from '../nodes/derive-in-pool.ts';
import type { NodeOneRecovery } from '../nodes/node-one.ts';
import { defaultSandboxAnswers, deriveAnswersSecret, normaliseAnswer } from '../protocol/answers.ts';
import { fromBase64, toBase64 } from '../protocol/base64.ts';
import { deriveSecret, saltBytes, weakPinReason } from '../protocol/pin.ts';
import { type SealContext, sealSecret } from '../protocol/seal.ts';
import type { ChallengeRow } from '../store/challenges.ts';
import { listEmails } from '../store/emails.ts';
import { requireNodeOneRecord } from '../tasks/work.ts';
import type { components } from '../../generated/types.ts';
import { actionOf, type Approval } from './approval.ts';
import { checkRecovery, startRecovery } from './gateway.ts';

type Schemas = components['schemas'];
type Entries = Schemas['SandboxApprovalRequest'];
type Answers = readonly { questionId: string; answer: string }[];

/**
 * What the Gateway page would send if the user entered this: the same derivation, the same seal, and for e-mail the
 * same code by way of the mailbox.
 */
export async function playBrowser(context: Context, row: ChallengeRow, entries: Entries): Promise<Approval> {
  const { db } = context;
  const action = actionOf(row.task);
  switch (action) {
    case 'set-pin': {
      const newPin = await sealNewPin(context, row, entries.pin, 'pin');
      return { action, newPin, recovery: await setUpRecovery(context, row, entries.recovery) };
    }
    case 'set-recovery': {
      if (entries.recovery?.method === 'none') {
        throw invalid('recovery/method', 'The task recovery sets a method up: give questions or email.');
      }
      const recovery = await setUpRecovery(context, row, entries.recovery);
      if (recovery.method === 'none') throw new Error('a recovery method was given and got lost');
      return { action, pin: await sealPin(context, row, entries.pin), recovery };
    }
    case 'change-pin': {
      if (entries.newPin === undefined) throw invalid('newPin', 'The task update-pin needs newPin.');
      const newPin = await sealNewPin(context, row, entries.newPin, 'newPin');
      return { action, pin: await sealPin(context, row, entries.pin), newPin };
    }
    case 'reset-pin': {
      const { recovery: set } = await requireNodeOneRecord(db, row.customerId);
      if (set === undefined) throw new ApiError('recovery_not_set');
      const field = entries.newPin === undefined ? 'pin' : 'newPin';
      const newPin = await sealNewPin(context, row, entries.newPin ?? entries.pin, field);
      return { action, recovery: await proveRecovery(context, row, set, entries.recovery), newPin };
    }
    case 'confirm':
      return { action, pin: await sealPin(context, row, entries.pin) };
  }
}

async function sealPin(context: Context, row: ChallengeRow, pin: string): Promise<Schemas['PinSecret']> {
  const { salt } = await requireNodeOneRecord(context.db, row.customerId);
  return { sealedSecret: await seal(context, row, 'pin', await deriveSecret(pin, fromBase64(salt), deriveInPool)) };
}

async function sealNewPin(
  context: Context,
  row: ChallengeRow,
  pin: string,
  field: string,
): Promise<Schemas['NewPinSecret']> {
  const reason = weakPinReason(pin);
  if (reason !== undefined) {
    throw new ApiError('pin_too_weak', {
      message: `This PIN is too easy to guess. ${reason} Choose another.`,
      details: [{ path: `body/${field}`, code: 'pin_too_weak', message: reason }],
    });
  }
  const salt = context.browserRandom(saltBytes);
  const sealedSecret = await seal(context, row, 'new-pin', await deriveSecret(pin, salt, deriveInPool));
  return { sealedSecret, salt: toBase64(salt) };
}

async function setUpRecovery(
  context: Context,
  row: ChallengeRow,
  given: Schemas['SandboxRecovery'] = { method: 'questions', answers: [...defaultSandboxAnswers] },
): Promise<Schemas['RecoverySetup']> {
  if (given.method === 'none') return { method: 'none' };
  if (given.method === 'email') {
    await verifyEmail(context, row, given.email);
    return { method: 'email', email: given.email };
  }
  const salt = context.browserRandom(saltBytes);
  const sealedSecret = await sealAnswers(context, row, given.answers, salt);
  const questions = given.answers.map(({ questionId }) => ({ questionId }));
  return { method: 'questions', questions, salt: toBase64(salt), sealedSecret };
}

async function proveRecovery(
  context: Context,
  row: ChallengeRow,
  set: NodeOneRecovery,
  given: Schemas['SandboxRecovery'] | undefined,
): Promise<Schemas['RecoveryProof']> {
  if (given !== undefined && given.method !== set.method) {
    throw invalid('recovery/method', `The customer set up recovery by ${set.method}.`);
  }
  if (set.method === 'email') {
    if (given?.method === 'email' && given.email.toLowerCase() !== set.email.toLowerCase()) {
      throw invalid('recovery/email', 'This is not the address that the customer set up.');
    }
    await verifyEmail(context, row, undefined);
    return { method: 'email' };
  }
  const known: Answers = given?.method === 'questions' ? given.answers : defaultSandboxAnswers;
  const answers = set.questionIds.map((questionId) => {
    const found = known.find((one) => one.questionId === questionId);
    if (found !== undefined) return found;
    throw invalid('recovery/answers', `The customer chose the questions ${set.questionIds.join(' and ')}: answer these.`);
  });
  return { method: 'questions', sealedSecret: await sealAnswers(context, row, answers, fromBase64(set.salt)) };
}

/** Asks for a code, takes it from the mailbox, and enters it. */
async function verifyEmail(context: Context, row: ChallengeRow, email: string | undefined): Promise<void> {
  await startRecovery(context, row, { method: 'email', ...(email === undefined ? {} : { email }) });
  const { rows } = await listEmails(context.db, { challengeId: row.id }, { page: 1, limit: 1, order: 'desc' });
  const [mail] = rows;
  if (mail === undefined) throw new Error('the recovery mail is not in the mailbox');
  await checkRecovery(context, row, { method: 'email', code: mail.code });
}

async function sealAnswers(context: Context, row: ChallengeRow, given: Answers, salt: Uint8Array): Promise<string> {
  const [first = '', second = ''] = given.map(({ answer }) => answer);
  for (const answer of [first, second]) {
    if (normaliseAnswer(answer) === '') throw invalid('recovery/answers', 'An answer is empty.');
  }
  return seal(context, row, 'answers', await deriveAnswersSecret([first, second], salt, deriveInPool));
}

async function seal(context: Context, row: ChallengeRow, purpose: SealContext, secret: Uint8Array): Promise<string> {
  try {
    const publicKeyPem = await context.nodeOneKey.publicKeyPem();
    const timestamp = context.clock.now();
    return await sealSecret({ secret, context: purpose, challengeId: row.id, timestamp, publicKeyPem });
  } finally {
    secret.fill(0);
  }
}

function invalid(field: string, message: string): ApiError {
  return new ApiError('validation_failed', { message, details: [{ path: `body/${field}`, code: 'invalid', message }] });
}

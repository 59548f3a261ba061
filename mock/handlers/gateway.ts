import { timingSafeEqual } from 'node:crypto';
import { ApiError } from '../api-error.ts';
import { timestamp } from '../clock.ts';
import type { Context } from '../context.ts';
import type { Call, Handlers } from '../contract.ts';
import type { NodeOneRecord } from '../nodes/node-one.ts';
import { checkCode, issueCode, maskEmail, recoveryCodeAttempts } from '../nodes/recovery-service.ts';
import { questionCatalogue } from '../protocol/answers.ts';
import { kdf } from '../protocol/pin.ts';
import { buildReturnUrl } from '../return-url.ts';
import { stateOf } from '../store/challenge-rows.ts';
import type { ChallengeRow } from '../store/challenges.ts';
import { inTransaction } from '../store/database.ts';
import { findNodeOneRecord } from '../store/key-shares.ts';
import { findRecoveryCode, saveRecoveryCode } from '../store/recovery.ts';
import { needsRecovery } from '../tasks/pin.ts';
import type { components } from '../../generated/types.ts';
import { answer } from './answer.ts';
import { actionOf, approveChallenge, checkAnswers } from './approval.ts';
import { applyEvent, hashToken, requireChallenge, requirePending } from './challenge-view.ts';
import { requireCustomer } from './customers.ts';
import { attemptsRemaining, lockedUntil, requireUnlocked } from './lockout.ts';
import { sendRecoveryMail } from './recovery-mail.ts';
import { tellRecoveryStart } from './recovery-start.ts';

type Schemas = components['schemas'];
type StartRequest = Schemas['StartGatewayRecoveryRequest'];
type CheckRequest = Schemas['CheckGatewayRecoveryRequest'];

const noStore = { 'Cache-Control': 'no-store' };

/** Handlers of the tag Gateway: what the page asks for. */
export function gatewayHandlers(context: Context) {
  return {
    openGatewayPage: async () => {
      const { html, headers } = context.gatewayPage();
      return { status: 200, body: html, headers: { ...headers } };
    },

    getGatewayChallenge: async (call) => {
      const row = await authorize(context, call);
      return { ...answer(200, 'Challenge found', await toGatewayChallenge(context, row)), headers: noStore };
    },

    startGatewayRecovery: async (call) => {
      const row = await authorize(context, call);
      return { ...answer(200, 'Recovery started', await startRecovery(context, row, call.body)), headers: noStore };
    },

    checkGatewayRecovery: async (call) => {
      const row = await authorize(context, call);
      await checkRecovery(context, row, call.body);
      const { method } = call.body;
      return { ...answer(200, 'Recovery checked', { method, verified: true }), headers: noStore };
    },

    approveGatewayChallenge: async (call) => {
      const { id } = await authorize(context, call);
      const { row, export: exported } = await approveChallenge(context, id, call.body);
      const outcome = { ...toOutcome(context, row), ...(exported === undefined ? {} : { export: exported }) };
      return { ...answer(200, 'Challenge approved', outcome), headers: noStore };
    },

    rejectGatewayChallenge: async (call) => {
      const { id } = await authorize(context, call);
      const row = await rejectChallenge(context, id);
      return { ...answer(200, 'Challenge rejected', toOutcome(context, row)), headers: noStore };
    },
  } satisfies Handlers;
}

type GatewayCall = Pick<Call<'getGatewayChallenge'>, 'path' | 'bearer' | 'request'>;

/** The challenge that the token opens. Pages of other origins are turned away, whatever token they bring. */
async function authorize(context: Context, { path, bearer, request }: GatewayCall): Promise<ChallengeRow> {
  const origin = request.headers.get('origin');
  if (origin !== null && origin !== context.gatewayOrigin() && URL.parse(origin)?.host !== request.headers.get('host')) {
    throw new ApiError('origin_not_allowed');
  }
  const row = await requireChallenge(context, path.challengeId);
  const given = Buffer.from(hashToken(bearer ?? ''), 'hex');
  if (!timingSafeEqual(given, Buffer.from(row.tokenHash, 'hex'))) throw new ApiError('gateway_token_invalid');
  return row;
}

async function toGatewayChallenge(context: Context, row: ChallengeRow): Promise<Schemas['GatewayChallenge']> {
  const { db, clock, branding, nodeOneKey } = context;
  const now = clock.now();
  const customer = await requireCustomer(db, row.customerId);
  const record = await findNodeOneRecord(db, row.customerId);
  const until = lockedUntil(customer, now);
  const { status, failure } = stateOf(row);
  return {
    challengeId: row.id,
    task: row.task,
    action: actionOf(row.task),
    status,
    expiresAt: row.expiresAt,
    serverTime: timestamp(now),
    attemptsRemaining: attemptsRemaining(customer, now),
    ...(until === undefined ? {} : { lockedUntil: until }),
    customer: { name: customer.name },
    application: { origin: new URL(row.returnUrl).origin },
    branding,
    display: JSON.parse(row.display),
    pin: {
      publicKey: await nodeOneKey.publicKeyPem(),
      kdf,
      ...(record === undefined ? {} : { salt: record.salt }),
    },
    recovery: {
      methods: ['questions', 'email'],
      questionCatalogue: [...questionCatalogue],
      ...(needsRecovery(JSON.parse(row.payload)) ? { required: true } : {}),
      ...recoveryOf(record),
    },
    ...(status === 'pending' ? {} : { returnUrl: returnUrlOf(context, row) }),
    ...(failure === undefined ? {} : { failure }),
  };
}

function recoveryOf(record: NodeOneRecord | undefined) {
  const recovery = record?.recovery;
  if (recovery === undefined) return {};
  if (recovery.method === 'email') return { method: 'email', email: maskEmail(recovery.email) };
  return { method: 'questions', questions: questionsOf(recovery.questionIds), salt: recovery.salt };
}

function questionsOf(questionIds: readonly string[]): Schemas['SecurityQuestion'][] {
  return questionIds.map((questionId) => {
    const text = questionCatalogue.find((question) => question.questionId === questionId)?.text ?? questionId;
    return { questionId, text };
  });
}

function returnUrlOf({ clock, webhookSecret }: Context, row: ChallengeRow): string {
  const { id: challengeId, status, returnUrl } = row;
  const state = row.state === null ? {} : { state: row.state };
  return buildReturnUrl({ returnUrl, challengeId, status, ...state, now: clock.realNow(), webhookSecret });
}

/** How a challenge ended, with the way back to the application. */
export function toOutcome(context: Context, row: ChallengeRow): Schemas['GatewayOutcome'] {
  const { status, failure } = stateOf(row);
  return {
    challengeId: row.id,
    status,
    returnUrl: returnUrlOf(context, row),
    ...(failure === undefined ? {} : { failure }),
  };
}

/** Fails a pending challenge because its user said no. */
export async function rejectChallenge(context: Context, challengeId: string): Promise<ChallengeRow> {
  return inTransaction(context.db, async (db) => {
    const row = await requireChallenge({ ...context, db }, challengeId);
    return applyEvent(context, db, row, { type: 'fail', code: 'rejected' });
  });
}

/** Sends a code, or hands out the questions that were set up. */
export async function startRecovery(
  context: Context,
  row: ChallengeRow,
  body: StartRequest,
): Promise<Schemas['GatewayRecoveryStart']> {
  const { clock, random, recoveryCodeKey } = context;
  return inTransaction(context.db, async (db) => {
    const now = clock.now();
    const customer = await requireCustomer(db, row.customerId);
    requireUnlocked(customer, now);
    // Read again: since the token was checked the challenge may have been cancelled.
    requirePending(await requireChallenge({ ...context, db }, row.id));
    const recovery = (await findNodeOneRecord(db, row.customerId))?.recovery;
    if (body.method === 'questions') {
      if (row.task !== 'reset-pin') throw invalid('method', 'forbidden', `The task ${row.task} asks no questions that were set up.`);
      if (recovery?.method !== 'questions') throw new ApiError('recovery_not_set');
      await tellRecoveryStart(context, db, row, customer, 'questions');
      const { questionIds, salt } = recovery;
      return { method: 'questions', questions: questionsOf(questionIds), salt };
    }
    const email = addressFor(row, recovery, body.email);
    const { code, record } = issueCode({ challengeId: row.id, email, key: recoveryCodeKey, now: new Date(now), random });
    await sendRecoveryMail({ ...context, db }, { row, email, code, applicationName: context.branding.name });
    await saveRecoveryCode(db, record);
    await tellRecoveryStart(context, db, row, customer, 'email');
    return { method: 'email', email: maskEmail(email), expiresAt: record.expiresAt };
  });
}

/** Where the code goes: to the address that is being set up, or to the one that was. */
function addressFor({ task }: ChallengeRow, recovery: NodeOneRecord['recovery'], email: string | undefined): string {
  if (task === 'reset-pin') {
    if (recovery?.method !== 'email') throw new ApiError('recovery_not_set');
    if (email !== undefined) {
      throw invalid('email', 'forbidden', 'The code goes to the address that is set up: leave email out.');
    }
    return recovery.email;
  }
  if (task !== 'initialize' && task !== 'recovery') {
    throw invalid('method', 'forbidden', `The task ${task} needs no recovery.`);
  }
  if (email === undefined) throw invalid('email', 'required', 'Send the e-mail address that is to be set up.');
  return email;
}

/** Checks a code or answers. What is wrong counts, and the count outlives the refusal. */
export async function checkRecovery(context: Context, row: ChallengeRow, body: CheckRequest): Promise<void> {
  const { clock, recoveryCodeKey } = context;
  const customer = await requireCustomer(context.db, row.customerId);
  requireUnlocked(customer, clock.now());
  requirePending(row);
  if (body.method === 'questions') {
    if (row.task !== 'reset-pin') throw new ApiError('recovery_not_set');
    return checkAnswers(context, row, body.sealedSecret);
  }
  const checked = await inTransaction(context.db, async (db) => {
    const known = await findRecoveryCode(db, row.id);
    const checked = checkCode(known, { code: body.code, key: recoveryCodeKey, now: new Date(clock.now()) });
    if (checked.record !== undefined) await saveRecoveryCode(db, checked.record);
    return checked;
  });
  if (checked.ok) return;
  if (checked.code === 'recovery_code_expired') throw new ApiError('recovery_code_expired');
  const left = checked.record?.attemptsRemaining ?? recoveryCodeAttempts;
  throw new ApiError('recovery_code_incorrect', {
    message: `The code is not correct. ${left} ${left === 1 ? 'attempt' : 'attempts'} left.`,
  });
}

function invalid(field: string, code: string, message: string): ApiError {
  return new ApiError('validation_failed', { message, details: [{ path: `body/${field}`, code, message }] });
}

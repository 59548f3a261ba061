import { ApiError } from '../api-error.ts';
import { newChallengeState } from '../challenge-state.ts';
import { timestamp } from '../clock.ts';
import type { Context } from '../context.ts';
import { createGatewayToken } from '../ids.ts';
import { refuseReturnUrl } from '../return-url.ts';
import { outcomeOf } from '../store/challenge-rows.ts';
import { type ChallengeRow, insertChallenge, listPendingOfTask } from '../store/challenges.ts';
import type { CustomerRow } from '../store/customers.ts';
import { afterCommit, inTransaction, type Store } from '../store/database.ts';
import type { components } from '../../generated/types.ts';
import { answer } from './answer.ts';
import { applyEvent, hashToken, toChallenge } from './challenge-view.ts';
import { requireCustomer } from './customers.ts';
import { settleChallenges } from './finish-challenge.ts';
import { requireUnlocked } from './lockout.ts';

type Schemas = components['schemas'];

/** The tasks of which a customer has one pending challenge at most: a newer one takes its place. */
const exclusiveTasks = new Set(['initialize', 'recovery', 'update-pin', 'reset-pin']);

/** What a customer is asked for. */
export interface Asked {
  /** What approval carries out, for the code of the task; JSON-plain. */
  payload: { task: string };
  display: Schemas['ChallengeDisplay'];
  /** What the request had beside the fields that every request has. */
  metadata?: Schemas['ChallengeMetadata'];
}

export interface ChallengeRequest {
  customerId: string;
  body: { redirectUrl: string; state?: string };
  /** Throws when the customer's state forbids the task. */
  check: (customer: CustomerRow) => void;
  /** Throws when the request cannot be carried out. Everything that is asked for is fixed here: amounts, fee, nonce. */
  prepare: (customer: CustomerRow, db: Store) => Asked | Promise<Asked>;
}

/** Makes a pending challenge, and answers with the way to the Gateway. */
export function requestChallenge(context: Context, db: Store, request: ChallengeRequest) {
  return inTransaction(db, (db) => makeChallenge(context, db, request));
}

async function makeChallenge(context: Context, db: Store, request: ChallengeRequest) {
  const { clock, newId, random, returnUrls } = context;
  const { customerId, body, check, prepare } = request;
  const customer = await requireCustomer(db, customerId);
  const refusal = refuseReturnUrl(body.redirectUrl, returnUrls);
  if (refusal !== undefined) {
    throw new ApiError('redirect_url_not_allowed', {
      message: refusal,
      details: [{ path: 'body/redirectUrl', code: 'redirect_url_not_allowed', message: refusal }],
    });
  }
  const now = clock.now();
  requireUnlocked(customer, now);
  check(customer);
  await settleChallenges(context, db);
  const { payload, display, metadata = {} } = await prepare(customer, db);
  const { task } = payload;
  if (exclusiveTasks.has(task)) await supersede(context, db, customerId, task);
  const token = createGatewayToken(random);
  const { state } = body;
  const row: ChallengeRow = {
    id: newId(),
    customerId,
    task,
    tokenHash: hashToken(token),
    returnUrl: body.redirectUrl,
    state: state ?? null,
    display: JSON.stringify(display),
    metadata: JSON.stringify({ ...metadata, ...(state === undefined ? {} : { state }) }),
    payload: JSON.stringify(payload),
    createdAt: timestamp(now),
    recoveryStartedAt: null,
    ...outcomeOf(newChallengeState(now)),
  };
  await insertChallenge(db, row);
  afterCommit(db, () => context.happened({ what: 'challenge', id: row.id, task, status: row.status }));
  return answer(201, 'Challenge created', toChallenge(context, row, customer, token));
}

async function supersede(context: Context, db: Store, customerId: string, task: string): Promise<void> {
  for (const pending of await listPendingOfTask(db, customerId, task)) {
    await applyEvent(context, db, pending, { type: 'fail', code: 'superseded' });
  }
}

export function requirePin({ id, hasPin }: CustomerRow): void {
  if (hasPin === 1) return;
  throw new ApiError('pin_not_set', {
    message: `The customer has no PIN. Send them through POST /v2/customers/${id}/initialize first.`,
  });
}

export function requirePinAndRecovery(customer: CustomerRow): void {
  requirePin(customer);
  if (customer.hasRecovery === 1) return;
  throw new ApiError('recovery_not_set', {
    message: `The customer has no recovery method. Send them through POST /v2/customers/${customer.id}/recovery first.`,
  });
}

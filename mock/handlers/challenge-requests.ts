import { ApiError } from '../api-error.ts';
import { newChallengeState } from '../challenge-state.ts';
import { timestamp } from '../clock.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../contract.ts';
import type { Idempotent } from '../idempotency.ts';
import { createGatewayToken } from '../ids.ts';
import { refuseReturnUrl } from '../return-url.ts';
import { outcomeOf, settleChallenges } from '../store/challenge-rows.ts';
import { type ChallengeRow, insertChallenge, listPendingOfTask } from '../store/challenges.ts';
import type { CustomerRow } from '../store/customers.ts';
import { inTransaction, type Store } from '../store/database.ts';
import { answer } from './answer.ts';
import { requireBlockchains } from './blockchains.ts';
import { displayOf, type Payload } from './challenge-display.ts';
import { applyEvent, hashToken, toChallenge } from './challenge-view.ts';
import { requireCustomer } from './customers.ts';
import { requireUnlocked } from './lockout.ts';

/** The tasks of which a customer has one pending challenge at most: a newer one takes its place. */
const exclusiveTasks = new Set(['initialize', 'recovery', 'update-pin', 'reset-pin']);

interface ChallengeRequest {
  customerId: string;
  body: { redirectUrl: string; state?: string };
  payload: Payload;
  /** What the request had beside the fields that every request has. */
  metadata?: Record<string, unknown>;
  /** Throws when the customer's state forbids the task. */
  check: (customer: CustomerRow) => void;
}

/** Handlers of the operations that ask a customer for something. */
export function challengeRequestHandlers(context: Context, idempotent: Idempotent) {
  const request = (db: Store, challenge: ChallengeRequest) =>
    inTransaction(db, (db) => requestChallenge(context, db, challenge));
  return {
    initializeCustomer: idempotent(async ({ path, body }, db) => {
      requireBlockchains(body.blockchains ?? []);
      const blockchains = body.blockchains === undefined ? {} : { blockchains: body.blockchains };
      return request(db, {
        customerId: path.customerId,
        body,
        payload: { task: 'initialize', ...blockchains },
        metadata: blockchains,
        check: requireNoPin,
      });
    }),

    setUpRecovery: idempotent(async ({ path, body }, db) =>
      request(db, { customerId: path.customerId, body, payload: { task: 'recovery' }, check: requirePin }),
    ),

    changePin: idempotent(async ({ path, body }, db) =>
      request(db, { customerId: path.customerId, body, payload: { task: 'update-pin' }, check: requirePin }),
    ),

    resetPin: idempotent(async ({ path, body }, db) =>
      request(db, { customerId: path.customerId, body, payload: { task: 'reset-pin' }, check: requirePinAndRecovery }),
    ),

    createWallets: idempotent(async ({ path, body }, db) => {
      const { blockchains, metadata = [] } = body;
      requireBlockchains(blockchains);
      if (metadata.length > 1 && metadata.length !== blockchains.length) {
        throw new ApiError('validation_failed', {
          message:
            `metadata has ${metadata.length} items for ${blockchains.length} blockchains. ` +
            'Send one for each, or one for all.',
          details: [{ path: 'body/metadata', code: 'length', message: 'must have one item, or one for each blockchain' }],
        });
      }
      return request(db, {
        customerId: path.customerId,
        body,
        payload: { task: 'create-wallet', blockchains, ...(metadata.length === 0 ? {} : { metadata }) },
        metadata: { blockchains },
        check: requirePinAndRecovery,
      });
    }),
  } satisfies Handlers;
}

async function requestChallenge(context: Context, db: Store, request: ChallengeRequest) {
  const { clock, newId, random, returnUrls } = context;
  const { customerId, body, payload, metadata = {}, check } = request;
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
  if (exclusiveTasks.has(payload.task)) await supersede(db, customerId, payload.task, now);
  const token = createGatewayToken(random);
  const { state } = body;
  const row: ChallengeRow = {
    id: newId(),
    customerId,
    task: payload.task,
    tokenHash: hashToken(token),
    returnUrl: body.redirectUrl,
    state: state ?? null,
    display: JSON.stringify(displayOf(customer, body.redirectUrl, payload)),
    metadata: JSON.stringify({ ...metadata, ...(state === undefined ? {} : { state }) }),
    payload: JSON.stringify(payload),
    createdAt: timestamp(now),
    ...outcomeOf(newChallengeState(now)),
  };
  await insertChallenge(db, row);
  return answer(201, 'Challenge created', toChallenge(context, row, customer, token));
}

async function supersede(db: Store, customerId: string, task: string, now: number): Promise<void> {
  await settleChallenges(db, now);
  for (const pending of await listPendingOfTask(db, customerId, task)) {
    await applyEvent(db, pending, { type: 'fail', code: 'superseded' }, now);
  }
}

function requireNoPin({ hasPin }: CustomerRow): void {
  if (hasPin === 1) throw new ApiError('pin_already_set');
}

function requirePin({ id, hasPin }: CustomerRow): void {
  if (hasPin === 1) return;
  throw new ApiError('pin_not_set', {
    message: `The customer has no PIN. Send them through POST /v2/customers/${id}/initialize first.`,
  });
}

function requirePinAndRecovery(customer: CustomerRow): void {
  requirePin(customer);
  if (customer.hasRecovery === 1) return;
  throw new ApiError('recovery_not_set', {
    message: `The customer has no recovery method. Send them through POST /v2/customers/${customer.id}/recovery first.`,
  });
}

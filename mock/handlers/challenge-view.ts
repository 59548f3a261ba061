import { createHash } from 'node:crypto';
import { ApiError } from '../api-error.ts';
import { type ChallengeEvent, transition } from '../challenge-state.ts';
import type { Context } from '../context.ts';
import { stateOf } from '../store/challenge-rows.ts';
import { type ChallengeRow, findChallenge } from '../store/challenges.ts';
import type { CustomerRow } from '../store/customers.ts';
import type { Store } from '../store/database.ts';
import type { components } from '../../generated/types.ts';
import { type ChallengeResult, type FinishContext, settleChallenges, storeFinished } from './finish-challenge.ts';
import { attemptsRemaining } from './lockout.ts';

export type Challenge = components['schemas']['Challenge'];

/** A challenge as the API shows it. Only the answer to its request carries the token. */
export function toChallenge(context: Context, row: ChallengeRow, customer: CustomerRow, token?: string): Challenge {
  const { result, failure } = stateOf<ChallengeResult>(row);
  const gatewayUrl = `${context.gatewayOrigin()}/gateway/${row.id}`;
  return {
    id: row.id,
    challengeId: row.id,
    customerId: row.customerId,
    task: row.task,
    status: stateOf(row).status,
    redirectUrl: token === undefined ? gatewayUrl : `${gatewayUrl}#${token}`,
    createdAt: row.createdAt,
    expiresAt: row.expiresAt,
    attemptsRemaining: attemptsRemaining(customer, context.clock.now()),
    display: JSON.parse(row.display),
    metadata: JSON.parse(row.metadata),
    ...(result === undefined ? {} : { result }),
    ...(failure === undefined ? {} : { failure }),
  };
}

/** The challenge as time has left it, or the error that there is none (any more). */
export async function requireChallenge(
  context: FinishContext & { db: Store },
  challengeId: string,
  customerId?: string,
): Promise<ChallengeRow> {
  const { db } = context;
  await settleChallenges(context, db);
  const row = await findChallenge(db, challengeId);
  if (row === undefined || (customerId !== undefined && row.customerId !== customerId)) {
    throw new ApiError('challenge_not_found', {
      message: `There is no challenge ${challengeId}. A finished challenge can be read for 15 minutes.`,
    });
  }
  return row;
}

/** Throws unless the challenge still waits for its user. */
export function requirePending(row: ChallengeRow): void {
  const { status, failure } = stateOf(row);
  if (status === 'pending') return;
  if (failure?.code === 'expired') throw new ApiError('challenge_expired');
  throw notPending(status === 'verified' ? 'verified' : `failed (${failure?.code})`);
}

function notPending(state: string): ApiError {
  return new ApiError('challenge_not_pending', {
    message: `The challenge is ${state} already and cannot be used again.`,
  });
}

/** Moves a challenge on by an event and stores it, in the transaction `db`. Of two at once only one gets through. */
export async function applyEvent(
  context: FinishContext,
  db: Store,
  row: ChallengeRow,
  event: ChallengeEvent<ChallengeResult>,
): Promise<ChallengeRow> {
  requirePending(row);
  const next = transition(stateOf<ChallengeResult>(row), event, context.clock.now());
  if (!next.ok) throw new ApiError(next.code);
  const finished = await storeFinished(context, db, row, next.challenge);
  if (finished === undefined) throw notPending('finished');
  return finished;
}

/** What is stored of a Gateway token. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

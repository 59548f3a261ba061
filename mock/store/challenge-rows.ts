import {
  type ChallengeFailure,
  type ChallengeState,
  type ChallengeStatus,
  challengeRetentionMs,
  type FailureCode,
  settle,
} from '../challenge-state.ts';
import { timestamp } from '../clock.ts';
import {
  type ChallengeOutcome,
  type ChallengeRow,
  finishChallenge,
  listDueChallenges,
  pruneChallenges,
} from './challenges.ts';
import type { Store } from './database.ts';

/** The part of a row that the state machine works on. */
export function stateOf<Result>(row: ChallengeRow): ChallengeState<Result> {
  return {
    status: row.status as ChallengeStatus,
    expiresAt: Date.parse(row.expiresAt),
    ...(row.finishedAt === null ? {} : { finishedAt: Date.parse(row.finishedAt) }),
    ...(row.result === null ? {} : { result: JSON.parse(row.result) as Result }),
    ...failureOf(row),
  };
}

function failureOf({ failureCode, failureMessage }: ChallengeRow): { failure?: ChallengeFailure } {
  if (failureCode === null || failureMessage === null) return {};
  return { failure: { code: failureCode as FailureCode, message: failureMessage } };
}

/** What a change of state writes into the row. */
export function outcomeOf(state: ChallengeState<unknown>): ChallengeOutcome {
  return {
    status: state.status,
    expiresAt: timestamp(state.expiresAt),
    finishedAt: state.finishedAt === undefined ? null : timestamp(state.finishedAt),
    result: state.result === undefined ? null : JSON.stringify(state.result),
    failureCode: state.failure?.code ?? null,
    failureMessage: state.failure?.message ?? null,
  };
}

/** Lets time do its work before anything is read: challenges whose time is up expire, those long finished are forgotten. */
export async function settleChallenges(db: Store, now: number): Promise<void> {
  for (const row of await listDueChallenges(db, timestamp(now))) {
    await finishChallenge(db, row.id, outcomeOf(settle(stateOf(row), now)));
  }
  await pruneChallenges(db, timestamp(now - challengeRetentionMs));
}

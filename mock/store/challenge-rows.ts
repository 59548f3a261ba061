import type { ChallengeFailure, ChallengeState, ChallengeStatus, FailureCode } from '../challenge-state.ts';
import { timestamp } from '../clock.ts';
import type { ChallengeOutcome, ChallengeRow } from './challenges.ts';

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

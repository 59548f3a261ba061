import { type ChallengeState, challengeRetentionMs, settle } from '../challenge-state.ts';
import { timestamp } from '../clock.ts';
import type { Context } from '../context.ts';
import { outcomeOf, stateOf } from '../store/challenge-rows.ts';
import { type ChallengeRow, finishChallenge, listDueChallenges, pruneChallenges } from '../store/challenges.ts';
import { afterCommit, inTransaction, type Store } from '../store/database.ts';
import { emit } from '../webhooks/emit.ts';
import type { components } from '../../generated/types.ts';

export type ChallengeResult = components['schemas']['ChallengeResult'];

/** What finishing a challenge needs. */
export type FinishContext = Pick<Context, 'newId' | 'clock' | 'wake' | 'happened'>;

/**
 * Stores the state in which a challenge is finished, and tells of it. `db` is a transaction. `undefined` when another request
 * has finished it meanwhile.
 */
export async function storeFinished(
  context: FinishContext,
  db: Store,
  row: ChallengeRow,
  state: ChallengeState<ChallengeResult>,
): Promise<ChallengeRow | undefined> {
  const outcome = outcomeOf(state);
  if (!(await finishChallenge(db, row.id, outcome))) return undefined;
  const { id, customerId, task } = row;
  const { status, result, failure, finishedAt } = state;
  await emit(context, db, {
    event: 'challenge.completed',
    resourceId: id,
    at: finishedAt ?? context.clock.now(),
    data: {
      challengeId: id,
      customerId,
      task,
      status,
      ...(row.state === null ? {} : { state: row.state }),
      ...(result === undefined ? {} : { result }),
      ...(failure === undefined ? {} : { failure }),
    },
  });
  afterCommit(db, () =>
    context.happened({ what: 'challenge', id, task, status, ...(failure === undefined ? {} : { failure: failure.code }) }),
  );
  return { ...row, ...outcome };
}

/** Lets time do its work before anything is read: challenges whose time is up expire, those long finished are forgotten. */
export async function settleChallenges(context: FinishContext, db: Store): Promise<void> {
  const now = context.clock.now();
  const due = await listDueChallenges(db, timestamp(now));
  if (due.length > 0) {
    await inTransaction(db, async (db) => {
      for (const row of due) await storeFinished(context, db, row, settle(stateOf<ChallengeResult>(row), now));
    });
  }
  await pruneChallenges(db, timestamp(now - challengeRetentionMs));
}

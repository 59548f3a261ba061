import { compileOnce } from './compile-once.ts';
import type { Store } from './database.ts';
import { type Page, type PageRequest, offsetOf } from './paging.ts';
import type { Row } from './schema.ts';

export type ChallengeRow = Row<'challenges'>;
/** The columns that a change of state writes. */
export type ChallengeOutcome = Pick<
  ChallengeRow,
  'status' | 'result' | 'failureCode' | 'failureMessage' | 'expiresAt' | 'finishedAt'
>;

export async function insertChallenge(db: Store, row: ChallengeRow): Promise<void> {
  await db.insertInto('challenges').values(row).execute();
}

export function findChallenge(db: Store, id: string): Promise<ChallengeRow | undefined> {
  return db.selectFrom('challenges').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Writes the outcome of a challenge, unless another request has finished it meanwhile: then `false`. */
export async function finishChallenge(db: Store, id: string, outcome: ChallengeOutcome): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('challenges')
    .set(outcome)
    .where('id', '=', id)
    .where('status', '=', 'pending')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Notes that the user of a challenge has set out to recover a forgotten PIN: `false` when it was noted before. */
export async function noteRecoveryStart(db: Store, id: string, now: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('challenges')
    .set({ recoveryStartedAt: now })
    .where('id', '=', id)
    .where('recoveryStartedAt', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export function listPendingOfTask(db: Store, customerId: string, task: string): Promise<ChallengeRow[]> {
  return db
    .selectFrom('challenges')
    .selectAll()
    .where('customerId', '=', customerId)
    .where('task', '=', task)
    .where('status', '=', 'pending')
    .execute();
}

/** What the pending challenges of some tasks would carry out, as JSON. */
export async function listPendingPayloads(db: Store, customerId: string, tasks: readonly string[]): Promise<string[]> {
  const rows = await db
    .selectFrom('challenges')
    .select('payload')
    .where('customerId', '=', customerId)
    .where('task', 'in', tasks)
    .where('status', '=', 'pending')
    .execute();
  return rows.map(({ payload }) => payload);
}

const selectDue = compileOnce((db) =>
  db.selectFrom('challenges').selectAll().where('status', '=', 'pending').where('expiresAt', '<=', ''),
);

/** The pending challenges whose time is up at `now`. */
export function listDueChallenges(db: Store, now: string): Promise<ChallengeRow[]> {
  return selectDue(db, ['pending', now]);
}

const prune = compileOnce((db) => db.deleteFrom('challenges').where('finishedAt', '<=', ''));

/** Forgets the challenges that finished at or before `finishedBy`. */
export async function pruneChallenges(db: Store, finishedBy: string): Promise<void> {
  await prune(db, [finishedBy]);
}

export interface ChallengeFilter {
  customerId: string;
  status?: string;
  task?: string;
}

export async function listChallenges(db: Store, filter: ChallengeFilter, request: PageRequest): Promise<Page<ChallengeRow>> {
  let query = db.selectFrom('challenges').where('customerId', '=', filter.customerId);
  if (filter.status !== undefined) query = query.where('status', '=', filter.status);
  if (filter.task !== undefined) query = query.where('task', '=', filter.task);
  const { total } = await query.select((eb) => eb.fn.countAll().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll()
    .orderBy('id', request.order)
    .limit(request.limit)
    .offset(offsetOf(request))
    .execute();
  return { rows, total: Number(total) };
}

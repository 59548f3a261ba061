import type { Context } from '../context.ts';
import type { Handlers } from '../contract.ts';
import { listChallenges } from '../store/challenges.ts';
import { inTransaction } from '../store/database.ts';
import { answer, listAnswer, pageRequest } from './answer.ts';
import { applyEvent, requireChallenge, toChallenge } from './challenge-view.ts';
import { requireCustomer } from './customers.ts';
import { settleChallenges } from './finish-challenge.ts';

/** Handlers of the tag Challenges. */
export function challengeHandlers(context: Context) {
  const { db } = context;
  return {
    getChallenge: async ({ path }) => {
      const customer = await requireCustomer(db, path.customerId);
      const row = await requireChallenge(context, path.challengeId, path.customerId);
      return answer(200, 'Challenge found', toChallenge(context, row, customer));
    },

    listChallenges: async ({ path, query }) => {
      const customer = await requireCustomer(db, path.customerId);
      await settleChallenges(context, db);
      const request = pageRequest(query);
      const filter = { customerId: path.customerId, status: query.status, task: query.task };
      const { rows, total } = await listChallenges(db, filter, request);
      return listAnswer('Challenges listed', rows.map((row) => toChallenge(context, row, customer)), request, total);
    },

    cancelChallenge: async ({ path }) =>
      inTransaction(db, async (db) => {
        const customer = await requireCustomer(db, path.customerId);
        const row = await requireChallenge({ ...context, db }, path.challengeId, path.customerId);
        const cancelled = await applyEvent(context, db, row, { type: 'fail', code: 'cancelled' });
        return answer(200, 'Challenge cancelled', toChallenge(context, cancelled, customer));
      }),
  } satisfies Handlers;
}

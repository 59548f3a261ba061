import { ApiError } from '../api-error.ts';
import { timestamp } from '../clock.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../contract.ts';
import { recoveryCodeLifetimeMs } from '../nodes/recovery-service.ts';
import { settle } from '../settle.ts';
import type { ChallengeRow } from '../store/challenges.ts';
import { inTransaction } from '../store/database.ts';
import { type EmailRow, listEmails } from '../store/emails.ts';
import { deleteEverything } from '../store/reset.ts';
import { writeSetting } from '../store/settings.ts';
import { restoreStartEndpoints } from '../webhooks/start-endpoints.ts';
import { answer, listAnswer, pageRequest } from './answer.ts';
import { approveChallenge } from './approval.ts';
import { playBrowser } from './browser-part.ts';
import { applyEvent, requireChallenge, requirePending, toChallenge } from './challenge-view.ts';
import { requireCustomer } from './customers.ts';
import { rejectChallenge } from './gateway.ts';
import { requireUnlocked } from './lockout.ts';
import { seedNativeTokens } from './tokens.ts';

/** Ids begin with the seconds since 1970 in eight hex digits, which end on 7 February 2106. */
const lastMoment = Date.parse('2106-01-01T00:00:00.000Z');

/** Handlers of the tag Sandbox. */
export function sandboxHandlers(context: Context) {
  const { db, clock } = context;
  const shown = async (message: string, row: ChallengeRow) =>
    answer(200, message, toChallenge(context, row, await requireCustomer(db, row.customerId)));
  const readClock = () => ({ now: timestamp(clock.now()), offsetSeconds: Math.floor(clock.offset() / 1000) });

  return {
    approveSandboxChallenge: async ({ path, body }) => {
      const row = await requireChallenge(context, path.challengeId);
      requireUnlocked(await requireCustomer(db, row.customerId), clock.now());
      requirePending(row);
      const approval = await playBrowser(context, row, body);
      return shown('Challenge approved', (await approveChallenge(context, row.id, approval)).row);
    },

    rejectSandboxChallenge: async ({ path }) =>
      shown('Challenge rejected', await rejectChallenge(context, path.challengeId)),

    expireSandboxChallenge: async ({ path }) => {
      const expired = await inTransaction(db, async (db) => {
        const row = await requireChallenge({ ...context, db }, path.challengeId);
        return applyEvent(context, db, row, { type: 'expire' });
      });
      return shown('Challenge expired', expired);
    },

    getSandboxClock: async () => answer(200, 'Clock read', readClock()),

    advanceSandboxClock: async ({ body }) => {
      const offset = clock.offset() + body.seconds * 1000;
      if (clock.now() + body.seconds * 1000 > lastMoment) {
        const message = 'The clock cannot go beyond the year 2105. Reset the Sandbox to set it back.';
        throw new ApiError('validation_failed', { message, details: [{ path: 'body/seconds', code: 'maximum', message }] });
      }
      // At once: of two calls at the same time each must find what the other has made of it.
      clock.setOffset(offset);
      await writeSetting(db, 'clockOffset', String(offset));
      await settle(context);
      context.wake();
      return answer(200, 'Clock advanced', readClock());
    },

    listSandboxEmails: async ({ query }) => {
      const request = pageRequest(query);
      const { rows, total } = await listEmails(db, { recipient: query.to?.toLowerCase() }, request);
      return listAnswer('Mails listed', rows.map(toEmail), request, total);
    },

    resetSandbox: async () => {
      await inTransaction(db, async (db) => {
        await deleteEverything(db);
        await seedNativeTokens(db);
        await restoreStartEndpoints(context, db);
        await writeSetting(db, 'clockOffset', '0');
      });
      clock.setOffset(0);
      context.beginAgain();
      return answer(200, 'Sandbox reset', { reset: true as const, clock: readClock() });
    },
  } satisfies Handlers;
}

function toEmail(row: EmailRow) {
  const { id, recipient, subject, text, code, challengeId, customerId, createdAt } = row;
  const expiresAt = timestamp(Date.parse(createdAt) + recoveryCodeLifetimeMs);
  return { id, to: recipient, subject, text, code, challengeId, customerId, createdAt, expiresAt };
}

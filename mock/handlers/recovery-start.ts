import { timestamp } from '../clock.ts';
import { type ChallengeRow, noteRecoveryStart } from '../store/challenges.ts';
import type { CustomerRow } from '../store/customers.ts';
import type { Store } from '../store/database.ts';
import { emit, type EventContext } from '../webhooks/emit.ts';

/**
 * Tells the application, once for a challenge, that somebody recovers a PIN: when a code or the questions are asked for, or at
 * the latest with the first answers. What is tried after that, and how often, is no news. `db` is a transaction.
 */
export async function tellRecoveryStart(
  context: EventContext,
  db: Store,
  challenge: Pick<ChallengeRow, 'id' | 'task'>,
  customer: CustomerRow,
  method: 'questions' | 'email',
): Promise<void> {
  if (challenge.task !== 'reset-pin') return;
  const at = context.clock.now();
  if (!(await noteRecoveryStart(db, challenge.id, timestamp(at)))) return;
  await emit(context, db, {
    event: 'customer.recovery_initiated',
    resourceId: customer.id,
    at,
    data: {
      customerId: customer.id,
      ...(customer.refId === null ? {} : { refId: customer.refId }),
      challengeId: challenge.id,
      method,
    },
  });
}

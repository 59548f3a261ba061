import { ApiError } from '../api-error.ts';
import { timestamp } from '../clock.ts';
import { type CustomerRow, updateCustomer } from '../store/customers.ts';
import type { Store } from '../store/database.ts';
import { emit, type EventContext } from '../webhooks/emit.ts';

export const attemptLimit = 5;
export const lockoutMs = 30 * 60_000;

/** How many wrong PINs or answers in a row the customer has left. A lockout that is over wipes the slate. */
export function attemptsRemaining(customer: CustomerRow, now: number): number {
  return attemptLimit - wrongAttempts(customer, now);
}

/** When the lockout ends; `undefined` when there is none. */
export function lockedUntil({ lockedUntil }: CustomerRow, now: number): string | undefined {
  return lockedUntil !== null && now < Date.parse(lockedUntil) ? lockedUntil : undefined;
}

/** Throws `customer_locked` while the customer is locked. */
export function requireUnlocked(customer: CustomerRow, now: number): void {
  const until = lockedUntil(customer, now);
  if (until !== undefined) throw customerLocked(until, now);
}

export function customerLocked(until: string, now: number): ApiError {
  return new ApiError('customer_locked', {
    message: `Too many wrong PINs. The customer is locked until ${until}.`,
    headers: { 'Retry-After': Math.ceil((Date.parse(until) - now) / 1000) },
  });
}

/** Counts a wrong PIN or wrong answers, and locks at the fifth. The caller holds the row's lock, and commits. */
export async function countWrongAttempt(
  context: EventContext,
  db: Store,
  customer: CustomerRow,
  challengeId: string,
): Promise<{ attemptsRemaining: number; lockedUntil?: string }> {
  const now = context.clock.now();
  const count = wrongAttempts(customer, now) + 1;
  const until = count >= attemptLimit ? timestamp(now + lockoutMs) : undefined;
  await updateCustomer(db, customer.id, { wrongAttempts: count, lockedUntil: until ?? null });
  if (until === undefined) return { attemptsRemaining: attemptLimit - count };
  const { id: customerId, refId } = customer;
  await emit(context, db, {
    event: 'customer.locked_out',
    resourceId: customerId,
    at: now,
    data: { customerId, ...(refId === null ? {} : { refId }), challengeId, lockedUntil: until },
  });
  return { attemptsRemaining: attemptLimit - count, lockedUntil: until };
}

function wrongAttempts({ wrongAttempts, lockedUntil }: CustomerRow, now: number): number {
  return lockedUntil !== null && now >= Date.parse(lockedUntil) ? 0 : wrongAttempts;
}

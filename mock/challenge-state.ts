/** How long a challenge waits for its user, and how long its outcome can be read afterwards. */
export const challengeLifetimeMs = 15 * 60_000;
export const challengeRetentionMs = 15 * 60_000;

export type ChallengeStatus = 'pending' | 'verified' | 'failed';

export type FailureCode =
  | 'rejected'
  | 'expired'
  | 'cancelled'
  | 'locked_out'
  | 'superseded'
  | 'signing_failed'
  | 'broadcast_failed';

export interface ChallengeFailure {
  code: FailureCode;
  message: string;
}

/** What changes in a challenge over its life. Times are milliseconds since 1970. */
export interface ChallengeState<Result> {
  status: ChallengeStatus;
  expiresAt: number;
  finishedAt?: number;
  result?: Result;
  failure?: ChallengeFailure;
}

export type ChallengeEvent<Result> =
  | { type: 'verify'; result: Result }
  | { type: 'fail'; code: Exclude<FailureCode, 'expired'>; message?: string }
  | { type: 'expire' };

export type Transition<Result> =
  | { ok: true; challenge: ChallengeState<Result> }
  | { ok: false; code: 'challenge_not_pending' | 'challenge_expired' };

const failureMessages: Record<FailureCode, string> = {
  rejected: 'The customer rejected the challenge.',
  expired: 'The challenge expired 15 minutes after it was made.',
  cancelled: 'The application cancelled the challenge.',
  locked_out: 'The customer entered five wrong PINs and is locked for 30 minutes.',
  superseded: 'A newer challenge for the same task took its place.',
  signing_failed: 'The nodes could not sign.',
  broadcast_failed: 'The chain refused the transaction.',
};

/** The state of a challenge that was just made. */
export function newChallengeState<Result>(now: number): ChallengeState<Result> {
  return { status: 'pending', expiresAt: now + challengeLifetimeMs };
}

/** What a challenge becomes by an event, or why it cannot. A finished challenge never changes again. */
export function transition<Result>(
  challenge: ChallengeState<Result>,
  event: ChallengeEvent<Result>,
  now: number,
): Transition<Result> {
  const current = settle(challenge, now);
  if (current.status !== 'pending') {
    return { ok: false, code: current.failure?.code === 'expired' ? 'challenge_expired' : 'challenge_not_pending' };
  }
  switch (event.type) {
    case 'verify':
      return { ok: true, challenge: { ...current, status: 'verified', finishedAt: now, result: event.result } };
    case 'fail':
      return { ok: true, challenge: failed(current, event.code, now, event.message) };
    case 'expire':
      return { ok: true, challenge: failed({ ...current, expiresAt: now }, 'expired', now) };
  }
}

/** What time alone has made of a challenge: a pending one whose time is up has expired. */
export function settle<Result>(challenge: ChallengeState<Result>, now: number): ChallengeState<Result> {
  if (challenge.status !== 'pending' || now < challenge.expiresAt) return challenge;
  return failed(challenge, 'expired', challenge.expiresAt);
}

/** Whether a challenge finished so long ago that it is forgotten. */
export function isPruned(challenge: ChallengeState<unknown>, now: number): boolean {
  const { finishedAt } = settle(challenge, now);
  return finishedAt !== undefined && now >= finishedAt + challengeRetentionMs;
}

function failed<Result>(
  challenge: ChallengeState<Result>,
  code: FailureCode,
  finishedAt: number,
  message = failureMessages[code],
): ChallengeState<Result> {
  return { ...challenge, status: 'failed', finishedAt, failure: { code, message } };
}

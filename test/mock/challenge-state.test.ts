import { describe, expect, it } from 'vitest';
import {
  type ChallengeEvent,
  challengeLifetimeMs,
  challengeRetentionMs,
  isPruned,
  newChallengeState,
  settle,
  transition,
} from '../../mock/challenge-state.ts';

const start = Date.parse('2026-03-02T09:00:00.000Z');
const events: ChallengeEvent<string>[] = [
  { type: 'verify', result: 'wallets' },
  { type: 'expire' },
  ...(['rejected', 'cancelled', 'locked_out', 'superseded', 'signing_failed', 'broadcast_failed'] as const).map(
    (code) => ({ type: 'fail' as const, code }),
  ),
];

describe('a challenge', () => {
  it('is pending for exactly 15 minutes', () => {
    const challenge = newChallengeState<string>(start);
    expect(settle(challenge, start + challengeLifetimeMs - 1).status).toBe('pending');
    expect(settle(challenge, start + challengeLifetimeMs)).toMatchObject({
      status: 'failed',
      failure: { code: 'expired' },
      finishedAt: start + challengeLifetimeMs,
    });
  });

  it.each(events)('takes $type $code while it is pending', (event) => {
    const outcome = transition(newChallengeState<string>(start), event, start + 1000);
    if (!outcome.ok) throw new Error(outcome.code);
    const code = event.type === 'fail' ? event.code : event.type === 'expire' ? 'expired' : undefined;
    expect(outcome.challenge.status).toBe(code ? 'failed' : 'verified');
    expect(outcome.challenge.failure?.code).toBe(code);
    expect(outcome.challenge.failure?.message ?? 'none').not.toBe('');
    expect(outcome.challenge.finishedAt).toBe(start + 1000);
    expect(outcome.challenge.result).toBe(event.type === 'verify' ? 'wallets' : undefined);
  });

  it.each(events)('refuses $type $code once its time is up, and says that it expired', (event) => {
    expect(transition(newChallengeState<string>(start), event, start + challengeLifetimeMs)).toEqual({
      ok: false,
      code: 'challenge_expired',
    });
  });

  it('keeps the message that came with a failure', () => {
    const outcome = transition(
      newChallengeState<string>(start),
      { type: 'fail', code: 'broadcast_failed', message: 'nonce too low' },
      start,
    );
    expect(outcome).toMatchObject({ ok: true, challenge: { failure: { message: 'nonce too low' } } });
  });

  it('is forgotten 15 minutes after it finished, not before', () => {
    const pending = newChallengeState<string>(start);
    const outcome = transition(pending, { type: 'verify', result: '' }, start + 5000);
    if (!outcome.ok) throw new Error(outcome.code);
    const forgottenAt = start + 5000 + challengeRetentionMs;
    expect(isPruned(outcome.challenge, forgottenAt - 1)).toBe(false);
    expect(isPruned(outcome.challenge, forgottenAt)).toBe(true);
    expect(isPruned(pending, start + challengeLifetimeMs + challengeRetentionMs - 1)).toBe(false);
    expect(isPruned(pending, start + challengeLifetimeMs + challengeRetentionMs)).toBe(true);
  });
});

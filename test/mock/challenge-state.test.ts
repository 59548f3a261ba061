import { describe, expect, it } from 'vitest';
import {
  type ChallengeEvent,
  type ChallengeState,
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

  it('never changes again once finished, whatever happens in whatever order', () => {
    const random = mulberry32(20260302);
    for (let run = 0; run < 2000; run++) {
      let challenge: ChallengeState<string> = newChallengeState(start);
      let now = start;
      let finished: ChallengeState<string> | undefined;
      for (let step = 0; step < 8; step++) {
        now += Math.floor(random() * 400_000);
        challenge = settle(challenge, now);
        if (challenge.status !== 'pending') finished ??= challenge;
        const event = events[Math.floor(random() * events.length)];
        if (!event) throw new Error('no event');
        const outcome = transition(challenge, event, now);
        if (finished) {
          expect(outcome.ok).toBe(false);
          expect(challenge).toEqual(finished);
          continue;
        }
        if (!outcome.ok) throw new Error('a pending challenge takes every event');
        challenge = outcome.challenge;
        expect(challenge.status).not.toBe('pending');
        expect(challenge.finishedAt).toBe(now);
        expect(challenge.status === 'verified').toBe(challenge.result !== undefined);
        expect(challenge.status === 'failed').toBe(challenge.failure !== undefined);
        finished = challenge;
      }
    }
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

/** A small seeded generator, so that a failing run can be repeated. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

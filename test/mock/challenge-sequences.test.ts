import fc from 'fast-check';
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
const fourHoursMs = 4 * 60 * 60_000;

const codes = ['rejected', 'cancelled', 'locked_out', 'superseded', 'signing_failed', 'broadcast_failed'] as const;

const event: fc.Arbitrary<ChallengeEvent<string>> = fc.oneof(
  fc.record({ type: fc.constant('verify' as const), result: fc.string() }),
  fc.record({ type: fc.constant('expire' as const) }),
  fc.record({ type: fc.constant('fail' as const), code: fc.constantFrom(...codes) }),
  fc.record({ type: fc.constant('fail' as const), code: fc.constantFrom(...codes), message: fc.string() }),
);

/** Waits that meet the two moments at which time alone changes a challenge, and the milliseconds around them. */
const wait = fc.oneof(
  { weight: 3, arbitrary: fc.nat(120_000) },
  { weight: 2, arbitrary: fc.constantFrom(0, 1, challengeLifetimeMs - 1, challengeLifetimeMs, challengeLifetimeMs + 1) },
  { weight: 1, arbitrary: fc.nat(fourHoursMs) },
);

const sequence = fc.array(fc.record({ wait, event }), { minLength: 1, maxLength: 12 });

/** What happened to a challenge, told step by step. */
interface Step {
  now: number;
  event: ChallengeEvent<string>;
  before: ChallengeState<string>;
  outcome: ReturnType<typeof transition<string>>;
}

/** Lets events come as they are drawn. With `settled`, time is written down before each, as a store may do or leave. */
function play(steps: { wait: number; event: ChallengeEvent<string> }[], settled = false): Step[] {
  const told: Step[] = [];
  let now = start;
  let challenge = newChallengeState<string>(start);
  for (const { wait, event } of steps) {
    now += wait;
    const before = settled ? settle(challenge, now) : challenge;
    const outcome = transition(before, event, now);
    told.push({ now, event, before, outcome });
    challenge = outcome.ok ? outcome.challenge : before;
  }
  return told;
}

function holds(property: (told: Step[]) => void): void {
  fc.assert(fc.property(sequence, fc.boolean(), (steps, settled) => property(play(steps, settled))), { numRuns: 2000 });
}

describe('a challenge, whatever happens in whatever order', () => {
  it('is finished by the first event in its time, and by no other', () => {
    holds((told) => {
      const [first] = told;
      const isInTime = first !== undefined && first.now < start + challengeLifetimeMs;
      expect(told.map(({ outcome }) => outcome.ok)).toEqual(told.map((_, index) => index === 0 && isInTime));
    });
  });

  it('is verified only by being verified, and only before it expires', () => {
    holds((told) => {
      for (const { now, event, before, outcome } of told) {
        if (!outcome.ok) continue;
        expect(outcome.challenge.status).toBe(event.type === 'verify' ? 'verified' : 'failed');
        if (event.type === 'verify') expect(now).toBeLessThan(before.expiresAt);
      }
    });
  });

  it('never changes once it is finished, however late one looks', () => {
    holds((told) => {
      const finished = told.flatMap(({ outcome, now }) => (outcome.ok ? [{ challenge: outcome.challenge, now }] : []));
      for (const { challenge, now } of finished) {
        for (const later of [now, now + challengeLifetimeMs, now + fourHoursMs]) expect(settle(challenge, later)).toEqual(challenge);
        for (const step of told.filter((step) => step.now >= now && step.before.status !== 'pending')) {
          expect(step.before).toEqual(challenge);
        }
      }
    });
  });

  it('has a result exactly when it is verified, a failure exactly when it failed, and an end exactly when it is over', () => {
    holds((told) => {
      for (const { now, before, outcome } of told) {
        const { status, result, failure, finishedAt } = settle(outcome.ok ? outcome.challenge : before, now);
        expect({ hasResult: result !== undefined, hasFailure: failure !== undefined }).toEqual({
          hasResult: status === 'verified',
          hasFailure: status === 'failed',
        });
        expect(finishedAt !== undefined).toBe(status !== 'pending');
        if (finishedAt !== undefined) expect(finishedAt).toBeLessThanOrEqual(Math.min(now, start + challengeLifetimeMs));
      }
    });
  });

  it('keeps the reason of its first end', () => {
    holds((told) => {
      const [first, ...later] = told;
      if (first === undefined) throw new Error('a sequence has a step');
      const { event, outcome } = first;
      const reason = !outcome.ok || event.type === 'expire' ? 'expired' : event.type === 'fail' ? event.code : undefined;
      for (const { before, now } of later) expect(settle(before, now).failure?.code).toBe(reason);
    });
  });

  it('says expired to who comes after its time, and not pending to who comes after its end', () => {
    holds((told) => {
      for (const { now, before, outcome } of told) {
        if (outcome.ok) continue;
        const expired = settle(before, now).failure?.code === 'expired';
        expect(outcome.code).toBe(expired ? 'challenge_expired' : 'challenge_not_pending');
      }
    });
  });

  it('can be read from its making until 15 minutes after its end, and then never again', () => {
    holds((told) => {
      for (const { now, before, outcome } of told) {
        const challenge = settle(outcome.ok ? outcome.challenge : before, now);
        const finishedAt = challenge.finishedAt ?? challenge.expiresAt;
        expect(isPruned(challenge, finishedAt + challengeRetentionMs - 1)).toBe(false);
        expect(isPruned(challenge, finishedAt + challengeRetentionMs)).toBe(true);
        expect(isPruned(challenge, finishedAt + fourHoursMs)).toBe(true);
      }
    });
  });

  it('is the same whether its expiry was written down or not', () => {
    fc.assert(
      fc.property(sequence, (steps) => {
        const [lazy, eager] = [play(steps, false), play(steps, true)];
        expect(lazy.map(({ outcome }) => outcome)).toEqual(eager.map(({ outcome }) => outcome));
        for (const [index, step] of lazy.entries()) expect(settle(step.before, step.now)).toEqual(eager[index]?.before);
      }),
      { numRuns: 2000 },
    );
  });

  it('is never changed in place: who holds an older state of it keeps that state', () => {
    fc.assert(
      fc.property(event, wait, (event, wait) => {
        const challenge = Object.freeze(newChallengeState<string>(start));
        const copy = structuredClone(challenge);
        transition(challenge, event, start + wait);
        settle(challenge, start + wait);
        expect(challenge).toEqual(copy);
      }),
    );
  });
});

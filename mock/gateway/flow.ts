import type { Failure } from './api.ts';
import type { ChallengeFailure, GatewayChallenge, GatewayOutcome } from './contract.ts';
import { failureText } from './failure-text.ts';

/** The ways to recover a forgotten PIN that this page knows; the contract may offer more. */
export type KnownRecoveryMethod = 'questions' | 'email';

export type Step =
  | { name: 'loading' }
  | { name: 'confirm' }
  | { name: 'current-pin' }
  | { name: 'new-pin' }
  | { name: 'recovery-method' }
  | { name: 'recovery-questions' }
  | { name: 'recovery-email' }
  | { name: 'recovery-code'; email: string }
  | { name: 'recovery-verified'; email: string }
  | { name: 'recovery-pin' }
  | { name: 'prove-questions' }
  | { name: 'prove-email' }
  | { name: 'prove-code'; email: string }
  | { name: 'reject'; from: Step }
  | { name: 'done'; outcome: GatewayOutcome }
  | { name: 'problem'; problem: Problem };

/** What keeps the page from going on at all. */
export type Problem =
  | { kind: 'link-incomplete' }
  | { kind: 'link-invalid' }
  | { kind: 'link-unknown' }
  | { kind: 'browser-unsupported' }
  | { kind: 'page-outdated' }
  | { kind: 'expired'; returnUrl?: string }
  | { kind: 'used'; returnUrl?: string }
  | { kind: 'ended'; failure: ChallengeFailure; returnUrl?: string }
  | { kind: 'locked'; lockedUntil?: string; returnUrl?: string }
  | { kind: 'recovery-not-set' }
  | { kind: 'export-lost'; returnUrl: string }
  | { kind: 'failed'; failure: Failure };

/** A message on a step that the user can still complete. */
export interface Notice {
  tone: 'error' | 'info';
  text: string;
  /** Named to support staff; only where the text does not say it all. */
  requestId?: string;
  /** The PIN was wrong: its field is marked. Any other error leaves the field alone. */
  isAboutPin?: true;
}

/** What was typed so far and survives errors and going back. A PIN is never part of it. */
export interface Draft {
  questionIds: [string, string];
  answers: [string, string];
  email: string;
}

export interface Flow {
  step: Step;
  draft: Draft;
  challenge?: GatewayChallenge;
  busy?: { label: string; slow: boolean };
  notice?: Notice;
  /** Rises with every notice, so that the same text twice is announced twice. */
  noticeNumber: number;
}

export type FlowEvent =
  | { type: 'loaded'; challenge: GatewayChallenge; now: number }
  | { type: 'refreshed'; challenge: GatewayChallenge; now: number }
  | { type: 'busy'; label: string }
  | { type: 'slow' }
  | { type: 'idle' }
  | { type: 'failed'; failure: Failure }
  | { type: 'problem'; problem: Problem }
  | { type: 'notice'; notice: Notice }
  | { type: 'drafted'; draft: Partial<Draft> }
  | { type: 'go'; step: Step }
  | { type: 'back' }
  | { type: 'finished'; outcome: GatewayOutcome };

export const initialFlow: Flow = {
  step: { name: 'loading' },
  draft: { questionIds: ['', ''], answers: ['', ''], email: '' },
  noticeNumber: 0,
};

/** The page as a pure function: what it shows after an event. */
export function reduceFlow(flow: Flow, event: FlowEvent): Flow {
  switch (event.type) {
    case 'loaded':
      return enter({ ...flow, challenge: event.challenge }, firstStep(event.challenge, event.now));
    case 'refreshed': {
      const ending = endingOf(event.challenge, event.now);
      const next = { ...flow, challenge: event.challenge };
      return ending === undefined ? next : enter(next, { name: 'problem', problem: ending });
    }
    case 'busy':
      return { ...withoutNotice(flow), busy: { label: event.label, slow: false } };
    case 'slow':
      return flow.busy === undefined ? flow : { ...flow, busy: { ...flow.busy, slow: true } };
    case 'idle':
      return withoutBusy(flow);
    case 'failed':
      return fail(flow, event.failure);
    case 'problem':
      return enter(flow, { name: 'problem', problem: event.problem });
    case 'notice':
      return notify(flow, event.notice);
    case 'drafted':
      return { ...flow, draft: { ...flow.draft, ...event.draft } };
    case 'go':
      return enter(flow, event.step);
    case 'back':
      return enter(flow, previousStep(flow));
    case 'finished':
      return enter(flow, { name: 'done', outcome: event.outcome });
  }
}

/** Where the page starts, by what the challenge asks for and by what has become of it. */
export function firstStep(challenge: GatewayChallenge, now: number): Step {
  const ending = endingOf(challenge, now);
  if (ending !== undefined) return { name: 'problem', problem: ending };
  switch (challenge.action) {
    case 'set-pin':
      return { name: 'new-pin' };
    case 'set-recovery':
      return { name: 'recovery-method' };
    case 'change-pin':
      return { name: 'current-pin' };
    case 'reset-pin':
      if (challenge.recovery.method === 'email') return { name: 'prove-email' };
      if (challenge.recovery.method === 'questions') return { name: 'prove-questions' };
      return { name: 'problem', problem: { kind: 'recovery-not-set' } };
    case 'confirm':
      return { name: 'confirm' };
  }
}

/** Why nothing can be approved any more, if so. `now` is by the server's clock, in milliseconds. */
export function endingOf(challenge: GatewayChallenge, now: number): Problem | undefined {
  const { status, failure, lockedUntil } = challenge;
  const back = challenge.returnUrl === undefined ? {} : { returnUrl: challenge.returnUrl };
  if (status === 'verified') return { kind: 'used', ...back };
  if (status === 'failed') {
    if (failure?.code === 'expired') return { kind: 'expired', ...back };
    if (failure?.code === 'locked_out') return { kind: 'locked', ...(lockedUntil === undefined ? {} : { lockedUntil }), ...back };
    return failure === undefined ? { kind: 'used', ...back } : { kind: 'ended', failure, ...back };
  }
  if (Date.parse(challenge.expiresAt) <= now) return { kind: 'expired', ...back };
  if (lockedUntil !== undefined && Date.parse(lockedUntil) > now) return { kind: 'locked', lockedUntil, ...back };
  return undefined;
}

/** How far the user is, counted from one; absent where one step is all there is. */
export function progressOf({ step, challenge }: Flow): { current: number; total: number } | undefined {
  if (step.name === 'recovery-verified') return undefined;
  switch (challenge?.action) {
    case 'set-pin':
      if (step.name === 'new-pin') return { current: 1, total: 2 };
      return step.name.startsWith('recovery-') ? { current: 2, total: 2 } : undefined;
    case 'set-recovery':
      if (step.name === 'recovery-pin') return { current: 2, total: 2 };
      return step.name.startsWith('recovery-') ? { current: 1, total: 2 } : undefined;
    case 'change-pin':
      if (step.name === 'current-pin') return { current: 1, total: 2 };
      return step.name === 'new-pin' ? { current: 2, total: 2 } : undefined;
    case 'reset-pin':
      if (step.name.startsWith('prove-')) return { current: 1, total: 2 };
      return step.name === 'new-pin' ? { current: 2, total: 2 } : undefined;
    default:
      return undefined;
  }
}

/** Whether going back from here makes sense. */
export function canGoBack({ step, challenge }: Flow): boolean {
  if (step.name === 'recovery-method') return challenge?.action === 'set-pin';
  return [
    'recovery-questions', 'recovery-email', 'recovery-code', 'recovery-verified', 'recovery-pin', 'prove-code', 'reject',
  ].includes(step.name);
}

function previousStep({ step, draft, challenge }: Flow): Step {
  switch (step.name) {
    case 'reject':
      return step.from;
    case 'recovery-method':
      return challenge?.action === 'set-pin' ? { name: 'new-pin' } : step;
    case 'recovery-questions':
    case 'recovery-email':
    case 'recovery-verified':
      return { name: 'recovery-method' };
    case 'recovery-code':
      return { name: 'recovery-email' };
    case 'recovery-pin':
      return draft.answers.some((answer) => answer !== '') ? { name: 'recovery-questions' } : { name: 'recovery-method' };
    case 'prove-code':
      return { name: 'prove-email' };
    default:
      return step;
  }
}

function enter(flow: Flow, step: Step): Flow {
  return { ...withoutBusy(withoutNotice(flow)), step };
}

function notify(flow: Flow, notice: Notice): Flow {
  return { ...withoutBusy(flow), notice, noticeNumber: flow.noticeNumber + 1 };
}

function withoutNotice({ notice: _, ...flow }: Flow): Flow {
  return flow;
}

function withoutBusy({ busy: _, ...flow }: Flow): Flow {
  return flow;
}

function fail(flow: Flow, failure: Failure): Flow {
  const problem = problemOf(failure, flow);
  if (problem !== undefined) return enter(flow, { name: 'problem', problem });
  const step = stepAfter(flow.step, failure);
  const next = step === flow.step ? flow : enter(flow, step);
  return notify(next, failureText(failure, flow.challenge?.attemptsRemaining));
}

/** The errors after which the form in front of the user is of no use. */
function problemOf(failure: Failure, flow: Flow): Problem | undefined {
  const lockedUntil = flow.challenge?.lockedUntil;
  switch (failure.code) {
    case 'gateway_token_invalid':
      return { kind: 'link-invalid' };
    case 'challenge_not_found':
      return { kind: 'link-unknown' };
    case 'challenge_expired':
      return { kind: 'expired' };
    case 'challenge_not_pending':
      return { kind: 'used' };
    case 'customer_locked':
      return { kind: 'locked', ...(lockedUntil === undefined ? {} : { lockedUntil }) };
    case 'recovery_not_set':
      return { kind: 'recovery-not-set' };
    default:
      return flow.step.name === 'loading' ? { kind: 'failed', failure } : undefined;
  }
}

/** Some errors are about an earlier step: the user is taken to the field that the error is about. */
function stepAfter(step: Step, { code }: Failure): Step {
  if (code === 'pin_incorrect' && step.name === 'new-pin') return { name: 'current-pin' };
  if (code === 'recovery_answers_incorrect' && step.name === 'new-pin') return { name: 'prove-questions' };
  if (code === 'recovery_not_verified') {
    if (step.name === 'new-pin') return { name: 'prove-email' };
    if (step.name.startsWith('recovery-')) return { name: 'recovery-email' };
  }
  return step;
}

import { deriveAnswersSecret } from '../protocol/answers.ts';
import { fromBase64, toBase64 } from '../protocol/base64.ts';
import { deriveSecret, kdf, saltBytes } from '../protocol/pin.ts';
import { sealSecret, type SealContext } from '../protocol/seal.ts';
import { GatewayCallError, type Failure, type GatewayApi } from './api.ts';
import type { ApproveRequest, GatewayChallenge, GatewayOutcome, RecoverySetup } from './contract.ts';
import { endingOf, type Flow, type FlowEvent, type KnownRecoveryMethod } from './flow.ts';
import type { ServerClock } from './server-clock.ts';

/** What the screens can do. Each action reports through the flow and never throws. */
export interface Session {
  start(): Promise<void>;
  /** Approves a task that asks for the PIN and nothing more. */
  confirm(pin: string): Promise<void>;
  enterCurrentPin(pin: string): Promise<void>;
  chooseNewPin(pin: string): Promise<void>;
  chooseMethod(method: KnownRecoveryMethod | 'none'): Promise<void>;
  chooseQuestions(): Promise<void>;
  sendCode(email?: string): Promise<void>;
  checkCode(code: string): Promise<void>;
  /** Goes on with an address that was checked, when the approval after the check did not come through. */
  finishWithEmail(): Promise<void>;
  /** Approves a recovery set-up with the current PIN. */
  approveRecovery(pin: string): Promise<void>;
  answerQuestions(): Promise<void>;
  reject(): Promise<void>;
  /** Looks at the clock, and ends what has expired. */
  tick(): Promise<void>;
  /** Forgets every secret. */
  wipe(): void;
}

export interface SessionOptions {
  api: GatewayApi;
  challengeId: string;
  clock: ServerClock;
  flow: () => Flow;
  dispatch: (event: FlowEvent) => void;
  randomBytes?: (length: number) => Uint8Array<ArrayBuffer>;
}

interface Derived {
  secret: Uint8Array;
  salt: string;
}

/** Derived secrets that wait for a later step. A PIN itself is nowhere kept: it is derived as soon as it is entered. */
interface Vault {
  pin?: Uint8Array;
  newPin?: Derived;
  answers?: Derived;
}

const slowAfterMs = 3000;

/**
 * A measurement of the server's clock that is older than this is repeated before a secret is sealed: a mock's clock may
 * stand still, and a minute later a seal would seem to come from the future.
 */
const clockGoodForMs = 30_000;

export function createSession({
  api,
  challengeId,
  clock,
  flow,
  dispatch,
  randomBytes = (length) => crypto.getRandomValues(new Uint8Array(length)),
}: SessionOptions): Session {
  const vault: Vault = {};
  let verifiedEmail: string | undefined;
  /** An approval went out and its outcome is not known: it may have been carried out all the same. */
  let approvalUncertain = false;
  let working = false;
  let measuredAt = Date.now();

  function wipe(): void {
    wipePin();
    wipeNewPin();
    wipeAnswers();
  }
  function wipePin(): void {
    vault.pin?.fill(0);
    delete vault.pin;
  }
  function wipeNewPin(): void {
    vault.newPin?.secret.fill(0);
    delete vault.newPin;
  }
  function wipeAnswers(): void {
    vault.answers?.secret.fill(0);
    delete vault.answers;
  }

  function challenge(): GatewayChallenge {
    const known = flow().challenge;
    if (known === undefined) throw new Error('The challenge was not read yet');
    return known;
  }

  async function during(label: string, work: () => Promise<void>): Promise<void> {
    if (working) return;
    working = true;
    dispatch({ type: 'busy', label });
    const slow = setTimeout(() => dispatch({ type: 'slow' }), slowAfterMs);
    try {
      await nextPaint();
      await work();
      dispatch({ type: 'idle' });
    } catch (error) {
      await explain(failureOf(error));
    } finally {
      clearTimeout(slow);
      working = false;
    }
  }

  async function read(): Promise<GatewayChallenge> {
    const sentAt = Date.now();
    const latest = await api.read();
    measuredAt = Date.now();
    clock.measure(latest.serverTime, sentAt, measuredAt);
    return latest;
  }

  /** Reads the challenge again and shows what has become of it. False when that says no more than is known. */
  async function settle(): Promise<boolean> {
    let latest: GatewayChallenge;
    try {
      latest = await read();
    } catch {
      return false;
    }
    if (approvalUncertain && latest.status === 'verified' && latest.returnUrl !== undefined) {
      finishUnheard(latest.task, { challengeId, status: latest.status, returnUrl: latest.returnUrl });
      return true;
    }
    dispatch({ type: 'refreshed', challenge: latest, now: clock.now() });
    if (endingOf(latest, clock.now()) === undefined) return false;
    wipe();
    return true;
  }

  async function explain(failure: Failure): Promise<void> {
    switch (failure.code) {
      case 'pin_incorrect':
        wipePin();
        if (await settle()) return;
        break;
      case 'recovery_answers_incorrect':
        wipeAnswers();
        if (await settle()) return;
        break;
      case 'customer_locked': {
        wipe();
        if (await settle()) return;
        const seconds = failure.retryAfterSeconds;
        if (seconds !== undefined) {
          const lockedUntil = new Date(clock.now() + seconds * 1000).toISOString();
          return dispatch({ type: 'problem', problem: { kind: 'locked', lockedUntil } });
        }
        break;
      }
      case 'secret_replayed':
        if (await settle()) return;
        break;
      case 'challenge_not_pending':
      case 'challenge_expired':
        if (await settle()) return;
        wipe();
        break;
      case 'network':
      case 'timeout':
      case 'unreadable':
        if (approvalUncertain && (await settle())) return;
        break;
    }
    dispatch({ type: 'failed', failure });
  }

  async function seal(secret: Uint8Array, context: SealContext): Promise<string> {
    if (Date.now() - measuredAt > clockGoodForMs) await read();
    return sealSecret({ secret, context, challengeId, timestamp: clock.now(), publicKeyPem: challenge().pin.publicKey });
  }

  async function derivePin(pin: string): Promise<Uint8Array> {
    const { salt } = challenge().pin;
    if (salt === undefined) throw new GatewayCallError({ code: 'pin_not_set', message: 'No PIN is set yet. Ask your application to set one up first.' });
    return deriveSecret(pin, fromBase64(salt));
  }

  async function deriveNewPin(pin: string): Promise<Derived> {
    const salt = randomBytes(saltBytes);
    return { secret: await deriveSecret(pin, salt), salt: toBase64(salt) };
  }

  async function sealedNewPin(): Promise<{ sealedSecret: string; salt: string }> {
    const { newPin } = vault;
    if (newPin === undefined) throw new Error('No new PIN was chosen');
    return { sealedSecret: await seal(newPin.secret, 'new-pin'), salt: newPin.salt };
  }

  async function questionsSetup(): Promise<RecoverySetup> {
    const { questionIds, answers } = flow().draft;
    const salt = randomBytes(saltBytes);
    const secret = await deriveAnswersSecret(answers, salt);
    try {
      return {
        method: 'questions',
        questions: questionIds.map((questionId) => ({ questionId })),
        salt: toBase64(salt),
        sealedSecret: await seal(secret, 'answers'),
      };
    } finally {
      secret.fill(0);
    }
  }

  /** `build` is called anew for each try: a sealed secret is good once. */
  async function approve(build: () => Promise<ApproveRequest>): Promise<void> {
    const send = async (): Promise<GatewayOutcome> => {
      const body = await build();
      approvalUncertain = true;
      try {
        return await api.approve(body);
      } catch (error) {
        if (!isUncertain(failureOf(error))) approvalUncertain = false;
        throw error;
      }
    };
    try {
      finish(await send());
    } catch (error) {
      if (failureOf(error).code !== 'secret_expired') throw error;
      // The clock was off by more than the five minutes of a secret: measure it again, and seal once more.
      await read();
      finish(await send());
    }
  }

  function finish(outcome: GatewayOutcome): void {
    approvalUncertain = false;
    wipe();
    dispatch({ type: 'drafted', draft: { answers: ['', ''], email: '' } });
    dispatch({ type: 'finished', outcome });
  }

  /** The approval was carried out, but its answer is lost, and with it what only that answer carries. */
  function finishUnheard(task: string, outcome: GatewayOutcome): void {
    finish(outcome);
    if (task !== 'export-private-keys') return;
    dispatch({ type: 'problem', problem: { kind: 'export-lost', returnUrl: outcome.returnUrl } });
  }

  async function approveSetPin(recovery: () => Promise<RecoverySetup>): Promise<void> {
    await approve(async () => ({ action: 'set-pin', newPin: await sealedNewPin(), recovery: await recovery() }));
  }

  async function approveChangePin(): Promise<void> {
    await approve(async () => {
      if (vault.pin === undefined) throw new Error('The current PIN was not entered');
      return { action: 'change-pin', pin: { sealedSecret: await seal(vault.pin, 'pin') }, newPin: await sealedNewPin() };
    });
  }

  async function approveResetPin(): Promise<void> {
    await approve(async () => {
      const newPin = await sealedNewPin();
      if (vault.answers === undefined) return { action: 'reset-pin', recovery: { method: 'email' }, newPin };
      const sealedSecret = await seal(vault.answers.secret, 'answers');
      return { action: 'reset-pin', recovery: { method: 'questions', sealedSecret }, newPin };
    });
  }

  async function goOnWithEmail(email: string): Promise<void> {
    if (challenge().action === 'set-recovery') return dispatch({ type: 'go', step: { name: 'recovery-pin' } });
    await approveSetPin(async () => ({ method: 'email', email }));
  }

  return {
    wipe,
    start: () =>
      during('Opening your request…', async () => {
        const latest = await read();
        if (!sameKdf(latest.pin.kdf)) return dispatch({ type: 'problem', problem: { kind: 'page-outdated' } });
        dispatch({ type: 'loaded', challenge: latest, now: clock.now() });
      }),
    confirm: (pin) =>
      during('Checking your PIN…', async () => {
        const secret = await derivePin(pin);
        try {
          await approve(async () => ({ action: 'confirm', pin: { sealedSecret: await seal(secret, 'pin') } }));
        } finally {
          secret.fill(0);
        }
      }),
    enterCurrentPin: (pin) =>
      during('Protecting your PIN…', async () => {
        wipePin();
        vault.pin = await derivePin(pin);
        if (vault.newPin !== undefined) return approveChangePin();
        dispatch({ type: 'go', step: { name: 'new-pin' } });
      }),
    chooseNewPin: (pin) =>
      during('Protecting your PIN…', async () => {
        wipeNewPin();
        vault.newPin = await deriveNewPin(pin);
        const { action } = challenge();
        if (action === 'change-pin') return approveChangePin();
        if (action === 'reset-pin') return approveResetPin();
        dispatch({ type: 'go', step: { name: 'recovery-method' } });
      }),
    chooseMethod: async (method) => {
      if (method === 'questions') return dispatch({ type: 'go', step: { name: 'recovery-questions' } });
      if (method === 'email') return dispatch({ type: 'go', step: { name: 'recovery-email' } });
      await during('Finishing…', () => approveSetPin(async () => ({ method: 'none' })));
    },
    chooseQuestions: async () => {
      verifiedEmail = undefined;
      if (challenge().action === 'set-recovery') return dispatch({ type: 'go', step: { name: 'recovery-pin' } });
      await during('Protecting your answers…', () => approveSetPin(questionsSetup));
    },
    sendCode: (email) =>
      during('Sending a code…', async () => {
        const started = await api.startRecovery(email === undefined ? { method: 'email' } : { method: 'email', email });
        if (started.method !== 'email') throw new Error('The server started another method');
        const isProof = challenge().action === 'reset-pin';
        const again = flow().step.name.endsWith('-code');
        dispatch({ type: 'go', step: { name: isProof ? 'prove-code' : 'recovery-code', email: started.email } });
        if (again) dispatch({ type: 'notice', notice: { tone: 'info', text: 'A new code is on its way. Older codes no longer work.' } });
      }),
    checkCode: (code) =>
      during('Checking the code…', async () => {
        await api.checkRecovery({ method: 'email', code });
        if (challenge().action === 'reset-pin') return dispatch({ type: 'go', step: { name: 'new-pin' } });
        const { email } = flow().draft;
        verifiedEmail = email;
        dispatch({ type: 'go', step: { name: 'recovery-verified', email } });
        dispatch({ type: 'busy', label: 'Finishing…' });
        await goOnWithEmail(email);
      }),
    finishWithEmail: () => during('Finishing…', () => goOnWithEmail(verifiedEmail ?? flow().draft.email)),
    approveRecovery: (pin) =>
      during('Checking your PIN…', async () => {
        const email = verifiedEmail;
        const secret = await derivePin(pin);
        try {
          await approve(async () => ({
            action: 'set-recovery',
            recovery: email === undefined ? withoutNone(await questionsSetup()) : { method: 'email', email },
            pin: { sealedSecret: await seal(secret, 'pin') },
          }));
        } finally {
          secret.fill(0);
        }
      }),
    answerQuestions: () =>
      during('Checking your answers…', async () => {
        wipeAnswers();
        const started = await api.startRecovery({ method: 'questions' });
        if (started.method !== 'questions') throw new Error('The server started another method');
        const secret = await deriveAnswersSecret(flow().draft.answers, fromBase64(started.salt));
        vault.answers = { secret, salt: started.salt };
        await api.checkRecovery({ method: 'questions', sealedSecret: await seal(secret, 'answers') });
        dispatch({ type: 'go', step: { name: 'new-pin' } });
      }),
    reject: () =>
      during('Rejecting…', async () => {
        const outcome = await api.reject();
        finish(outcome);
      }),
    tick: async () => {
      const { challenge: known, step, busy } = flow();
      if (known === undefined || busy !== undefined || working || step.name === 'done' || step.name === 'problem') return;
      if (clock.now() < Date.parse(known.expiresAt)) return;
      working = true;
      // By the clock as it was just measured, which may have stood still.
      if (!(await settle()) && clock.now() >= Date.parse(known.expiresAt)) {
        dispatch({ type: 'problem', problem: { kind: 'expired' } });
      }
      working = false;
    },
  };
}

function failureOf(error: unknown): Failure {
  if (error instanceof GatewayCallError) return error.failure;
  return { code: 'page_error', message: 'Something went wrong on this page. Reload it and try again.' };
}

/**
 * Whether the approval may have been carried out in spite of the error. Browsers repeat a request by themselves when a
 * connection that was used before breaks: the repeated one then meets a challenge that is finished, or its own secret.
 */
function isUncertain({ code }: Failure): boolean {
  return ['network', 'timeout', 'unreadable', 'internal_error', 'challenge_not_pending', 'secret_replayed'].includes(code);
}

function withoutNone(setup: RecoverySetup): Exclude<RecoverySetup, { method: 'none' }> {
  if (setup.method === 'none') throw new Error('A recovery set-up needs a method');
  return setup;
}

/** A weaker derivation than the one this page was built for must not be talked into it. */
function sameKdf(asked: GatewayChallenge['pin']['kdf']): boolean {
  return (
    asked.algorithm === kdf.algorithm &&
    asked.version === kdf.version &&
    asked.memoryKiB === kdf.memoryKiB &&
    asked.passes === kdf.passes &&
    asked.lanes === kdf.lanes &&
    asked.hashLength === kdf.hashLength
  );
}

/** Deriving keeps the thread busy: let the browser draw the progress first. A hidden tab draws nothing, hence the limit. */
async function nextPaint(): Promise<void> {
  await new Promise<void>((resolve) => {
    setTimeout(resolve, 150);
    requestAnimationFrame(() => setTimeout(resolve, 0));
  });
}

import { setTimeout as wait } from 'node:timers/promises';
import { ApiError } from './api-error.ts';
import type { Random } from './nodes/random.ts';

/** What becomes of a request: all is well, or one of the ways in which networks and services fail. */
export type Fate =
  | 'sound'
  /** The connection breaks before anything is done. */
  | 'cut'
  /** Everything is done, and the connection breaks before the answer: what idempotency keys are for. */
  | 'lost'
  | 'internal_error'
  | 'rate_limited';

const failures = ['cut', 'lost', 'internal_error', 'rate_limited'] as const satisfies Fate[];

export interface NetworkOptions {
  /** The part of all requests that fail, from 0 to 1. */
  failRate: number;
  /** How late answers are, in milliseconds: each from half to one and a half times as much. */
  latencyMs: number;
  random: Random;
}

/** A network that is bad on purpose. The Sandbox and `/health` are spared: a test keeps control. */
export interface BadNetwork {
  /** Decides about the next request, by its path. */
  next: (path: string) => { fate: Fate; delayMs: number };
  /** Waits, or goes on at once when the mock stops. */
  delay: (milliseconds: number) => Promise<void>;
  stop: () => void;
}

/** Throws a RangeError when an option is out of its range. */
export function createBadNetwork({ failRate, latencyMs, random }: NetworkOptions): BadNetwork {
  if (!(failRate >= 0 && failRate <= 1)) throw new RangeError(`The fail rate is ${failRate}, not from 0 to 1.`);
  if (!(latencyMs >= 0 && latencyMs <= 60_000)) throw new RangeError(`The latency is ${latencyMs}, not from 0 to 60000 ms.`);
  const stopping = new AbortController();
  const isGood = failRate === 0 && latencyMs === 0;
  return {
    next: (path) => {
      if (isGood || isSpared(path)) return { fate: 'sound', delayMs: 0 };
      const bytes = random(8);
      const view = new DataView(bytes.buffer, bytes.byteOffset, 8);
      const [luck, lateness] = [view.getUint32(0) / 2 ** 32, view.getUint32(4) / 2 ** 32];
      const delayMs = latencyMs * (0.5 + lateness);
      const fate = luck < failRate ? failures[Math.floor((luck / failRate) * failures.length)] : undefined;
      return { fate: fate ?? 'sound', delayMs };
    },
    delay: async (milliseconds) => {
      if (milliseconds === 0) return;
      try {
        await wait(milliseconds, undefined, { signal: stopping.signal });
      } catch (error) {
        if (!stopping.signal.aborted) throw error;
      }
    },
    stop: () => stopping.abort(),
  };
}

function isSpared(path: string): boolean {
  return path === '/health' || path.startsWith('/sandbox/');
}

/** Answers with an error of the contract in place of the operation. */
export function failOnPurpose(fate: 'internal_error' | 'rate_limited'): never {
  const message = 'The network is bad on purpose (--fail): nothing was done. Try again.';
  throw new ApiError(fate, { message, ...(fate === 'rate_limited' ? { headers: { 'Retry-After': 1 } } : {}) });
}

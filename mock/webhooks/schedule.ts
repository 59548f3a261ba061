import { createHash } from 'node:crypto';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** How long to wait after each failed attempt, in milliseconds. After the last there is none. */
export const retryDelaysMs = [
  30 * secondMs,
  2 * minuteMs,
  8 * minuteMs,
  30 * minuteMs,
  2 * hourMs,
  6 * hourMs,
  15 * hourMs,
] as const;

/** How many attempts a schedule has. */
export const attemptLimit = retryDelaysMs.length + 1;

/** The share by which a delay is shortened or lengthened at most. */
export const jitter = 0.2;

/** The longest time that a receiver can ask to be left alone for. */
export const longestRetryAfterMs = 24 * hourMs;

/**
 * How long to wait after the `failed`-th failed attempt of a schedule, in milliseconds; `undefined` when it was the last.
 *
 * The jitter spreads the deliveries of a receiver that was down. It comes from the delivery, not from a source of
 * randomness: what is due when must not depend on what else is drawn, or a seed would not repeat a run.
 */
export function retryDelayMs(deliveryId: string, failed: number, retryAfterMs = 0): number | undefined {
  const delay = retryDelaysMs[failed - 1];
  if (delay === undefined) return undefined;
  const draw = createHash('sha256').update(`${deliveryId}.${failed}`).digest().readUInt32BE() / 2 ** 32;
  const spread = Math.round(delay * (1 - jitter + 2 * jitter * draw));
  return Math.max(spread, Math.min(retryAfterMs, longestRetryAfterMs));
}

/** What `Retry-After` asks for, in milliseconds: seconds or a date. Zero when it says nothing that can be understood. */
export function readRetryAfter(header: string | undefined, now: number): number {
  if (header === undefined) return 0;
  if (/^\d+$/.test(header)) return Number(header) * secondMs;
  const date = / GMT$/.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}

/** The time by which everything in the mock happens: expiry, lockouts, signatures. The Sandbox can move it forward. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Real time, wherever the clock stands: for signatures, which receivers hold against clocks of their own. */
  realNow(): number;
  /** How far the clock was moved ahead of real time, in milliseconds. */
  offset(): number;
  /** Moves the clock to `milliseconds` ahead of real time. */
  setOffset(milliseconds: number): void;
}

/** Makes a clock that runs with `source`, `offset` milliseconds ahead of it. */
export function createClock(source: () => number = Date.now, offset = 0, realNow: () => number = source): Clock {
  let ahead = offset;
  return {
    now: () => source() + ahead,
    realNow,
    offset: () => ahead,
    setOffset: (milliseconds) => {
      ahead = milliseconds;
    },
  };
}

/** A time as it goes over the wire: RFC 3339, UTC, milliseconds. As text of fixed length it also sorts by time. */
export function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

/** The server's clock as this page knows it: the local clock and what was last measured of their difference. */
export interface ServerClock {
  now(): number;
  measure(serverTime: string, sentAt: number, receivedAt: number): void;
}

export function createServerClock(localNow: () => number = Date.now): ServerClock {
  let difference = 0;
  return {
    now: () => Math.round(localNow() + difference),
    measure(serverTime, sentAt, receivedAt) {
      const server = Date.parse(serverTime);
      // The server read its clock somewhere between; the middle is wrong by half the round trip at most.
      if (!Number.isNaN(server)) difference = server - (sentAt + receivedAt) / 2;
    },
  };
}

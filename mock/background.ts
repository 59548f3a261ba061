import { AsyncLocalStorage } from 'node:async_hooks';

export interface BackgroundWork {
  /** Lets time do its work on what is stored. */
  settle: () => Promise<void>;
  deliveries: { beginDue: () => Promise<number>; idle: () => Promise<void>; stop: () => Promise<void> };
  /** Takes what went wrong. It never ends the process. */
  report: (error: unknown) => void;
}

export interface Background {
  /** From now on does what falls due, by itself. */
  start: () => void;
  /** Looks at once for what is to be delivered, because there is something new; nothing before the start. */
  wake: () => void;
  /** Does everything that is due, and waits for the attempts that it makes, and for what they make due. */
  tick: () => Promise<void>;
  /** Ends it and breaks off what is under way. */
  stop: () => Promise<void>;
}

/** How often it looks by itself, in milliseconds of real time: the longest that anything is late. */
const intervalMs = 250;

/** The one loop in which time passes for what nobody asks about. */
export function createBackground({ settle, deliveries, report }: BackgroundWork): Background {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isWanted = false;
  let isTimeUp = false;
  let isScheduled = false;
  let isStopped = false;
  const faults = new Map<() => Promise<unknown>, string>();
  // What wakes it is a request, and what it does is not that request's: the log would take it for that.
  const apart = AsyncLocalStorage.snapshot();

  /** Does one part of the work, so that a fault of it holds up no other. */
  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work();
      faults.delete(work);
    } catch (error) {
      // Said once: a full disk would otherwise be said four times a second.
      if (faults.get(work) !== String(error)) report(error);
      faults.set(work, String(error));
    }
  };

  const look = async () => {
    do {
      isWanted = false;
      // Time passes by the timer alone: settling after every delivery would cost more than the delivery.
      if (isTimeUp) {
        isTimeUp = false;
        await attempt(settle);
      }
      await attempt(deliveries.beginDue);
    } while (isWanted && !isStopped);
  };

  const run = () => {
    isWanted = true;
    if (isStopped || running !== undefined) return;
    running = apart(look).finally(() => {
      running = undefined;
    });
  };

  return {
    start: () => {
      if (timer !== undefined || isStopped) return;
      const pass = () => {
        isTimeUp = true;
        run();
      };
      timer = setInterval(pass, intervalMs).unref();
      pass();
    },
    wake: () => {
      if (timer === undefined || isStopped || isScheduled) return;
      isScheduled = true;
      setImmediate(() => {
        isScheduled = false;
        run();
      });
    },
    tick: async () => {
      do {
        await settle();
        await deliveries.idle();
      } while ((await deliveries.beginDue()) > 0);
    },
    stop: async () => {
      isStopped = true;
      clearInterval(timer);
      await running;
      await deliveries.stop();
    },
  };
}

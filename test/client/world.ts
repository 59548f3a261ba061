import { type RunningMock, startMock } from '../../mock/start-mock.ts';
import type { World } from './suite.ts';

/** Starts the mocks that the cases run against. */
export async function startWorld(): Promise<World & { stop: () => Promise<void> }> {
  const quiet = { log: () => undefined };
  const mocks: RunningMock[] = [];
  const start = async (options: Parameters<typeof startMock>[0]) => {
    const mock = await startMock({ ...quiet, ...options });
    mocks.push(mock);
    return mock.apiUrl;
  };
  return {
    apiUrl: await start({}),
    badApiUrl: await start({ seed: 7, failRate: 0.33 }),
    slowApiUrl: await start({ latencyMs: 6_000 }),
    stop: async () => {
      await Promise.all(mocks.map((mock) => mock.stop()));
    },
  };
}

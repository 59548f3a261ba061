import { defineConfig } from 'vitest/config';
import { summaryReporter } from './test/reporter.ts';
import { recordTraffic } from './test/traffic/plugin.ts';

// Groups run one after the other, in this order. None may be 0: where there is one worker, that group comes last.
const [parallel, browser, traffic] = [{ groupOrder: 1 }, { groupOrder: 2 }, { groupOrder: 3 }];

export default defineConfig({
  test: {
    reporters: ['default', summaryReporter],
    projects: [
      {
        test: {
          name: 'contract',
          include: ['test/contract/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: parallel,
        },
      },
      {
        plugins: [recordTraffic],
        test: {
          name: 'mock',
          include: ['test/mock/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
          sequence: parallel,
        },
      },
      {
        plugins: [recordTraffic],
        test: {
          name: 'client',
          include: ['test/client/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: parallel,
        },
      },
      {
        plugins: [recordTraffic],
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          globalSetup: ['test/browser/global-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: browser,
        },
      },
      {
        // `npm run test:clients`: needs the toolchains of the other languages.
        test: {
          name: 'languages',
          include: ['test/languages/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
          fileParallelism: false,
          sequence: browser,
        },
      },
      {
        // `npm run test:docs`: builds the portal, and runs every sample in it.
        test: {
          name: 'docs',
          include: ['test/docs/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 600_000,
          fileParallelism: false,
          sequence: browser,
        },
      },
      {
        // It judges what all others sent through the mock.
        test: {
          name: 'traffic',
          include: ['test/traffic/**/*.test.ts'],
          globalSetup: ['test/traffic/global-setup.ts'],
          testTimeout: 60_000,
          sequence: traffic,
        },
      },
    ],
  },
});

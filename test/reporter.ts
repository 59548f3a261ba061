import type { Reporter } from 'vitest/node';

/**
 * Prints `N passed, N failed`, alone on the last line, so that any machine can read the outcome.
 * What could not be loaded, or failed outside of every test, counts as failed. Skipped tests are added, if there are any:
 * a filter on the command line skips, and nothing else may.
 */
export const summaryReporter: Reporter = {
  onTestRunEnd(modules, errors) {
    let passed = 0;
    let failed = errors.length;
    let skipped = 0;
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') passed += 1;
        else if (state === 'skipped') skipped += 1;
        else failed += 1;
      }
      failed += module.errors().length;
      for (const suite of module.children.allSuites()) failed += suite.errors().length;
    }
    if (passed + failed === 0) failed = 1;
    // The default reporter writes its own summary at the same event, and this line comes after everything.
    process.once('exit', () => process.stdout.write(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`));
  },
};

import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const recorded = new Map([
  [join(root, 'mock', 'server.ts'), join(root, 'test', 'traffic', 'recorded-server.ts')],
  [join(root, 'mock', 'webhooks', 'post.ts'), join(root, 'test', 'traffic', 'recorded-post.ts')],
]);
const recorders = new Set(recorded.values());

/** The environment variable that names the folder of the recordings, also for child processes. Without it, none are made. */
export const trafficVariable = 'PLANBOK_TEST_TRAFFIC';

/**
 * The recorder that stands in for a file of the mock. A recorder itself gets the real file. It stands in whether something is
 * recorded or not: the test runner remembers over its runs what an import was.
 */
export function recorderOf(file: string, importer: string): string | undefined {
  return recorders.has(importer) ? undefined : recorded.get(file);
}

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { root } from './contract.ts';

// `npx redocly score bundle` prints the same number as "Agent Readiness". It is the median of the operations' scores (nine
// tenths) and of how easily one finds an operation among all (one tenth). `--operation-details` shows what an operation
// loses: most of it by many parameters, by bodies more than four levels deep, and by unions.
it('scores 90 or more at `redocly score`', async () => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [join(root, 'node_modules/@redocly/cli/bin/cli.js'), 'score', 'bundle', '--format=json'],
    { cwd: root, env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }, maxBuffer: 64 * 1024 * 1024 },
  );
  const { agentReadiness } = JSON.parse(stdout.slice(stdout.indexOf('{'))) as { agentReadiness: number };
  expect(agentReadiness).toBeGreaterThanOrEqual(90);
});

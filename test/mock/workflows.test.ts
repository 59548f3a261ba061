import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { type RunningMock, startMock } from '../../mock/start-mock.ts';
import { contract, root } from '../contract/contract.ts';

const folder = join(root, 'openapi/workflows');
const files = readdirSync(folder).sort();

interface Arazzo {
  info: { version: string };
  workflows: { workflowId: string; steps: { stepId: string; successCriteria?: unknown[]; workflowId?: string }[] }[];
}

/** A step of a report, with everything that was checked of its answer. */
interface Step {
  stepId: string;
  checks: { name: string; status: string; condition?: string }[];
}

/** What `redocly respect` found: how many steps it took, and each check that did not hold. */
interface Outcome {
  failed: string[];
  steps: number;
  output: string;
}

/** Runs one workflow against a mock. Nothing else is asked: no telemetry, and no look for a newer version. */
async function respect(file: string, { apiUrl, keys }: RunningMock, pins = { pin: '739164', newPin: '285037' }): Promise<Outcome> {
  const work = mkdtempSync(join(tmpdir(), 'planbok-respect-'));
  onTestFinished(() => rmSync(work, { recursive: true }));
  const report = join(work, 'report.json');
  const inputs = Object.entries({ apiKey: keys.apiKey, ...pins }).flatMap(([name, value]) => ['--input', `${name}=${value}`]);
  const args = ['respect', file, '--server', `planbok=${apiUrl}`, '--json-output', report, ...inputs];
  const env = { ...process.env, NODE_OPTIONS: '', REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  const output = await new Promise<string>((done) => {
    const cli = join(root, 'node_modules/@redocly/cli/bin/cli.js');
    execFile(process.execPath, [cli, ...args], { cwd: folder, env }, (_, stdout, stderr) => done(stdout + stderr));
  });
  const steps = stepsIn(JSON.parse(readFileSync(report, 'utf8')));
  const failed = steps.flatMap(({ stepId, checks }) =>
    checks.filter(({ status }) => status !== 'success').map(({ condition, name }) => `${stepId}: ${condition ?? name}`),
  );
  return { failed, steps: steps.length, output };
}

/** The steps of a report, also of the workflows that are steps of others. */
function stepsIn(report: unknown): Step[] {
  if (typeof report !== 'object' || report === null) return [];
  const own = 'stepId' in report && 'checks' in report ? [report as Step] : [];
  return [...own, ...Object.values(report).flatMap(stepsIn)];
}

describe('the workflows', () => {
  let mock: RunningMock;
  beforeAll(async () => {
    mock = await startMock({ port: 0, gatewayPort: 0, validateWire: true });
    return () => mock.stop();
  });

  it('are these five, each named after its file, of the version of the contract', () => {
    expect(files).toEqual(['onboard', 'provision', 'reset-pin', 'sign', 'transfer'].map((name) => `${name}.arazzo.yaml`));
    for (const file of files) {
      const { info, workflows } = parse(readFileSync(join(folder, file), 'utf8')) as Arazzo;
      expect(workflows.map(({ workflowId }) => `${workflowId}.arazzo.yaml`)).toEqual([file]);
      expect(info.version).toBe(contract.info.version);
      for (const { stepId, successCriteria, workflowId } of workflows.flatMap(({ steps }) => steps)) {
        expect(workflowId ?? successCriteria?.length, stepId).toBeTruthy();
      }
    }
  });

  it.each(files)('hold against the mock: %s', { timeout: 60_000 }, async (file) => {
    const { failed, steps, output } = await respect(file, mock);
    expect(failed, output).toEqual([]);
    expect(steps, output).toBeGreaterThanOrEqual(5);
    expect(output).toContain('Workflows: 1 passed, 1 total');
  });

  it('fail when what they say does not hold, and where, and print no key', { timeout: 60_000 }, async () => {
    const { failed, output } = await respect('onboard.arazzo.yaml', mock, { pin: '000000', newPin: '285037' });
    expect(failed).toEqual(['setPin: $statusCode == 200']);
    expect(output).toContain('Workflows: 1 failed, 1 total');
    expect(output).not.toContain(mock.keys.apiKey);
  });
});

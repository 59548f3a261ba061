import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../contract/contract.ts';
import { type Exchange, recordedOrigin } from './exchange.ts';

/** One difference between traffic and contract, told with how often it was met. */
interface Problem {
  occurrences: number;
  /** The first exchange that has it. */
  exchangeIndex: number;
  message: string;
  ruleId: string;
  method: string;
  url: string;
  status?: number;
  operationId?: string;
  details?: { actual?: string };
}

export interface Drift {
  /** What does not fit, a line each. */
  findings: string[];
  /** The exchanges in which it was first met, by their places. */
  found: number[];
  /** How many of the exchanges belong to an operation of the contract. */
  documented: number;
}

/** Holds exchanges against a description with `redocly drift`. `options` are its own. */
export async function drift(exchanges: Partial<Exchange>[], api: string, options: string[] = []): Promise<Drift> {
  if (exchanges.length === 0) throw new Error('There is no traffic to judge.');
  const folder = await mkdtemp(join(tmpdir(), 'planbok-drift-'));
  try {
    const [traffic, report] = [join(folder, 'traffic'), join(folder, 'report.json')];
    await mkdir(traffic);
    await writeFile(join(traffic, 'traffic.ndjson'), exchanges.map(lineOfExchange).join(''));
    await redocly([
      'drift', traffic, '--traffic-format', 'ndjson', '--api', api, '--server', recordedOrigin, '--format', 'json', '--output', report, ...options,
    ]);
    const { run, problems } = JSON.parse(await readFile(report, 'utf8')) as {
      run: { totalExchanges: number; documentedExchanges: number };
      problems: Problem[];
    };
    if (run.totalExchanges !== exchanges.length) throw new Error(`Of ${exchanges.length} exchanges drift read ${run.totalExchanges}.`);
    const found = [...new Set(problems.map(({ exchangeIndex }) => exchangeIndex))].toSorted((one, other) => one - other);
    return { findings: problems.map(lineOf), found, documented: run.documentedExchanges };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** One line of NDJSON. JSON leaves two characters as they are that are the ends of lines to drift. */
function lineOfExchange(exchange: Partial<Exchange>): string {
  return `${JSON.stringify(exchange).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}\n`;
}

function lineOf({ occurrences, message, ruleId, method, url, status, operationId, details }: Problem): string {
  const actual = details?.actual === undefined ? '' : ` It is ${details.actual}.`;
  return `${operationId ?? 'no operation'}: ${message}${actual} (${ruleId}, ${occurrences} times, as in ${method} ${url} ${status ?? ''})`;
}

/** Ends well when a report was written: findings of severity `error` make the exit code 1, and others do not. */
function redocly(args: string[]): Promise<void> {
  const cli = join(root, 'node_modules/@redocly/cli/bin/cli.js');
  const env = { ...process.env, NODE_OPTIONS: '', REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  return new Promise((done, fail) => {
    execFile(process.execPath, [cli, ...args], { cwd: root, env, maxBuffer: 64 * 1024 * 1024 }, (error, _, stderr) => {
      if (error === null || stderr.includes('Drift report written')) done();
      else fail(new Error(stderr));
    });
  });
}

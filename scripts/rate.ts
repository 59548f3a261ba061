/** Rates the contract against the last released one, so that nobody is surprised by a change in what they build on. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '..');

/** Where released contracts are kept, each as `VERSION/openapi.yaml`; the portal serves them under `/releases/`. */
export const releases = join(root, 'docs/releases');

function compareVersions(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  return a?.map((part, index) => part - (b?.[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** The newest released version. Throws when there is none. */
export async function lastRelease(folder = releases): Promise<string> {
  const versions = (await readdir(folder)).filter((name) => /^\d+\.\d+\.\d+$/.test(name));
  const [newest] = versions.toSorted((one, other) => compareVersions(other, one));
  if (newest === undefined) throw new Error(`${folder} has no release. Make the first with \`npm run release\`.`);
  return newest;
}

async function versionOf(file: string): Promise<string> {
  return (parse(await readFile(file, 'utf8')) as { info: { version: string } }).info.version;
}

export interface Rating {
  passed: boolean;
  /** What changed and how much, as `redocly diff` says it; when it did not pass, also what to do. */
  report: string;
}

/**
 * Compares the bundle `contract` with the bundle `released`. A change passes when the version was raised as much as it
 * demands: what breaks, by a major version.
 */
export async function rate(released: string, contract: string): Promise<Rating> {
  const [before, now] = await Promise.all([versionOf(released), versionOf(contract)]);
  const [old = 0, major = 0] = [before, now].map((version) => Number(version.split('.')[0]));
  const work = await mkdtemp(join(tmpdir(), 'planbok-rating-'));
  try {
    // Only `diff-recommended` knows what breaks: without it every change counts as a patch.
    const config = join(work, 'redocly.yaml');
    await writeFile(config, 'telemetry: off\nextends: [diff-recommended]\n');
    const failOn = major > old ? 'none' : 'major';
    const { passed, output } = await redocly(['diff', released, contract, '--fail-on', failOn, '--check-version', '--config', config]);
    if (passed) return { passed, report: output };
    const report = [
      output,
      `The contract is not what was released as ${before}, and its version, ${now}, does not say so enough. Either take the change back, or`,
      `  1. raise the version in openapi/openapi.yaml, package.json and docs/package.json: what breaks needs ${old + 1}.0.0,`,
      '  2. begin CHANGELOG.md with a heading for it; what breaks comes first in it, under "### Breaking",',
      '  3. and once it is out, run `npm run release`.',
      `If nobody has ${before} yet, \`npm run release -- --replace\` takes the contract as it is now for it.`,
    ].join('\n');
    return { passed, report };
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function redocly(args: string[]): Promise<{ passed: boolean; output: string }> {
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
  return new Promise((done, fail) => {
    execFile(process.execPath, [join(root, 'node_modules/@redocly/cli/bin/cli.js'), ...args], { cwd: root, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      const output = `${stdout}${stderr}`.trim();
      // It ends with 1 for what it found; anything else is that it could not compare.
      if (error !== null && error.code !== 1) fail(new Error(`redocly diff failed:\n${output}`, { cause: error }));
      else if (!/\d+ major, \d+ minor, \d+ patch/.test(output) || output.includes('No diff rules are on')) fail(new Error(`redocly diff did not rate the contract:\n${output}`));
      else done({ passed: error === null, output });
    });
  });
}

import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { rules } from '../../lint/plugin.ts';

const root = resolve(import.meta.dirname, '../..');
const fixtures = join(root, 'lint/fixtures');
const names = Object.keys(rules);

/** What our rule says about a fixture, by `rule/case`. */
const reports = new Map<string, string[]>();

beforeAll(async () => {
  const files = names.flatMap((name) => [`${name}/pass.yaml`, `${name}/fail.yaml`]);
  const cli = join(root, 'node_modules/@redocly/cli/bin/cli.js');
  // Redocly exits with 1 when it finds something, which is what half of the fixtures are for.
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [cli, 'lint', ...files, '--format=json', '--config=redocly.yaml', '--max-problems=500'],
    { cwd: fixtures, env: { ...process.env, REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }, maxBuffer: 64 * 1024 * 1024 },
  ).catch((error: { stdout: string }) => error);
  // One JSON document for each file, in the order given, with nothing between them.
  const documents = stdout.split(/^(?=\{$)|(?<=^\})(?=\{$)/m);
  expect(documents).toHaveLength(files.length);
  for (const [index, file] of files.entries()) {
    const { problems } = JSON.parse(documents[index] ?? '') as { problems: { ruleId: string; message: string }[] };
    const rule = `planbok/${file.split('/')[0]}`;
    reports.set(file.replace('.yaml', ''), problems.filter(({ ruleId }) => ruleId === rule).map(({ message }) => message));
  }
});

describe('the rules of lint/', () => {
  it('each have a file, are switched on at level error, and have fixtures', () => {
    const configured = (parse(readFileSync(join(root, 'redocly.yaml'), 'utf8')) as { rules: Record<string, unknown> }).rules;
    const active = Object.entries(configured)
      .filter(([name, value]) => name.startsWith('planbok/') && (value === 'error' || (value as { severity?: string }).severity === 'error'))
      .map(([name]) => name.replace('planbok/', ''));
    expect(active.sort()).toEqual([...names].sort());
    expect(readdirSync(join(root, 'lint/rules')).map((file) => file.replace('.ts', '')).sort()).toEqual([...names].sort());
    const folders = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map((entry) => relative(fixtures, join(entry.parentPath, entry.name))).sort()).toEqual([...names].sort());
  });

  it.each(names)('%s is silent about its passing fixture', (name) => {
    expect(reports.get(`${name}/pass`)).toEqual([]);
  });

  it.each(names)('%s reports everything that its failing fixture expects, and nothing else', (name) => {
    const fixture = parse(readFileSync(join(fixtures, name, 'fail.yaml'), 'utf8')) as { 'x-expect': string[] };
    const messages = [...(reports.get(`${name}/fail`) ?? [])];
    for (const expected of fixture['x-expect']) {
      const index = messages.findIndex((message) => message.includes(expected));
      expect(index, `no message says "${expected}" in ${JSON.stringify(messages, null, 2)}`).toBeGreaterThanOrEqual(0);
      messages.splice(index, 1);
    }
    expect(messages).toEqual([]);
  });
});

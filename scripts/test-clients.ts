/**
 * `npm run test:clients [-- --only go,python]`: builds the clients of the other languages, and runs them against the mock.
 * Fails at once, and says what to install, where a toolchain is missing: nothing is skipped.
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { lackingFor, toolchains } from './toolchains.ts';

const root = resolve(import.meta.dirname, '..');
const all = Object.keys(toolchains);

/** What `--only` names. Throws on a language that there is no client in. */
function chosen(): string[] {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } });
  const languages = values.only?.flatMap((names) => names.split(',')).map((name) => name.trim()) ?? all;
  const unknown = languages.filter((language) => !all.includes(language));
  if (unknown.length > 0) throw new Error(`No client is in ${unknown.map((name) => `"${name}"`).join(', ')}: choose from ${all.join(', ')}.`);
  return [...new Set(languages)];
}

function runTests(languages: string[]): void {
  const files = languages.map((language) => `test/languages/${language}.test.ts`);
  const vitest = resolve(root, 'node_modules/vitest/vitest.mjs');
  spawn(process.execPath, [vitest, 'run', '--project', 'languages', ...files], { cwd: root, stdio: 'inherit' })
    .on('close', (code) => (process.exitCode = code ?? 1));
}

try {
  const languages = chosen();
  const lacking = await lackingFor(languages);
  if (lacking.length > 0) throw new Error(lacking.join('\n'));
  runTests(languages);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

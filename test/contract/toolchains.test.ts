import { spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toolchains } from '../../scripts/toolchains.ts';
import { root } from './contract.ts';

/** The only folder in which programs are looked for. */
let programs: string;
beforeAll(async () => (programs = await mkdtemp(join(tmpdir(), 'planbok-path-'))));
afterAll(() => rm(programs, { recursive: true }));

function testClients(...args: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, 'scripts/test-clients.ts'), ...args], { cwd: root, env: { PATH: programs } });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk));
    child.on('close', (code) => resolve({ code, said }));
  });
}

describe('npm run test:clients', () => {
  const languages = Object.keys(toolchains);

  it('knows the toolchain of every language that has a test', () => {
    const tests = readdirSync(join(root, 'test/languages')).filter((file) => file.endsWith('.test.ts'));
    expect(tests.map((file) => file.replace('.test.ts', '')).sort()).toEqual(languages.toSorted());
  });

  it.each(languages)('fails where the toolchain of %s is missing, and says what to install', async (language) => {
    const { code, said } = await testClients('--only', language);
    const lines = said.trim().split('\n');
    expect(code).toBe(1);
    expect(lines).toHaveLength(toolchains[language]?.length ?? 0);
    for (const line of lines) expect(line).toMatch(new RegExp(`^The tests of ${language} need .+, which is not here\\. On Debian.* \`apt-get install [^\`]+\`; elsewhere .+\\.$`));
  });

  it('names everything that is missing at once, each with the languages that need it', async () => {
    const { code, said } = await testClients();
    expect(code).toBe(1);
    expect(said).toContain('The tests of java, kotlin, rust need Java 17 or newer, which is not here.');
    expect(said).toContain('The tests of php need Composer 2.0 or newer, which is not here.');
  });

  it('fails where a toolchain is too old', async () => {
    const go = join(programs, 'go');
    await writeFile(go, '#!/bin/sh\necho go version go1.9.7 linux/amd64\n');
    await chmod(go, 0o755);
    const { code, said } = await testClients('--only', 'go');
    expect(code).toBe(1);
    expect(said).toBe('The tests of go need Go 1.23 or newer, and here is 1.9.7. On Debian 13 `apt-get install golang-go`; elsewhere from go.dev.\n');
  });

  it('says which languages there are when it does not know one', async () => {
    expect(await testClients('--only', 'go,cobol')).toEqual({ code: 1, said: `No client is in "cobol": choose from ${languages.join(', ')}.\n` });
  });
});

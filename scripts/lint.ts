/** `npm run lint`: Redocly and Spectral on the source and on the bundle, and Redocly on the workflows. Any finding of either, of any severity, fails. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

const LINTERS: [name: string, program: string, ...args: string[]][] = [
  ['Redocly', '@redocly/cli/bin/cli.js', 'lint', 'source', 'bundle', 'openapi/workflows/*.yaml', '--max-problems=1000'],
  ['Spectral', '@stoplight/spectral-cli/dist/index.js', 'lint', 'openapi/openapi.yaml', 'generated/openapi.yaml', '--fail-severity=hint'],
];

function lint(program: string, args: string[]): Promise<{ clean: boolean; output: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [resolve(root, 'node_modules', program), ...args], {
      cwd: root,
      // Nothing is asked of any server: neither telemetry nor whether a newer version exists.
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk));
    child.on('error', fail);
    // Redocly exits with 0 when there are only warnings.
    child.on('close', (code) => done({ clean: code === 0 && !/\b[1-9]\d* warnings?\b/.test(output), output }));
  });
}

const results = await Promise.all(LINTERS.map(async ([name, program, ...args]) => ({ name, ...(await lint(program, args)) })));
for (const { name, clean, output } of results) {
  console.log(clean ? `${name}: source and bundle are clean.` : `${name}:\n${output}`);
  if (!clean) process.exitCode = 1;
}

/**
 * Makes the packages of the other languages: what is written by hand in client/<language>/, and the calls that Redocly
 * generates from the bundle. Each folder in generated/ is a package that can be installed as it is.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '..');
const run = promisify(execFile);

interface Language {
  /** The folder in client/ and in generated/, and the name of Redocly's generator. */
  name: string;
  /** The file that the generator writes. */
  made: string;
  /** Where that file is in the package. */
  calls: string;
  /** What the generator gets wrong, put right; each has a test that fails without it. */
  adapt?: (code: string) => string;
}

const languages: Language[] = [
  { name: 'python', made: 'client.py', calls: 'src/planbok_customer_custody/client.py' },
  { name: 'go', made: 'client.go', calls: 'client.go' },
  { name: 'java', made: 'Client.java', calls: 'src/main/java/planbokcustomercustody/Client.java' },
  { name: 'php', made: 'client.php', calls: 'src/client.php' },
];

/** What tools leave in a folder where a package was tried. */
const leftovers = /^(__pycache__|.*\.egg-info|\.venv|build|dist|target|vendor|composer\.lock)$/;

/** Writes a folder of each language into `folder`, from the bundle at `bundle`. What was in them is gone. */
export async function writeLanguageClients(bundle: string, folder: string): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'planbok-clients-'));
  try {
    await generateCalls(bundle, work);
    for (const { name, made, calls, adapt = (code) => code } of languages) {
      const written = join(root, 'client', name);
      const output = join(folder, name);
      await rm(output, { recursive: true, force: true });
      if (existsSync(written)) {
        await cp(written, output, { recursive: true, filter: (source) => !leftovers.test(basename(source)) });
      }
      await mkdir(dirname(join(output, calls)), { recursive: true });
      await writeFile(join(output, calls), adapt(await readFile(join(work, made), 'utf8')));
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function generateCalls(bundle: string, folder: string): Promise<void> {
  const redocly = join(root, 'node_modules/@redocly/cli/bin/cli.js');
  const generators = languages.flatMap(({ name }) => ['--generator', name]);
  // The name must end so; each generator writes a file of its own beside it.
  const output = join(folder, 'client.ts');
  try {
    await run(process.execPath, [redocly, 'generate-client', bundle, '--output', output, ...generators, '--go-package', 'planbok'], {
      cwd: root,
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      maxBuffer: 64 * 1024 * 1024,
    });
  } catch (error) {
    const output = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
    throw new Error(`The calls of the other languages could not be generated.\n${output}`);
  }
}

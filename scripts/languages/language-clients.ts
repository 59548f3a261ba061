/**
 * Makes the packages of the other languages: what is written by hand in client/<language>/, the calls that Redocly
 * generates from the bundle, and what the contract names besides. Each folder in generated/ is a package that can be
 * installed as it is.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { adaptGo, goFacts } from './go.ts';
import { adaptJava, javaFacts, javaFolder } from './java.ts';
import { adaptPhp, phpFacts } from './php.ts';
import { adaptPython, pythonFacts } from './python.ts';
import { type ContractFacts, contractFactsOf } from './contract-facts.ts';
import type { OpenApiDocument } from '../openapi-document.ts';

const root = resolve(import.meta.dirname, '../..');
const run = promisify(execFile);

interface Language {
  /** The folder in client/ and in generated/, and the name of Redocly's generator. */
  name: string;
  /** The file that the generator writes. */
  made: string;
  /** Where that file is in the package. */
  calls: string;
  /** What the generator gets wrong, put right; each has a test that fails without it. */
  adapt?: (code: string, facts: ContractFacts) => string;
  /** Files, by their path in the package, with what the generator leaves out. */
  facts?: (facts: ContractFacts) => Record<string, string>;
}

const languages: Language[] = [
  { name: 'python', made: 'client.py', calls: 'src/planbok_customer_custody/client.py', adapt: adaptPython, facts: pythonFacts },
  { name: 'go', made: 'client.go', calls: 'client.go', adapt: adaptGo, facts: goFacts },
  { name: 'java', made: 'Client.java', calls: `${javaFolder}/Client.java`, adapt: adaptJava, facts: javaFacts },
  { name: 'php', made: 'client.php', calls: 'src/client.php', adapt: adaptPhp, facts: phpFacts },
];

/** What tools leave in a folder where a package was tried or built. */
export const leftovers = /^(__pycache__|.*\.egg-info|\.venv|build|dist|target|vendor|composer\.lock)$/;

/** Writes a folder of each language into `folder`, from the bundle at `bundle`. What was in them is gone. */
export async function writeLanguageClients(bundle: string, folder: string): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'planbok-clients-'));
  try {
    await generateCalls(bundle, work);
    const facts = contractFactsOf(parse(await readFile(bundle, 'utf8')) as OpenApiDocument);
    for (const { name, made, calls, adapt = unchanged, facts: write = none } of languages) {
      const written = join(root, 'client', name);
      const output = join(folder, name);
      await rm(output, { recursive: true, force: true });
      if (existsSync(written)) {
        await cp(written, output, { recursive: true, filter: (source) => !leftovers.test(basename(source)) });
      }
      await cp(join(root, 'LICENSE'), join(output, 'LICENSE'));
      const files = { ...write(facts), [calls]: adapt(await readFile(join(work, made), 'utf8'), facts) };
      for (const [path, text] of Object.entries(files)) {
        await mkdir(dirname(join(output, path)), { recursive: true });
        await writeFile(join(output, path), text);
      }
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

const unchanged = (code: string): string => code;
const none = (): Record<string, string> => ({});

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

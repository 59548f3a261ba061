/** How a program of each language is written down, checked and run, with the clients of this repository. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import type { Language, Page, Program } from '../../scripts/docs/samples.ts';
import { lackingFor, type Tool, toolchains } from '../../scripts/toolchains.ts';
import { root } from '../contract/contract.ts';

/** What a page's samples may name without declaring it. */
export interface Names {
  apiUrl: string;
  customerId?: string;
  walletId?: string;
}

type Command = [command: string, args: string[], environment?: Record<string, string>];

interface SampleLanguage {
  fileName: (page: Page, program: Program) => string;
  /** The first line of the program, which declares the names. */
  prelude: (names: Names, program: Program) => string;
  /** A statement that prints a line. */
  print: (text: string) => string;
  /** Puts beside a program what it needs. Answers with what is wrong before it is run, each beginning with its file and its line. */
  prepare?: (file: string) => Promise<string[]>;
  command: (file: string, how: { receives: boolean; port: number }) => Promise<Command>;
}

const run = promisify(execFile);
const cache = join(root, 'node_modules/.cache/samples');
const baseName = ({ name }: Page) => name.replaceAll(/\W+/g, '-');
const none = () => '';

export const sampleLanguages: Record<Language, SampleLanguage> = {
  sh: {
    fileName: (page) => `${baseName(page)}.sh`,
    prelude: ({ customerId, walletId }) =>
      [customerId && `CUSTOMER_ID=${customerId}`, walletId && `WALLET_ID=${walletId}`].filter(Boolean).join('; '),
    print: (text) => `printf '\\n%s\\n' '${text}'`,
    // A reader's shell stands in the root of the repository, where its packages are, and Node among them.
    prepare: async (file) => {
      await symlink(join(root, 'node_modules'), join(dirname(file), 'node_modules'));
      return [];
    },
    command: async (file) => ['bash', ['-euo', 'pipefail', file]],
  },

  ts: {
    fileName: (page) => `${baseName(page)}.ts`,
    prelude: (names, program) => {
      const declared = declaredIn(program.samples.map(({ code }) => code).join('\n'));
      const { customerId, walletId, apiUrl } = names;
      return [
        'export {};',
        ...(declared.has('planbok') ? [] : [
          `import { createPlanbokClient as createPlanbok } from '@planbok/customer-custody';`,
          `const planbok = createPlanbok({ apiKey: 'pk_sandbox_full', baseUrl: '${apiUrl}' });`,
        ]),
        ...(customerId === undefined || declared.has('customerId') ? [] : [`const customerId: string = '${customerId}';`]),
        ...(walletId === undefined || declared.has('walletId') ? [] : [`const walletId: string = '${walletId}';`]),
      ].join(' ');
    },
    print: (text) => `console.log('\\n${text}');`,
    prepare: async (file) => {
      await linkPackages(dirname(file));
      return typeErrors([file]);
    },
    command: async (file) => [process.execPath, ['--disable-warning=ExperimentalWarning', file]],
  },

  python: {
    fileName: (page) => `${baseName(page)}.py`,
    prelude: ({ customerId, walletId }) =>
      [customerId && `customer_id = '${customerId}'`, walletId && `wallet_id = '${walletId}'`].filter(Boolean).join('; '),
    print: (text) => `print('\\n${text}')`,
    command: async (file) => [await pythonWithClient(), ['-u', file]],
  },

  go: {
    fileName: () => 'main.go',
    prelude: none,
    print: none,
    command: async (file) => {
      await goModule(dirname(file));
      const program = join(dirname(file), 'sample');
      return ['sh', ['-c', 'go build -o "$0" . && exec "$0"', program], { GOFLAGS: '-mod=mod', GOPROXY: 'off', GOTOOLCHAIN: 'local' }];
    },
  },

  java: {
    fileName: (_page, { samples: [{ code }] }) => `${/^(?:public )?(?:final )?class (\w+)/m.exec(code)?.[1] ?? 'Main'}.java`,
    prelude: none,
    print: none,
    command: async (file) => ['java', ['-cp', await javaClient(), file]],
  },

  php: {
    fileName: (page) => `${baseName(page)}.php`,
    prelude: ({ customerId, walletId }) =>
      ['<?php', customerId && `$customerId = '${customerId}';`, walletId && `$walletId = '${walletId}';`].filter(Boolean).join(' '),
    print: (text) => `echo "\\n${text}\\n";`,
    prepare: async (file) => {
      // The prelude has begun it already.
      const [first, ...lines] = readFileSync(file, 'utf8').split('\n');
      await writeFile(file, [first, ...lines.map((line) => line.replace(/^<\?php\b/, ''))].join('\n'));
      await linkComposer(dirname(file));
      return [];
    },
    command: async (file, { receives, port }) => ['php', receives ? ['-S', `localhost:${port}`, file] : [file]],
  },
};

const shell: Tool[] = [
  { name: 'curl', probe: ['curl', '--version'], install: 'On Debian `apt-get install curl`.' },
  { name: 'jq', probe: ['jq', '--version'], install: 'On Debian `apt-get install jq`; elsewhere from jqlang.org.' },
];
const lacking = new Map<Language, Promise<string[]>>();

/** What is missing on this machine to run a language, and how to install it; asked once. */
export function lackingToRun(language: Language): Promise<string[]> {
  const asked = lacking.get(language) ?? lackingFor([language], { ...toolchains, sh: shell });
  lacking.set(language, asked);
  return asked;
}

function declaredIn(code: string): Set<string> {
  const source = ts.createSourceFile('sample.ts', code, ts.ScriptTarget.Latest);
  const names = new Set<string>();
  const bind = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) names.add(name.text);
    else for (const element of name.elements) if (ts.isBindingElement(element)) bind(element.name);
  };
  for (const statement of source.statements) {
    if (ts.isVariableStatement(statement)) for (const { name } of statement.declarationList.declarations) bind(name);
    if (ts.isFunctionDeclaration(statement) && statement.name !== undefined) names.add(statement.name.text);
  }
  return names;
}

/** Installs the repository as a folder, as README.md says, and what its dependencies are. */
export async function linkPackages(folder: string): Promise<void> {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  for (const [name, target] of [['@planbok/customer-custody', root], ['planbok-mock', root], ...['@types/node', ...Object.keys(dependencies)].map((name) => [name, join(root, 'node_modules', name)])] as const) {
    await mkdir(dirname(join(folder, 'node_modules', name)), { recursive: true });
    await symlink(target, join(folder, 'node_modules', name));
  }
}

const options: ts.CompilerOptions = {
  strict: true, noEmit: true, target: ts.ScriptTarget.ES2024, lib: ['lib.es2024.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext, types: ['node'], skipLibCheck: true,
  verbatimModuleSyntax: true, erasableSyntaxOnly: true, allowImportingTsExtensions: true,
};
/** What was read for a program before need not be read again. */
const sources = new Map<string, ts.SourceFile | undefined>();

/** What is wrong with the types of these programs, each beginning with its file and its line. */
export function typeErrors(files: string[]): string[] {
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...rest) => {
    if (files.includes(name)) return getSourceFile(name, ...rest);
    if (!sources.has(name)) sources.set(name, getSourceFile(name, ...rest));
    return sources.get(name);
  };
  host.getCurrentDirectory = () => dirname(files[0] ?? root);
  const program = ts.createProgram(files, options, host);
  const found = files.map((file) => program.getSourceFile(file)).flatMap((source) => [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]);
  return [...program.getOptionsDiagnostics(), ...found].map(({ start = 0, messageText, file }) => {
    const line = (file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1;
    return `${basename(file?.fileName ?? '')}:${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}

function clientFolder(language: string): string {
  const folder = join(root, 'generated', language);
  if (!existsSync(folder)) throw new Error(`There is no client in generated/${language}. Run \`npm run generate\`.`);
  return folder;
}

/** Makes a folder a Go module that requires the client. */
export async function goModule(folder: string): Promise<void> {
  const client = clientFolder('go');
  const version = /^go (\S+)$/m.exec(readFileSync(join(client, 'go.mod'), 'utf8'))?.[1] ?? '1.21';
  const manifest = ['module example.com/sample', `go ${version}`, 'require planbok.io/customercustody/v2 v2.0.0', `replace planbok.io/customercustody/v2 => ${client}`];
  await writeFile(join(folder, 'go.mod'), `${manifest.join('\n\n')}\n`);
}

/** What tools leave behind in a package that was tried where it is. */
const leftovers = /(^|\/)(build|target|vendor|__pycache__|[^/]+\.egg-info)(\/|$)/;

/** A folder that is made once of a copy of a client, and found again as long as the client is the same. */
async function madeOf(language: string, make: (folder: string, client: string) => Promise<unknown>): Promise<string> {
  const client = clientFolder(language);
  const hash = createHash('sha256');
  for (const entry of readdirSync(client, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && !leftovers.test(relative(client, entry.parentPath))) hash.update(entry.name).update(readFileSync(join(entry.parentPath, entry.name)));
  }
  const folder = join(cache, `${language}-${hash.digest('hex').slice(0, 12)}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  // Made elsewhere and then put there: nobody finds half of it.
  const work = await mkdtemp(join(cache, 'work-'));
  try {
    await cp(client, join(work, 'client'), { recursive: true, filter: (source) => !leftovers.test(relative(client, source)) });
    await make(work, join(work, 'client'));
    await rename(work, folder).catch((error) => {
      if (!existsSync(folder)) throw error;
    });
    return folder;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`The client of ${language} could not be installed.\n${String(error)}\n${stdout}${stderr}`);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** A Python that has the client, and what it depends on. */
export async function pythonWithClient(): Promise<string> {
  const folder = await madeOf('python', async (folder, client) => {
    await run('python3', ['-m', 'venv', join(folder, 'venv')]);
    await run(join(folder, 'venv/bin/python'), ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', client]);
  });
  return join(folder, 'venv/bin/python');
}

/** The classes of the Java client, which needs the JDK alone. */
async function javaClient(): Promise<string> {
  const folder = await madeOf('java', async (folder, client) => {
    const below = join(client, 'src/main/java');
    const files = readdirSync(below, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.java'));
    await run('javac', ['-nowarn', '-d', join(folder, 'classes'), ...files.map((name) => join(below, name))]);
  });
  return join(folder, 'classes');
}

/** Puts `vendor/autoload.php` beside a program, as `composer install` does. */
async function linkComposer(folder: string): Promise<void> {
  const made = await madeOf('php', async (folder, client) => {
    const { name } = JSON.parse(readFileSync(join(client, 'composer.json'), 'utf8'));
    const repositories = [{ type: 'path', url: client, options: { symlink: false } }, { 'packagist.org': false }];
    await writeFile(join(folder, 'composer.json'), JSON.stringify({ repositories, require: { [name]: '*@dev' }, 'minimum-stability': 'dev' }));
    await run('composer', ['install', '--no-interaction', '--quiet'], { cwd: folder, env: { ...process.env, COMPOSER_ALLOW_SUPERUSER: '1' } });
  });
  await symlink(join(made, 'vendor'), join(folder, 'vendor'));
}

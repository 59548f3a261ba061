/** What the clients of the other languages are built and run with, and how one gets it. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Tool {
  name: string;
  /** Asks for its version, or fails where what is asked for is not there. */
  probe: [command: string, ...args: string[]];
  /** Where it says its version. */
  says?: RegExp;
  /** The oldest that will do. */
  atLeast?: string;
  install: string;
}

const java: Tool = {
  name: 'Java', probe: ['java', '--version'], says: /^\S+ ([\d.]+)/, atLeast: '17',
  install: 'On Debian `apt-get install default-jdk-headless`; elsewhere a JDK from adoptium.net.',
};
const javac: Tool = { ...java, name: 'the Java compiler', probe: ['javac', '--version'] };
const maven: Tool = {
  name: 'Maven', probe: ['mvn', '--version'], says: /Apache Maven ([\d.]+)/, atLeast: '3.6',
  install: 'On Debian `apt-get install maven`; elsewhere from maven.apache.org.',
};
const phpInstall = 'On Debian `apt-get install php-cli php-curl php-mbstring`; elsewhere from php.net, with both extensions.';
const phpExtension = (name: string): Tool => ({
  name: `the extension ${name} of PHP`, probe: ['php', '-r', `exit(extension_loaded('${name}') ? 0 : 1);`], install: phpInstall,
});

/** By language, which is also the name of its test in test/languages/. */
export const toolchains: Record<string, Tool[]> = {
  go: [{
    name: 'Go', probe: ['go', 'version'], says: /go([\d.]+)/, atLeast: '1.23',
    install: 'On Debian 13 `apt-get install golang-go`; elsewhere from go.dev.',
  }],
  java: [java, javac, maven],
  kotlin: [java, javac, maven],
  php: [
    { name: 'PHP', probe: ['php', '--version'], says: /PHP ([\d.]+)/, atLeast: '8.1', install: phpInstall },
    phpExtension('curl'),
    phpExtension('mbstring'),
    {
      name: 'Composer', probe: ['composer', '--version', '--no-ansi'], says: /Composer version ([\d.]+)/, atLeast: '2.0',
      install: 'On Debian `apt-get install composer`; elsewhere from getcomposer.org.',
    },
  ],
  python: [{
    name: 'Python with venv', probe: ['python3', '-c', 'import ensurepip, platform, venv; print(platform.python_version())'], says: /([\d.]+)/, atLeast: '3.9',
    install: 'On Debian `apt-get install python3 python3-venv`; elsewhere from python.org.',
  }],
  rust: [
    java, maven,
    {
      name: 'Rust with cargo', probe: ['cargo', '--version'], says: /cargo ([\d.]+)/, atLeast: '1.85',
      install: 'On Debian 13 `apt-get install cargo`; elsewhere with rustup, from rustup.rs.',
    },
    { name: 'a C compiler, with which Rust links', probe: ['cc', '--version'], install: 'On Debian `apt-get install gcc libc6-dev`; elsewhere with the developer tools of the system.' },
  ],
};

/** What the languages lack, a line each: what, for which of them, and how to install it. */
export async function lackingFor(languages: string[], needs: Record<string, Tool[]> = toolchains): Promise<string[]> {
  const tools = new Map<string, { tool: Tool; users: string[] }>();
  for (const language of languages) {
    for (const tool of needs[language] ?? []) {
      const known = tools.get(tool.name) ?? { tool, users: [] };
      known.users.push(language);
      tools.set(tool.name, known);
    }
  }
  const lines = await Promise.all([...tools.values()].map(async ({ tool, users }) => {
    const found = await versionOf(tool);
    if (found !== undefined && reaches(found, tool.atLeast ?? '0')) return [];
    const wanted = tool.atLeast === undefined ? tool.name : `${tool.name} ${tool.atLeast} or newer`;
    return [`The tests of ${users.join(', ')} need ${wanted}, ${found === undefined ? 'which is not here' : `and here is ${found}`}. ${tool.install}`];
  }));
  return lines.flat();
}

/** Its version, `0` if it was not asked for one, or nothing where there is no such tool. */
async function versionOf({ probe: [command, ...args], says }: Tool): Promise<string | undefined> {
  try {
    const { stdout } = await run(command, args, { env: { ...process.env, COMPOSER_ALLOW_SUPERUSER: '1' } });
    return says === undefined ? '0' : says.exec(stdout)?.[1];
  } catch {
    return undefined;
  }
}

function reaches(found: string, wanted: string): boolean {
  return found.localeCompare(wanted, 'en', { numeric: true }) >= 0;
}

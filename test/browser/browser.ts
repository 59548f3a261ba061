import { execFile, execFileSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts the machine's Chromium. */
export async function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: flags });
}

let found: Promise<string> | undefined;

/** Finds a Chromium, or installs one and says how. Throws, with what to do, when that fails: the tests are never skipped. */
export function findChromium(): Promise<string> {
  found ??= search();
  return found;
}

async function search(): Promise<string> {
  const present = presentChromium();
  if (present !== undefined) return present;
  const way = installation();
  console.log(`No Chromium was found, and the browser tests need one. It is installed now by: ${way.text}`);
  try {
    for (const [command, args] of way.commands) await run(command, args);
  } catch (error) {
    throw new Error(`${missing(way.text)}\n${error instanceof Error ? error.message : String(error)}`);
  }
  const installed = presentChromium();
  if (installed === undefined) throw new Error(missing(way.text));
  return installed;
}

function presentChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (isExecutable(named)) return named;
    throw new Error(`CHROMIUM_PATH is ${named}, which is not a program. Correct it, or unset it to let the tests find a browser.`);
  }
  const onPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...usualPlaces(), chromium.executablePath()].find(isExecutable);
}

function usualPlaces(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  }
  if (process.platform === 'win32') {
    const folders = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']];
    return folders
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
        join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
      ]);
  }
  return ['/usr/bin', '/usr/local/bin', '/snap/bin'].flatMap((folder) => names.map((name) => join(folder, name)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

interface Installation {
  text: string;
  commands: [command: string, args: string[]][];
}

/** The distribution's package comes with the libraries it needs; Playwright's download does not. */
function installation(): Installation {
  if (works('apt-get', ['--version'])) {
    if (process.getuid?.() === 0) {
      return {
        text: 'apt-get update && apt-get install -y chromium',
        commands: [
          ['apt-get', ['update']],
          ['apt-get', ['install', '-y', 'chromium']],
        ],
      };
    }
    if (works('sudo', ['-n', 'true'])) {
      return {
        text: 'sudo apt-get update && sudo apt-get install -y chromium',
        commands: [
          ['sudo', ['-n', 'apt-get', 'update']],
          ['sudo', ['-n', 'apt-get', 'install', '-y', 'chromium']],
        ],
      };
    }
  }
  const playwright = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  return { text: 'npx playwright-core install chromium', commands: [[process.execPath, [playwright, 'install', 'chromium']]] };
}

function works(command: string, args: string[]): boolean {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function run(command: string, args: string[]): Promise<void> {
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    execFile(command, args, options, (error, _output, errors) => {
      if (error === null) resolve();
      else reject(new Error(`${command} ${args.join(' ')} failed:\n${errors.slice(-2000)}`));
    });
  });
}

function missing(tried: string): string {
  return [
    `The browser tests need Chromium, and installing it failed (${tried}).`,
    'Install Chromium, Chrome or Edge yourself, or name one: CHROMIUM_PATH=/path/to/chromium npm test',
  ].join('\n');
}

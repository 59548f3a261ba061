import { spawn } from 'node:child_process';

export interface Surroundings {
  cwd?: string;
  env?: Record<string, string>;
}

/** What a program prints. Throws with everything that it said when it fails. */
export function runCommand(command: string, args: string[], { cwd, env = {} }: Surroundings = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let [printed, complaints] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(printed);
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}.\n${printed}${complaints}`));
    });
  });
}

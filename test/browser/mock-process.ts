import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../../generated/types.ts';

const main = join(import.meta.dirname, '..', '..', 'mock', 'main.ts');

/** The mock as its users run it: a process of its own. */
export interface MockProcess {
  apiUrl: string;
  gatewayUrl: string;
  /** A client with the full API key, for the Sandbox and for looking things up. */
  client: Client<paths>;
  /** Everything that it has printed. */
  output(): string;
  stop(): Promise<void>;
}

export const apiKey = 'pk_sandbox_full';

/** Starts the mock on free ports. */
export async function startMockProcess(options: string[] = []): Promise<MockProcess> {
  const child = spawn(process.execPath, [main, '--port', '0', '--gateway-port', '0', ...options]);
  let printed = '';
  const exited = once(child, 'exit');
  const ready = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        if (addressAfter('API') !== undefined && addressAfter('Gateway') !== undefined) resolve();
      });
    }
  });
  const addressAfter = (name: string): string | undefined => new RegExp(`^${name} +(http://\\S+)$`, 'm').exec(printed)?.[1];
  await Promise.race([ready, exited.then(() => Promise.reject(new Error(`The mock ended before it was ready:\n${printed}`)))]);
  const [apiUrl = '', gatewayUrl = ''] = [addressAfter('API'), addressAfter('Gateway')];
  return {
    apiUrl,
    gatewayUrl,
    client: createClient<paths>({ baseUrl: apiUrl, headers: { 'PLANBOK-X-API-KEY': apiKey } }),
    output: () => printed,
    async stop() {
      child.kill('SIGTERM');
      await exited;
    },
  };
}

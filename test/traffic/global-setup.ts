import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { trafficVariable } from './redirect.ts';

/**
 * Has everything recorded that the tests of this run send through a mock, in their process or in another. It is set up
 * only where the tests of the traffic run too: a run of one file records nothing.
 */
export async function setup(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'planbok-traffic-'));
  const preload = pathToFileURL(join(import.meta.dirname, 'preload.ts')).href;
  process.env[trafficVariable] = folder;
  process.env['NODE_OPTIONS'] = `${process.env['NODE_OPTIONS'] ?? ''} --import=${preload}`.trim();
  return () => rm(folder, { recursive: true, force: true });
}

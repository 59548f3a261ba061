import { randomUUID } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { trafficVariable } from './redirect.ts';

/** One request and its answer, as `redocly drift` reads them. Bodies are there when they are JSON. */
export interface Exchange {
  request: { method: string; url: string; headers: Record<string, string>; body?: string };
  response: { status: number; headers: Record<string, string>; body?: string };
}

/** Under which every request is written down, to whichever port it went. */
export const recordedOrigin = 'http://localhost';
/** Under which events are, by their names. */
export const webhookPath = '/webhooks/';

const name = `${process.pid}-${randomUUID()}.ndjson`;

/** The folder of the recordings, if some are made. */
const folder = process.env[trafficVariable];
export const isRecording = folder !== undefined;

/** Writes an exchange down at once: a process may be killed after any of them. */
export function record(exchange: Exchange): void {
  if (folder !== undefined) appendFileSync(join(folder, name), `${JSON.stringify(exchange)}\n`);
}

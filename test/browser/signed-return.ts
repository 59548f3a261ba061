import { createHmac } from 'node:crypto';
import { expect } from 'vitest';

/** Reads the return URL as RFC 3986 has it, and holds it to the documented signature. */
export function readReturn(address: string, webhookSecret: string): Record<string, string> {
  const query = new URL(address).search.slice(1).split('&');
  const pairs = query.map((pair) => pair.split('=').map(decodeURIComponent));
  const fields: Record<string, string> = Object.fromEntries(pairs.map(([name = '', value = '']) => [name, value]));
  expect(pairs, 'a name occurs twice').toHaveLength(Object.keys(fields).length);
  const { challengeId, status, state, timestamp, signature } = fields;
  const signed = createHmac('sha256', webhookSecret).update(`${timestamp}.${challengeId}.${status}.${state}`).digest('hex');
  expect(signature).toBe(signed);
  return fields;
}

/** What the client of every language does with calls that fail, seen from the other side. */
import { expect, it } from 'vitest';
import { startFakeServer, type Asked } from './fake-server.ts';

/** What a language's runner prints as JSON, by the name of the call. */
type Outcomes = Record<string, unknown>;

/** Runs the calls once, and holds what came of them against what is safe. */
export function itCallsSafely(runCalls: (serverUrl: string, id: string) => Promise<string>): void {
  it('repeats what is safe to repeat, with one key for all attempts, and takes what it does not know', async () => {
    const server = await startFakeServer();
    try {
      const outcomes = JSON.parse(await runCalls(server.url, server.id)) as Outcomes;
      expect(outcomes).toMatchObject({
        create: server.id,
        createWithOwnKey: server.id,
        postWithoutKey: '503 unavailable',
        patch: '503 unavailable',
        unknownStatus: 'postponed',
        inProgress: server.id,
        cutOff: server.id,
        oddError: '400 odd',
        oddErrorWithoutCode: '400 invalid_answer',
        notTheApi: '502 invalid_answer',
        redirect: '302 invalid_answer',
        redirectNowhere: '300 invalid_answer',
      });
      for (const name of ['noApiKey', 'badApiKey', 'noSecret', 'emptySecret']) expect(outcomes[name], name).toMatch(/missing or empty/);
      expect(JSON.stringify(outcomes), 'no key is in an error, nor where the client is printed').not.toContain('pk_');

      const count = (call: string) => server.asked.filter((one) => one.call === call).length;
      expect(count('POST /v2/wallets/validate-address'), 'attempts of two POSTs without a key, one of which is lost').toBe(2);
      expect(count(`PATCH /v2/customers/${server.id}`), 'attempts of a PATCH').toBe(1);
      expect(count(`GET /v2/customers/${server.id}/challenges/${server.id}`), 'attempts of a GET').toBe(2);
      expect(count('GET /elsewhere'), 'a redirect is not followed with the API key').toBe(0);
      expect(new Set(server.asked.filter(({ call }) => call !== 'GET /health').map(({ apiKey }) => apiKey))).toEqual(new Set(['pk_test']));

      const keys = server.asked.filter(({ call }) => call === 'POST /v2/customers').map(({ idempotencyKey }) => idempotencyKey);
      const [first, second, ...own] = keys;
      expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
      expect(second).toBe(first);
      expect(own.length).toBeGreaterThan(1);
      expect(new Set(own)).toEqual(new Set(['0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01']));
      expect(server.asked.filter(keyWithoutNeed)).toEqual([]);
    } finally {
      await server.stop();
    }
  });
}

function keyWithoutNeed({ call, idempotencyKey }: Asked): boolean {
  return call !== 'POST /v2/customers' && idempotencyKey !== undefined;
}

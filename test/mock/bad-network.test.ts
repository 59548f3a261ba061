import { randomUUID } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createBadNetwork, type Fate } from '../../mock/bad-network.ts';
import { createSeed } from '../../mock/seed.ts';
import { startMock, type StartOptions } from '../../mock/start-mock.ts';

async function start(options: StartOptions) {
  const lines: string[] = [];
  const mock = await startMock({ compile: 'later', validateWire: true, log: (line) => lines.push(line), ...options });
  onTestFinished(mock.stop);
  const headers = { 'PLANBOK-X-API-KEY': mock.keys.apiKey, 'Content-Type': 'application/json', Connection: 'close' };
  const create = (key: string = randomUUID()) =>
    fetch(`${mock.apiUrl}/v2/customers`, { method: 'POST', headers: { ...headers, 'Idempotency-Key': key }, body: '{"name":"Ada"}' });
  return { mock, lines, headers, create };
}

/** How a request ended, as its caller sees it. */
async function outcomeOf(sent: Promise<Response>): Promise<string> {
  try {
    const answer = await sent;
    return String((await answer.json()).code ?? answer.status);
  } catch {
    return 'broken';
  }
}

describe('what becomes of requests', () => {
  const count = 20_000;
  const fatesAt = (failRate: number) => {
    const network = createBadNetwork({ failRate, latencyMs: 0, random: createSeed(1).random('network') });
    const fates: Partial<Record<Fate, number>> = {};
    for (let n = 0; n < count; n += 1) {
      const { fate } = network.next('/v2/customers');
      fates[fate] = (fates[fate] ?? 0) + 1;
    }
    return fates;
  };

  it('is failure at the rate that was asked for, of every kind alike', () => {
    const { sound = 0, ...failures } = fatesAt(0.2);
    expect(sound / count).toBeCloseTo(0.8, 1);
    expect(Object.keys(failures).sort()).toEqual(['cut', 'internal_error', 'lost', 'rate_limited']);
    for (const failed of Object.values(failures)) expect(failed / count).toBeCloseTo(0.05, 1.5);
  });

  it('is never failure at 0, and nothing else at 1', () => {
    expect(fatesAt(0)).toEqual({ sound: count });
    expect(fatesAt(1).sound).toBeUndefined();
  });

  it('spares the Sandbox and the health of the mock', () => {
    const network = createBadNetwork({ failRate: 1, latencyMs: 100, random: createSeed(1).random('network') });
    for (const path of ['/health', '/sandbox/clock', '/sandbox/reset']) expect(network.next(path)).toEqual({ fate: 'sound', delayMs: 0 });
    expect(network.next('/v2/customers').fate).not.toBe('sound');
    expect(network.next('/gateway/6999f9b0b1c2d3e4f5a60718').fate).not.toBe('sound');
  });

  it('is late by half to one and a half times the latency', () => {
    const network = createBadNetwork({ failRate: 0, latencyMs: 100, random: createSeed(1).random('network') });
    const delays = Array.from({ length: 1000 }, () => network.next('/v2/customers').delayMs);
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(50);
    expect(Math.max(...delays)).toBeLessThan(150);
    expect(delays.reduce((sum, delay) => sum + delay) / 1000).toBeCloseTo(100, -1);
  });

  it('refuses a rate or a latency that is none', () => {
    const random = createSeed(1).random('network');
    for (const failRate of [-0.1, 1.1, Number.NaN]) expect(() => createBadNetwork({ failRate, latencyMs: 0, random })).toThrow(/fail rate/);
    for (const latencyMs of [-1, 60_001, Number.NaN]) expect(() => createBadNetwork({ failRate: 0, latencyMs, random })).toThrow(/latency/);
  });
});

describe('a bad network', () => {
  it('fails in every way, says so in the log, and does what was lost exactly once', async () => {
    const { mock, lines, headers, create } = await start({ failRate: 0.5, seed: 11 });
    const outcomes: string[] = [];
    let made = 0;
    for (let customer = 0; customer < 40; customer += 1) {
      const key = randomUUID();
      let outcome = '';
      for (let attempt = 0; attempt < 30 && outcome !== '201'; attempt += 1) outcomes.push((outcome = await outcomeOf(create(key))));
      if (outcome === '201') made += 1;
    }
    expect(made).toBe(40);
    expect(new Set(outcomes)).toEqual(new Set(['201', 'broken', 'internal_error', 'rate_limited']));
    const said = (words: string) => lines.filter((line) => line.includes(words)).length;
    const [cut, lost] = [said('cut off on purpose'), said('the answer lost on purpose')];
    expect(Math.min(cut, lost)).toBeGreaterThan(0);
    expect(outcomes.filter((outcome) => outcome === 'broken')).toHaveLength(cut + lost);
    expect(said('failed on purpose')).toBe(outcomes.filter((outcome) => outcome === 'internal_error').length);
    expect(said('refused on purpose')).toBe(outcomes.filter((outcome) => outcome === 'rate_limited').length);

    await fetch(`${mock.apiUrl}/sandbox/clock`, { headers });
    const counted = async (): Promise<number> => {
      try {
        const answer = await fetch(`${mock.apiUrl}/v2/customers`, { headers });
        return answer.ok ? (await answer.json()).pagination.total : counted();
      } catch {
        return counted();
      }
    };
    expect(await counted()).toBe(40);
  });

  it('is the same with the same seed', async () => {
    const outcomes = async () => {
      const { create } = await start({ failRate: 0.5, seed: 11 });
      const seen: string[] = [];
      for (let n = 0; n < 20; n += 1) seen.push(await outcomeOf(create()));
      return seen;
    };
    expect(await outcomes()).toEqual(await outcomes());
  });

  it('says when to come back after a refusal', async () => {
    const { create } = await start({ failRate: 1, seed: 11 });
    for (;;) {
      const answer = await create().catch(() => undefined);
      if (answer?.status === 429) return expect(answer.headers.get('retry-after')).toBe('1');
    }
  });

  it('reaches the Gateway too', async () => {
    const { mock } = await start({ failRate: 1, seed: 11 });
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => outcomeOf(fetch(`${mock.gatewayUrl}/gateway/6999f9b0b1c2d3e4f5a60718`))));
    expect(outcomes).not.toContain('200');
  });

  it('is late, and does not keep a mock from stopping', async () => {
    const { mock, create } = await start({ latencyMs: 100 });
    const begun = performance.now();
    expect((await create()).status).toBe(201);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(49);
    const slow = await start({ latencyMs: 60_000 });
    const pending = outcomeOf(slow.create());
    await new Promise((resolve) => setTimeout(resolve, 200));
    await slow.mock.stop();
    expect(await pending).toBe('201');
    await mock.stop();
  });
});

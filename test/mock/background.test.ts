import { AsyncLocalStorage } from 'node:async_hooks';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type BackgroundWork, createBackground } from '../../mock/background.ts';

function startBackground(work: Partial<Pick<BackgroundWork, 'settle'>> & { beginDue?: () => Promise<number> } = {}) {
  const reported: unknown[] = [];
  const background = createBackground({
    settle: work.settle ?? (async () => {}),
    deliveries: { beginDue: work.beginDue ?? (async () => 0), idle: async () => {}, stop: async () => {} },
    report: (error) => reported.push(error),
  });
  onTestFinished(() => background.stop());
  background.start();
  return { ...background, reported };
}

/** Until the background has looked a few times. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 900));

describe('the background', () => {
  it('delivers although time cannot do its work, and says so once', async () => {
    const fault = new Error('a row that is not what it should be');
    let looks = 0;
    const { reported } = startBackground({
      settle: () => Promise.reject(fault),
      beginDue: async () => (looks += 1),
    });
    await aWhile();
    expect(looks).toBeGreaterThan(1);
    expect(reported).toEqual([fault]);
  });

  it('lets time do its work although nothing can be delivered, and says so once, until it is mended and broken again', async () => {
    const fault = new Error('no table of endpoints');
    let settled = 0;
    let isBroken = true;
    const { reported } = startBackground({
      settle: async () => void (settled += 1),
      beginDue: async () => {
        if (isBroken) throw fault;
        return 0;
      },
    });
    await aWhile();
    expect(settled).toBeGreaterThan(1);
    expect(reported).toEqual([fault]);
    isBroken = false;
    await aWhile();
    isBroken = true;
    await aWhile();
    expect(reported).toEqual([fault, fault]);
  });

  it('is no part of the request that has woken it', async () => {
    const request = new AsyncLocalStorage<string>();
    const seen: (string | undefined)[] = [];
    const { wake } = startBackground({
      beginDue: async () => {
        seen.push(request.getStore());
        return 0;
      },
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const before = seen.length;
    request.run('a request', wake);
    await expect.poll(() => seen.length).toBeGreaterThan(before);
    expect(seen.filter((store) => store !== undefined)).toEqual([]);
  });
});

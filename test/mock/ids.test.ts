import { describe, expect, it } from 'vitest';
import { createClock } from '../../mock/clock.ts';
import { createIds } from '../../mock/ids.ts';
import { systemRandom } from '../../mock/nodes/random.ts';

describe('ids', () => {
  it('have 24 hex digits, are never the same and sort by age, wherever the clock goes', () => {
    let now = Date.parse('2026-03-02T09:00:00.000Z');
    const newId = createIds(createClock(() => now), systemRandom);
    const ids: string[] = [];
    for (let count = 0; count < 20_000; count++) {
      ids.push(newId());
      now += count % 100 === 0 ? -3_600_000 : 700;
    }
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{24}$/);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(ids);
  });

  it('of two processes differ', () => {
    const clock = createClock(() => 0);
    expect(createIds(clock, systemRandom)()).not.toBe(createIds(clock, systemRandom)());
  });
});

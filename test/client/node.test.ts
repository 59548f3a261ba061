import { afterAll, beforeAll, describe, it } from 'vitest';
import { cases } from './suite.ts';
import { startWorld } from './world.ts';

let world: Awaited<ReturnType<typeof startWorld>>;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

describe('the client on Node', () => {
  it.each(cases)('$name', ({ run }) => run(world));
});

import { describe, expect, it } from 'vitest';
import { deriveInPool } from '../../mock/nodes/derive-in-pool.ts';
import { deriveFromText, deriveSecret } from '../../mock/protocol/pin.ts';

const salt = Uint8Array.from({ length: 16 }, (_, position) => position * 7);

describe('the derivation of the Sandbox', () => {
  it.each(['739164', JSON.stringify(['señora bigotes', 'ouagadougou']), 'x'.repeat(500)])('gives what the page derives from %s', async (text) => {
    expect(Buffer.from(await deriveInPool(text, salt)).toString('hex')).toBe(Buffer.from(await deriveFromText(text, salt)).toString('hex'));
  });

  it('leaves the event loop free', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 2);
    await deriveSecret('739164', salt, deriveInPool);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(5);
  });

  it('refuses a salt of another length', async () => {
    await expect(deriveInPool('739164', salt.subarray(1))).rejects.toThrow('A salt has 16 bytes');
  });
});

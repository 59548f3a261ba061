import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFixture, type Fixture, required } from './mock-fixture.ts';
import { type Command, createWorld, type Given } from './wallet-world.ts';

const which = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(0, 1) }, { weight: 1, arbitrary: fc.nat(11) });
const wallet = fc.nat(3);
const asset = fc.constantFrom('native' as const, 'native' as const, 'token' as const);

const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('transfer' as const),
      wallet,
      amount: fc.constantFrom(0, 0, 0, 1, 2),
      asset,
      to: fc.constantFrom('self' as const, 'other' as const),
      level: fc.constantFrom('low' as const, 'medium' as const, 'high' as const),
      again: fc.boolean(),
      approve: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sign' as const), wallet, again: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('replace' as const), task: fc.constantFrom('cancel' as const, 'accelerate' as const), which, approve: fc.boolean() }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('approve' as const),
      which,
      pin: fc.constantFrom('right' as const, 'right' as const, 'right' as const, 'wrong' as const),
      atOnce: fc.constantFrom(1, 1, 2, 5),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('reject' as const, 'cancel' as const, 'expire' as const), which }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('move' as const), which, to: fc.constantFrom('broadcast' as const, 'confirmed' as const, 'failed' as const) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('fund' as const), wallet, asset }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), seconds: fc.constantFrom(1, 1, 2, 13, 40, 899, 1801) }) },
);

/** Every movement in the ledger has two ends: all together there is nothing, the faucet owes what it gave, and no other owes. */
async function holdLedger({ mock }: Fixture, given: Given, tokenAddress: string): Promise<void> {
  const { db } = mock.context;
  const sums = new Map<string, bigint>();
  const gave = new Map<string, bigint>();
  const coins = new Map<string, bigint>();
  for (const { blockchain, holder, asset, amount } of await db.selectFrom('balances').selectAll().execute()) {
    const key = `${blockchain} ${asset === tokenAddress ? 'token' : asset === '' ? 'native' : asset}`;
    sums.set(key, (sums.get(key) ?? 0n) + BigInt(amount));
    if (holder === '*faucet') gave.set(key, -BigInt(amount));
    else expect(BigInt(amount), `${holder} on ${key}`).toBeGreaterThanOrEqual(0n);
    if (holder === '*coins') coins.set(blockchain, BigInt(amount));
  }
  expect([...sums].filter(([, sum]) => sum !== 0n)).toEqual([]);
  expect(gave).toEqual(given);
  // On Bitcoin there are coins in place of balances, and together they are what the ledger says.
  const unspent = await db.selectFrom('coins').select(['blockchain', 'amount']).where('spentBy', 'is', null).execute();
  for (const [blockchain, amount] of coins) {
    expect(unspent.filter((coin) => coin.blockchain === blockchain).reduce((sum, coin) => sum + BigInt(coin.amount), 0n)).toBe(amount);
  }
}

describe('no sequence of calls', () => {
  it('makes money, loses an event, verifies without the PIN or answers twice', { timeout: 120_000 }, async () => {
    const fixture = await createFixture({ webhookUrls: ['https://api.example.com/webhooks/planbok'] });
    const address = '0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238';
    const token = { blockchain: 'ETH-SEPOLIA', standard: 'erc20', symbol: 'USDC', name: 'USD Coin', address, decimals: 6 } as const;
    const { data } = await fixture.api.POST('/v2/tokens', { body: token });
    const given: Given = new Map();
    const property = fc.asyncProperty(fc.array(command, { minLength: 8, maxLength: 40, size: 'max' }), async (commands) => {
      const world = await createWorld(fixture, required(data).data.id, given);
      for (const one of commands) {
        await world.play(one);
        await holdLedger(fixture, given, address);
      }
      await world.end();
      await holdLedger(fixture, given, address);
    });
    // A failure says its seed and its path: `fc.assert(property, { seed, path })` plays it again.
    await fc.assert(property, { numRuns: 30, interruptAfterTimeLimit: 60_000 });
  });
});

import { expect, it } from 'vitest';
import { scenarios, transactionScenarios } from './event-scenarios.ts';
import { createFixture } from './mock-fixture.ts';
import { startReceiver, verifyAsVendor } from './receiver.ts';

it.each(Object.entries({ ...scenarios, ...transactionScenarios }))('%s comes to a receiver, signed', async (name, play) => {
  const receiver = await startReceiver();
  const { mock, ...fixture } = await createFixture({ webhookUrls: [receiver.url] });
  const expected = await play({ mock, ...fixture });
  await mock.tick();
  expect(receiver.events()).toContain(name);
  expect(receiver.received.filter(({ event }) => event === name).map(({ data }) => data)).toContainEqual(expected);
  for (const received of receiver.received) expect(verifyAsVendor(received, 'whsec_sandbox', mock.context.clock.realNow())).toBe(200);
});

import { describe, expect, it } from 'vitest';
import { violations } from '../contract/contract.ts';
import { createRecorder, dataOf, eventsDuring, eventsOf, schemaOf, transactionScenarios } from './event-scenarios.ts';

describe('an event of a transaction', () => {
  it.each(Object.entries(transactionScenarios))('%s tells what the contract says, once', async (name, play) => {
    const fixture = await createRecorder();
    const expected = await play(fixture);
    const events = await eventsOf(fixture);
    const ofThisOne = dataOf(events, name).filter(({ transactionId }) => transactionId === expected['transactionId']);
    expect(ofThisOne).toEqual([expected]);
    for (const one of events) expect(violations(schemaOf(one.event), one), one.event).toEqual([]);
  });

  it('comes in the order of its life, also when the clock leaps over it', async () => {
    const fixture = await createRecorder();
    const events = await eventsDuring(fixture, async () => {
      await transactionScenarios['transaction.signed']?.(fixture);
      await fixture.api.POST('/sandbox/clock/advance', { body: { seconds: 3600 } });
    });
    const [created] = dataOf(events, 'transaction.created');
    const life = events.filter(({ data }) => data['transactionId'] === created?.['transactionId']);
    expect(life.map(({ event }) => event)).toEqual([
      'transaction.created',
      'transaction.signed',
      'transaction.broadcast',
      'transaction.confirmed',
    ]);
    const times = life.map(({ timestamp }) => timestamp);
    expect(times).toEqual(times.toSorted());
    expect(times[3]).toBe('2026-03-02T09:00:13.000Z');
    const names = events.map(({ event }) => event);
    expect(names.lastIndexOf('challenge.completed')).toBeGreaterThan(names.indexOf('transaction.signed'));
  });
});

import type { EventData } from './emit.ts';

/** Every event there is, but the ping, which is not subscribed to. */
const eventTypes = {
  'transaction.created': true,
  'transaction.signed': true,
  'transaction.broadcast': true,
  'transaction.confirmed': true,
  'transaction.failed': true,
  'transaction.accelerated': true,
  'transaction.cancelled': true,
  'wallet.created': true,
  'customer.created': true,
  'customer.pin_setup': true,
  'customer.locked_out': true,
  'customer.recovery_initiated': true,
  'customer.recovery_completed': true,
  'challenge.completed': true,
} satisfies Record<keyof EventData, true>;

/** What an endpoint can subscribe to. */
export const subscriptions: readonly string[] = ['*', ...Object.keys(eventTypes)];

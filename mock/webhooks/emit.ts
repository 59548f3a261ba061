import type { Context } from '../context.ts';
import type { Store } from '../store/database.ts';
import type { components } from '../../generated/types.ts';

type Schemas = components['schemas'];

/** What each event tells. */
export interface EventData {
  'transaction.created': Schemas['TransactionEventData'];
  'transaction.signed': Schemas['TransactionEventData'];
  'transaction.broadcast': Schemas['TransactionEventData'];
  'transaction.confirmed': Schemas['TransactionEventData'];
  'transaction.failed': Schemas['TransactionEventData'];
  'transaction.accelerated': Schemas['TransactionEventData'];
  'transaction.cancelled': Schemas['TransactionEventData'];
  'wallet.created': Schemas['WalletEventData'];
  'customer.created': Schemas['CustomerCreatedEventData'];
  'customer.pin_setup': Schemas['CustomerPinSetupEventData'];
  'customer.locked_out': Schemas['CustomerLockedOutEventData'];
  'customer.recovery_initiated': Schemas['CustomerRecoveryEventData'];
  'customer.recovery_completed': Schemas['CustomerRecoveryEventData'];
  'challenge.completed': Schemas['ChallengeCompletedEventData'];
}

export interface NewEvent<Type extends keyof EventData> {
  event: Type;
  /** The id of what it is about: events of one resource arrive in order. */
  resourceId: string;
  /** When it happened, in milliseconds since 1970. */
  at: number;
  data: EventData[Type];
}

/** Writes an event into the outbox, for every endpoint that asked for it. `db` is the transaction of the change itself. */
export async function emit<Type extends keyof EventData>(
  context: Pick<Context, 'newId'>,
  db: Store,
  event: NewEvent<Type>,
): Promise<void> {
  void [context, db, event];
}

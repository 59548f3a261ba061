import { ApiError } from '../api-error.ts';
import { timestamp } from '../clock.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../contract.ts';
import type { Idempotent } from '../idempotency.ts';
import * as customers from '../store/customers.ts';
import { inTransaction, type Store } from '../store/database.ts';
import { emit, hasSubscribers } from '../webhooks/emit.ts';
import { answer, listAnswer, pageRequest } from './answer.ts';
import { lockedUntil } from './lockout.ts';

/** Handlers of the tag Customers. */
export function customerHandlers(context: Context, idempotent: Idempotent) {
  const { db, clock, newId, nodeOneKey } = context;
  return {
    createCustomer: idempotent(async ({ body }, db) => {
      const at = clock.now();
      const now = timestamp(at);
      const row: customers.CustomerRow = {
        id: newId(),
        name: body.name,
        refId: body.refId ?? null,
        hasPin: 0,
        hasRecovery: 0,
        wrongAttempts: 0,
        lockedUntil: null,
        createdAt: now,
        updatedAt: now,
      };
      const { id, name, refId } = row;
      if (await hasSubscribers(db)) {
        await inTransaction(db, async (db) => {
          await customers.insertCustomer(db, row);
          const data = { customerId: id, name, ...(refId === null ? {} : { refId }) };
          await emit(context, db, { event: 'customer.created', resourceId: id, at, data });
        });
      } else {
        // One row alone needs no transaction, which would cost more than the row.
        await customers.insertCustomer(db, row);
      }
      return answer(201, 'Customer created', toCustomer(row, at));
    }),

    listCustomers: async ({ query }) => {
      const request = pageRequest(query);
      const { rows, total } = await customers.listCustomers(db, request);
      const now = clock.now();
      return listAnswer('Customers listed', rows.map((row) => toCustomer(row, now)), request, total);
    },

    getCustomer: async ({ path }) => {
      const row = await requireCustomer(db, path.customerId);
      return answer(200, 'Customer found', toCustomer(row, clock.now()));
    },

    updateCustomer: async ({ path, body }) => {
      const row = await customers.updateCustomer(db, path.customerId, {
        ...(body.name === undefined ? {} : { name: body.name }),
        ...(body.refId === undefined ? {} : { refId: body.refId }),
        updatedAt: timestamp(clock.now()),
      });
      if (row === undefined) throw customerNotFound(path.customerId);
      return answer(200, 'Customer updated', toCustomer(row, clock.now()));
    },

    getCustomerPublicKey: async ({ path }) => {
      await requireCustomer(db, path.customerId);
      return answer(200, 'Public key found', { publicKey: await nodeOneKey.publicKeyPem() });
    },
  } satisfies Handlers;
}

/** The customer, or the error that there is none. */
export async function requireCustomer(db: Store, id: string): Promise<customers.CustomerRow> {
  const row = await customers.findCustomer(db, id);
  if (row === undefined) throw customerNotFound(id);
  return row;
}

export function customerNotFound(id: string): ApiError {
  return new ApiError('customer_not_found', { message: `There is no customer ${id}.` });
}

function toCustomer(row: customers.CustomerRow, now: number) {
  const until = lockedUntil(row, now);
  return {
    id: row.id,
    name: row.name,
    ...(row.refId === null ? {} : { refId: row.refId }),
    custodyType: 'customer',
    status: until === undefined ? 'active' : 'locked',
    hasPin: row.hasPin === 1,
    hasRecovery: row.hasRecovery === 1,
    ...(until === undefined ? {} : { lockedUntil: until }),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

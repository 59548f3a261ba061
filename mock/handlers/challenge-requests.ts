import { ApiError } from '../api-error.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../contract.ts';
import type { Idempotent } from '../idempotency.ts';
import type { CustomerRow } from '../store/customers.ts';
import type { Store } from '../store/database.ts';
import type { CreateWalletsPayload } from '../tasks/create-wallets.ts';
import type { PinPayload } from '../tasks/pin.ts';
import { requireBlockchains } from './blockchains.ts';
import { displayOf } from './challenge-display.ts';
import { requestChallenge, requirePin, requirePinAndRecovery } from './request-challenge.ts';

interface Request {
  customerId: string;
  body: { redirectUrl: string; state?: string };
  payload: PinPayload | CreateWalletsPayload;
  check: (customer: CustomerRow) => void;
}

/** Handlers of the operations that ask a customer for a PIN, a way to recover it, or new wallets. */
export function challengeRequestHandlers(context: Context, idempotent: Idempotent) {
  const request = (db: Store, { customerId, body, payload, check }: Request) =>
    requestChallenge(context, db, {
      customerId,
      body,
      check,
      prepare: (customer) => ({
        payload,
        display: displayOf(customer, body.redirectUrl, payload),
        metadata: payload.blockchains === undefined ? {} : { blockchains: payload.blockchains },
      }),
    });
  return {
    initializeCustomer: idempotent(async ({ path, body }, db) => {
      requireBlockchains(body.blockchains ?? []);
      const blockchains = body.blockchains === undefined ? {} : { blockchains: body.blockchains };
      const payload = { task: 'initialize', ...blockchains } as const;
      return request(db, { customerId: path.customerId, body, payload, check: requireNoPin });
    }),

    setUpRecovery: idempotent(async ({ path, body }, db) =>
      request(db, { customerId: path.customerId, body, payload: { task: 'recovery' }, check: requirePin }),
    ),

    changePin: idempotent(async ({ path, body }, db) =>
      request(db, { customerId: path.customerId, body, payload: { task: 'update-pin' }, check: requirePin }),
    ),

    resetPin: idempotent(async ({ path, body }, db) =>
      request(db, { customerId: path.customerId, body, payload: { task: 'reset-pin' }, check: requirePinAndRecovery }),
    ),

    createWallets: idempotent(async ({ path, body }, db) => {
      const { blockchains, metadata = [] } = body;
      requireBlockchains(blockchains);
      if (metadata.length > 1 && metadata.length !== blockchains.length) {
        throw new ApiError('validation_failed', {
          message:
            `metadata has ${metadata.length} items for ${blockchains.length} blockchains. ` +
            'Send one for each, or one for all.',
          details: [{ path: 'body/metadata', code: 'length', message: 'must have one item, or one for each blockchain' }],
        });
      }
      const payload = { task: 'create-wallet', blockchains, ...(metadata.length === 0 ? {} : { metadata }) } as const;
      return request(db, { customerId: path.customerId, body, payload, check: requirePinAndRecovery });
    }),
  } satisfies Handlers;
}

function requireNoPin({ hasPin }: CustomerRow): void {
  if (hasPin === 1) throw new ApiError('pin_already_set');
}

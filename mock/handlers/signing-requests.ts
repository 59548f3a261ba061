import { ApiError } from '../api-error.ts';
import type { Chain } from '../chains/catalogue.ts';
import { loadFamily } from '../chains/families.ts';
import { readMessage, textOf } from '../chains/message.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../contract.ts';
import type { Idempotent } from '../idempotency.ts';
import { nextSlot } from '../ledger/next-slot.ts';
import type { CustomerRow } from '../store/customers.ts';
import type { Store } from '../store/database.ts';
import { listWalletsOfCustomer, type WalletRow } from '../store/wallets.ts';
import type { components } from '../../generated/types.ts';
import { displayOf } from './challenge-display.ts';
import { requireCustomerWallet } from './customer-wallet.ts';
import { type Asked, requestChallenge, requirePin } from './request-challenge.ts';
import { tokenFinder } from './tokens.ts';
import { blockchainLine } from './transaction-display.ts';
import { warningsOf } from './transaction-warnings.ts';

type Schemas = components['schemas'];
type Display = Schemas['ChallengeDisplay'];
type Line = Schemas['DisplayLine'];

/** What the user is shown of a signature, beside where it is made and what the caller notes. */
interface Shown extends Partial<Pick<Display, 'fee' | 'decodedCall'>> {
  title: string;
  lines: Line[];
  warnings?: Display['warnings'];
  payloadHash: string;
}

/** Handlers of the operations that ask a customer for a signature or for the private keys. */
export function signingRequestHandlers(context: Context, idempotent: Idempotent) {
  return {
    signMessage: idempotent(async ({ path, body }, db) =>
      requestSignature(context, db, path, body, async ({ wallet, chain }) => {
        const { walletId, message, encodedByHex, memo } = body;
        const given = { message, ...(encodedByHex === undefined ? {} : { encodedByHex }) };
        const bytes = readMessage(given);
        const family = await loadFamily(chain);
        const text = encodedByHex === true ? textOf(bytes) : undefined;
        return {
          payload: { task: 'sign-message', walletId, ...given },
          display: displayOfSignature(chain, memo, {
            title: 'Sign a message',
            lines: [
              { label: 'Wallet', value: wallet.address },
              { label: 'Message', value: message },
              ...(text === undefined ? [] : [{ label: 'Message as text', value: text }]),
            ],
            payloadHash: await family.hashMessage(chain, bytes),
          }),
          metadata: { walletId, ...given, ...noted(memo) },
        };
      }),
    ),

    signTypedData: idempotent(async ({ path, body }, db) =>
      requestSignature(context, db, path, body, async ({ wallet, chain, db }) => {
        const { walletId, typedData, memo } = body;
        if (chain.family !== 'evm') throw unsupported(chain, 'Typed data can be signed on EVM chains only');
        const { readTypedData } = await import('../chains/typed-data.ts');
        const { primaryType, lines, warnings, payloadHash } = await readTypedData(chain, typedData, tokenFinder(db, chain.id));
        return {
          payload: { task: 'sign-typed-data', walletId, typedData },
          display: displayOfSignature(chain, memo, {
            title: 'Sign typed data',
            lines: [{ label: 'Wallet', value: wallet.address }, { label: 'Type', value: primaryType }, ...lines],
            warnings,
            payloadHash,
          }),
          metadata: { walletId, typedData, ...noted(memo) },
        };
      }),
    ),

    signTransaction: idempotent(async ({ path, body }, db) => {
      const given = requireOneTransaction(body);
      return requestSignature(context, db, path, body, async ({ wallet, chain, db }) => {
        const { walletId, memo } = body;
        const family = await loadFamily(chain);
        const slot = given.transaction === undefined ? {} : await nextSlot(db, chain, wallet, context.clock.now());
        const findToken = tokenFinder(db, chain.id);
        const read = await family.readTransaction({ chain, from: wallet, slot, findToken, ...given });
        const { unsigned } = read;
        const warnings = await warningsOf(db, wallet, read, findToken);
        return {
          // While it waits for its customer, the nonce is kept for it.
          payload: { task: 'sign-transaction', walletId, unsigned, ...(slot.nonce === undefined ? {} : { nonce: slot.nonce }) },
          display: displayOfSignature(chain, memo, { title: 'Sign a transaction', ...read, warnings }),
          metadata: { walletId, ...given, ...noted(memo) },
        };
      });
    }),

    signDelegateAction: idempotent(async ({ path, body }, db) =>
      requestSignature(context, db, path, body, async ({ wallet, chain, db }) => {
        const { walletId, unsignedDelegateAction, memo } = body;
        if (chain.family !== 'near') throw unsupported(chain, 'Delegate actions can be signed on NEAR only');
        const { readDelegateAction } = await import('../chains/near-delegate-action.ts');
        const read = await readDelegateAction({ chain, from: wallet, unsignedDelegateAction });
        const warnings = await warningsOf(db, wallet, read, tokenFinder(db, chain.id));
        return {
          payload: { task: 'sign-delegate-action', walletId, unsignedDelegateAction },
          display: displayOfSignature(chain, memo, { title: 'Sign a delegate action', ...read, warnings }),
          metadata: { walletId, unsignedDelegateAction, ...noted(memo) },
        };
      }),
    ),

    exportPrivateKeys: idempotent(async ({ path, body }, db) =>
      requestChallenge(context, db, {
        customerId: path.customerId,
        body,
        check: requirePin,
        prepare: async (customer, db) => {
          const wallets = await listWalletsOfCustomer(db, customer.id);
          const payload = { task: 'export-private-keys', walletIds: wallets.map(({ id }) => id) } as const;
          return { payload, display: displayOf(customer, body.redirectUrl, payload) };
        },
      }),
    ),
  } satisfies Handlers;
}

type GivenTransaction = { rawTransaction: string; transaction?: undefined } | { transaction: string; rawTransaction?: undefined };

function requireOneTransaction({ rawTransaction, transaction }: Schemas['SignTransactionRequest']): GivenTransaction {
  if (rawTransaction !== undefined && transaction === undefined) return { rawTransaction };
  if (transaction !== undefined && rawTransaction === undefined) return { transaction };
  const has = transaction === undefined ? 'neither rawTransaction nor transaction' : 'both rawTransaction and transaction';
  throw new ApiError('validation_failed', {
    message: `The request has ${has}. Send exactly one of the two.`,
    details: [{ path: 'body', code: 'oneOf', message: 'must have exactly one of rawTransaction and transaction' }],
  });
}

interface SignatureRequest {
  walletId: string;
  redirectUrl: string;
  state?: string;
}

interface Signer {
  customer: CustomerRow;
  wallet: WalletRow;
  chain: Chain;
  db: Store;
}

/** Makes the challenge of a signature by one wallet of the customer. */
function requestSignature(
  context: Context,
  db: Store,
  { customerId }: { customerId: string },
  body: SignatureRequest,
  prepare: (signer: Signer) => Promise<Asked>,
) {
  return requestChallenge(context, db, {
    customerId,
    body,
    check: requirePin,
    prepare: async (customer, db) => prepare({ customer, db, ...(await requireCustomerWallet(db, customer.id, body.walletId)) }),
  });
}

function displayOfSignature(chain: Chain, memo: string | undefined, shown: Shown): Display {
  const { title, lines, fee, decodedCall, warnings = [], payloadHash } = shown;
  const note = memo === undefined ? [] : [{ label: 'Note', value: memo }];
  return {
    title,
    lines: [blockchainLine(chain), ...lines, ...note],
    ...(fee === undefined ? {} : { fee }),
    ...(decodedCall === undefined ? {} : { decodedCall }),
    warnings,
    payloadHash,
  };
}

function noted(memo: string | undefined): { memo?: string } {
  return memo === undefined ? {} : { memo };
}

function unsupported(chain: Chain, rule: string): ApiError {
  return new ApiError('unsupported_operation', {
    message: `${rule}; this wallet is on ${chain.id}.`,
    details: [{ path: 'body/walletId', code: 'unsupported_operation', message: `is a wallet on ${chain.id}` }],
  });
}

import { ApiError } from '../api-error.ts';
import type { Chain } from '../chains/catalogue.ts';
import { loadFamily } from '../chains/families.ts';
import { readMessage, textOf } from '../chains/message.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../contract.ts';
import type { Idempotent } from '../idempotency.ts';
import type { CustomerRow } from '../store/customers.ts';
import type { Store } from '../store/database.ts';
import { listWalletsOfCustomer, type WalletRow } from '../store/wallets.ts';
import type { components } from '../../generated/types.ts';
import { displayOf } from './challenge-display.ts';
import { requireCustomerWallet } from './customer-wallet.ts';
import { type Asked, requestChallenge, requirePin } from './request-challenge.ts';
import { tokenFinder } from './tokens.ts';

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
      requestSignature(context, db, path, body, async ({ wallet, chain }) => {
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

function displayOfSignature(chain: Chain, memo: string | undefined, { title, lines, warnings = [], ...rest }: Shown): Display {
  const note = memo === undefined ? [] : [{ label: 'Note', value: memo }];
  return { title, lines: [{ label: 'Blockchain', value: `${chain.name} (${chain.id})` }, ...lines, ...note], warnings, ...rest };
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

import { ApiError } from '../api-error.ts';
import { fromBaseUnits } from '../chains/amounts.ts';
import { timestamp } from '../clock.ts';
import type { Context } from '../context.ts';
import type { Call, Handlers } from '../contract.ts';
import { settleTransactions } from '../ledger/settle-transactions.ts';
import { readWalletBalance } from '../ledger/wallet-balance.ts';
import type { Store } from '../store/database.ts';
import { listTokens } from '../store/tokens.ts';
import * as wallets from '../store/wallets.ts';
import type { components } from '../../generated/types.ts';
import { answer, listAnswer, pageRequest } from './answer.ts';
import { requireBlockchain } from './blockchains.ts';
import { toToken } from './tokens.ts';

type Wallet = components['schemas']['Wallet'];

/** Handlers of the tag Wallets, without the challenge that makes them. */
export function walletHandlers(context: Context) {
  const { db, clock } = context;
  const update = async ({ path, body }: Call<'updateWallet'> | Call<'updateWalletMetadata'>) => {
    const name = body.name ?? body.metadata?.name;
    const refId = body.metadata?.refId;
    const row = await wallets.updateWallet(db, path.walletId, {
      ...(name === undefined ? {} : { name }),
      ...(refId === undefined ? {} : { refId }),
      updatedAt: timestamp(clock.now()),
    });
    if (row === undefined) throw walletNotFound(path.walletId);
    return answer(200, 'Wallet updated', toWallet(row));
  };

  return {
    listWallets: async ({ query }) => {
      const request = pageRequest(query);
      // walletSetId and walletSet name sets of the organization: programs send them along and still expect the
      // customers' wallets, which are in no set.
      const { rows, total } = await wallets.listWallets(
        db,
        {
          blockchain: query.blockchain,
          customerIds: customerIdsOf(query),
          address: query.address,
          refId: query.refId,
        },
        request,
      );
      return listAnswer('Wallets listed', rows.map(toWallet), request, total);
    },

    getWallet: async ({ path }) => answer(200, 'Wallet found', toWallet(await requireWallet(db, path.walletId))),
    updateWallet: update,
    updateWalletMetadata: update,

    listWalletBalances: async ({ path, query }) => {
      const wallet = await requireWallet(db, path.walletId);
      await settleTransactions(context, db);
      const request = pageRequest(query);
      const { rows, total } = await listTokens(db, { blockchain: wallet.blockchain }, request);
      const balances = [];
      for (const row of rows) {
        const amount = await readWalletBalance(db, wallet, row.address);
        balances.push({ amount: fromBaseUnits(amount, row.decimals), token: toToken(row) });
      }
      return listAnswer('Balances listed', balances, request, total);
    },

    validateAddress: async ({ body }) => validateAddress(body),
    validateTransactionAddress: async ({ body }) => validateAddress(body),
  } satisfies Handlers;
}

async function validateAddress({ address, blockchain }: { address: string; blockchain: string }) {
  requireBlockchain(blockchain);
  const addresses = await import('../chains/address.ts');
  return answer(200, 'Address checked', { valid: addresses.isValidAddress(blockchain, address) });
}

/** A wallet as the API shows it. */
export function toWallet(row: wallets.WalletRow): Wallet {
  return {
    id: row.id,
    blockchain: row.blockchain,
    address: row.address,
    publicKey: row.publicKey,
    ...(row.name === null ? {} : { name: row.name }),
    customer: row.customerId,
    ...(row.refId === null ? {} : { refId: row.refId }),
    state: 'active',
    accountType: 'eoa',
    custodyType: 'customer',
    derivationPath: row.derivationPath,
    addressIndex: row.addressIndex,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
  };
}

async function requireWallet(db: Store, id: string): Promise<wallets.WalletRow> {
  const row = await wallets.findWallet(db, id);
  if (row === undefined) throw walletNotFound(id);
  return row;
}

export function walletNotFound(id: string): ApiError {
  return new ApiError('wallet_not_found', { message: `There is no wallet ${id}.` });
}

function customerIdsOf({ customerIds, customerId }: { customerIds?: string; customerId?: string }): string[] | undefined {
  const ids = customerIds?.split(',');
  if (customerId === undefined) return ids;
  return ids === undefined || ids.includes(customerId) ? [customerId] : [];
}

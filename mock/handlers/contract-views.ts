import { ApiError } from '../api-error.ts';
import type { Chain } from '../chains/catalogue.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../contract.ts';
import { viewEvmContract, evmViews } from '../ledger/evm-views.ts';
import { openLedger } from '../ledger/ledger-view.ts';
import { nearViews, viewNearContract } from '../ledger/near-views.ts';
import { describeRevert, Reverted } from '../ledger/reverted.ts';
import { settleTransactions } from '../ledger/settle-transactions.ts';
import { findTokenByAddress } from '../store/tokens.ts';
import { findWallet } from '../store/wallets.ts';
import { answer } from './answer.ts';
import { chainOf } from './customer-wallet.ts';
import { readAddress } from './transaction-intent.ts';
import { walletNotFound } from './wallets.ts';

/** Handlers of the read-only contract calls, which are answered from the mock's own ledger. */
export function contractViewHandlers(context: Context) {
  const { db } = context;
  return {
    callContractView: async ({ body }) => {
      const { walletId, contractAddress, abiFunctionSignature: signature, abiParameters: parameters = [] } = body;
      const wallet = await findWallet(db, walletId);
      if (wallet === undefined) throw walletNotFound(walletId);
      const chain = chainOf(wallet);
      if (chain.family !== 'evm' && chain.family !== 'near') {
        throw unsupported('walletId', `Contracts have functions to read on EVM chains and NEAR only; this wallet is on ${chain.id}.`);
      }
      const contract = await readAddress(chain, contractAddress, 'contractAddress');
      await settleTransactions(context, db);
      const token = await findTokenByAddress(db, chain.id, contract);
      if (token === undefined) {
        throw unsupported(
          'contractAddress',
          `Nothing is known of the contract ${contract}: there is no chain here, only a ledger of the tokens that are registered. Add it with POST /v2/tokens.`,
        );
      }
      const view = { ledger: openLedger(db, chain.id), token, db, chain, signature, parameters };
      try {
        const result = chain.family === 'evm' ? await viewEvmContract(view) : await viewNearContract(view);
        if (result === undefined) throw cannotEvaluate(chain, token.standard, signature);
        return answer(200, 'Contract called', { result });
      } catch (error) {
        if (error instanceof Reverted) throw new ApiError('contract_call_reverted', { message: describeRevert(error.message) });
        throw error;
      }
    },
  } satisfies Handlers;
}

function cannotEvaluate(chain: Chain, standard: string, signature: string): ApiError {
  const known = (chain.family === 'evm' ? evmViews : nearViews)[standard] ?? [];
  return unsupported(
    'abiFunctionSignature',
    `${signature} cannot be evaluated: of a contract of the standard ${standard} the mock answers ${known.join(', ')}.`,
  );
}

function unsupported(field: string, message: string): ApiError {
  return new ApiError('unsupported_operation', {
    message,
    details: [{ path: `body/${field}`, code: 'unsupported_operation', message: 'cannot be evaluated' }],
  });
}

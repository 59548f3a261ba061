import { createHash } from 'node:crypto';
import { ApiError } from '../api-error.ts';
import { chains, type ChainFamily, findChain } from '../chains/catalogue.ts';
import type { FindToken } from '../chains/family.ts';
import { timestamp } from '../clock.ts';
import type { Context } from '../context.ts';
import type { Handlers } from '../contract.ts';
import type { Idempotent } from '../idempotency.ts';
import type { Store } from '../store/database.ts';
import * as tokens from '../store/tokens.ts';
import type { components } from '../../generated/types.ts';
import { answer, listAnswer, pageRequest } from './answer.ts';
import { requireBlockchain } from './blockchains.ts';

type Token = components['schemas']['Token'];

/** Which standards a token can have on a chain. The families that are not enabled are not here. */
const standards: Partial<Record<ChainFamily, readonly string[]>> = {
  evm: ['native', 'erc20', 'erc721', 'erc1155'],
  bitcoin: ['native'],
  solana: ['native', 'fungible', 'fungible_asset', 'non_fungible'],
  near: ['native', 'nep141', 'nep171'],
};

/** Handlers of the tag Tokens. */
export function tokenHandlers({ db, clock, newId }: Context, idempotent: Idempotent) {
  return {
    listTokens: async ({ query }) => {
      const request = pageRequest(query);
      const filter = { blockchain: query.blockchain, standard: query.standard };
      const { rows, total } = await tokens.listTokens(db, filter, request);
      return listAnswer('Tokens listed', rows.map(toToken), request, total);
    },

    addToken: idempotent(async ({ body }, db) => {
      const { blockchain, standard, symbol } = body;
      await checkToken(body);
      const address = standard === 'native' ? '' : await normaliseAddress(blockchain, body.address ?? '');
      const row: tokens.TokenRow = {
        id: newId(),
        blockchain,
        standard,
        address,
        name: body.name ?? symbol,
        symbol,
        decimals: body.decimals ?? 0,
        createdAt: timestamp(clock.now()),
      };
      if (!(await tokens.insertToken(db, row))) {
        throw new ApiError('token_already_registered', {
          message: `Token ${address === '' ? symbol : address} on ${blockchain} is registered already.`,
        });
      }
      return answer(201, 'Token added', toToken(row));
    }),

    getToken: async ({ path }) => answer(200, 'Token found', toToken(await requireToken(db, path.tokenId))),

    removeToken: async ({ path }) => {
      const row = await requireToken(db, path.tokenId);
      if (row.standard === 'native') {
        throw new ApiError('token_not_removable', {
          message: `${row.symbol} on ${row.blockchain} is a native token and cannot be removed.`,
        });
      }
      await tokens.deleteToken(db, row.id);
      return answer(200, 'Token removed successfully', { id: row.id });
    },

    getTokenMetadata: async ({ query }) => {
      const { blockchain, standard, address } = query;
      const enabled = chains.filter((chain) => chain.enabled);
      const catalogue = {
        chains: enabled.map((chain) => chain.id),
        standards: [...new Set(enabled.flatMap(({ family }) => standards[family] ?? []))],
      };
      if (blockchain === undefined || (address === undefined && standard !== 'native')) {
        return answer(200, 'Token metadata found', catalogue);
      }
      const found = await normaliseAddress(blockchain, address ?? '');
      const row = await tokens.findTokenByAddress(db, blockchain, found);
      if (row === undefined || (standard !== undefined && row.standard !== standard)) {
        throw new ApiError('token_not_found', { message: `There is no token ${address ?? standard} on ${blockchain}.` });
      }
      const { name, symbol, decimals } = row;
      return answer(200, 'Token metadata found', { ...catalogue, name, symbol, decimals });
    },
  } satisfies Handlers;
}

/** Puts the native tokens of the enabled chains into a new store. Their ids are the same on every machine. */
export async function seedNativeTokens(db: Store): Promise<void> {
  const { rows } = await tokens.listTokens(db, { standard: 'native' }, { page: 1, limit: 1, order: 'asc' });
  if (rows.length > 0) return;
  const native = chains.filter((chain) => chain.enabled);
  await tokens.insertTokens(
    db,
    native.map(({ id: blockchain, nativeToken }) => ({
      id: nativeTokenId(blockchain),
      blockchain,
      standard: 'native',
      address: '',
      ...nativeToken,
      createdAt: timestamp(0),
    })),
  );
}

/** The examples of the contract name this one. */
const documentedNativeTokens: Record<string, string> = { 'ETH-SEPOLIA': '69e2e1e44a8ad620582b4c01' };

function nativeTokenId(blockchain: string): string {
  const derived = createHash('sha256').update(`native token ${blockchain}`).digest('hex').slice(0, 24);
  return documentedNativeTokens[blockchain] ?? derived;
}

/** A token as the API shows it. */
export function toToken(row: tokens.TokenRow): Token {
  const { id, blockchain, standard, address, name, symbol, decimals } = row;
  return { id, blockchain, standard, ...(address === '' ? {} : { address }), name, symbol, decimals };
}

/** Finds the registered tokens of a chain for the code of its family. */
export function tokenFinder(db: Store, blockchain: string): FindToken {
  return async (address) => tokens.findTokenByAddress(db, blockchain, await normaliseAddress(blockchain, address));
}

export async function requireToken(db: Store, id: string): Promise<tokens.TokenRow> {
  const row = await tokens.findToken(db, id);
  if (row === undefined) throw new ApiError('token_not_found', { message: `There is no token ${id}.` });
  return row;
}

async function checkToken(body: components['schemas']['AddTokenRequest']): Promise<void> {
  const { blockchain, standard, address, decimals } = body;
  const chain = requireBlockchain(blockchain);
  const allowed = standards[chain.family] ?? [];
  if (!allowed.includes(standard)) {
    const message = `The standard ${standard} does not exist on ${blockchain}. Send one of ${allowed.join(', ')}.`;
    throw invalid('standard', 'enum', message);
  }
  if (standard === 'native') return;
  if (address === undefined) throw invalid('address', 'required', `A token of the standard ${standard} needs an address.`);
  const { isValidAddress } = await import('../chains/address.ts');
  if (!isValidAddress(blockchain, address)) {
    const message = `${address} is not an address on ${blockchain}.`;
    const detail = { path: 'body/address', code: 'address_invalid', message };
    throw new ApiError('address_invalid', { message, details: [detail] });
  }
  if (standard === 'erc20' && decimals === undefined) {
    throw invalid('decimals', 'required', 'A token of the standard erc20 needs its decimals.');
  }
}

function invalid(field: string, code: string, message: string): ApiError {
  return new ApiError('validation_failed', { message, details: [{ path: `body/${field}`, code, message }] });
}

/** The one form under which an address is stored and found on a chain. */
export async function normaliseAddress(blockchain: string, address: string): Promise<string> {
  const family = findChain(blockchain)?.family;
  return family === 'evm' || family === 'bitcoin' ? asChainsWrite(address) : address;
}

/** An address of any chain in its one form: the case of an EVM address is a checksum only, that of bech32 is lower. */
export async function asChainsWrite(address: string): Promise<string> {
  if (/^(bc1|tb1)[0-9a-z]+$/i.test(address)) return address.toLowerCase();
  if (!/^0x[0-9a-f]{40}$/i.test(address)) return address;
  const { toChecksumAddress } = await import('../chains/address.ts');
  return toChecksumAddress(address);
}

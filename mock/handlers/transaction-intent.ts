import { ApiError } from '../api-error.ts';
import { fromBaseUnits, toBaseUnits } from '../chains/amounts.ts';
import type { Chain } from '../chains/catalogue.ts';
import type { Intent } from '../chains/family.ts';
import type { TransactionPlan } from '../ledger/stored-intent.ts';
import type { Store } from '../store/database.ts';
import { findToken, type TokenRow } from '../store/tokens.ts';
import { normaliseAddress } from './tokens.ts';

/** Standards whose tokens are told apart by an id. */
const collections: readonly string[] = ['erc721', 'erc1155', 'nep171'];

export function isCollection({ standard }: { standard: string }): boolean {
  return collections.includes(standard);
}

/** What a request for a transaction means, before its fee and its place are known. */
export interface Wanted {
  intent: Intent;
  said: TransactionPlan['said'];
  moved: TransactionPlan['moved'];
}

export interface TransferWanted {
  destinationAddress: string;
  tokenId?: string;
  amounts: string[];
  nftTokenIds?: string[];
}

/** Reads a transfer. Throws `token_not_found`, `address_invalid`, `amount_invalid`, `validation_failed`. */
export async function readTransfer(db: Store, chain: Chain, body: TransferWanted): Promise<Wanted> {
  const { tokenId, amounts, nftTokenIds } = body;
  const token = tokenId === undefined ? undefined : await requireTokenOf(db, chain, tokenId);
  const to = await readAddress(chain, body.destinationAddress, 'destinationAddress');
  const said = { amounts, ...(nftTokenIds === undefined ? {} : { nftTokenIds }) };
  if (token === undefined || token.standard === 'native') {
    refuseIds(nftTokenIds, chain.nativeToken.symbol);
    const amount = readPositive(chain, theOneAmount(amounts), chain.nativeToken, 'amounts/0');
    const { symbol, decimals } = chain.nativeToken;
    return { intent: { kind: 'native-transfer', to, amount }, said, moved: { amount: fromBaseUnits(amount, decimals), symbol } };
  }
  const { standard, address, symbol, decimals } = token;
  const items = readItems(chain, token, amounts, nftTokenIds);
  const total = items.reduce((sum, { amount }) => sum + amount, 0n);
  return {
    intent: { kind: 'token-transfer', to, token: { standard, address, symbol, decimals }, items },
    said,
    moved: { amount: fromBaseUnits(total, decimals), symbol },
  };
}

function readItems(chain: Chain, token: TokenRow, amounts: string[], nftTokenIds: string[] | undefined) {
  if (!isCollection(token)) {
    refuseIds(nftTokenIds, token.symbol);
    return [{ amount: readPositive(chain, theOneAmount(amounts), token, 'amounts/0') }];
  }
  if (nftTokenIds === undefined || nftTokenIds.length === 0) {
    throw invalid('nftTokenIds', 'required', `${token.symbol} is a collection: name the tokens of it in nftTokenIds.`);
  }
  if (nftTokenIds.length !== amounts.length) {
    const message = `nftTokenIds has ${nftTokenIds.length} ids and amounts has ${amounts.length}. Send an amount for each id.`;
    throw invalid('amounts', 'length', message);
  }
  const ids = nftTokenIds.map((id, index) => readNftTokenId(chain, id, `nftTokenIds/${index}`));
  const repeated = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (repeated !== -1) throw invalid(`nftTokenIds/${repeated}`, 'unique', `The id ${ids[repeated]} is named twice.`);
  return ids.map((nftTokenId, index) => {
    const amount = readPositive(chain, amounts[index] ?? '', token, `amounts/${index}`);
    if (amount !== 1n && token.standard !== 'erc1155') {
      throw invalidAmount(`There is one of each ${token.symbol}: send the amount 1.`, `amounts/${index}`, 'must be 1');
    }
    return { nftTokenId, amount };
  });
}

/** The id of an NFT in its one form: on EVM chains a number, without zeros in front. Throws `validation_failed`. */
export function readNftTokenId({ family }: Chain, text: string, field: string): string {
  if (family !== 'evm') return text;
  const id = /^\d{1,78}$/.test(text) ? BigInt(text) : 2n ** 256n;
  if (id < 2n ** 256n) return String(id);
  throw invalid(field, 'type', `${text} is not the id of a token: on EVM chains it is a whole number from 0 to 2^256-1.`);
}

function refuseIds(nftTokenIds: string[] | undefined, symbol: string): void {
  if (nftTokenIds === undefined || nftTokenIds.length === 0) return;
  throw invalid('nftTokenIds', 'forbidden', `${symbol} is not a collection of NFTs: leave nftTokenIds out.`);
}

function theOneAmount(amounts: string[]): string {
  const [amount, ...others] = amounts;
  if (amount !== undefined && others.length === 0) return amount;
  throw invalid('amounts', 'maxItems', `A transfer of one token has one amount, and amounts has ${amounts.length}.`);
}

export interface CallWanted {
  contractAddress: string;
  abiFunctionSignature: string;
  abiParameters: string[];
  amount?: string;
}

/** Reads a call of a contract. Its signature and parameters are for the chain's code to check. */
export async function readCall(chain: Chain, body: CallWanted): Promise<Wanted & { intent: { kind: 'contract-call' } }> {
  if (chain.family === 'bitcoin') {
    throw new ApiError('unsupported_operation', {
      message: `${chain.name} has no contracts; this wallet is on ${chain.id}.`,
      details: [{ path: 'body/walletId', code: 'unsupported_operation', message: `is a wallet on ${chain.id}` }],
    });
  }
  const { abiFunctionSignature, abiParameters, amount: said = '0' } = body;
  const contract = await readAddress(chain, body.contractAddress, 'contractAddress');
  const { symbol } = chain.nativeToken;
  const amount = readAmount(chain, said, chain.nativeToken, 'amount');
  const shown = fromBaseUnits(amount, chain.nativeToken.decimals);
  return {
    intent: { kind: 'contract-call', contract, signature: abiFunctionSignature, parameters: abiParameters, amount },
    said: { abiFunctionSignature, abiParameters, amount: shown },
    moved: { amount: shown, symbol },
  };
}

/** An address, as the chain writes it. Throws `address_invalid`. */
export async function readAddress(chain: Chain, address: string, field: string): Promise<string> {
  const { isValidAddress } = await import('../chains/address.ts');
  if (isValidAddress(chain.id, address)) return normaliseAddress(chain.id, address);
  const isMistyped = chain.family === 'evm' && isValidAddress(chain.id, address.toLowerCase());
  const reason = isMistyped
    ? 'has capitals that do not match its checksum (EIP-55): copy it again, or write it in lower case if you are sure of it'
    : `is not an address on ${chain.id}`;
  throw new ApiError('address_invalid', {
    message: `${address} ${reason}.`,
    details: [{ path: `body/${field}`, code: 'address_invalid', message: reason }],
  });
}

/** A registered token of this chain. */
export async function requireTokenOf(db: Store, chain: Chain, tokenId: string): Promise<TokenRow> {
  const token = await findToken(db, tokenId);
  if (token?.blockchain === chain.id) return token;
  const where = token === undefined ? '' : `; it is on ${token.blockchain}`;
  throw new ApiError('token_not_found', { message: `There is no token ${tokenId} on ${chain.id}${where}.` });
}

/** More than this does not fit into a transaction, so there is none. */
function mostOf({ family }: Chain): bigint {
  if (family === 'evm') return 2n ** 256n - 1n;
  return family === 'near' ? 2n ** 128n - 1n : 2n ** 63n - 1n;
}

/** An amount in human units as base units. Throws `amount_invalid`. */
function readAmount(chain: Chain, text: string, token: { symbol: string; decimals: number }, field: string): bigint {
  const { symbol, decimals } = token;
  const amount = toBaseUnits(text, decimals);
  if (amount === undefined) {
    const [, fraction = ''] = text.split('.');
    const message = `${symbol} has ${decimals} decimals; ${text} has ${fraction.length}.`;
    throw invalidAmount(message, field, `has more than ${decimals} decimals`);
  }
  if (amount > mostOf(chain)) throw invalidAmount(`${text} ${symbol} is more than there can be.`, field, 'is too large for the chain');
  return amount;
}

/** As readAmount, and nothing is not an amount either. */
export function readPositive(chain: Chain, text: string, token: { symbol: string; decimals: number }, field: string): bigint {
  const amount = readAmount(chain, text, token, field);
  if (amount > 0n) return amount;
  throw invalidAmount(`Send more than 0 ${token.symbol}.`, field, 'must be more than 0');
}

function invalidAmount(message: string, field: string, rule: string): ApiError {
  return new ApiError('amount_invalid', { message, details: [{ path: `body/${field}`, code: 'amount_invalid', message: rule }] });
}

export function invalid(field: string, code: string, message: string): ApiError {
  return new ApiError('validation_failed', { message, details: [{ path: `body/${field}`, code, message }] });
}

import { fromBaseUnits } from '../chains/amounts.ts';
import type { Chain } from '../chains/catalogue.ts';
import type { ChainFamilyModule, DisplayLine, DisplayWarning, FeeQuote, FindToken, Intent, Sender } from '../chains/family.ts';
import type { Store } from '../store/database.ts';
import { hasSentTo } from '../store/transactions.ts';
import type { WalletRow } from '../store/wallets.ts';
import type { components } from '../../generated/types.ts';

type Display = components['schemas']['ChallengeDisplay'];

/** What is paid: `25 USDC`, or of a collection `CATS 42`, with how many where there can be many. */
export function describePayment(chain: Chain, intent: Exclude<Intent, { kind: 'contract-call' }>): string {
  if (intent.kind === 'native-transfer') {
    return `${fromBaseUnits(intent.amount, chain.nativeToken.decimals)} ${chain.nativeToken.symbol}`;
  }
  const { token, items } = intent;
  return items
    .map(({ nftTokenId, amount }) => `${fromBaseUnits(amount, token.decimals)} ${token.symbol}${nftTokenId === undefined ? '' : ` #${nftTokenId}`}`)
    .join(', ');
}

/** The name of the function that is called. */
function functionName({ signature }: { signature: string }): string {
  return signature.slice(0, signature.indexOf('('));
}

/** What a transaction does, in one line. */
export function describeIntent(chain: Chain, intent: Intent): string {
  if (intent.kind === 'contract-call') return `${functionName(intent)} on ${intent.contract}`;
  return `Send ${describePayment(chain, intent)} to ${intent.to}`;
}

export async function titleOf(chain: Chain, intent: Intent, findToken: FindToken): Promise<string> {
  if (intent.kind === 'contract-call') {
    const token = await findToken(intent.contract);
    return `Call ${shorten(functionName(intent), 100)} on ${shorten(token?.symbol ?? intent.contract, 100)}`;
  }
  const title = `Send ${describePayment(chain, intent)}`;
  return title.length <= 200 ? title : `Send ${intent.kind === 'token-transfer' ? intent.token.symbol : chain.nativeToken.symbol}`;
}

function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1).toWellFormed()}…`;
}

/** The lines of a transaction, from the chain on. */
export function linesOf(chain: Chain, from: string, intent: Intent): DisplayLine[] {
  const origin = [blockchainLine(chain), { label: 'From', value: from }];
  if (intent.kind === 'contract-call') {
    const { symbol, decimals } = chain.nativeToken;
    return [
      ...origin,
      { label: 'Contract', value: intent.contract },
      { label: 'Function', value: functionName(intent) },
      { label: 'Amount sent along', value: `${fromBaseUnits(intent.amount, decimals)} ${symbol}` },
    ];
  }
  const contract = intent.kind === 'token-transfer' ? [{ label: 'Token contract', value: intent.token.address }] : [];
  return [...origin, { label: 'To', value: intent.to }, { label: 'Amount', value: describePayment(chain, intent) }, ...contract];
}

export function blockchainLine({ name, id }: Chain): DisplayLine {
  return { label: 'Blockchain', value: `${name} (${id})` };
}

export function feeOf({ estimatedFee, currency }: FeeQuote, level: components['schemas']['FeeLevel']): NonNullable<Display['fee']> {
  return { amount: estimatedFee, symbol: currency, level };
}

/** The call in a transaction, as the user is shown it. */
export async function decodedCallOf(family: ChainFamilyModule, chain: Chain, intent: Intent, from: Sender, findToken: FindToken) {
  return intent.kind === 'native-transfer' ? {} : { decodedCall: await family.decodeCall(chain, intent, from, findToken) };
}

const standardTokenFunctions = new Set([
  'transfer', 'approve', 'transferFrom', 'increaseAllowance', 'decreaseAllowance', 'safeTransferFrom', 'safeBatchTransferFrom',
  'setApprovalForAll', 'ft_transfer', 'ft_transfer_call', 'nft_transfer', 'nft_transfer_call', 'nft_approve',
]);

/** Solana's own programs are part of the chain. */
const knownPrograms = new Set(['1'.repeat(32), 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA']);

/** What there is to warn of before a transaction is approved. */
export async function warningsOf(
  db: Store,
  family: ChainFamilyModule,
  { chain, wallet, intent, findToken }: { chain: Chain; wallet: WalletRow; intent: Intent; findToken: FindToken },
): Promise<DisplayWarning[]> {
  if (intent.kind !== 'contract-call') {
    if (intent.to === wallet.address || (await hasSentTo(db, wallet.id, intent.to))) return [];
    return [{ code: 'first_time_recipient', message: 'You have never sent anything to this address.' }];
  }
  const warnings = (await family.warningsOf?.(chain, intent, findToken)) ?? [];
  if (knownPrograms.has(intent.contract) || (await findToken(intent.contract)) !== undefined) return warnings;
  if (standardTokenFunctions.has(functionName(intent))) {
    const message = `The token ${intent.contract} is not on this application's list. Anybody can give a token any name.`;
    return [...warnings, { code: 'unverified_token', message }];
  }
  const message = `Nothing is known of the contract ${intent.contract}. It can do with what you send whatever it is made to do.`;
  return [...warnings, { code: 'unknown_contract', message }];
}

import { fromBaseUnits } from '../chains/amounts.ts';
import type { Chain } from '../chains/catalogue.ts';
import type { ChainFamilyModule, DisplayLine, FeeQuote, FindToken, Intent, Sender } from '../chains/family.ts';
import { shorten } from '../chains/shorten.ts';
import type { components } from '../../generated/types.ts';

type Display = components['schemas']['ChallengeDisplay'];

/** What is paid: `25 USDC`, or of a collection `CATS 42`, with how many where there can be many. */
function describePayment(chain: Chain, intent: Exclude<Intent, { kind: 'contract-call' }>): string {
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

import type { Chain } from '../chains/catalogue.ts';
import type { StandardCall } from '../chains/evm-standard-calls.ts';
import type { FindToken, Intent } from '../chains/family.ts';
import { callNearContract } from './near-contracts.ts';
import { callStandardContract } from './evm-contracts.ts';
import type { LedgerView } from './ledger-view.ts';
import { Reverted } from './reverted.ts';

/** It has the transfers of SOL. */
const systemProgram = '1'.repeat(32);

export interface Deed {
  chain: Chain;
  /** The address that acts. */
  from: string;
  intent: Intent;
}

/** How much of the native token leaves the account, beside the fee. */
export function nativeAmountOf({ chain, intent }: Pick<Deed, 'chain' | 'intent'>): bigint {
  if (intent.kind === 'native-transfer') return intent.amount;
  // NEAR's token contracts ask for one yoctoNEAR with a transfer.
  if (intent.kind === 'token-transfer') return chain.family === 'near' ? 1n : 0n;
  return solanaPaymentOf(chain, intent)?.amount ?? intent.amount;
}

/**
 * Does to the ledger what the chain would do, without the fee. Of contracts that are not registered as tokens nothing is
 * known: only the native amount moves. Throws Reverted, or NotEnough where the native token does not suffice.
 */
export async function applyIntent(ledger: LedgerView, { chain, from, intent }: Deed, findToken: FindToken): Promise<void> {
  if (intent.kind === 'native-transfer') {
    return ledger.move({ from, to: intent.to, asset: '', amount: intent.amount });
  }
  if (intent.kind === 'token-transfer') return transferToken(ledger, chain, from, intent);
  const payment = solanaPaymentOf(chain, intent);
  if (payment !== undefined) return ledger.move({ from, asset: '', ...payment });
  if (intent.amount > 0n) await ledger.move({ from, to: intent.contract, asset: '', amount: intent.amount });
  const token = intent.token ?? (await findToken(intent.contract));
  if (token === undefined) return;
  if (chain.family === 'evm') {
    const { readStandardCall } = await import('../chains/evm-standard-calls.ts');
    const call = readStandardCall(intent);
    if (call === undefined || call.name === 'deposit' || call.name === 'withdraw') return;
    if (intent.amount > 0n) throw new Reverted('function is not payable');
    return callStandardContract(ledger, from, token, call);
  }
  if (chain.family === 'near') {
    const { encodeNearCall } = await import('../chains/near-call.ts');
    const call = encodeNearCall(chain, intent.signature, intent.parameters);
    return callNearContract(ledger, from, token, { ...call, deposit: intent.amount });
  }
}

type TokenTransfer = Extract<Intent, { kind: 'token-transfer' }>;

/** The call of the token's contract that the transaction is. */
async function transferToken(ledger: LedgerView, chain: Chain, from: string, intent: TokenTransfer): Promise<void> {
  const { to, token, items } = intent;
  const native = nativeAmountOf({ chain, intent });
  if (native > 0n) await ledger.move({ from, to: token.address, asset: '', amount: native });
  if (chain.family === 'evm') return callStandardContract(ledger, from, token, evmTransferOf(from, intent));
  for (const { nftTokenId, amount } of items) {
    if (chain.family === 'near') {
      const [methodName, what] = nftTokenId === undefined ? ['ft_transfer', { amount: String(amount) }] : ['nft_transfer', { token_id: nftTokenId }];
      await callNearContract(ledger, from, token, { methodName, args: JSON.stringify({ receiver_id: to, ...what }), deposit: native });
      continue;
    }
    if ((await ledger.balanceOf(from, token.address)) < amount) throw new Reverted('insufficient funds');
    await ledger.move({ from, to, asset: token.address, amount });
  }
}

function evmTransferOf(from: string, { to, token, items }: TokenTransfer): StandardCall {
  const [{ nftTokenId, amount } = { amount: 0n }] = items;
  if (nftTokenId === undefined) return { name: 'transfer', to, amount };
  const tokenId = BigInt(nftTokenId);
  if (token.standard === 'erc721') return { name: 'safeTransferFrom', standard: 'erc721', from, to, tokenId };
  return {
    name: 'safeBatchTransferFrom',
    from,
    to,
    tokenIds: items.map((item) => BigInt(item.nftTokenId ?? 0)),
    amounts: items.map((item) => item.amount),
  };
}

/** A call of Solana's System program that pays. */
function solanaPaymentOf(
  { family }: Chain,
  { contract, signature, parameters }: Extract<Intent, { kind: 'contract-call' }>,
): { to: string; amount: bigint } | undefined {
  if (family !== 'solana' || contract !== systemProgram) return undefined;
  const names = signature.slice(signature.indexOf('(') + 1, -1).split(',').map((name) => name.trim());
  const valueOf = (name: string) => parameters[names.indexOf(name)];
  const [to, amount] = [valueOf('to'), valueOf('amount')];
  return to === undefined || amount === undefined ? undefined : { to, amount: BigInt(amount) };
}

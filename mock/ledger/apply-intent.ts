import type { Chain } from '../chains/catalogue.ts';
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
  if (intent.kind === 'token-transfer') {
    const { to, token, items } = intent;
    const native = nativeAmountOf({ chain, intent });
    if (native > 0n) await ledger.move({ from, to: token.address, asset: '', amount: native });
    for (const { nftTokenId = '', amount } of items) {
      await ledger.move({ from, to, asset: token.address, nftTokenId, amount });
    }
    return;
  }
  const payment = solanaPaymentOf(chain, intent);
  if (payment !== undefined) return ledger.move({ from, asset: '', ...payment });
  if (intent.amount > 0n) await ledger.move({ from, to: intent.contract, asset: '', amount: intent.amount });
  const token = await findToken(intent.contract);
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

import type { TokenInfo } from '../chains/family.ts';
import type { LedgerView } from './ledger-view.ts';
import { Reverted } from './reverted.ts';

/** What a call of a NEAR token's contract does. `args` is JSON. What no standard fixes does nothing. */
export async function callNearContract(
  ledger: LedgerView,
  caller: string,
  token: TokenInfo,
  call: { methodName: string; args: string; deposit: bigint },
): Promise<void> {
  const { methodName, deposit } = call;
  const moves = ['ft_transfer', 'ft_transfer_call', 'nft_transfer', 'nft_transfer_call'];
  if (!moves.includes(methodName)) return;
  if (methodName.startsWith('ft_') !== (token.standard === 'nep141')) {
    throw new Reverted('MethodResolveError(MethodNotFound)');
  }
  if (deposit !== 1n) throw new Reverted('Requires attached deposit of exactly 1 yoctoNEAR');
  const args: Record<string, unknown> = JSON.parse(call.args);
  const { receiver_id: to, amount, token_id: nftTokenId } = args;
  if (typeof to !== 'string') throw new Reverted('Failed to deserialize input from JSON: missing field `receiver_id`');
  if (to === caller) throw new Reverted('Sender and receiver should be different');
  const asset = token.address;
  if (token.standard === 'nep141') {
    if (typeof amount !== 'string') throw new Reverted('Failed to deserialize input from JSON: missing field `amount`');
    if (BigInt(amount) === 0n) throw new Reverted('The amount should be a positive number');
    if ((await ledger.balanceOf(caller, asset)) < BigInt(amount)) throw new Reverted("The account doesn't have enough balance");
    return ledger.move({ from: caller, to, asset, amount: BigInt(amount) });
  }
  if (typeof nftTokenId !== 'string') throw new Reverted('Failed to deserialize input from JSON: missing field `token_id`');
  const owner = await ledger.ownerOf(asset, nftTokenId);
  if (owner === undefined) throw new Reverted('Token not found');
  if (owner !== caller) throw new Reverted('Unauthorized');
  return ledger.move({ from: caller, to, asset, nftTokenId, amount: 1n });
}

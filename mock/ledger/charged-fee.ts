import { baseFeePerGas } from '../chains/evm-fees.ts';
import type { Chain } from '../chains/catalogue.ts';
import type { Intent } from '../chains/family.ts';
import { highestFee } from './funds.ts';
import type { TransactionPlan } from './stored-intent.ts';

/** What a transfer of an ERC-20 token uses of the gas that is estimated for it, and what a reverted one uses. */
const erc20Gas = 45_047n;
const revertedGas = 28_530n;
const transferGas = 21_000n;

/** What the chain charges for a transaction in a block, in base units: never more than was shown, mostly less. */
export function chargedFee(chain: Chain, { fee }: Pick<TransactionPlan, 'fee'>, intent: Intent, reverted: boolean): bigint {
  const highest = highestFee(chain, fee);
  switch (fee.family) {
    case 'evm': {
      const price = baseFeePerGas + BigInt(fee.maxPriorityFeePerGas);
      const most = BigInt(fee.maxFeePerGas);
      const limit = BigInt(fee.gasLimit);
      const used = gasUsed(intent, limit, reverted);
      return (used < limit ? used : limit) * (price < most ? price : most);
    }
    // Calls are estimated with all the gas that is attached to them, and most of it is given back.
    case 'near':
      return intent.kind === 'native-transfer' ? highest : highest / 10n;
    default:
      return highest;
  }
}

function gasUsed(intent: Intent, limit: bigint, reverted: boolean): bigint {
  if (intent.kind === 'native-transfer') return transferGas;
  if (reverted) return revertedGas;
  const isErc20 = intent.kind === 'token-transfer' && intent.token.standard === 'erc20';
  return isErc20 ? erc20Gas : (limit * 7n) / 10n;
}

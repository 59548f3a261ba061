import type { DisplayWarning } from '../chains/family.ts';
import type { Store } from '../store/database.ts';
import { hasSentTo } from '../store/transactions.ts';
import type { WalletRow } from '../store/wallets.ts';

interface Recipients {
  /** Who is paid, and the contracts that are called. */
  recipients: readonly string[];
  contract?: string;
}

/** The contract's limit for the warnings of a display. */
const maxWarnings = 20;

/** Warns of everyone who is paid for the first time; of contracts, which are no one's, it says nothing. */
export async function warnOfNewRecipients(
  db: Store,
  wallet: Pick<WalletRow, 'id' | 'address'>,
  { recipients, contract }: Recipients,
): Promise<DisplayWarning[]> {
  const paid = [...new Set(recipients)].filter((address) => address !== contract && address !== wallet.address);
  const fresh: string[] = [];
  for (const address of paid) {
    if (!(await hasSentTo(db, wallet.id, address))) fresh.push(address);
  }
  const warning = (to: string) => ({ code: 'first_time_recipient', message: `You have never sent anything to ${to}.` });
  return paid.length === 1 ? fresh.map(() => warning('this address')) : fresh.map(warning);
}

/** The first of the warnings, as many as a display can have. */
export function limitWarnings(warnings: readonly DisplayWarning[]): DisplayWarning[] {
  return warnings.slice(0, maxWarnings);
}

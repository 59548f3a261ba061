import type { DisplayWarning, FindToken, ReadTransaction } from '../chains/family.ts';
import type { Store } from '../store/database.ts';
import { hasSentTo } from '../store/transactions.ts';
import type { WalletRow } from '../store/wallets.ts';

type Sender = Pick<WalletRow, 'id' | 'address'>;

/** The contract's limit for the warnings of a display. */
const maxWarnings = 20;

/** What there is to warn of before a transaction is signed: what it does itself, whom it calls, and whom it pays for the first time. */
export async function warningsOf(
  db: Store,
  wallet: Sender,
  read: Pick<ReadTransaction, 'recipients' | 'contract' | 'decodedCall' | 'warnings'>,
  findToken: FindToken,
): Promise<DisplayWarning[]> {
  const warnings = [...read.warnings, ...(await warnOfContract(read, findToken)), ...(await warnOfNewRecipients(db, wallet, read))];
  return warnings.slice(0, maxWarnings);
}

const standardTokenFunctions = new Set([
  'transfer', 'approve', 'transferFrom', 'increaseAllowance', 'decreaseAllowance', 'safeTransferFrom', 'safeBatchTransferFrom',
  'setApprovalForAll', 'ft_transfer', 'ft_transfer_call', 'nft_transfer', 'nft_transfer_call', 'nft_approve',
]);

/** Solana's own programs are part of the chain. */
const knownPrograms = new Set(['1'.repeat(32), 'TokenkegQfeZyiNwAJbNbGKPFXCWuBvf9Ss623VQ5DA']);

async function warnOfContract(
  { contract, decodedCall, warnings }: Pick<ReadTransaction, 'contract' | 'decodedCall' | 'warnings'>,
  findToken: FindToken,
): Promise<DisplayWarning[]> {
  if (contract === undefined || knownPrograms.has(contract) || (await findToken(contract)) !== undefined) return [];
  // Who reads the transaction may have said so of each program.
  if (warnings.some(({ code }) => code === 'unknown_contract')) return [];
  if (standardTokenFunctions.has(decodedCall?.function.split('(')[0] ?? '')) {
    const message = `The token ${contract} is not on this application's list. Anybody can give a token any name.`;
    return [{ code: 'unverified_token', message }];
  }
  const message = `Nothing is known of the contract ${contract}. It can do with what you send whatever it is made to do.`;
  return [{ code: 'unknown_contract', message }];
}

/** Who is paid, other than the wallet itself; contracts are no one's. */
export function paidIn({ recipients, contract }: Pick<ReadTransaction, 'recipients' | 'contract'>, { address }: Pick<WalletRow, 'address'>): string[] {
  return [...new Set(recipients)].filter((recipient) => recipient !== contract && recipient !== address);
}

async function warnOfNewRecipients(
  db: Store,
  wallet: Sender,
  read: Pick<ReadTransaction, 'recipients' | 'contract'>,
): Promise<DisplayWarning[]> {
  const paid = paidIn(read, wallet);
  const fresh: string[] = [];
  for (const address of paid) {
    if (!(await hasSentTo(db, wallet.id, address))) fresh.push(address);
  }
  const warning = (to: string) => ({ code: 'first_time_recipient', message: `You have never sent anything to ${to}.` });
  return paid.length === 1 ? fresh.map(() => warning('this address')) : fresh.map(warning);
}

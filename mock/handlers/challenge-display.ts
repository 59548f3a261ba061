import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonical-json.ts';
import { findChain } from '../chains/catalogue.ts';
import { type CreateWalletsPayload, walletMetadata } from '../tasks/create-wallets.ts';
import type { ExportPayload } from '../tasks/export-private-keys.ts';
import type { PinPayload } from '../tasks/pin.ts';
import type { components } from '../../generated/types.ts';

type Display = components['schemas']['ChallengeDisplay'];

/** The tasks that sign nothing. */
type Payload = PinPayload | CreateWalletsPayload | ExportPayload;

const titles: Record<Payload['task'], string> = {
  initialize: 'Set your PIN',
  recovery: 'Set up recovery',
  'update-pin': 'Change your PIN',
  'reset-pin': 'Reset your PIN',
  'create-wallet': 'Provision New Wallets',
  'export-private-keys': 'Export your private keys',
};

const explanations: Partial<Record<Payload['task'], string>> = {
  initialize: 'You choose a six-digit PIN and a way to recover it.',
  recovery: 'You choose how to reset your PIN if you forget it.',
  'update-pin': 'You replace your PIN with a new one.',
  'reset-pin': 'You prove who you are and choose a new PIN.',
};

const warnings: Partial<Record<Payload['task'], Display['warnings']>> = {
  'export-private-keys': [
    {
      code: 'private_keys_leave',
      message: 'Whoever has this file can spend everything in these wallets. Keep it offline.',
    },
  ],
};

/** What the user is shown, word for word, and the hash of what they approve. */
export function displayOf(customer: { id: string; name: string }, returnUrl: string, payload: Payload): Display {
  const lines = [
    { label: 'Customer', value: customer.name },
    { label: 'Application', value: new URL(returnUrl).host },
  ];
  const explanation = explanations[payload.task];
  if (explanation !== undefined) lines.push({ label: 'What happens', value: explanation });
  if (payload.task === 'export-private-keys') {
    lines.push({ label: 'Wallets', value: String(payload.walletIds.length) });
  }
  const metadata = payload.task === 'create-wallet' ? payload.metadata : undefined;
  const blockchains = payload.task === 'export-private-keys' ? [] : (payload.blockchains ?? []);
  blockchains.forEach((id, index) => {
    const name = walletMetadata(metadata, index)?.name;
    const chain = `${findChain(id)?.name ?? id} (${id})`;
    lines.push({ label: 'Blockchain', value: name === undefined ? chain : `${chain}: ${name}` });
  });
  const payloadHash = createHash('sha256')
    .update(canonicalJson({ customerId: customer.id, ...payload }))
    .digest('hex');
  return { title: titles[payload.task], lines, warnings: warnings[payload.task] ?? [], payloadHash: `0x${payloadHash}` };
}

import type { Random } from './random.ts';
import { shareBytes, unwrapShare, wrapShare } from './share-wrap.ts';

/** The copy of the share that recovery opens. */
export type NodeOneRecovery =
  | { method: 'questions'; questionIds: readonly [string, string]; salt: string; wrapped: string }
  | { method: 'email'; email: string; wrapped: string };

/** All that Node 1 keeps of a customer: no PIN, no verifier of a PIN, no share in the clear. */
export interface NodeOneRecord {
  customerId: string;
  /** Base64; the page derives with it. */
  salt: string;
  wrappedSecret: string;
  recovery?: NodeOneRecovery;
}

/** What the page derived from a new PIN. */
export interface NewPin {
  secret: Uint8Array;
  salt: string;
}

/** A recovery method with the secret that opens its copy: of the answers, or the one that the recovery service releases. */
export type RecoverySetup =
  | { method: 'questions'; questionIds: readonly [string, string]; salt: string; secret: Uint8Array }
  | { method: 'email'; email: string; secret: Uint8Array };

export type Opened<Code extends string> = { ok: true; share: Uint8Array } | { ok: false; code: Code };
export type Rewrapped<Code extends string> = { ok: true; record: NodeOneRecord } | { ok: false; code: Code };

type RecoveryRefusal = 'recovery_incorrect' | 'recovery_not_set';

function wrapRecovery(customerId: string, share: Uint8Array, setup: RecoverySetup, random: Random): NodeOneRecovery {
  const wrapped = wrapShare({ share, secret: setup.secret, customerId, purpose: 'recovery', random });
  if (setup.method === 'email') return { method: 'email', email: setup.email, wrapped };
  return { method: 'questions', questionIds: setup.questionIds, salt: setup.salt, wrapped };
}

/** Draws Node 1's share and wraps it under the first PIN and, if there is one, the recovery method. */
export function setPin(setup: {
  customerId: string;
  newPin: NewPin;
  recovery?: RecoverySetup;
  random: Random;
}): NodeOneRecord {
  const { customerId, newPin, recovery, random } = setup;
  const share = random(shareBytes);
  try {
    const record: NodeOneRecord = {
      customerId,
      salt: newPin.salt,
      wrappedSecret: wrapShare({ share, secret: newPin.secret, customerId, purpose: 'pin', random }),
    };
    return recovery === undefined ? record : { ...record, recovery: wrapRecovery(customerId, share, recovery, random) };
  } finally {
    share.fill(0);
  }
}

/** Opens the share with the PIN's secret. The caller wipes it. */
export function unwrapWithPin(record: NodeOneRecord, secret: Uint8Array): Opened<'pin_incorrect'> {
  const { customerId, wrappedSecret: wrapped } = record;
  const opened = unwrapShare({ wrapped, secret, customerId, purpose: 'pin' });
  return opened.ok ? opened : { ok: false, code: 'pin_incorrect' };
}

/** Opens the recovery copy of the share. The caller wipes it. */
export function unwrapWithRecovery(record: NodeOneRecord, secret: Uint8Array): Opened<RecoveryRefusal> {
  const { customerId, recovery } = record;
  if (recovery === undefined) return { ok: false, code: 'recovery_not_set' };
  const opened = unwrapShare({ wrapped: recovery.wrapped, secret, customerId, purpose: 'recovery' });
  return opened.ok ? opened : { ok: false, code: 'recovery_incorrect' };
}

/** Sets up or replaces the recovery method; the PIN opens the share of which it keeps a copy. */
export function setRecovery(
  record: NodeOneRecord,
  { secret, recovery, random }: { secret: Uint8Array; recovery: RecoverySetup; random: Random },
): Rewrapped<'pin_incorrect'> {
  return rewrap(unwrapWithPin(record, secret), (share) => ({
    ...record,
    recovery: wrapRecovery(record.customerId, share, recovery, random),
  }));
}

/** Wraps the share under a new PIN. The share stays, and with it every address and the recovery copy. */
export function changePin(
  record: NodeOneRecord,
  { secret, newPin, random }: { secret: Uint8Array; newPin: NewPin; random: Random },
): Rewrapped<'pin_incorrect'> {
  return rewrap(unwrapWithPin(record, secret), (share) => withPin(record, share, newPin, random));
}

/** Wraps the share under a new PIN when the old one is forgotten: the recovery copy opens it. */
export function resetPin(
  record: NodeOneRecord,
  { recoverySecret, newPin, random }: { recoverySecret: Uint8Array; newPin: NewPin; random: Random },
): Rewrapped<RecoveryRefusal> {
  return rewrap(unwrapWithRecovery(record, recoverySecret), (share) => withPin(record, share, newPin, random));
}

function withPin(record: NodeOneRecord, share: Uint8Array, newPin: NewPin, random: Random): NodeOneRecord {
  const { customerId } = record;
  const wrappedSecret = wrapShare({ share, secret: newPin.secret, customerId, purpose: 'pin', random });
  return { ...record, salt: newPin.salt, wrappedSecret };
}

function rewrap<Code extends string>(
  opened: Opened<Code>,
  change: (share: Uint8Array) => NodeOneRecord,
): Rewrapped<Code> {
  if (!opened.ok) return opened;
  try {
    return { ok: true, record: change(opened.share) };
  } finally {
    opened.share.fill(0);
  }
}

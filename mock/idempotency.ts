import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import { ApiError } from './api-error.ts';
import { canonicalJson } from './canonical-json.ts';
import { type Clock, timestamp } from './clock.ts';
import type { AnyAnswer } from './contract/types.ts';
import { inTransaction, type Store } from './store/database.ts';
import { findIdempotencyKey, insertIdempotencyKey, pruneIdempotencyKeys } from './store/idempotency-keys.ts';

const keyLifetimeMs = 24 * 3_600_000;

interface KeyedCall {
  request: Request;
  headers: { 'Idempotency-Key'?: string };
  body?: { idempotencyKey?: string };
}

/**
 * Makes a handler of work that must not happen twice under one key. The work gets the transaction it belongs to, or the
 * database when there is no key.
 */
export type Idempotent = <Call extends KeyedCall, Result extends AnyAnswer>(
  work: (call: Call, db: Store) => Promise<Result>,
) => (call: Call) => Promise<Result>;

/**
 * Idempotency as the contract has it: a key is good for 24 hours, and its repetition gives the first answer again.
 *
 * The answer is stored in the transaction of the work itself, so that after a crash there are both or neither. It may
 * carry a Gateway token, so it is encrypted under the key, of which only the hash is kept. Work that fails stores
 * nothing: the key stays free.
 */
export function createIdempotency({ db, clock }: { db: Store; clock: Clock }): Idempotent {
  const running = new Set<string>();
  return <Call extends KeyedCall, Result extends AnyAnswer>(
    work: (call: Call, db: Store) => Promise<Result>,
  ) => async (call: Call): Promise<Result> => {
    const key = keyOf(call);
    if (key === undefined) return work(call, db);
    const keyHash = createHash('sha256').update(`idempotency key ${key}`).digest('hex');
    if (running.has(keyHash)) throw new ApiError('idempotency_in_progress');
    running.add(keyHash);
    try {
      return await inTransaction(db, async (db) => {
        await pruneIdempotencyKeys(db, timestamp(clock.now()));
        const fingerprint = fingerprintOf(call);
        const known = await findIdempotencyKey(db, keyHash);
        if (known !== undefined) {
          if (known.fingerprint !== fingerprint) throw new ApiError('idempotency_conflict');
          return replay<Result>(decrypt(known.answer, key));
        }
        const result = await work(call, db);
        await insertIdempotencyKey(db, {
          keyHash,
          fingerprint,
          answer: encrypt(result, key),
          expiresAt: timestamp(clock.now() + keyLifetimeMs),
        });
        return result;
      });
    } finally {
      running.delete(keyHash);
    }
  };
}

function keyOf({ headers, body }: KeyedCall): string | undefined {
  const inHeader = headers['Idempotency-Key']?.toLowerCase();
  const inBody = body?.idempotencyKey?.toLowerCase();
  if (inHeader !== undefined && inBody !== undefined && inHeader !== inBody) {
    const message = 'The header Idempotency-Key and body/idempotencyKey differ. Send one of them, or the same in both.';
    throw new ApiError('validation_failed', {
      message,
      details: [{ path: 'body/idempotencyKey', code: 'conflict', message: 'differs from the header Idempotency-Key' }],
    });
  }
  return inHeader ?? inBody;
}

function fingerprintOf({ request, body }: KeyedCall): string {
  const { idempotencyKey: _, ...rest } = body ?? {};
  return createHash('sha256')
    .update(`${request.method} ${new URL(request.url).pathname} ${canonicalJson(rest)}`)
    .digest('hex');
}

function replay<Result extends AnyAnswer>(first: Result): Result {
  return { ...first, headers: { ...first.headers, 'Idempotent-Replayed': 'true' } };
}

function encrypt(result: AnyAnswer, key: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', encryptionKey(key), nonce);
  const ciphertext = Buffer.concat([cipher.update(JSON.stringify(result), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString('base64');
}

function decrypt<Result extends AnyAnswer>(text: string, key: string): Result {
  const bytes = Buffer.from(text, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', encryptionKey(key), bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAuthTag(bytes.subarray(12, 28));
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8'));
}

function encryptionKey(key: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, '', 'idempotent answer', 32));
}

import { ApiError } from '../api-error.ts';
import { timestamp } from '../clock.ts';
import type { Context } from '../context.ts';
import type { ChallengeRow } from '../store/challenges.ts';
import { insertEmail, listSendTimes } from '../store/emails.ts';

const mailsPerHour = 5;
const hourMs = 3_600_000;

export interface RecoveryMail {
  row: ChallengeRow;
  email: string;
  code: string;
  applicationName: string;
}

/** Puts a code into the Sandbox mailbox; five an hour to one address, by the Sandbox clock. */
export async function sendRecoveryMail(
  { db, clock, newId }: Pick<Context, 'db' | 'clock' | 'newId'>,
  { row, email, code, applicationName }: RecoveryMail,
): Promise<void> {
  const now = clock.now();
  const recipient = email.toLowerCase();
  const sent = await listSendTimes(db, recipient, timestamp(now - hourMs));
  const [oldest] = sent;
  if (oldest !== undefined && sent.length >= mailsPerHour) {
    const seconds = Math.ceil((Date.parse(oldest) + hourMs - now) / 1000);
    throw new ApiError('rate_limited', {
      message: `Five codes an hour go to one address. Try again in ${Math.ceil(seconds / 60)} minutes.`,
      headers: { 'Retry-After': seconds },
    });
  }
  await insertEmail(db, {
    id: newId(),
    challengeId: row.id,
    customerId: row.customerId,
    recipient,
    subject: `${applicationName}: your recovery code`,
    text: `Your code is ${code}. It is good for ten minutes. If you did not ask for it, ignore this mail.`,
    code,
    createdAt: timestamp(now),
  });
}

import type { Store } from './database.ts';
import { type Page, type PageRequest, offsetOf } from './paging.ts';
import type { Row } from './schema.ts';

export type EmailRow = Row<'emails'>;

export async function insertEmail(db: Store, row: EmailRow): Promise<void> {
  await db.insertInto('emails').values(row).execute();
}

/** The times at which mails went to an address after `since`, the oldest first. */
export async function listSendTimes(db: Store, recipient: string, since: string): Promise<string[]> {
  const rows = await db
    .selectFrom('emails')
    .select('createdAt')
    .where('recipient', '=', recipient)
    .where('createdAt', '>', since)
    .orderBy('createdAt')
    .execute();
  return rows.map((row) => row.createdAt);
}

export interface EmailFilter {
  recipient?: string;
  challengeId?: string;
  customerId?: string;
}

export async function listEmails(db: Store, filter: EmailFilter, request: PageRequest): Promise<Page<EmailRow>> {
  let query = db.selectFrom('emails');
  if (filter.recipient !== undefined) query = query.where('recipient', '=', filter.recipient);
  if (filter.challengeId !== undefined) query = query.where('challengeId', '=', filter.challengeId);
  if (filter.customerId !== undefined) query = query.where('customerId', '=', filter.customerId);
  const { total } = await query.select((eb) => eb.fn.countAll().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll()
    .orderBy('id', request.order)
    .limit(request.limit)
    .offset(offsetOf(request))
    .execute();
  return { rows, total: Number(total) };
}

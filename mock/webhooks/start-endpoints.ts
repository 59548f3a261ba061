import { createHash } from 'node:crypto';
import { timestamp } from '../clock.ts';
import type { Context } from '../context.ts';
import type { Store } from '../store/database.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import { type EndpointRow, insertEndpoint, listEndpointsGivenAtStart, updateEndpoint } from '../store/webhook-endpoints.ts';
import { refuseWebhookUrl } from './endpoint-url.ts';

type StartContext = Pick<Context, 'clock' | 'webhookSecret' | 'webhookUrls'>;

/** The URLs given at the start, each once. Throws `TypeError`, with the fix in its message, when one is not allowed. */
export function checkWebhookUrls(urls: readonly string[]): string[] {
  for (const url of urls) {
    const refusal = refuseWebhookUrl(url);
    if (refusal !== undefined) throw new TypeError(`--webhook-url is refused. ${refusal}`);
  }
  return [...new Set(urls)];
}

/**
 * Makes an endpoint for every URL given at the start that has none from an earlier start. Those keep what the API made of them
 * since, a rotated secret too, unless this start gives another secret than the last.
 */
export async function openStartEndpoints(context: StartContext, db: Store): Promise<void> {
  const { clock, webhookSecret, webhookUrls } = context;
  const fingerprint = createHash('sha256').update(`webhook secret ${webhookSecret}`).digest('hex');
  const isNewSecret = (await readSetting(db, 'startWebhookSecret')) !== fingerprint;
  if (isNewSecret) await writeSetting(db, 'startWebhookSecret', fingerprint);
  const known = new Set((await listEndpointsGivenAtStart(db)).map(({ id }) => id));
  const now = timestamp(clock.now());
  for (const url of webhookUrls) {
    const { id, ...open } = asGiven(url, webhookSecret);
    const { secret, previousSecret, previousSecretExpiresAt } = open;
    if (!known.has(id)) await insertEndpoint(db, { id, ...open, givenAtStart: 1, createdAt: now, updatedAt: now });
    else if (isNewSecret) await updateEndpoint(db, id, { secret, previousSecret, previousSecretExpiresAt, updatedAt: now });
  }
}

/** Puts the endpoints given at this start back to what they were then. */
export async function restoreStartEndpoints(context: StartContext, db: Store): Promise<void> {
  for (const url of context.webhookUrls) {
    const { id, ...open } = asGiven(url, context.webhookSecret);
    await updateEndpoint(db, id, open);
  }
  await openStartEndpoints(context, db);
}

type Given = Omit<EndpointRow, 'givenAtStart' | 'createdAt' | 'updatedAt'>;

/** The id comes from the URL, so that each has one endpoint, and so that nothing is drawn that a seed would have to repeat. */
function asGiven(url: string, secret: string): Given {
  return {
    id: createHash('sha256').update(`webhook endpoint ${url}`).digest('hex').slice(0, 24),
    url,
    description: 'Given at the start of the mock',
    events: '["*"]',
    status: 'active',
    disabledReason: null,
    secret,
    previousSecret: null,
    previousSecretExpiresAt: null,
  };
}

import { createHash } from 'node:crypto';
import { timestamp } from '../clock.ts';
import type { Context } from '../context.ts';
import type { Store } from '../store/database.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import {
  deleteEndpoint,
  type EndpointRow,
  insertEndpoint,
  listEndpointsGivenAtStart,
  updateEndpoint,
} from '../store/webhook-endpoints.ts';
import { refuseWebhookUrl } from './endpoint-url.ts';

type StartContext = Pick<Context, 'clock' | 'webhookSecret' | 'webhookUrls'>;

/** The grammar of RFC 3986 for the URLs that are safe: what the contract says of a URL that comes by the API. */
const written = /^https?:\/\/(\[[\da-f:.]+\]|[\w.-]+)(:\d*)?([/?]([\w.~:/?@!$&'()*+,;=-]|%[\da-f]{2})*)?$/i;
const longest = 2048;

/** The URLs given at the start, each once. Throws `TypeError`, with the fix in its message, when one is not allowed. */
export function checkWebhookUrls(urls: readonly string[]): string[] {
  for (const url of urls) {
    const refusal = refuseWebhookUrl(url);
    if (refusal !== undefined) throw new TypeError(`--webhook-url is refused. ${refusal}`);
    if (!written.test(url)) {
      const fix = 'Write other characters in their encoded form, with %, and a host with them in Punycode.';
      throw new TypeError(`--webhook-url is refused. Webhook URL ${JSON.stringify(url)} is not written as RFC 3986 has it. ${fix}`);
    }
    if (url.length > longest) throw new TypeError(`--webhook-url is refused. It has more than ${longest} characters.`);
  }
  return [...new Set(urls)];
}

/**
 * Makes an endpoint for every URL given at the start that has none from an earlier start. Those keep what the API made of them
 * since, a rotated secret too, unless this start gives another secret than the last.
 */
export async function openStartEndpoints(context: StartContext, db: Store, at = context.clock.now()): Promise<void> {
  const { webhookSecret, webhookUrls } = context;
  const fingerprint = createHash('sha256').update(`webhook secret ${webhookSecret}`).digest('hex');
  const isNewSecret = (await readSetting(db, 'startWebhookSecret')) !== fingerprint;
  if (isNewSecret) await writeSetting(db, 'startWebhookSecret', fingerprint);
  const known = new Set((await listEndpointsGivenAtStart(db)).map(({ id }) => id));
  const now = timestamp(at);
  for (const url of webhookUrls) {
    const { id, ...open } = asGiven(url, webhookSecret);
    const { secret, previousSecret, previousSecretExpiresAt } = open;
    if (!known.has(id)) await insertEndpoint(db, { id, ...open, givenAtStart: 1, createdAt: now, updatedAt: now });
    else if (isNewSecret) await updateEndpoint(db, id, { secret, previousSecret, previousSecretExpiresAt, updatedAt: now });
  }
}

/** Makes the endpoints given at this start anew, at the time to which a reset sets the clock back. */
export async function restoreStartEndpoints(context: StartContext, db: Store): Promise<void> {
  const { clock, webhookSecret, webhookUrls } = context;
  for (const url of webhookUrls) await deleteEndpoint(db, asGiven(url, webhookSecret).id);
  await openStartEndpoints(context, db, clock.now() - clock.offset());
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

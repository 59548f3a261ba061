import { createHmac } from 'node:crypto';
import { refuseUnsafeUrl } from './safe-url.ts';

/** Which return URLs an organization takes. Without origins: any that is safe. */
export interface ReturnUrlPolicy {
  allowedOrigins: readonly string[];
}

const urlName = { name: 'return URL', originName: 'Return URL origin', example: 'https://app.example.com/wallet' };
const ownParameters = ['challengeId', 'status', 'state', 'timestamp', 'signature'];

/** Why a return URL is refused and how to mend it; `undefined` when it is fine. */
export function refuseReturnUrl(redirectUrl: string, { allowedOrigins }: ReturnUrlPolicy): string | undefined {
  const refusal = refuseUnsafeUrl(redirectUrl, urlName);
  if (refusal !== undefined) return refusal;
  const { origin } = new URL(redirectUrl);
  if (allowedOrigins.length > 0 && !allowedOrigins.includes(origin)) {
    return (
      `Return URL origin ${origin} is not on the allow-list (${allowedOrigins.join(', ')}). ` +
      'Use one of these, or start the mock with --return-origin for this one.'
    );
  }
  return undefined;
}

/** The allow-list as origins. Throws `TypeError`, with the fix in its message, when an entry is not an origin. */
export function createReturnUrlPolicy(origins: readonly string[]): ReturnUrlPolicy {
  for (const origin of origins) {
    if (URL.parse(origin)?.origin !== origin) {
      throw new TypeError(
        `${origin} is not an origin. Give --return-origin a scheme and a host such as https://app.example.com.`,
      );
    }
    const refusal = refuseReturnUrl(origin, { allowedOrigins: [] });
    if (refusal !== undefined) throw new TypeError(refusal);
  }
  return { allowedOrigins: origins };
}

export interface ReturnOutcome {
  returnUrl: string;
  challengeId: string;
  status: string;
  state?: string;
  /** Milliseconds since 1970. */
  now: number;
  webhookSecret: string;
}

/** Where the Gateway sends the browser: the caller's URL and query, with the outcome and its signature. */
export function buildReturnUrl({ returnUrl, challengeId, status, state, now, webhookSecret }: ReturnOutcome): string {
  const timestamp = String(Math.floor(now / 1000));
  const signature = createHmac('sha256', webhookSecret)
    .update(`${timestamp}.${challengeId}.${status}.${state ?? ''}`)
    .digest('hex');
  const url = new URL(returnUrl);
  const outcome = new URLSearchParams({ challengeId, status });
  if (state !== undefined) outcome.set('state', state);
  outcome.set('timestamp', timestamp);
  outcome.set('signature', signature);
  // Edited as text: URLSearchParams would spell the caller's own parameters anew (%20 as +, `a` as `a=`).
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && !ownParameters.includes(nameOf(part)));
  url.search = [...kept, outcome.toString().replaceAll('+', '%20')].join('&');
  return url.href;
}

function nameOf(part: string): string {
  const [name] = new URLSearchParams(part).keys();
  return name ?? '';
}

import { refuseUnsafeUrl } from '../safe-url.ts';

const urlName = { name: 'webhook URL', originName: 'Webhook URL', example: 'https://api.example.com/webhooks/planbok' };

/** Why an endpoint's URL is refused and how to mend it; `undefined` when it is fine. */
export function refuseWebhookUrl(url: string): string | undefined {
  return refuseUnsafeUrl(url, urlName);
}

import { createHmac } from 'node:crypto';

/** The value of `X-Webhook-Signature`. The secret is used as UTF-8 text; `timestamp` is the text of the header beside it. */
export function signWebhook(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;
}

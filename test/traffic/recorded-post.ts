/** `mock/webhooks/post.ts`, which writes down every event that it delivers. */
import { post as send, type Post, type Posted } from '../../mock/webhooks/post.ts';
import { record, recordedOrigin, webhookPath } from './exchange.ts';

export * from '../../mock/webhooks/post.ts';

export async function post(message: Post): Promise<Posted> {
  const posted = await send(message);
  const headers = Object.fromEntries(new Headers(message.headers));
  const url = `${recordedOrigin}${webhookPath}${headers['x-webhook-event'] ?? ''}`;
  if (posted.status !== undefined) {
    record({ request: { method: 'POST', url, headers, body: message.body }, response: { status: posted.status, headers: {} } });
  }
  return posted;
}

/**
 * What must compile, and what must not. Nothing here runs: `npm run typecheck` fails on a wrong type, and on an
 * expectation of an error that is none.
 */
import {
  createPlanbokClient, type ErrorCode, isPlanbokError, type KnownErrorCode, PlanbokError, verifyReturnUrl, verifyWebhook, type WebhookEvent,
} from '@planbok/customer-custody';

type Same<One, Other> = (<T>() => T extends One ? 1 : 2) extends <T>() => T extends Other ? 1 : 2 ? true : false;
const proven = <Fact extends true>(..._: Fact[]): void => undefined;

export async function calls(): Promise<void> {
  const planbok = createPlanbokClient({ apiKey: 'key', baseUrl: 'https://api.planbok.io' });
  const params = { path: { customerId: '6999f8aea74a2b1bd8855b89' } };
  const redirectUrl = 'https://app.example.com/wallet';

  const created = await planbok.POST('/v2/customers', { body: { name: 'Ada Lovelace' } });
  proven<Same<typeof created.data.name, string>>();
  await planbok.GET('/v2/customers');
  await planbok.GET('/v2/customers', { params: { query: { page: 2, limit: 50, order: 'asc' } }, timeout: 1000, maxRetries: 0 });
  await planbok.GET('/v2/customers/{customerId}', { params });
  await planbok.POST('/v2/customers/{customerId}/challenges/{challengeId}/cancel', { params: { path: { ...params.path, challengeId: 'x' } } });
  // A chain that came later.
  await planbok.POST('/v2/customers/{customerId}/wallet/create', { params, body: { blockchains: ['LATER'], redirectUrl } });

  // @ts-expect-error There is no such option.
  createPlanbokClient({ apiKey: 'key', baseUrl: 'https://api.planbok.io', retries: 3 });
  // @ts-expect-error The base URL is missing.
  createPlanbokClient({ apiKey: 'key' });
  // @ts-expect-error The path does not exist.
  await planbok.GET('/v2/custommers');
  // @ts-expect-error The path has no such method.
  await planbok.DELETE('/v2/customers');
  // @ts-expect-error The Gateway page alone may call this.
  await planbok.GET('/gateway/{challengeId}/challenge', { params: { path: { challengeId: 'x' } } });
  // @ts-expect-error The path's parameter is missing.
  await planbok.GET('/v2/customers/{customerId}');
  // @ts-expect-error The path's parameter has another name.
  await planbok.GET('/v2/customers/{customerId}', { params: { path: { id: 'x' } } });
  // @ts-expect-error The query has no such parameter.
  await planbok.GET('/v2/customers', { params: { query: { size: 50 } } });
  // @ts-expect-error The query's parameter is a number.
  await planbok.GET('/v2/customers', { params: { query: { page: 'two' } } });
  // @ts-expect-error The body is missing.
  await planbok.POST('/v2/customers');
  // @ts-expect-error The body's field is missing.
  await planbok.POST('/v2/customers', { body: { refId: 'user-1001' } });
  // @ts-expect-error The body has no such field.
  await planbok.POST('/v2/customers', { body: { name: 'Ada Lovelace', nickname: 'Ada' } });
  // @ts-expect-error Amounts are texts.
  await planbok.POST('/v2/customers/{customerId}/transactions/transfer', { params, body: { walletId: 'x', destinationAddress: 'y', amounts: [0.1], redirectUrl } });
  // @ts-expect-error A GET has no body.
  await planbok.GET('/v2/customers', { body: {} });
  // @ts-expect-error There is no such option of a call.
  await planbok.GET('/v2/customers', { retries: 3 });
  // @ts-expect-error A customer has no such field.
  created.data.nickname;
  // @ts-expect-error A single customer is not a list.
  created.pagination;

  for await (const wallet of planbok.paginate('/v2/wallets')) proven<Same<typeof wallet.address, string>>();
  // @ts-expect-error It is not a list.
  planbok.paginate('/v2/customers/{customerId}', { params });
  // @ts-expect-error Neither is this one in pages.
  planbok.paginate('/v2/config/chains');

  const challenge = await planbok.waitForChallenge('customer', 'challenge', { timeout: 1000, signal: AbortSignal.abort() });
  proven<Same<typeof challenge.status, 'verified' | 'failed'>>();
  if (challenge.status === 'failed') proven<Same<typeof challenge.failure.message, string>>();
  // @ts-expect-error It may have been verified.
  challenge.failure.message;
  // @ts-expect-error The challenge is missing.
  await planbok.waitForChallenge('customer');
}

export function errors(error: unknown): void {
  if (error instanceof PlanbokError) proven<Same<typeof error.code, ErrorCode>>();
  if (isPlanbokError(error)) proven<Same<typeof error.requestId, string | undefined>>();
  if (isPlanbokError(error, 'pin_not_set', 'customer_locked')) proven<Same<typeof error.code, 'pin_not_set' | 'customer_locked'>>();
  // @ts-expect-error The contract has no such code.
  isPlanbokError(error, 'pin_not_sett');
}

export function openCodes(error: PlanbokError): KnownErrorCode | undefined {
  // A code that came later can be compared.
  if (error.code === 'code_of_tomorrow') return undefined;
  // @ts-expect-error It may be one that the client does not know.
  const known: KnownErrorCode = error.code;
  return known;
}

export async function webhooks(): Promise<void> {
  const webhook = await verifyWebhook(new Uint8Array(), new Headers(), ['new', 'old'], { now: () => 0 });
  await verifyWebhook('', { 'x-webhook-id': ['a'], other: undefined }, 'secret');
  // @ts-expect-error It may have been refused.
  webhook.event;
  if (!webhook.ok) return void proven<Same<typeof webhook.message, string>>();
  if (webhook.known) {
    proven<Same<typeof webhook.event, WebhookEvent>>();
    if (webhook.event.event === 'wallet.created') proven<Same<typeof webhook.event.data.address, string>>();
    // @ts-expect-error Not every event is about a wallet.
    webhook.event.data.address;
    // @ts-expect-error There is no such event.
    if (webhook.event.event === 'wallet.made') return;
  } else {
    proven<Same<typeof webhook.event.event, string>>();
  }
  // @ts-expect-error A parsed body is not what was signed.
  await verifyWebhook({ event: 'wallet.created' }, new Headers(), 'secret');
  // @ts-expect-error The secret is missing.
  await verifyWebhook('', new Headers());
}

export async function returns(): Promise<void> {
  const back = await verifyReturnUrl(new URL('https://app.example.com'), 'secret');
  if (back.ok) proven<Same<[typeof back.status, typeof back.state], ['verified' | 'failed', string | undefined]>>();
  // @ts-expect-error It may have been refused.
  back.challengeId;
}

import type { Context } from '../context.ts';
import type { Handlers } from '../contract.ts';
import { listDeliveries } from '../store/webhook-deliveries.ts';
import { listAnswer, pageRequest } from './answer.ts';
import { toDeliveryDetails } from './webhook-view.ts';

/** Handlers of the Sandbox operation that lists all deliveries. */
export function sandboxWebhookHandlers({ db }: Context) {
  return {
    listSandboxWebhookDeliveries: async ({ query }) => {
      const request = pageRequest(query);
      const { rows, total } = await listDeliveries(db, { event: query.event, status: query.status }, request);
      return listAnswer('Webhook deliveries found', await toDeliveryDetails(db, rows), request, total);
    },
  } satisfies Handlers;
}

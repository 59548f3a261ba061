import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { ApiError } from '../../mock/api-error.ts';
import { type AnyCall, createContract, type Handlers } from '../../mock/contract.ts';
import { customerHandlers } from '../../mock/handlers/customers.ts';
import { walletHandlers } from '../../mock/handlers/wallets.ts';
import { createIdempotency } from '../../mock/idempotency.ts';
import { createLineLog } from '../../mock/line-log.ts';
import { createMock } from '../../mock/server.ts';
import { insertCustomer } from '../../mock/store/customers.ts';
import { insertWallets } from '../../mock/store/wallets.ts';
import { readContract } from './contract-variant.ts';
import { serveOpenApiBackend } from './openapi-backend.ts';

// A process of its own for each subject: `subject.ts (planbok|openapi-backend) [operations]`. It tells its parent the
// port. Both kinds run the same handlers on the same store.

const customerId = '6999f8aea74a2b1bd8855b89';
const walletId = '6999fa10c3d2a54e7b91f001';
const [kind, operations] = process.argv.slice(2);
const document = readContract(operations === undefined ? undefined : Number(operations));

const mock = await createMock({ log: createLineLog((text) => process.stdout.write(text)) });
const { context, keys } = mock;
const times = { createdAt: '2026-03-02T09:00:00.000Z', updatedAt: '2026-03-02T09:00:00.000Z' };
await insertCustomer(context.db, {
  id: customerId, name: 'Ada Lovelace', refId: 'user-1001', hasPin: 1, hasRecovery: 1, wrongAttempts: 0, lockedUntil: null, ...times,
});
await insertWallets(context.db, [{
  id: walletId, customerId, blockchain: 'ETH-SEPOLIA', addressIndex: 0, address: '0x919538116b4F25f1CE01429fd9Ed7964556bf565',
  publicKey: '0x0292df2f2c31a5c4b0d4946e922cc3bd25ad7196ffeb049905b0952b9ac48ef25f', derivationPath: "m/44'/60'/0'/0/0",
  name: 'Main', refId: null, ...times,
}]);

const handlers: Handlers = { ...customerHandlers(context, createIdempotency(context)), ...walletHandlers(context) };
const authenticate = ({ security, apiKey }: AnyCall) => {
  if (security.includes('apiKey') && apiKey !== keys.apiKey) throw new ApiError('api_key_invalid');
};
const ids = () => `req_${context.newId()}`;

const fetch = await serve();

/** The mock as it ships, with its log; on another number of operations, its contract layer with the same handlers. */
async function serve(): Promise<(request: Request) => Response | Promise<Response>> {
  if (kind === 'openapi-backend') return serveOpenApiBackend({ document, handlers, apiKey: keys.apiKey, ids });
  if (operations === undefined) return mock.api;
  return (await createContract({ document, handlers, authenticate, ids })).fetch;
}

const server = createServer(getRequestListener((request) => fetch(request)));
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});

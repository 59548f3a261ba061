import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { ApiError } from '../../mock/api-error.ts';
import { type AnyCall, createContract, type Handlers } from '../../mock/contract.ts';
import { customerHandlers } from '../../mock/handlers/customers.ts';
import { walletHandlers } from '../../mock/handlers/wallets.ts';
import { createIdempotency } from '../../mock/idempotency.ts';
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

const { context, keys } = await createMock();
const times = { createdAt: '2026-03-02T09:00:00.000Z', updatedAt: '2026-03-02T09:00:00.000Z' };
await insertCustomer(context.db, {
  id: customerId, name: 'Ada Lovelace', refId: 'user-1001', hasPin: 1, hasRecovery: 1, wrongAttempts: 0, lockedUntil: null, ...times,
});
await insertWallets(context.db, [{
  id: walletId, customerId, blockchain: 'ETH-SEPOLIA', addressIndex: 0, address: '0x9858EfFD232B4033E47d90003D41EC34EcaEda94',
  publicKey: '0237b0bb7a8288d38ed49a524b5dc98cff3eb5ca824c9f9dc0dfdb3d9cd600f299', derivationPath: "m/44'/60'/0'/0/0",
  name: 'Main', refId: null, ...times,
}]);

const handlers: Handlers = { ...customerHandlers(context, createIdempotency(context)), ...walletHandlers(context) };
const authenticate = ({ security, apiKey }: AnyCall) => {
  if (security.includes('apiKey') && apiKey !== keys.apiKey) throw new ApiError('api_key_invalid');
};
const ids = () => `req_${context.newId()}`;

const fetch = kind === 'openapi-backend'
  ? await serveOpenApiBackend({ document, handlers, apiKey: keys.apiKey, ids })
  : (await createContract({ document, handlers, authenticate, ids })).app.fetch;

const server = createServer(getRequestListener((request) => fetch(request)));
server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});

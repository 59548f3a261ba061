import createClient from 'openapi-fetch';
import { onTestFinished } from 'vitest';
import { unwrapWithPin } from '../../mock/nodes/node-one.ts';
import { fromBase64, toBase64 } from '../../mock/protocol/base64.ts';
import { deriveSecret } from '../../mock/protocol/pin.ts';
import { createMock, type Mock, type MockOptions } from '../../mock/server.ts';
import { findNodeOneRecord } from '../../mock/store/key-shares.ts';
import type { components, paths } from '../../generated/types.ts';

/** What is needed of a challenge to find and to open it. */
export interface Challenge {
  id: string;
  customerId: string;
  redirectUrl: string;
}

/** The chains that the tests use. */
export type Chain = 'ETH' | 'ETH-SEPOLIA' | 'BASE' | 'POL' | 'SOL' | 'SOL-TESTNET' | 'BTC-TESTNET' | 'NEAR-TESTNET';
export type Task = 'initialize' | 'recovery' | 'update-pin' | 'reset-pin' | 'create-wallet';

export const start = Date.parse('2026-03-02T09:00:00.000Z');
export const returnUrl = 'https://app.example.com/wallet?step=verify';
export const goodPin = '739164';
export const otherPin = '851937';

/** A mock without ports, closed when the test ends, with typed clients and time in the test's hand. */
export async function createFixture(options: MockOptions = {}) {
  const fixture = await openFixture(options);
  onTestFinished(() => fixture.mock.close());
  return fixture;
}

/** The same for several tests: whoever opens it closes it. */
export async function openFixture(options: MockOptions = {}) {
  let now = start;
  const lines: string[] = [];
  const mock = await createMock({ validateWire: true, now: () => now, log: (line) => lines.push(line), ...options });
  const api = createApiClient(mock, 'pk_sandbox_full');
  const reader = createApiClient(mock, 'pk_sandbox_read');
  return {
    mock,
    api,
    reader,
    lines,
    advance: (milliseconds: number) => {
      now += milliseconds;
    },
    gateway: (challenge: Challenge) => createGatewayClient(mock, tokenOf(challenge)),
    async createCustomer(name = 'Ada Lovelace') {
      const { data } = await api.POST('/v2/customers', { body: { name, refId: 'user-1001' } });
      return required(data).data;
    },
    async request(customerId: string, task: Task, blockchains: Chain[] = ['ETH-SEPOLIA']) {
      const params = { path: { customerId } };
      const body = { redirectUrl: returnUrl };
      const { data, error } = await {
        initialize: () => api.POST('/v2/customers/{customerId}/initialize', { params, body }),
        recovery: () => api.POST('/v2/customers/{customerId}/recovery', { params, body }),
        'update-pin': () => api.POST('/v2/customers/{customerId}/update-pin', { params, body }),
        'reset-pin': () => api.POST('/v2/customers/{customerId}/reset-pin', { params, body }),
        'create-wallet': () =>
          api.POST('/v2/customers/{customerId}/wallet/create', { params, body: { ...body, blockchains } }),
      }[task]();
      if (error !== undefined) throw new Error(JSON.stringify(error));
      return required(data).data;
    },
    async approve(challengeId: string, body: components['schemas']['SandboxApprovalRequest'] = { pin: goodPin }) {
      return api.POST('/sandbox/challenges/{challengeId}/approve', { params: { path: { challengeId } }, body });
    },
    async customer(customerId: string) {
      const { data } = await api.GET('/v2/customers/{customerId}', { params: { path: { customerId } } });
      return required(data).data;
    },
    async challenge({ id: challengeId, customerId }: Challenge) {
      const params = { path: { customerId, challengeId } };
      const { data, error } = await api.GET('/v2/customers/{customerId}/challenges/{challengeId}', { params });
      if (error !== undefined) throw new Error(String(error.code));
      return required(data).data;
    },
  };
}

export type Fixture = Awaited<ReturnType<typeof createFixture>>;

/** A customer with a PIN and recovery by the two documented questions. */
export async function onboard(fixture: Fixture, recovery?: components['schemas']['SandboxRecovery']) {
  const customer = await fixture.createCustomer();
  const challenge = await fixture.request(customer.id, 'initialize');
  const { error } = await fixture.approve(challenge.id, { pin: goodPin, ...(recovery && { recovery }) });
  if (error !== undefined) throw new Error(JSON.stringify(error));
  return fixture.customer(customer.id);
}

/** New wallets of a customer, in the order of the chains. */
export async function provision(fixture: Fixture, customerId: string, blockchains: Chain[]) {
  const challenge = await fixture.request(customerId, 'create-wallet', blockchains);
  const { error } = await fixture.approve(challenge.id);
  if (error !== undefined) throw new Error(JSON.stringify(error));
  const { result } = await fixture.challenge(challenge);
  if (result?.task !== 'create-wallet') throw new Error('the challenge made no wallets');
  return result.wallets;
}

/** The seed of the contract's examples: the bytes 0 to 31. */
export const castSeed = Uint8Array.from({ length: 32 }, (_, index) => index);

/** Gives the nodes of an onboarded customer the shares of a seed: Node 1 keeps its own, Node 2 gets what is missing. */
export async function plantSeed({ mock }: Fixture, customerId: string, seed: Uint8Array): Promise<void> {
  const { db } = mock.context;
  const record = required(await findNodeOneRecord(db, customerId));
  const opened = unwrapWithPin(record, await deriveSecret(goodPin, fromBase64(record.salt)));
  if (!opened.ok) throw new Error('the PIN is not the good one');
  const share = toBase64(opened.share.map((byte, index) => byte ^ required(seed[index])));
  await db.updateTable('nodeTwoShares').set({ share }).where('customerId', '=', customerId).execute();
}

export function createApiClient(mock: Mock, key: string | undefined) {
  return createClient<paths>({
    baseUrl: 'http://localhost:4010',
    headers: key === undefined ? {} : { 'PLANBOK-X-API-KEY': key },
    fetch: (request) => mock.api(request),
  });
}

export function createGatewayClient(mock: Mock, token: string | undefined) {
  return createClient<paths>({
    baseUrl: 'http://localhost:4020',
    headers: token === undefined ? {} : { Authorization: `Bearer ${token}` },
    fetch: (request) => mock.gateway(request),
  });
}

/** Sends a request as it is, past the types. */
export async function send(mock: Mock, method: string, path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (!headers.has('PLANBOK-X-API-KEY')) headers.set('PLANBOK-X-API-KEY', 'pk_sandbox_full');
  return mock.api(new Request(`http://localhost:4010${path}`, { ...init, method, headers }));
}

export function tokenOf({ redirectUrl }: Challenge): string {
  const [, token = ''] = redirectUrl.split('#');
  return token;
}

/** The value, which the test knows to be there. */
export function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('the answer has no data');
  return value;
}

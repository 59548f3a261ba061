import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type OpenApiDocument, readOperations } from '../../mock/contract/document.ts';
import { deriveAnswersSecret } from '../../mock/protocol/answers.ts';
import { deriveSecret } from '../../mock/protocol/pin.ts';
import { sealSecret } from '../../mock/protocol/seal.ts';
import { bob, challengeOf, createWalletFixture, usdcAddress } from './ledger-fixture.ts';
import {
  type Chain,
  type Challenge,
  createApiClient,
  createFixture,
  createGatewayClient,
  type Fixture,
  goodPin,
  onboard,
  otherPin,
  provision,
  required,
  returnUrl,
  send,
} from './mock-fixture.ts';

const json = { 'Content-Type': 'application/json' };
const absent = '6999f8aea74a2b1bd8855b00';
const body = { redirectUrl: returnUrl };
const salt = 'AAAAAAAAAAAAAAAAAAAAAA==';
const at = ({ id: challengeId }: Challenge) => ({ path: { challengeId } });

interface Answered {
  response: Response;
  error?: { code: unknown };
}

async function code(call: Promise<Answered>): Promise<unknown> {
  return (await call).error?.code;
}

async function raw(call: Promise<Response>): Promise<string> {
  return (await (await call).json()).code;
}

async function pending(fixture: Fixture): Promise<Challenge> {
  return fixture.request((await fixture.createCustomer()).id, 'initialize');
}

async function seal(fixture: Fixture, challenge: Challenge, secret: Uint8Array, context: 'pin' | 'new-pin' | 'answers') {
  const { mock } = fixture;
  const publicKeyPem = await mock.context.nodeOneKey.publicKeyPem();
  return sealSecret({ secret, context, challengeId: challenge.id, timestamp: mock.context.clock.now(), publicKeyPem });
}

function confirm(fixture: Fixture, challenge: Challenge, sealedSecret: string) {
  return fixture
    .gateway(challenge)
    .POST('/gateway/{challengeId}/approve', { params: at(challenge), body: { action: 'confirm', pin: { sealedSecret } } });
}

async function signer(fixture: Fixture, blockchain: Chain) {
  const { id: customerId } = await onboard(fixture);
  const [wallet] = await provision(fixture, customerId, [blockchain]);
  return { params: { path: { customerId } }, signing: { walletId: required(wallet).id, redirectUrl: returnUrl } };
}

const callOn = (walletId: string) => ({
  walletId,
  contractAddress: usdcAddress,
  abiFunctionSignature: 'transfer(address,uint256)',
  abiParameters: [bob, '1'],
});

/** How each code is raised. What a scenario gives back must be the code under which it stands. */
const scenarios: Record<string, (fixture: Fixture) => Promise<unknown>> = {
  validation_failed: ({ mock }) => raw(send(mock, 'GET', '/v2/customers?limit=0')),
  malformed_json: ({ mock }) => raw(send(mock, 'POST', '/v2/customers', { headers: json, body: '{' })),
  malformed_url: ({ mock }) => raw(send(mock, 'GET', '/v2/customers/%E0%A4%A')),
  payload_too_large: ({ mock }) =>
    raw(send(mock, 'POST', '/v2/customers', { headers: json, body: `{"name":"${'a'.repeat(2 ** 20)}"}` })),
  unsupported_media_type: ({ mock }) => raw(send(mock, 'POST', '/v2/customers', { body: '{}' })),
  api_key_missing: ({ mock }) => code(createApiClient(mock, undefined).GET('/v2/customers')),
  api_key_invalid: ({ mock }) => code(createApiClient(mock, 'guess').GET('/v2/customers')),
  api_key_read_only: ({ reader }) => code(reader.POST('/sandbox/reset')),
  rate_limited: async () => {
    const { api } = await createFixture({ rateLimit: true });
    const calls = await Promise.all(Array.from({ length: 21 }, () => code(api.GET('/v2/customers'))));
    return calls.find((found) => found !== undefined);
  },
  internal_error: async () => {
    const { mock, api } = await createFixture({ logFailure: () => {} });
    mock.context.db.selectFrom = () => {
      throw new Error('the disk is gone');
    };
    return code(api.GET('/v2/customers'));
  },
  contract_violation: async () => {
    const { mock, api, createCustomer } = await createFixture({ logFailure: () => {} });
    const { id: customerId } = await createCustomer();
    await mock.context.db.updateTable('customers').set({ name: '' }).execute();
    return code(api.GET('/v2/customers/{customerId}', { params: { path: { customerId } } }));
  },
  customer_not_found: ({ api }) => code(api.GET('/v2/customers/{customerId}', { params: { path: { customerId: absent } } })),
  wallet_not_found: ({ api }) => code(api.GET('/v2/wallets/{walletId}', { params: { path: { walletId: absent } } })),
  transaction_not_found: ({ api }) =>
    code(api.GET('/v2/transactions/{transactionId}', { params: { path: { transactionId: absent } } })),
  amount_invalid: async () => {
    const { wallet, tryTransfer } = await createWalletFixture();
    return code(tryTransfer({ walletId: wallet.id, destinationAddress: bob, amounts: ['0'] }));
  },
  abi_invalid: async () => {
    const { wallet, tryCall } = await createWalletFixture();
    return code(tryCall({ ...callOn(wallet.id), abiParameters: [] }));
  },
  insufficient_funds: async () => {
    const { wallet, tryTransfer } = await createWalletFixture();
    return code(tryTransfer({ walletId: wallet.id, destinationAddress: bob, amounts: ['1'] }));
  },
  contract_call_reverted: async () => {
    const { wallet, tryCall, addToken } = await createWalletFixture();
    await addToken({ blockchain: 'ETH-SEPOLIA', standard: 'erc20', address: usdcAddress, symbol: 'USDC', decimals: 6 });
    return code(tryCall(callOn(wallet.id)));
  },
  transaction_not_replaceable: async () => {
    const { wallet, tryTransfer, sent, advanceTo, tryReplace } = await createWalletFixture();
    const id = await sent(challengeOf(await tryTransfer({ walletId: wallet.id, destinationAddress: bob, amounts: ['0.001'] })));
    await advanceTo(id, 'confirmed');
    return code(tryReplace(id, 'cancel'));
  },
  transaction_not_advanceable: async () => {
    const { wallet, tryTransfer, sent, advanceTo } = await createWalletFixture();
    const id = await sent(challengeOf(await tryTransfer({ walletId: wallet.id, destinationAddress: bob, amounts: ['0.001'] })));
    await advanceTo(id, 'failed');
    return code(advanceTo(id, 'confirmed'));
  },
  token_not_found: ({ api }) => code(api.GET('/v2/tokens/{tokenId}', { params: { path: { tokenId: absent } } })),
  challenge_not_found: ({ api }) =>
    code(api.POST('/sandbox/challenges/{challengeId}/reject', { params: { path: { challengeId: absent } } })),
  redirect_url_not_allowed: async ({ api, createCustomer }) => {
    const { id: customerId } = await createCustomer();
    const params = { path: { customerId } };
    return code(api.POST('/v2/customers/{customerId}/initialize', { params, body: { redirectUrl: 'http://example.com/' } }));
  },
  unsupported_blockchain: ({ api }) =>
    code(api.POST('/v2/wallets/validate-address', { body: { address: 'x', blockchain: 'ATOM' } })),
  address_invalid: ({ api }) =>
    code(api.POST('/v2/tokens', { body: { blockchain: 'ETH', standard: 'erc20', symbol: 'X', address: '0x1', decimals: 6 } })),
  token_already_registered: ({ api }) =>
    code(api.POST('/v2/tokens', { body: { blockchain: 'ETH', standard: 'native', symbol: 'ETH' } })),
  token_not_removable: async ({ api }) => {
    const { data } = await api.GET('/v2/tokens');
    const tokenId = required(data?.data[0]).id;
    return code(api.DELETE('/v2/tokens/{tokenId}', { params: { path: { tokenId } } }));
  },
  idempotency_conflict: async ({ api }) => {
    const idempotencyKey = '0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01';
    await api.POST('/v2/customers', { body: { name: 'Ada', idempotencyKey } });
    return code(api.POST('/v2/customers', { body: { name: 'Bob', idempotencyKey } }));
  },
  idempotency_in_progress: async ({ api }) => {
    const call = () => api.POST('/v2/customers', { body: { name: 'Ada', idempotencyKey: '0b8a2f6e-6d6f-4c57-9a55-3a8a3fbd8f01' } });
    const calls = await Promise.all([call(), call()]);
    return calls.find(({ error }) => error !== undefined)?.error?.code;
  },
  pin_not_set: async ({ api, createCustomer }) => {
    const { id: customerId } = await createCustomer();
    return code(api.POST('/v2/customers/{customerId}/update-pin', { params: { path: { customerId } }, body }));
  },
  pin_already_set: async (fixture) => {
    const { id: customerId } = await onboard(fixture);
    return code(fixture.api.POST('/v2/customers/{customerId}/initialize', { params: { path: { customerId } }, body }));
  },
  pin_too_weak: async (fixture) => code(fixture.approve((await pending(fixture)).id, { pin: '123456' })),
  pin_incorrect: async (fixture) => {
    const { id } = await onboard(fixture);
    return code(fixture.approve((await fixture.request(id, 'create-wallet')).id, { pin: otherPin }));
  },
  unsupported_operation: async (fixture) => {
    const { params, signing } = await signer(fixture, 'SOL');
    return code(fixture.api.POST('/v2/customers/{customerId}/sign/typed-data', { params, body: { ...signing, typedData: '{}' } }));
  },
  message_invalid: async (fixture) => {
    const { params, signing } = await signer(fixture, 'ETH');
    const body = { ...signing, message: '0xabc', encodedByHex: true };
    return code(fixture.api.POST('/v2/customers/{customerId}/sign/message', { params, body }));
  },
  typed_data_invalid: async (fixture) => {
    const { params, signing } = await signer(fixture, 'ETH');
    return code(fixture.api.POST('/v2/customers/{customerId}/sign/typed-data', { params, body: { ...signing, typedData: '{}' } }));
  },
  transaction_invalid: async (fixture) => {
    const { params, signing } = await signer(fixture, 'ETH');
    const body = { ...signing, rawTransaction: '0x02' };
    return code(fixture.api.POST('/v2/customers/{customerId}/sign/transaction', { params, body }));
  },
  delegate_action_invalid: async (fixture) => {
    const { params, signing } = await signer(fixture, 'NEAR-TESTNET');
    const body = { ...signing, unsignedDelegateAction: 'AAAA' };
    return code(fixture.api.POST('/v2/customers/{customerId}/sign/delegate-action', { params, body }));
  },
  customer_locked: async (fixture) => {
    const { id: customerId } = await fixture.createCustomer();
    const lockedUntil = '2026-03-02T09:30:00.000Z';
    await fixture.mock.context.db.updateTable('customers').set({ lockedUntil, hasPin: 1 }).execute();
    return code(fixture.api.POST('/v2/customers/{customerId}/update-pin', { params: { path: { customerId } }, body }));
  },
  recovery_not_set: async (fixture) => {
    const { id: customerId } = await onboard(fixture, { method: 'none' });
    return code(fixture.api.POST('/v2/customers/{customerId}/reset-pin', { params: { path: { customerId } }, body }));
  },
  recovery_not_verified: async (fixture) => {
    const challenge = await pending(fixture);
    const sealedSecret = await seal(fixture, challenge, await deriveSecret(goodPin, new Uint8Array(16)), 'new-pin');
    const approval = {
      action: 'set-pin' as const,
      newPin: { sealedSecret, salt },
      recovery: { method: 'email' as const, email: 'ada@example.com' },
    };
    return code(fixture.gateway(challenge).POST('/gateway/{challengeId}/approve', { params: at(challenge), body: approval }));
  },
  recovery_code_incorrect: async (fixture) => {
    const challenge = await pending(fixture);
    const client = fixture.gateway(challenge);
    await client.POST('/gateway/{challengeId}/recovery/start', {
      params: at(challenge),
      body: { method: 'email', email: 'ada@example.com' },
    });
    const { data } = await fixture.api.GET('/sandbox/emails');
    const wrong = required(data?.data[0]?.code).startsWith('0') ? '111111' : '000000';
    return code(client.POST('/gateway/{challengeId}/recovery/check', { params: at(challenge), body: { method: 'email', code: wrong } }));
  },
  recovery_code_expired: async (fixture) => {
    const challenge = await pending(fixture);
    const check = { method: 'email' as const, code: '123456' };
    return code(fixture.gateway(challenge).POST('/gateway/{challengeId}/recovery/check', { params: at(challenge), body: check }));
  },
  recovery_answers_incorrect: async (fixture) => {
    const { id } = await onboard(fixture);
    const challenge = await fixture.request(id, 'reset-pin');
    const secret = await deriveAnswersSecret(['Tux', 'Lagos'], new Uint8Array(16));
    const sealedSecret = await seal(fixture, challenge, secret, 'answers');
    const check = { method: 'questions' as const, sealedSecret };
    return code(fixture.gateway(challenge).POST('/gateway/{challengeId}/recovery/check', { params: at(challenge), body: check }));
  },
  challenge_not_pending: async (fixture) => {
    const challenge = await pending(fixture);
    const reject = () => fixture.api.POST('/sandbox/challenges/{challengeId}/reject', { params: at(challenge) });
    await reject();
    return code(reject());
  },
  challenge_expired: async (fixture) => {
    const challenge = await pending(fixture);
    fixture.advance(15 * 60_000);
    return code(fixture.api.POST('/sandbox/challenges/{challengeId}/reject', { params: at(challenge) }));
  },
  gateway_token_invalid: async ({ mock, ...fixture }) => {
    const challenge = await pending({ mock, ...fixture });
    return code(createGatewayClient(mock, 'guess').GET('/gateway/{challengeId}/challenge', { params: at(challenge) }));
  },
  origin_not_allowed: async (fixture) => {
    const challenge = await pending(fixture);
    const headers = { Origin: 'https://evil.example' };
    return code(fixture.gateway(challenge).POST('/gateway/{challengeId}/reject', { params: at(challenge), headers }));
  },
  secret_invalid: async (fixture) => {
    const { id } = await onboard(fixture);
    return code(confirm(fixture, await fixture.request(id, 'create-wallet'), `${'A'.repeat(342)}==`));
  },
  secret_expired: async (fixture) => {
    const { id } = await onboard(fixture);
    const challenge = await fixture.request(id, 'create-wallet');
    const sealed = await seal(fixture, challenge, new Uint8Array(32), 'pin');
    fixture.advance(5 * 60_000 + 1);
    return code(confirm(fixture, challenge, sealed));
  },
  secret_replayed: async (fixture) => {
    const { id } = await onboard(fixture);
    const challenge = await fixture.request(id, 'create-wallet');
    const sealed = await seal(fixture, challenge, new Uint8Array(32), 'pin');
    await confirm(fixture, challenge, sealed);
    return code(confirm(fixture, challenge, sealed));
  },
  webhook_url_not_allowed: ({ api }) => code(api.POST('/v2/webhook-endpoints', { body: { url: 'http://example.com/' } })),
  webhook_endpoint_not_found: ({ api }) =>
    code(api.GET('/v2/webhook-endpoints/{webhookEndpointId}', { params: { path: { webhookEndpointId: absent } } })),
  webhook_delivery_not_found: async ({ api }) => {
    const { data } = await api.POST('/v2/webhook-endpoints', { body: { url: 'https://api.example.com/webhooks' } });
    const path = { webhookEndpointId: required(data).data.id, deliveryId: absent };
    return code(api.GET('/v2/webhook-endpoints/{webhookEndpointId}/deliveries/{deliveryId}', { params: { path } }));
  },
};

const document: OpenApiDocument = JSON.parse(
  readFileSync(new URL('../../generated/openapi.json', import.meta.url), 'utf8'),
);

describe('the error codes', () => {
  it('of the operations that have handlers are those that have a scenario here', async () => {
    const { mock } = await createFixture();
    const handled = new Set(mock.operations.filter((operation) => operation.handled).map(({ operationId }) => operationId));
    expect(handled.size).toBeGreaterThan(30);
    const codes = readOperations(document)
      .filter(({ operationId }) => handled.has(operationId))
      .flatMap(({ responses }) => responses.filter(({ status }) => Number(status) >= 400))
      .flatMap(({ exampleKeys }) => exampleKeys);
    expect(Object.keys(scenarios).toSorted()).toEqual([...new Set(codes)].toSorted());
  });

  it.each(Object.keys(scenarios))('%s is raised', async (name) => {
    const scenario = required(scenarios[name]);
    expect(await scenario(await createFixture())).toBe(name);
  });
});

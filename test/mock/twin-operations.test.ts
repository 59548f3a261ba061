import { describe, expect, it } from 'vitest';
import { createFixture, createGatewayClient, onboard, required } from './mock-fixture.ts';

/** Two paths of one thing, because the vendor's sources name both. */
describe('a fee', () => {
  const destinationAddress = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';

  it('is estimated alike on both paths', async () => {
    const fixture = await createFixture();
    const { api } = fixture;
    const { id: customerId } = await onboard(fixture);
    const challenge = await fixture.request(customerId, 'create-wallet', ['ETH-SEPOLIA']);
    await fixture.approve(challenge.id);
    const { data: wallets } = await api.GET('/v2/wallets', { params: { query: { customerIds: customerId } } });
    const walletId = required(required(wallets).data[0]).id;

    const transfer = { body: { walletId, destinationAddress, amounts: ['0.001'] } };
    const [one, other] = [await api.POST('/v2/transactions/transfer/estimate-fee', transfer), await api.POST('/v2/transfer/estimate-fee', transfer)];
    expect(required(other.data)).toEqual(required(one.data));
    expect(required(one.data).data.medium).toMatchObject({ family: 'evm', currency: 'ETH', gasLimit: '21000' });

    const call = {
      body: {
        walletId, contractAddress: '0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238',
        abiFunctionSignature: 'approve(address,uint256)', abiParameters: [destinationAddress, '5'],
      },
    };
    const [first, second] = [
      await api.POST('/v2/transactions/contract-execution/estimate-fee', call),
      await api.POST('/v2/contract-execution/estimate-fee', call),
    ];
    expect(required(second.data)).toEqual(required(first.data));
    expect(required(first.data).data.medium).toMatchObject({ family: 'evm', currency: 'ETH', gasLimit: '55000' });
  });
});

describe('the Gateway page', () => {
  it('is the same page for every challenge, known or not: it tells nothing before it has the token', async () => {
    const fixture = await createFixture();
    const challenge = await fixture.request((await fixture.createCustomer()).id, 'initialize');
    const open = async (challengeId: string) => {
      const client = createGatewayClient(fixture.mock, undefined);
      const { data, response } = await client.GET('/gateway/{challengeId}', { params: { path: { challengeId } }, parseAs: 'text' });
      const headers = Object.fromEntries(response.headers);
      delete headers['x-request-id'];
      return { status: response.status, headers, page: required(data) };
    };
    const known = await open(challenge.id);
    expect(known).toEqual(await open('6999f9b0b1c2d3e4f5a60718'));
    expect(known.status).toBe(200);
    expect(known.headers['content-security-policy']).toContain("default-src 'none'");
    expect(known.page).not.toContain(challenge.customerId);
  });
});

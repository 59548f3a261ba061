import { describe, expect, it } from 'vitest';
import { createFixture, goodPin, onboard, required, send } from './mock-fixture.ts';

describe('a list', () => {
  it('has every item once, over all its pages, in either order', async () => {
    const fixture = await createFixture();
    const ids: string[] = [];
    for (let count = 0; count < 23; count++) ids.push((await fixture.createCustomer(`Customer ${count}`)).id);
    for (const order of ['asc', 'desc', 'ASC', 'DESC'] as const) {
      const found: string[] = [];
      for (let page = 1; page <= 4; page++) {
        const { data } = await fixture.api.GET('/v2/customers', { params: { query: { page, limit: 7, order } } });
        const { pagination, data: customers } = required(data);
        expect(pagination).toEqual({ page, limit: 7, total: 23, pages: 4 });
        found.push(...customers.map(({ id }) => id));
      }
      expect(found).toEqual(order.toLowerCase() === 'asc' ? ids : ids.toReversed());
    }
    const beyond = await fixture.api.GET('/v2/customers', { params: { query: { page: 9 } } });
    expect(beyond.data).toMatchObject({ data: [], pagination: { page: 9, limit: 10, total: 23, pages: 3 } });
  });
});

describe('a customer', () => {
  it('is renamed, and keeps what is not sent', async () => {
    const fixture = await createFixture();
    const { id: customerId, createdAt } = await fixture.createCustomer();
    fixture.advance(1000);
    const params = { path: { customerId } };
    const { data } = await fixture.api.PATCH('/v2/customers/{customerId}', { params, body: { name: 'Countess Lovelace' } });
    expect(data?.data).toMatchObject({ name: 'Countess Lovelace', refId: 'user-1001', createdAt });
    expect(data?.data.updatedAt).not.toBe(createdAt);
  });

  it('has a public key of Node 1', async () => {
    const fixture = await createFixture();
    const { id: customerId } = await fixture.createCustomer();
    const { data } = await fixture.api.GET('/v2/customers/{customerId}/public-key', { params: { path: { customerId } } });
    expect(data?.data.publicKey).toMatch(/^-----BEGIN PUBLIC KEY-----\n/);
  });
});

describe('wallets', () => {
  it('are found by every filter, and wallet sets hide none', async () => {
    const fixture = await createFixture();
    const [ada, grace] = [await onboard(fixture), await onboard(fixture)];
    for (const { id: customerId } of [ada, grace]) {
      const { data } = await fixture.api.POST('/v2/customers/{customerId}/wallet/create', {
        params: { path: { customerId } },
        body: {
          redirectUrl: 'https://app.example.com/',
          blockchains: ['ETH', 'SOL'],
          metadata: [{ name: 'Ether', refId: `eth-${customerId}` }, { name: 'Sol' }],
        },
      });
      await fixture.approve(required(data).data.id);
    }
    const list = async (query: string) => {
      const response = await send(fixture.mock, 'GET', `/v2/wallets?${query}`);
      const { data } = await response.json();
      return data.map((wallet: { customer: string; blockchain: string }) => `${wallet.customer} ${wallet.blockchain}`).toSorted();
    };
    expect(await list('')).toHaveLength(4);
    expect(await list('blockchain=SOL')).toEqual([`${ada.id} SOL`, `${grace.id} SOL`].toSorted());
    expect(await list(`customerIds=${ada.id}`)).toEqual([`${ada.id} ETH`, `${ada.id} SOL`]);
    expect(await list(`customerIds=${ada.id},${grace.id}`)).toHaveLength(4);
    expect(await list(`customerId=${grace.id}`)).toHaveLength(2);
    expect(await list(`customerIds=${ada.id}&customerId=${grace.id}`)).toEqual([]);
    expect(await list(`refId=eth-${ada.id}`)).toEqual([`${ada.id} ETH`]);
    expect(await list(`walletSetId=1&walletSet=2&customerIds=${ada.id}`)).toHaveLength(2);
    const { data } = await fixture.api.GET('/v2/wallets', { params: { query: { refId: `eth-${ada.id}` } } });
    const wallet = required(data?.data[0]);
    expect(await list(`address=${wallet.address}`)).toEqual([`${ada.id} ETH`]);
    expect(await list(`address=${wallet.address.toLowerCase()}`)).toEqual([`${ada.id} ETH`]);

    const params = { path: { walletId: wallet.id } };
    expect((await fixture.api.GET('/v2/wallets/{walletId}', { params })).data?.data).toEqual(wallet);
    const patched = await fixture.api.PATCH('/v2/wallets/{walletId}', { params, body: { name: 'Main', metadata: { name: 'No' } } });
    expect(patched.data?.data).toMatchObject({ name: 'Main', refId: `eth-${ada.id}` });
    const put = await fixture.api.PUT('/v2/wallets/{walletId}', { params, body: { metadata: { name: 'Put', refId: 'r' } } });
    expect(put.data?.data).toMatchObject({ name: 'Put', refId: 'r' });
    const balances = await fixture.api.GET('/v2/wallets/{walletId}/balances', { params });
    expect(balances.data?.data).toEqual([
      { amount: '0.05', token: { id: expect.any(String), blockchain: 'ETH', standard: 'native', name: 'Ether', symbol: 'ETH', decimals: 18 } },
    ]);
  });

  it('have addresses that are checked at both paths', async () => {
    const { api } = await createFixture();
    const body = { address: '0x9858EfFD232B4033E47d90003D41EC34EcaEda95', blockchain: 'ETH' as const };
    expect((await api.POST('/v2/wallets/validate-address', { body })).data?.data.valid).toBe(false);
    const good = { ...body, address: '0x9858EfFD232B4033E47d90003D41EC34EcaEda94' };
    expect((await api.POST('/v2/transactions/validate-address', { body: good })).data?.data.valid).toBe(true);
  });
});

describe('tokens', () => {
  const usdc = {
    blockchain: 'ETH-SEPOLIA' as const,
    standard: 'erc20' as const,
    symbol: 'USDC',
    name: 'USD Coin',
    address: '0x1c7d4b196cb0c7b01d743fbc6116a902379c7238',
    decimals: 6,
  };

  it('are the native ones of the enabled chains until others are added', async () => {
    const { api } = await createFixture();
    const { data } = await api.GET('/v2/tokens', { params: { query: { limit: 100, standard: 'native' } } });
    expect(data?.pagination.total).toBe(20);
    const added = required((await api.POST('/v2/tokens', { body: usdc })).data).data;
    expect(added).toMatchObject({ ...usdc, address: '0x1c7D4B196Cb0C7B01d743Fbc6116a902379C7238' });
    const again = await api.POST('/v2/tokens', { body: { ...usdc, address: added.address } });
    expect(again.error?.code).toBe('token_already_registered');
    const params = { path: { tokenId: added.id } };
    expect((await api.GET('/v2/tokens/{tokenId}', { params })).data?.data).toEqual(added);
    const listed = await api.GET('/v2/tokens', { params: { query: { blockchain: 'ETH-SEPOLIA' } } });
    expect(listed.data?.data.map(({ symbol }) => symbol)).toEqual(['USDC', 'ETH']);
    expect((await api.DELETE('/v2/tokens/{tokenId}', { params })).data?.data).toEqual({ id: added.id });
    expect((await api.GET('/v2/tokens/{tokenId}', { params })).error?.code).toBe('token_not_found');
  });

  it('have metadata in general and one by one', async () => {
    const { api } = await createFixture();
    const catalogue = (await api.GET('/v2/tokens/metadata')).data?.data;
    expect(catalogue?.chains).toContain('ETH');
    expect(catalogue?.chains).not.toContain('ATOM');
    expect(catalogue?.standards).toContain('nep141');
    await api.POST('/v2/tokens', { body: usdc });
    const { blockchain, standard, address } = usdc;
    const one = await api.GET('/v2/tokens/metadata', { params: { query: { blockchain, standard, address } } });
    expect(one.data?.data).toMatchObject({ name: 'USD Coin', symbol: 'USDC', decimals: 6 });
    const none = await api.GET('/v2/tokens/metadata', { params: { query: { blockchain: 'ETH', standard, address } } });
    expect(none.error?.code).toBe('token_not_found');
  });

  it.each([
    [{ ...usdc, standard: 'nep141' as const }, 'body/standard'],
    [{ ...usdc, address: undefined }, 'body/address'],
    [{ ...usdc, decimals: undefined }, 'body/decimals'],
  ])('are refused where they cannot be: %#', async (body, path) => {
    const { api } = await createFixture();
    const { error } = await api.POST('/v2/tokens', { body });
    expect(error).toMatchObject({ code: 'validation_failed', errors: { details: [{ path }] } });
  });
});

describe('the Sandbox', () => {
  it('moves the clock, which everything goes by, and sets it back with a reset', async () => {
    const fixture = await createFixture();
    const challenge = await fixture.request((await fixture.createCustomer()).id, 'initialize');
    const { data } = await fixture.api.POST('/sandbox/clock/advance', { body: { seconds: 900 } });
    expect(data?.data).toEqual({ now: '2026-03-02T09:15:00.000Z', offsetSeconds: 900 });
    expect((await fixture.challenge(challenge)).failure?.code).toBe('expired');
    const reset = await fixture.api.POST('/sandbox/reset');
    expect(reset.data?.data).toEqual({ reset: true, clock: { now: '2026-03-02T09:00:00.000Z', offsetSeconds: 0 } });
    expect((await fixture.api.GET('/v2/customers')).data?.pagination.total).toBe(0);
    expect((await fixture.api.GET('/v2/tokens')).data?.pagination.total).toBe(20);
  });

  it('moves the clock by all that is asked for at the same time', async () => {
    const { api } = await createFixture();
    await Promise.all([60, 30, 10].map((seconds) => api.POST('/sandbox/clock/advance', { body: { seconds } })));
    expect((await api.GET('/sandbox/clock')).data?.data.offsetSeconds).toBe(100);
  });

  it('says what is wrong with what the user would enter', async () => {
    const fixture = await createFixture();
    const { id } = await onboard(fixture);
    const change = await fixture.request(id, 'update-pin');
    expect((await fixture.approve(change.id)).error).toMatchObject({ errors: { details: [{ path: 'body/newPin' }] } });
    expect((await fixture.approve(change.id, { pin: goodPin, newPin: '111111' })).error).toMatchObject({
      code: 'pin_too_weak',
      errors: { details: [{ path: 'body/newPin' }] },
    });
    const reset = await fixture.request(id, 'reset-pin');
    const email = { method: 'email' as const, email: 'ada@example.com' };
    expect((await fixture.approve(reset.id, { pin: goodPin, recovery: email })).error).toMatchObject({
      errors: { details: [{ path: 'body/recovery/method' }] },
    });
    const wrong = {
      method: 'questions' as const,
      answers: [
        { questionId: 'first-pet' as const, answer: 'Tux' },
        { questionId: 'birth-city' as const, answer: 'lagos' },
      ],
    };
    expect((await fixture.approve(reset.id, { pin: goodPin, recovery: wrong })).error).toMatchObject({
      code: 'recovery_answers_incorrect',
      message: 'The answers are not correct. 4 attempts left.',
    });
  });
});

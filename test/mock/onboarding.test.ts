import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Chain, createFixture, goodPin, onboard, otherPin, required, returnUrl, start } from './mock-fixture.ts';

const chains: Chain[] = ['ETH-SEPOLIA', 'BASE', 'SOL-TESTNET', 'BTC-TESTNET', 'NEAR-TESTNET'];

describe('onboarding through the Sandbox', () => {
  it('sets a PIN and recovery, and makes wallets of which all EVM chains share the address', async () => {
    const fixture = await createFixture();
    const created = await fixture.createCustomer();
    expect(created).toMatchObject({ hasPin: false, hasRecovery: false, status: 'active' });

    const challenge = await fixture.request(created.id, 'initialize');
    expect(challenge).toMatchObject({
      challengeId: challenge.id,
      task: 'initialize',
      status: 'pending',
      attemptsRemaining: 5,
      createdAt: '2026-03-02T09:00:00.000Z',
      expiresAt: '2026-03-02T09:15:00.000Z',
      display: { title: 'Set your PIN' },
    });
    expect(challenge.redirectUrl).toMatch(/^http:\/\/localhost:4020\/gateway\/[0-9a-f]{24}#[\w-]{43}$/);
    const approved = required((await fixture.approve(challenge.id)).data).data;
    expect(approved).toMatchObject({
      status: 'verified',
      result: { task: 'initialize', hasPin: true, hasRecovery: true, recoveryMethod: 'questions', wallets: [] },
    });
    expect(approved.redirectUrl).not.toContain('#');
    expect(await fixture.customer(created.id)).toMatchObject({ hasPin: true, hasRecovery: true });

    const provisioning = await fixture.request(created.id, 'create-wallet', chains);
    expect(provisioning.display.title).toBe('Provision New Wallets');
    await fixture.approve(provisioning.id);
    const { result } = await fixture.challenge(provisioning);
    if (result?.task !== 'create-wallet') throw new Error('no wallets');
    expect(result.wallets.map(({ blockchain }) => blockchain)).toEqual(chains);
    const [ethereum, base] = result.wallets;
    expect(ethereum?.address).toMatch(/^0x[0-9a-fA-F]{40}$/);
    expect(base?.address).toBe(ethereum?.address);
    for (const wallet of result.wallets) {
      const check = await fixture.api.POST('/v2/wallets/validate-address', {
        body: { address: wallet.address, blockchain: wallet.blockchain },
      });
      expect(check.data?.data.valid).toBe(true);
    }
  });

  it('makes wallets within initialize where chains are named', async () => {
    const fixture = await createFixture();
    const { id: customerId } = await fixture.createCustomer();
    const { data } = await fixture.api.POST('/v2/customers/{customerId}/initialize', {
      params: { path: { customerId } },
      body: { redirectUrl: returnUrl, blockchains: ['ETH', 'SOL'] },
    });
    const challenge = required(data).data;
    const shown = await fixture.gateway(challenge).GET('/gateway/{challengeId}/challenge', {
      params: { path: { challengeId: challenge.id } },
    });
    expect(required(shown.data).data.recovery.required).toBe(true);
    const refused = await fixture.approve(challenge.id, { pin: goodPin, recovery: { method: 'none' } });
    expect([refused.response.status, refused.error?.code]).toEqual([409, 'recovery_not_set']);
    expect(await fixture.customer(customerId)).toMatchObject({ hasPin: false, hasRecovery: false });
    await fixture.approve(challenge.id);
    const { result } = await fixture.challenge(challenge);
    expect(result).toMatchObject({
      hasRecovery: true,
      wallets: [{ blockchain: 'ETH' }, { blockchain: 'SOL' }],
    });
    expect(await fixture.customer(customerId)).toMatchObject({ hasPin: true, hasRecovery: true });
  });

  it('lets recovery wait where no wallets are made', async () => {
    const fixture = await createFixture();
    const { id } = await fixture.createCustomer();
    const challenge = await fixture.request(id, 'initialize');
    const shown = await fixture.gateway(challenge).GET('/gateway/{challengeId}/challenge', {
      params: { path: { challengeId: challenge.id } },
    });
    expect(required(shown.data).data.recovery.required).toBeUndefined();
    await fixture.approve(challenge.id, { pin: goodPin, recovery: { method: 'none' } });
    expect(await fixture.customer(id)).toMatchObject({ hasPin: true, hasRecovery: false });
  });

  it('gives the second wallet of a chain the next index, and the same index the same EVM address', async () => {
    const fixture = await createFixture();
    const { id } = await onboard(fixture);
    const made = [];
    for (const blockchains of [['ETH'], ['ETH', 'POL'], ['POL']] satisfies Chain[][]) {
      const challenge = await fixture.request(id, 'create-wallet', blockchains);
      await fixture.approve(challenge.id);
      const { result } = await fixture.challenge(challenge);
      if (result?.task !== 'create-wallet') throw new Error('no wallets');
      made.push(...result.wallets);
    }
    expect(made.map(({ blockchain, addressIndex }) => `${blockchain} ${addressIndex}`)).toEqual([
      'ETH 0',
      'ETH 1',
      'POL 0',
      'POL 1',
    ]);
    const [eth0, eth1, pol0, pol1] = made;
    expect(pol0?.address).toBe(eth0?.address);
    expect(pol1?.address).toBe(eth1?.address);
    expect(eth1?.address).not.toBe(eth0?.address);
  });

  it('names each wallet by its place, or all by a single name', async () => {
    const fixture = await createFixture();
    const { id: customerId } = await onboard(fixture);
    const namesOf = async (metadata: { name?: string; refId?: string }[]) => {
      const { data } = await fixture.api.POST('/v2/customers/{customerId}/wallet/create', {
        params: { path: { customerId } },
        body: { redirectUrl: returnUrl, blockchains: ['ETH', 'SOL'], metadata },
      });
      await fixture.approve(required(data).data.id);
      const { result } = await fixture.challenge(required(data).data);
      if (result?.task !== 'create-wallet') throw new Error('no wallets');
      return result.wallets.map(({ name, refId }) => [name, refId]);
    };
    expect(await namesOf([{ name: 'Savings', refId: 'a' }, { refId: 'b' }])).toEqual([['Savings', 'a'], [undefined, 'b']]);
    expect(await namesOf([{ name: 'Both' }])).toEqual([['Both', undefined], ['Both', undefined]]);
  });

  it('changes and resets a PIN without changing addresses', async () => {
    const fixture = await createFixture();
    const { id } = await onboard(fixture);
    const addressAt = async (pin: string) => {
      const challenge = await fixture.request(id, 'create-wallet', ['ETH']);
      const { data } = await fixture.approve(challenge.id, { pin });
      const result = required(data).data.result;
      if (result?.task !== 'create-wallet') throw new Error('no wallets');
      return required(result.wallets[0]).publicKey;
    };
    await addressAt(goodPin);
    const change = await fixture.request(id, 'update-pin');
    expect((await fixture.approve(change.id, { pin: goodPin, newPin: otherPin })).data?.data.result).toEqual({
      task: 'update-pin',
      hasPin: true,
    });
    const wrong = await fixture.request(id, 'create-wallet');
    expect((await fixture.approve(wrong.id)).error).toMatchObject({ code: 'pin_incorrect', message: expect.stringContaining('4 attempts') });
    await addressAt(otherPin);
    const reset = await fixture.request(id, 'reset-pin');
    expect((await fixture.approve(reset.id, { pin: '482957' })).data?.data.status).toBe('verified');
    await addressAt('482957');
    const { data } = await fixture.api.GET('/v2/wallets', { params: { query: { customerIds: id } } });
    expect(new Set(data?.data.map(({ address }) => address)).size).toBe(3);
  });

  it('sets recovery up by e-mail and resets by it', async () => {
    const fixture = await createFixture();
    const { id } = await onboard(fixture, { method: 'email', email: 'ada@example.com' });
    const reset = await fixture.request(id, 'reset-pin');
    expect((await fixture.approve(reset.id, { pin: otherPin })).data?.data.status).toBe('verified');
    const mails = await fixture.api.GET('/sandbox/emails', { params: { query: { to: 'ada@example.com' } } });
    expect(mails.data?.data).toHaveLength(2);
    expect(mails.data?.data[0]?.text).toContain(mails.data?.data[0]?.code);
  });

  it('sends the browser back with a signature that can be checked', async () => {
    const fixture = await createFixture();
    const customer = await fixture.createCustomer();
    const { data } = await fixture.api.POST('/v2/customers/{customerId}/initialize', {
      params: { path: { customerId: customer.id } },
      body: { redirectUrl: 'https://app.example.com/wallet?step=verify&challengeId=old&q=a%20b', state: 'af0 é' },
    });
    const challenge = required(data).data;
    await fixture.approve(challenge.id);
    const shown = await fixture
      .gateway(challenge)
      .GET('/gateway/{challengeId}/challenge', { params: { path: { challengeId: challenge.id } } });
    const url = new URL(required(shown.data?.data.returnUrl));
    expect(url.search).toMatch(/^\?step=verify&q=a%20b&challengeId=/);
    const timestamp = String(start / 1000);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      step: 'verify',
      q: 'a b',
      challengeId: challenge.id,
      status: 'verified',
      state: 'af0 é',
      timestamp,
      signature: createHmac('sha256', 'whsec_sandbox').update(`${timestamp}.${challenge.id}.verified.af0 é`).digest('hex'),
    });
  });

  it('sends the browser back however long the return URL and the state get when they are encoded', async () => {
    const fixture = await createFixture();
    const { id: customerId } = await fixture.createCustomer();
    const state = '\u{1F600}'.repeat(512);
    const prefix = `https://${'a.'.repeat(400)}example/?x=`;
    const redirectUrl = prefix.padEnd(2048, "'");
    const { data } = await fixture.api.POST('/v2/customers/{customerId}/initialize', {
      params: { path: { customerId } },
      body: { redirectUrl, state },
    });
    const challenge = required(data).data;
    await fixture.approve(challenge.id);
    const { data: shown } = await fixture.gateway(challenge).GET('/gateway/{challengeId}/challenge', {
      params: { path: { challengeId: challenge.id } },
    });
    const url = new URL(required(required(shown).data.returnUrl));
    expect(url.searchParams.get('state')).toBe(state);
    expect(url.searchParams.get('status')).toBe('verified');
  });

  it('hashes what is approved as canonical JSON', async () => {
    const fixture = await createFixture();
    const { id } = await onboard(fixture);
    const { display } = await fixture.request(id, 'create-wallet', ['SOL', 'ETH']);
    const approved = `{"blockchains":["SOL","ETH"],"customerId":"${id}","task":"create-wallet"}`;
    expect(display.payloadHash).toBe(`0x${createHash('sha256').update(approved).digest('hex')}`);
  });
});

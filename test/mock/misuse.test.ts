import { describe, expect, it } from 'vitest';
import { deriveSecret } from '../../mock/protocol/pin.ts';
import { fromBase64 } from '../../mock/protocol/base64.ts';
import { sealSecret } from '../../mock/protocol/seal.ts';
import {
  type Challenge,
  createFixture,
  createGatewayClient,
  type Fixture,
  goodPin,
  onboard,
  otherPin,
  required,
  returnUrl,
  tokenOf,
} from './mock-fixture.ts';

const minute = 60_000;
const at = ({ id: challengeId }: Challenge) => ({ path: { challengeId } });

/** Seals a secret for a challenge as the page does. */
async function seal(fixture: Fixture, challenge: Challenge, secret: Uint8Array, overrides: { timestamp?: number; context?: 'pin' | 'new-pin' } = {}) {
  const { data } = await fixture.gateway(challenge).GET('/gateway/{challengeId}/challenge', { params: { path: { challengeId: challenge.id } } });
  const shown = required(data).data;
  return sealSecret({
    secret,
    context: overrides.context ?? 'pin',
    challengeId: challenge.id,
    timestamp: overrides.timestamp ?? Date.parse(shown.serverTime),
    publicKeyPem: shown.pin.publicKey,
  });
}

async function pinSecret(fixture: Fixture, challenge: Challenge, pin = goodPin): Promise<Uint8Array> {
  const { data } = await fixture.gateway(challenge).GET('/gateway/{challengeId}/challenge', { params: at(challenge) });
  return deriveSecret(pin, fromBase64(required(required(data).data.pin.salt)));
}

function confirm(fixture: Fixture, challenge: Challenge, sealedSecret: string) {
  return fixture
    .gateway(challenge)
    .POST('/gateway/{challengeId}/approve', { params: at(challenge), body: { action: 'confirm', pin: { sealedSecret } } });
}

describe('the Gateway token', () => {
  it('opens its own challenge and no other', async () => {
    const fixture = await createFixture();
    const [first, second] = [await fixture.createCustomer(), await fixture.createCustomer()];
    const own = await fixture.request(first.id, 'initialize');
    const other = await fixture.request(second.id, 'initialize');
    for (const token of [undefined, 'x'.repeat(43), tokenOf(other)]) {
      const client = createGatewayClient(fixture.mock, token);
      for (const { error, response } of [
        await client.GET('/gateway/{challengeId}/challenge', { params: at(own) }),
        await client.POST('/gateway/{challengeId}/reject', { params: at(own) }),
        await client.POST('/gateway/{challengeId}/recovery/start', { params: at(own), body: { method: 'questions' } }),
        await client.POST('/gateway/{challengeId}/recovery/check', { params: at(own), body: { method: 'email', code: '123456' } }),
        await client.POST('/gateway/{challengeId}/approve', {
          params: at(own),
          body: { action: 'confirm', pin: { sealedSecret: `${'A'.repeat(342)}==` } },
        }),
      ]) {
        expect(response.status).toBe(401);
        expect(error).toMatchObject({ code: 'gateway_token_invalid' });
      }
    }
    expect((await fixture.challenge(own)).status).toBe('pending');
  });

  it('is in the answer to the request and nowhere else', async () => {
    const fixture = await createFixture();
    const { id } = await fixture.createCustomer();
    const challenge = await fixture.request(id, 'initialize');
    expect((await fixture.challenge(challenge)).redirectUrl).toBe(challenge.redirectUrl.split('#')[0]);
    const { rows } = await fixture.mock.context.db.executeQuery<Record<string, unknown>>({
      ...fixture.mock.context.db.selectFrom('challenges').selectAll().compile(),
    });
    expect(JSON.stringify(rows)).not.toContain(tokenOf(challenge));
  });

  it('does not serve pages of another origin', async () => {
    const fixture = await createFixture();
    const challenge = await fixture.request((await fixture.createCustomer()).id, 'initialize');
    const ask = (origin: string) =>
      fixture.gateway(challenge).GET('/gateway/{challengeId}/challenge', { params: at(challenge), headers: { Origin: origin } });
    expect((await ask('https://evil.example')).error).toMatchObject({ code: 'origin_not_allowed' });
    expect((await ask('http://localhost:4020')).response.status).toBe(200);
  });
});

describe('a sealed secret', () => {
  it('is good once', async () => {
    const fixture = await createFixture();
    const { id } = await onboard(fixture);
    const challenge = await fixture.request(id, 'create-wallet');
    const wrong = await seal(fixture, challenge, await pinSecret(fixture, challenge, otherPin));
    expect((await confirm(fixture, challenge, wrong)).error).toMatchObject({ code: 'pin_incorrect' });
    expect((await confirm(fixture, challenge, wrong)).error).toMatchObject({ code: 'secret_replayed' });
    expect((await fixture.challenge(challenge)).attemptsRemaining).toBe(4);
  });

  it('is good for five minutes', async () => {
    const fixture = await createFixture();
    const { id } = await onboard(fixture);
    const challenge = await fixture.request(id, 'create-wallet');
    const sealed = await seal(fixture, challenge, await pinSecret(fixture, challenge));
    fixture.advance(5 * minute + 1);
    expect((await confirm(fixture, challenge, sealed)).error).toMatchObject({ code: 'secret_expired' });
    const fresh = await seal(fixture, challenge, await pinSecret(fixture, challenge));
    expect((await confirm(fixture, challenge, fresh)).data?.data.status).toBe('verified');
  });

  it('is good for one challenge and one purpose', async () => {
    const fixture = await createFixture();
    const { id } = await onboard(fixture);
    const [one, two] = [await fixture.request(id, 'create-wallet'), await fixture.request(id, 'create-wallet')];
    const secret = await pinSecret(fixture, one);
    const sealedForOne = await seal(fixture, one, secret);
    expect((await confirm(fixture, two, sealedForOne)).error).toMatchObject({ code: 'secret_invalid' });
    const sealedAsNew = await seal(fixture, one, secret, { context: 'new-pin' });
    expect((await confirm(fixture, one, sealedAsNew)).error).toMatchObject({ code: 'secret_invalid' });
    expect((await confirm(fixture, one, `${'A'.repeat(342)}==`)).error).toMatchObject({ code: 'secret_invalid' });
    expect((await fixture.customer(id)).status).toBe('active');
  });
});

describe('an approval', () => {
  it('wins against another at the same time, once', async () => {
    const fixture = await createFixture();
    const { id } = await onboard(fixture);
    const challenge = await fixture.request(id, 'create-wallet');
    const secret = await pinSecret(fixture, challenge);
    const sealed = [await seal(fixture, challenge, secret), await seal(fixture, challenge, secret)];
    const outcomes = await Promise.all(sealed.map((one) => confirm(fixture, challenge, one)));
    const codes = outcomes.map(({ data, error }) => data?.data.status ?? error?.code);
    expect(codes.toSorted()).toEqual(['challenge_not_pending', 'verified']);
    const { data } = await fixture.api.GET('/v2/wallets', { params: { query: { customerIds: id } } });
    expect(data?.pagination.total).toBe(1);
  });

  it('cannot be repeated, rejected or cancelled afterwards', async () => {
    const fixture = await createFixture();
    const { id } = await onboard(fixture);
    const challenge = await fixture.request(id, 'create-wallet');
    await fixture.approve(challenge.id);
    expect((await fixture.approve(challenge.id)).error).toMatchObject({ code: 'challenge_not_pending' });
    const sealed = await seal(fixture, challenge, await pinSecret(fixture, challenge));
    expect((await confirm(fixture, challenge, sealed)).error).toMatchObject({ code: 'challenge_not_pending' });
    for (const { error } of [
      await fixture.gateway(challenge).POST('/gateway/{challengeId}/reject', { params: at(challenge) }),
      await fixture.api.POST('/sandbox/challenges/{challengeId}/reject', { params: at(challenge) }),
      await fixture.api.POST('/sandbox/challenges/{challengeId}/expire', { params: at(challenge) }),
      await fixture.api.POST('/v2/customers/{customerId}/challenges/{challengeId}/cancel', {
        params: { path: { customerId: id, challengeId: challenge.id } },
      }),
    ]) {
      expect(error).toMatchObject({ code: 'challenge_not_pending' });
    }
  });

  it('must be of the action that the task asks for', async () => {
    const fixture = await createFixture();
    const challenge = await fixture.request((await fixture.createCustomer()).id, 'initialize');
    const { error } = await confirm(fixture, challenge, `${'A'.repeat(342)}==`);
    expect(error).toMatchObject({ code: 'validation_failed', errors: { details: [{ path: 'body/action' }] } });
  });
});

describe('five wrong PINs', () => {
  it('in parallel lock the customer, and no sixth is taken, not even the right one', async () => {
    const fixture = await createFixture();
    const { id } = await onboard(fixture);
    const [one, two] = [await fixture.request(id, 'create-wallet'), await fixture.request(id, 'create-wallet')];
    const wrong = await pinSecret(fixture, one, otherPin);
    const right = await seal(fixture, two, await pinSecret(fixture, two));
    const guesses: string[] = [];
    for (let guess = 0; guess < 7; guess++) guesses.push(await seal(fixture, one, wrong));
    const outcomes = await Promise.all(guesses.map((sealed) => confirm(fixture, one, sealed)));
    const codes = outcomes.map(({ error }) => error?.code).toSorted();
    expect(codes).toEqual([...Array(3).fill('customer_locked'), ...Array(4).fill('pin_incorrect')]);
    const late = await confirm(fixture, two, right);
    expect(late.error).toMatchObject({ code: 'customer_locked' });
    expect(late.response.headers.get('retry-after')).toBe('1800');

    expect(await fixture.customer(id)).toMatchObject({ status: 'locked', lockedUntil: '2026-03-02T09:30:00.000Z' });
    expect(await fixture.challenge(one)).toMatchObject({
      status: 'failed',
      failure: { code: 'locked_out' },
      attemptsRemaining: 0,
    });
    const refused = await fixture.api.POST('/v2/customers/{customerId}/update-pin', {
      params: { path: { customerId: id } },
      body: { redirectUrl: returnUrl },
    });
    expect(refused.error).toMatchObject({ code: 'customer_locked' });

    fixture.advance(30 * minute);
    expect((await fixture.customer(id)).status).toBe('active');
    const again = await fixture.request(id, 'create-wallet');
    expect(again.attemptsRemaining).toBe(5);
    expect((await fixture.approve(again.id)).data?.data.status).toBe('verified');
  });

  it('must be in a row: the right one wipes the slate', async () => {
    const fixture = await createFixture();
    const { id } = await onboard(fixture);
    for (let round = 0; round < 2; round++) {
      const challenge = await fixture.request(id, 'create-wallet');
      for (let guess = 0; guess < 3; guess++) {
        const { error } = await fixture.approve(challenge.id, { pin: otherPin });
        expect(error).toMatchObject({ code: 'pin_incorrect' });
      }
      expect((await fixture.challenge(challenge)).attemptsRemaining).toBe(2);
      expect((await fixture.approve(challenge.id)).data?.data.status).toBe('verified');
    }
  });
});

describe('what a customer is not ready for', () => {
  it('is refused with the reason', async () => {
    const fixture = await createFixture();
    const { id: customerId } = await fixture.createCustomer();
    const params = { path: { customerId } };
    const body = { redirectUrl: returnUrl };
    const wallets = { ...body, blockchains: ['ETH'] };
    for (const { error } of [
      await fixture.api.POST('/v2/customers/{customerId}/wallet/create', { params, body: wallets }),
      await fixture.api.POST('/v2/customers/{customerId}/recovery', { params, body }),
      await fixture.api.POST('/v2/customers/{customerId}/update-pin', { params, body }),
      await fixture.api.POST('/v2/customers/{customerId}/reset-pin', { params, body }),
    ]) {
      expect(error).toMatchObject({ code: 'pin_not_set' });
    }
    const initialize = await fixture.request(customerId, 'initialize');
    await fixture.approve(initialize.id, { pin: goodPin, recovery: { method: 'none' } });
    for (const { error } of [
      await fixture.api.POST('/v2/customers/{customerId}/wallet/create', { params, body: wallets }),
      await fixture.api.POST('/v2/customers/{customerId}/reset-pin', { params, body }),
    ]) {
      expect(error).toMatchObject({ code: 'recovery_not_set' });
    }
    const again = await fixture.api.POST('/v2/customers/{customerId}/initialize', { params, body });
    expect(again.error).toMatchObject({ code: 'pin_already_set' });
    const recovery = await fixture.request(customerId, 'recovery');
    expect((await fixture.approve(recovery.id)).data?.data.status).toBe('verified');
    expect((await fixture.customer(customerId)).hasRecovery).toBe(true);
  });

  it('is refused for chains that are unknown or not enabled', async () => {
    const fixture = await createFixture();
    const { id: customerId } = await onboard(fixture);
    const params = { path: { customerId } };
    const { error } = await fixture.api.POST('/v2/customers/{customerId}/wallet/create', {
      params,
      body: { redirectUrl: returnUrl, blockchains: ['ETH', 'ATOM', 'NOPE'] },
    });
    expect(error).toMatchObject({
      code: 'unsupported_blockchain',
      errors: { details: [{ path: 'body/blockchains/1' }, { path: 'body/blockchains/2' }] },
    });
  });
});

describe('a newer challenge', () => {
  it('takes the place of a pending one of the same task', async () => {
    const fixture = await createFixture();
    const { id } = await fixture.createCustomer();
    const first = await fixture.request(id, 'initialize');
    const second = await fixture.request(id, 'initialize');
    expect(await fixture.challenge(first)).toMatchObject({ status: 'failed', failure: { code: 'superseded' } });
    expect((await fixture.challenge(second)).status).toBe('pending');
  });

  it('of create-wallet leaves the others alone', async () => {
    const fixture = await createFixture();
    const { id } = await onboard(fixture);
    const first = await fixture.request(id, 'create-wallet');
    await fixture.request(id, 'create-wallet');
    expect((await fixture.challenge(first)).status).toBe('pending');
  });
});

describe('a challenge', () => {
  it('expires after 15 minutes and is forgotten after 15 more', async () => {
    const fixture = await createFixture();
    const challenge = await fixture.request((await fixture.createCustomer()).id, 'initialize');
    fixture.advance(15 * minute);
    expect(await fixture.challenge(challenge)).toMatchObject({ status: 'failed', failure: { code: 'expired' } });
    expect((await fixture.approve(challenge.id)).error).toMatchObject({ code: 'challenge_expired' });
    const shown = await fixture.gateway(challenge).GET('/gateway/{challengeId}/challenge', { params: at(challenge) });
    expect(shown.data?.data.returnUrl).toContain('status=failed');
    fixture.advance(15 * minute);
    await expect(fixture.challenge(challenge)).rejects.toThrow('challenge_not_found');
    const gone = await fixture.gateway(challenge).GET('/gateway/{challengeId}/challenge', { params: at(challenge) });
    expect(gone.error).toMatchObject({ code: 'challenge_not_found' });
  });

  it('is rejected, cancelled or expired once', async () => {
    const fixture = await createFixture();
    const { id: customerId } = await onboard(fixture);
    const [one, two, three] = [
      await fixture.request(customerId, 'create-wallet'),
      await fixture.request(customerId, 'create-wallet'),
      await fixture.request(customerId, 'create-wallet'),
    ];
    const rejected = await fixture.gateway(one).POST('/gateway/{challengeId}/reject', { params: at(one) });
    expect(rejected.data?.data).toMatchObject({ status: 'failed', failure: { code: 'rejected' } });
    const cancelled = await fixture.api.POST('/v2/customers/{customerId}/challenges/{challengeId}/cancel', {
      params: { path: { customerId, challengeId: two.id } },
    });
    expect(cancelled.data?.data.failure?.code).toBe('cancelled');
    const expired = await fixture.api.POST('/sandbox/challenges/{challengeId}/expire', { params: at(three) });
    expect(expired.data?.data.failure?.code).toBe('expired');
    const list = await fixture.api.GET('/v2/customers/{customerId}/challenges', {
      params: { path: { customerId }, query: { status: 'failed', task: 'create-wallet' } },
    });
    expect(list.data?.pagination.total).toBe(3);
  });

  it('is found for its own customer only', async () => {
    const fixture = await createFixture();
    const [mine, theirs] = [await fixture.createCustomer(), await fixture.createCustomer()];
    const { id: challengeId } = await fixture.request(mine.id, 'initialize');
    const params = { path: { customerId: theirs.id, challengeId } };
    const { error } = await fixture.api.GET('/v2/customers/{customerId}/challenges/{challengeId}', { params });
    expect(error).toMatchObject({ code: 'challenge_not_found' });
    const cancel = await fixture.api.POST('/v2/customers/{customerId}/challenges/{challengeId}/cancel', { params });
    expect(cancel.error).toMatchObject({ code: 'challenge_not_found' });
  });
});

describe('a return URL', () => {
  const refused = [
    'http://app.example.com/',
    'javascript:alert(1)',
    'ftp://app.example.com/',
    'https://user:secret@app.example.com/',
    'https://app.example.com/#top',
    'http://localhost.example.com/',
  ];
  it.each(refused)('is refused: %s', async (redirectUrl) => {
    const fixture = await createFixture();
    const { id: customerId } = await fixture.createCustomer();
    const { error } = await fixture.api.POST('/v2/customers/{customerId}/initialize', {
      params: { path: { customerId } },
      body: { redirectUrl },
    });
    expect(error).toMatchObject({ code: 'redirect_url_not_allowed', errors: { details: [{ path: 'body/redirectUrl' }] } });
  });

  it.each(['http://localhost:3333/a', 'http://127.0.0.1/', 'http://[::1]:8080/', 'http://app.localhost/', 'https://a.example/?x'])(
    'is taken: %s',
    async (redirectUrl) => {
      const fixture = await createFixture();
      const { id: customerId } = await fixture.createCustomer();
      const { response } = await fixture.api.POST('/v2/customers/{customerId}/initialize', {
        params: { path: { customerId } },
        body: { redirectUrl },
      });
      expect(response.status).toBe(201);
    },
  );

  it('must be on the allow-list exactly by origin where there is one', async () => {
    const fixture = await createFixture({ returnOrigins: ['https://app.example.com'] });
    const { id: customerId } = await fixture.createCustomer();
    const ask = async (redirectUrl: string) => {
      const params = { path: { customerId } };
      return fixture.api.POST('/v2/customers/{customerId}/initialize', { params, body: { redirectUrl } });
    };
    expect((await ask('https://app.example.com/x')).response.status).toBe(201);
    for (const url of ['https://app.example.com:8443/', 'https://app.example.com.evil.example/', 'http://localhost:3000/']) {
      const { error } = await ask(url);
      expect(error).toMatchObject({ code: 'redirect_url_not_allowed', message: expect.stringContaining('https://app.example.com') });
    }
  });
});

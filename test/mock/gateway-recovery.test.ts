import { describe, expect, it } from 'vitest';
import { deriveAnswersSecret } from '../../mock/protocol/answers.ts';
import { fromBase64 } from '../../mock/protocol/base64.ts';
import { deriveSecret } from '../../mock/protocol/pin.ts';
import { type SealContext, sealSecret } from '../../mock/protocol/seal.ts';
import { type Challenge, createFixture, type Fixture, goodPin, onboard, otherPin, required } from './mock-fixture.ts';

const minute = 60_000;
const salt = 'AAAAAAAAAAAAAAAAAAAAAA==';
const email = 'ada@example.com';
const at = ({ id: challengeId }: Challenge) => ({ path: { challengeId } });

async function seal(fixture: Fixture, challenge: Challenge, context: SealContext, secret: Uint8Array): Promise<string> {
  const { nodeOneKey, clock } = fixture.mock.context;
  const publicKeyPem = await nodeOneKey.publicKeyPem();
  return sealSecret({ secret, context, challengeId: challenge.id, timestamp: clock.now(), publicKeyPem });
}

function startByEmail(fixture: Fixture, challenge: Challenge, address?: string) {
  return fixture.gateway(challenge).POST('/gateway/{challengeId}/recovery/start', {
    params: at(challenge),
    body: { method: 'email', ...(address && { email: address }) },
  });
}

function check(fixture: Fixture, challenge: Challenge, code: string) {
  return fixture
    .gateway(challenge)
    .POST('/gateway/{challengeId}/recovery/check', { params: at(challenge), body: { method: 'email', code } });
}

async function lastCode(fixture: Fixture): Promise<string> {
  const { data } = await fixture.api.GET('/sandbox/emails');
  return required(data?.data[0]?.code);
}

async function setPinByEmail(fixture: Fixture, challenge: Challenge, address: string) {
  const sealedSecret = await seal(fixture, challenge, 'new-pin', await deriveSecret(goodPin, fromBase64(salt)));
  return fixture.gateway(challenge).POST('/gateway/{challengeId}/approve', {
    params: at(challenge),
    body: { action: 'set-pin', newPin: { sealedSecret, salt }, recovery: { method: 'email', email: address } },
  });
}

describe('recovery by e-mail', () => {
  it('is set up for the address whose code was entered in the same challenge, and for no other', async () => {
    const fixture = await createFixture();
    const { id } = await fixture.createCustomer();
    const challenge = await fixture.request(id, 'initialize');
    const started = await startByEmail(fixture, challenge, email);
    expect(started.data?.data).toEqual({ method: 'email', email: 'a***@example.com', expiresAt: '2026-03-02T09:10:00.000Z' });
    expect((await setPinByEmail(fixture, challenge, email)).error?.code).toBe('recovery_not_verified');
    expect((await check(fixture, challenge, await lastCode(fixture))).data?.data).toEqual({ method: 'email', verified: true });
    expect((await setPinByEmail(fixture, challenge, 'eve@example.com')).error?.code).toBe('recovery_not_verified');
    expect((await setPinByEmail(fixture, challenge, email)).data?.data.status).toBe('verified');
    const reset = await fixture.request(id, 'reset-pin');
    const shown = await fixture.gateway(reset).GET('/gateway/{challengeId}/challenge', { params: at(reset) });
    expect(shown.data?.data.recovery).toMatchObject({ method: 'email', email: 'a***@example.com' });
  });

  it('takes a code five times, for ten minutes, once', async () => {
    const fixture = await createFixture();
    const challenge = await fixture.request((await fixture.createCustomer()).id, 'initialize');
    await startByEmail(fixture, challenge, email);
    const first = await lastCode(fixture);
    const wrong = first === '000000' ? '111111' : '000000';
    const guesses = await Promise.all(Array.from({ length: 8 }, () => check(fixture, challenge, wrong)));
    const codes = guesses.map(({ error }) => error?.code).toSorted();
    expect(codes).toEqual([...Array(3).fill('recovery_code_expired'), ...Array(5).fill('recovery_code_incorrect')]);
    expect((await check(fixture, challenge, first)).error?.code).toBe('recovery_code_expired');

    await startByEmail(fixture, challenge, email);
    const second = await lastCode(fixture);
    fixture.advance(10 * minute);
    expect((await check(fixture, challenge, second)).error?.code).toBe('recovery_code_expired');

    await startByEmail(fixture, challenge, email);
    const third = await lastCode(fixture);
    expect((await check(fixture, challenge, third)).response.status).toBe(200);
    expect((await check(fixture, challenge, third)).error?.code).toBe('recovery_code_expired');
  });

  it('resets a PIN by the address that was set up, which is not asked for again', async () => {
    const fixture = await createFixture();
    const { id } = await onboard(fixture, { method: 'email', email });
    const reset = await fixture.request(id, 'reset-pin');
    const elsewhere = await startByEmail(fixture, reset, 'eve@example.com');
    expect(elsewhere.error).toMatchObject({ code: 'validation_failed', errors: { details: [{ path: 'body/email' }] } });
    const sealed = async () => seal(fixture, reset, 'new-pin', await deriveSecret(otherPin, fromBase64(salt)));
    const approve = async () =>
      fixture.gateway(reset).POST('/gateway/{challengeId}/approve', {
        params: at(reset),
        body: { action: 'reset-pin', recovery: { method: 'email' }, newPin: { sealedSecret: await sealed(), salt } },
      });
    expect((await approve()).error?.code).toBe('recovery_not_verified');
    await startByEmail(fixture, reset);
    await check(fixture, reset, await lastCode(fixture));
    expect((await approve()).data?.data.status).toBe('verified');
  });

  it('needs an address where one is set up, and has no place in other tasks', async () => {
    const fixture = await createFixture();
    const { id } = await onboard(fixture);
    const recovery = await fixture.request(id, 'recovery');
    expect((await startByEmail(fixture, recovery)).error).toMatchObject({ errors: { details: [{ path: 'body/email' }] } });
    const wallets = await fixture.request(id, 'create-wallet');
    expect((await startByEmail(fixture, wallets, email)).error?.code).toBe('validation_failed');
    const reset = await fixture.request(id, 'reset-pin');
    expect((await startByEmail(fixture, reset)).error?.code).toBe('recovery_not_set');
  });
});

describe('recovery by questions', () => {
  it('is started where a PIN is reset, and nowhere else', async () => {
    const fixture = await createFixture();
    const { id } = await onboard(fixture);
    const wallets = await fixture.request(id, 'create-wallet');
    const { error } = await fixture
      .gateway(wallets)
      .POST('/gateway/{challengeId}/recovery/start', { params: at(wallets), body: { method: 'questions' } });
    expect(error).toMatchObject({ code: 'validation_failed', errors: { details: [{ path: 'body/method' }] } });
  });

  it('hands the questions out, checks the answers, and resets', async () => {
    const fixture = await createFixture();
    const { id } = await onboard(fixture);
    const reset = await fixture.request(id, 'reset-pin');
    const gateway = fixture.gateway(reset);
    const started = await gateway.POST('/gateway/{challengeId}/recovery/start', { params: at(reset), body: { method: 'questions' } });
    const handed = required(started.data).data;
    if (handed.method !== 'questions') throw new Error('no questions');
    expect(handed.questions.map(({ questionId }) => questionId)).toEqual(['first-pet', 'birth-city']);
    const derive = (answers: [string, string]) => deriveAnswersSecret(answers, fromBase64(handed.salt));
    const tryAnswers = async (answers: [string, string]) =>
      gateway.POST('/gateway/{challengeId}/recovery/check', {
        params: at(reset),
        body: { method: 'questions', sealedSecret: await seal(fixture, reset, 'answers', await derive(answers)) },
      });
    expect((await tryAnswers(['Tux', 'Lagos'])).error).toMatchObject({
      code: 'recovery_answers_incorrect',
      message: 'The answers are not correct. 4 attempts left.',
    });
    expect((await tryAnswers(['  rEX', 'LAGOS '])).data?.data).toEqual({ method: 'questions', verified: true });
    const approved = await gateway.POST('/gateway/{challengeId}/approve', {
      params: at(reset),
      body: {
        action: 'reset-pin',
        recovery: { method: 'questions', sealedSecret: await seal(fixture, reset, 'answers', await derive(['Rex', 'Lagos'])) },
        newPin: { salt, sealedSecret: await seal(fixture, reset, 'new-pin', await deriveSecret(otherPin, fromBase64(salt))) },
      },
    });
    expect(approved.data?.data.status).toBe('verified');
  });

  it('locks the customer after five wrong answers', async () => {
    const fixture = await createFixture();
    const { id } = await onboard(fixture);
    const reset = await fixture.request(id, 'reset-pin');
    const codes = [];
    for (let guess = 0; guess < 5; guess++) {
      const { error } = await fixture.gateway(reset).POST('/gateway/{challengeId}/recovery/check', {
        params: at(reset),
        body: { method: 'questions', sealedSecret: await seal(fixture, reset, 'answers', new Uint8Array(32).fill(guess)) },
      });
      codes.push(error?.code);
    }
    expect(codes).toEqual([...Array(4).fill('recovery_answers_incorrect'), 'customer_locked']);
    expect((await fixture.challenge(reset)).failure?.code).toBe('locked_out');
  });

  it('refuses a question that is not in the catalogue', async () => {
    const fixture = await createFixture();
    const challenge = await fixture.request((await fixture.createCustomer()).id, 'initialize');
    const { error } = await fixture.approve(challenge.id, {
      pin: goodPin,
      recovery: {
        method: 'questions',
        answers: [
          { questionId: 'first-pet', answer: 'Rex' },
          { questionId: 'shoe-size', answer: '42' },
        ],
      },
    });
    expect(error).toMatchObject({ code: 'validation_failed' });
    expect((await fixture.challenge(challenge)).status).toBe('pending');
  });
});

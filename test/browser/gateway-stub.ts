import { generateKeyPairSync, privateDecrypt, constants } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { serve, type HttpBindings, type ServerType } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { loadGatewayPage } from '../../mock/gateway-page.ts';
import type { ApproveRequest, GatewayChallenge, GatewayOutcome } from '../../mock/gateway/contract.ts';
import { questionCatalogue } from '../../mock/protocol/answers.ts';
import { fromBase64, toBase64 } from '../../mock/protocol/base64.ts';
import { deriveSecret, kdf } from '../../mock/protocol/pin.ts';

/** The PIN that the stub's customer has. */
export const stubPin = '274913';
export const stubCode = '481516';
export const stubToken = 'Zk3v9uJb1xQm7Rt0LwYc5Nd8PeHs2GfAoKiXqVnTzE4';
const challengeId = '6999f9b0b1c2d3e4f5a60718';
const salt = toBase64(new Uint8Array(16).fill(7));

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
let stubSecret: Promise<string> | undefined;

/** What was in a sealed secret. */
export interface Opened {
  secret: string;
  context: string;
  challengeId: string;
  timestamp: number;
}

export interface StubRequest {
  operation: string;
  authorization: string | undefined;
  body: unknown;
}

/** An answer in the place of the stub's own. */
export interface Planned {
  status?: number;
  code?: string;
  message?: string;
  retryAfterSeconds?: number;
  /** Breaks the connection in the middle of an answer. */
  breaks?: boolean;
  /** Carries the call out, and then breaks the connection without an answer: Chromium repeats the request by itself. */
  breaksAfter?: boolean;
  delayMs?: number;
  /** Answers that the request was approved, and that it failed all the same. */
  fails?: NonNullable<GatewayChallenge['failure']>;
}

export interface GatewayStub {
  challenge: GatewayChallenge;
  requests: StubRequest[];
  /** The next answer of an operation; several queue up. */
  plan(operation: string, planned: Planned): void;
  url(fragment?: string): string;
  open(sealedSecret: string): Opened;
  close(): Promise<void>;
}

/** The Gateway API reduced to what the page needs, to put the page into states that are hard to reach with the real one. */
export async function startGatewayStub(changes: Partial<GatewayChallenge> = {}): Promise<GatewayStub> {
  const page = loadGatewayPage();
  const app = new Hono<{ Bindings: HttpBindings }>();
  const requests: StubRequest[] = [];
  const plans = new Map<string, Planned[]>();
  let server: ServerType;
  let origin = '';
  const challenge: GatewayChallenge = { ...baseChallenge(), ...changes };

  function open(sealedSecret: string): Opened {
    const key = { key: privateKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
    return JSON.parse(privateDecrypt(key, fromBase64(sealedSecret)).toString('utf8')) as Opened;
  }

  function finish(status: 'verified' | 'failed', failure?: GatewayChallenge['failure']): GatewayOutcome {
    const returnUrl = `${origin}/returned?challengeId=${challengeId}&status=${status}`;
    Object.assign(challenge, { status, returnUrl, failure });
    return { challengeId, status, returnUrl, ...(failure === undefined ? {} : { failure }) };
  }

  async function approve(body: ApproveRequest): Promise<Response> {
    if ('pin' in body && !(await isStubPin(open(body.pin.sealedSecret).secret))) {
      challenge.attemptsRemaining -= 1;
      if (challenge.attemptsRemaining > 0) return failed(403, 'pin_incorrect', `The PIN is not correct. ${challenge.attemptsRemaining} attempts left.`);
      challenge.lockedUntil = new Date(Date.now() + 30 * 60_000).toISOString();
      finish('failed', { code: 'locked_out', message: 'The user was locked out after five wrong attempts.' });
      return failed(423, 'customer_locked', 'Too many wrong PINs.', 1800);
    }
    const outcome = finish('verified');
    if (challenge.task === 'export-private-keys') {
      const csv = 'Customer: Ada Lovelace (6999f8aea74a2b1bd8855b89) | RefID: user-1001\nAddress,Private Key,Blockchain,Derivation Path,Key Type\n';
      return answered({ ...outcome, export: { fileName: 'planbok-keys-6999f8aea74a2b1bd8855b89.csv', csv } });
    }
    return answered(outcome);
  }

  async function operate(operation: string, body: unknown): Promise<Response> {
    if (operation !== 'challenge' && challenge.status !== 'pending') return failed(409, 'challenge_not_pending', 'The challenge is finished.');
    switch (operation) {
      case 'challenge':
        return answered({ ...challenge, serverTime: new Date().toISOString() });
      case 'recovery/start': {
        const { method } = body as { method: string };
        if (method === 'email') return answered({ method, email: 'a**@example.com', expiresAt: new Date(Date.now() + 600_000).toISOString() });
        return answered({ method, questions: questionCatalogue.slice(0, 2), salt });
      }
      case 'recovery/check': {
        const { method, code } = body as { method: string; code?: string };
        if (method === 'email' && code !== stubCode) return failed(403, 'recovery_code_incorrect', 'The code is not correct. 4 attempts left.');
        return answered({ method, verified: true });
      }
      case 'approve':
        return approve(body as ApproveRequest);
      case 'reject':
        return answered(finish('failed', { code: 'rejected', message: 'The user rejected the challenge.' }));
      default:
        return failed(404, 'route_not_found', 'There is no such route.');
    }
  }

  app.get('/returned', (context) => context.html('<!doctype html><title>Application</title><h1>Back in the application</h1>'));
  app.get('/gateway/:challengeId', (context) => context.body(page.html, 200, page.headers));
  app.all('/gateway/:challengeId/*', async (context) => {
    const operation = context.req.path.split('/').slice(3).join('/');
    const body: unknown = context.req.method === 'POST' ? await context.req.json().catch(() => undefined) : undefined;
    requests.push({ operation, authorization: context.req.header('Authorization'), body });
    const planned = plans.get(operation)?.shift();
    if (planned?.delayMs !== undefined) await wait(planned.delayMs);
    if (planned?.breaks === true) return breakOff(context.env);
    if (planned?.status !== undefined) {
      return failed(planned.status, planned.code ?? '', planned.message ?? '', planned.retryAfterSeconds);
    }
    if (planned?.fails !== undefined) return answered(finish('failed', planned.fails));
    const response = await operate(operation, body);
    return planned?.breaksAfter === true ? hangUp(context.env) : response;
  });

  await new Promise<void>((resolve) => {
    server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => {
      origin = `http://localhost:${port}`;
      resolve();
    });
  });

  return {
    challenge,
    requests,
    open,
    url: (fragment = stubToken) => `${origin}/gateway/${challengeId}${fragment === '' ? '' : `#${fragment}`}`,
    plan: (operation, planned) => plans.set(operation, [...(plans.get(operation) ?? []), planned]),
    close: () =>
      new Promise((resolve) => {
        if ('closeAllConnections' in server) server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function isStubPin(secret: string): Promise<boolean> {
  stubSecret ??= deriveSecret(stubPin, fromBase64(salt)).then((bytes) => Buffer.from(bytes).toString('hex'));
  return secret === (await stubSecret);
}

function answered(data: unknown): Response {
  return Response.json({ success: true, status: 200, message: 'OK', data }, { headers: { 'X-Request-Id': 'req_6999f9b0b1c2d3e4' } });
}

function failed(status: number, code: string, message: string, retryAfterSeconds?: number): Response {
  const body = { success: false, status, code, message, requestId: 'req_6999f9b0b1c2d3e4', errors: { message, details: [] } };
  const headers: Record<string, string> = { 'X-Request-Id': body.requestId };
  if (retryAfterSeconds !== undefined) headers['Retry-After'] = String(retryAfterSeconds);
  return Response.json(body, { status, headers });
}

/** Breaks the connection after the head of an answer. */
function breakOff({ outgoing }: HttpBindings): Response {
  outgoing.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
  outgoing.write('{', () => outgoing.destroy());
  return RESPONSE_ALREADY_SENT;
}

/** Breaks the connection without an answer. */
function hangUp({ outgoing }: HttpBindings): Response {
  outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}

function baseChallenge(): GatewayChallenge {
  return {
    challengeId,
    task: 'create-wallet',
    action: 'confirm',
    status: 'pending',
    expiresAt: new Date(Date.now() + 15 * 60_000).toISOString(),
    serverTime: new Date().toISOString(),
    attemptsRemaining: 5,
    customer: { name: 'Ada Lovelace' },
    application: { origin: 'https://app.example.com' },
    branding: { name: 'Example Wallet', color: '#2f5bea' },
    display: {
      title: 'Provision New Wallets',
      lines: [
        { label: 'Customer', value: 'Ada Lovelace' },
        { label: 'Application', value: 'app.example.com' },
        { label: 'Blockchain', value: 'Ethereum Sepolia (ETH-SEPOLIA)' },
        { label: 'Blockchain', value: 'Bitcoin Testnet (BTC-TESTNET)' },
        { label: 'Blockchain', value: 'Solana Testnet (SOL-TESTNET)' },
        { label: 'Blockchain', value: 'NEAR Testnet (NEAR-TESTNET)' },
      ],
      warnings: [],
      payloadHash: '0xd572256a882cb622950cf76e878dc1408a034cde872e110b17d509159b69224a',
    },
    pin: { publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(), kdf: { ...kdf }, salt },
    recovery: {
      methods: ['questions', 'email'],
      method: 'questions',
      questionCatalogue: [...questionCatalogue],
      questions: questionCatalogue.slice(0, 2),
      salt,
    },
  };
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { gatewayPageHeaders, loadGatewayPage } from '../../mock/gateway-page.ts';
import { createGatewayApi, GatewayCallError } from '../../mock/gateway/api.ts';
import { brandColours, contrast, grounds, parse as parseColour } from '../../mock/gateway/brand.ts';
import { groupLines, nestLines } from '../../mock/gateway/components/line-list.tsx';
import { hostOf } from '../../mock/gateway/components/requester.tsx';
import { asciiDigits } from '../../mock/gateway/components/pin-input.tsx';
import { isWebAddress } from '../../mock/gateway/components/return-link.tsx';
import type { GatewayChallenge, GatewayOutcome } from '../../mock/gateway/contract.ts';
import { failureText, spanText } from '../../mock/gateway/failure-text.ts';
import { canGoBack, endingOf, firstStep, initialFlow, progressOf, reduceFlow, type Flow, type FlowEvent } from '../../mock/gateway/flow.ts';
import { createServerClock } from '../../mock/gateway/server-clock.ts';
import { hasHidden, visibleParts } from '../../mock/gateway/visible-text.ts';
import { buildGateway } from '../../scripts/build-gateway.ts';

const root = join(import.meta.dirname, '..', '..');
const now = Date.parse('2026-03-02T09:05:00.000Z');

function exampleOf(name: string): GatewayChallenge {
  const text = readFileSync(join(root, 'openapi', 'examples', `gateway-challenge.${name}.yaml`), 'utf8');
  return (parse(text) as { value: { data: GatewayChallenge } }).value.data;
}

const initialize = exampleOf('initialize');
const createWallet = exampleOf('create-wallet');
const resetPin = exampleOf('reset-pin');

describe('the built page', () => {
  const page = loadGatewayPage();

  it('is what its sources build, the same each time', async () => {
    const built = await buildGateway();
    expect(built === page.html, 'generated/gateway.html is stale. Run: npm run generate').toBe(true);
    expect(await buildGateway()).toBe(built);
  });

  it('asks nobody for anything: no address, no file, no inline handler or style', () => {
    const namespaces = ['http://www.w3.org/1998/Math/MathML', 'http://www.w3.org/1999/xhtml', 'http://www.w3.org/2000/svg'];
    const addresses = page.html.match(/(?:https?:)?\/\/[a-z0-9.-]+\.[a-z]{2,}[^"'`\s)]*/gi) ?? [];
    expect(addresses.filter((address) => !namespaces.includes(address))).toEqual([]);
    const markup = page.html.replace(/<script[^>]*>[\s\S]*<\/script>/, '').replace(/<style>[\s\S]*<\/style>/, '');
    expect(markup).not.toMatch(/\ssrc=|\son[a-z]+=|\sstyle=|href="(?!data:,")/);
    expect(page.html.match(/<\/script/gi)).toHaveLength(1);
  });

  it('matches the contract of openGatewayPage', () => {
    expect(page.html).toMatch(/^<!doctype html>/);
    expect(page.html.length).toBeLessThan(4_194_304);
    expect(page.headers).toMatchObject({
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cache-Control': 'no-store',
    });
  });

  it('is allowed its own script and style by hash, and nothing else', () => {
    const hashOf = (element: string): string => {
      const text = new RegExp(`<${element}[^>]*>([\\s\\S]*?)</${element}>`).exec(page.html)?.[1] ?? '';
      return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    };
    expect(page.headers['Content-Security-Policy']).toBe(
      `default-src 'none'; script-src ${hashOf('script')} 'wasm-unsafe-eval'; style-src ${hashOf('style')}; connect-src 'self'; ` +
        "img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(() => gatewayPageHeaders('<p>no script</p>')).toThrow('npm run generate');
  });
});

function after(...events: FlowEvent[]): Flow {
  return events.reduce(reduceFlow, initialFlow);
}

function loaded(challenge: GatewayChallenge): FlowEvent {
  return { type: 'loaded', challenge, now };
}

function failed(code: string, message = 'Message of the server'): FlowEvent {
  return { type: 'failed', failure: { code, message, requestId: 'req_1' } };
}

describe('the flow', () => {
  it.each([
    [initialize, 'new-pin'],
    [{ ...initialize, task: 'recovery', action: 'set-recovery' }, 'recovery-method'],
    [{ ...createWallet, task: 'update-pin', action: 'change-pin' }, 'current-pin'],
    [{ ...resetPin, recovery: { ...resetPin.recovery, method: 'questions' } }, 'prove-questions'],
    [{ ...resetPin, recovery: { ...resetPin.recovery, method: 'email' } }, 'prove-email'],
    [{ ...resetPin, recovery: { methods: ['email'], questionCatalogue: [] } }, 'problem'],
    [createWallet, 'confirm'],
  ] as [GatewayChallenge, string][])('starts where the action begins (%#)', (challenge, name) => {
    expect(firstStep({ ...challenge, status: 'pending', expiresAt: '2026-03-02T09:18:00.000Z' }, now).name).toBe(name);
  });

  it('says how a finished request ended, and leads back', () => {
    expect(endingOf(exampleOf('verified'), now)).toMatchObject({ kind: 'used', returnUrl: expect.stringContaining('status=verified') });
    expect(endingOf(exampleOf('expired'), now)).toMatchObject({ kind: 'expired', returnUrl: expect.stringContaining('status=failed') });
    expect(endingOf({ ...createWallet, status: 'failed', failure: { code: 'locked_out', message: '' } }, now)).toMatchObject({ kind: 'locked' });
    expect(endingOf({ ...createWallet, status: 'failed', failure: { code: 'cancelled', message: 'Cancelled.' } }, now)).toMatchObject({ kind: 'ended' });
    expect(endingOf({ ...createWallet, lockedUntil: '2026-03-02T09:06:00.000Z' }, now)).toMatchObject({ kind: 'locked' });
    expect(endingOf({ ...createWallet, lockedUntil: '2026-03-02T09:04:00.000Z' }, now)).toBeUndefined();
    expect(endingOf(createWallet, Date.parse(createWallet.expiresAt))).toMatchObject({ kind: 'expired' });
  });

  it.each([
    ['gateway_token_invalid', 'link-invalid'],
    ['challenge_not_found', 'link-unknown'],
    ['challenge_expired', 'expired'],
    ['challenge_not_pending', 'used'],
    ['customer_locked', 'locked'],
    ['recovery_not_set', 'recovery-not-set'],
  ])('ends at %s', (code, kind) => {
    expect(after(loaded(createWallet), failed(code)).step).toMatchObject({ name: 'problem', problem: { kind } });
  });

  it('keeps the step and the draft after an error that the user can mend', () => {
    const drafted: FlowEvent = { type: 'drafted', draft: { answers: ['Rex', 'Lagos'] } };
    const flow = after(loaded(createWallet), drafted, { type: 'busy', label: 'Checking' }, failed('network'));
    expect(flow).toMatchObject({ step: { name: 'confirm' }, draft: { answers: ['Rex', 'Lagos'] }, notice: { tone: 'error' } });
    expect(flow.busy).toBeUndefined();
  });

  it('announces the same error again', () => {
    const once = after(loaded(createWallet), failed('pin_incorrect'));
    expect(reduceFlow(once, failed('pin_incorrect')).noticeNumber).toBe(once.noticeNumber + 1);
  });

  it('takes the user to the step that an error is about', () => {
    const change = after(loaded({ ...createWallet, action: 'change-pin' }), { type: 'go', step: { name: 'new-pin' } });
    expect(reduceFlow(change, failed('pin_incorrect')).step.name).toBe('current-pin');
    const reset = after(loaded(resetPin), { type: 'go', step: { name: 'new-pin' } });
    expect(reduceFlow(reset, failed('recovery_answers_incorrect')).step.name).toBe('prove-questions');
    expect(reduceFlow(reset, failed('recovery_not_verified')).step.name).toBe('prove-email');
    const setUp = after(loaded(initialize), { type: 'go', step: { name: 'recovery-verified', email: 'ada@example.com' } });
    expect(reduceFlow(setUp, failed('recovery_not_verified')).step.name).toBe('recovery-email');
  });

  it('shows a failed start with a way to try again', () => {
    expect(after(failed('network')).step).toMatchObject({ name: 'problem', problem: { kind: 'failed' } });
  });

  it('asks before it rejects, and comes back to where the user was', () => {
    const asked = after(loaded(initialize), { type: 'go', step: { name: 'recovery-code', email: 'a@example.com' } });
    const rejecting = reduceFlow(asked, { type: 'go', step: { name: 'reject', from: asked.step } });
    expect(reduceFlow(rejecting, { type: 'back' }).step).toEqual({ name: 'recovery-code', email: 'a@example.com' });
  });

  it('goes back one step at a time, and not before the first', () => {
    expect(canGoBack(after(loaded(createWallet)))).toBe(false);
    const method = after(loaded(initialize), { type: 'go', step: { name: 'recovery-method' } });
    expect(canGoBack(method)).toBe(true);
    expect(reduceFlow(method, { type: 'back' }).step.name).toBe('new-pin');
    const questions = reduceFlow(method, { type: 'go', step: { name: 'recovery-questions' } });
    expect(reduceFlow(questions, { type: 'back' }).step.name).toBe('recovery-method');
  });

  it('counts the steps of what has several', () => {
    expect(progressOf(after(loaded(initialize)))).toEqual({ current: 1, total: 2 });
    expect(progressOf(after(loaded(initialize), { type: 'go', step: { name: 'recovery-email' } }))).toEqual({ current: 2, total: 2 });
    expect(progressOf(after(loaded(createWallet)))).toBeUndefined();
  });

  it('shows slowness only while something is under way', () => {
    expect(after(loaded(createWallet), { type: 'slow' }).busy).toBeUndefined();
    expect(after(loaded(createWallet), { type: 'busy', label: 'Checking' }, { type: 'slow' }).busy?.slow).toBe(true);
  });

  it('ends with the outcome', () => {
    const outcome: GatewayOutcome = { challengeId: createWallet.challengeId, status: 'verified', returnUrl: 'https://app.example.com/' };
    expect(after(loaded(createWallet), { type: 'finished', outcome }).step).toEqual({ name: 'done', outcome });
  });
});

describe('the texts', () => {
  it('has one of its own for every error code of the Gateway operations', () => {
    const document = JSON.parse(readFileSync(join(root, 'generated', 'openapi.json'), 'utf8')) as {
      paths: Record<string, Record<string, { responses?: Record<string, { $ref?: string; content?: Record<string, { examples?: object }> }> }>>;
      components: { responses: Record<string, { content?: Record<string, { examples?: object }> }> };
    };
    const codes = new Set<string>();
    for (const [path, item] of Object.entries(document.paths)) {
      if (!path.startsWith('/gateway/')) continue;
      for (const { responses = {} } of Object.values(item)) {
        for (const [status, response] of Object.entries(responses)) {
          const { content } = response.$ref === undefined ? response : (document.components.responses[response.$ref.split('/').at(-1) ?? ''] ?? {});
          if (Number(status) >= 400) Object.keys(content?.['application/json']?.examples ?? {}).forEach((code) => codes.add(code));
        }
      }
    }
    expect(codes.size).toBeGreaterThan(15);
    const unexplained = Array.from(codes).filter((code) => {
      const flow = after(loaded(createWallet), failed(code, 'Message of the server'));
      return flow.step.name !== 'problem' && flow.notice?.text === 'Message of the server' && code !== 'recovery_code_incorrect';
    });
    expect(unexplained).toEqual([]);
  });

  it('says in the words of the server what is missing, and what to do, without a request to ask about', () => {
    const notice = failureText({ code: 'insufficient_funds', message: 'The wallet has 1 ETH.', requestId: 'req_1' });
    expect(notice).toEqual({
      tone: 'error',
      text: 'The wallet has 1 ETH. Nothing was sent. Put more into the wallet and enter your PIN again, or reject the request.',
    });
  });

  it('tells an unknown error in the words of the server, with the request', () => {
    expect(failureText({ code: 'something_new', message: 'A new rule.', requestId: 'req_1' })).toEqual({ tone: 'error', text: 'A new rule.', requestId: 'req_1' });
  });

  it('rounds waits up', () => {
    expect([1, 30, 61, 1500, 4000].map(spanText)).toEqual(['a second', '30 seconds', '2 minutes', '25 minutes', '2 hours']);
  });
});

describe('values that somebody else wrote', () => {
  it.each([
    ['Pay \u202Eeht\u202C', true],
    ['zero\u200Bwidth', true],
    ['escape \u001B[31m', true],
    ['tag \u{E0041}', true],
    ['filler \u3164', true],
    ['lone \uD800', true],
    ['line\nand tab\t', false],
    ['نمی\u200Cخواهم', false],
    ['क्\u200Dष', false],
    ['👩\u200D💻 👍🏽 ❤️', false],
    ['a\u200Db', true],
    ['مرحبا שלום', false],
    ['e\u0301\u0323 and \u0f40\u0fb2\u0f71\u0f74\u0f7e', false],
    [`Z${'\u0301'.repeat(8)}`, false],
    [`Z${'\u0301'.repeat(9)}`, true],
  ])('shows what is hidden in %j', (text, expected) => {
    expect(hasHidden(text)).toBe(expected);
  });

  it('names the character where it stands', () => {
    expect(visibleParts('a\u202Eb')).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'hidden', codePoint: 'U+202E', name: 'right-to-left override' },
      { kind: 'text', text: 'b' },
    ]);
  });

  it('groups equal labels, and leaves out only what the head of the screen says word for word', () => {
    expect(groupLines(createWallet)).toEqual([{ label: 'Blockchain', values: expect.arrayContaining(['NEAR Testnet (NEAR-TESTNET)']) }]);
    const other = { ...createWallet, application: { origin: 'https://evil.example' } };
    expect(groupLines(other)[0]).toEqual({ label: 'Application', values: ['app.example.com'] });
  });

  it('counts what is hidden many times in a row, so that it cannot bury the rest', () => {
    expect(visibleParts(`a${'\u200B'.repeat(60_000)}b`)).toEqual([
      { kind: 'text', text: 'a' },
      { kind: 'hidden', codePoint: 'U+200B', name: 'zero-width space', count: 60_000 },
      { kind: 'text', text: 'b' },
    ]);
  });

  it('puts the values of typed data under the structs that they are in, each in its place', () => {
    const group = (label: string) => ({ label, values: ['1'] });
    const paths = ['Type', 'domain.name', 'message.from.name', 'message.from.wallets[0]', 'message.text', 'message.from2.name', 'message.a.b.c.d.e.f', 'Note', 'a.b'];
    expect(nestLines(paths.map(group))).toEqual([
      group('Type'),
      { label: 'domain', children: [group('name')] },
      {
        label: 'message',
        children: [
          { label: 'from', children: [group('name'), group('wallets[0]')] },
          group('text'),
          { label: 'from2', children: [group('name')] },
          { label: 'a', children: [{ label: 'b', children: [{ label: 'c', children: [group('d.e.f')] }] }] },
        ],
      },
      group('Note'),
      group('a.b'),
    ]);
  });

  it('names an application by its origin, and says when that is not https', () => {
    expect(hostOf('https://app.example.com')).toBe('app.example.com');
    expect(hostOf('http://localhost:3000')).toBe('http://localhost:3000');
    expect(hostOf('https://аpple.com')).toBe('xn--pple-43d.com');
  });

  it('follows web addresses only', () => {
    expect(isWebAddress('https://app.example.com/')).toBe(true);
    expect(isWebAddress('javascript:alert(1)')).toBe(false);
    expect(isWebAddress('data:text/html,hi')).toBe(false);
    expect(isWebAddress(undefined)).toBe(false);
  });

  it('reads the digits of other scripts, and drops what is between', () => {
    expect(asciiDigits('12 34-56')).toBe('123456');
    expect(asciiDigits('١٢٣۴۵۶')).toBe('123456');
    expect(asciiDigits('１２３４５６')).toBe('123456');
  });
});

describe('the brand', () => {
  const channels = ['00', '33', '66', '80', '99', 'cc', 'ff'];
  const colours = channels.flatMap((red) => channels.flatMap((green) => channels.map((blue) => `#${red}${green}${blue}`)));

  it('is readable in any colour, in light and in dark', () => {
    const contrastOf = (one: string, other: string): number => contrast(parseColour(one) ?? [0, 0, 0], parseColour(other) ?? [0, 0, 0]);
    const worst = colours.map((colour) => {
      const made = brandColours(colour);
      const pairs = [contrastOf(made['--brand-accent'], made['--brand-on-accent'])];
      for (const scheme of ['light', 'dark'] as const) {
        const text = made[`--brand-text-${scheme}`];
        pairs.push(contrastOf(text, made[`--brand-soft-${scheme}`]));
        pairs.push(...grounds[scheme].map((ground) => contrast(parseColour(text) ?? [0, 0, 0], ground)));
      }
      return Math.min(...pairs);
    });
    expect(Math.min(...worst)).toBeGreaterThanOrEqual(4.5);
  });

  it('stands on the grounds of the style sheet', () => {
    const style = readFileSync(join(root, 'mock', 'gateway', 'style.css'), 'utf8');
    const [light = '', dark = ''] = style.split('@media (prefers-color-scheme: dark)');
    const rgb = (text: string, name: string): unknown => parseColour(new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(text)?.[1] ?? '');
    expect([rgb(light, 'card'), rgb(light, 'ground')]).toEqual(grounds.light);
    expect([rgb(dark, 'card'), rgb(dark, 'ground')]).toEqual(grounds.dark);
  });
});

describe('the calls of the page', () => {
  let sent: Request[];
  beforeAll(() => {
    sent = [];
  });

  function apiWith(answers: (Response | Error)[]): ReturnType<typeof createGatewayApi> {
    return createGatewayApi({
      path: 'http://gateway.test/gateway/6999f9b0b1c2d3e4f5a60718',
      token: 'token',
      retryDelaysMs: [1, 1],
      fetch: async (input, init) => {
        sent.push(new Request(input, { ...init, signal: null }));
        const answer = answers.shift() ?? new TypeError('no answer planned');
        if (answer instanceof Error) throw answer;
        return answer;
      },
    });
  }

  it('carry the token as a bearer, and repeat a read that found no connection', async () => {
    const api = apiWith([new TypeError('offline'), new TypeError('offline'), Response.json({ data: createWallet })]);
    expect(await api.read()).toEqual(createWallet);
    expect(sent).toHaveLength(3);
    expect(sent[0]?.headers.get('Authorization')).toBe('Bearer token');
  });

  it('repeat no approval', async () => {
    const before = sent.length;
    const failure = await apiWith([new TypeError('offline')]).approve({ action: 'confirm', pin: { sealedSecret: '' } }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(GatewayCallError);
    expect((failure as GatewayCallError).failure.code).toBe('network');
    expect(sent).toHaveLength(before + 1);
  });

  it('read errors by their code, and say when an answer is not the contract’s', async () => {
    const body = { success: false, status: 429, code: 'rate_limited', message: 'Too many', requestId: 'req_1' };
    const limited = await apiWith([Response.json(body, { status: 429, headers: { 'Retry-After': '7' } })]).reject().catch((error: unknown) => error);
    expect((limited as GatewayCallError).failure).toEqual({ code: 'rate_limited', message: 'Too many', requestId: 'req_1', retryAfterSeconds: 7 });
    const proxy = await apiWith([new Response('<h1>Bad gateway</h1>', { status: 502 })]).reject().catch((error: unknown) => error);
    expect((proxy as GatewayCallError).failure.code).toBe('unreadable');
    const late = await apiWith([new DOMException('late', 'TimeoutError')]).reject().catch((error: unknown) => error);
    expect((late as GatewayCallError).failure.code).toBe('timeout');
  });
});

describe('the clock', () => {
  it('follows the server, whatever the local clock says', () => {
    const clock = createServerClock(() => 1000);
    clock.measure('2026-03-02T09:05:00.000Z', 900, 1100);
    expect(clock.now()).toBe(now);
    clock.measure('not a time', 0, 0);
    expect(clock.now()).toBe(now);
  });
});

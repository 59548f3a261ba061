import { AsyncLocalStorage } from 'node:async_hooks';
import type { Fate } from './bad-network.ts';
import { timestamp } from './clock.ts';
import type { Answered, ContractLog } from './contract.ts';
import type { Happening } from './happening.ts';

export interface LogOptions {
  /** Takes one line, without its end. */
  write: (line: string) => void;
  /** One JSON object a line, for machines. */
  json: boolean;
  /** The mock's own time. */
  now: () => number;
  /** Texts that no line shows, wherever a caller may have put them. */
  secrets: readonly string[];
}

type Injected = Exclude<Fate, 'sound'>;

/** What is known of a request while it is answered. */
interface Current {
  open: boolean;
  happened: Happening[];
  injected?: Injected;
}

/** The log: one line a request, with what it changed; what happens by time, and webhooks, on lines of their own. */
export interface RequestLog {
  /** Runs the work of one request: what happens in it belongs to its line. */
  during: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Says that the request which is being answered fails on purpose. */
  injected: (fate: Injected) => void;
  /** Says that a request was cut off before anything was done. */
  cut: (request: { method: string; url: string }) => void;
  answered: (answered: Answered) => void;
  happened: (happening: Happening) => void;
}

export function createRequestLog({ write, json, now, secrets }: LogOptions): RequestLog {
  const current = new AsyncLocalStorage<Current>();
  const print = (text: string, entry: object) =>
    write(json ? toJson({ at: timestamp(now()), ...entry }, secrets) : toText(text, secrets));

  return {
    during: (work) => current.run({ open: true, happened: [] }, work),
    injected: (fate) => {
      const own = current.getStore();
      if (own !== undefined) own.injected = fate;
    },
    cut: ({ method, url }) => {
      const path = pathOf(url);
      print(`${method} ${path} ${injectedTexts.cut}`, { type: 'request', method, path, injected: 'cut' });
    },
    answered: ({ request: { method, url }, status, requestId, milliseconds }) => {
      const own = current.getStore();
      // What the request has set off goes on without it.
      if (own !== undefined) own.open = false;
      const { happened = [], injected } = own ?? {};
      const path = pathOf(url);
      const rounded = milliseconds.toFixed(1);
      const notes = [...happened.map(happeningText), ...(injected === undefined ? [] : [injectedTexts[injected]])];
      const text = [`${method} ${path} ${status} ${rounded} ms ${requestId}`, ...notes].join('; ');
      print(text, {
        type: 'request', method, path, status, milliseconds: Number(rounded), requestId,
        happened: happened.map(publicHappening), ...(injected === undefined ? {} : { injected }),
      });
    },
    happened: (happening) => {
      const own = current.getStore();
      if (own?.open && happening.what !== 'webhook') own.happened.push(happening);
      else print(happeningText(happening), { type: 'happening', ...publicHappening(happening) });
    },
  };
}

/** What went wrong on the mock's side, for standard error. */
export function failureText({ level, message, requestId, operationId, error }: ContractLog, json: boolean): string {
  const cause = error instanceof Error ? (error.stack ?? error.message) : error === undefined ? '' : JSON.stringify(error);
  if (json) return toJson({ type: 'failure', level, message, requestId, operationId, cause }, []);
  const lines = [`${level}: ${message} (${operationId ?? 'no operation'}, request ${requestId})`, ...cause.split('\n')];
  return lines.filter((line) => line !== '').map((line) => toText(line, [])).join('\n');
}

const injectedTexts: Record<Injected, string> = {
  cut: 'cut off on purpose, nothing was done',
  lost: 'done, and the answer lost on purpose',
  internal_error: 'failed on purpose, nothing was done',
  rate_limited: 'refused on purpose, nothing was done',
};

function happeningText(happening: Happening): string {
  if (happening.what === 'webhook') {
    const { event, url, attempt, outcome, milliseconds } = happening;
    return `webhook ${event} to ${addressOf(url)}, attempt ${attempt}: ${outcome}, ${milliseconds.toFixed(1)} ms`;
  }
  const { what, id, status, failure } = happening;
  const kind = happening.what === 'challenge' ? happening.task : happening.blockchain;
  return `${what} ${id} ${kind} ${status}${failure === undefined ? '' : ` (${failure})`}`;
}

function publicHappening(happening: Happening): Happening {
  return happening.what === 'webhook' ? { ...happening, url: addressOf(happening.url) } : happening;
}

/** A receiver's URL may carry a token in its query. */
function addressOf(text: string): string {
  const url = URL.parse(text);
  return url === null ? '(malformed)' : url.origin + url.pathname;
}

/** Up to the query: queries may carry secrets. */
function pathOf(url: string): string {
  return /^https?:\/\/[^/?#]+([!-"$->@-~]+)/.exec(url)?.[1] ?? '(malformed)';
}

/** Never a character that a terminal could take for a command. */
function toText(text: string, secrets: readonly string[]): string {
  return hide(text, secrets).replace(/[^\x20-\x7e]/g, '?');
}

function toJson(entry: object, secrets: readonly string[]): string {
  const escape = (character: string) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const written = secrets.map((secret) => JSON.stringify(secret).slice(1, -1));
  return hide(JSON.stringify(entry), written).replace(/[^\x20-\x7e]/g, escape);
}

/** A secret of a letter or two would black out the whole line, and protects nothing. */
function hide(text: string, secrets: readonly string[]): string {
  return secrets.filter(({ length }) => length >= 6).reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
}

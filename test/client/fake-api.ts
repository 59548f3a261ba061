/** An API that answers as it is told, for a client whose time stands still but for its waits; and a few words to judge by. */
import { createPlanbokClient, type PlanbokClientOptions } from '../../client/index.ts';

export interface FakeAnswer {
  status: number;
  /** Text as it is, or what becomes JSON. */
  body: unknown;
  headers?: Record<string, string>;
}

export const success: FakeAnswer = { status: 200, body: { success: true, status: 200, message: 'Done', data: {} } };

export function failure(status: number, code: string, headers: Record<string, string> = {}): FakeAnswer {
  const message = 'It failed.';
  return { status, headers, body: { success: false, status, code, message, requestId: 'req_1', errors: { message, details: [] } } };
}

/** Each attempt gets the next answer, or loses its connection where there is an error. */
export function fakeApi(answers: (FakeAnswer | Error)[], options: Partial<PlanbokClientOptions> = {}) {
  const start = Date.parse('2026-03-02T09:00:00.000Z');
  const rest = [...answers];
  const requests: Request[] = [];
  const bodies: string[] = [];
  const waits: number[] = [];
  let [now, uuids] = [start, 0];
  const client = createPlanbokClient({
    apiKey: 'key',
    baseUrl: 'https://api.example.com',
    fetch: async (request) => {
      requests.push(request);
      bodies.push(await request.text());
      const answer = rest.shift();
      if (answer === undefined) throw new Error('There were more attempts than answers.');
      if (answer instanceof Error) throw answer;
      const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
      return new Response(body, { status: answer.status, headers: answer.headers ?? {} });
    },
    now: () => now,
    random: () => 0.5,
    sleep: async (milliseconds) => {
      waits.push(milliseconds);
      now += milliseconds;
    },
    randomUUID: () => `uuid-${(uuids += 1)}`,
    ...options,
  });
  return { client, requests, bodies, waits, start };
}

/** Throws when two values differ in what JSON shows of them, whatever the order of their keys. */
export function equal(actual: unknown, expected: unknown): void {
  const [one, other] = [show(actual), show(expected)];
  if (one !== other) throw new Error(`Expected ${other}\n  but got ${one}`);
}

function show(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : member,
  );
}

/** What a promise is rejected with. Throws when it is fulfilled. */
export async function rejection(promise: Promise<unknown>): Promise<unknown> {
  let value: unknown;
  try {
    value = await promise;
  } catch (error) {
    return error;
  }
  throw new Error(`It was not refused, but gave ${show(value)}.`);
}

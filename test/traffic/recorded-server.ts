/** `mock/server.ts`, whose mocks write down what goes through them. */
import { createMock as create, type Mock, type MockOptions } from '../../mock/server.ts';
import { isRecording, record, recordedOrigin } from './exchange.ts';

export * from '../../mock/server.ts';

export async function createMock(options?: MockOptions): Promise<Mock> {
  const mock = await create(options);
  if (!isRecording) return mock;
  return { ...mock, api: recorded(mock.api), gateway: recorded(mock.gateway) };
}

function recorded(fetch: Mock['api']): Mock['api'] {
  return async (...call) => {
    const [request] = call;
    // The body is gone once it is read.
    const copy = request.clone();
    const response = await fetch(...call);
    // What is refused may not have been read to its end, and may have none.
    const isRefused = response.status >= 400 && response.status < 500;
    const sent = isRefused ? '' : await copy.text();
    if (isRefused) void copy.body?.cancel().catch(() => undefined);
    const answered = isJson(response) ? await response.clone().text() : '';
    const { method, headers } = request;
    const url = request.url.replace(/^https?:\/\/[^/?#]*/, recordedOrigin);
    record({
      request: { method, url, headers: Object.fromEntries(headers), ...(sent !== '' && { body: sent }) },
      response: { status: response.status, headers: Object.fromEntries(response.headers), ...(answered !== '' && { body: answered }) },
    });
    return response;
  };
}

function isJson({ headers }: Response): boolean {
  return headers.get('content-type')?.startsWith('application/json') ?? false;
}

import { ApiError } from '../api-error.ts';
import type { Operation } from './compile.ts';
import type { ExamplePreference } from './prefer.ts';

/** What Prism's mocker is asked for; nothing leaves the choice to it. */
export interface ExampleSelection {
  code?: number;
  exampleKey?: string;
}

/** Finds the response and the example that a caller prefers. Without a status, the lowest that has the example. */
export function selectExample(operation: Operation, preference: ExamplePreference | undefined): ExampleSelection {
  if (!preference) return {};
  const { code, example } = preference;
  const responses = [...operation.responses.values()].sort((a, b) => a.status.localeCompare(b.status));
  const found = responses.find(({ status, exampleKeys }) =>
    /^\d{3}$/.test(status) && (code === undefined || status === code) && (example === undefined || exampleKeys.has(example)),
  );
  if (found) return { code: Number(found.status), ...(example === undefined ? {} : { exampleKey: example }) };

  const wish = [code && `code=${code}`, example && `example=${example}`].filter(Boolean).join(', ');
  const choice = responses.map(({ status, exampleKeys }) => [status, ...exampleKeys].join(' ')).join('; ');
  const message = `Request header Prefer asks for ${wish}, which ${operation.operationId} does not have; it has: ${choice}`.slice(0, 2000);
  throw new ApiError('validation_failed', { message, details: [{ path: 'header/Prefer', code: 'unknown_example', message }] });
}

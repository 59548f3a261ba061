/** Writes `x-codeSamples` for every operation, in curl, TypeScript, Python and Go, from the contract's examples and the clients. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { callsOf } from './code-samples/call.ts';
import { curlSample } from './code-samples/curl.ts';
import { goSamples } from './code-samples/go.ts';
import { pythonSamples } from './code-samples/python.ts';
import { typescriptSample } from './code-samples/typescript.ts';
import type { OpenApiDocument } from './openapi-document.ts';

const generated = resolve(import.meta.dirname, '../generated');

/** An entry of `x-codeSamples`. */
export interface CodeSample {
  lang: 'bash' | 'typescript' | 'python' | 'go';
  label: string;
  source: string;
}

/** The samples of each operation under `paths`, by its operationId. Throws when a client lacks what a sample would name. */
export function codeSamples(document: OpenApiDocument): Record<string, CodeSample[]> {
  const python = pythonSamples(readFileSync(join(generated, 'python/src/planbok_customer_custody/client.py'), 'utf8'));
  const go = goSamples(readFileSync(join(generated, 'go/client.go'), 'utf8'));
  return Object.fromEntries(
    callsOf(document).map((call) => [
      call.operationId,
      [
        { lang: 'bash', label: 'curl', source: curlSample(call) },
        { lang: 'typescript', label: 'TypeScript', source: typescriptSample(call) },
        { lang: 'python', label: 'Python', source: python(call) },
        { lang: 'go', label: 'Go', source: go(call) },
      ],
    ]),
  );
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorsOf } from '../../scripts/errors-of.ts';
import { examplesOf, pathOperations, responsesOf } from '../../scripts/openapi-document.ts';
import { contract, root } from './contract.ts';

const codes = contract.components.schemas['ErrorCode']?.['x-extensible-enum'] as string[];

/** The answers of the router, which belong to no operation: they are in the components alone. */
const OF_NO_OPERATION = ['route_not_found', 'method_not_allowed'];

interface ErrorBody {
  success: boolean;
  status: number;
  code: string;
  message: string;
  documentationUrl: string;
}

const uses = pathOperations(contract).flatMap(({ operation }) =>
  responsesOf(contract, operation)
    .filter(([status]) => /^[45]/.test(status))
    .flatMap(([status, response]) =>
      examplesOf(contract, response.content?.['application/json']).map(([key, value]) => ({
        operationId: operation.operationId, status, key, body: value as ErrorBody,
      })),
    ),
);

describe('the error codes', () => {
  it('each have one example, in a file of the same name', () => {
    const files = readdirSync(join(root, 'openapi/examples/errors')).map((file) => file.replace('.yaml', ''));
    expect(files.sort()).toEqual([...codes].sort());
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('are each what some operation can answer', () => {
    const used = new Set(uses.map(({ body }) => body.code));
    expect(codes.filter((code) => !used.has(code) && !OF_NO_OPERATION.includes(code))).toEqual([]);
    expect([...used].filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('are the keys of their examples, and stand under their own status', () => {
    expect(uses.filter(({ key, status, body }) => key !== body.code || status !== String(body.status))).toEqual([]);
    expect(uses.length).toBeGreaterThan(500);
  });

  it('have one status each', () => {
    const statuses = new Map<string, Set<number>>();
    for (const { body } of uses) statuses.set(body.code, (statuses.get(body.code) ?? new Set()).add(body.status));
    expect([...statuses].filter(([, set]) => set.size > 1)).toEqual([]);
  });

  it('link to their own explanation, with a message that says what to do', () => {
    const odd = uses.filter(({ body }) => !body.documentationUrl.endsWith(`#${body.code}`) || body.message.length < 20 || body.success);
    expect(odd.map(({ operationId, key }) => `${operationId} ${key}`)).toEqual([]);
  });

  it('say in two paragraphs how they come about and what to do, and name only what the contract has', () => {
    const errors = errorsOf(contract);
    expect(errors.filter(({ cause, remedy }) => cause.length < 30 || remedy.length < 20).map(({ code }) => code)).toEqual([]);
    const descriptions = codes.map((code) => [code, (contract.components['examples']?.[code] as { description: string }).description] as const);
    expect(descriptions.filter(([, text]) => text.split('\n\n').length !== 2).map(([code]) => code)).toEqual([]);
    // `createTransfer`, `redirectUrl`: each is an operation, or a field or a parameter of one.
    const { paths, components } = contract;
    const names = new Set(JSON.stringify({ paths, components: { ...components, examples: {} } }).match(/[A-Za-z]+/g));
    const unknown = descriptions.flatMap(([code, text]) => [...text.matchAll(/`([a-z]+[A-Z]\w*)`/g)].filter(([, name = '']) => !names.has(name)).map(([name]) => `${code}: ${name}`));
    expect(unknown).toEqual([]);
  });
});

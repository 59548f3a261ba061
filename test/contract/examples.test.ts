import { describe, expect, it } from 'vitest';
import {
  dereference, examplesOf, pathOperations, requestMediaOf, responsesOf, webhookOperations, type MediaTypeObject, type ParameterObject,
} from '../../scripts/openapi-document.ts';
import { contract, violations } from './contract.ts';

interface Case {
  title: string;
  schema: object;
  value: unknown;
}

function casesOf(title: string, media: MediaTypeObject | undefined): Case[] {
  return examplesOf(contract, media).map(([name, value]) => ({ title: `${title} ${name}`, schema: media?.schema ?? {}, value }));
}

const operations = pathOperations(contract);
const webhooks = webhookOperations(contract);

const requests = operations.flatMap(({ operation }) => casesOf(`${operation.operationId} request`, requestMediaOf(contract, operation)));
const responses = operations.flatMap(({ operation }) =>
  responsesOf(contract, operation).flatMap(([status, response]) =>
    Object.values(response.content ?? {}).flatMap((media) => casesOf(`${operation.operationId} ${status}`, media)),
  ),
);
const events = webhooks.flatMap(({ operation }) => casesOf(operation.operationId, requestMediaOf(contract, operation)));
const receipts = webhooks.flatMap(({ operation }) =>
  responsesOf(contract, operation).flatMap(([status, response]) =>
    Object.values(response.content ?? {}).flatMap((media) => casesOf(`${operation.operationId} ${status}`, media)),
  ),
);

describe('the examples of the contract', () => {
  it.each(requests)('$title matches its schema', ({ schema, value }) => {
    expect(violations(schema, value)).toEqual([]);
  });

  it.each(responses)('$title matches its schema', ({ schema, value }) => {
    expect(violations(schema, value)).toEqual([]);
  });

  it.each(events)('webhook $title matches its schema', ({ schema, value }) => {
    expect(violations(schema, value)).toEqual([]);
  });

  it.each(receipts)('answer to webhook $title matches its schema', ({ schema, value }) => {
    expect(violations(schema, value)).toEqual([]);
  });

  it('stand at every parameter, and match', () => {
    const parameters = new Map<string, ParameterObject>();
    for (const { operation, parameters: own } of [...operations, ...webhooks]) {
      for (const parameter of own) parameters.set(`${operation.operationId} ${parameter.name}`, parameter);
    }
    for (const [title, { schema, example }] of parameters) {
      const value = example ?? (dereference<Record<string, unknown>>(contract, schema)['examples'] as unknown[] | undefined)?.[0];
      expect(value, `${title} has no example`).toBeDefined();
      expect(violations(schema, value), title).toEqual([]);
    }
    expect(parameters.size).toBeGreaterThan(200);
  });

  it('stand at every response header, and match', () => {
    const headers = Object.entries(contract.components['headers'] ?? {}) as [string, { schema: object; example?: unknown }][];
    for (const [name, { schema, example }] of headers) {
      expect(example, `${name} has no example`).toBeDefined();
      expect(violations(schema, example), name).toEqual([]);
    }
    expect(headers.length).toBeGreaterThanOrEqual(8);
  });

  it('stand at every request and response that has a body', () => {
    const without = [...operations, ...webhooks].flatMap(({ operation }) => {
      const bodies: [string, MediaTypeObject | undefined][] = [
        ['request', operation.requestBody === undefined ? undefined : requestMediaOf(contract, operation)],
        ...responsesOf(contract, operation).flatMap(([status, response]) =>
          Object.values(response.content ?? {}).map((media): [string, MediaTypeObject] => [status, media]),
        ),
      ];
      return bodies.filter(([, media]) => media !== undefined && examplesOf(contract, media).length === 0).map(([part]) => `${operation.operationId} ${part}`);
    });
    expect(without).toEqual([]);
  });

  it('are refused when they are wrong, so that the checks above mean something', () => {
    const challenge = responses.find(({ title }) => title.startsWith('createWallets 201'));
    const body = structuredClone(challenge?.value) as { data: { status: string; expiresAt: string } };
    body.data.expiresAt = 'tomorrow';
    expect(violations(challenge?.schema ?? {}, body)).not.toEqual([]);
  });
});

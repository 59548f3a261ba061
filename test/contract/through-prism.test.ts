import { beforeAll, describe, expect, it } from 'vitest';
import { createContract, type AnyAnswer, type Contract, type Handlers } from '../../mock/contract.ts';
import { dereference, examplesOf, pathOperations, requestMediaOf, responsesOf, type SchemaObject } from '../../scripts/openapi-document.ts';
import { contract } from './contract.ts';
import { requestExamples, requestFor } from './request-for.ts';

const operations = pathOperations(contract);

const answers = operations.flatMap((target) =>
  responsesOf(contract, target.operation).flatMap(([status, response]) =>
    Object.entries(response.content ?? {}).flatMap(([mediaType, media]) =>
      examplesOf(contract, media).map(([name, value]) => ({
        title: `${target.operation.operationId} ${status} ${name}`, target, status, mediaType, name, value,
      })),
    ),
  ),
);

const requests = operations.flatMap((target) =>
  requestExamples(target).map(([name, value]) => ({ title: `${target.operation.operationId} ${name}`, target, value })),
);

/** The bodies that lack one property which is required at the top. */
const incomplete = operations.flatMap((target) => {
  const media = requestMediaOf(contract, target.operation);
  const [example] = examplesOf(contract, media);
  if (media === undefined || example === undefined) return [];
  const required = (dereference<SchemaObject>(contract, media.schema)['required'] ?? []) as string[];
  return required.map((property) => {
    const body = { ...(example[1] as Record<string, unknown>) };
    delete body[property];
    return { title: `${target.operation.operationId} without ${property}`, target, body };
  });
});

const successes = operations.flatMap((target) => {
  const found = responsesOf(contract, target.operation).find(([status]) => status.startsWith('2'));
  const example = found && examplesOf(contract, found[1].content?.['application/json'])[0];
  return found && example ? [{ title: target.operation.operationId, target, status: Number(found[0]), body: example[1] as Record<string, unknown> }] : [];
});

/** A mock with one handler, to see what the contract lets out of it. */
async function answering(operationId: string, answer: AnyAnswer): Promise<Contract> {
  const handlers = { [operationId]: () => answer } as Handlers;
  return await createContract({ document: contract, handlers, ids: () => 'req_test', log: () => undefined, compile: 'later', select: (one) => one.operationId === operationId });
}

describe('the contract through Prism', () => {
  let app: Contract;

  beforeAll(async () => {
    app = await createContract({ document: contract, handlers: {}, ids: () => 'req_test', validateWire: true, log: () => undefined });
  });

  it.each(answers)('$title is served as it is written', async ({ target, status, mediaType, name, value }) => {
    const [, body] = requestExamples(target)[0] ?? [];
    const response = await app.fetch(requestFor(target, body, `code=${status}, example="${name}"`));
    expect(response.headers.get('content-type')).toContain(mediaType);
    const received: unknown = mediaType === 'application/json' ? await response.json() : await response.text();
    expect({ status: String(response.status), body: received }).toEqual({ status, body: value });
    expect(response.headers.get('x-planbok-mock')).toBe('example');
    expect(response.headers.get('x-request-id')).toBeTruthy();
  });

  it.each(requests)('accepts the request $title', async ({ target, value }) => {
    const response = await app.fetch(requestFor(target, value));
    expect(response.status, await response.clone().text()).toBeLessThan(300);
  });

  it.each(incomplete)('refuses the request $title', async ({ target, body }) => {
    const response = await app.fetch(requestFor(target, body));
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ success: false, code: 'validation_failed' });
  });

  it.each(successes)('lets a right answer of $title out, and no wrong one', async ({ target, status, body }) => {
    const [, sent] = requestExamples(target)[0] ?? [];
    const { operationId } = target.operation;
    const right = await (await answering(operationId, { status, body })).fetch(requestFor(target, sent));
    expect(right.status, await right.clone().text()).toBe(status);
    const [property = ''] = Object.keys(body);
    const wrong = await (await answering(operationId, { status, body: { ...body, [property]: { not: 'this' } } })).fetch(requestFor(target, sent));
    expect(wrong.status).toBe(500);
    expect(await wrong.json()).toMatchObject({ success: false, code: 'contract_violation' });
  });

  it('has a case for every operation, status and example', () => {
    expect(new Set(answers.map(({ target }) => target.operation.operationId)).size).toBe(operations.length);
    expect(answers.length).toBeGreaterThan(900);
    expect(requests.length).toBeGreaterThanOrEqual(operations.length);
    expect(incomplete.length).toBeGreaterThan(40);
    expect(successes.length).toBe(operations.length - 1); // all but the page
  });
});

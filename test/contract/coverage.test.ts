import { describe, expect, it } from 'vitest';
import { dereference, pathOperations, webhookOperations, type SchemaObject } from '../../scripts/openapi-document.ts';
import { contract } from './contract.ts';

const operations = pathOperations(contract);
const secured = operations.filter(({ operation }) => (operation.security ?? contract.security ?? []).some((requirement) => Object.keys(requirement).length > 0));

function lacking(list: typeof operations, ...statuses: string[]): string[] {
  return list.flatMap(({ operation }) =>
    statuses.filter((status) => !(status in operation.responses)).map((status) => `${operation.operationId} ${status}`),
  );
}

function described(schema: SchemaObject): boolean {
  const own = schema['description'] ?? dereference<SchemaObject>(contract, schema)['description'];
  return typeof own === 'string' && own.length > 5;
}

describe('the contract', () => {
  it('declares 400, 429 and 500 on every operation', () => {
    expect(lacking(operations, '400', '429', '500')).toEqual([]);
    expect(operations.length).toBeGreaterThanOrEqual(69);
  });

  it('declares 401 and 403 on every operation that needs a credential', () => {
    expect(lacking(secured, '401', '403')).toEqual([]);
    expect(operations.filter((operation) => !secured.includes(operation)).map(({ operation }) => operation.operationId).sort()).toEqual(['getHealth', 'openGatewayPage']);
  });

  it('declares 404 for ids in the path, 413 and 415 for bodies', () => {
    const withId = operations.filter(({ path, operation }) => path.includes('{') && operation.operationId !== 'openGatewayPage');
    expect(lacking(withId, '404')).toEqual([]);
    expect(lacking(operations.filter(({ operation }) => operation.requestBody !== undefined), '413', '415')).toEqual([]);
  });

  it('describes every property of every schema', () => {
    const silent: string[] = [];
    let count = 0;
    for (const [name, schema] of Object.entries(contract.components.schemas)) {
      if (!described(schema)) silent.push(name);
      for (const [property, value] of Object.entries((schema['properties'] ?? {}) as Record<string, SchemaObject>)) {
        count += 1;
        if (!described(value)) silent.push(`${name}.${property}`);
      }
    }
    expect(silent).toEqual([]);
    expect(count).toBeGreaterThan(400);
  });

  it('describes every parameter and every operation', () => {
    const silent = operations.flatMap(({ operation, parameters }) => [
      ...parameters.filter(({ description }) => !description).map(({ name }) => `${operation.operationId} ${name}`),
      ...(Reflect.get(operation, 'description') ? [] : [operation.operationId]),
    ]);
    expect(silent).toEqual([]);
  });

  it('has all events of the vendor, and our own', () => {
    const events = webhookOperations(contract).map(({ path }) => path);
    const types = contract.components.schemas['WebhookEventType']?.['x-extensible-enum'];
    expect([...events].sort()).toEqual([...(types as string[])].sort());
    expect(events).toContain('challenge.completed');
  });

  it('offers the return callback on every operation that makes a challenge', () => {
    const makers = operations.filter(({ operation }) => JSON.stringify(operation.responses['201'] ?? '').includes('schemas/ChallengeResponse"'));
    expect(makers.filter(({ operation }) => operation.callbacks?.['returnToApplication'] === undefined)).toEqual([]);
    expect(makers.length).toBe(14);
  });
});

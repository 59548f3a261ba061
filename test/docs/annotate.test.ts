import { describe, expect, it } from 'vitest';
import { annotate, UnknownKeyword } from '../../scripts/docs/annotate.ts';
import { dereference, pathOperations, type OpenApiDocument, type SchemaObject, webhookOperations } from '../../scripts/openapi-document.ts';
import { contract } from '../contract/contract.ts';

/** A contract with one schema, which is the body of one operation. */
function documentWith(schema: SchemaObject): OpenApiDocument {
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: { title: 'Pets', version: '1.0.0' },
    paths: {},
    components: { schemas: { Pet: { type: 'object', description: 'A pet.', properties: { field: schema } } } },
  };
}

function wordsFor(schema: SchemaObject): unknown {
  const { Pet } = annotate(documentWith(schema)).components.schemas;
  return (Pet?.['properties'] as Record<string, SchemaObject>)['field']?.['description'];
}

describe('the copy of the contract for the portal', () => {
  it.each<[string, SchemaObject, string]>([
    ['a default of false', { type: 'boolean', default: false }, 'Without it: `false`.'],
    ['a least value of 0', { type: 'integer', minimum: 0 }, 'At least `0`.'],
    ['values that may grow', { type: 'string', 'x-extensible-enum': ['a', 'b'] }, 'Known values, and more may come: `a`, `b`.'],
    ['examples', { type: 'string', description: 'A name.', examples: ['Rex'] }, 'A name. For example `Rex`.'],
    ['a closed object', { type: 'object', additionalProperties: false }, 'No other fields.'],
    ['what is in answers only', { type: 'string', readOnly: true }, 'In answers only.'],
    ['what is old', { type: 'string', deprecated: true }, '**Deprecated.**'],
    ['one boolean', { type: 'boolean', not: { const: false } }, 'Always `true`.'],
    ['the items of a list', { type: 'array', items: { type: 'string', description: 'A name.', maxLength: 9 } }, 'Each: a name. Each has up to 9 characters.'],
  ])('says %s in words', (_case, schema, words) => {
    expect(wordsFor(schema)).toBe(words);
  });

  it('says nothing twice', () => {
    expect(wordsFor({ type: 'boolean', not: { const: false }, description: 'Always `true`. So it is.' })).toBe('Always `true`. So it is.');
    expect(wordsFor({ type: 'boolean', not: { const: false }, description: 'Always `true` in an answer.' })).toBe('Always `true` in an answer.');
    expect(wordsFor({ type: 'integer', minimum: 0, description: 'At least 0.5 or so.' })).toBe('At least 0.5 or so. At least `0`.');
  });

  it.each(['patternProperties', 'prefixItems', 'if', 'propertyNames', 'contentEncoding', 'dependentRequired', 'x-new'])(
    'is refused when it has a keyword that would be lost without a word: %s',
    (keyword) => {
      expect(() => annotate(documentWith({ type: 'object', [keyword]: {} }))).toThrow(UnknownKeyword);
      expect(() => annotate(documentWith({ type: 'object', [keyword]: {} }))).toThrow(`Pet.field: the portal would not show \`${keyword}\``);
    },
  );

  it('leaves the contract as it is', () => {
    const before = JSON.stringify(contract);
    annotate(contract);
    expect(JSON.stringify(contract)).toBe(before);
  });

  it('names every error of every operation, with a link to what it means', () => {
    const copy = annotate(contract);
    for (const { operation } of pathOperations(copy)) {
      const errors = dereference<{ description: string }>(copy, operation.responses['Errors'] ?? { description: '' }).description;
      expect(errors, operation.operationId).toContain('[`internal_error`](/errors/#internal_error)');
    }
  });

  it('gives the return to the application a page of its own, which every request for a challenge names', () => {
    const copy = annotate(contract);
    expect(webhookOperations(copy).map(({ operation }) => operation.operationId)).toContain('onReturnToApplication');
    const asking = pathOperations(contract).filter(({ operation }) => operation.callbacks !== undefined).map(({ operation }) => operation.operationId);
    const naming = pathOperations(copy).filter(({ operation }) => 'description' in operation && String(operation.description).includes('/api/webhooks/onreturntoapplication/'));
    expect(asking.length).toBeGreaterThan(10);
    expect(naming.map(({ operation }) => operation.operationId)).toEqual(asking);
  });
});

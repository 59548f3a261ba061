import { describe, expect, it } from 'vitest';
import { faultsOf, fixtureDocument, goodHandlers, post, serveFixture } from './fixture.ts';
import type { FixtureDocument } from './fixture.ts';

/** Changes the schema Everything, or the operation listPets. */
const withSchema = (schema: unknown) => (document: FixtureDocument) => {
  document.components.schemas['Everything'] = { type: 'object', properties: { it: schema } };
};
const withParameter = (parameter: object) => (document: FixtureDocument) => {
  document.paths['/bare']!['get']!['parameters'] = [parameter];
};
const withBody = (mediaType: string) => (document: FixtureDocument) => {
  document.paths['/bare']!['get']!['requestBody'] = { content: { [mediaType]: { schema: { type: 'object' } } } };
};

const refused: [string, (document: FixtureDocument) => void, RegExp][] = [
  ['no dialect', (document) => delete document.jsonSchemaDialect, /Set jsonSchemaDialect: https:\/\/json-schema.org\/draft\/2020-12\/schema/],
  ['a pattern that is illegal under /u', withSchema({ type: 'string', pattern: '^[\\w-.]+$' }), /#\/components\/schemas\/Everything\/properties\/it: the pattern .* is not a Unicode regular expression/],
  ['an inline flag', withSchema({ type: 'string', pattern: '(?i)abc' }), /the pattern \(\?i\)abc/],
  ['a pattern of a property that is called as a keyword is', (document) => {
    const schema = { type: 'string', pattern: '[' };
    document.components.schemas['Everything'] = { type: 'object', properties: { default: schema, pattern: { ...schema, pattern: '(' } } };
  }, /Everything\/properties\/default.*Everything\/properties\/pattern/s],
  ['a pattern of a parameter', withParameter({ name: 'a', in: 'query', schema: { type: 'string', pattern: '\\-' } }), /#\/paths\/~1bare\/get\/parameters\/0\/schema: the pattern/],
  ['a format that nothing checks', withSchema({ type: 'string', format: 'iban' }), /the format iban is not checked/],
  ['a fraction in multipleOf', withSchema({ type: 'number', multipleOf: 0.01 }), /multipleOf 0.01/],
  ['a dynamic reference', withSchema({ $dynamicRef: '#x' }), /\$dynamicRef is not supported/],
  ['a schema that does not compile', withSchema({ type: 'strin' }), /The schema Everything does not compile: .*type.*Correct it/s],
  ['a property that takes anything, in a schema that does not compile', (document) => {
    document.components.schemas['Everything'] = { required: 'name' };
  }, /The schema Everything does not compile/],
  ['a reference that leads nowhere', withSchema({ $ref: '#/components/schemas/Nothing' }), /#\/components\/schemas\/Nothing, which does not exist/],
  ['a reference to another file', withSchema({ $ref: 'Pet.yaml' }), /refers to Pet.yaml. Bundle it first/],
  ['a cookie', withParameter({ name: 'a', in: 'cookie', schema: { type: 'string' } }), /cookie parameter a is never checked/],
  ['a deep object', withParameter({ name: 'a', in: 'query', style: 'deepObject', schema: { type: 'object' } }), /has style deepObject/],
  ['an exploded array', withParameter({ name: 'a', in: 'query', schema: { type: 'array' } }), /is an array, of which only a part/],
  ['an array in a header', withParameter({ name: 'a', in: 'header', schema: { type: 'array' } }), /is an array/],
  ['a matrix parameter', withParameter({ name: 'a', in: 'path', style: 'matrix', required: true, schema: { type: 'string' } }), /has style matrix/],
  ['a parameter with content', withParameter({ name: 'a', in: 'query', content: {} }), /has content/],
  ['a form body', withBody('application/x-www-form-urlencoded'), /a application\/x-www-form-urlencoded body is not checked/],
  ['a template inside a segment', (document) => {
    document.paths['/files/{name}.json'] = { get: { operationId: 'getJson', responses: {} } };
  }, /template inside a segment/],
  ['an operation without an id', (document) => delete document.paths['/bare']!['get']!['operationId'], /GET \/bare has no operationId/],
];

describe('the start-up gate', () => {
  it.each(refused)('refuses %s', async (_, change, message) => {
    await expect(serveFixture({}, { document: fixtureDocument(change) })).rejects.toThrow(message);
  });

  it('lists every reason at once', async () => {
    const document = fixtureDocument((changed) => {
      delete changed.jsonSchemaDialect;
      withSchema({ type: 'string', pattern: '[' })(changed);
    });
    await expect(serveFixture({}, { document })).rejects.toThrow(/jsonSchemaDialect.*\n- .*pattern/s);
  });

  it('takes data for data: an example may hold what a schema may not', async () => {
    const document = fixtureDocument(withSchema({ type: 'string', examples: [{ pattern: '[' }], const: 'x', default: { format: 'iban', type: 'string' } }));
    await expect(serveFixture({}, { document })).resolves.toBeDefined();
  });

  it('refuses a handler for an operation that does not exist', async () => {
    await expect(serveFixture({ getPest: () => ({ status: 200 }) })).rejects.toThrow('The contract has no operation getPest');
  });
});

describe('compiling later', () => {
  it('serves nothing unchecked in the meantime', async () => {
    const served = await serveFixture(goodHandlers, { compile: 'later' });
    expect(await faultsOf(await served.call('/gateway/c1', post({ action: 'set-pin', recovery: { method: 'fax' } })))).toEqual([
      'body/recovery/method enum',
    ]);
    await expect(served.compileAll()).resolves.toBeUndefined();
    expect(await faultsOf(await served.call('/v2/pets', post({})))).toEqual(['body/name required']);
  });

  it('still refuses what does not compile', async () => {
    const document = fixtureDocument(withSchema({ type: 'strin' }));
    const served = await serveFixture(goodHandlers, { document, compile: 'later' });
    expect((await served.call('/v2/pets/validate', post({ it: 1 }))).status).toBe(500);
    await expect(served.compileAll()).rejects.toThrow('The schema Everything does not compile');
  });
});

describe('contracts in one process', () => {
  it('share a document, and do not mix the schemas of different documents', async () => {
    const document = fixtureDocument();
    const [first, second] = await Promise.all([serveFixture(goodHandlers, { document }), serveFixture(goodHandlers, { document })]);
    const strict = await serveFixture(goodHandlers, {
      document: fixtureDocument(({ components }) => {
        components.schemas['Base'] = { type: 'object', required: ['extra'] };
      }),
    });
    const body = post({ sibling: { kind: 'a', size: 1 } });
    expect((await first.call('/v2/pets/validate', body)).status).toBe(200);
    expect((await second.call('/v2/pets/validate', body)).status).toBe(200);
    expect(await faultsOf(await strict.call('/v2/pets/validate', body))).toEqual(['body/sibling/extra required']);
  });

  it('leaves the document as it was', async () => {
    const document = fixtureDocument();
    const { call } = await serveFixture({}, { document });
    await call('/v2/pets/p1');
    expect(document).toEqual(fixtureDocument());
  });
});

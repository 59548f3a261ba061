import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type { OpenApiDocument } from '../../scripts/openapi-document.ts';

/** The folder of the repository. */
export const root = resolve(import.meta.dirname, '../..');

/** The bundled contract, as every consumer reads it. */
export const contract = JSON.parse(readFileSync(join(root, 'generated/openapi.json'), 'utf8')) as OpenApiDocument;

/** The part of ajv that the tests use. */
export interface SchemaValidator {
  (value: unknown): boolean;
  errors?: { instancePath: string; message?: string }[] | null;
}

interface Ajv {
  addSchema(schema: object, key: string): Ajv;
  compile(schema: object): SchemaValidator;
}

/**
 * The ajv that Prism uses, for JSON Schema 2020-12, with its formats. It is loaded from where Prism finds it, so that the
 * tests and the mock can never mean two versions of it.
 */
export function createAjv(): Ajv {
  const fromPrism = createRequire(createRequire(import.meta.url).resolve('@stoplight/prism-http'));
  const { default: Ajv2020 } = fromPrism('ajv/dist/2020.js') as { default: new (options: object) => Ajv };
  const { default: addFormats } = fromPrism('ajv-formats') as { default: (ajv: Ajv) => void };
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats(ajv);
  return ajv;
}

const ajv = createAjv().addSchema(contract, 'contract');
const compiled = new Map<string, SchemaValidator>();

/** What is wrong with a value by a schema of the contract; nothing when it is valid. */
export function violations(schema: object, value: unknown): string[] {
  const text = JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"contract#/');
  const validate = compiled.get(text) ?? ajv.compile(JSON.parse(text) as object);
  compiled.set(text, validate);
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message}`);
}

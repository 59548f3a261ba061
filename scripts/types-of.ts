import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript';
import ts from 'typescript';
import type { OpenApiDocument } from './openapi-document.ts';

const HEADER = '// Made by `npm run generate` from openapi/: do not edit.\n\n';

/**
 * `"a" | "b" | string`: the file tells which values are known, and a value that comes later still type-checks.
 * `(string & {})` would make editors offer the known ones, but openapi-fetch takes it for an object, and what one reads
 * from an answer (`error.code`) would not be assignable to a string any more.
 */
function openEnum(values: string[]): ts.TypeNode {
  const { factory } = ts;
  const known = values.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(value)));
  return factory.createUnionTypeNode([...known, factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword)]);
}

/** TypeScript types of the contract: `paths`, `operations`, `components`, `webhooks`. */
export async function typesOf(document: OpenApiDocument): Promise<string> {
  // openapi-typescript changes the document that it is given.
  const copy = structuredClone(document) as object as OpenAPI3;
  const nodes = await openapiTypescript(copy, {
    silent: true,
    alphabetize: false,
    defaultNonNullable: false,
    transform(schema) {
      const values: unknown = Reflect.get(schema, 'x-extensible-enum');
      return Array.isArray(values) ? openEnum(values.map(String)) : undefined;
    },
  });
  return HEADER + astToString(nodes);
}

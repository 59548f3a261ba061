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

/** `true` of a boolean that may not be false, and the other way round: the compiler can tell an error from a success by it. */
function fixedBoolean(value: boolean): ts.TypeNode {
  const { factory } = ts;
  return factory.createLiteralTypeNode(value ? factory.createTrue() : factory.createFalse());
}

/** What `"a" | "b" | string` loses, which is no more than `string` to the compiler: the known values of each open enum, by its name. */
function openEnumsOf(document: OpenApiDocument): ts.Node {
  const { factory } = ts;
  const members = Object.entries(document.components.schemas).flatMap(([name, schema]) => {
    const values: unknown = Reflect.get(schema, 'x-extensible-enum');
    if (!Array.isArray(values)) return [];
    const known = values.map((value) => factory.createLiteralTypeNode(factory.createStringLiteral(String(value))));
    return [factory.createPropertySignature(undefined, name, undefined, factory.createUnionTypeNode(known))];
  });
  return factory.createInterfaceDeclaration([factory.createToken(ts.SyntaxKind.ExportKeyword)], 'openEnums', undefined, undefined, members);
}

/** TypeScript types of the contract: `paths`, `operations`, `components`, `webhooks`, `openEnums`. */
export async function typesOf(document: OpenApiDocument): Promise<string> {
  // openapi-typescript changes the document that it is given.
  const copy = structuredClone(document) as object as OpenAPI3;
  const nodes = await openapiTypescript(copy, {
    silent: true,
    alphabetize: false,
    defaultNonNullable: false,
    transform(schema) {
      const values: unknown = Reflect.get(schema, 'x-extensible-enum');
      if (Array.isArray(values)) return openEnum(values.map(String));
      const { type, not }: { type?: unknown; not?: { const?: unknown } } = schema;
      return type === 'boolean' && typeof not?.const === 'boolean' ? fixedBoolean(!not.const) : undefined;
    },
  });
  return HEADER + astToString([...nodes, openEnumsOf(document)]);
}

import type { Rule } from '../redocly.ts';

/**
 * A boolean that is always the same is written as not being the other. Of a `const` or `enum` OpenAPI Generator makes, in
 * Rust, Kotlin and others, an enum of texts, and what it made cannot read the boolean that comes.
 */
export const booleanConstant: Rule = () => ({
  Schema(schema, context) {
    const value: unknown = 'const' in schema ? schema['const'] : Array.isArray(schema['enum']) ? schema['enum'][0] : undefined;
    if (schema['type'] !== 'boolean' || typeof value !== 'boolean') return;
    context.report({
      message: `Write a boolean that is always ${value} as "not: {const: ${!value}}": what OpenAPI Generator makes of const or enum cannot read it.`,
      location: context.location.child(['const' in schema ? 'const' : 'enum']),
    });
  },
});

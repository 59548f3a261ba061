import type { Rule } from '../redocly.ts';

/** An enum that may grow is `x-extensible-enum` on a pattern, never `enum`, and says that unknown values must be accepted. */
export const extensibleEnum: Rule = () => ({
  Schema(schema, context) {
    const { location } = context;
    const values = schema['x-extensible-enum'];
    if (values === undefined) return;
    if (!Array.isArray(values) || values.length === 0 || !values.every((value) => typeof value === 'string')) {
      context.report({ message: 'x-extensible-enum must be a list of strings.', location: location.child(['x-extensible-enum']) });
      return;
    }
    if (new Set(values).size !== values.length) context.report({ message: 'x-extensible-enum names a value twice: remove one.', location: location.child(['x-extensible-enum']) });
    if ('enum' in schema || 'const' in schema) context.report({ message: 'A schema is open or closed: keep x-extensible-enum or enum, not both.', location });
    if (schema['type'] !== 'string' || typeof schema['pattern'] !== 'string' || typeof schema['maxLength'] !== 'number') {
      context.report({ message: 'An open enum needs "type: string", "pattern" and "maxLength", so that unknown values are still checked for their form.', location });
      return;
    }
    if (!/do not know|unknown/i.test(String(schema['description']))) {
      context.report({ message: 'The description of an open enum must end: "More values may come; accept values that you do not know."', location: location.child(['description']) });
    }
    try {
      const pattern = new RegExp(schema['pattern'], 'u');
      for (const value of values as string[]) {
        if (!pattern.test(value) || value.length > schema['maxLength']) {
          context.report({ message: `"${value}" does not fit the pattern or maxLength of its own enum: widen them.`, location: location.child(['x-extensible-enum']) });
        }
      }
    } catch {
      // unicode-pattern reports it
    }
  },
});

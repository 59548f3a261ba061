import { isObject } from '../cursor.ts';
import type { Rule } from '../redocly.ts';

function flaw(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Patterns compile with the flag u: an illegal one switches the validation of the whole schema off, silently (ajv, and so Prism). */
export const unicodePattern: Rule = () => ({
  Schema(schema, context) {
    const { pattern, patternProperties } = schema;
    const patterns = [
      ...(typeof pattern === 'string' ? [['pattern', pattern] as const] : []),
      ...(isObject(patternProperties) ? Object.keys(patternProperties).map((key) => ['patternProperties', key] as const) : []),
    ];
    for (const [keyword, source] of patterns) {
      const problem = flaw(source);
      if (problem !== undefined) {
        context.report({ message: `${problem}: write it so that it is legal under /u ("[\\w.-]", not "[\\w-.]"; no inline flags).`, location: context.location.child([keyword]) });
      }
      if (keyword === 'pattern' && !(source.startsWith('^') && source.endsWith('$'))) {
        context.report({ message: `Pattern "${source}" is not anchored, so it accepts anything around a match: begin with "^" and end with "$".`, location: context.location.child([keyword]) });
      }
    }
  },
});

import { at, isObject, type Cursor } from '../cursor.ts';
import type { Rule } from '../redocly.ts';

const DURATION = /(duration|timeout|ttl|delay|interval|expiresIn|retryAfter|overlap|milliseconds|minutes|hours|days|Ms|Millis)$/i;

/** Times are RFC 3339 and end in At; durations are whole seconds and end in Seconds. `except` lists the vendor's own names. */
export const timeNames: Rule = (options) => ({
  Schema(schema, context) {
    if (!isObject(schema['properties'])) return;
    const except = Array.isArray(options['except']) ? options['except'] : [];
    const here: Cursor = { value: schema, location: context.location };
    for (const name of Object.keys(schema['properties'])) {
      if (except.includes(name)) continue;
      const property = at(context, here, 'properties', name)?.value;
      if (!isObject(property)) continue;
      const location = context.location.child(['properties', name]);
      const isTime = property['format'] === 'date-time';
      const endsInAt = /At$/.test(name) || /^(lockedUntil)$/.test(name);
      if (isTime && !endsInAt) {
        context.report({ message: `"${name}" is a time: rename it so that it ends in "At", or list it under "except" with the reason.`, location });
      }
      if (endsInAt && !isTime) context.report({ message: `"${name}" is named like a time: give it "format: date-time".`, location });
      if (['integer', 'number'].includes(String(property['type'])) && DURATION.test(name) && !/Seconds$/.test(name)) {
        context.report({ message: `"${name}" is a duration: give it in whole seconds and end its name in "Seconds".`, location });
      }
      if (/Seconds$/.test(name) && property['type'] !== 'integer') {
        context.report({ message: `"${name}" counts whole seconds: its type is integer.`, location });
      }
    }
  },
});

import { at, componentName, isObject, members, type Cursor } from '../cursor.ts';
import type { Rule } from '../redocly.ts';

/** A union discriminates on a `const` property, and each of its members is a schema in a file of its own. */
export const discriminatedUnion: Rule = () => ({
  Schema(schema, context) {
    const { location } = context;
    if ('anyOf' in schema) {
      context.report({ message: 'anyOf does not tell a client which shape it has: use oneOf with a discriminator.', location: location.child(['anyOf']) });
    }
    if (!Array.isArray(schema['oneOf'])) return;
    const discriminator = isObject(schema['discriminator']) ? schema['discriminator'] : {};
    const property = discriminator['propertyName'];
    if (typeof property !== 'string') {
      context.report({ message: 'This oneOf has no discriminator: add "discriminator: {propertyName, mapping}".', location });
      return;
    }
    const mapping = isObject(discriminator['mapping']) ? discriminator['mapping'] : {};
    const here: Cursor = { value: schema, location };
    const values = new Set<unknown>();
    for (const [index, member] of members(context, at(context, here, 'oneOf'))) {
      const place = location.child(['oneOf', index]);
      if (member.ref === undefined) {
        context.report({ message: 'This member of the union is written inline: give it a file of its own in openapi/schemas/ and refer to it.', location: place });
        continue;
      }
      const name = componentName(member.ref);
      const value = at(context, member, 'properties', property)?.value;
      if (!isObject(value) || !('const' in value)) {
        context.report({ message: `${name} must have the property "${property}" with a "const": the union discriminates on it.`, location: place });
        continue;
      }
      if (values.has(value['const'])) context.report({ message: `Two members of this union have the ${property} "${String(value['const'])}".`, location: place });
      values.add(value['const']);
      const required = isObject(member.value) ? member.value['required'] : undefined;
      if (!Array.isArray(required) || !required.includes(property)) {
        context.report({ message: `${name} must require "${property}": the union discriminates on it.`, location: place });
      }
      if (componentName(String(mapping[String(value['const'])])) !== name) {
        context.report({ message: `The mapping of the discriminator must say "${String(value['const'])}: ${member.ref}".`, location: location.child(['discriminator']) });
      }
    }
    for (const value of Object.keys(mapping)) {
      if (!values.has(value)) context.report({ message: `The mapping names "${value}", which is no member of the union: remove it.`, location: location.child(['discriminator']) });
    }
  },
});

import { isRecord, resolveReference } from './document.ts';
import type { JsonSchema, OpenApiDocument } from './document.ts';

/** Which side of a property marked `readOnly` or `writeOnly` a schema is used on. */
export type Direction = 'request' | 'response';

export const dialect = 'https://json-schema.org/draft/2020-12/schema';

/** A schema as the validator gets it, and whether it was compiled there yet. */
export interface PreparedSchema {
  name: string;
  schema: JsonSchema;
  /** Whether values are text to be read as the schema's types, as in a query. */
  coerce: boolean;
  /** What it refers to, which has to be compiled before it. */
  needs: PreparedSchema[];
  compiled: boolean;
}

export interface SchemaSource {
  /** Prepares the schema of a body. The same schema gives the same object, so that it is compiled once. */
  body(schema: JsonSchema, direction: Direction): PreparedSchema;
  /** Prepares the schema of a set of parameters or headers, whose values come as text. */
  text(name: string, schema: JsonSchema): PreparedSchema;
  /** The schema with every reference replaced by what it points at. */
  inline(schema: JsonSchema | undefined): JsonSchema;
  /** Everything that was prepared, each after what it needs. */
  all(): PreparedSchema[];
}

const componentReference = /^#\/components\/schemas\/([^/]+)$/;
const annotations = new Set([
  'title', 'description', 'example', 'examples', 'default', 'deprecated', 'externalDocs', 'xml', 'discriminator',
  'readOnly', 'writeOnly', '$comment', '$schema',
]);
const schemaMaps = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs']);
const schemaLists = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
const schemaKeywords = new Set([
  'items', 'additionalProperties', 'unevaluatedItems', 'unevaluatedProperties', 'contains', 'propertyNames', 'not', 'if',
  'then', 'else',
]);
// The validator's own check of `date-time` lets a space and an offset without minutes pass; RFC 3339 does not.
const rfc3339 = '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})$';

/**
 * Turns the schemas of a contract into what Prism's validator takes literally.
 *
 * Every component becomes a schema with an `$id` of its own, and `$ref` points there: it is compiled once, however many
 * operations use it, and siblings of `$ref` and `allOf` keep their meaning (Prism's own loader merges them away).
 * A `oneOf` whose members differ by a `const` becomes a chain of `if`, so that only the chosen member reports errors.
 */
export function createSchemaSource(document: OpenApiDocument, namespace: string): SchemaSource {
  const components = document.components?.schemas ?? {};
  const prepared = new Map<string, PreparedSchema>();
  const reached = new Map<string, Set<string>>();
  const directional = hasDirection(components) || hasDirection(document.paths);

  const resolve = (schema: unknown): unknown => resolveReference(document, schema);

  /** The names of the components that a component reaches, itself among them when it is recursive. */
  const reach = (name: string): Set<string> => {
    const known = reached.get(name);
    if (known) return known;
    const names = new Set<string>();
    reached.set(name, names);
    const open = [...referencedNames(components[name])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (names.has(next)) continue;
      names.add(next);
      open.push(...referencedNames(components[next]));
    }
    return names;
  };

  const component = (name: string, direction: Direction): PreparedSchema => {
    const side = directional ? direction : 'both';
    const id = `https://contract.invalid/${namespace}/${side}/${name}`;
    const known = prepared.get(id);
    if (known) return known;
    const source = components[name];
    if (!source) throw new Error(`The contract refers to #/components/schemas/${name}, which does not exist.`);
    // Members of a cycle cannot be compiled one before the other: each carries its own copy of the cycle.
    const cycle = reach(name).has(name) ? [...reach(name)].filter((member) => reach(member).has(name)) : [];
    const scope: Scope = { direction, local: new Set(cycle), needs: [] };
    const definitions = cycle.map((member) => [member, transform(components[member], scope)] as const);
    const schema: JsonSchema = {
      $schema: dialect,
      $id: id,
      ...(transform(source, scope) as JsonSchema),
      ...(cycle.length > 0 ? { $defs: Object.fromEntries(definitions) } : {}),
    };
    return remember(id, { name, schema, coerce: false, needs: scope.needs, compiled: false });
  };

  const remember = (key: string, schema: PreparedSchema): PreparedSchema => {
    const known = prepared.get(key);
    if (known) return known;
    prepared.set(key, schema);
    return schema;
  };

  const transform = (schema: unknown, scope: Scope): unknown => {
    if (!isRecord(schema)) return schema;
    const result: JsonSchema = {};
    for (const [keyword, value] of Object.entries(schema)) {
      if (annotations.has(keyword) || keyword.startsWith('x-')) continue;
      if (keyword === '$ref' && typeof value === 'string') {
        const name = componentReference.exec(value)?.[1];
        if (name === undefined) return transform({ ...schema, $ref: undefined, allOf: [resolve({ $ref: value })] }, scope);
        if (scope.local.has(name)) {
          result['$ref'] = `#/$defs/${name}`;
          continue;
        }
        const needed = component(name, scope.direction);
        scope.needs.push(needed);
        result['$ref'] = needed.schema['$id'];
      } else if (schemaMaps.has(keyword) && isRecord(value)) {
        result[keyword] = Object.fromEntries(
          Object.entries(value).map(([name, member]) => [name, transform(member, scope)]),
        );
      } else if (schemaLists.has(keyword) && Array.isArray(value)) {
        result[keyword] = value.map((member) => transform(member, scope));
      } else if (schemaKeywords.has(keyword)) {
        result[keyword] = transform(value, scope);
      } else if (value !== undefined) {
        result[keyword] = value;
      }
    }
    if (result['format'] === 'date-time' && result['pattern'] === undefined) result['pattern'] = rfc3339;
    applyDirection(schema, result, scope.direction);
    return chainByConst(schema, result);
  };

  /** Takes a property that may not travel in this direction out of `required`, and forbids what must not leak. */
  const applyDirection = (schema: JsonSchema, result: JsonSchema, direction: Direction): void => {
    if (!directional || !isRecord(schema['properties']) || !isRecord(result['properties'])) return;
    const mark = direction === 'request' ? 'readOnly' : 'writeOnly';
    for (const [name, member] of Object.entries(schema['properties'])) {
      const target = resolve(member);
      const marked = (isRecord(member) && member[mark] === true) || (isRecord(target) && target[mark] === true);
      if (!marked) continue;
      // A readOnly property in a request is to be ignored; a writeOnly one in an answer is a leak.
      result['properties'][name] = direction === 'request';
      if (Array.isArray(result['required'])) result['required'] = result['required'].filter((key) => key !== name);
    }
  };

  const chainByConst = (schema: JsonSchema, result: JsonSchema): JsonSchema => {
    const { oneOf } = schema;
    const branches = result['oneOf'];
    if (!Array.isArray(oneOf) || !Array.isArray(branches) || 'if' in result) return result;
    const members = oneOf.map(resolve);
    const property = discriminatingProperty(members, schema['discriminator']);
    if (property === undefined) return result;
    const values = members.map((member) => constOf(member, property));
    let chain: JsonSchema | undefined;
    for (let index = branches.length - 1; index >= 0; index -= 1) {
      chain = {
        if: { type: 'object', required: [property], properties: { [property]: { const: values[index] } } },
        then: branches[index],
        ...(chain ? { else: chain } : {}),
      };
    }
    const { oneOf: replaced, ...siblings } = result;
    const choice = { type: 'object', required: [property], properties: { [property]: { enum: values } }, ...chain };
    // Siblings of the union keep their own keywords, in a schema beside the chain.
    return Object.keys(siblings).every((keyword) => keyword === 'type') ? choice : { allOf: [siblings, choice] };
  };

  const inline = (schema: unknown, depth = 0): unknown => {
    if (depth > 30) throw new Error('A parameter or header of the contract has a recursive schema. Make it a plain value.');
    if (!isRecord(schema)) return schema;
    const { $ref, ...siblings } = schema;
    const merged = typeof $ref === 'string' ? { ...(resolve({ $ref }) as JsonSchema), ...siblings } : siblings;
    const result: JsonSchema = {};
    for (const [keyword, value] of Object.entries(merged)) {
      if (schemaMaps.has(keyword) && isRecord(value)) {
        result[keyword] = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inline(member, depth + 1)]));
      } else if (schemaLists.has(keyword) && Array.isArray(value)) {
        result[keyword] = value.map((member) => inline(member, depth + 1));
      } else {
        result[keyword] = schemaKeywords.has(keyword) ? inline(value, depth + 1) : value;
      }
    }
    return result;
  };

  return {
    body(schema, direction) {
      const name = Object.keys(schema).length === 1 ? componentReference.exec(String(schema['$ref']))?.[1] : undefined;
      if (name !== undefined) return component(name, direction);
      const scope: Scope = { direction, local: new Set(), needs: [] };
      const transformed = { $schema: dialect, ...(transform(schema, scope) as JsonSchema) };
      const key = JSON.stringify(transformed);
      return remember(key, { name: 'of a body', schema: transformed, coerce: false, needs: scope.needs, compiled: false });
    },
    text(name, schema) {
      const dialected = { $schema: dialect, ...schema };
      const key = `text ${JSON.stringify(dialected)}`;
      return remember(key, { name, schema: dialected, coerce: true, needs: [], compiled: false });
    },
    inline: (schema = {}) => inline(schema) as JsonSchema,
    all: () => [...prepared.values()],
  };
}

/** What a schema is transformed for: its direction, the members of its cycle, and what it turned out to need. */
interface Scope {
  direction: Direction;
  local: ReadonlySet<string>;
  needs: PreparedSchema[];
}

function hasDirection(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(hasDirection);
  if (!isRecord(value)) return false;
  return value['readOnly'] === true || value['writeOnly'] === true || Object.values(value).some(hasDirection);
}

function referencedNames(value: unknown, names = new Set<string>()): Set<string> {
  if (Array.isArray(value)) value.forEach((member) => referencedNames(member, names));
  else if (isRecord(value)) {
    const name = typeof value['$ref'] === 'string' ? componentReference.exec(value['$ref'])?.[1] : undefined;
    if (name !== undefined) names.add(name);
    Object.values(value).forEach((member) => referencedNames(member, names));
  }
  return names;
}

function constOf(schema: unknown, property: string): unknown {
  const properties = isRecord(schema) ? schema['properties'] : undefined;
  const member = isRecord(properties) ? properties[property] : undefined;
  return isRecord(member) ? member['const'] : undefined;
}

/** The property by whose `const` the members differ: the named discriminator, or any that all of them have. */
function discriminatingProperty(members: unknown[], discriminator: unknown): string | undefined {
  const [first] = members;
  const properties = isRecord(first) && isRecord(first['properties']) ? Object.keys(first['properties']) : [];
  const named = isRecord(discriminator) ? discriminator['propertyName'] : undefined;
  const candidates = typeof named === 'string' ? [named] : properties;
  return candidates.find((property) => {
    const values = members.map((member) => constOf(member, property));
    return values.every((value) => value !== undefined) && new Set(values).size === values.length;
  });
}

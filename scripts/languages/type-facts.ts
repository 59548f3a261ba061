/** What the contract says of its schemas that generated classes need: lists of values, types of events, types of requests. */
import { pathOperations, requestMediaOf, type OpenApiDocument, type SchemaObject, webhookOperations } from '../openapi-document.ts';

export interface TypeFacts {
  /** Every named list of values, closed or open. */
  enums: { name: string; values: { constant: string; value: string }[] }[];
  /** The schema of each webhook. */
  webhooks: { event: string; type: string }[];
  /** The schemas that requests are made of. */
  requestTypes: string[];
}

export function typeFactsOf(document: OpenApiDocument): TypeFacts {
  const { schemas } = document.components;
  const enums = Object.entries(schemas)
    .filter(([name]) => name !== 'ErrorCode')
    .map(([name, schema]) => ({ name, values: valuesOf(schema).map((value) => ({ constant: constantOf(value), value })) }))
    .filter(({ values }) => values.length > 0);
  const webhooks = webhookOperations(document).map(({ path, operation }) => {
    const [type = ''] = namesIn(requestMediaOf(document, operation));
    return { event: path, type };
  });
  const requestTypes = new Set<string>();
  const add = (value: unknown): void => {
    for (const name of namesIn(value)) {
      if (requestTypes.has(name)) continue;
      requestTypes.add(name);
      add(schemas[name]);
    }
  };
  for (const { operation } of pathOperations(document)) add(requestMediaOf(document, operation)?.schema);
  return { enums, webhooks, requestTypes: [...requestTypes] };
}

function valuesOf(schema: SchemaObject): string[] {
  const values = schema['enum'] ?? schema['x-extensible-enum'];
  return Array.isArray(values) ? values.map(String) : [];
}

function constantOf(value: string): string {
  if (value === '*') return 'ALL';
  const constant = value.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');
  if (!/^[A-Z]/.test(constant)) throw new Error(`No constant can be named for the value ${value}.`);
  return constant;
}

/** The schemas that are referred to in something, without those that they refer to. */
function namesIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === '$ref') return String(inner).startsWith('#/components/schemas/') ? [String(inner).slice('#/components/schemas/'.length)] : [];
    return key === 'examples' || key === 'mapping' ? [] : namesIn(inner);
  });
}

import bundle from '../../../generated/openapi.json';
import { pathOperations, webhookOperations, type OpenApiDocument, type Operation } from '../../../scripts/openapi-document.ts';

/** The bundle, as every component of the guides reads it. */
export const contract = bundle as unknown as OpenApiDocument;

/** Who has an operation: the vendor, or only this project (Extension), or only the mock (Sandbox). */
export type Mark = 'Vendor' | 'Extension' | 'Sandbox';

export function markOf({ operation }: Operation): Mark {
  const [badge] = (operation as { 'x-badges'?: { name: Mark }[] })['x-badges'] ?? [];
  return badge?.name ?? 'Vendor';
}

/** The page of an operation or of a webhook. */
export function pageOf({ kind, operation }: Operation): string {
  return `/api/${kind === 'path' ? 'operations' : 'webhooks'}/${operation.operationId.toLowerCase()}/`;
}

export const operations = pathOperations(contract);
export const webhooks = webhookOperations(contract);

const byId = new Map([...operations, ...webhooks].map((one) => [one.operation.operationId, one]));

/** The operation or webhook of this id. */
export function operationOf(operationId: string): Operation | undefined {
  return byId.get(operationId);
}

/** The values of an open enum. */
export function valuesOf(schema: string): string[] {
  const values = contract.components.schemas[schema]?.['x-extensible-enum'];
  if (!Array.isArray(values) || values.length === 0) throw new Error(`The contract has no open enum ${schema}.`);
  return values.map(String);
}

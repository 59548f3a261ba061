/** What the generators of calls leave out of the contract. */
import { errorsOf, type ErrorEntry } from '../errors-of.ts';
import { pathOperations, webhookOperations, type OpenApiDocument } from '../openapi-document.ts';
import { type TypeFacts, typeFactsOf } from './type-facts.ts';

export interface ContractFacts extends TypeFacts {
  version: string;
  errors: ErrorEntry[];
  /** The names of the webhooks. */
  events: string[];
  /** The POSTs that take an idempotency key. */
  keyed: { operationId: string; path: string }[];
}

export function contractFactsOf(document: OpenApiDocument): ContractFacts {
  const takesKey = ({ parameters }: { parameters: { name: string; in: string }[] }) =>
    parameters.some(({ name, in: place }) => name === 'Idempotency-Key' && place === 'header');
  return {
    ...typeFactsOf(document),
    version: document.info.version,
    errors: errorsOf(document),
    events: webhookOperations(document).map(({ path }) => path),
    keyed: pathOperations(document).filter(takesKey).map(({ operation: { operationId }, path }) => ({ operationId, path })),
  };
}

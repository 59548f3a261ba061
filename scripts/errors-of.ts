import { dereference, examplesOf, pathOperations, responsesOf, type ExampleObject, type OpenApiDocument } from './openapi-document.ts';

export interface ErrorEntry {
  code: string;
  status: number;
  summary: string;
  message: string;
  /** The operations that can answer it; none for those of the router. */
  operations: string[];
}

/** Every error code of the contract with its status, its usual message, and who answers it. */
export function errorsOf(document: OpenApiDocument): ErrorEntry[] {
  const codes = document.components.schemas['ErrorCode']?.['x-extensible-enum'];
  const examples = document.components['examples'] ?? {};
  const uses = pathOperations(document).flatMap(({ operation }) =>
    responsesOf(document, operation).flatMap(([, response]) =>
      examplesOf(document, response.content?.['application/json']).map(([key]) => ({ key, operationId: operation.operationId })),
    ),
  );
  return (Array.isArray(codes) ? codes.map(String) : []).map((code) => {
    const { summary = code, value } = dereference<ExampleObject>(document, examples[code] as ExampleObject);
    const { status, message } = value as { status: number; message: string };
    return { code, status, summary, message, operations: uses.filter(({ key }) => key === code).map(({ operationId }) => operationId) };
  });
}

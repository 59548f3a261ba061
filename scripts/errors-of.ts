import { dereference, examplesOf, pathOperations, responsesOf, type ExampleObject, type OpenApiDocument } from './openapi-document.ts';

export interface ErrorEntry {
  code: string;
  status: number;
  summary: string;
  message: string;
  /** How it comes about: the first paragraph of the example's description. Markdown. */
  cause: string;
  /** What whoever meets it does: the second paragraph. Markdown. */
  remedy: string;
  /** The operations that can answer it; none for those of the router. */
  operations: string[];
}

/** Every error code of the contract with its status, its usual message, what to do about it, and who answers it. */
export function errorsOf(document: OpenApiDocument): ErrorEntry[] {
  const codes = document.components.schemas['ErrorCode']?.['x-extensible-enum'];
  const examples = document.components['examples'] ?? {};
  const uses = pathOperations(document).flatMap(({ operation }) =>
    responsesOf(document, operation).flatMap(([, response]) =>
      examplesOf(document, response.content?.['application/json']).map(([key]) => ({ key, operationId: operation.operationId })),
    ),
  );
  return (Array.isArray(codes) ? codes.map(String) : []).map((code) => {
    const { summary = code, description = '', value } = dereference<ExampleObject>(document, examples[code] as ExampleObject);
    const { status, message } = value as { status: number; message: string };
    const [cause = '', remedy = ''] = description.split('\n\n').map((paragraph) => paragraph.replaceAll('\n', ' '));
    return { code, status, summary, message, cause, remedy, operations: uses.filter(({ key }) => key === code).map(({ operationId }) => operationId) };
  });
}

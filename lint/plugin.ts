import { badges } from './rules/badges.ts';
import { booleanConstant } from './rules/boolean-constant.ts';
import { challengeOperation } from './rules/challenge-operation.ts';
import { componentNames } from './rules/component-names.ts';
import { described } from './rules/described.ts';
import { discriminatedUnion } from './rules/discriminated-union.ts';
import { envelope } from './rules/envelope.ts';
import { errorExampleCode } from './rules/error-example-code.ts';
import { extensibleEnum } from './rules/extensible-enum.ts';
import { fileNames } from './rules/file-names.ts';
import { idempotentCreation } from './rules/idempotent-creation.ts';
import { namedExamples } from './rules/named-examples.ts';
import { operationIdForm } from './rules/operation-id-form.ts';
import { operationSummaryForm } from './rules/operation-summary-form.ts';
import { prismSafe } from './rules/prism-safe.ts';
import { requestId } from './rules/request-id.ts';
import { requiredResponses } from './rules/required-responses.ts';
import { timeNames } from './rules/time-names.ts';
import { unicodePattern } from './rules/unicode-pattern.ts';

/** The conventions of this contract, as rules of Redocly. Each is switched on in redocly.yaml and has fixtures in lint/fixtures/. */
export const rules = {
  'operation-id-form': operationIdForm,
  'operation-summary-form': operationSummaryForm,
  'named-examples': namedExamples,
  'error-example-code': errorExampleCode,
  'required-responses': requiredResponses,
  described,
  'request-id': requestId,
  'idempotent-creation': idempotentCreation,
  'challenge-operation': challengeOperation,
  envelope,
  'component-names': componentNames,
  'discriminated-union': discriminatedUnion,
  'time-names': timeNames,
  'unicode-pattern': unicodePattern,
  'extensible-enum': extensibleEnum,
  'boolean-constant': booleanConstant,
  'prism-safe': prismSafe,
  'file-names': fileNames,
  badges,
};

// Redocly loads a plugin by its default export.
export default function plugin() {
  return { id: 'planbok', rules: { oas3: rules } };
}

/** What the generators of calls leave out of the contract, as source files of the languages. */
import { errorsOf, type ErrorEntry } from './errors-of.ts';
import { pathOperations, webhookOperations, type OpenApiDocument } from './openapi-document.ts';
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

const notice = 'Made by `npm run generate` from the contract: do not edit.';

/** Two modules of the Python package. */
export function pythonFacts({ version, errors, events, keyed }: ContractFacts): Record<string, string> {
  const set = (values: string[]) => `frozenset({\n${values.map((value) => `    "${value}",\n`).join('')}})`;
  const constants = errors.map(({ code, status, summary }) => `${code.toUpperCase()} = "${code}"\n"""${status}: ${summary}."""\n`);
  return {
    'src/planbok_customer_custody/contract.py':
      `# ${notice}\n"""What the contract names."""\n\nCONTRACT_VERSION = "${version}"\n\n` +
      `# The events that webhooks bring.\nEVENTS = ${set(events)}\n\n` +
      `# The calls that take an idempotency key, by operationId.\nKEYED_OPERATIONS = ${set(keyed.map(({ operationId }) => operationId))}\n`,
    'src/planbok_customer_custody/error_codes.py':
      `# ${notice}\n"""The codes of errors: what a program decides by. Treat one that is not here by its HTTP status."""\n\n${constants.join('\n')}`,
  };
}

/** A file of the Go package. */
export function goFacts({ version, errors, events, keyed }: ContractFacts): Record<string, string> {
  const pascal = (code: string) => code.split('_').map((word) => (goInitialisms.has(word) ? word.toUpperCase() : word.slice(0, 1).toUpperCase() + word.slice(1))).join('');
  const constants = errors.map(({ code, status, summary }) => `\t// ${status}: ${summary}.\n\tCode${pascal(code)} ErrorCode = "${code}"\n`);
  const patterns = keyed.map(({ path }) => path.replaceAll(/\{\w+\}/g, '[^/]+'));
  return {
    'contract.go':
      `// ${notice}\n\npackage planbok\n\nimport "regexp"\n\n// ContractVersion is the version of the contract that this package was made from.\nconst ContractVersion = "${version}"\n\n` +
      `// The codes of errors: what a program decides by. Treat one that is not here by its HTTP status.\nconst (\n${constants.join('')})\n\n` +
      `var knownEvents = map[string]bool{\n${aligned(events.map((event) => [`"${event}":`, 'true,']))}}\n\n` +
      `// The paths whose POST takes an idempotency key.\nvar keyedPaths = regexp.MustCompile(\`(${patterns.join('|')})$\`)\n`,
  };
}

const goInitialisms = new Set(['abi', 'api', 'json', 'url']);

/** Lines in the two columns of gofmt. */
function aligned(lines: [string, string][]): string {
  const width = Math.max(...lines.map(([left]) => left.length));
  return lines.map(([left, right]) => `\t${left.padEnd(width)} ${right}\n`).join('');
}

/** What the Python generator gets wrong for users, put right in what it writes. */
import type { ContractFacts } from './contract-facts.ts';
import { replaceOnce } from './replace-code.ts';

const notice = 'Made by `npm run generate` from the contract: do not edit.';

/** A value that a later version of the contract adds to a closed set is passed on as text instead of raised at. */
export function adaptPython(code: string): string {
  const strict = '        return type_(data)\n';
  return replaceOnce(code, strict, `        try:\n    ${strict}        except ValueError:\n            return data\n`);
}

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

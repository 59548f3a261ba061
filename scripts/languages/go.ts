/** What the Go generator leaves out for users, put right in what it writes. */
import type { ContractFacts } from './contract-facts.ts';
import { replaceOnce } from './replace-code.ts';

const notice = 'Made by `npm run generate` from the contract: do not edit.';

/** A failed call returns the package's own Error, which knows the API's envelope, in place of an APIError that does not. */
export function adaptGo(code: string): string {
  const named = replaceOnce(code, '// Regenerate with `redocly generate-client`.', '// Put right by scripts/languages/go.ts; `npm run generate` makes it again.');
  const withoutType = replaceOnce(named, /^\/\/ APIError is returned [\s\S]*?^func \(e \*APIError\)[\s\S]*?^\}\n\n/m, '');
  return replaceOnce(withoutType, /^\/\/ apiErrorFrom builds [\s\S]*?^\}\n/m, `// apiErrorFrom builds the structured error for a non-2xx response.
func apiErrorFrom(resp *http.Response, _ string) error {
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	return errorFrom(resp, data)
}
`);
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

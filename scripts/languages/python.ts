/** What the Python generator gets wrong for users, put right in what it writes. */
import type { ContractFacts } from './contract-facts.ts';
import { replaceEach, replaceOnce } from './replace-code.ts';

const notice = 'Made by `npm run generate` from the contract: do not edit.';

/** The calls as they are published; every change says what it is for. */
export function adaptPython(code: string): string {
  return [withNotice, withOpenEnums, withOptionalUnions, withOpenUnions, withPatience, withoutRedirects].reduce((adapted, step) => step(adapted), code);
}

/** The generator does not know of this script. */
function withNotice(code: string): string {
  return replaceOnce(code, '# Do not edit by hand — regenerate with `redocly generate-client`.', '# Do not edit: it is put right by scripts/languages/python.ts; `npm run generate` makes it again.');
}

/** A value that a later version of the contract adds to a closed set is passed on as text instead of raised at. */
function withOpenEnums(code: string): string {
  const strict = '        return type_(data)\n';
  return replaceOnce(code, strict, `        try:\n    ${strict}        except ValueError:\n            return data\n`);
}

/** A union that may be absent is told by its discriminator too; it got the first of its members that has the fields. */
function withOptionalUnions(code: string): string {
  return replaceOnce(code, '        discriminator = DISCRIMINATORS.get(type_)\n', `        present: Any = typing.Union[tuple(member for member in get_args(type_) if member is not type(None))]
        discriminator = DISCRIMINATORS.get(present)
`);
}

/** A member of a union that came later is passed on as it is, instead of taken for another one. */
function withOpenUnions(code: string): string {
  return replaceOnce(code, `            if target is not None:
                try:
                    return decode(target, data)
                except (TypeError, ValueError, KeyError):
                    pass
`, '            return data if target is None else decode(target, data)\n');
}

/** It waited as long as the answer says, for hours; and gave up where the first attempt was still at work. */
function withPatience(code: string): string {
  const waiting = replaceOnce(code, `    if retry_after:
        try:
            return float(retry_after)
        except ValueError:
            pass  # HTTP-date form: fall through to backoff
`, `    if retry_after and retry_after.isdecimal():
        return float(retry_after)
`);
  return replaceOnce(waiting, '    return response is None or response.status_code in _TRANSIENT_STATUS\n', `    if response is None:
        return True
    retry_after = response.headers.get("Retry-After", "")
    if retry_after.isdecimal() and int(retry_after) > 60:
        return False
    is_in_progress = response.status_code == 409 and "idempotency_in_progress" in response.text
    return is_in_progress or response.status_code in _TRANSIENT_STATUS
`);
}

/** A redirect would be sent the API key, wherever it leads; an httpx.Client of the user's may follow them. */
function withoutRedirects(code: string): string {
  return replaceEach(code, /^( +)files=files,\n(?= +timeout=effective_timeout )/gm, '$&$1follow_redirects=False,\n');
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

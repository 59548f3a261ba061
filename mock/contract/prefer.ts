/** What a caller wants to see instead of the mock's own answer. */
export interface ExamplePreference {
  code: string | undefined;
  example: string | undefined;
}

const preference = /([\w-]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,;"]*)))?/g;

/**
 * Reads `code` and `example` from a `Prefer` header (RFC 7240), separated by commas or by semicolons: Prism itself drops
 * what follows a semicolon. The first of two equal names counts, as the RFC has it; names that are not ours are ignored.
 */
export function parsePrefer(header: string | null): ExamplePreference | undefined {
  if (!header) return undefined;
  const found: ExamplePreference = { code: undefined, example: undefined };
  for (const [, name = '', quoted, token] of header.matchAll(preference)) {
    const value = quoted === undefined ? token : quoted.replaceAll(/\\(.)/g, '$1');
    const key = name.toLowerCase();
    if ((key === 'code' || key === 'example') && found[key] === undefined && value) found[key] = value;
  }
  return found.code === undefined && found.example === undefined ? undefined : found;
}

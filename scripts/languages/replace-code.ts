/** Changes to what a generator has written. They throw when it does not write so any more: then look at whether they are still needed. */

/** Replaces what must be there exactly once. For a pattern, `$1` stands for what its first group has matched. */
export function replaceOnce(code: string, found: string | RegExp, put: string): string {
  const count = typeof found === 'string' ? code.split(found).length - 1 : [...code.matchAll(new RegExp(found, `${found.flags}g`))].length;
  if (count !== 1) throw new Error(`The generated code should have this once, and has it ${count} times:\n${found}`);
  return typeof found === 'string' ? code.replace(found, () => put) : code.replace(found, put);
}

/** Replaces what must be there at least once. */
export function replaceEach(code: string, found: RegExp, put: string | ((whole: string, ...groups: string[]) => string)): string {
  if (code.search(found) < 0) throw new Error(`The generated code does not have this any more:\n${found}`);
  return typeof put === 'string' ? code.replaceAll(found, put) : code.replaceAll(found, put);
}

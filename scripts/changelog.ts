/** A heading of a release and what is below it. */
export interface ChangelogPart {
  title: string;
  /** Markdown. */
  text: string;
}

export interface Release {
  version: string;
  /** What is said before the first part. Markdown. */
  text: string;
  parts: ChangelogPart[];
}

/** The parts that a release can have, in their order: a reader looks for what breaks first. */
export const PARTS = ['Breaking', 'Added', 'Changed', 'Fixed'];

/** Splits at headings of this level; the first entry is what stands before all of them. */
function split(markdown: string, level: number): [before: string, ...sections: ChangelogPart[]] {
  const [before = '', ...rest] = markdown.split(new RegExp(`^${'#'.repeat(level)} `, 'm'));
  return [
    before.trim(),
    ...rest.map((section) => {
      const [title = '', ...lines] = section.split('\n');
      return { title: title.trim(), text: lines.join('\n').trim() };
    }),
  ];
}

/** The releases of CHANGELOG.md, newest first. Throws where a heading is not a version, or a part not one of `PARTS` in their order. */
export function releasesOf(changelog: string): Release[] {
  const [, ...sections] = split(changelog, 2);
  return sections.map(({ title: version, text: body }) => {
    if (!/^\d+\.\d+\.\d+$/.test(version)) throw new Error(`CHANGELOG.md: "## ${version}" is not a version. Write "## 2.1.0".`);
    const [text, ...parts] = split(body, 3);
    const titles = parts.map(({ title }) => title);
    const expected = PARTS.filter((part) => titles.includes(part));
    if (titles.join() !== expected.join()) {
      throw new Error(`CHANGELOG.md, ${version}: the parts are ${titles.join(', ')}. Write each once, out of ${PARTS.join(', ')}, in this order.`);
    }
    return { version, text, parts };
  });
}

/** The code in a README: what a reader copies. */
import { readFileSync } from 'node:fs';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** The blocks of one language, in their order. */
export function readmeBlocks(file: string, language: string): string[] {
  const blocks: string[] = [];
  visit(unified().use(remarkParse).parse(readFileSync(file, 'utf8')), 'code', ({ lang, value }) => {
    if (lang === language) blocks.push(value);
  });
  return blocks;
}

/** What the comments behind the lines that print promise. */
export function promisedLines(code: string, comment: string): string[] {
  return code.split('\n').filter((line) => /print/i.test(line) && line.includes(` ${comment} `)).map((line) => line.slice(line.lastIndexOf(` ${comment} `) + comment.length + 2));
}

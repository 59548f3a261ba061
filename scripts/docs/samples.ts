/** Finds every fenced block of a page, and says what each is for: to be run, compared, validated, or refused. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Code, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { parse } from 'yaml';
import { isScenarioName, type ScenarioName, scenarioNames } from '../../mock/scenarios.ts';

const root = resolve(import.meta.dirname, '../..');

/** Those whose blocks make up one program a page, and those of which each block is a program. */
const joined = ['sh', 'ts', 'python', 'php'] as const;
const separate = ['go', 'java'] as const;
const languages: readonly string[] = [...joined, ...separate];

export type Language = (typeof joined)[number] | (typeof separate)[number];

export interface Sample {
  language: string;
  /**
   * `run` is code; `receives` is code that receives webhooks until it is ended; `start` installs or starts something;
   * `schema` and `event` are JSON, valid by the schema or the webhook that `subject` names.
   */
  purpose: 'run' | 'receives' | 'start' | 'schema' | 'event';
  subject: string;
  code: string;
  /** Where its opening fence is, counted from 1. */
  line: number;
  /** What it prints, as the block behind it says; `…` stands for any text. */
  output?: { text: string; line: number };
}

export interface Page {
  /** From the root of the repository. */
  file: string;
  /** The page's name in titles of tests: `quickstart`, or the path of a README. */
  name: string;
  text: string;
  /** The state that the mock begins with. */
  scenario: ScenarioName;
  samples: Sample[];
  /** What is wrong with its blocks, each with the file, the line and the way out. */
  faults: string[];
}

/** What runs as one: all blocks of a language on a page, or a single one. */
export interface Program {
  language: Language;
  samples: [Sample, ...Sample[]];
}

/** The guides, and the READMEs whose blocks no other test runs. */
export function pageFiles(): string[] {
  const folder = 'docs/src/content/docs';
  const guides = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((name) => /\.mdx?$/.test(name)).sort();
  return [...guides.map((name) => join(folder, name)), 'README.md', 'docs/examples/README.md'];
}

/** Reads a page by its path from the root of the repository. */
export function readPage(file: string): Page {
  const text = readFileSync(join(root, file), 'utf8');
  const tree = parserFor(file).parse(text) as Root;
  const page: Page = {
    file, name: file.replace(/^docs\/src\/content\/docs\//, '').replace(/\.mdx$/, ''), text, scenario: 'empty', samples: [], faults: [],
  };
  visit(tree, (node) => {
    if (node.type === 'yaml') readFrontmatter(page, node.value);
    if (node.type === 'code') readBlock(page, node);
  });
  return page;
}

/** The programs of a page, in the order in which they begin. */
export function programsOf({ samples }: Page): Program[] {
  const programs: Program[] = [];
  for (const sample of samples) {
    if (sample.purpose !== 'run' && sample.purpose !== 'receives') continue;
    const language = sample.language as Language;
    const alone = sample.purpose === 'receives' || (separate as readonly string[]).includes(language);
    const open = programs.find((program) => program.language === language && program.samples[0].purpose === 'run');
    if (open === undefined || alone) programs.push({ language, samples: [sample] });
    else open.samples.push(sample);
  }
  return programs;
}

/**
 * The source of a program, with every line where it is on the page, so that an error names the page's line: `prelude` is
 * on the first line, and `marker` on the line of each opening fence.
 */
export function layOut({ samples }: Program, prelude: string, marker: (line: number) => string): string {
  const lines: string[] = [prelude];
  for (const { code, line } of samples) {
    while (lines.length < line - 1) lines.push('');
    lines.push(marker(line), ...code.split('\n'));
  }
  return `${lines.join('\n')}\n`;
}

/** The commands of a block that starts something: a line each, or several joined by `&&`, without comments. */
export function commandsOf({ code }: Sample): string[] {
  return code
    .replaceAll(/\\\n\s*/g, ' ')
    .split(/\n| && /)
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
}

function parserFor(file: string) {
  const parser = unified().use(remarkParse).use(remarkFrontmatter, ['yaml']);
  return file.endsWith('.mdx') ? parser.use(remarkMdx) : parser;
}

function readFrontmatter(page: Page, text: string): void {
  const { scenario = 'empty' } = (parse(text) ?? {}) as { scenario?: unknown };
  if (typeof scenario === 'string' && isScenarioName(scenario)) page.scenario = scenario;
  else page.faults.push(`${page.file}:1: there is no scenario ${String(scenario)}. Choose one of ${scenarioNames.join(', ')}.`);
}

/** How a block looks, which changes nothing about it: a title, a frame, wrapped or marked lines. */
const looks = /\s*(?:(?:title|frame)=(?:"[^"]*"|'[^']*')|(?:(?:ins|del|mark)=)?\{[\d\s,-]+\}|\bwrap\b)/g;

function readBlock(page: Page, { lang, meta, value, position }: Code): void {
  const line = position?.start.line ?? 1;
  const refuse = (what: string) => void page.faults.push(`${page.file}:${line}: ${what}`);
  const said = (meta ?? '').replaceAll(looks, '').trim();
  const add = (purpose: Sample['purpose'], subject = '') =>
    void page.samples.push({ language: lang ?? '', purpose, subject, code: value, line });

  if (lang === null || lang === undefined) return refuse('the block has no language. Write ```text output for what is printed, or one of sh, ts, python, go, java, php, json.');
  if (said === 'output' && (lang === 'text' || lang === 'json')) {
    const before = page.samples.at(-1);
    if (before === undefined || before.output !== undefined || before.purpose === 'schema' || before.purpose === 'event') {
      return refuse('the output follows no block that prints it. Move it behind the one that does.');
    }
    before.output = { text: value, line };
    return;
  }
  if (lang === 'text') return refuse('text is not known to be true. Write ```text output behind the block that prints it, or a table.');
  if (lang === 'json') {
    const [, kind, subject] = /^(schema|event)=([\w.]+)$/.exec(said) ?? [];
    if (kind === 'schema' || kind === 'event') return add(kind, subject);
    return refuse('the JSON does not say what it is. Write ```json schema=Challenge for a schema of the contract, event=challenge.completed for a webhook, or output for what the block before prints.');
  }
  if (!languages.includes(lang)) return refuse(`nothing runs ${lang}. Use one of ${languages.join(', ')}, json or text, or say it in words.`);
  if (said === '') return add('run');
  if (said === 'start' && lang === 'sh') return add('start');
  if (said === 'receives' && lang !== 'sh') return add('receives');
  return refuse(`\`${said}\` is not known behind ${lang}. ${lang === 'sh' ? 'Write `start` for what installs or starts something' : 'Write `receives` for a program that receives webhooks'}, or nothing; every block runs.`);
}

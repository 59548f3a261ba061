/**
 * Every block of code on every page is what it says it is. One page alone:
 *
 *     npx vitest run --project docs test/docs/samples.test.ts -t quickstart
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandsOf, pageFiles, programsOf, readPage, type Page, type Sample } from '../../scripts/docs/samples.ts';
import { dereference, requestMediaOf, webhookOperations, type SchemaObject } from '../../scripts/openapi-document.ts';
import { contract, root, violations } from '../contract/contract.ts';
import { runProgram, runStart } from './run-program.ts';
import { runElsewhere } from './start-lines.ts';

const pages = pageFiles().map(readPage);
const fixture = (name: string) => readPage(`test/docs/fixtures/${name}.mdx`);

/** What is wrong with the JSON of a page. */
function wrongJson({ file, samples }: Page): string[] {
  return samples.flatMap(({ purpose, subject, code, line }) => {
    if (purpose !== 'schema' && purpose !== 'event') return [];
    const schema = purpose === 'schema' ? schemaNamed(subject) : schemaOfEvent(subject);
    if (schema === undefined) return [`${file}:${line}: the contract has no ${purpose} ${subject}.`];
    try {
      return violations(schema, JSON.parse(code)).map((what) => `${file}:${line}: ${what}`);
    } catch (error) {
      return [`${file}:${line}: ${error instanceof Error ? error.message : String(error)}`];
    }
  });
}

const schemaNamed = (name: string) => (contract.components.schemas[name] === undefined ? undefined : { $ref: `#/components/schemas/${name}` });

function schemaOfEvent(name: string): SchemaObject | undefined {
  const webhook = webhookOperations(contract).find(({ path }) => path === name);
  return webhook && dereference<SchemaObject>(contract, requestMediaOf(contract, webhook.operation)?.schema ?? {});
}

/** What is wrong with the commands of a page that install or start something. */
async function wrongStarts(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const sample of page.samples.filter(({ purpose }) => purpose === 'start')) faults.push(...(await wrongStart(page, sample)));
  return faults;
}

async function wrongStart(page: Page, sample: Sample): Promise<string[]> {
  const faults: string[] = [];
  for (const command of commandsOf(sample)) {
    const [, flags] = /^npm (?:start|run mock)(?: -- (.*))?$/.exec(command) ?? [];
    if (/^npm (?:start|run mock)\b/.test(command)) faults.push(...(await runStart(page, sample, flags?.split(/\s+/) ?? [])));
    else if (!(command in runElsewhere)) {
      faults.push(`${page.file}:${sample.line}: nothing runs \`${command}\`. Name the test that does in test/docs/start-lines.ts.`);
    }
  }
  return faults;
}

describe.each(pages)('$name', (page) => {
  it('has blocks that all say what they are', () => {
    expect(page.faults).toEqual([]);
  });

  it.each(programsOf(page).map((program) => ({ program, name: `${program.language} of line ${program.samples[0].line}` })))('runs: $name', async ({ program }) => {
    expect(await runProgram(page, program)).toEqual([]);
  });

  if (page.samples.some(({ purpose }) => purpose === 'schema' || purpose === 'event')) {
    it('shows JSON that is valid by the contract', () => {
      expect(wrongJson(page)).toEqual([]);
    });
  }

  if (page.samples.some(({ purpose }) => purpose === 'start')) {
    it('starts what it says', async () => {
      expect(await wrongStarts(page)).toEqual([]);
    });
  }
});

describe('the commands that are run elsewhere', () => {
  it.each(Object.entries(runElsewhere))('%s', (command, { test, by, readme }) => {
    expect(readFileSync(join(root, test), 'utf8').includes(by), `${test} has no ${by}`).toBe(true);
    if (readme !== undefined) expect(readFileSync(join(root, readme), 'utf8').split('\n')).toContain(command);
  });
});

describe('the reader of pages', () => {
  it('refuses every block that nothing would run, with its line and the way out', () => {
    expect(fixture('refused').faults).toEqual([
      'test/docs/fixtures/refused.mdx:1: there is no scenario rich. Choose one of empty, onboarded, funded, locked-out.',
      expect.stringMatching(/refused\.mdx:5: the block has no language\. Write ```text output/),
      expect.stringMatching(/refused\.mdx:9: nothing runs ruby\. Use one of sh, ts,/),
      expect.stringMatching(/refused\.mdx:13: `no-run` is not known behind ts\./),
      expect.stringMatching(/refused\.mdx:17: the JSON does not say what it is\./),
      expect.stringMatching(/refused\.mdx:21: text is not known to be true\./),
      expect.stringMatching(/refused\.mdx:25: the output follows no block that prints it\./),
      expect.stringMatching(/refused\.mdx:31: nothing runs yaml\./),
    ]);
  });

  it('finds the blocks in tabs and lists, and keeps a title for the look alone', () => {
    const page = fixture('right');
    expect(page.faults).toEqual([]);
    expect(page.samples.map(({ language, purpose }) => `${language} ${purpose}`)).toEqual([
      'sh run', 'ts run', 'ts run', 'python run', 'json schema', 'json event', 'sh start', 'ts receives',
    ]);
  });
});

describe('the runner of samples', () => {
  const outcome = async (name: string, language: string) => {
    const page = fixture(name);
    const programs = programsOf(page).filter((program) => program.language === language);
    return (await Promise.all(programs.map((program) => runProgram(page, program)))).flat();
  };

  it('passes a page whose samples are right', async () => {
    const page = fixture('right');
    for (const language of ['sh', 'ts', 'python']) expect(await outcome('right', language)).toEqual([]);
    expect(wrongJson(page)).toEqual([]);
    expect(await wrongStarts(page)).toEqual([]);
  });

  it('finds a command that fails, at the line of the page', async () => {
    expect(await outcome('failing', 'sh')).toEqual([expect.stringMatching(/failing\.mdx: its sh ends with 1[^]*line 12: nothing_of_that_name: unbound variable/)]);
  });

  it('finds an answer that went wrong unnoticed', async () => {
    expect(await outcome('unnoticed', 'sh')).toEqual([expect.stringMatching(/POST \/v2\/customers is answered with 400/)]);
  });

  it('finds a wrong type, a wrong comment and a wrong output in TypeScript', async () => {
    expect(await outcome('failing', 'ts')).toEqual([expect.stringMatching(/^test\/docs\/fixtures\/failing\.mdx:16: Property 'nickname' does not exist/)]);
    expect(await outcome('untrue', 'ts')).toEqual([
      expect.stringMatching(/untrue\.mdx:11: the block before prints something else:\npending/),
      expect.stringMatching(/untrue\.mdx:8: it does not print `verified`/),
    ]);
  });

  it('finds a Python program that fails', async () => {
    expect(await outcome('failing', 'python')).toEqual([expect.stringMatching(/its python ends with 1\.[^]*line 20, in <module>[^]*customer_not_found/)]);
  });

  it('finds a receiver that believes everyone, and one that believes nobody', async () => {
    expect(await outcome('receivers', 'ts')).toEqual([
      expect.stringMatching(/receivers\.mdx:3: the receiver answers a webhook that is forged with 200/),
      expect.stringMatching(/receivers\.mdx:9: the receiver does not take a genuine webhook/),
    ]);
  });

  it('finds JSON that breaks the contract, and a schema that it does not have', () => {
    expect(wrongJson(fixture('json'))).toEqual([
      expect.stringMatching(/json\.mdx:3: \/ must have required property 'message'/),
      expect.stringMatching(/json\.mdx:9: the contract has no schema Chalenge\./),
      expect.stringMatching(/json\.mdx:13: the contract has no event challenge\.finished\./),
      expect.stringMatching(/json\.mdx:17: .*JSON/),
    ]);
  });

  it('finds a start that is refused, and a command that no test runs', async () => {
    expect(await wrongStarts(fixture('starts'))).toEqual([
      expect.stringMatching(/starts\.mdx:3: the mock does not start with --scenario rich\./),
      expect.stringMatching(/starts\.mdx:7: nothing runs `npm install everything`\. Name the test that does/),
      expect.stringMatching(/starts\.mdx:15: the block before prints something else:\nAPI {12}http:\/\/localhost:4010/),
    ]);
  });
});

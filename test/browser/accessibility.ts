import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds on the page as it stands, and the ids of the rules that it could check and that hold. */
export async function runAxe(page: Page): Promise<{ found: string[]; held: string[] }> {
  await page.evaluate(axeSource);
  const { violations, passes } = await page.evaluate<AxeResults>('axe.run()');
  return {
    found: violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`)),
    held: passes.map(({ id }) => id),
  };
}

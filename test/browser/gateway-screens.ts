import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { runAxe } from './accessibility.ts';

// The Gateway page by what its user reads: every function leaves the page on the next screen.

const patience = { timeout: 30_000 };

/** Waits for the screen with this heading. */
export async function heading(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name, exact: true }).waitFor(patience);
}

/** What the page has announced. */
export async function alertOf(page: Page): Promise<string> {
  const alert = page.getByRole('alert');
  await alert.waitFor(patience);
  return alert.innerText();
}

/** Types a new PIN twice. */
export async function choosePin(page: Page, label: 'PIN' | 'New PIN', pin: string, repeated = pin): Promise<void> {
  await page.getByLabel(label, { exact: true }).fill(pin);
  await page.getByLabel('Repeat the PIN', { exact: true }).fill(repeated);
  await page.keyboard.press('Enter');
}

export interface Answers {
  pet: string;
  city: string;
}

/** Chooses recovery by two questions, and answers them. */
export async function chooseQuestions(page: Page, { pet, city }: Answers): Promise<void> {
  await page.getByRole('button', { name: /^Security questions/ }).click();
  await heading(page, 'Security questions');
  await page.getByRole('combobox', { name: 'First question' }).selectOption('first-pet');
  await page.getByRole('combobox', { name: 'Second question' }).selectOption('birth-city');
  await page.getByLabel('Your answer').first().fill(pet);
  await page.getByLabel('Your answer').last().fill(city);
}

/** Chooses recovery by e-mail, and has a code sent. */
export async function chooseEmail(page: Page, address: string): Promise<void> {
  await page.getByRole('button', { name: /^E-mail/ }).click();
  await heading(page, 'Recovery by e-mail');
  await page.getByLabel('E-mail address').fill(address);
  await page.getByRole('button', { name: 'Send code' }).click();
  await heading(page, 'Check your e-mail');
}

/** Types the PIN that is to be replaced. */
export async function enterCurrentPin(page: Page, pin: string): Promise<void> {
  await page.getByLabel('Current PIN').fill(pin);
  await page.keyboard.press('Enter');
}

/** Types the code of an e-mail. */
export async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code from the e-mail').fill(code);
  await page.keyboard.press('Enter');
}

/** Answers the questions that were set up. */
export async function answerQuestions(page: Page, { pet, city }: Answers): Promise<void> {
  await page.getByLabel('What was the name of your first pet?').fill(pet);
  await page.getByLabel('In which city were you born?').fill(city);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Approves what is shown. */
export async function approve(page: Page, pin: string): Promise<void> {
  await page.getByLabel('Enter your PIN to approve').fill(pin);
  await page.keyboard.press('Enter');
}

/** Goes back to the application without waiting to be taken there. */
export async function returnToApplication(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^Return to/ }).click();
  await page.waitForURL(/\/return\?/);
}

/** Name a folder to get a picture of every screen: `SCREENSHOTS=/tmp/screens npx vitest run test/browser/flow.test.ts`. */
const pictures = process.env['SCREENSHOTS'];
const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

/** Holds the screen to accessibility, at both sizes and in both colour schemes. */
export async function inspect(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const size of sizes) {
    await page.setViewportSize(size);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { found, held } = await runAxe(page);
      const where = `${name} at ${size.width} pixels, ${colorScheme}`;
      expect.soft(found, where).toEqual([]);
      expect.soft(held, where).toContain('color-contrast');
      if (pictures !== undefined) {
        await page.screenshot({ path: join(pictures, `${name}.${size.width}.${colorScheme}.png`), fullPage: true, caret: 'initial' });
      }
    }
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect.soft(sideways, `${name} scrolls sideways at ${size.width} pixels`).toBe(0);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  if (before !== null) await page.setViewportSize(before);
}

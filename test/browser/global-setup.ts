import { findChromium } from './browser.ts';

/** Finds or installs the browser once, before any test waits for it. */
export async function setup(): Promise<void> {
  console.log(`Browser: ${await findChromium()}`);
}

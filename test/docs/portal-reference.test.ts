import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReference } from '../../scripts/docs/reference.ts';

describe('the whole contract on one page', () => {
  let folder: string;
  let page: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'planbok-reference-'));
    await buildReference(folder);
    page = await readFile(join(folder, 'index.html'), 'utf8');
  });

  afterAll(() => rm(folder, { recursive: true }));

  // The page is 3 MB: a failing assertion must not print it.
  it('has no telemetry, and a policy that lets it ask no other host', () => {
    expect(page.includes('"disableTelemetry":true')).toBe(true);
    expect(page.includes('logo-mini-full.svg')).toBe(false);
    expect(/<(script|link|img)[^>]+(src|href)="https?:/.exec(page)?.[0]).toBeUndefined();
    const policy = /<head><meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(page)?.[1] ?? '';
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/https?:|\*/);
  });

  it('has every operation', () => {
    expect(page.includes('createWallets')).toBe(true);
  });
});

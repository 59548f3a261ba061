import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildReference, referenceApp } from '../../scripts/docs.ts';
import { contract } from './contract.ts';

describe('the documentation', () => {
  let folder: string;
  let app: Hono;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'planbok-docs-'));
    await buildReference(folder);
    app = await referenceApp(folder);
  });

  afterAll(() => rm(folder, { recursive: true }));

  it('is one page without telemetry, whose policy lets it ask no other host', async () => {
    const page = await (await app.request('/')).text();
    // The page is 3 MB: a failing assertion must not print it.
    expect(page.includes('"disableTelemetry":true')).toBe(true);
    expect(page.includes('logo-mini-full.svg')).toBe(false);
    expect(/<(script|link|img)[^>]+(src|href)="https?:/.exec(page)?.[0]).toBeUndefined();
    const policy = /<head><meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(page)?.[1] ?? '';
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/https?:|\*/);
    expect(page.includes('createWallets')).toBe(true);
  });

  it('explains every error at the address that the error links to', async () => {
    const page = await (await app.request('/errors/')).text();
    const codes = contract.components.schemas['ErrorCode']?.['x-extensible-enum'] as string[];
    expect(codes.filter((code) => !page.includes(`<section id="${code}">`))).toEqual([]);
  });

  it('serves the contract as YAML and as JSON', async () => {
    const yaml = await app.request('/openapi.yaml');
    expect(yaml.headers.get('content-type')).toContain('application/yaml');
    expect(await (await app.request('/openapi.json')).json()).toEqual(contract);
    expect((await app.request('/nothing')).status).toBe(404);
  });
});

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { PARTS, releasesOf } from '../../scripts/changelog.ts';
import type { OpenApiDocument } from '../../scripts/openapi-document.ts';
import { lastRelease, rate, releases } from '../../scripts/rate.ts';
import { release } from '../../scripts/release.ts';
import { root } from './contract.ts';

const read = (file: string): Promise<string> => readFile(join(root, file), 'utf8');

let folder: string;
let released: string;
let text: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'planbok-releases-'));
  released = join(releases, await lastRelease(), 'openapi.yaml');
  text = await readFile(released, 'utf8');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Rates the released contract with something changed in it. */
async function rateWith(change: (contract: OpenApiDocument) => void) {
  const contract = parse(text) as OpenApiDocument;
  change(contract);
  const file = join(folder, 'openapi.yaml');
  await writeFile(file, stringify(contract));
  return await rate(released, file);
}

/** The version that is this much higher than the released one. */
function raised(contract: OpenApiDocument, part: 'major' | 'minor'): string {
  const [major = 0, minor = 0] = contract.info.version.split('.').map(Number);
  return part === 'major' ? `${major + 1}.0.0` : `${major}.${minor + 1}.0`;
}

function withoutChains(contract: OpenApiDocument): void {
  expect(delete contract.paths['/v2/config/chains']).toBe(true);
}

function withNickname(contract: OpenApiDocument): void {
  const { properties } = contract.components.schemas['Customer'] as { properties: Record<string, object> };
  properties['nickname'] = { type: 'string', description: 'What they are called.', pattern: '^\\S+$', maxLength: 32 };
}

describe('a change of the contract', () => {
  it('passes when there is none', async () => {
    const { passed, report } = await rateWith(() => undefined);
    expect({ passed, report }).toEqual({ passed: true, report: expect.stringContaining('0 major, 0 minor, 0 patch') });
  });

  it('that breaks fails without a major version, and is told the way out', async () => {
    const { passed, report } = await rateWith((contract) => {
      withoutChains(contract);
      contract.info.version = raised(contract, 'minor');
    });
    expect(passed).toBe(false);
    expect(report).toContain('/v2/config/chains');
    expect(report).toMatch(/needs \d+\.0\.0,/);
    expect(report).toContain('"### Breaking"');
  });

  it('that breaks passes with a major version', async () => {
    const { passed, report } = await rateWith((contract) => {
      withoutChains(contract);
      contract.info.version = raised(contract, 'major');
    });
    expect(passed, report).toBe(true);
    expect(report).toContain('1 major');
  });

  it('that adds a field passes with a minor version, and fails with none', async () => {
    const bumped = await rateWith((contract) => {
      withNickname(contract);
      contract.info.version = raised(contract, 'minor');
    });
    expect(bumped.passed, bumped.report).toBe(true);
    expect((await rateWith(withNickname)).passed).toBe(false);
  });
});

describe('a release', () => {
  const changelog = '# Changelog\n\n## 2.0.0\n\nThe first.\n';
  const bundle = 'openapi: 3.1.0\ninfo:\n  version: 2.0.0\n';

  it('keeps the bundle, once, under its version', async () => {
    const file = await release({ bundle, changelog, folder });
    expect(file).toBe(join(folder, '2.0.0/openapi.yaml'));
    expect(await readFile(file, 'utf8')).toBe(bundle);
    expect(await release({ bundle, changelog, folder })).toBe(file);
    const other = `${bundle}  title: Other\n`;
    await expect(release({ bundle: other, changelog, folder })).rejects.toThrow('2.0.0 was released with another content');
    expect(await readFile(file, 'utf8')).toBe(bundle);
    await release({ bundle: other, changelog, folder, replace: true });
    expect(await readFile(file, 'utf8')).toBe(other);
  });

  it('is refused without its entry in the changelog', async () => {
    await expect(release({ bundle: bundle.replace('2.0.0', '2.1.0'), changelog, folder })).rejects.toThrow('Write "## 2.1.0" above it.');
    expect(await lastRelease(folder)).toBe('2.0.0');
  });

  it('is kept of every version of the changelog but one that is to come', async () => {
    const [newest, ...older] = releasesOf(await read('CHANGELOG.md')).map(({ version }) => version);
    expect([newest, ...older.slice(0, 1)]).toContain(await lastRelease());
    for (const version of older) expect((parse(await readFile(join(releases, version, 'openapi.yaml'), 'utf8')) as OpenApiDocument).info.version).toBe(version);
  });
});

describe('the changelog', () => {
  it('has one heading a version, newest first, and what breaks before all else', async () => {
    const versions = releasesOf(await read('CHANGELOG.md')).map(({ version }) => version);
    expect(new Set(versions).size).toBe(versions.length);
    expect(versions.toSorted((one, other) => other.localeCompare(one, 'en', { numeric: true }))).toEqual(versions);
    expect(PARTS[0]).toBe('Breaking');
  });

  it('is refused when a heading is no version, or its parts are in another order', () => {
    expect(() => releasesOf('## Unreleased\n\nx\n')).toThrow('"## Unreleased" is not a version');
    expect(() => releasesOf('## 3.0.0\n\n### Added\n\n- x\n\n### Breaking\n\n- y\n')).toThrow('Write each once, out of Breaking, Added, Changed, Fixed, in this order.');
    expect(releasesOf('# Changelog\n\n## 3.0.0\n\nNow.\n\n### Breaking\n\n- y\n\n## 2.0.0\n\nThen.\n')).toEqual([
      { version: '3.0.0', text: 'Now.', parts: [{ title: 'Breaking', text: '- y' }] },
      { version: '2.0.0', text: 'Then.', parts: [] },
    ]);
  });
});

describe('the version', () => {
  it('is the same wherever it is written', async () => {
    const { version } = JSON.parse(await read('package.json')) as { version: string };
    const places: [file: string, form: RegExp][] = [
      ['openapi/openapi.yaml', /^ {2}version: (\S+)$/m],
      ['generated/openapi.yaml', /^ {2}version: (\S+)$/m],
      ['CHANGELOG.md', /^## (\S+)$/m],
      ['package-lock.json', /^ {2}"version": "([^"]+)"/m],
      ['docs/package.json', /^ {2}"version": "([^"]+)"/m],
      ['docs/package-lock.json', /^ {2}"version": "([^"]+)"/m],
      ['client/contract-version.ts', /contractVersion = '([^']+)'/],
      ['client/java/pom.xml', /^ {2}<version>([^<]+)</m],
      ['client/java/README.md', /<version>([^<]+)</],
      ['client/php/composer.json', /"version": "([^"]+)"/],
      ['client/php/README.md', /planbok\/customer-custody:(\S+)/],
      ['README.md', /planbok-customer-custody-(\d\S*)\.tgz/],
    ];
    const found = await Promise.all(places.map(async ([file, form]) => [file, form.exec(await read(file))?.[1]]));
    expect(Object.fromEntries(found)).toEqual(Object.fromEntries(places.map(([file]) => [file, version])));
  });
});

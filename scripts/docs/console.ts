import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type OpenApiDocument, type ParameterObject, pathOperations } from '../openapi-document.ts';

/** The console may call what runs on this machine, and nothing else. */
const policy = [
  "default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "font-src 'self' data:",
  "connect-src 'self' http://localhost:* http://127.0.0.1:*", "worker-src 'self' blob:", "base-uri 'none'", "form-action 'none'",
].join('; ');

const page = (base: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="Call every operation of Planbok Customer Custody from the browser, against the mock on your machine.">
<title>Console · Planbok Customer Custody</title>
<link rel="icon" href="${base}favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="console.css">
</head>
<body>
<header>
<a href="${base}" class="home"><svg viewBox="4 2 24 28" width="21" height="24" aria-hidden="true"><path class="ink" d="M15 3v20A10 10 0 0 1 15 3Z"/><path class="accent" d="M17 9a10 10 0 0 1 0 20Z"/></svg><span><strong>Planbok</strong> Customer Custody</span></a>
<p>Calls the mock on your machine: start it with <code id="start">npm start</code></p>
</header>
<main>
<h1>Console</h1>
<noscript><p>Here you call every operation from the browser, against the mock on your machine. It needs JavaScript: the <a href="${base}api/">pages of the API</a> do not.</p></noscript>
<div id="console"></div>
</main>
<script src="scalar.js"></script>
<script src="console.js"></script>
</body>
</html>
`;

const style = `:root { color-scheme: light dark; --bar: 3.5rem; --scalar-custom-header-height: var(--bar); --paper: #fff; --ink: #14161c; --soft: #3a3f4b; --line: #e6e8ec; --accent: #2f5bea }
@media (prefers-color-scheme: dark) { :root:not(.light) { --paper: #101216; --ink: #f4f5f7; --soft: #bec3cd; --line: #262a33; --accent: #5b7fff } }
:root.dark { --paper: #101216; --ink: #f4f5f7; --soft: #bec3cd; --line: #262a33; --accent: #5b7fff }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif }
header { align-items: center; background: var(--paper); border-bottom: 1px solid var(--line); box-sizing: border-box; display: flex; gap: 1.5rem; height: var(--bar); justify-content: space-between; padding: 0 1.5rem; position: sticky; top: 0; z-index: 20 }
.home { align-items: center; color: var(--soft); display: flex; gap: .625rem; text-decoration: none; white-space: nowrap }
.home strong { color: var(--ink) }
.ink { fill: var(--ink) } .accent { fill: var(--accent) }
header p { color: var(--soft); font-size: .875rem; margin: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
header code { color: var(--ink); font-size: .8125rem }
main > h1 { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px }
#console { --scalar-font: inherit }
#console section:focus, #console .section:focus, #console .section:focus-visible, #console [tabindex='-1']:focus { outline: none }
noscript p { margin: 2rem auto; max-width: 40rem; padding: 0 1.5rem }
@media (max-width: 40rem) { header p { display: none } }
.light-mode { --scalar-color-accent: #2f5bea; --scalar-background-accent: #edf1fe; --scalar-color-1: #14161c; --scalar-color-2: #3a3f4b; --scalar-color-3: #5c6370; --scalar-background-1: #fff; --scalar-background-2: #f8f9fa; --scalar-background-3: #f1f2f5; --scalar-border-color: #e6e8ec; --scalar-button-1: #2f5bea; --scalar-button-1-color: #fff; --scalar-button-1-hover: #2449c8 }
.dark-mode { --scalar-color-accent: #a9bdff; --scalar-background-accent: #1a2340; --scalar-color-1: #f4f5f7; --scalar-color-2: #bec3cd; --scalar-color-3: #949bab; --scalar-background-1: #101216; --scalar-background-2: #15181e; --scalar-background-3: #1a1d24; --scalar-border-color: #262a33; --scalar-button-1: #2f5bea; --scalar-button-1-color: #fff; --scalar-button-1-hover: #2449c8 }
`;

/** Runs in the page: begins at the operation named after the `#`, in the colours that the documentation has. */
const script = (places: Record<string, string>) => `const places = ${JSON.stringify(places)};
const asked = places[location.hash.slice(1)];
if (asked !== undefined) history.replaceState(null, '', '#' + asked);
addEventListener('hashchange', () => {
  const place = places[location.hash.slice(1)];
  if (place !== undefined) location.replace('#' + place);
});

const stored = localStorage.getItem('starlight-theme');
const dark = stored === 'dark' || (!stored && matchMedia('(prefers-color-scheme: dark)').matches);
document.documentElement.classList.add(dark ? 'dark' : 'light');

const local = /^(localhost|127\\.\\d+\\.\\d+\\.\\d+|\\[::1\\])$/.test(location.hostname);
if (!local) document.getElementById('start').textContent = 'npm start -- --cors ' + location.origin;

const api = new URLSearchParams(location.search).get('api');
const own = api !== null && /^http:\\/\\/(localhost|127\\.0\\.0\\.1)(:\\d+)?$/.test(api) ? api : 'http://localhost:4010';

Scalar.createApiReference('#console', {
  url: 'openapi.json',
  servers: [{ url: own, description: 'The mock on your machine' }],
  authentication: { preferredSecurityScheme: 'apiKey', securitySchemes: { apiKey: { value: 'pk_sandbox_full' } } },
  theme: 'none',
  darkMode: dark,
  forceDarkModeState: dark ? 'dark' : 'light',
  hideDarkModeToggle: true,
  withDefaultFonts: false,
  telemetry: false,
  agent: { disabled: true },
  mcp: { disabled: true },
  showDeveloperTools: 'never',
  hideClientButton: true,
  persistAuth: false,
  documentDownloadType: 'none',
  defaultOpenAllTags: false,
  hideModels: true,
  defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
});
`;

/**
 * The contract as the console has it. It sends what the examples hold: with one idempotency key for all, the second call
 * would get the first one's answer again.
 */
function forConsole(document: OpenApiDocument): OpenApiDocument {
  const copy = structuredClone(document);
  for (const parameter of Object.values(copy.components['parameters'] ?? {}) as ParameterObject[]) {
    if (parameter.in === 'header') delete parameter.example;
  }
  for (const name of ['IdempotencyKey', 'RequestId']) delete copy.components.schemas[name]?.['examples'];
  for (const { value } of Object.values(copy.components['examples'] ?? {}) as { value?: unknown }[]) {
    if (typeof value === 'object' && value !== null) Reflect.deleteProperty(value, 'idempotencyKey');
  }
  return copy;
}

/** Writes the console into `folder`: its own page, and Scalar's script out of its package. */
export async function buildConsole(folder: string, { document, base, tools }: { document: OpenApiDocument; base: string; tools: string }): Promise<void> {
  await mkdir(folder, { recursive: true });
  const places = Object.fromEntries(
    pathOperations(document).map(({ operation, method, path }) => {
      const tag = operation.tags[0]?.toLowerCase().replaceAll(' ', '-') ?? '';
      return [operation.operationId, `tag/${tag}/${method.toUpperCase()}${path}`];
    }),
  );
  await Promise.all([
    writeFile(join(folder, 'index.html'), page(base)),
    writeFile(join(folder, 'openapi.json'), JSON.stringify(forConsole(document))),
    writeFile(join(folder, 'console.css'), style),
    writeFile(join(folder, 'console.js'), script(places)),
    copyFile(join(tools, '@scalar/api-reference/dist/browser/standalone.js'), join(folder, 'scalar.js')),
  ]);
}

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The Gateway page as it is served: one document and its headers, the same for every challenge. */
export interface GatewayPage {
  html: string;
  headers: Record<string, string>;
}

const defaultFile = join(import.meta.dirname, '..', 'generated', 'gateway.html');

/** Reads the built page, and computes the policy that allows its own script and style by their hashes and nothing else. */
export function loadGatewayPage(file: string = defaultFile): GatewayPage {
  const html = readFileSync(file, 'utf8');
  return { html, headers: gatewayPageHeaders(html) };
}

/** The headers for a page with inline scripts and styles. */
export function gatewayPageHeaders(html: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    // Argon2id is WebAssembly; this allows compiling it, and no `eval`.
    `script-src ${hashesOf(html, 'script')} 'wasm-unsafe-eval'`,
    `style-src ${hashesOf(html, 'style')}`,
    "connect-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': policy.join('; '),
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cache-Control': 'no-store',
  };
}

function hashesOf(html: string, element: 'script' | 'style'): string {
  const texts = html.matchAll(new RegExp(`<${element}(?: [^>]*)?>([\\s\\S]*?)</${element}>`, 'g'));
  const hashes = Array.from(texts, ([, text = '']) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`);
  if (hashes.length === 0) throw new Error(`The Gateway page has no inline ${element}. Build it again: npm run generate`);
  return hashes.join(' ');
}

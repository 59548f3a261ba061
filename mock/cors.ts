import { isLoopback } from './safe-url.ts';

/**
 * Whose pages may call the API from a browser: those served by this machine, on any port, and those of the origins given.
 * `null`, which a sandboxed frame or a file sends, is none of them. Throws a RangeError for what is not an origin.
 */
export function createCors(origins: readonly string[]): (origin: string) => boolean {
  for (const origin of origins) {
    if (URL.parse(origin)?.origin !== origin) throw new RangeError(`--cors ${origin} is not an origin. Give one such as https://docs.example.com, without a path.`);
  }
  const given = new Set(origins);
  return (origin) => given.has(origin) || isLocal(origin);
}

function isLocal(origin: string): boolean {
  const url = URL.parse(origin);
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') && url.origin === origin && isLoopback(url.hostname);
}

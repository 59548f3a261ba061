import { ApiError } from '../api-error.ts';

export interface ParsedUrl {
  /** The decoded segments of the path; `/` has one, which is empty. */
  segments: string[];
  query: [name: string, value: string][];
}

/** Takes a request's URL apart without losing what `URL` repairs silently. A bad percent-encoding is `malformed_url`. */
export function parseUrl(url: string): ParsedUrl {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  const fragment = url.indexOf('#');
  const end = fragment === -1 ? url.length : fragment;
  const mark = url.indexOf('?');
  const pathEnd = mark === -1 || mark > end ? end : mark;
  const path = start === -1 || start > pathEnd ? '/' : url.slice(start, pathEnd);
  const search = url.slice(pathEnd + 1, end);
  return {
    segments: path.split('/').slice(1).map(decode),
    query: search === '' ? [] : search.split('&').filter(Boolean).map(parsePair),
  };
}

function parsePair(pair: string): [string, string] {
  const mark = pair.indexOf('=');
  const [name, value] = mark === -1 ? [pair, ''] : [pair.slice(0, mark), pair.slice(mark + 1)];
  return [decode(name.replaceAll('+', ' ')), decode(value.replaceAll('+', ' '))];
}

function decode(text: string): string {
  if (!text.includes('%')) return text;
  let decoded: string;
  try {
    decoded = decodeURIComponent(text);
  } catch (cause) {
    throw new ApiError('malformed_url', { cause });
  }
  // No store and no header takes it.
  if (decoded.includes('\0')) throw new ApiError('malformed_url', { message: 'The URL contains a NUL character.' });
  return decoded;
}

import { ApiError } from '../api-error.ts';

const contentTypePattern = /^[ \t]*([\w!#$&^.+-]+\/[\w!#$&^.+-]+)[ \t]*(?:;(.*))?$/;
const charsetPattern = /(?:^|;)[ \t]*charset="?([^";]+)"?/i;

export function isJson(mediaType: string | undefined): boolean {
  return mediaType !== undefined && /^application\/(?:[\w.-]+\+)?json\b/i.test(mediaType);
}

/** Finds the entry for a media type: the very same, then `type/*`, then any type. Parameters do not count. */
export function matchMediaType<Value>(entries: ReadonlyMap<string, Value>, contentType: string): [string, Value] | undefined {
  const essence = contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  for (const candidate of [essence, essence.replace(/\/.*$/, '/*'), '*/*']) {
    const value = entries.get(candidate);
    if (value !== undefined) return [essence, value];
  }
  return undefined;
}

/** Finds the entry for a request's Content-Type, and refuses one that is absent, garbage, unknown or not in UTF-8. */
export function selectMediaType<Value>(entries: ReadonlyMap<string, Value>, contentType: string | null): [string, Value] {
  const [, essence, parameters = ''] = contentTypePattern.exec(contentType ?? '') ?? [];
  const charset = charsetPattern.exec(parameters)?.[1] ?? 'utf-8';
  const found = essence !== undefined && /^utf-?8$/i.test(charset.trim()) ? matchMediaType(entries, essence) : undefined;
  if (found) return found;
  const sent = contentType === null ? 'A body needs a Content-Type' : `The Content-Type ${contentType} is not supported`;
  throw new ApiError('unsupported_media_type', { message: `${sent}. Send ${[...entries.keys()].join(' or ')} in UTF-8.` });
}

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/** How a URL is called in what is said of it. */
export interface UrlName {
  name: string;
  /** How its origin is called. */
  originName: string;
  example: string;
}

/**
 * Why a URL that somebody gives the mock to go to is refused, and how to mend it; `undefined` when it is fine: `https`, or
 * `http` on a loopback host, without credentials and without a fragment.
 */
export function refuseUnsafeUrl(text: string, { name, originName, example }: UrlName): string | undefined {
  const url = URL.parse(text);
  if (url === null) return `The ${name} is not an absolute URL. Send one such as ${example}.`;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return `The ${name} has the scheme ${url.protocol.slice(0, -1)}. Use https, or http on a loopback host.`;
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    return `${originName} ${url.origin} is not allowed: use https, or http on a loopback host.`;
  }
  if (url.username !== '' || url.password !== '') return `The ${name} carries a user name or a password. Leave them out.`;
  if (text.includes('#')) return `The ${name} has a fragment. Leave out the # and what follows it.`;
  return undefined;
}

/** Whether a host of a URL is this machine, by its name. */
export function isLoopback(hostname: string): boolean {
  return loopbackHosts.has(hostname) || hostname.endsWith('.localhost') || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

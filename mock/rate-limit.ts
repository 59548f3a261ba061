import { ApiError } from './api-error.ts';
import type { AnyCall } from './contract.ts';

/** Refuses a call that is one too many. `client` is the address it came from. */
export type RateLimit = (call: AnyCall, client: string) => Promise<void>;

type Group = 'read' | 'management' | 'signing' | 'sensitive';

/** How many calls in how many seconds, and whether an address or the organization is counted. */
const limits: Record<Group, { points: number; duration: number; by: 'address' | 'organization' }> = {
  read: { points: 20, duration: 1, by: 'organization' },
  management: { points: 10, duration: 1, by: 'organization' },
  signing: { points: 10, duration: 1, by: 'organization' },
  sensitive: { points: 5, duration: 300, by: 'address' },
};

const groupsByTag: Record<string, Group> = {
  Transactions: 'signing',
  Signing: 'signing',
  Gateway: 'sensitive',
};

/** The vendor's limits, by real time. Service and Sandbox are not counted. */
export async function createRateLimit(tagsOf: (operationId: string) => readonly string[]): Promise<RateLimit> {
  const { RateLimiterMemory } = await import('rate-limiter-flexible');
  const limiters = {
    read: new RateLimiterMemory({ ...limits.read, keyPrefix: 'read' }),
    management: new RateLimiterMemory({ ...limits.management, keyPrefix: 'management' }),
    signing: new RateLimiterMemory({ ...limits.signing, keyPrefix: 'signing' }),
    sensitive: new RateLimiterMemory({ ...limits.sensitive, keyPrefix: 'sensitive' }),
  };
  return async (call, client) => {
    const tags = tagsOf(call.operationId);
    if (tags.includes('Service') || tags.includes('Sandbox')) return;
    const group = groupOf(call, tags);
    // A person reads and reloads the Gateway page: only what could be a guess is counted there.
    if (group === 'read' && tags.includes('Gateway')) return;
    const key = limits[group].by === 'address' ? client : 'organization';
    try {
      await limiters[group].consume(key);
    } catch (refusal) {
      const wait = waitOf(refusal);
      if (wait === undefined) throw refusal;
      const seconds = Math.max(1, Math.ceil(wait / 1000));
      throw new ApiError('rate_limited', {
        message: `Too many requests. Try again in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
        headers: { 'Retry-After': seconds },
      });
    }
  };
}

function groupOf({ method }: AnyCall, tags: readonly string[]): Group {
  if (method === 'GET') return 'read';
  for (const tag of tags) {
    const group = groupsByTag[tag];
    if (group !== undefined) return group;
  }
  return 'management';
}

function waitOf(refusal: unknown): number | undefined {
  const wait: unknown = typeof refusal === 'object' && refusal !== null ? Reflect.get(refusal, 'msBeforeNext') : undefined;
  return typeof wait === 'number' ? wait : undefined;
}

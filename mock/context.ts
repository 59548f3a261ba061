import type { Clock } from './clock.ts';
import type { GatewayPage } from './gateway-page.ts';
import type { Happening } from './happening.ts';
import type { Random } from './nodes/random.ts';
import type { NodeOneKey } from './nodes/sealed-secret.ts';
import type { ReturnUrlPolicy } from './return-url.ts';
import type { Store } from './store/database.ts';

/** How the Gateway page looks. `logo` is a data URI. */
export interface Branding {
  name: string;
  color: string;
  logo?: string;
}

/** What the handlers work with. Time, ids and randomness come from here and from nowhere else. */
export interface Context {
  db: Store;
  clock: Clock;
  newId: () => string;
  random: Random;
  /** What a browser would draw, where the Sandbox plays one: a source of its own, or a seed would not give the same keys with a browser and without. */
  browserRandom: Random;
  /** After a reset: breaks off the webhooks that are under way, and begins ids and randomness again in a seeded run. */
  beginAgain: () => void;
  nodeOneKey: NodeOneKey;
  /** Keys the hashes of recovery codes. */
  recoveryCodeKey: Uint8Array;
  /** The Gateway's origin, known once it listens. */
  gatewayOrigin: () => string;
  gatewayPage: () => GatewayPage;
  returnUrls: ReturnUrlPolicy;
  webhookSecret: string;
  /** Where every event is delivered to, as it was given at the start. */
  webhookUrls: readonly string[];
  branding: Branding;
  /** Whether new wallets get a little of their chain's native token. */
  faucet: boolean;
  /** Tells the log of a change. */
  happened: (happening: Happening) => void;
  /** Tells the background that something is due. */
  wake: () => void;
}

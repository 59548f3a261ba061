import type { VNode } from 'preact';
import type { GatewayChallenge } from '../contract.ts';
import { SafeText } from './safe-text.tsx';

/** Which application asks, and whom. The application is named by its origin, which nobody can make up. */
export function Requester({ challenge }: { challenge: GatewayChallenge }): VNode {
  return (
    <div class="requester">
      <p class="requester-origin">
        <span class="requester-label">Request from </span>
        <strong>
          <SafeText text={hostOf(challenge.application.origin)} />
        </strong>
      </p>
      <p class="requester-customer">
        <span class="requester-label">For </span>
        <SafeText text={challenge.customer.name} />
      </p>
    </div>
  );
}

/** An origin as people read it; `http` is told, `https` is what they expect. */
export function hostOf(address: string): string {
  if (!URL.canParse(address)) return address;
  const { protocol, host, origin } = new URL(address);
  return protocol === 'https:' ? host : origin;
}

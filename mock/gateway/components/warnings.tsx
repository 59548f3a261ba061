import type { VNode } from 'preact';
import type { ChallengeDisplay } from '../contract.ts';
import { Danger, Warning } from './icons.tsx';
import { SafeSentence } from './safe-text.tsx';

type DisplayWarning = ChallengeDisplay['warnings'][number];

/** What hands something over for good. Everything else, and what this page does not know yet, asks for a second look. */
const dangers = new Set(['unlimited_approval', 'account_control', 'private_keys_leave']);

/** The warnings, those that matter most first and apart from the rest. */
export function Warnings({ warnings }: { warnings: readonly DisplayWarning[] }): VNode {
  const isDanger = ({ code }: DisplayWarning): boolean => dangers.has(code);
  return (
    <>
      <WarningBox tone="danger" warnings={warnings.filter(isDanger)} />
      <WarningBox tone="warning" warnings={warnings.filter((warning) => !isDanger(warning))} />
    </>
  );
}

function WarningBox({ tone, warnings }: { tone: 'danger' | 'warning'; warnings: readonly DisplayWarning[] }): VNode | null {
  if (warnings.length === 0) return null;
  const isDanger = tone === 'danger';
  return (
    <div class={`message message-${tone}`}>
      {isDanger ? <Danger /> : <Warning />}
      <div class="warning-text">
        <p class={isDanger ? 'warning-head' : 'spoken'}>{isDanger ? 'Be careful' : 'Please note'}</p>
        {warnings.map(({ message }) => (
          <p>
            <SafeSentence text={message} />
          </p>
        ))}
      </div>
    </div>
  );
}

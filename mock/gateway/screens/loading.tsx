import type { VNode } from 'preact';
import type { ScreenProps } from '../app.tsx';
import { Screen } from '../components/screen.tsx';

export function LoadingScreen({ flow }: ScreenProps): VNode {
  return (
    <Screen flow={flow} title="Opening your request">
      <div class="skeleton" aria-hidden="true">
        <span />
        <span />
        <span />
      </div>
      <p class="hint" role="status">
        {flow.busy?.slow === true ? 'This takes longer than usual. Your network may be slow; keep this page open.' : ''}
      </p>
    </Screen>
  );
}

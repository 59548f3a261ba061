import type { VNode } from 'preact';
import type { ScreenProps } from '../app.tsx';
import { canGoBack } from '../flow.ts';
import { QuietButton } from './button.tsx';

/** The ways out of a step: back, and out of the request altogether. */
export function Exits({ flow, dispatch, rejectLabel = 'Cancel' }: ScreenProps & { rejectLabel?: string }): VNode {
  const { step, busy } = flow;
  return (
    <div class="exits">
      {canGoBack(flow) ? (
        <QuietButton disabled={busy !== undefined} onClick={() => dispatch({ type: 'back' })}>
          Back
        </QuietButton>
      ) : null}
      <QuietButton disabled={busy !== undefined} onClick={() => dispatch({ type: 'go', step: { name: 'reject', from: step } })}>
        {rejectLabel}
      </QuietButton>
    </div>
  );
}

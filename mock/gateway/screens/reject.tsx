import type { VNode } from 'preact';
import type { ScreenProps } from '../app.tsx';
import { QuietButton, Submit } from '../components/button.tsx';
import { hostOf } from '../components/requester.tsx';
import { Cross } from '../components/icons.tsx';
import { FlowMessage } from '../components/message.tsx';
import { SafeText } from '../components/safe-text.tsx';
import { Screen } from '../components/screen.tsx';

/** Asks once more before the request is gone for good. */
export function RejectScreen({ flow, session, dispatch }: ScreenProps): VNode | null {
  const { challenge, busy } = flow;
  if (challenge === undefined) return null;
  return (
    <Screen
      flow={flow}
      icon={<Cross />}
      tone="bad"
      title="Reject this request?"
      lead={
        <>
          <strong>
            <SafeText text={hostOf(challenge.application.origin)} />
          </strong>{' '}
          is told that you said no to “<SafeText text={challenge.display.title} />”. Nothing is signed, and nothing changes.
        </>
      }
    >
      <form
        class="form form-reject"
        onSubmit={(event) => {
          event.preventDefault();
          if (busy === undefined) void session.reject();
        }}
      >
        <FlowMessage flow={flow} id="reject-message" />
        <Submit flow={flow}>Reject request</Submit>
        <QuietButton disabled={busy !== undefined} onClick={() => dispatch({ type: 'back' })}>
          Keep it
        </QuietButton>
      </form>
    </Screen>
  );
}

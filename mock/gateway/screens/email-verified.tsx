import type { VNode } from 'preact';
import type { ScreenProps } from '../app.tsx';
import { Exits } from '../components/actions.tsx';
import { Submit } from '../components/button.tsx';
import { Check } from '../components/icons.tsx';
import { FlowMessage } from '../components/message.tsx';
import { SafeText } from '../components/safe-text.tsx';
import { Screen } from '../components/screen.tsx';

/** Passes by itself; stays when the approval after the check did not come through. */
export function EmailVerifiedScreen({ email, ...props }: ScreenProps & { email: string }): VNode {
  const { flow, session } = props;
  return (
    <Screen
      flow={flow}
      withRequester
      icon={<Check />}
      tone="good"
      title="Address confirmed"
      lead={
        <>
          Recovery codes will go to{' '}
          <strong>
            <SafeText text={email} />
          </strong>
          .
        </>
      }
    >
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (flow.busy === undefined) void session.finishWithEmail();
        }}
      >
        <FlowMessage flow={flow} id="verified-message" />
        <Submit flow={flow}>Finish</Submit>
        <Exits {...props} />
      </form>
    </Screen>
  );
}

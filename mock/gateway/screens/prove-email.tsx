import type { VNode } from 'preact';
import type { ScreenProps } from '../app.tsx';
import { Exits } from '../components/actions.tsx';
import { Submit } from '../components/button.tsx';
import { Mail } from '../components/icons.tsx';
import { FlowMessage } from '../components/message.tsx';
import { OpeningDetails, openingLead } from '../components/request-details.tsx';
import { SafeText } from '../components/safe-text.tsx';
import { Screen } from '../components/screen.tsx';

export function ProveEmailScreen(props: ScreenProps): VNode {
  const { flow, session } = props;
  const opening = flow.challenge === undefined ? undefined : openingLead(flow.challenge);
  return (
    <Screen
      flow={flow}
      withRequester
      icon={<Mail />}
      title={flow.challenge?.display.title ?? 'Reset your PIN'}
      lead={
        <>
          {opening === undefined ? null : <SafeText text={opening} />} To prove that it is you, we send a code to{' '}
          <strong>
            <SafeText text={flow.challenge?.recovery.email ?? 'your address'} />
          </strong>
          .
        </>
      }
    >
      {flow.challenge === undefined ? null : <OpeningDetails challenge={flow.challenge} />}
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (flow.busy === undefined) void session.sendCode();
        }}
      >
        <FlowMessage flow={flow} id="send-message" />
        <Submit flow={flow}>Send code</Submit>
        <Exits {...props} />
      </form>
    </Screen>
  );
}

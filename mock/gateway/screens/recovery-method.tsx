import type { VNode } from 'preact';
import type { ScreenProps } from '../app.tsx';
import { Exits } from '../components/actions.tsx';
import { QuietButton } from '../components/button.tsx';
import { Mail, Question } from '../components/icons.tsx';
import { FlowMessage } from '../components/message.tsx';
import { OpeningDetails, openingLead } from '../components/request-details.tsx';
import { SafeText } from '../components/safe-text.tsx';
import { Screen } from '../components/screen.tsx';

export function RecoveryMethodScreen(props: ScreenProps): VNode {
  const { flow, session } = props;
  const { challenge, busy } = flow;
  const methods = challenge?.recovery.methods ?? [];
  const isFirst = challenge?.action === 'set-pin';
  const opening = challenge === undefined ? undefined : openingLead(challenge);
  const replaces = challenge?.recovery.method !== undefined;
  const choose = (method: 'questions' | 'email' | 'none') => (): void => {
    if (busy === undefined) void session.chooseMethod(method);
  };
  return (
    <Screen
      flow={flow}
      withRequester
      title={isFirst || challenge === undefined ? 'Set up recovery' : challenge.display.title}
      lead={
        !isFirst && opening !== undefined ? (
          <SafeText text={opening} />
        ) : replaces
          ? 'What you set up now replaces your present recovery method.'
          : 'Should you forget your PIN, this is how you choose a new one. How would you like to prove that it is you?'
      }
    >
      {isFirst || challenge === undefined ? null : <OpeningDetails challenge={challenge} />}
      <div class="choices">
        {methods.includes('questions') ? (
          <button type="button" class="choice" onClick={choose('questions')}>
            <span class="choice-icon">
              <Question />
            </span>
            <span class="choice-text">
              <strong>Security questions</strong>
              <span>Two questions that only you can answer</span>
            </span>
          </button>
        ) : null}
        {methods.includes('email') ? (
          <button type="button" class="choice" onClick={choose('email')}>
            <span class="choice-icon">
              <Mail />
            </span>
            <span class="choice-text">
              <strong>E-mail</strong>
              <span>A code sent to your address</span>
            </span>
          </button>
        ) : null}
      </div>
      <FlowMessage flow={flow} id="method-message" />
      <p class="slow" role="status">
        {busy === undefined ? '' : busy.label}
        {busy?.slow === true ? ' This takes longer than usual. Keep this page open.' : ''}
      </p>
      {isFirst && challenge?.recovery.required !== true ? (
        <div class="later">
          <QuietButton disabled={busy !== undefined} onClick={choose('none')}>
            Set up later
          </QuietButton>
          <p class="hint">Until then you cannot create wallets, and a forgotten PIN cannot be replaced.</p>
        </div>
      ) : null}
      <Exits {...props} />
    </Screen>
  );
}

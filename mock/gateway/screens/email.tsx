import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ScreenProps } from '../app.tsx';
import { Exits } from '../components/actions.tsx';
import { Submit } from '../components/button.tsx';
import { FlowMessage } from '../components/message.tsx';
import { Screen } from '../components/screen.tsx';
import { TextField } from '../components/text-field.tsx';

/** The address that recovery codes will go to. */
export function EmailScreen(props: ScreenProps): VNode {
  const { flow, session, dispatch } = props;
  const [mistake, setMistake] = useState<string>();

  useEffect(() => {
    if (mistake !== undefined || flow.notice !== undefined) document.getElementById('email')?.focus();
  }, [mistake, flow.noticeNumber]);

  function submit(event: Event): void {
    event.preventDefault();
    if (flow.busy !== undefined) return;
    const email = flow.draft.email.trim();
    const isAddress = /^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$/.test(email);
    setMistake(isAddress ? undefined : 'Enter an e-mail address, such as ada@example.com.');
    if (!isAddress) return document.getElementById('email')?.focus();
    dispatch({ type: 'drafted', draft: { email } });
    void session.sendCode(email);
  }

  return (
    <Screen flow={flow} withRequester title="Recovery by e-mail" lead="We send a code to check that the address is yours.">
      <form class="form" noValidate onSubmit={submit}>
        <TextField
          id="email"
          label="E-mail address"
          isEmail
          value={flow.draft.email}
          mistake={mistake}
          isBusy={flow.busy !== undefined}
          onValue={(email) => dispatch({ type: 'drafted', draft: { email } })}
        />
        <FlowMessage flow={flow} id="email-message" />
        <Submit flow={flow}>Send code</Submit>
        <Exits {...props} />
      </form>
    </Screen>
  );
}

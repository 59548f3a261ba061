import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isPin } from '../../protocol/pin.ts';
import type { ScreenProps } from '../app.tsx';
import { Exits } from '../components/actions.tsx';
import { QuietButton, Submit } from '../components/button.tsx';
import { Message } from '../components/message.tsx';
import { PinInput, takeDigits } from '../components/pin-input.tsx';
import { SafeText } from '../components/safe-text.tsx';
import { Screen } from '../components/screen.tsx';

const resendAfterSeconds = 30;

/** The code that came by e-mail, and another one if it did not. */
export function EmailCodeScreen({ email, ...props }: ScreenProps & { email: string }): VNode {
  const { flow, session } = props;
  const field = useRef<HTMLInputElement>(null);
  const [incomplete, setIncomplete] = useState(false);
  const wait = useResendWait(email, flow.noticeNumber, flow.notice?.tone === 'info');
  const isBusy = flow.busy !== undefined;
  const notice = incomplete ? ({ tone: 'error', text: 'Enter all six digits of the code.' } as const) : flow.notice;

  useEffect(() => {
    if (flow.notice !== undefined) field.current?.focus();
  }, [flow.noticeNumber]);

  function submit(event: Event): void {
    event.preventDefault();
    if (isBusy) return;
    const isComplete = isPin(field.current?.value ?? '');
    setIncomplete(!isComplete);
    if (!isComplete) return field.current?.focus();
    void session.checkCode(takeDigits(field));
  }

  const resend = (): void => {
    const isProof = flow.step.name === 'prove-code';
    void session.sendCode(isProof ? undefined : flow.draft.email);
  };

  return (
    <Screen
      flow={flow}
      withRequester
      title="Check your e-mail"
      lead={
        <>
          We sent six digits to{' '}
          <strong>
            <SafeText text={email} />
          </strong>
          . They are good for ten minutes.
        </>
      }
    >
      <form class="form" noValidate onSubmit={submit}>
        <PinInput
          id="code"
          label="Code from the e-mail"
          inputRef={field}
          isSecret={false}
          isInvalid={notice?.tone === 'error'}
          isBusy={isBusy}
          describedBy={notice === undefined ? undefined : 'code-message'}
          catchesDigits
          onDigits={() => setIncomplete(false)}
        />
        <div key={incomplete ? 'incomplete' : flow.noticeNumber}>
          <Message id="code-message" notice={notice} />
        </div>
        <Submit flow={flow}>Check code</Submit>
        <QuietButton disabled={isBusy || wait > 0} onClick={resend}>
          {wait > 0 ? `Send again in ${wait} s` : 'Send the code again'}
        </QuietButton>
        <Exits {...props} />
      </form>
    </Screen>
  );
}

/** Seconds until another code may be asked for; starts anew with each code that was sent. */
function useResendWait(email: string, noticeNumber: number, wasResent: boolean): number {
  const [wait, setWait] = useState(resendAfterSeconds);
  useEffect(() => {
    if (wasResent) setWait(resendAfterSeconds);
  }, [email, noticeNumber]);
  useEffect(() => {
    const ticking = setInterval(() => setWait((seconds) => Math.max(0, seconds - 1)), 1000);
    return () => clearInterval(ticking);
  }, []);
  return wait;
}

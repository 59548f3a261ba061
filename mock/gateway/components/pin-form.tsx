import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isPin } from '../../protocol/pin.ts';
import type { ScreenProps } from '../app.tsx';
import { attemptsText } from '../failure-text.ts';
import type { Notice } from '../flow.ts';
import { Exits } from './actions.tsx';
import { Submit } from './button.tsx';
import { Message } from './message.tsx';
import { PinInput, takeDigits } from './pin-input.tsx';

export interface PinFormProps extends ScreenProps {
  label: string;
  submitLabel: ComponentChildren;
  rejectLabel?: string;
  onPin: (pin: string) => Promise<void>;
}

/** The field for a PIN that is already set, its errors, and the button that uses it for one attempt. */
export function PinForm({ label, submitLabel, rejectLabel, onPin, ...screen }: PinFormProps): VNode {
  const { flow } = screen;
  const field = useRef<HTMLInputElement>(null);
  const [incomplete, setIncomplete] = useState(false);
  const notice: Notice | undefined = incomplete ? { tone: 'error', text: 'Enter all six digits of your PIN.' } : flow.notice;
  const remaining = flow.challenge?.attemptsRemaining ?? 5;

  useEffect(() => {
    if (flow.notice !== undefined) field.current?.focus();
  }, [flow.noticeNumber]);

  function submit(event: Event): void {
    event.preventDefault();
    if (flow.busy !== undefined) return;
    const isComplete = isPin(field.current?.value ?? '');
    setIncomplete(!isComplete);
    if (!isComplete) return field.current?.focus();
    void onPin(takeDigits(field));
  }

  return (
    <form class="form" noValidate onSubmit={submit}>
      <PinInput
        id="pin"
        label={label}
        inputRef={field}
        isInvalid={incomplete || flow.notice?.isAboutPin === true}
        isBusy={flow.busy !== undefined}
        describedBy={notice === undefined ? 'pin-hint' : 'pin-message pin-hint'}
        catchesDigits
        onDigits={() => setIncomplete(false)}
      />
      <div key={incomplete ? 'incomplete' : flow.noticeNumber}>
        <Message id="pin-message" notice={notice} />
      </div>
      <p id="pin-hint" class="hint">
        {remaining < 5 && flow.notice === undefined ? attemptsText(remaining) : ''}
      </p>
      <Submit flow={flow}>{submitLabel}</Submit>
      <Exits {...screen} {...(rejectLabel === undefined ? {} : { rejectLabel })} />
    </form>
  );
}

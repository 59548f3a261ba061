import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isPin, weakPinReason } from '../../protocol/pin.ts';
import type { ScreenProps } from '../app.tsx';
import { Exits } from '../components/actions.tsx';
import { Submit } from '../components/button.tsx';
import { FlowMessage, Message } from '../components/message.tsx';
import { PinInput, takeDigits } from '../components/pin-input.tsx';
import { OpeningDetails, openingLead } from '../components/request-details.tsx';
import { SafeText } from '../components/safe-text.tsx';
import { Screen } from '../components/screen.tsx';

const defaultLead = 'You choose six digits, and approve everything with them from now on.';

interface Mistake {
  field: 'pin' | 'repeat';
  text: string;
}

export function NewPinScreen(props: ScreenProps): VNode {
  const { flow, session } = props;
  const pin = useRef<HTMLInputElement>(null);
  const repeat = useRef<HTMLInputElement>(null);
  const [mistake, setMistake] = useState<Mistake>();
  const [attempt, setAttempt] = useState(0);
  const { challenge } = flow;
  const isFirst = challenge?.action === 'set-pin';

  useEffect(() => {
    if (flow.notice !== undefined) pin.current?.focus();
  }, [flow.noticeNumber]);

  function complain(next: Mistake): void {
    setMistake(next);
    setAttempt((count) => count + 1);
    (next.field === 'pin' ? pin : repeat).current?.focus();
  }

  function submit(event: Event): void {
    event.preventDefault();
    if (flow.busy !== undefined) return;
    const first = pin.current?.value ?? '';
    const second = repeat.current?.value ?? '';
    if (!isPin(first)) return complain({ field: 'pin', text: 'Enter six digits.' });
    const weak = weakPinReason(first);
    if (weak !== undefined) {
      takeDigits(pin);
      takeDigits(repeat);
      return complain({ field: 'pin', text: `${weak} Choose a PIN that is harder to guess.` });
    }
    // Enter in the first field goes on to the second.
    if (second === '' && document.activeElement === pin.current) return repeat.current?.focus();
    if (!isPin(second)) return complain({ field: 'repeat', text: 'Enter the same six digits again.' });
    if (first !== second) {
      takeDigits(repeat);
      return complain({ field: 'repeat', text: 'The two PINs are not the same. Enter it again.' });
    }
    setMistake(undefined);
    takeDigits(repeat);
    void session.chooseNewPin(takeDigits(pin));
  }

  return (
    <Screen
      flow={flow}
      withRequester
      title={isFirst && challenge !== undefined ? challenge.display.title : 'Choose a new PIN'}
      lead={
        isFirst && challenge !== undefined ? <SafeText text={openingLead(challenge) ?? defaultLead} /> : 'From now on you approve everything with it.'
      }
    >
      {isFirst && challenge !== undefined ? <OpeningDetails challenge={challenge} /> : null}
      <form class="form" noValidate onSubmit={submit}>
        <PinInput
          id="new-pin"
          label={isFirst ? 'PIN' : 'New PIN'}
          inputRef={pin}
          isInvalid={mistake?.field === 'pin'}
          isBusy={flow.busy !== undefined}
          describedBy={mistake?.field === 'pin' ? 'new-pin-message' : 'new-pin-hint'}
          catchesDigits
          onDigits={() => setMistake(undefined)}
        />
        <FieldMessage id="new-pin-message" field="pin" mistake={mistake} attempt={attempt} />
        <p id="new-pin-hint" class="hint">
          No birthdays, no runs such as 123456, no repeated digits. Nobody can look your PIN up for you.
        </p>
        <PinInput
          id="repeat-pin"
          label="Repeat the PIN"
          inputRef={repeat}
          isInvalid={mistake?.field === 'repeat'}
          isBusy={flow.busy !== undefined}
          describedBy={mistake?.field === 'repeat' ? 'repeat-pin-message' : undefined}
          onDigits={() => setMistake(undefined)}
        />
        <FieldMessage id="repeat-pin-message" field="repeat" mistake={mistake} attempt={attempt} />
        <FlowMessage flow={flow} id="new-pin-notice" />
        <Submit flow={flow}>{isFirst ? 'Continue' : 'Save new PIN'}</Submit>
        <Exits {...props} />
      </form>
    </Screen>
  );
}

function FieldMessage({ id, field, mistake, attempt }: { id: string; field: Mistake['field']; mistake: Mistake | undefined; attempt: number }): VNode | null {
  if (mistake?.field !== field) return null;
  return (
    <div key={attempt}>
      <Message id={id} notice={{ tone: 'error', text: mistake.text }} />
    </div>
  );
}

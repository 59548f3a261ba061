import type { VNode } from 'preact';
import type { ScreenProps } from '../app.tsx';
import { PinForm } from '../components/pin-form.tsx';
import { OpeningDetails, openingLead } from '../components/request-details.tsx';
import { SafeText } from '../components/safe-text.tsx';
import { Screen } from '../components/screen.tsx';

const defaultLead = 'First enter the PIN you have, then choose a new one. Your addresses stay the same.';

export function CurrentPinScreen(props: ScreenProps): VNode | null {
  const { flow, session } = props;
  const { challenge } = flow;
  if (challenge === undefined) return null;
  return (
    <Screen flow={flow} withRequester title={challenge.display.title} lead={<SafeText text={openingLead(challenge) ?? defaultLead} />}>
      <OpeningDetails challenge={challenge} />
      <PinForm {...props} label="Current PIN" submitLabel="Continue" onPin={session.enterCurrentPin} />
    </Screen>
  );
}

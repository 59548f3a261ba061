import type { VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ScreenProps } from '../app.tsx';
import { Check, Cross, Danger } from '../components/icons.tsx';
import { ReturnLink } from '../components/return-link.tsx';
import { SafeText } from '../components/safe-text.tsx';
import { Screen } from '../components/screen.tsx';
import type { GatewayExport, GatewayOutcome } from '../contract.ts';

const successTexts: Record<string, [title: string, lead: string]> = {
  initialize: ['Your PIN is set', 'From now on you approve everything with it.'],
  recovery: ['Recovery is set up', 'Should you forget your PIN, you can choose a new one.'],
  'update-pin': ['Your PIN is changed', 'The old one no longer works. Your addresses stay the same.'],
  'reset-pin': ['Your new PIN is set', 'The old one no longer works. Your addresses stay the same.'],
  'create-wallet': ['Your wallets are ready', 'You find their addresses in your application.'],
  transfer: ['Approved and sent', 'Your application shows when it is confirmed.'],
  'contract-execution': ['Approved and sent', 'Your application shows when it is confirmed.'],
  'cancel-transaction': ['Cancellation sent', 'It takes the place of the transaction, unless that one is confirmed first.'],
  'accelerate-transaction': ['Sent with a higher fee', 'It takes the place of the transaction, unless that one is confirmed first.'],
  'sign-message': ['Signed', 'Your application has the signature.'],
  'sign-typed-data': ['Signed', 'Your application has the signature.'],
  'sign-transaction': ['Signed', 'Your application has the signed transaction.'],
  'sign-delegate-action': ['Signed', 'Your application has the signature.'],
};

/** How it ended, and the way back. */
export function DoneScreen({ flow, outcome }: ScreenProps & { outcome: GatewayOutcome }): VNode {
  if (outcome.status !== 'verified') return <FailedOutcome flow={flow} outcome={outcome} />;
  if (outcome.export !== undefined) {
    return (
      <Screen
        flow={flow}
        icon={<Check />}
        tone="good"
        title="Your keys are ready"
        lead="Save the file now: it is shown this once, and it is stored nowhere else."
      >
        <div class="message message-danger">
          <Danger />
          <p>Whoever has this file has your wallets. Keep it offline, and never send it to anyone, not even to support.</p>
        </div>
        <SaveFile file={outcome.export} />
        <ReturnLink returnUrl={outcome.returnUrl} isSecond />
      </Screen>
    );
  }
  const [title, lead] = successTexts[flow.challenge?.task ?? ''] ?? ['Approved', 'Your application has been told.'];
  return (
    <Screen flow={flow} icon={<Check />} tone="good" title={title} lead={lead}>
      <ReturnLink returnUrl={outcome.returnUrl} afterSeconds={3} />
    </Screen>
  );
}

function FailedOutcome({ flow, outcome }: { flow: ScreenProps['flow']; outcome: GatewayOutcome }): VNode {
  if (outcome.failure?.code === 'rejected') {
    return (
      <Screen flow={flow} icon={<Cross />} title="Rejected" lead="Nothing was signed, and nothing has changed.">
        <ReturnLink returnUrl={outcome.returnUrl} afterSeconds={3} />
      </Screen>
    );
  }
  const [title, consequence] = failureTexts[outcome.failure?.code ?? ''] ?? ['This did not work', 'Start again in your application.'];
  return (
    <Screen
      flow={flow}
      icon={<Cross />}
      tone="bad"
      title={title}
      lead={
        <>
          <SafeText text={outcome.failure?.message ?? 'The request could not be carried out.'} /> {consequence}
        </>
      }
    >
      <ReturnLink returnUrl={outcome.returnUrl} afterSeconds={10} />
    </Screen>
  );
}

/** Why an approved request failed all the same, and what that means. */
const failureTexts: Record<string, [title: string, consequence: string]> = {
  signing_failed: ['It could not be signed', 'Nothing was signed, and nothing has changed. Start again in your application.'],
  broadcast_failed: ['It could not be sent', 'Nothing was spent. Start again in your application.'],
};

function SaveFile({ file }: { file: GatewayExport }): VNode {
  const [isSaved, setSaved] = useState(false);
  const address = useMemo(() => URL.createObjectURL(new Blob([file.csv], { type: 'text/csv' })), [file]);
  useEffect(() => () => URL.revokeObjectURL(address), [address]);
  useEffect(() => {
    if (isSaved) return;
    // The browser asks before it leaves: nobody can give the file a second time.
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isSaved]);
  return (
    <div class="save">
      <a class="button button-main" href={address} download={file.fileName} onClick={() => setSaved(true)}>
        Save the file
      </a>
      <p class="hint" role="status">
        {isSaved ? `Check that ${file.fileName} is in your downloads before you leave.` : file.fileName}
      </p>
    </div>
  );
}

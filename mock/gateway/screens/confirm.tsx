import type { VNode } from 'preact';
import type { ScreenProps } from '../app.tsx';
import { PinForm } from '../components/pin-form.tsx';
import { RequestDetails } from '../components/request-details.tsx';
import { Screen } from '../components/screen.tsx';

const approveLabels: Record<string, string> = {
  'create-wallet': 'Create wallets',
  transfer: 'Approve and send',
  'contract-execution': 'Approve and send',
  'cancel-transaction': 'Approve and cancel it',
  'accelerate-transaction': 'Approve and speed it up',
  'sign-message': 'Sign',
  'sign-typed-data': 'Sign',
  'sign-transaction': 'Sign',
  'sign-delegate-action': 'Sign',
  'export-private-keys': 'Export keys',
};

/** What is approved, and the PIN that approves it, on one screen; also the last step of a recovery set-up. */
export function ConfirmScreen(props: ScreenProps): VNode | null {
  const { flow, session } = props;
  const { challenge } = flow;
  if (challenge === undefined) return null;
  if (flow.step.name === 'recovery-pin') {
    return (
      <Screen flow={flow} withRequester title="Confirm with your PIN" lead="Your PIN proves that it is you who sets up recovery.">
        <PinForm {...props} label="Your PIN" submitLabel="Save recovery" onPin={session.approveRecovery} />
      </Screen>
    );
  }
  return (
    <Screen flow={flow} withRequester title={challenge.display.title}>
      <RequestDetails challenge={challenge} />
      <PinForm
        {...props}
        label="Enter your PIN to approve"
        submitLabel={approveLabels[challenge.task] ?? 'Approve'}
        rejectLabel="Reject"
        onPin={session.confirm}
      />
    </Screen>
  );
}

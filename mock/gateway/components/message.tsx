import type { VNode } from 'preact';
import type { Flow, Notice } from '../flow.ts';
import { Info, Warning } from './icons.tsx';
import { SafeText } from './safe-text.tsx';

/** An error or a piece of news, announced as soon as it stands there. */
export function Message({ id, notice }: { id: string; notice: Notice | undefined }): VNode | null {
  if (notice === undefined) return null;
  const isError = notice.tone === 'error';
  return (
    <div id={id} class={`message message-${notice.tone}`} role={isError ? 'alert' : 'status'}>
      {isError ? <Warning /> : <Info />}
      <p>
        <SafeText text={notice.text} />
        {notice.requestId === undefined ? null : (
          <span class="request-id">
            Request <SafeText text={notice.requestId} />
          </span>
        )}
      </p>
    </div>
  );
}

/** The notice of the flow; each one is a new element, so that a repeated error is announced again. */
export function FlowMessage({ flow, id }: { flow: Flow; id: string }): VNode {
  return (
    <div key={flow.noticeNumber}>
      <Message id={id} notice={flow.notice} />
    </div>
  );
}

import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { hostOf } from './requester.tsx';
import { SafeText } from './safe-text.tsx';

/** Only a web address is followed, whatever the answer says. */
export function isWebAddress(address: string | undefined): address is string {
  return address !== undefined && URL.canParse(address) && ['https:', 'http:'].includes(new URL(address).protocol);
}

export interface ReturnLinkProps {
  returnUrl: string | undefined;
  afterSeconds?: number;
  /** Something else on the screen comes first. */
  isSecond?: boolean;
}

/** The way back to the application: by itself after a while, unless the user stays, and at once by the link. */
export function ReturnLink({ returnUrl, afterSeconds, isSecond = false }: ReturnLinkProps): VNode | null {
  const [isStaying, stay] = useState(afterSeconds === undefined);
  const canReturn = isWebAddress(returnUrl);
  useEffect(() => {
    if (isStaying || !canReturn || afterSeconds === undefined) return;
    // `replace`, so that the Back button of the application does not lead to a link that is used up.
    const leaving = setTimeout(() => window.location.replace(returnUrl), afterSeconds * 1000);
    return () => clearTimeout(leaving);
  }, [isStaying, canReturn]);
  if (!canReturn) return <p class="hint">You can close this page and go back to your application.</p>;
  return (
    <div class="return">
      <a class={isSecond ? 'button button-quiet' : 'button button-main'} href={returnUrl} rel="noreferrer">
        <span>
          Return to <SafeText text={hostOf(returnUrl)} />
        </span>
      </a>
      {isStaying ? null : (
        <>
          <p class="hint returning" role="status">
            You are taken back in a moment.
          </p>
          <button type="button" class="button button-quiet" onClick={() => stay(true)}>
            Stay on this page
          </button>
        </>
      )}
    </div>
  );
}

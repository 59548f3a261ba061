import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ScreenProps } from '../app.tsx';
import { MainButton } from '../components/button.tsx';
import { Clock, Cross, Link, Lock, Offline } from '../components/icons.tsx';
import { FlowMessage } from '../components/message.tsx';
import { ReturnLink } from '../components/return-link.tsx';
import { SafeText } from '../components/safe-text.tsx';
import { Screen } from '../components/screen.tsx';
import { failureText } from '../failure-text.ts';
import type { Problem } from '../flow.ts';
import type { ServerClock } from '../server-clock.ts';

/** Everything that keeps the user from going on, with the way out of it. */
export function ProblemScreen({ problem, ...props }: ScreenProps & { problem: Problem }): VNode {
  const { flow, session, clock } = props;
  const reload = (): void => void (flow.busy === undefined && session.start());
  switch (problem.kind) {
    case 'link-incomplete':
      return (
        <Screen flow={flow} icon={<Link />} title="This link is incomplete" lead="A part of the address is missing, which happens when a link is cut off or copied in part. Go back to your application and open it from there.">
          <NothingLost />
        </Screen>
      );
    case 'link-invalid':
      return (
        <Screen flow={flow} icon={<Link />} title="This link does not work" lead="It does not belong to this request. Go back to your application and open it from there." >
          <NothingLost />
        </Screen>
      );
    case 'link-unknown':
      return (
        <Screen flow={flow} icon={<Link />} title="There is no such request" lead="It never was, or it ended a while ago. Go back to your application and start again.">
          <NothingLost />
        </Screen>
      );
    case 'browser-unsupported':
      return (
        <Screen flow={flow} icon={<Lock />} title="Your PIN cannot be protected here" lead="This page needs a current browser and a secure (https) address. Nothing was sent. Open the link in another browser." />
      );
    case 'page-outdated':
      return (
        <Screen flow={flow} icon={<Lock />} title="This page is out of date" lead="It no longer fits the server, so nothing was sent.">
          <MainButton onClick={() => window.location.reload()}>Reload</MainButton>
        </Screen>
      );
    case 'recovery-not-set':
      return (
        <Screen flow={flow} icon={<Lock />} title="No recovery is set up" lead="Without it a forgotten PIN cannot be replaced. Ask the support of your application for help.">
          <ReturnLink returnUrl={undefined} />
        </Screen>
      );
    case 'export-lost':
      return (
        <Screen
          flow={flow}
          icon={<Offline />}
          title="The file did not arrive"
          lead="Your keys were exported, but the connection broke before the file was here. It is kept nowhere, so it is lost. Ask your application for a new export."
        >
          <ReturnLink returnUrl={problem.returnUrl} />
        </Screen>
      );
    case 'expired':
      return (
        <Screen flow={flow} icon={<Clock />} title="This request has expired" lead="It was open for too long. Nothing was signed, and nothing has changed. Start again in your application.">
          <ReturnLink returnUrl={problem.returnUrl} />
        </Screen>
      );
    case 'used':
      return (
        <Screen
          flow={flow}
          icon={<Link />}
          title="This link was used already"
          lead={
            flow.challenge?.task === 'export-private-keys'
              ? 'The file was shown once, and it is kept nowhere. If you do not have it, ask your application for a new export.'
              : 'Each link works once, and this request is finished. Your application knows how it ended.'
          }
        >
          <ReturnLink returnUrl={problem.returnUrl} />
        </Screen>
      );
    case 'ended':
      return (
        <Screen flow={flow} icon={<Cross />} title={endedTitles[problem.failure.code] ?? 'This request has ended'} lead={<SafeText text={problem.failure.message} />}>
          <ReturnLink returnUrl={problem.returnUrl} />
        </Screen>
      );
    case 'locked':
      return <LockedScreen {...props} lockedUntil={problem.lockedUntil} returnUrl={problem.returnUrl} clock={clock} />;
    case 'failed':
      return <FailedScreen {...props} failure={problem.failure} onRetry={reload} />;
  }
}

const endedTitles: Record<string, string> = {
  rejected: 'You rejected this request',
  cancelled: 'This request was cancelled',
  superseded: 'There is a newer request',
  signing_failed: 'It could not be signed',
  broadcast_failed: 'It could not be sent',
};

function NothingLost(): VNode {
  return <p class="hint">Nothing was signed, and nothing has changed.</p>;
}

function LockedScreen({ flow, session, clock, lockedUntil, returnUrl }: ScreenProps & { lockedUntil: string | undefined; returnUrl: string | undefined }): VNode {
  const until = lockedUntil === undefined ? undefined : Date.parse(lockedUntil);
  const secondsLeft = useSecondsUntil(until, clock);
  const isOver = until !== undefined && secondsLeft <= 0;
  const hasEnded = returnUrl !== undefined;
  return (
    <Screen
      flow={flow}
      icon={<Lock />}
      tone="bad"
      title={isOver ? 'You can try again' : 'PIN entry is locked'}
      lead={
        isOver ? (
          hasEnded ? 'Start again in your application.' : 'The wait is over.'
        ) : until === undefined ? (
          'There were too many wrong attempts. Try again later.'
        ) : (
          <>
            There were too many wrong attempts. To protect you, nobody can enter the PIN until{' '}
            <strong>
              <time dateTime={lockedUntil}>{localTime(until - clock.now() + Date.now())}</time>
            </strong>
            .
          </>
        )
      }
    >
      {until === undefined || isOver ? null : (
        <p class="countdown" role="timer" aria-label="Time left">
          {clockText(secondsLeft)}
        </p>
      )}
      <FlowMessage flow={flow} id="locked-message" />
      {isOver && !hasEnded ? <MainButton onClick={() => void session.start()}>Try again</MainButton> : null}
      {hasEnded ? <ReturnLink returnUrl={returnUrl} /> : null}
      {hasEnded || isOver ? null : <p class="hint">If this was not you, tell the support of your application.</p>}
    </Screen>
  );
}

function FailedScreen({ flow, failure, onRetry }: ScreenProps & { failure: Parameters<typeof failureText>[0]; onRetry: () => void }): VNode {
  const isOffline = failure.code === 'network' || failure.code === 'timeout';
  const { requestId } = failure;
  return (
    <Screen
      flow={flow}
      icon={isOffline ? <Offline /> : <Cross />}
      title={isOffline ? 'No connection' : 'This did not work'}
      lead={isOffline ? 'The server cannot be reached. Check your network; the page tries again as soon as you are online.' : <SafeText text={failureText(failure).text} />}
    >
      {requestId === undefined ? null : (
        <p class="hint">
          Request <SafeText text={requestId} />
        </p>
      )}
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          onRetry();
        }}
      >
        <button type="submit" class="button button-main" aria-disabled={flow.busy === undefined ? undefined : true}>
          {flow.busy === undefined ? (
            'Try again'
          ) : (
            <>
              <span class="spinner" aria-hidden="true" />
              Trying…
            </>
          )}
        </button>
      </form>
    </Screen>
  );
}

function useSecondsUntil(until: number | undefined, clock: ServerClock): number {
  const left = (): number => (until === undefined ? 0 : Math.ceil((until - clock.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    setSeconds(left());
    const ticking = setInterval(() => setSeconds(left()), 500);
    return () => clearInterval(ticking);
  }, [until]);
  return seconds;
}

function localTime(instant: number): string {
  const date = new Date(instant);
  const isToday = date.toDateString() === new Date().toDateString();
  return date.toLocaleString(undefined, isToday ? { timeStyle: 'short' } : { dateStyle: 'medium', timeStyle: 'short' });
}

function clockText(seconds: number): string {
  const whole = Math.max(0, seconds);
  const minutes = Math.floor(whole / 60);
  return `${minutes}:${String(whole % 60).padStart(2, '0')}`;
}

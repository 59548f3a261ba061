import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useMemo, useReducer, useRef } from 'preact/hooks';
import { createGatewayApi } from './api.ts';
import { brandColours } from './brand.ts';
import { Shield } from './components/icons.tsx';
import { SafeText } from './components/safe-text.tsx';
import { initialFlow, reduceFlow, type Flow, type FlowEvent } from './flow.ts';
import { ConfirmScreen } from './screens/confirm.tsx';
import { CurrentPinScreen } from './screens/current-pin.tsx';
import { DoneScreen } from './screens/done.tsx';
import { EmailScreen } from './screens/email.tsx';
import { EmailCodeScreen } from './screens/email-code.tsx';
import { EmailVerifiedScreen } from './screens/email-verified.tsx';
import { LoadingScreen } from './screens/loading.tsx';
import { NewPinScreen } from './screens/new-pin.tsx';
import { ProblemScreen } from './screens/problem.tsx';
import { ProveEmailScreen } from './screens/prove-email.tsx';
import { ProveQuestionsScreen } from './screens/prove-questions.tsx';
import { QuestionsScreen } from './screens/questions.tsx';
import { RecoveryMethodScreen } from './screens/recovery-method.tsx';
import { RejectScreen } from './screens/reject.tsx';
import { createServerClock, type ServerClock } from './server-clock.ts';
import { createSession, type Session } from './session.ts';

/** What every screen gets. */
export interface ScreenProps {
  flow: Flow;
  session: Session;
  clock: ServerClock;
  dispatch: (event: FlowEvent) => void;
}

export function App({ location }: { location: Location }): VNode {
  const [flow, dispatch] = useFlow();
  const clock = useMemo(() => createServerClock(), []);
  const session = useMemo(() => openSession(location, clock, flow.read, dispatch), []);

  useEffect(() => {
    const problem = whyNotToStart(location);
    if (problem !== undefined) return dispatch({ type: 'problem', problem: { kind: problem } });
    void session.start();
    const ticking = setInterval(() => void session.tick(), 1000);
    const online = (): void => {
      const { step } = flow.read();
      if (step.name === 'problem' && step.problem.kind === 'failed') void session.start();
    };
    window.addEventListener('online', online);
    window.addEventListener('pagehide', session.wipe);
    return () => {
      clearInterval(ticking);
      window.removeEventListener('online', online);
      window.removeEventListener('pagehide', session.wipe);
    };
  }, []);

  const state = flow.shown;
  const props: ScreenProps = { flow: state, session, clock, dispatch };
  return (
    <Page flow={state}>
      <CurrentScreen key={state.step.name} {...props} />
    </Page>
  );
}

/** The flow as state, and readable at any time by what runs between two renderings. */
function useFlow(): [{ shown: Flow; read: () => Flow }, (event: FlowEvent) => void] {
  const latest = useRef(initialFlow);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const dispatch = useMemo(
    () =>
      (event: FlowEvent): void => {
        latest.current = reduceFlow(latest.current, event);
        redraw(undefined);
      },
    [],
  );
  return [{ shown: latest.current, read: () => latest.current }, dispatch];
}

function openSession(location: Location, clock: ServerClock, flow: () => Flow, dispatch: (event: FlowEvent) => void): Session {
  const path = location.pathname.replace(/\/+$/, '');
  const api = createGatewayApi({ path, token: location.hash.slice(1) });
  return createSession({ api, clock, flow, dispatch, challengeId: path.slice(path.lastIndexOf('/') + 1) });
}

function whyNotToStart(location: Location): 'link-incomplete' | 'browser-unsupported' | undefined {
  if (!/^#[A-Za-z0-9_-]{43}$/.test(location.hash)) return 'link-incomplete';
  // Web Crypto is missing in old browsers, and on plain http anywhere but on this machine.
  if (!('subtle' in crypto) || typeof WebAssembly !== 'object') return 'browser-unsupported';
  return undefined;
}

function CurrentScreen(props: ScreenProps): VNode {
  const { step } = props.flow;
  switch (step.name) {
    case 'loading':
      return <LoadingScreen {...props} />;
    case 'confirm':
    case 'recovery-pin':
      return <ConfirmScreen {...props} />;
    case 'current-pin':
      return <CurrentPinScreen {...props} />;
    case 'new-pin':
      return <NewPinScreen {...props} />;
    case 'recovery-method':
      return <RecoveryMethodScreen {...props} />;
    case 'recovery-questions':
      return <QuestionsScreen {...props} />;
    case 'recovery-email':
      return <EmailScreen {...props} />;
    case 'recovery-code':
    case 'prove-code':
      return <EmailCodeScreen {...props} email={step.email} />;
    case 'recovery-verified':
      return <EmailVerifiedScreen {...props} email={step.email} />;
    case 'prove-questions':
      return <ProveQuestionsScreen {...props} />;
    case 'prove-email':
      return <ProveEmailScreen {...props} />;
    case 'reject':
      return <RejectScreen {...props} />;
    case 'done':
      return <DoneScreen {...props} outcome={step.outcome} />;
    case 'problem':
      return <ProblemScreen {...props} problem={step.problem} />;
  }
}

function Page({ flow, children }: { flow: Flow; children: ComponentChildren }): VNode {
  const branding = flow.challenge?.branding;
  useEffect(() => {
    if (branding === undefined) return;
    // Set on the element by script: the policy allows no style attributes. The style sheet chooses by colour scheme.
    for (const [name, value] of Object.entries(brandColours(branding.color))) document.documentElement.style.setProperty(name, value);
  }, [branding?.color]);
  return (
    <>
      <header class="head">
        {branding?.logo !== undefined && branding.logo.startsWith('data:image/') ? (
          <img class="logo" src={branding.logo} alt="" />
        ) : (
          <span class="logo logo-drawn" aria-hidden="true">
            <Shield />
          </span>
        )}
        <span class="brand">
          <SafeText text={branding?.name ?? 'Secure approval'} />
        </span>
      </header>
      <main class="card">{children}</main>
      <footer class="foot">
        <p>Your PIN is turned into a key in this browser. It is never sent or stored as it is.</p>
      </footer>
    </>
  );
}

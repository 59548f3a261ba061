import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { progressOf, type Flow } from '../flow.ts';
import { Requester } from './requester.tsx';
import { SafeSentence } from './safe-text.tsx';

export interface ScreenFrameProps {
  flow: Flow;
  title: string;
  lead?: ComponentChildren;
  icon?: VNode;
  tone?: 'good' | 'bad' | 'plain';
  /** Whether to say who asks; screens without a request to decide on leave it out. */
  withRequester?: boolean;
  children?: ComponentChildren;
}

/** The frame of every screen: who asks, how far the user is, a heading that takes the focus, and the content. */
export function Screen({ flow, title, lead, icon, tone = 'plain', withRequester = false, children }: ScreenFrameProps): VNode {
  const heading = useRef<HTMLHeadingElement>(null);
  const progress = progressOf(flow);
  const brand = flow.challenge?.branding.name;
  useEffect(() => {
    document.title = brand === undefined ? title : `${title} · ${brand}`;
  }, [title, brand]);
  // Before the next key can be pressed, or a quick one would go to the screen that is gone.
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <section class={`screen screen-${tone}`}>
      {withRequester && flow.challenge !== undefined ? <Requester challenge={flow.challenge} /> : null}
      {icon === undefined ? null : <div class={`badge badge-${tone}`}>{icon}</div>}
      {progress === undefined ? null : (
        <div class="progress">
          <span>
            Step {progress.current} of {progress.total}
          </span>
          <span class="progress-bar" aria-hidden="true">
            {Array.from({ length: progress.total }, (_, index) => (
              <span class={index < progress.current ? 'progress-part is-reached' : 'progress-part'} />
            ))}
          </span>
        </div>
      )}
      <h1 ref={heading} tabIndex={-1}>
        <SafeSentence text={title} />
      </h1>
      {lead === undefined ? null : <p class="lead">{lead}</p>}
      {children}
    </section>
  );
}

import type { ComponentChildren, VNode } from 'preact';
import type { Flow } from '../flow.ts';

export interface SubmitProps {
  flow: Flow;
  children: ComponentChildren;
}

/** The one main action of a form. While work is under way it says which, and keeps the focus. */
export function Submit({ flow, children }: SubmitProps): VNode {
  const { busy } = flow;
  return (
    <>
      <button type="submit" class="button button-main" aria-disabled={busy === undefined ? undefined : true}>
        {busy === undefined ? (
          children
        ) : (
          <>
            <span class="spinner" aria-hidden="true" />
            {busy.label}
          </>
        )}
      </button>
      <p class="slow" role="status">
        {busy === undefined ? '' : <span class="spoken">{busy.label} </span>}
        {busy?.slow === true ? 'This takes longer than usual. Keep this page open.' : ''}
      </p>
    </>
  );
}

export interface ActionProps {
  onClick: () => void;
  disabled?: boolean;
  children: ComponentChildren;
}

export function MainButton({ onClick, disabled = false, children }: ActionProps): VNode {
  return (
    <button type="button" class="button button-main" disabled={disabled} onClick={onClick}>
      {children}
    </button>
  );
}

export function QuietButton({ onClick, disabled = false, children }: ActionProps): VNode {
  return (
    <button type="button" class="button button-quiet" aria-disabled={disabled ? true : undefined} onClick={() => disabled || onClick()}>
      {children}
    </button>
  );
}

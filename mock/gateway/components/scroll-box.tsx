import type { ComponentChildren, VNode } from 'preact';

export interface ScrollBoxProps {
  /** What it holds, for those who do not see it. */
  label: string;
  /** How much it holds, so that nobody takes the part in sight for all of it. */
  extent: string;
  isTall?: boolean;
  children: ComponentChildren;
}

/** What is too long for the page scrolls in a box of its own: the PIN stays near, and everything can be read before it. */
export function ScrollBox({ label, extent, isTall = false, children }: ScrollBoxProps): VNode {
  return (
    <div class={isTall ? 'scroll scroll-tall' : 'scroll'}>
      <p class="hint scroll-extent">{extent}: scroll to read all.</p>
      {/* In the order of the Tab key, so that it can be scrolled by keyboard. */}
      <div class="scroll-content" role="group" aria-label={`${label}, ${extent}`} tabIndex={0}>
        {children}
      </div>
    </div>
  );
}

/** A number of things in words: `1 line`, `65,536 characters`. */
export function countText(count: number, thing: string): string {
  return `${count.toLocaleString('en')} ${thing}${count === 1 ? '' : 's'}`;
}

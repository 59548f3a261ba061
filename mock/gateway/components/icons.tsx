import type { ComponentChildren, VNode } from 'preact';

function Icon({ children, size = 24 }: { children: ComponentChildren; size?: number }): VNode {
  return (
    <svg
      class="icon"
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export function Shield(): VNode {
  return (
    <Icon>
      <path d="M12 3l7 2.6v5.2c0 4.6-2.9 8.3-7 10.2-4.1-1.9-7-5.6-7-10.2V5.6z" />
      <path d="M9 12l2.2 2.2L15.2 10" />
    </Icon>
  );
}

export function Check(): VNode {
  return (
    <Icon>
      <path d="M5 12.5l4.5 4.5L19 7.5" />
    </Icon>
  );
}

export function Cross(): VNode {
  return (
    <Icon>
      <path d="M7 7l10 10M17 7L7 17" />
    </Icon>
  );
}

export function Clock(): VNode {
  return (
    <Icon>
      <circle cx="12" cy="12" r="8.25" />
      <path d="M12 7.5V12l3 2" />
    </Icon>
  );
}

export function Lock(): VNode {
  return (
    <Icon>
      <rect x="5.5" y="10.5" width="13" height="9" rx="2" />
      <path d="M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5" />
    </Icon>
  );
}

export function Link(): VNode {
  return (
    <Icon>
      <path d="M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-.8.8" />
      <path d="M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l.8-.8" />
    </Icon>
  );
}

export function Offline(): VNode {
  return (
    <Icon>
      <path d="M4 9.5a12 12 0 0 1 4-2.4M12 6.5c3 0 5.8 1.1 8 3M7 13a7.5 7.5 0 0 1 2.5-1.5M17 13a7.5 7.5 0 0 0-2-1.3M4 4l16 16" />
      <circle cx="12" cy="17.5" r=".75" fill="currentColor" />
    </Icon>
  );
}

export function Warning(): VNode {
  return (
    <Icon size={20}>
      <path d="M12 4.5l8.5 14.5h-17zM12 10v4" />
      <circle cx="12" cy="16.6" r=".5" fill="currentColor" />
    </Icon>
  );
}

/** An octagon, so that it differs from a warning in shape too. */
export function Danger(): VNode {
  return (
    <Icon size={20}>
      <path d="M8.4 3.5h7.2l4.9 4.9v7.2l-4.9 4.9H8.4l-4.9-4.9V8.4zM12 8v4.6" />
      <circle cx="12" cy="15.8" r=".5" fill="currentColor" />
    </Icon>
  );
}

export function Info(): VNode {
  return (
    <Icon size={20}>
      <circle cx="12" cy="12" r="8.5" />
      <path d="M12 11v5" />
      <circle cx="12" cy="8" r=".5" fill="currentColor" />
    </Icon>
  );
}

export function Mail(): VNode {
  return (
    <Icon>
      <rect x="3.5" y="5.5" width="17" height="13" rx="2" />
      <path d="M4 7l8 6 8-6" />
    </Icon>
  );
}

export function Question(): VNode {
  return (
    <Icon>
      <path d="M5 5.5h14a1.5 1.5 0 0 1 1.5 1.5v8.5A1.5 1.5 0 0 1 19 17h-6l-4 3.5V17H5a1.5 1.5 0 0 1-1.5-1.5V7A1.5 1.5 0 0 1 5 5.5z" />
      <path d="M10 9.7a2 2 0 1 1 2.7 1.8c-.5.2-.7.5-.7 1" />
      <circle cx="12" cy="14.4" r=".4" fill="currentColor" />
    </Icon>
  );
}

import type { VNode } from 'preact';

export interface TextFieldProps {
  id: string;
  label: string;
  value: string;
  onValue: (value: string) => void;
  isEmail?: boolean;
  hint?: string;
  mistake?: string | undefined;
  isBusy?: boolean;
}

export function TextField({ id, label, value, onValue, isEmail = false, hint, mistake, isBusy = false }: TextFieldProps): VNode {
  const describedBy = [mistake === undefined ? '' : `${id}-mistake`, hint === undefined ? '' : `${id}-hint`].join(' ').trim();
  const field = {
    id,
    value,
    autocapitalize: 'none',
    spellcheck: false,
    dir: 'auto',
    maxLength: 254,
    readOnly: isBusy,
    'aria-required': true,
    'aria-invalid': mistake !== undefined,
    'aria-describedby': describedBy === '' ? undefined : describedBy,
    onInput: (event: { currentTarget: HTMLInputElement }): void => onValue(event.currentTarget.value),
  } as const;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {isEmail ? (
        <input type="email" inputMode="email" autocomplete="email" {...field} />
      ) : (
        <input type="text" autocomplete="off" {...field} />
      )}
      {mistake === undefined ? null : (
        <p class="mistake" role="alert" id={`${id}-mistake`}>
          {mistake}
        </p>
      )}
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

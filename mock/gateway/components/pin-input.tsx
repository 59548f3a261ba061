import type { RefObject, VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';

const boxes = 6;

export interface PinInputProps {
  id: string;
  label: string;
  /** The screen reads the digits from the element when it needs them, and empties it: no state ever holds a PIN. */
  inputRef: RefObject<HTMLInputElement | null>;
  /** Codes from an e-mail are shown, PINs are not. */
  isSecret?: boolean;
  describedBy?: string | undefined;
  isInvalid?: boolean;
  isBusy?: boolean;
  /** Takes the digits that are typed while no field has the focus, as it is when a screen opens. */
  catchesDigits?: boolean;
  onDigits?: (count: number) => void;
}

/** Six boxes over one input, so that pasting, screen readers and phone keyboards work as with any field. */
export function PinInput({
  id,
  label,
  inputRef,
  isSecret = true,
  describedBy,
  isInvalid = false,
  isBusy = false,
  catchesDigits = false,
  onDigits,
}: PinInputProps): VNode {
  const [shown, setShown] = useState('');
  useCaughtDigits(inputRef, catchesDigits);
  useEffect(() => {
    // The screen empties the element by itself; an `input` event does not come of that.
    const field = inputRef.current;
    const sync = (): void => setShown(mask(field?.value ?? '', isSecret));
    field?.addEventListener('emptied', sync);
    return () => field?.removeEventListener('emptied', sync);
  }, []);

  function onInput(event: { currentTarget: HTMLInputElement }): void {
    const field = event.currentTarget;
    const digits = asciiDigits(field.value).slice(0, boxes);
    if (digits !== field.value) field.value = digits;
    setShown(mask(digits, isSecret));
    onDigits?.(digits.length);
  }

  const field = {
    id,
    ref: inputRef,
    inputMode: 'numeric',
    autocapitalize: 'none',
    spellcheck: false,
    'data-1p-ignore': true,
    'data-lpignore': 'true',
    'aria-required': true,
    'aria-invalid': isInvalid,
    'aria-describedby': describedBy,
    readOnly: isBusy,
    onInput,
    // The boxes show no caret: typing always goes on at the end.
    onSelect: ({ currentTarget }: { currentTarget: HTMLInputElement }): void => {
      const { length } = currentTarget.value;
      if (currentTarget.selectionStart !== length) currentTarget.setSelectionRange(length, length);
    },
  } as const;
  const filled = isBusy && isSecret ? '•'.repeat(boxes) : shown;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <div class={isInvalid ? 'digits is-invalid' : 'digits'}>
        {isSecret ? <input type="password" autocomplete="off" {...field} /> : <input type="text" autocomplete="one-time-code" {...field} />}
        <div class="boxes" aria-hidden="true">
          {Array.from({ length: boxes }, (_, index) => (
            <span class={boxClass(index, filled.length)}>{filled[index] ?? ''}</span>
          ))}
        </div>
      </div>
    </div>
  );
}

/** Reads the digits and empties the field at once. */
export function takeDigits(inputRef: RefObject<HTMLInputElement | null>): string {
  const field = inputRef.current;
  if (field === null) return '';
  const { value } = field;
  field.value = '';
  field.dispatchEvent(new Event('emptied'));
  return value;
}

function boxClass(index: number, length: number): string {
  if (index < length) return 'box is-filled';
  return index === length ? 'box is-next' : 'box';
}

function mask(digits: string, isSecret: boolean): string {
  return isSecret ? '•'.repeat(digits.length) : digits;
}

/** Keeps the digits of any script that phone keyboards type, as ASCII, and drops the rest, such as spaces in a pasted code. */
export function asciiDigits(text: string): string {
  return Array.from(text.normalize('NFKC'), (character) => {
    const zero = [0x30, 0x660, 0x6f0, 0x966, 0x9e6].find((start) => {
      const distance = (character.codePointAt(0) ?? 0) - start;
      return distance >= 0 && distance <= 9;
    });
    return zero === undefined ? '' : String((character.codePointAt(0) ?? 0) - zero);
  }).join('');
}

function useCaughtDigits(inputRef: RefObject<HTMLInputElement | null>, isActive: boolean): void {
  useEffect(() => {
    if (!isActive) return;
    const onKey = (event: KeyboardEvent): void => {
      if (!/^[0-9]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey) return;
      const focused = document.activeElement;
      // With the focus moved while the key goes down, the digit is typed into the field.
      if (focused === null || focused === document.body || focused instanceof HTMLHeadingElement) inputRef.current?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [isActive]);
}

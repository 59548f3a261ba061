import type { VNode } from 'preact';
import { type HiddenPart, visibleParts } from '../visible-text.ts';

/**
 * A text that somebody else wrote, shown as text only: isolated from the direction of what stands around it, and with
 * every hidden character written out, because the user approves what they see.
 */
export function SafeText({ text }: { text: string }): VNode {
  return (
    <bdi>
      {visibleParts(text).map((part) =>
        part.kind === 'text' ? part.text : <HiddenCharacter {...part} />,
      )}
    </bdi>
  );
}

function HiddenCharacter({ codePoint, name, count }: HiddenPart): VNode {
  return (
    <span class="hidden-character" dir="ltr">
      {codePoint} {name}
      {count === undefined ? '' : ` × ${count}`}
    </span>
  );
}

/** A value of a request: addresses and hashes in groups of four, so that they can be compared by eye. */
export function SafeValue({ value }: { value: string }): VNode {
  // A number is no address: its digits are grouped by nobody from the left.
  if (!/^(0x)?[0-9A-Za-z]{24,128}$/.test(value) || /^[0-9]+$/.test(value)) {
    return value.includes('\n') ? <SafeText text={value} /> : <SafeSentence text={value} />;
  }
  return <Grouped value={value} />;
}

/**
 * A sentence that may name addresses and hashes, which are grouped like those that stand alone. Where anything but ASCII
 * stands beside them they are left: nothing may come between a script that runs the other way and its blanks.
 */
export function SafeSentence({ text }: { text: string }): VNode {
  if (!/^[\x20-\x7E]*$/.test(text)) return <SafeText text={text} />;
  const parts = text.split(/(?<![0-9A-Za-z])(0x[0-9a-fA-F]{40}(?:[0-9a-fA-F]{24})?)(?![0-9A-Za-z])/);
  if (parts.length === 1) return <SafeText text={text} />;
  return <bdi>{parts.map((part, at) => (at % 2 === 0 ? <SafeText text={part} /> : <Grouped value={part} />))}</bdi>;
}

function Grouped({ value }: { value: string }): VNode {
  // Groups are set apart by style alone: copying or reading aloud gives the value as it is.
  const groups = value.match(/^0x|.{1,4}/g) ?? [value];
  return (
    <bdi class="code" dir="ltr">
      {groups.map((group) => (
        <>
          <span class="group">{group}</span>
          <wbr />
        </>
      ))}
    </bdi>
  );
}

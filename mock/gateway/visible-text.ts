/** A piece of a text: shown as it is, or a character that would be invisible or move its neighbours, to be shown by name. */
export type TextPart = { kind: 'text'; text: string } | HiddenPart;

export interface HiddenPart {
  kind: 'hidden';
  codePoint: string;
  name: string;
  /** How often it comes in a row, where that is more than once. */
  count?: number;
}

const names: Record<number, string> = {
  0x00: 'null', 0x07: 'bell', 0x08: 'backspace', 0x1b: 'escape', 0x7f: 'delete', 0xad: 'soft hyphen',
  0x61c: 'Arabic letter mark', 0x200b: 'zero-width space', 0x200c: 'zero-width non-joiner', 0x200d: 'zero-width joiner',
  0x200e: 'left-to-right mark', 0x200f: 'right-to-left mark', 0x2028: 'line separator', 0x2029: 'paragraph separator',
  0x202a: 'left-to-right embedding', 0x202b: 'right-to-left embedding', 0x202c: 'end of direction',
  0x202d: 'left-to-right override', 0x202e: 'right-to-left override', 0x2060: 'word joiner', 0x2066: 'left-to-right isolate',
  0x2067: 'right-to-left isolate', 0x2068: 'first strong isolate', 0x2069: 'end of isolate', 0xfeff: 'byte order mark',
};

// Every control and format character, the separators, lone surrogates, private use, and the blanks that count as letters.
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\u034F\u115F\u1160\u17B4\u17B5\u3164\uFFA0]/u;
// Where joiners belong to the spelling: after the letters of these scripts, and between the parts of an emoji.
const joining = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const pictograph = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]/u;

const mark = /\p{M}/u;
/** No script sets more marks on one letter; a tower of them writes over what stands above and below. */
const mostMarks = 8;

/** Splits a text so that nothing in it can deceive the reader. Line feeds and tabs are left, they show as what they are. */
export function visibleParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let plain = '';
  let previous = '';
  let marks = 0;
  for (const character of text.replace(/\r\n/g, '\n')) {
    marks = mark.test(character) ? marks + 1 : 0;
    if (marks <= mostMarks && isHarmless(character, previous)) {
      plain += character;
    } else {
      if (plain !== '') parts.push({ kind: 'text', text: plain });
      plain = '';
      pushHidden(parts, hiddenPart(character));
    }
    previous = character;
  }
  if (plain !== '') parts.push({ kind: 'text', text: plain });
  return parts;
}

/** Whether a text has characters that are not what they seem. */
export function hasHidden(text: string): boolean {
  return visibleParts(text).some(({ kind }) => kind === 'hidden');
}

function isHarmless(character: string, previous: string): boolean {
  if (!hidden.test(character) || character === '\n' || character === '\t') return true;
  if (character === '\u200D') return joining.test(previous) || pictograph.test(previous);
  return character === '\u200C' && joining.test(previous);
}

function pushHidden(parts: TextPart[], part: HiddenPart): void {
  const last = parts.at(-1);
  if (last?.kind === 'hidden' && last.codePoint === part.codePoint) last.count = (last.count ?? 1) + 1;
  else parts.push(part);
}

function hiddenPart(character: string): HiddenPart {
  const value = character.codePointAt(0) ?? 0;
  const codePoint = `U+${value.toString(16).toUpperCase().padStart(4, '0')}`;
  return { kind: 'hidden', codePoint, name: names[value] ?? (mark.test(character) ? 'combining mark' : 'hidden character') };
}

/** Lays code out as a person would: on one line where it fits, else an item a line. */

export interface Item {
  /** What stands before the value: `name: `, `name=`; nothing in a list. */
  key: string;
  value: Layout;
}

export interface Bracketed {
  open: string;
  items: Item[];
  close: string;
}

/** Code that cannot be broken, or items in brackets, which can. */
export type Layout = string | Bracketed;

export interface Habits {
  indent: string;
  /** Inside the brackets of one line: `{ a: 1 }` has a space. */
  pad: (open: string) => string;
  /** Whether the last item of several lines is followed by a comma. */
  trailingComma: boolean;
  /** Whether the values of neighbouring lines begin in one column, as gofmt has it. */
  aligned?: boolean;
}

/** What the pages show nearly without scrolling. */
const width = 68;

/** `before` and `after` are what stands on the first and on the last line beside it. */
export function layOut(layout: Layout, habits: Habits, before = '', after = '', margin = ''): string {
  const line = before + onOneLine(layout, habits) + after;
  if (typeof layout === 'string' || layout.items.length === 0) return line;
  if (!line.includes('\n') && columns(margin + line) <= width) return line;
  const inner = margin + habits.indent;
  const { open, items, close } = layout;
  const keyWidths = habits.aligned ? alignedWidths(items, habits, inner) : items.map(() => 0);
  const lines = items.map(({ key, value }, index) => {
    const comma = habits.trailingComma || index < items.length - 1 ? ',' : '';
    return inner + layOut(value, habits, key.padEnd(keyWidths[index] ?? 0), comma, inner);
  });
  return [`${before}${open}`, ...lines, `${margin}${close}${after}`].join('\n');
}

/** A call: on one line, else broken in its last argument where what stands before that fits, else an argument a line. */
export function layOutCall(before: string, items: Item[], after: string, habits: Habits, margin = ''): string {
  const all: Bracketed = { open: '', items, close: after };
  const line = before + onOneLine(all, { ...habits, pad: () => '' });
  const last = items.at(-1);
  if (last === undefined || columns(margin + line) <= width) return line;
  const others = items.slice(0, -1).map(({ key, value }) => `${key}${onOneLine(value, habits)}, `).join('');
  const first = `${before}${others}${last.key}`;
  const isHeld = typeof last.value !== 'string' && columns(margin + first + last.value.open) <= width;
  return isHeld ? layOut(last.value, habits, first, after, margin) : layOut(all, habits, before, '', margin);
}

function onOneLine(layout: Layout, habits: Habits): string {
  if (typeof layout === 'string') return layout;
  const { open, items, close } = layout;
  if (items.length === 0) return open + close;
  const pad = habits.pad(open);
  return `${open}${pad}${items.map(({ key, value }) => key + onOneLine(value, habits)).join(', ')}${pad}${close}`;
}

/** Keys are aligned in runs of lines: one whose value takes several lines ends a run. */
function alignedWidths(items: Item[], habits: Habits, margin: string): number[] {
  const isBroken = ({ key, value }: Item) => layOut(value, habits, key, ',', margin).includes('\n');
  const widths: number[] = [];
  let run: number[] = [];
  const end = () => {
    const widest = Math.max(0, ...run.map((index) => items[index]?.key.length ?? 0));
    for (const index of run) widths[index] = widest;
    run = [];
  };
  items.forEach((item, index) => {
    if (isBroken(item)) {
      end();
      widths[index] = 0;
    } else run.push(index);
  });
  end();
  return widths;
}

function columns(line: string): number {
  return line.replaceAll('\t', '    ').length;
}

import type { VNode } from 'preact';
import type { GatewayChallenge } from '../contract.ts';
import { hostOf } from './requester.tsx';
import { SafeText, SafeValue } from './safe-text.tsx';
import { countText, ScrollBox } from './scroll-box.tsx';

/** Equal labels in a row, as one. */
export interface LineGroup {
  label: string;
  values: string[];
}

/** Lines whose labels are paths, under the part of the path that they share. */
export interface LineBranch {
  label: string;
  children: LineNode[];
}

export type LineNode = LineGroup | LineBranch;

/** Beyond this many lines the list scrolls in a box. */
const longList = 24;
/** Beyond this many characters, or lines of text, a value does. */
const longValue = { characters: 900, lines: 14 };
/** Deeper than this nothing is indented any more: the rest of the path is written out. */
const deepest = 4;

/** What is approved, line by line. */
export function LineList({ nodes, label, after = [] }: { nodes: readonly LineNode[]; label: string; after?: VNode[] }): VNode | null {
  const count = countLines(nodes);
  if (count === 0 && after.length === 0) return null;
  const isBoxed = count > longList;
  if (!isBoxed) {
    return (
      <dl class="lines">
        {nodes.map((node) => lineNode(node, isBoxed))}
        {after}
      </dl>
    );
  }
  return (
    <>
      <ScrollBox isTall label={label} extent={countText(count, 'line')}>
        <dl class="lines">{nodes.map((node) => lineNode(node, isBoxed))}</dl>
      </ScrollBox>
      {after.length === 0 ? null : <dl class="lines">{after}</dl>}
    </>
  );
}

function lineNode(node: LineNode, isBoxed: boolean): VNode {
  if ('values' in node) return line(node, isBoxed);
  return (
    <div class="branch">
      <dt>
        <SafeText text={node.label} />
      </dt>
      <dd>
        <dl>{node.children.map((child) => lineNode(child, isBoxed))}</dl>
      </dd>
    </div>
  );
}

function line({ label, values }: LineGroup, isBoxed: boolean): VNode {
  return (
    <div class={lineClass(label, values)}>
      <dt>
        <SafeText text={label} />
      </dt>
      {values.map((value) => (
        <dd>{isBoxed ? <SafeValue value={value} /> : <BoxedValue label={label} value={value} />}</dd>
      ))}
    </div>
  );
}

/** A value, in a box that scrolls when it is long. */
export function BoxedValue({ label, value }: { label: string; value: string }): VNode {
  const lines = value.split('\n').length;
  if (value.length <= longValue.characters && lines <= longValue.lines) return <SafeValue value={value} />;
  const extent = [...(lines > 1 ? [countText(lines, 'line')] : []), countText(value.length, 'character')].join(', ');
  return (
    <ScrollBox label={label} extent={extent}>
      <SafeValue value={value} />
    </ScrollBox>
  );
}

/** Where money goes, and how much of it, stands out. */
const weighty = new Set(['To', 'Amount']);

function lineClass(label: string, values: readonly string[]): string {
  const isLong = values.length > 1 || values.some((value) => value.length > 30 || value.includes('\n'));
  return ['line', ...(isLong ? ['line-long'] : []), ...(weighty.has(label) ? ['line-weighty'] : [])].join(' ');
}

/** Equal labels in a row make one group; what the head of the screen says already is not said twice. */
export function groupLines({ display, application, customer }: GatewayChallenge): LineGroup[] {
  const groups: LineGroup[] = [];
  const names = [hostOf(application.origin), application.origin, application.origin.replace(/^https?:\/\//, '')];
  for (const { label, value } of display.lines) {
    if (label === 'Application' && names.includes(value)) continue;
    if (label === 'Customer' && value === customer.name) continue;
    const last = groups.at(-1);
    if (last?.label === label) last.values.push(value);
    else groups.push({ label, values: [value] });
  }
  return groups;
}

/** Typed data comes with a path for every value, `message.items[0].amount`: what is in one struct stands together. */
export function nestLines(groups: readonly LineGroup[]): LineNode[] {
  const roots: LineNode[] = [];
  let open: LineBranch[] = [];
  for (const { label, values } of groups) {
    const path = /^(?:domain|message)\./.test(label) ? label.split('.') : [label];
    const above = path.slice(0, Math.min(path.length - 1, deepest));
    const shared = above.findIndex((name, depth) => open[depth]?.label !== name);
    open = open.slice(0, shared < 0 ? above.length : shared);
    for (const name of above.slice(open.length)) {
      const branch: LineBranch = { label: name, children: [] };
      (open.at(-1)?.children ?? roots).push(branch);
      open.push(branch);
    }
    (open.at(-1)?.children ?? roots).push({ label: path.slice(above.length).join('.'), values });
  }
  return roots;
}

function countLines(nodes: readonly LineNode[]): number {
  return nodes.reduce((count, node) => count + ('values' in node ? node.values.length : countLines(node.children)), 0);
}

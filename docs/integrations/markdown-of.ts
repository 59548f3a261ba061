import type { Element, ElementContent, Nodes, Root } from 'hast';
import { select, selectAll } from 'hast-util-select';
import { toMdast, type Handle } from 'hast-util-to-mdast';
import { toString } from 'hast-util-to-string';
import type { BlockContent, Nodes as MdastNodes, PhrasingContent } from 'mdast';
import rehypeParse from 'rehype-parse';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';

const parser = unified().use(rehypeParse);
const writer = unified().use(remarkGfm).use(remarkStringify, { bullet: '-', rule: '-', emphasis: '_', fences: true });

function classesOf(node: Element): string[] {
  const names = node.properties['className'];
  return Array.isArray(names) ? names.map(String) : [];
}

const has = (node: Element, name: string) => classesOf(node).includes(name);

/** Expressive Code writes each line as an element of its own. */
const pre: Handle = (_state, node: Element) => {
  const lines = selectAll('.ec-line', node as unknown as Nodes);
  const value = lines.length > 0 ? lines.map((line) => toString(line).replace(/\n$/, '')).join('\n') : toString(node);
  const language = node.properties['dataLanguage'];
  return { type: 'code', lang: typeof language === 'string' && language !== 'plaintext' ? language : null, value };
};

/** A field of a schema becomes an item of a list: its name, what it must be, and what it means. */
const field: Handle = (state, node: Element) => {
  const [name, ...marks] = selectAll('.sl-openapi-key-name > *', node as unknown as Nodes).map((part) => toString(part).trim());
  const description = node.children.find((child): child is Element => child.type === 'element' && has(child, 'sl-openapi-key-description'));
  const parts = description?.children.filter((child): child is Element => child.type === 'element') ?? [];
  const isPlain = (part: Element) => part.tagName === 'div' && !has(part, 'sl-openapi-markdown') && !has(part, 'sl-openapi-examples') && !has(part, 'sl-openapi-schema-objects') && select('details', part as unknown as Nodes) === undefined;
  const facts = parts.filter(isPlain).flatMap((part) => {
    const tags = selectAll('.sl-openapi-type, .sl-openapi-tag', part as unknown as Nodes).map((tag) => toString(tag).trim());
    const label = toString(part).trim().startsWith('Allowed') ? [`one of ${tags.join(', ')}`] : tags;
    return label;
  });
  const rest = state.toFlow(parts.filter((part) => !isPlain(part)).flatMap((part) => state.one(part, node) ?? []).flat()) as BlockContent[];
  const said = [...marks, ...facts].filter((text) => text !== '').join(', ');
  const head: PhrasingContent[] = [{ type: 'inlineCode', value: name ?? '' }, ...(said === '' ? [] : [{ type: 'text', value: ` (${said})` } as const])];
  const [first] = rest;
  const paragraph: PhrasingContent[] = first?.type === 'paragraph' ? [...head, { type: 'text', value: ': ' }, ...first.children] : head;
  return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children: paragraph }, ...(first?.type === 'paragraph' ? rest.slice(1) : rest)] };
};

const keys: Handle = (state, node: Element) => {
  const items = state.all(node).filter((child): child is Extract<MdastNodes, { type: 'listItem' }> => child.type === 'listItem');
  return { type: 'list', ordered: false, spread: false, children: items };
};

/** Each panel of a group of tabs, under the name of its tab. */
const tabs: Handle = (state, node: Element) => {
  const labels = new Map(selectAll('[role=tab]', node as unknown as Nodes).map((tab) => [String(tab.properties['ariaControls'] ?? tab.properties['href'] ?? '').replace('#', ''), toString(tab).trim()]));
  const panels = node.children.filter((child): child is Element => child.type === 'element' && child.properties['role'] === 'tabpanel');
  return panels.flatMap((panel): BlockContent[] => [
    { type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: labels.get(String(panel.properties['id'])) ?? '' }] }] },
    ...(state.toFlow(state.all(panel)) as BlockContent[]),
  ]);
};

const nothing: Handle = () => undefined;

const span: Handle = (state, node: Element) => (has(node, 'sr-only') ? undefined : (state.all(node) as PhrasingContent[]));

const all: Handle = (state, node: Element) => state.all(node);

const div: Handle = (state, node: Element, parent) => {
  if (has(node, 'sl-openapi-keys')) return keys(state, node, parent);
  if (has(node, 'sl-openapi-key')) return field(state, node, parent);
  if (has(node, 'sl-openapi-operation-method')) {
    const value = node.children.map((child) => toString(child as Nodes).trim()).join(' ');
    return { type: 'paragraph', children: [{ type: 'inlineCode', value }] };
  }
  if (has(node, 'copy') || has(node, 'sl-openapi-content-picker-select') || has(node, 'sl-openapi-snippet-picker') || node.properties['popover'] !== undefined) return undefined;
  return state.toFlow(state.all(node)) as BlockContent[];
};

const anchor: Handle = (state, node: Element) => {
  if (has(node, 'sl-anchor-link')) return undefined;
  return { type: 'link', url: String(node.properties['href'] ?? ''), children: state.all(node) as PhrasingContent[] };
};

/** The headings of lists that are folded; a schema's own "object" says nothing. */
const summary: Handle = (state, node: Element) => (has(node, 'titled') ? { type: 'paragraph', children: [{ type: 'strong', children: state.all(node) as PhrasingContent[] }] } : undefined);

/** A picture is there for the light and for the dark theme: Markdown has one. */
const image: Handle = (_state, node: Element) =>
  has(node, 'dark') ? undefined : { type: 'image', url: String(node.properties['src'] ?? ''), alt: String(node.properties['alt'] ?? '') };

const handlers: Record<string, Handle> = {
  pre, div, span, sup: nothing, label: nothing, a: anchor, 'starlight-tabs': tabs, script: nothing, style: nothing, button: nothing, select: nothing, svg: nothing, figcaption: nothing,
  img: image, summary, details: all, figure: all, section: all, h5: (state, node: Element) => ({ type: 'paragraph', children: state.all(node) as PhrasingContent[] }),
};

/** A built page as Markdown, from what its reader sees: what components draw is in it. `address` is where the page is. */
export function markdownOf(html: string, address: string): { title: string; description: string; markdown: string } {
  const tree = parser.parse(html) as Root;
  const heading = select('h1', tree);
  const [title = '', ...badges] = (heading?.children ?? []).map((part) => toString(part as Nodes).replaceAll(/\s+/g, ' ').trim()).filter((text) => text !== '');
  const marks = badges.map((badge) => ` (${badge})`).join('');
  const description = String(select('meta[name=description]', tree)?.properties['content'] ?? '');
  const lead = select('.page-lead', tree);
  const content = select('.sl-markdown-content', tree);
  const parts: ElementContent[] = [...(lead === undefined ? [] : [lead]), ...(content === undefined ? [] : content.children as ElementContent[])];
  const body = toMdast({ type: 'root', children: parts }, { handlers }) as Extract<MdastNodes, { type: 'root' }>;
  // Anchors are those of the page: Markdown has none of its own.
  const text = writer.stringify(body).replaceAll('](#', `](${address}#`);
  return { title, description, markdown: `# ${title}${marks}\n\n${text}` };
}

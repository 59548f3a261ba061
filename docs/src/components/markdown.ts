import { operationOf, pageOf } from './contract.ts';

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function code(text: string): string {
  const operation = operationOf(text);
  const html = `<code>${escape(text)}</code>`;
  return operation === undefined ? html : `<a href="${pageOf(operation)}">${html}</a>`;
}

/** A line of Markdown as HTML: code, bold and links. The name of an operation leads to its page. */
export function inline(markdown: string): string {
  return markdown
    .split(/(`[^`]+`)/)
    .map((part) =>
      part.startsWith('`')
        ? code(part.slice(1, -1))
        : escape(part)
            .replaceAll(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
            .replaceAll(/\[([^\]]+)\]\(([^)\s]+)\)/g, '<a href="$2">$1</a>'),
    )
    .join('');
}

/** Paragraphs and lists of Markdown as HTML. */
export function blocks(markdown: string): string {
  return markdown
    .trim()
    .split(/\n{2,}/)
    .filter((block) => block !== '')
    .map((block) => {
      if (!/^- /.test(block)) return `<p>${inline(block.replaceAll('\n', ' '))}</p>`;
      const items = block.split(/\n(?=- )/).map((item) => `<li>${inline(item.slice(2).replaceAll(/\n\s*/g, ' '))}</li>`);
      return `<ul>${items.join('')}</ul>`;
    })
    .join('\n');
}

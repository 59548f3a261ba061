import type { Flow, Message, Sequence } from './drawings.ts';

/** The colours of a drawing; its ground is its own, so that it is readable wherever it is shown. */
export interface Palette {
  ground: string;
  card: string;
  line: string;
  text: string;
  muted: string;
  accent: string;
  onAccent: string;
}

export const palettes: Record<'light' | 'dark', Palette> = {
  light: { ground: '#f4f5f7', card: '#ffffff', line: '#c5cad4', text: '#14181f', muted: '#545b69', accent: '#2a52d3', onAccent: '#ffffff' },
  dark: { ground: '#1b1f28', card: '#10131a', line: '#454c5c', text: '#eef0f4', muted: '#a9b0bf', accent: '#8aa3f4', onAccent: '#10131a' },
};

// Everything is drawn for a phone: 360 wide, and no text smaller than 12 at that size.
const WIDTH = 360;
const MARGIN = 10;
const SIZE = 12;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** About how wide a text is: no font is at hand here, and the reader's may differ. */
const widthOf = (text: string): number => text.length * SIZE * 0.58;

function frame(title: string, description: string, height: number, { ground, text }: Palette, body: string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title description" font-family="system-ui, -apple-system, 'Segoe UI', Roboto, 'Liberation Sans', Arial, sans-serif" font-size="${SIZE}" fill="${text}">
<title id="title">${escape(title)}</title>
<desc id="description">${escape(description)}</desc>
<rect width="${WIDTH}" height="${height}" rx="12" fill="${ground}"/>
${body.join('\n')}
</svg>
`;
}

/** What a message is called, and what is said of it beside its name. */
function labelOf(message: Message): { name?: string; text?: string } {
  if ('operation' in message) return { name: message.operation, ...(message.text === undefined ? {} : { text: message.text }) };
  if ('webhook' in message) return { name: message.webhook };
  if ('callback' in message) return { name: 'return', ...(message.text === undefined ? {} : { text: message.text }) };
  if ('screen' in message) return { text: `${message.screen}: ${message.text}` };
  return { text: message.text };
}

/** Parties side by side, messages one below the other. */
export function drawSequence({ title, description, parties, steps }: Sequence, palette: Palette): string {
  const { ground, card, line, text, muted, accent } = palette;
  const lane = (WIDTH - 2 * MARGIN) / parties.length;
  const middle = (party: string): number => MARGIN + lane * (parties.indexOf(party) + 0.5);
  const head = { y: 12, height: 28 };
  const row = 38;
  const first = head.y + head.height + 24;
  const height = first + steps.length * row + 4;
  const body = parties.flatMap((party) => [
    `<path d="M${middle(party)} ${head.y + head.height}V${height - 12}" stroke="${line}" stroke-dasharray="2 4"/>`,
    `<rect x="${middle(party) - lane / 2 + 3}" y="${head.y}" width="${lane - 6}" height="${head.height}" rx="6" fill="${card}" stroke="${line}"/>`,
    `<text x="${middle(party)}" y="${head.y + 18}" text-anchor="middle" font-weight="600">${escape(party)}</text>`,
  ]);
  steps.forEach((step, index) => {
    const y = first + index * row;
    const [from, to] = [middle(step.from), middle(step.to)];
    const { name, text: said } = labelOf(step);
    const number = `${index + 1} `;
    const width = widthOf(number + [name, said].filter((part) => part !== undefined).join('  '));
    const parts = [
      `<tspan fill="${muted}">${number}</tspan>`,
      ...(name === undefined ? [] : [`<tspan fill="${accent}" font-weight="600">${escape(name)}</tspan>`]),
      ...(said === undefined ? [] : [`<tspan fill="${name === undefined ? text : muted}"${name === undefined ? '' : ' dx="5"'}>${escape(said)}</tspan>`]),
    ];
    // The halo keeps the lines of the parties out of the letters.
    const label = (x: number, y: number, anchor: 'start' | 'middle' | 'end'): string =>
      `<text x="${x}" y="${y}" text-anchor="${anchor}" paint-order="stroke" stroke="${ground}" stroke-width="5" stroke-linejoin="round">${parts.join('')}</text>`;
    if (from === to) {
      const isRight = from + 12 + width <= WIDTH - MARGIN;
      body.push(`<rect x="${from - 4}" y="${y - 8}" width="8" height="18" rx="2" fill="${accent}"/>`, label(from + (isRight ? 12 : -12), y + 5, isRight ? 'start' : 'end'));
      return;
    }
    const tip = to > from ? -1 : 1;
    const centre = (from + to) / 2;
    const edges = { start: MARGIN, middle: centre, end: WIDTH - MARGIN };
    const place = (anchor: keyof typeof edges): string => label(edges[anchor], y, anchor);
    const isWebhook = 'webhook' in step || 'callback' in step;
    body.push(
      place(centre - width / 2 < MARGIN ? 'start' : centre + width / 2 > WIDTH - MARGIN ? 'end' : 'middle'),
      `<path d="M${from} ${y + 8}H${to + tip * 2}" stroke="${accent}" stroke-width="1.5"${isWebhook ? ' stroke-dasharray="5 3"' : ''}/>`,
      `<path d="M${to + tip * 7} ${y + 4}L${to} ${y + 8}L${to + tip * 7} ${y + 12}Z" fill="${accent}"/>`,
    );
  });
  return frame(title, description, height, palette, body);
}

/** Numbered steps, one below the other. */
export function drawFlow({ title, description, steps }: Flow, palette: Palette): string {
  const { card, line, muted, accent, onAccent } = palette;
  const box = { height: 92, gap: 20 };
  const height = MARGIN * 2 + steps.length * box.height + (steps.length - 1) * box.gap + 4;
  const body = steps.flatMap(({ title, who, text }, index) => {
    const y = MARGIN + 2 + index * (box.height + box.gap);
    return [
      ...(index === 0 ? [] : [
        `<path d="M36 ${y - box.gap}V${y - 6}" stroke="${accent}" stroke-width="1.5"/>`,
        `<path d="M32 ${y - 8}L36 ${y - 1}L40 ${y - 8}Z" fill="${accent}"/>`,
      ]),
      `<rect x="${MARGIN + 2}" y="${y}" width="${WIDTH - 2 * MARGIN - 4}" height="${box.height}" rx="8" fill="${card}" stroke="${line}"/>`,
      `<circle cx="36" cy="${y + 26}" r="13" fill="${accent}"/>`,
      `<text x="36" y="${y + 31}" text-anchor="middle" font-size="14" font-weight="700" fill="${onAccent}">${index + 1}</text>`,
      `<text x="60" y="${y + 24}" font-size="15" font-weight="600">${escape(title)}</text>`,
      `<text x="60" y="${y + 42}" fill="${accent}">${escape(who)}</text>`,
      ...text.map((one, place) => `<text x="60" y="${y + 62 + place * 17}" font-size="13" fill="${muted}">${escape(one)}</text>`),
    ];
  });
  return frame(title, description, height, palette, body);
}

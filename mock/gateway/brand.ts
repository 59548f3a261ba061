/** The colours that follow from a brand's one colour, in one of the two schemes. */
export interface AccentColours {
  /** The ground of the main button. */
  accent: string;
  /** Text on it. */
  onAccent: string;
  /** The brand's colour as text, and for rings and marks, on the card. */
  accentText: string;
  /** Its faint form, as a ground. */
  accentSoft: string;
}

type Rgb = readonly [number, number, number];

const white: Rgb = [255, 255, 255];
const ink: Rgb = [12, 15, 22];

/** The grounds of the style sheet that accent text stands on; the contrast is computed against the harder of each. */
export const grounds = { light: [[255, 255, 255], [244, 245, 247]], dark: [[27, 31, 40], [16, 19, 26]] } as const;

/** Makes any brand colour readable: contrast 4.5 or more for text (WCAG 2.2, 1.4.3), in light and in dark. */
export function accentColours(color: string, scheme: 'light' | 'dark'): AccentColours {
  const brand = parse(color) ?? ([47, 91, 234] as const);
  const onAccent = contrast(brand, white) >= 4.5 ? white : ink;
  // A mid-tone on which neither white nor ink reaches 4.5 does not exist for white; ink is a touch lighter than black.
  const accent = contrast(brand, onAccent) >= 4.5 ? brand : towards(brand, white, (one) => contrast(one, onAccent) >= 4.5);
  const surfaces = grounds[scheme];
  const soft = mix(brand, surfaces[0], scheme === 'light' ? 0.92 : 0.82);
  const readable = (one: Rgb): boolean => [...surfaces, soft].every((ground) => contrast(one, ground) >= 4.6);
  const accentText = towards(brand, scheme === 'light' ? [0, 0, 0] : white, readable);
  return { accent: css(accent), onAccent: css(onAccent), accentText: css(accentText), accentSoft: css(soft) };
}

/** The contrast of two colours by WCAG 2.2. */
export function contrast(one: Rgb, other: Rgb): number {
  const [light, dark] = [luminance(one), luminance(other)].toSorted((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function towards(color: Rgb, target: Rgb, isGood: (color: Rgb) => boolean): Rgb {
  for (let share = 0; share < 1; share += 0.04) {
    const candidate = mix(color, target, share);
    if (isGood(candidate)) return candidate;
  }
  return target;
}

function mix(one: Rgb, other: Rgb, share: number): Rgb {
  const channel = (index: 0 | 1 | 2): number => Math.round(one[index] + (other[index] - one[index]) * share);
  return [channel(0), channel(1), channel(2)];
}

/** Reads `#rrggbb`. */
export function parse(color: string): Rgb | undefined {
  const digits = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color);
  if (digits === null) return undefined;
  return [Number.parseInt(digits[1] ?? '', 16), Number.parseInt(digits[2] ?? '', 16), Number.parseInt(digits[3] ?? '', 16)];
}

function css([red, green, blue]: Rgb): string {
  return `#${[red, green, blue].map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

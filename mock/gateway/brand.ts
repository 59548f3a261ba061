/** The custom properties of the style sheet that follow from a brand's one colour. */
export type BrandColours = Record<`--brand-${'accent' | 'on-accent' | `${'text' | 'soft'}-${'light' | 'dark'}`}`, string>;

type Rgb = readonly [number, number, number];

const white: Rgb = [255, 255, 255];
const ink: Rgb = [12, 15, 22];

/** The grounds of the style sheet that accent text stands on; the contrast is computed against the harder of each. */
export const grounds = { light: [[255, 255, 255], [244, 245, 247]], dark: [[27, 31, 40], [16, 19, 26]] } as const;

/** Makes any brand colour readable: contrast 4.5 or more for text (WCAG 2.2, 1.4.3), on the button, in light and in dark. */
export function brandColours(color: string): BrandColours {
  const brand = parse(color) ?? ([47, 91, 234] as const);
  const onAccent = contrast(brand, white) >= 4.5 ? white : ink;
  // Ink is a touch lighter than black, so a few mid-tones are lifted a little for it.
  const accent = towards(brand, white, (one) => contrast(one, onAccent) >= 4.5);
  const [light, dark] = [readable(brand, 'light'), readable(brand, 'dark')];
  return {
    '--brand-accent': css(accent),
    '--brand-on-accent': css(onAccent),
    '--brand-text-light': css(light.text),
    '--brand-soft-light': css(light.soft),
    '--brand-text-dark': css(dark.text),
    '--brand-soft-dark': css(dark.soft),
  };
}

/** The colour as text, for rings and marks, and in a faint form as a ground. */
function readable(brand: Rgb, scheme: 'light' | 'dark'): { text: Rgb; soft: Rgb } {
  const surfaces = grounds[scheme];
  const soft = mix(brand, surfaces[0], scheme === 'light' ? 0.92 : 0.82);
  const isGood = (one: Rgb): boolean => [...surfaces, soft].every((ground) => contrast(one, ground) >= 4.6);
  return { text: towards(brand, scheme === 'light' ? [0, 0, 0] : white, isGood), soft };
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

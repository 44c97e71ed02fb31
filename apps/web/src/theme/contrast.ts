/** Grounds on which a tenant's color stands as text: cards, pages, group heads. The server checks the same. */
export const PAGE_GROUNDS = { white: '#ffffff', paper: '#f6f7f5', sunken: '#eff2f0' } as const;
/** Least contrast of text. Source: WCAG 2.1, success criterion 1.4.3. */
export const LEAST_CONTRAST = 4.5;

const channels = (color: string): number[] => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16) / 255);

/** Relative luminance of `#rrggbb`, 0 to 1. Source: WCAG 2.1, definitions. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = channels(color).map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colors (`#rrggbb`), 1 to 21. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Least contrast of a color with the grounds of pages. */
export const leastContrast = (color: string): number =>
  Math.min(...Object.values(PAGE_GROUNDS).map((ground) => contrast(color, ground)));

/** The same hue, darkened as little as is needed to be read on every page ground. */
export function nearestReadable(color: string): string {
  const rgb = channels(color);
  for (let percent = 100; percent > 0; percent -= 1) {
    const parts = rgb.map((value) =>
      Math.round((value * 255 * percent) / 100)
        .toString(16)
        .padStart(2, '0'),
    );
    const darker = `#${parts.join('')}`;
    if (leastContrast(darker) >= LEAST_CONTRAST) return darker;
  }
  return '#000000';
}

const NAMES = [
  '--bw-brand',
  '--mantine-color-anchor',
  '--mantine-primary-color-filled',
  '--mantine-primary-color-filled-hover',
  '--mantine-color-lake-filled',
  '--mantine-color-lake-filled-hover',
] as const;

/**
 * Puts a tenant's own color (hex, dark enough for white text; the server checks it) on buttons and links.
 * In the dark scheme a lighter mix of it is used. Levels, states and strands keep their colors.
 */
export function applyTenantColor(color: string | null | undefined, scheme: 'light' | 'dark'): void {
  const style = document.documentElement.style;
  for (const name of NAMES) style.removeProperty(name);
  if (!color) return;
  const shown = scheme === 'dark' ? `color-mix(in oklab, ${color} 42%, white)` : color;
  for (const name of NAMES)
    style.setProperty(name, name.endsWith('hover') ? `color-mix(in oklab, ${shown} 88%, black)` : shown);
}

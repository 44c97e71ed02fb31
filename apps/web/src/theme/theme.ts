import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type VariantColorsResolver,
} from '@mantine/core';

/**
 * Text on a "light" tint is always ink: every hue then passes 4.5:1.
 * Text on the filled primary follows the scheme: Mantine's autoContrast looks at the light shade only.
 */
const readable: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  if (input.variant === 'light') return { ...colors, color: 'var(--mantine-color-text)' };
  if (input.variant === 'filled' && (!input.color || input.color === input.theme.primaryColor))
    return { ...colors, color: 'var(--bw-on-brand)' };
  return colors;
};

/** Maps Mantine's own variables to the tokens, so that both layers change together. */
export const cssVariables: CSSVariablesResolver = (theme) => ({
  variables: {
    '--mantine-color-error': 'var(--bw-bad)',
    '--mantine-color-dimmed': 'var(--bw-ink-2)',
    '--mantine-color-placeholder': 'var(--bw-ink-2)',
  },
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#17211f',
    '--mantine-color-dimmed': '#4e5957',
    '--mantine-color-error': '#a61b1b',
    '--mantine-color-placeholder': '#5c6765',
    '--mantine-color-default-border': theme.colors.gray[4],
    '--mantine-color-anchor': '#0b5064',
    '--mantine-primary-color-contrast': '#ffffff',
  },
  dark: {
    '--mantine-color-body': '#20282a',
    '--mantine-color-text': '#e3e9e8',
    '--mantine-color-dimmed': '#b0bcba',
    '--mantine-color-error': '#ffa89e',
    '--mantine-color-placeholder': '#a3b0ae',
    '--mantine-color-default-border': theme.colors.dark[3],
    '--mantine-color-anchor': '#8fd3e2',
    '--mantine-primary-color-contrast': '#0d1718',
  },
});

/** Mantine set to the tokens: accessible borders, sizes of the type scale, lists that stay inside the landmarks. */
export const theme = createTheme({
  primaryColor: 'lake',
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  respectReducedMotion: true,
  cursorType: 'pointer',
  defaultRadius: 6,
  fontFamily: '"Public Sans", system-ui, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Menlo, monospace',
  fontSizes: { xs: '12px', sm: '14px', md: '16px', lg: '18px', xl: '22px' },
  lineHeights: { xs: '1.35', sm: '1.45', md: '1.5', lg: '1.45', xl: '1.3' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  headings: {
    fontWeight: '700',
    sizes: {
      h1: { fontSize: '26px', lineHeight: '1.2' },
      h2: { fontSize: '17px', lineHeight: '1.3' },
      h3: { fontSize: '15px', lineHeight: '1.35' },
    },
  },
  colors: {
    lake: [
      '#ebf6f8',
      '#d3eaef',
      '#a8d4df',
      '#8fd3e2',
      '#4da2b7',
      '#2c8aa2',
      '#19758d',
      '#0f6178',
      '#0b5064',
      '#083c4c',
    ],
    gray: [
      '#f7f8f7',
      '#eff2f0',
      '#e3e7e5',
      '#d2d7d5',
      '#b6bdbb',
      '#8f9896',
      '#6c7775',
      '#4e5957',
      '#363d3c',
      '#1d2423',
    ],
    dark: [
      '#e3e9e8',
      '#b0bcba',
      '#8e9a99',
      '#67726f',
      '#434d4b',
      '#2f3938',
      '#20282a',
      '#161c1d',
      '#10161a',
      '#0a0f10',
    ],
  },
  variantColorResolver: readable,
  components: {
    // Mantine's own input border is about 1.5:1; WCAG 1.4.11 asks for 3:1. On error the red border stays.
    Input: {
      vars: (_t: unknown, props: { error?: unknown }) => ({
        wrapper: props.error ? {} : { '--input-bd': 'var(--bw-line-strong)' },
      }),
    },
    InputWrapper: {
      styles: {
        label: { fontWeight: 600, marginBottom: 4 },
        description: { fontSize: 13 },
        error: { fontSize: 13, fontWeight: 600 },
      },
    },
    // Open lists stay inside the page's landmarks; "fixed" keeps scrolling tables from cutting them off.
    Menu: {
      defaultProps: {
        withinPortal: false,
        floatingStrategy: 'fixed',
        withInitialFocusPlaceholder: false,
        shadow: 'md',
      },
    },
    Combobox: { defaultProps: { withinPortal: false, floatingStrategy: 'fixed', shadow: 'md' } },
    ModalHeader: { defaultProps: { role: 'none' } },
    Badge: { defaultProps: { tt: 'none', size: 'lg', radius: 'sm' } },
    Button: { defaultProps: { fw: 600 } },
    Modal: { styles: { title: { fontWeight: 700, fontSize: 17 } } },
    Tooltip: { defaultProps: { events: { hover: true, focus: true, touch: true } } },
    Tabs: { styles: { tab: { fontWeight: 600 } } },
  },
});

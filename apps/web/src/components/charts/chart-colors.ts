/** Chart colors as attribute values. The server passes plain hex values of the same shape when it draws into a PDF. */
export const chartColors = {
  ink: 'var(--bw-ink)',
  ink2: 'var(--bw-ink-2)',
  line: 'var(--bw-line)',
  edge: 'var(--bw-line-strong)',
  surface: 'var(--bw-surface)',
  now: 'var(--bw-strand-look)',
  nowInk: 'var(--bw-look)',
  target: 'var(--bw-agree)',
  before: 'var(--bw-line-strong)',
  bad: 'var(--bw-bad)',
  badSoft: 'var(--bw-bad-soft)',
  series: [
    'var(--bw-strand-look)',
    'var(--bw-strand-pay)',
    'var(--bw-strand-agree)',
    'var(--bw-m2)',
    'var(--bw-m4)',
    'var(--bw-line-strong)',
  ],
} as const;

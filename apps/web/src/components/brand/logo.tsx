import { braidParts } from './braid';
import styles from './logo.module.css';

const MARK = braidParts({ width: 40, mid: 16, amplitude: 9.5, period: 40, phase: 0.35 }, 1);
const STRANDS = ['var(--bw-mark-look)', 'var(--bw-mark-agree)', 'var(--bw-mark-pay)'];

/** The mark: three strands, one braid. `casing` is the color behind it, so that crossings read as over and under. */
export function LogoMark({ size = 32, casing = 'var(--bw-nav)' }: { size?: number; casing?: string }) {
  return (
    <svg width={size * 1.25} height={size} viewBox="0 0 40 32" aria-hidden="true" focusable="false">
      {MARK.map((part, i) => (
        <g key={i} fill="none" strokeLinecap={part.over ? 'butt' : 'round'}>
          {part.over && <path d={part.casing} stroke={casing} strokeWidth={8.4} />}
          <path d={part.d} stroke={STRANDS[part.strand]} strokeWidth={4.6} strokeLinecap="round" />
        </g>
      ))}
    </svg>
  );
}

interface LogoProps {
  size?: number;
  color?: string;
  casing?: string;
}

/** Mark and name. The name is text, so it scales, prints and is read aloud. */
export function Logo({ size = 26, color = 'var(--bw-nav-strong)', casing }: LogoProps) {
  return (
    <span className={styles.logo} style={{ color, fontSize: size * 0.72 }}>
      <LogoMark size={size} casing={casing} />
      Braidway
    </span>
  );
}

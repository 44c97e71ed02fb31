import { braidParts } from './braid';
import styles from './logo.module.css';

const COLORS = ['var(--bw-strand-look)', 'var(--bw-strand-agree)', 'var(--bw-strand-pay)'];
const PARTS = braidParts({ width: 720, mid: 90, amplitude: 52, period: 380, phase: 0.9 }, 3);

/** The braid, large, as the only picture of the sign-in page. */
export function BraidArt({ className }: { className?: string }) {
  return (
    <svg
      className={`${styles.art} ${className ?? ''}`}
      viewBox="0 0 720 180"
      preserveAspectRatio="xMinYMid slice"
      aria-hidden="true"
    >
      {PARTS.map((part, i) => (
        <g key={i} fill="none">
          {part.over && <path d={part.casing} stroke="var(--bw-nav)" strokeWidth={40} />}
          <path d={part.d} stroke={COLORS[part.strand]} strokeWidth={25} strokeLinecap={part.over ? 'butt' : 'round'} />
        </g>
      ))}
    </svg>
  );
}

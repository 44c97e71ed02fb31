import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { braidParts, strandY, type BraidBox } from './brand/braid';
import { LevelChip } from './maturity';
import type { Rating, ScaleLevel } from './scale';
import { StatusBadge, type StatusKey } from './status-badge';
import styles from './thread.module.css';

/** Which kind of record a step is: look and plan, agree and do, or pay. */
export type Strand = 'look' | 'agree' | 'pay';

/** A record on the thread. `to` is left out for this page and for what is still ahead. */
export interface ThreadStep {
  key: string;
  kind: string;
  title: string;
  detail?: string;
  strand: Strand;
  to?: string;
  status?: { key: StatusKey; label?: string };
  rating?: Rating;
  here?: boolean;
  ahead?: boolean;
}

interface ThreadProps {
  steps: ThreadStep[];
  label: string;
  scale: ScaleLevel[];
}

const ORDER: Strand[] = ['look', 'agree', 'pay'];
const COLOR: Record<Strand, string> = {
  look: 'var(--bw-strand-look)',
  agree: 'var(--bw-strand-agree)',
  pay: 'var(--bw-strand-pay)',
};
const WIDTH = 1080;
const HEIGHT = 102;
/** A short thread keeps its shape: the braid is drawn as if it had this many steps. */
const FEWEST = 9;

/** The thread of a record as a braid: every step sits on its strand. Solid has happened, dashed is ahead. */
export function Thread({ steps, label, scale }: ThreadProps) {
  return (
    <div className={styles.thread}>
      <Braid steps={steps} />
      <ol className={styles.steps} aria-label={label}>
        {steps.map((step, i) => (
          <StepText key={step.key} step={step} number={i + 1} scale={scale} />
        ))}
      </ol>
    </div>
  );
}

function Braid({ steps }: { steps: ThreadStep[] }) {
  const id = useId();
  const gap = WIDTH / steps.length;
  const box: BraidBox = {
    width: WIDTH,
    mid: HEIGHT / 2,
    amplitude: 29,
    period: (WIDTH / Math.max(FEWEST, steps.length)) * 3,
    phase: 0.5,
  };
  const ahead = steps.findIndex((step) => step.ahead);
  const edge = ahead < 0 ? WIDTH : ahead * gap;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} className={styles.braid} aria-hidden="true" focusable="false">
      <clipPath id={`${id}d`}>
        <rect width={edge} height={HEIGHT} />
      </clipPath>
      <clipPath id={`${id}a`}>
        <rect x={edge} width={WIDTH - edge} height={HEIGHT} />
      </clipPath>
      <g clipPath={`url(#${id}d)`}>
        <Strands box={box} />
      </g>
      <g clipPath={`url(#${id}a)`} strokeDasharray="7 7">
        <Strands box={box} dashed />
      </g>
      {steps.map((step, i) => (
        <Knot key={step.key} step={step} number={i + 1} x={gap * (i + 0.5)} box={box} />
      ))}
    </svg>
  );
}

function Knot({ step, number, x, box }: { step: ThreadStep; number: number; x: number; box: BraidBox }) {
  const y = strandY(box, ORDER.indexOf(step.strand), x);
  const color = COLOR[step.strand];
  return (
    <g>
      <line x1={x} x2={x} y1={y} y2={HEIGHT} stroke="var(--bw-line-strong)" strokeDasharray="2 3" />
      <circle
        cx={x}
        cy={y}
        r={step.here ? 16 : 12.5}
        fill={step.ahead ? 'var(--bw-surface)' : color}
        stroke={step.ahead ? color : 'var(--bw-surface)'}
        strokeWidth={3.5}
      />
      {step.here && <circle cx={x} cy={y} r={20} fill="none" stroke="var(--bw-ink)" strokeWidth={2.5} />}
      <text
        x={x}
        y={y + 4.5}
        textAnchor="middle"
        fontSize={13}
        fontWeight={800}
        fill={step.ahead ? 'var(--bw-ink)' : 'var(--bw-knot-ink)'}
      >
        {number}
      </text>
    </g>
  );
}

function Strands({ box, dashed }: { box: BraidBox; dashed?: boolean }) {
  return braidParts(box).map((part, i) => (
    <g key={i} fill="none">
      {part.over && !dashed && <path d={part.casing} stroke="var(--bw-surface)" strokeWidth={14} />}
      <path
        d={part.d}
        stroke={COLOR[ORDER[part.strand]!]}
        strokeWidth={dashed ? 3 : 7}
        strokeLinecap="round"
        strokeOpacity={dashed ? 0.75 : 1}
      />
    </g>
  ));
}

function StepText({ step, number, scale }: { step: ThreadStep; number: number; scale: ScaleLevel[] }) {
  const { t } = useTranslation('readiness');
  return (
    <li data-strand={step.strand} data-here={step.here} aria-current={step.here ? 'step' : undefined}>
      <p className={styles.kind}>
        <span className={styles.index} aria-hidden>
          {number}
        </span>
        {step.kind}
        {step.here && <span className="visually-hidden"> {t('thread.here')}</span>}
      </p>
      <p className={styles.title}>
        {step.to ? <Link to={step.to}>{step.title}</Link> : step.here ? <b>{step.title}</b> : step.title}
      </p>
      {step.detail && <p className={styles.detail}>{step.detail}</p>}
      {(step.status || step.rating !== undefined) && (
        <div className={styles.state}>
          {step.rating !== undefined && <LevelChip scale={scale} rating={step.rating} size={20} />}
          {step.status && <StatusBadge status={step.status.key} label={step.status.label} quiet />}
        </div>
      )}
    </li>
  );
}

/** Key to the strands. */
export function ThreadLegend() {
  const { t } = useTranslation('readiness');
  return (
    <ul className={styles.legend}>
      {ORDER.map((strand) => (
        <li key={strand}>
          <span data-strand={strand} aria-hidden />
          {t(`thread.${strand}`)}
        </li>
      ))}
      <li>
        <span className={styles.ahead} aria-hidden />
        {t('thread.ahead')}
      </li>
    </ul>
  );
}

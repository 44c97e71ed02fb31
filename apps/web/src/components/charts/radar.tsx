import { useTranslation } from 'react-i18next';
import { chartColors as c } from './chart-colors';
import { Figure } from './figure';
import { axisEnd, CENTER, HEIGHT, points, RADIUS, spot, WIDTH } from './radar-geometry';
import styles from './radar.module.css';

/** One line of a radar: a value for each axis, null where nothing is rated. */
export interface RadarSeries {
  name: string;
  values: (number | null)[];
  look: 'now' | 'target' | 'before';
}
interface RadarProps {
  title: string;
  axes: string[];
  series: RadarSeries[];
  /** Number of levels of the scale. */
  max: number;
}

const LOOKS = {
  now: { stroke: c.nowInk, dash: undefined, width: 2.5, fill: c.now, opacity: 0.24 },
  target: { stroke: c.target, dash: '6 4', width: 2, fill: 'none', opacity: 0 },
  before: { stroke: c.before, dash: '2 3', width: 2, fill: 'none', opacity: 0 },
} as const;

/** Levels on three to eight axes. Line patterns, not only colors, tell the series apart; the current value is printed at the axis. */
export function Radar({ title, axes, series, max }: RadarProps) {
  const { t } = useTranslation();
  const current = series.find((line) => line.look === 'now');
  const print = (value: number | null | undefined) => value ?? t('rating.noneShort');
  const values = axes.map((name, i) => t('chart.value', { name, value: current?.values[i] ?? t('chart.notRated') }));
  const ordered = [...series].sort((a, b) => Number(a.look === 'now') - Number(b.look === 'now'));
  return (
    <Figure
      title={title}
      hideTitle
      width={WIDTH}
      height={HEIGHT}
      summary={t('chart.summary', { title, values: values.join(', ') })}
      table={{
        columns: [t('chart.element'), ...series.map((line) => line.name)],
        rows: axes.map((name, i) => [name, ...series.map((line) => print(line.values[i]))]),
      }}
    >
      <Web axes={axes.length} max={max} />
      {ordered.map((line) => (
        <Line key={line.name} line={line} max={max} />
      ))}
      {axes.map((name, i) => (
        <AxisName key={name} name={name} value={String(print(current?.values[i]))} index={i} count={axes.length} />
      ))}
    </Figure>
  );
}

function Web({ axes, max }: { axes: number; max: number }) {
  const rings = Array.from({ length: max }, (_, ring) => ring + 1);
  return (
    <g fill="none" stroke={c.edge}>
      {rings.map((ring) => (
        <polygon
          key={ring}
          points={points(
            Array.from({ length: axes }, () => ring),
            max,
          )}
          strokeOpacity={ring === max ? 0.9 : 0.4}
        />
      ))}
      {Array.from({ length: axes }, (_, i) => {
        const [x, y] = spot(RADIUS, i, axes);
        return <line key={i} x1={CENTER.x} y1={CENTER.y} x2={x} y2={y} strokeOpacity={0.4} />;
      })}
    </g>
  );
}

/** A gap in the ratings stays a gap: the line is closed only over the axes that are rated. */
function Line({ line, max }: { line: RadarSeries; max: number }) {
  const look = LOOKS[line.look];
  const rated = line.values.flatMap((value, i) => (value === null ? [] : [{ value, i }]));
  const whole = rated.length === line.values.length;
  return (
    <g>
      <polygon
        points={points(line.values, max)}
        fill={look.fill}
        fillOpacity={whole ? look.opacity : look.opacity / 2}
        stroke={look.stroke}
        strokeWidth={look.width}
        strokeDasharray={look.dash}
        strokeLinejoin="round"
      />
      {line.look === 'now' &&
        rated.map(({ value, i }) => {
          const [x, y] = spot((RADIUS * value) / max, i, line.values.length);
          return <circle key={i} cx={x} cy={y} r={4} fill={look.stroke} stroke={c.surface} strokeWidth={1.5} />;
        })}
    </g>
  );
}

function AxisName({ name, value, index, count }: { name: string; value: string; index: number; count: number }) {
  const { x, y, anchor } = axisEnd(index, count);
  return (
    <text x={x} y={y} textAnchor={anchor} fontSize={13} fill={c.ink}>
      <tspan fontWeight={600}>{name}</tspan>
      <tspan dx={5} fill={c.nowInk} fontWeight={700}>
        {value}
      </tspan>
    </text>
  );
}

/** Key to the line patterns. */
export function RadarLegend({ series }: { series: RadarSeries[] }) {
  return (
    <ul className={styles.legend}>
      {series.map((line) => (
        <li key={line.name}>
          <svg width="26" height="10" aria-hidden="true">
            <line
              x1="0"
              y1="5"
              x2="26"
              y2="5"
              stroke={LOOKS[line.look].stroke}
              strokeWidth={LOOKS[line.look].width}
              strokeDasharray={LOOKS[line.look].dash}
            />
          </svg>
          {line.name}
        </li>
      ))}
    </ul>
  );
}

import { useTranslation } from 'react-i18next';
import { Figure } from '../../components/charts/figure';
import { Measured } from '../../components/measured';
import { useSystemName } from '../../components/readiness/words';
import type { Partnership } from './use-partnerships';

const HEIGHT = 330;
const SEAT = 19;
const LINE = 13.5;

/** Breaks a label into at most two lines of about the same length. */
function inTwoLines(label: string): string[] {
  const words = label.split(' ');
  if (words.length < 2 || label.length < 12) return [label];
  const cuts = words.slice(1).map((_, i) => [words.slice(0, i + 1).join(' '), words.slice(i + 1).join(' ')]);
  return cuts.reduce((best, next) =>
    Math.max(...next.map((line) => line.length)) < Math.max(...best.map((line) => line.length)) ? next : best,
  );
}

/** A table with a seat for each system of a complete team: taken with the number of organizations, or free. */
export function TablePicture({ systems }: { systems: Partnership['systems'] }) {
  const { t } = useTranslation('partnerships');
  const { t: words } = useTranslation();
  const name = useSystemName();
  const taken = systems.filter(({ organizations }) => organizations.length > 0).length;
  const rows = systems.map(({ system, organizations }) => [
    name(system),
    organizations.join(', ') || words('word.none'),
  ]);
  return (
    <Measured fallback={340}>
      {(width) => (
        <Figure
          title={t('systems.picture')}
          hideTitle
          width={width}
          height={HEIGHT}
          summary={t('systems.summary', { taken, total: systems.length })}
          table={{ columns: [t('systems.system'), t('systems.organizations')], rows }}
        >
          <Center width={width} taken={taken} total={systems.length} />
          {systems.map(({ system, organizations }, i) => (
            <Seat
              key={system}
              lines={inTwoLines(name(system))}
              count={organizations.length}
              place={placeOf(i, systems.length, width)}
            />
          ))}
        </Figure>
      )}
    </Measured>
  );
}

interface Place {
  x: number;
  y: number;
}

function placeOf(index: number, seats: number, width: number): Place {
  const angle = (2 * Math.PI * index) / seats - Math.PI / 2;
  const reach = Math.min(width / 2 - 52, 150);
  return { x: width / 2 + reach * Math.cos(angle), y: HEIGHT / 2 - 10 + 118 * Math.sin(angle) };
}

function Center({ width, taken, total }: { width: number; taken: number; total: number }) {
  const { t } = useTranslation('partnerships');
  const [x, y] = [width / 2, HEIGHT / 2 - 10];
  return (
    <>
      <circle cx={x} cy={y} r={50} fill="var(--bw-look-soft)" stroke="var(--bw-strand-look)" strokeWidth={2} />
      <text x={x} y={y + 3} textAnchor="middle" fontSize={23} fontWeight={700} fill="var(--bw-ink)">
        {t('systems.of', { taken, total })}
      </text>
      <text x={x} y={y + 21} textAnchor="middle" fontSize={12.5} fill="var(--bw-ink-2)">
        {t('systems.word')}
      </text>
    </>
  );
}

function Seat({ lines, count, place: { x, y } }: { lines: string[]; count: number; place: Place }) {
  const free = count === 0;
  return (
    <g>
      <circle
        cx={x}
        cy={y}
        r={SEAT}
        fill={free ? 'var(--bw-surface)' : 'var(--bw-look)'}
        stroke={free ? 'var(--bw-bad)' : 'var(--bw-look)'}
        strokeWidth={2}
        strokeDasharray={free ? '4 4' : undefined}
      />
      <text
        x={x}
        y={y + 5}
        textAnchor="middle"
        fontSize={14}
        fontWeight={700}
        fill={free ? 'var(--bw-bad)' : 'var(--bw-surface)'}
      >
        {free ? '–' : count}
      </text>
      {lines.map((line, i) => (
        <text
          key={line}
          x={x}
          y={y + SEAT + 14 + i * LINE}
          textAnchor="middle"
          fontSize={12}
          fontWeight={free ? 700 : 500}
          fill={free ? 'var(--bw-bad)' : 'var(--bw-ink)'}
          stroke="var(--bw-surface)"
          strokeWidth={4}
          paintOrder="stroke"
        >
          {line}
        </text>
      ))}
    </g>
  );
}

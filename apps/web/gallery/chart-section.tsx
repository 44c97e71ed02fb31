import { useState } from 'react';
import { DotSpread, type SpreadView } from '../src/components/charts/dot-spread';
import { Heatmap } from '../src/components/charts/heatmap';
import { Radar, RadarLegend, type RadarSeries } from '../src/components/charts/radar';
import layout from '../src/components/layout.module.css';
import { MaturityLegend } from '../src/components/maturity';
import { Panel } from '../src/components/panel';
import { ELEMENTS, ROWS, SCALE } from './fixtures';

const spread = (
  kind: 'dots' | 'percentages',
  counts: number[],
  dontKnow: number,
  startingPoint: string,
): SpreadView => ({
  kind,
  levels: SCALE.map((level, i) => ({ levelKey: level.key, count: counts[i] ?? 0 })),
  dontKnow,
  notApplicable: 0,
  startingPoint,
});

const SERIES: RadarSeries[] = [
  { name: 'Now, round 3', look: 'now', values: [3, 2, 3, 2, null, 1] },
  { name: 'Target', look: 'target', values: [4, 3, 3, 3, 3, 3] },
  { name: 'Last round', look: 'before', values: [2, 2, 2, 2, 1, 1] },
];

/** Heat map, radar, spread of answers. */
export function ChartSection() {
  const [cell, setCell] = useState({ row: ROWS[0]!.id, column: 'Employers' });
  return (
    <div className={layout.stack}>
      <Panel title="Elements by partnership" flush>
        <Heatmap
          caption="Level by element and partnership"
          rowTitle="Partnership"
          scale={SCALE}
          columns={ELEMENTS.map((key) => ({ key, label: key, title: key }))}
          rows={ROWS.map((row, i) => ({
            key: row.id,
            label: row.name,
            sub: 'Round 2, locked Oct 2026',
            cells: row.levels.map((rating, j) => ({
              rating,
              note: rating && i === 0 ? `${j + 2} below` : undefined,
              coverage: i === 1 ? 0.8 : 1,
            })),
          }))}
          selected={cell}
          onSelect={(row, column) => setCell({ row, column })}
        />
        <MaturityLegend scale={SCALE} />
      </Panel>
      <div className={layout.halves}>
        <Panel title="Three looks" aside={<RadarLegend series={SERIES} />}>
          <Radar title="Levels of the Kalamazoo region" axes={ELEMENTS} series={SERIES} max={4} />
        </Panel>
        <Panel title="Five partners answered">
          <DotSpread scale={SCALE} view={spread('percentages', [2, 2, 1, 0], 1, 'planning')} />
        </Panel>
        <Panel title="Three partners, named round">
          <DotSpread
            scale={SCALE}
            view={spread('dots', [1, 2, 0, 0], 0, 'planning')}
            names={{ exploring: ['Portage Public Schools'], planning: ['Kalamazoo RESA', 'Michigan Works!'] }}
          />
        </Panel>
        <Panel title="Two partners">
          <DotSpread scale={SCALE} view={{ kind: 'too_few' }} />
        </Panel>
      </div>
    </div>
  );
}

import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { KeyFigure, KeyFigures } from '../src/components/key-figure';
import layout from '../src/components/layout.module.css';
import type { FilterDef } from '../src/components/list/filters';
import { RecordList } from '../src/components/list/record-list';
import { useListState } from '../src/components/list/use-list-state';
import { ElementBars, MaturityBar, MaturityLegend } from '../src/components/maturity';
import { Panel } from '../src/components/panel';
import { STATUS, StatusBadge, type StatusKey } from '../src/components/status-badge';
import { EmptyState } from '../src/components/states';
import { ELEMENTS, ROWS, SCALE, SHORT_SCALE } from './fixtures';

const FILTERS: FilterDef[] = [
  {
    key: 'status',
    label: 'Status',
    kind: 'choice',
    options: [
      { value: 'open', label: 'Open' },
      { value: 'locked', label: 'Locked' },
    ],
  },
  { key: 'q', label: 'Name', kind: 'text' },
];

/** Key figures, list with filters and pages, bars and badges. */
export function ListSection() {
  const list = useListState({ filters: FILTERS, sort: 'name' });
  return (
    <div className={layout.stack}>
      <KeyFigures>
        <KeyFigure label="Partnerships" value="8" note="in 2 states" />
        <KeyFigure label="Answers waiting" value="3" note="oldest 9 days" tone="warn" />
        <KeyFigure label="Below target" value="43" note="of 540 indicators" tone="bad" />
        <KeyFigure label="Closed gaps" value="12" note="this year" tone="good" />
      </KeyFigures>
      <Panel title="Partnerships" flush aside={<MaturityLegend scale={SCALE} target />}>
        <RecordList
          caption="Partnerships"
          list={list}
          rowKey={(row) => row.id}
          rowName={(row) => row.name}
          empty={
            <EmptyState title="No partnership yet" why="A partnership groups the organizations that work together." />
          }
          exportFrom="/api/v1/t/michigan/partnerships"
          bulk={() => <Button size="compact-sm">Remind late people</Button>}
          query={{
            data: { items: ROWS, nextCursor: 'x', total: 1284, totalIsExact: true },
            error: null,
            refetch: () => undefined,
            isFetching: false,
          }}
          columns={[
            {
              key: 'name',
              title: 'Partnership',
              sort: 'name',
              header: true,
              cell: (row) => <Link to="/list">{row.name}</Link>,
            },
            {
              key: 'levels',
              title: 'Elements',
              cell: (row) => (
                <ElementBars
                  scale={SCALE}
                  label={`Elements of ${row.name}`}
                  values={ELEMENTS.map((short, i) => ({
                    key: short,
                    short,
                    rating: row.levels[i] ?? null,
                    target: 'implementing',
                  }))}
                />
              ),
            },
            { key: 'state', title: 'Round', phone: 'label', cell: () => <StatusBadge status="answering" quiet /> },
            {
              key: 'people',
              title: 'People',
              sort: 'people',
              align: 'right',
              phone: 'label',
              cell: (row) => row.people,
            },
          ]}
        />
      </Panel>
      <div className={layout.halves}>
        <Panel title="Counts by level">
          <MaturityBar
            scale={SCALE}
            label="Indicators"
            counts={{ exploring: 1, planning: 5, implementing: 4, sustaining: 1, dont_know: 2, not_applicable: 1 }}
          />
          <br />
          <MaturityBar scale={SHORT_SCALE} label="Conformance" counts={{ c1: 2, c2: 5, c3: 4 }} />
          <MaturityLegend scale={SHORT_SCALE} extra={false} />
        </Panel>
        <Panel title="States">
          {(Object.keys(STATUS) as StatusKey[]).map((key) => (
            <span key={key}>
              <StatusBadge status={key} />{' '}
            </span>
          ))}
        </Panel>
      </div>
    </div>
  );
}

import type { IndicatorText } from '../src/components/indicator/indicator-card';
import type { RailPart } from '../src/components/progress-rail';
import type { ScaleLevel } from '../src/components/scale';

/** A scale of four, as the six key elements have it. */
export const SCALE: ScaleLevel[] = ['Exploring', 'Planning', 'Implementing', 'Sustaining'].map((label, i) => ({
  key: label.toLowerCase(),
  value: i + 1,
  label,
}));

/** A scale of three, as conformance checks have it. */
export const SHORT_SCALE: ScaleLevel[] = ['Not met', 'Partly met', 'Met'].map((label, i) => ({
  key: `c${i + 1}`,
  value: i + 1,
  label,
}));

export const ELEMENTS = ['Partners', 'Employers', 'Design', 'Policies', 'Data', 'Funding'];

export const INDICATORS: IndicatorText[] = [
  {
    key: 'sector-body',
    code: '2.2.2',
    mayBeNotApplicable: true,
    statement:
      'Each target sector has a standing body led by employers in which education and workforce partners take part.',
    descriptors: {
      exploring: 'Contacts with employers are one-to-one and program by program.',
      planning: 'A founding group of employers exists in at least one sector.',
      implementing: 'Sector bodies meet in most target sectors; some depend on public staff to keep going.',
      sustaining: 'Every target sector has an employer-led body with its own agenda, regular meetings and results.',
    },
  },
  {
    key: 'one-channel',
    code: '2.2.4',
    mayBeNotApplicable: true,
    statement: 'Work-based learning is requested, placed, supervised and evaluated through one coordinated channel.',
    descriptors: {
      exploring: 'Each teacher or program approaches employers alone; the same employers are asked repeatedly.',
      planning: 'A shared intake and placement procedure has been designed and a coordinator named.',
      implementing: 'A coordinated channel handles part of the placements; safety and quality checks vary.',
      sustaining: 'One channel covers the whole range from awareness to apprenticeship.',
    },
  },
];

export const RAIL: RailPart[] = ELEMENTS.map((label, i) => ({
  key: label,
  label: `${i + 1}. ${label}`,
  to: `?part=${i + 1}`,
  done: [15, 6, 4, 0, 0, 0][i] ?? 0,
  total: [15, 11, 16, 13, 15, 20][i] ?? 1,
  sections: [
    { key: '2.1', code: '2.1', title: 'Let labor market analysis guide the choice of sectors', to: '?s=1' },
    {
      key: '2.2',
      code: '2.2',
      title: 'Choose high-demand sectors and win employers from them as partners',
      to: '?s=2',
    },
  ],
}));

/** Rows of the list. */
export interface DemoRow {
  id: string;
  name: string;
  levels: (string | null)[];
  people: number;
}
export const ROWS: DemoRow[] = [
  ['Kalamazoo region', ['implementing', 'planning', 'implementing', 'planning', 'planning', 'exploring'], 1284],
  ['Calhoun and Barry', ['planning', 'planning', 'implementing', 'exploring', 'not_applicable', 'planning'], 7],
  ['Upper Peninsula west', ['planning', 'exploring', 'planning', null, 'dont_know', null], 31],
  [
    'Grand Traverse area',
    ['sustaining', 'implementing', 'implementing', 'implementing', 'planning', 'implementing'],
    402,
  ],
].map(([name, levels, people]) => ({ id: String(name), name, levels, people }) as DemoRow);

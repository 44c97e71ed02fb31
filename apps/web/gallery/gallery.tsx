import { Button } from '@mantine/core';
import { IconChecklist, IconHome, IconMap2, IconTargetArrow } from '@tabler/icons-react';
import { useLocation } from 'react-router';
import { PageHeader } from '../src/components/page-header';
import { AppFrame } from '../src/components/shell/app-frame';
import { PersonMenu } from '../src/components/shell/person-menu';
import { WorkplaceSwitcher } from '../src/components/shell/workplace-switcher';
import { StatusBadge } from '../src/components/status-badge';
import { AnswerSection } from './answer-section';
import { ChartSection } from './chart-section';
import { FormSection } from './form-section';
import { ListSection } from './list-section';
import { StateSection } from './state-section';

const SECTIONS = {
  list: ListSection,
  answer: AnswerSection,
  charts: ChartSection,
  forms: FormSection,
  states: StateSection,
};
const ICONS = [IconHome, IconChecklist, IconMap2, IconTargetArrow, IconHome];
const PLACES = [
  { id: 'a', title: 'Michigan', sub: 'State coach, until Jun 30, 2027' },
  { id: 'b', title: 'Kansas', sub: 'State coach, until Dec 31, 2026' },
];

/** The shared components, one section for each address. */
export function Gallery() {
  const { pathname } = useLocation();
  const key = (pathname.slice(1) || 'list') as keyof typeof SECTIONS;
  const Section = SECTIONS[key] ?? ListSection;
  return (
    <AppFrame
      home="/list"
      demo
      items={Object.keys(SECTIONS).map((name, i) => ({
        to: `/${name}`,
        label: name,
        icon: ICONS[i]!,
        count: i === 1 ? 3 : 0,
      }))}
      switcher={<WorkplaceSwitcher items={PLACES} current={PLACES[0]!} onChoose={() => undefined} />}
      account={
        <PersonMenu
          name="State coach (demo)"
          email="coach@demo.example"
          sub="State coach"
          onSignOut={() => undefined}
        />
      }
    >
      <PageHeader
        title={`Components: ${key}`}
        trail={[{ label: 'Gallery', to: '/list' }]}
        status={<StatusBadge status="inConsensus" />}
        summary="8 partnerships in 2 states. 2 need attention. Last visit here: yesterday."
        actions={
          <>
            <Button variant="default">Open heat map</Button>
            <Button>Log a visit</Button>
          </>
        }
      />
      <Section />
    </AppFrame>
  );
}

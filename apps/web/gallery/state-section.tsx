import { Button } from '@mantine/core';
import { ApiProblem, ApiUnreachable } from '../src/api/problem';
import { Activity } from '../src/components/activity';
import layout from '../src/components/layout.module.css';
import { Panel } from '../src/components/panel';
import { RuleNotice } from '../src/components/rule-notice';
import { ConflictState, EmptyState, ErrorState, LoadingRows, OfflineNotice } from '../src/components/states';

const FAILED = new ApiProblem({ title: 'Failed', status: 500, code: 'unexpected', requestId: 'req-7f3c-2291' });
const nothing = () => undefined;

/** Every state of a part of a page, and rules. */
export function StateSection() {
  return (
    <div className={layout.halves}>
      <Panel title="Failed" flush>
        <ErrorState error={FAILED} onRetry={nothing} />
      </Panel>
      <Panel title="Not reached" flush>
        <ErrorState error={new ApiUnreachable()} onRetry={nothing} />
      </Panel>
      <Panel title="Empty" flush>
        <EmptyState
          title="No gap is open"
          why="A gap appears when a round is locked and a level is below its target."
          action={<Button variant="default">See rounds</Button>}
        />
      </Panel>
      <Panel title="Loading" flush>
        <LoadingRows />
      </Panel>
      <Panel title="Two versions">
        <ConflictState
          mine="12 hours a week"
          theirs="10 hours a week, Tuesdays"
          onKeepMine={nothing}
          onKeepTheirs={nothing}
        />
      </Panel>
      <Panel title="Offline">
        <OfflineNotice />
      </Panel>
      <Panel title="Rules">
        <div className={layout.stack}>
          <RuleNotice severity="block" name="Cannot be locked" rule="evidence-3" source="Framework, scale rule">
            2 indicators at level 3 have no evidence.
          </RuleNotice>
          <RuleNotice
            severity="warn"
            name="Few systems"
            rule="team-3"
            source="TA model 3.2"
            action={<Button size="xs">Invite</Button>}
          >
            2 of 3 systems are invited.
          </RuleNotice>
          <RuleNotice severity="inform" name="Names are hidden">
            As promised when the round opened.
          </RuleNotice>
          <RuleNotice severity="pass" name="Your color" rule="Contrast" source="WCAG 2.1, 1.4.3">
            9.0 to 1 on white.
          </RuleNotice>
        </div>
      </Panel>
      <Panel title="Activity">
        <Activity
          items={[
            { id: '1', who: 'Partnership lead (demo)', what: 'opened round 3', when: '2026-11-20T15:00:00Z' },
            { id: '2', who: 'State coach (demo)', what: 'commented on 2.2.4', when: '2026-11-19T15:00:00Z' },
          ]}
        />
      </Panel>
    </div>
  );
}

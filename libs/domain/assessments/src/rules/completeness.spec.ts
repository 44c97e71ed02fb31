import { defaultAssessmentSettings as settings } from './assessment-settings';
import {
  checkClosing,
  checkLocking,
  checkOpening,
  checkSubmitting,
  type InvitedRespondent,
  type RecordedConsensus,
} from './completeness';

const respondent = (organizationId: string, system: string | null, hasSubmitted = true): InvitedRespondent => ({
  organizationId,
  system,
  hasSubmitted,
});

const record = (
  indicatorKey: string,
  outcome: 'level' | 'no_consensus' | 'not_applicable' | 'unresolved',
  more: Partial<RecordedConsensus> = {},
): RecordedConsensus => ({
  indicatorKey,
  consensus:
    outcome === 'level'
      ? { outcome, levelKey: 'planning' }
      : outcome === 'no_consensus'
        ? { outcome, range: null }
        : { outcome },
  ownerId: null,
  dueOn: null,
  ...more,
});

const rules = (found: { path: string; rule: string }[]) => found.map(({ path, rule }) => `${path} ${rule}`);

describe('opening an assessment', () => {
  const team = [
    respondent('college', 'postsecondary'),
    respondent('district', 'k12'),
    respondent('board', 'workforce'),
  ];

  it('is free with three organizations of three systems', () => {
    expect(checkOpening(82, 'facilitator', team, settings)).toEqual({ blocks: [], warnings: [] });
  });

  it('warns about fewer organizations or systems and does not block', () => {
    const narrow = [respondent('a', 'k12'), respondent('b', 'k12'), respondent('b', null)];
    const check = checkOpening(82, 'facilitator', narrow, settings);
    expect(check.blocks).toEqual([]);
    expect(check.warnings).toMatchObject([
      { path: 'respondents', rule: 'few_organizations', details: { minimum: 3, invited: 2 } },
      { path: 'respondents', rule: 'few_systems', details: { minimum: 3, invited: 1 } },
    ]);
    expect(
      checkOpening(82, 'facilitator', narrow, { ...settings, minimumOrganizations: 2, minimumSystems: 1 }).warnings,
    ).toEqual([]);
  });

  it('needs something to rate, a facilitator and a respondent', () => {
    expect(rules(checkOpening(0, ' ', [], settings).blocks)).toEqual([
      'elementKeys scope_empty',
      'facilitatorId facilitator_required',
      'respondents respondents_required',
    ]);
  });
});

describe('closing for answers', () => {
  it('warns about those who have not submitted', () => {
    expect(checkClosing([respondent('a', null), respondent('b', null, false)])).toMatchObject({
      blocks: [],
      warnings: [{ rule: 'answers_missing', details: { missing: 1, invited: 2 } }],
    });
    expect(checkClosing([respondent('a', null)]).warnings).toEqual([]);
  });

  it('warns when nobody has submitted', () => {
    expect(rules(checkClosing([respondent('b', null, false)]).warnings)).toEqual(['respondents nobody_submitted']);
  });
});

describe('closing the consensus talk', () => {
  it('needs an outcome for every indicator in scope', () => {
    const check = checkSubmitting(['a', 'b', 'c'], [record('a', 'level'), record('c', 'not_applicable')]);
    expect(rules(check.blocks)).toEqual(['consensus["b"] consensus_missing']);
  });

  it('needs an owner and a date for what stays unresolved', () => {
    expect(rules(checkSubmitting(['a'], [record('a', 'unresolved')]).blocks)).toEqual([
      'consensus["a"].ownerId unresolved_owner_required',
      'consensus["a"].dueOn unresolved_due_date_required',
    ]);
    const settled = record('a', 'unresolved', { ownerId: 'lead', dueOn: '2026-05-01' });
    expect(checkSubmitting(['a'], [settled]).blocks).toEqual([]);
  });

  it('says how much stays open, and passes over what is out of scope', () => {
    const recorded = [
      record('a', 'unresolved', { ownerId: 'lead', dueOn: '2026-05-01' }),
      record('b', 'no_consensus'),
      record('elsewhere', 'unresolved'),
    ];
    expect(checkSubmitting(['a', 'b'], recorded)).toMatchObject({
      blocks: [],
      warnings: [
        { rule: 'unresolved_remain', details: { count: 1 } },
        { rule: 'no_consensus_remains', details: { count: 1 } },
      ],
    });
  });
});

describe('locking', () => {
  it('asks for a reason for each change after the meeting', () => {
    const recorded = [record('a', 'level'), record('b', 'level')];
    const changes = [
      { indicatorKey: 'a', reason: 'The report arrived.' },
      { indicatorKey: 'b', reason: null },
    ];
    expect(rules(checkLocking(['a', 'b'], recorded, changes).blocks)).toEqual([
      'consensus["b"] late_change_reason_required',
    ]);
    expect(checkLocking(['a', 'b'], recorded, changes.slice(0, 1)).blocks).toEqual([]);
  });

  it('is as complete as submitting', () => {
    expect(rules(checkLocking(['a'], [], []).blocks)).toEqual(['consensus["a"] consensus_missing']);
  });
});

import fc from 'fast-check';
import { answeredCount, distributionOf } from './distribution';
import { displayedBySystem, type GroupAnswers, hiddenGroups, type SystemAnswers } from './group-display';
import { answers, fourLevels } from './rules.fixtures';

const group = (key: string, printed: string): GroupAnswers => ({
  key,
  distribution: distributionOf(fourLevels, answers(printed)),
});

const system = (key: string, organizations: GroupAnswers[], printed: string): SystemAnswers => ({
  ...group(key, printed),
  organizations,
});

describe('a breakdown by group', () => {
  it('shows every group when each has three ratings', () => {
    expect(hiddenGroups([group('a', '1 2 3'), group('b', '4 4 4')])).toEqual(new Set());
  });

  it('hides a second group when one is too small, so that it cannot be worked out by subtraction', () => {
    const hidden = hiddenGroups([group('a', '1 2 3 4'), group('small', '1 2'), group('b', '4 4 4')]);
    expect(hidden).toEqual(new Set(['small', 'b']));
  });

  it('hides a third group when two small ones have fewer than three ratings together', () => {
    expect(hiddenGroups([group('a', '1'), group('b', '2'), group('c', '1 2 3'), group('d', '1 2 3 4')])).toEqual(
      new Set(['a', 'b', 'c']),
    );
  });

  it('does not count a group without any answer as cover', () => {
    expect(
      hiddenGroups([group('empty', '. .'), group('small', '2'), group('c', '1 2 3'), group('d', '1 2 3 4')]),
    ).toEqual(new Set(['empty', 'small', 'c']));
  });

  it('hides only the empty group when all others are large enough', () => {
    expect(hiddenGroups([group('empty', '.'), group('c', '1 2 3')])).toEqual(new Set(['empty']));
  });

  it('hides all organizations of a hidden system, and a second one inside a shown system', () => {
    const shown = displayedBySystem(
      [
        system(
          'education',
          [group('college', '1 2 3'), group('district', '4'), group('adult', '2 2 2 2')],
          '1 2 3 4 2 2 2 2',
        ),
        system('workforce', [group('board', '1 1')], '1 1'),
        system('employers', [group('association', '3 3 4')], '3 3 4'),
      ],
      'team',
    );
    const kinds = shown.map(({ display, organizations }) => [
      display.kind,
      ...organizations.map((one) => one.display.kind),
    ]);
    expect(kinds).toEqual([
      ['percentages', 'hidden', 'hidden', 'dots'],
      ['hidden', 'hidden'],
      ['hidden', 'hidden'],
    ]);
  });

  it('shows the facilitator every group', () => {
    const [shown] = displayedBySystem([system('workforce', [group('board', '1')], '1')], 'facilitator');
    expect(shown).toMatchObject({
      display: { kind: 'dots', n: 1 },
      organizations: [{ display: { kind: 'dots', n: 1 } }],
    });
  });
});

describe('any breakdown by system and organization', () => {
  const anyAnswer = fc.constantFrom('1', '2', '3', '4', 'D', 'N', '.');
  const anyOrganization = fc.array(anyAnswer, { minLength: 1, maxLength: 6 });
  const anySystems = fc.array(fc.array(anyOrganization, { minLength: 1, maxLength: 5 }), {
    minLength: 1,
    maxLength: 5,
  });

  const build = (systems: string[][][]): SystemAnswers[] =>
    systems.map((organizations, s) =>
      system(
        `s${s}`,
        organizations.map((given, o) => group(`s${s}o${o}`, given.join(' '))),
        organizations.flat().join(' '),
      ),
    );

  /** What a reader learns by taking the shown parts from their sum: ratings, answers and number of groups left. */
  const rest = (parts: { group: GroupAnswers; shown: boolean }[]) => {
    const hidden = parts.filter(({ shown, group: { distribution } }) => !shown && answeredCount(distribution) > 0);
    return {
      groups: hidden.length,
      ratings: hidden.reduce((sum, { group: { distribution } }) => sum + distribution.n, 0),
    };
  };

  it('leaves no remainder of one group or of fewer than three ratings, unless nothing is shown', () => {
    fc.assert(
      fc.property(anySystems, (printed) => {
        const systems = build(printed);
        const shown = displayedBySystem(systems, 'team');
        const isShown = (display: { kind: string }) => display.kind !== 'hidden';
        const levels = [
          systems.map((one, s) => ({ group: one as GroupAnswers, shown: isShown(shown[s].display) })),
          ...systems.flatMap((one, s) =>
            isShown(shown[s].display)
              ? [
                  one.organizations.map((inner, o) => ({
                    group: inner,
                    shown: isShown(shown[s].organizations[o].display),
                  })),
                ]
              : [],
          ),
        ];
        for (const parts of levels) {
          const { groups, ratings } = rest(parts);
          if (groups === 0 || parts.every((part) => !part.shown)) continue;
          expect(groups).toBeGreaterThanOrEqual(2);
          expect(ratings).toBeGreaterThanOrEqual(3);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('shows no group with fewer than three ratings and nothing inside a hidden system', () => {
    fc.assert(
      fc.property(anySystems, (printed) => {
        const systems = build(printed);
        displayedBySystem(systems, 'team').forEach(({ display, organizations }, s) => {
          organizations.forEach((organization, o) => {
            if (organization.display.kind === 'hidden') return;
            expect(display.kind).not.toBe('hidden');
            expect(systems[s].organizations[o].distribution.n).toBeGreaterThanOrEqual(3);
          });
        });
      }),
    );
  });
});

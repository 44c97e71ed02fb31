import {
  type DisplayedSpread,
  displayedSpread,
  fewestRatingsShown,
  isHiddenFrom,
  type SpreadViewer,
} from './display-rules';
import { answeredCount, type Distribution } from './distribution';

/** The answers of one group of respondents. */
export interface GroupAnswers {
  key: string;
  distribution: Distribution;
}

/** A group as a viewer may see it; a hidden group does not tell its size, nor why it is hidden. */
export interface DisplayedGroup {
  key: string;
  display: DisplayedSpread | { kind: 'hidden' };
}

/** A system with the organizations it is made of; every respondent stands in exactly one organization. */
export interface SystemAnswers extends GroupAnswers {
  organizations: GroupAnswers[];
}

/** A system and its organizations as a viewer may see them. */
export interface DisplayedSystem extends DisplayedGroup {
  organizations: DisplayedGroup[];
}

/**
 * The keys of groups that must be hidden so that no spread of fewer than three ratings appears or can be worked out by
 * subtracting the shown groups from the total (ta-model 4.6): small groups, then the next smallest ones until the
 * hidden groups are at least two with at least three ratings together.
 */
export function hiddenGroups(groups: GroupAnswers[]): Set<string> {
  const bySize = [...groups].sort((a, b) => a.distribution.n - b.distribution.n);
  let hiddenCount = bySize.filter(({ distribution }) => distribution.n < fewestRatingsShown).length;
  while (hiddenCount < bySize.length && canBeWorkedOut(bySize.slice(0, hiddenCount))) hiddenCount++;
  return new Set(bySize.slice(0, hiddenCount).map(({ key }) => key));
}

/**
 * Breakdown by system and within it by organization as one table, because two tables side by side can be subtracted
 * from each other. Nothing inside a hidden system is shown. The facilitator sees all.
 */
export function displayedBySystem(systems: SystemAnswers[], viewer: SpreadViewer): DisplayedSystem[] {
  const hidden = viewer === 'facilitator' ? new Set<string>() : hiddenGroups(systems);
  return systems.map((system) => {
    const isHidden = hidden.has(system.key);
    return {
      ...displayedGroup(system, isHidden, viewer),
      organizations: displayedOrganizations(system, isHidden, viewer),
    };
  });
}

function displayedOrganizations(system: SystemAnswers, systemHidden: boolean, viewer: SpreadViewer): DisplayedGroup[] {
  const hidden = viewer === 'facilitator' ? new Set<string>() : hiddenGroups(system.organizations);
  return system.organizations.map((group) => displayedGroup(group, systemHidden || hidden.has(group.key), viewer));
}

function displayedGroup({ key, distribution }: GroupAnswers, hidden: boolean, viewer: SpreadViewer): DisplayedGroup {
  return {
    key,
    display: hidden || isHiddenFrom(distribution, viewer) ? { kind: 'hidden' } : displayedSpread(distribution, viewer),
  };
}

/** What is left of the total is the sum of the hidden groups that answered at all: one alone or too few are no cover. */
function canBeWorkedOut(hidden: GroupAnswers[]): boolean {
  const answering = hidden.filter(({ distribution }) => answeredCount(distribution) > 0);
  const ratings = answering.reduce((sum, { distribution }) => sum + distribution.n, 0);
  return answering.length === 1 || (answering.length > 1 && ratings < fewestRatingsShown);
}

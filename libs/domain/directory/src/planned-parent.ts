import type { Comparable, DirectoryIndex } from './directory-index';
import type { PlannedParent } from './import-plan';
import type { OrganizationDraft } from './organization-draft';
import { mayBeParentKind } from './organization-kind';
import { normalizeName } from './similar-name';

const reference = (one: Comparable): PlannedParent | null => {
  if (one.organizationId !== null) return { organizationId: one.organizationId, sourceLine: null };
  return one.sourceLine === null ? null : { organizationId: null, sourceLine: one.sourceLine };
};

/** Organizations and rows by normalized name, to find a parent that a list names in words. */
export class NamesInWords {
  private readonly byName = new Map<string, Comparable[]>();

  /** Adds an organization or a row. */
  add(one: Comparable): void {
    const key = normalizeName(one.name).text;
    this.byName.set(key, [...(this.byName.get(key) ?? []), one]);
  }

  /** All with this name, whatever its case and abbreviations. */
  named(name: string): Comparable[] {
    return this.byName.get(normalizeName(name).text) ?? [];
  }
}

function possibleParents(draft: OrganizationDraft, index: DirectoryIndex, names: NamesInWords): Comparable[] {
  if (!draft.parentExternalId) return draft.parentName === null ? [] : names.named(draft.parentName);
  const holders = index.withId(draft.parentExternalId);
  // Every college of a system carries the system's number; its administrative unit stands for it.
  return draft.parentExternalId.scheme === 'ipeds_system'
    ? holders.filter((one) => one.kind === 'college_system')
    : holders;
}

/** Prefers what is in the directory: a row of the file that belongs to it stands in the index as well. */
function distinct(parents: Comparable[]): Comparable[] {
  const known = parents.filter((one) => one.organizationId !== null);
  return known.length ? known : parents;
}

/** The organization above a draft: the only one that the draft's parent reference fits and that may stand there; else null. */
export function plannedParent(
  draft: OrganizationDraft,
  index: DirectoryIndex,
  names: NamesInWords,
): PlannedParent | null {
  const fitting = possibleParents(draft, index, names).filter(
    (one) => one.sourceLine !== draft.sourceLine && mayBeParentKind(one.kind, draft.kind),
  );
  const [only, ...others] = distinct(fitting);
  return only && others.length === 0 ? reference(only) : null;
}

import { DirectoryIndex, hasIdentity, type Comparable } from './directory-index';
import { fieldChanges } from './field-changes';
import {
  planActions,
  type DuplicateCandidate,
  type ImportPlan,
  type KnownOrganization,
  type PlanAction,
  type PlanEntry,
  type PlanOptions,
} from './import-plan';
import { withPauses } from './imports/pause';
import type { OrganizationDraft } from './organization-draft';
import { NamesInWords, plannedParent } from './planned-parent';

const ofKnown = (known: KnownOrganization): Comparable => ({ ...known, organizationId: known.id, sourceLine: null });
const ofDraft = (draft: OrganizationDraft): Comparable => ({ ...draft, organizationId: null });

const asCandidate = (one: Comparable): DuplicateCandidate => ({
  organizationId: one.organizationId,
  sourceLine: one.sourceLine,
  name: one.name,
  reason: 'shared_id',
  similarity: 1,
});

type Decision = Pick<PlanEntry, 'action' | 'organizationId' | 'candidates' | 'skippedBecause'>;

const decision = (action: PlanAction, more: Partial<Decision> = {}): Decision => ({
  action,
  organizationId: null,
  candidates: [],
  skippedBecause: null,
  ...more,
});

class ImportPlanner {
  private readonly index = new DirectoryIndex();
  private readonly names = new NamesInWords();
  private readonly known = new Map<string, KnownOrganization>();
  private readonly taken = new Set<string>();
  private readonly created = new Set<number>();

  constructor(private readonly options: PlanOptions) {}

  addKnown(known: KnownOrganization): void {
    this.known.set(known.id, known);
    this.index.add(ofKnown(known));
    this.names.add(ofKnown(known));
  }

  decide(draft: OrganizationDraft): Decision {
    const one = ofDraft(draft);
    const { states } = this.options;
    if (states && draft.address.state !== null && !states.includes(draft.address.state)) {
      return decision('skipped', { skippedBecause: 'other_state' });
    }
    const [same, ...others] = this.sameOrganizations(one);
    if (same) return this.belongsTo(same, others);
    if (draft.status === 'closed' && !this.options.createClosed)
      return decision('skipped', { skippedBecause: 'closed' });
    const candidates = this.index.candidates(one);
    this.index.add(one);
    this.names.add(one);
    if (candidates.length) return decision('duplicate', { candidates: candidates.slice(0, 5) });
    this.created.add(draft.sourceLine);
    return decision('create');
  }

  /** The changes and the parent; asked after all rows are decided, so that a parent may stand below its child in the file. */
  complete(draft: OrganizationDraft, decided: Decision): PlanEntry {
    const parent = plannedParent(draft, this.index, this.names);
    const known = this.known.get(decided.organizationId ?? '');
    const certain = parent && (parent.sourceLine === null || this.created.has(parent.sourceLine)) ? parent : null;
    const changes = known ? fieldChanges(draft, known, certain) : [];
    const action = known && changes.length === 0 ? 'unchanged' : decided.action;
    return { draft, ...decided, action, changes, parent };
  }

  /** By identifying id; a row without one is the organization of the same name, kind and city. */
  private sameOrganizations(one: Comparable): Comparable[] {
    const same = this.index.sameIdentity(one);
    if (same.length || hasIdentity(one)) return same;
    const named = this.index.sameName(one).filter((other) => other.organizationId !== null);
    return named.length === 1 ? named : [];
  }

  private belongsTo(same: Comparable, others: Comparable[]): Decision {
    const id = same.organizationId;
    if (id === null || others.length || this.taken.has(id)) {
      return decision('conflict', { candidates: [same, ...others].map(asCandidate) });
    }
    this.taken.add(id);
    return decision('update', { organizationId: id });
  }
}

function countActions(entries: PlanEntry[]): ImportPlan['counts'] {
  const of = (action: PlanAction): number => entries.filter((entry) => entry.action === action).length;
  const [create, update, unchanged, duplicate, conflict, skipped] = planActions.map(of);
  return { create, update, unchanged, duplicate, conflict, skipped };
}

/**
 * Says what importing these drafts into a directory would do, row by row and field by field; nothing is written. A draft is the
 * organization that carries the same NCES or IPEDS id; one without such an id is the organization of the same name, kind and
 * city. What only resembles an organization (shared EIN, UEI, OPEID or state id; similar name in the same state) is left to a
 * person. Planning again after the plan was carried out finds everything unchanged. Lets other requests run in between.
 */
export async function planImport(
  drafts: readonly OrganizationDraft[],
  existing: readonly KnownOrganization[],
  options: PlanOptions = {},
): Promise<ImportPlan> {
  const planner = new ImportPlanner(options);
  await withPauses(existing, (known) => planner.addKnown(known));
  const decided: [OrganizationDraft, Decision][] = [];
  await withPauses(drafts, (draft) => decided.push([draft, planner.decide(draft)]));
  const entries: PlanEntry[] = [];
  await withPauses(decided, ([draft, decision]) => entries.push(planner.complete(draft, decision)));
  return { entries, counts: countActions(entries) };
}

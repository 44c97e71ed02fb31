import { newId } from '@platform/context';
import type { Tx } from '@platform/database';
import type { FieldChange, KnownOrganization, PlanEntry } from '../import-plan';
import type { OrganizationDraft } from '../organization-draft';
import { mayBeParentKind } from '../organization-kind';
import { Organization, OrganizationExternalId } from '../organization.entity';
import { knownOrganizations } from './known-organizations';
import { planList } from './import-preview';
import { type ImportRow, ImportRun } from './import-run.entity';

/** How many rows had which outcome. */
export type Outcomes = Map<number, NonNullable<ImportRow['outcome']>>;

/** Fields of an organization that stand under the same name in a draft's change. */
const PLAIN = ['name', 'kind', 'street', 'city', 'state', 'zip', 'countyFips', 'phone', 'website'] as const;

/**
 * Carries an import out: plans it anew on the directory as it is now, follows what a person decided, and leaves alone
 * what became doubtful since the preview.
 */
export class ApplyImport {
  private readonly outcomes: Outcomes = new Map();
  private readonly known = new Map<string, KnownOrganization>();
  /** Ids of the organizations that are made, by line. */
  private readonly made = new Map<number, { id: string; kind: string }>();

  constructor(
    private readonly tx: Tx,
    private readonly run: ImportRun,
    private readonly rows: ImportRow[],
  ) {}

  /** Writes the organizations. Returns what was done with each line. */
  async carryOut(): Promise<Outcomes> {
    const existing = await knownOrganizations(this.tx);
    existing.forEach((known) => this.known.set(known.id, known));
    const drafts = this.rows.flatMap((row) => row.draft ?? []);
    const { entries } = await planList(drafts, existing, this.run);
    const decided = new Map(this.rows.map((row) => [row.line, row]));
    const create = entries.filter((entry) => this.isNew(entry, decided.get(entry.draft.sourceLine)!));
    create.forEach(({ draft }) => this.made.set(draft.sourceLine, { id: newId(), kind: draft.kind }));
    await this.createAll(create);
    for (const entry of entries) await this.updateOne(entry, decided.get(entry.draft.sourceLine)!);
    this.rows.filter((row) => !row.draft).forEach((row) => this.outcomes.set(row.line, 'refused'));
    return this.outcomes;
  }

  private isNew(entry: PlanEntry, row: ImportRow): boolean {
    if (row.decision === 'skip' || row.decision === 'update') return false;
    return entry.action === 'create' || (entry.action === 'duplicate' && row.decision === 'create');
  }

  private async createAll(entries: PlanEntry[]): Promise<void> {
    const rows = this.parentsFirst(entries).map((entry) => ({
      ...toOrganization(entry.draft),
      id: this.made.get(entry.draft.sourceLine)!.id,
      parentId: this.parentOf(entry),
    }));
    await this.tx.rows(Organization).insertAll(rows);
    await this.addIds(
      entries.flatMap(({ draft }) => draft.externalIds.map((id) => [this.made.get(draft.sourceLine)!.id, id] as const)),
    );
    entries.forEach(({ draft }) => this.outcomes.set(draft.sourceLine, 'created'));
  }

  /** A parent that is made by the same list must be there before its children. */
  private parentsFirst(entries: PlanEntry[]): PlanEntry[] {
    const byLine = new Map(entries.map((entry) => [entry.draft.sourceLine, entry]));
    const ordered = new Set<PlanEntry>();
    const add = (entry: PlanEntry, above: Set<PlanEntry>): void => {
      if (ordered.has(entry) || above.has(entry)) return;
      const parent = byLine.get(entry.parent?.sourceLine ?? -1);
      if (parent) add(parent, above.add(entry));
      ordered.add(entry);
    };
    entries.forEach((entry) => add(entry, new Set()));
    return [...ordered];
  }

  /** The parent's id, if an organization of that kind may stand above this one. */
  private parentOf({ parent, draft }: PlanEntry): string | null {
    if (!parent) return null;
    const found = parent.organizationId
      ? this.known.get(parent.organizationId)
      : this.made.get(parent.sourceLine ?? -1);
    return found && mayBeParentKind(found.kind, draft.kind) ? found.id : null;
  }

  private async updateOne(entry: PlanEntry, row: ImportRow): Promise<void> {
    const { sourceLine } = entry.draft;
    if (this.outcomes.has(sourceLine)) return;
    const id = row.decision === 'update' ? (row.decidedOrganizationId ?? entry.organizationId) : entry.organizationId;
    const wanted = row.decision === 'update' || (entry.action === 'update' && row.decision !== 'skip');
    if (!wanted || !id || !this.known.has(id) || !isAsShown(entry.changes, row.changes)) {
      this.outcomes.set(sourceLine, entry.action === 'unchanged' ? 'unchanged' : 'skipped');
      return;
    }
    await this.change(id, entry);
    this.outcomes.set(sourceLine, 'updated');
  }

  private async change(id: string, entry: PlanEntry): Promise<void> {
    const organization = await this.tx.rows(Organization).get(id);
    const changes = entry.organizationId === id ? entry.changes : [];
    for (const change of changes) applyChange(organization, change);
    if (changes.some((change) => change.field === 'parent')) organization.parentId = this.safeParent(id, entry);
    await this.tx.rows(Organization).update(organization);
    const held = new Set(this.known.get(id)!.externalIds.map(({ scheme, value }) => `${scheme}:${value}`));
    const added = entry.draft.externalIds.filter(({ scheme, value }) => !held.has(`${scheme}:${value}`));
    await this.addIds(added.map((externalId) => [id, externalId] as const));
  }

  /** The planned parent unless it lies below the organization itself. */
  private safeParent(id: string, entry: PlanEntry): string | null {
    const current = this.known.get(id)!.parentId;
    const planned = this.parentOf(entry);
    for (let above = planned; above; above = this.known.get(above)?.parentId ?? null) if (above === id) return current;
    return planned ?? current;
  }

  private async addIds(list: (readonly [string, OrganizationDraft['externalIds'][number]])[]): Promise<void> {
    const rows = list.map(([organizationId, { scheme, value }]) => ({ organizationId, scheme, value }));
    await this.tx.rows(OrganizationExternalId).insertAll(rows);
  }
}

/** Whether only values are replaced that the preview showed: what somebody has changed since is not overwritten unseen. */
function isAsShown(changes: FieldChange[], shown: FieldChange[]): boolean {
  return changes.every(({ field, from }) => shown.some((known) => known.field === field && known.from === from));
}

function toOrganization(draft: OrganizationDraft): Partial<Organization> {
  const { name, kind, address, countyFips, phone, website, status } = draft;
  return { name, kind, ...address, countyFips, phone, website, status: status === 'open' ? 'active' : 'closed' };
}

function applyChange(organization: Organization, { field, to }: FieldChange): void {
  if (field === 'status') organization.status = to === 'closed' ? 'closed' : 'active';
  const plain = PLAIN.find((name) => name === field);
  if (plain) Object.assign(organization, { [plain]: to });
}

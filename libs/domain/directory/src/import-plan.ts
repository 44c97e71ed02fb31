import type { ExternalId } from './external-id';
import type { DraftAddress, OrganizationDraft, OrganizationStatus } from './organization-draft';

/** An organization that is already in the directory, as far as an import looks at it. */
export interface KnownOrganization {
  id: string;
  name: string;
  kind: string;
  parentId: string | null;
  externalIds: ExternalId[];
  address: DraftAddress;
  countyFips: string | null;
  phone: string | null;
  website: string | null;
  status: OrganizationStatus;
}

/**
 * What an import does with a row. `duplicate`: a person decides whether it is new. `conflict`: its ids belong to different
 * organizations. `skipped`: closed and not in the directory, or of a state that was not asked for.
 */
export const planActions = ['create', 'update', 'unchanged', 'duplicate', 'conflict', 'skipped'] as const;

/** One of `planActions`. */
export type PlanAction = (typeof planActions)[number];

/** Fields an import may change. */
export type ImportedField =
  | 'name'
  | 'kind'
  | 'status'
  | 'street'
  | 'city'
  | 'state'
  | 'zip'
  | 'countyFips'
  | 'phone'
  | 'website'
  | 'externalIds'
  | 'parent';

/** One field that changes. External ids appear as `scheme:value`, one change per added id; a parent as its id, `to` null while it is still to be created. */
export interface FieldChange {
  field: ImportedField;
  from: string | null;
  to: string | null;
}

/** An organization, or another row of the same file, that may be the same. Exactly one of id and line is set. */
export interface DuplicateCandidate {
  organizationId: string | null;
  sourceLine: number | null;
  name: string;
  reason: 'shared_id' | 'similar_name';
  /** Of the names, 0 to 1. */
  similarity: number;
}

/** The organization above: one of the directory, or another row of the same file. */
export type PlannedParent = { organizationId: string; sourceLine: null } | { organizationId: null; sourceLine: number };

/** What happens to one row. */
export interface PlanEntry {
  draft: OrganizationDraft;
  action: PlanAction;
  /** The organization that is updated or unchanged. */
  organizationId: string | null;
  /** For `update`. */
  changes: FieldChange[];
  /** For `duplicate` and `conflict`, the most likely first. */
  candidates: DuplicateCandidate[];
  parent: PlannedParent | null;
  /** For `skipped`. */
  skippedBecause: 'closed' | 'other_state' | null;
}

/** What an import would do, row by row. */
export interface ImportPlan {
  entries: PlanEntry[];
  counts: Record<PlanAction, number>;
}

/** Choices of the person who imports. */
export interface PlanOptions {
  /** Import organizations that the list marks as closed although the directory does not have them. Default: no. */
  createClosed?: boolean;
  /** Two-letter codes; rows of other states are skipped. Default: all states. */
  states?: readonly string[];
}

import type { ExternalId } from './external-id';
import type { FieldChange, ImportedField, KnownOrganization, PlannedParent } from './import-plan';
import type { OrganizationDraft } from './organization-draft';

const idText = ({ scheme, value }: ExternalId): string => `${scheme}:${value}`;

function changedText(field: ImportedField, from: string | null, to: string | null): FieldChange[] {
  return to === null || to === from ? [] : [{ field, from, to }];
}

function addedIds(draft: OrganizationDraft, known: KnownOrganization): FieldChange[] {
  const present = new Set(known.externalIds.map(idText));
  const added = draft.externalIds.map(idText).filter((id) => !present.has(id));
  return added.map((id) => ({ field: 'externalIds', from: null, to: id }));
}

function changedParent(known: KnownOrganization, parent: PlannedParent | null): FieldChange[] {
  if (!parent) return [];
  const { organizationId } = parent;
  if (organizationId !== null && (organizationId === known.id || organizationId === known.parentId)) return [];
  return [{ field: 'parent', from: known.parentId, to: parent.organizationId }];
}

/**
 * What a draft changes in an organization it belongs to. A source that says nothing erases nothing, ids are only added, and a
 * concluded kind never replaces a known one; so the same draft a second time changes nothing.
 */
export function fieldChanges(
  draft: OrganizationDraft,
  known: KnownOrganization,
  parent: PlannedParent | null,
): FieldChange[] {
  return [
    ...changedText('name', known.name, draft.name),
    ...changedText('kind', known.kind, draft.kindGuessed ? null : draft.kind),
    ...changedText('status', known.status, draft.status),
    ...changedText('street', known.address.street, draft.address.street),
    ...changedText('city', known.address.city, draft.address.city),
    ...changedText('state', known.address.state, draft.address.state),
    ...changedText('zip', known.address.zip, draft.address.zip),
    ...changedText('countyFips', known.countyFips, draft.countyFips),
    ...changedText('phone', known.phone, draft.phone),
    ...changedText('website', known.website, draft.website),
    ...addedIds(draft, known),
    ...changedParent(known, parent),
  ];
}

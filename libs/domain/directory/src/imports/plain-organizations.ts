import { checkExternalId, externalIdSchemes, isExternalIdScheme, type ExternalId } from '../external-id';
import { recognizeOrganizationKind } from '../organization-kind';
import type { OrganizationDraft, OrganizationStatus } from '../organization-draft';
import type { ImportFormat } from './import-format';
import type { RowReader } from './row-reader';

const closedWords = new Set(['closed', 'inactive', 'cerrado', 'cerrada']);
const openWords = new Set(['open', 'active', 'abierto', 'abierta', 'activo', 'activa']);

function readStatus(row: RowReader): OrganizationStatus {
  const text = row.text('status')?.toLowerCase() ?? 'open';
  if (closedWords.has(text)) row.report('warning', 'closed', 'status');
  else if (!openWords.has(text)) row.report('warning', 'status_unknown', 'status', { value: text });
  return closedWords.has(text) ? 'closed' : 'open';
}

function readKind(row: RowReader): string {
  const text = row.text('kind');
  const kind = text === null ? undefined : recognizeOrganizationKind(text);
  if (text === null) row.report('error', 'kind_missing', 'kind');
  else if (!kind) row.report('error', 'kind_unknown', 'kind', { value: text });
  return kind?.key ?? '';
}

/** The parent as `nces_lea:2619950`, or else as a name. */
function readParent(row: RowReader): Pick<OrganizationDraft, 'parentExternalId' | 'parentName'> {
  const text = row.text('parent');
  const [scheme, value] = text?.split(/:(.*)/s) ?? [];
  const key = scheme?.trim().toLowerCase() ?? '';
  if (!isExternalIdScheme(key)) return { parentExternalId: null, parentName: text };
  const check = checkExternalId(key, value ?? '');
  if (!check.ok) row.report('warning', 'parent_form', 'parent', { value: text ?? '', expected: check.expected });
  return { parentExternalId: check.ok ? { scheme: key, value: check.value } : null, parentName: null };
}

const readIds = (row: RowReader): ExternalId[] =>
  externalIdSchemes.flatMap((scheme) => {
    const raw = row.text(scheme);
    const id = raw === null ? null : row.checkedId(scheme, raw, scheme, 'error');
    return id ? [id] : [];
  });

const idColumns = Object.fromEntries(externalIdSchemes.map((scheme) => [scheme, [scheme.replaceAll('_', ' ')]]));

/** Our own template for organizations that no public list holds: employers, boards, community organizations. */
export const plainOrganizations: ImportFormat = {
  key: 'plain_organizations',
  title: 'Braidway template for organizations',
  columns: {
    name: ['name', 'organization', 'organization name', 'nombre', 'organizacion'],
    kind: ['kind', 'type', 'organization kind', 'organization type', 'tipo'],
    parent: ['parent', 'parent organization', 'organizacion superior'],
    street: ['street', 'address', 'street address', 'direccion', 'calle'],
    city: ['city', 'ciudad'],
    state: ['state', 'estado'],
    zip: ['zip', 'zip code', 'postal code', 'codigo postal'],
    county: ['county fips'],
    phone: ['phone', 'telephone', 'telefono'],
    website: ['website', 'web site', 'url', 'sitio web'],
    status: ['status', 'estatus'],
    ...idColumns,
  },
  required: ['name', 'kind'],
  mainScheme: null,
  read: (row) => ({
    name: row.name('name'),
    kind: readKind(row),
    kindGuessed: false,
    externalIds: readIds(row),
    ...readParent(row),
    address: row.address({ street: ['street'], city: 'city', state: 'state', zip: 'zip' }),
    countyFips: row.county('county'),
    phone: row.phone('phone'),
    website: row.website('website'),
    status: readStatus(row),
    sourceLine: row.line,
  }),
};

import type { OrganizationDraft } from '../organization-draft';
import { agencyKind } from './agency-kind';
import { readNcesStatus } from './ccd-status';
import type { ImportFormat } from './import-format';
import type { RowReader } from './row-reader';

const placeColumns = {
  street: ['street address', 'mailing address', 'address'],
  city: ['city'],
  state: ['state'],
  zip: ['zip', 'zip code'],
  zip4: ['zip 4 digit', 'zip4'],
  phone: ['phone', 'phone number'],
  website: ['website', 'web site'],
  status: ['status'],
} as const;

const placeOf = (
  row: RowReader,
): Pick<OrganizationDraft, 'address' | 'countyFips' | 'phone' | 'website' | 'sourceLine'> => ({
  address: row.address({ street: ['street'], city: 'city', state: 'state', zip: 'zip', zip4: 'zip4' }),
  countyFips: null,
  phone: row.phone('phone'),
  website: row.website('website'),
  sourceLine: row.line,
});

function readDistrict(row: RowReader): OrganizationDraft {
  const name = row.name('name');
  const place = placeOf(row);
  const type = row.text('type');
  const { kind, guessed } = agencyKind(type, name, place.address.state);
  if (guessed) row.report('warning', 'kind_guessed', 'type', { value: type ?? '' });
  return {
    name,
    kind,
    kindGuessed: guessed,
    externalIds: [...row.mainId('nces_lea', 'leaid'), ...row.ids('state_lea', 'stateId')],
    parentExternalId: null,
    parentName: null,
    status: readNcesStatus(row, 'status'),
    ...place,
  };
}

function readSchool(row: RowReader): OrganizationDraft {
  const [parent] = row.ids('nces_lea', 'leaid');
  return {
    name: row.name('name'),
    kind: /career|vocational|technical/i.test(row.text('type') ?? '') ? 'area_cte_center' : 'school',
    kindGuessed: false,
    externalIds: [...row.mainId('nces_school', 'ncessch'), ...row.ids('state_school', 'stateId')],
    parentExternalId: parent ?? null,
    parentName: row.text('leaName'),
    status: readNcesStatus(row, 'status'),
    ...placeOf(row),
  };
}

/** Export of the page "Search for Public School Districts" of NCES. */
export const ncesDistrictSearch: ImportFormat = {
  key: 'nces_district_search',
  title: 'NCES search for public school districts',
  columns: {
    leaid: ['nces district id', 'agency id nces assigned'],
    name: ['district name', 'agency name'],
    stateId: ['state district id', 'state agency id'],
    type: ['type', 'district type', 'agency type'],
    ...placeColumns,
  },
  required: ['leaid', 'name'],
  mainScheme: 'nces_lea',
  read: readDistrict,
};

/** Export of the page "Search for Public Schools" of NCES. */
export const ncesSchoolSearch: ImportFormat = {
  key: 'nces_school_search',
  title: 'NCES search for public schools',
  columns: {
    ncessch: ['nces school id', 'school id nces assigned'],
    name: ['school name'],
    leaid: ['nces district id', 'agency id nces assigned'],
    leaName: ['district', 'district name', 'agency name'],
    stateId: ['state school id'],
    type: ['type', 'school type'],
    ...placeColumns,
  },
  required: ['ncessch', 'name'],
  mainScheme: 'nces_school',
  read: readSchool,
};

import type { OrganizationDraft } from '../organization-draft';
import { findUsState } from '../us-states';
import { agencyKind } from './agency-kind';
import { readNcesStatus } from './ccd-status';
import type { ImportFormat } from './import-format';
import type { RowReader } from './row-reader';

/** Headings of the location and mailing address in all CCD files; some years shorten them. */
export const ccdAddressColumns = {
  locationStreet1: ['lstreet1', 'lstreet', 'lstree'],
  locationStreet2: ['lstreet2'],
  locationStreet3: ['lstreet3'],
  locationCity: ['lcity'],
  locationState: ['lstate'],
  locationZip: ['lzip'],
  locationZip4: ['lzip4'],
  mailStreet1: ['mstreet1', 'mstreet', 'mstree'],
  mailStreet2: ['mstreet2'],
  mailStreet3: ['mstreet3'],
  mailCity: ['mcity'],
  mailState: ['mstate'],
  mailZip: ['mzip'],
  mailZip4: ['mzip4'],
} as const;

/** The address of a CCD row: where it is, else where its mail goes. */
export function ccdAddress(row: RowReader): OrganizationDraft['address'] {
  const from = row.text('locationCity') === null ? 'mail' : 'location';
  return row.address({
    street: [`${from}Street1`, `${from}Street2`, `${from}Street3`],
    city: `${from}City`,
    state: `${from}State`,
    zip: `${from}Zip`,
    zip4: `${from}Zip4`,
  });
}

function readAgency(row: RowReader): OrganizationDraft {
  const name = row.name('name');
  const address = ccdAddress(row);
  const type = row.text('type', 'typeText');
  const { kind, guessed } = agencyKind(type, name, address.state);
  if (guessed) row.report('warning', 'kind_guessed', 'type', { value: row.text('typeText') ?? type ?? '' });
  return {
    name,
    kind,
    kindGuessed: guessed,
    externalIds: [...row.mainId('nces_lea', 'leaid'), ...row.ids('state_lea', 'stateId')],
    parentExternalId: null,
    parentName: null,
    address,
    countyFips: row.county('county'),
    phone: row.phone('phone'),
    website: row.website('website'),
    status: readNcesStatus(row, 'updatedStatus', 'status'),
    sourceLine: row.line,
  };
}

/** Common Core of Data, directory of local education agencies (file 029 since 2014-15, agency universe before). */
export const ccdLea: ImportFormat = {
  key: 'ccd_lea',
  title: 'NCES Common Core of Data, local education agencies',
  columns: {
    leaid: ['leaid'],
    name: ['lea name', 'name'],
    stateId: ['st leaid', 'stid'],
    type: ['lea type', 'type', 'agency type'],
    typeText: ['lea type text'],
    status: ['sy status', 'bound', 'sy status text'],
    updatedStatus: ['updated status', 'updated status text'],
    listState: ['st', 'stabr'],
    county: ['conum'],
    phone: ['phone'],
    website: ['website'],
    ...ccdAddressColumns,
  },
  required: ['leaid', 'name', 'mailState'],
  mainScheme: 'nces_lea',
  read: readAgency,
  state: (row) => findUsState(row.text('listState') ?? '')?.code ?? null,
};

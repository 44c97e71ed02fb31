import type { OrganizationDraft } from '../organization-draft';
import { findUsState } from '../us-states';
import { ccdAddress, ccdAddressColumns } from './ccd-lea';
import { readNcesStatus } from './ccd-status';
import type { ImportFormat } from './import-format';
import type { RowReader } from './row-reader';

/** SCH_TYPE 3 is "career and technical school"; all other types are schools. Source: CCD file documentation. */
const schoolKind = (type: string | null): string =>
  /^3|career|vocational/i.test(type ?? '') ? 'area_cte_center' : 'school';

function readSchool(row: RowReader): OrganizationDraft {
  const [parent] = row.ids('nces_lea', 'leaid');
  return {
    name: row.name('name'),
    kind: schoolKind(row.text('type', 'typeText')),
    kindGuessed: false,
    externalIds: [...row.mainId('nces_school', 'ncessch'), ...row.ids('state_school', 'stateId')],
    parentExternalId: parent ?? null,
    parentName: row.text('leaName'),
    address: ccdAddress(row),
    countyFips: row.county('county'),
    phone: row.phone('phone'),
    website: row.website('website'),
    status: readNcesStatus(row, 'updatedStatus', 'status'),
    sourceLine: row.line,
  };
}

/** Common Core of Data, directory of public schools (file 029 since 2014-15, school universe before). */
export const ccdSchool: ImportFormat = {
  key: 'ccd_school',
  title: 'NCES Common Core of Data, public schools',
  columns: {
    ncessch: ['ncessch'],
    name: ['sch name', 'schnam'],
    leaid: ['leaid'],
    leaName: ['lea name', 'leanm'],
    stateId: ['st schid', 'seasch'],
    type: ['sch type', 'type'],
    typeText: ['sch type text'],
    status: ['sy status', 'status', 'sy status text'],
    updatedStatus: ['updated status', 'updated status text'],
    listState: ['st', 'stabr'],
    county: ['conum'],
    phone: ['phone'],
    website: ['website'],
    ...ccdAddressColumns,
  },
  required: ['ncessch', 'name', 'mailState'],
  mainScheme: 'nces_school',
  read: readSchool,
  state: (row) => findUsState(row.text('listState') ?? '')?.code ?? null,
};

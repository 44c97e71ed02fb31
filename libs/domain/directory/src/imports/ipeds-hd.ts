import type { ExternalId } from '../external-id';
import type { OrganizationDraft, OrganizationStatus } from '../organization-draft';
import { collegeKind } from './college-kind';
import type { ImportFormat } from './import-format';
import type { RowReader } from './row-reader';

// ACT: C combined with another institution, D out of business. M (closed in the year, with data) has a closing date.
const closedActivity = new Set(['C', 'D']);

function readStatus(row: RowReader): OrganizationStatus {
  const activity = row.text('activity')?.toUpperCase() ?? '';
  const closed = closedActivity.has(activity) || row.text('closedOn') !== null || row.text('deathYear') !== null;
  if (closed) row.report('warning', 'closed', row.text('closedOn') === null ? 'activity' : 'closedOn');
  return closed ? 'closed' : 'open';
}

/**
 * The institution above: for a branch campus (ACT "G") the one that reports for it (NEWID); else its system (F1SYSCOD), which
 * the administrative unit of that system stands for. An institution merged into another says which.
 */
function readParent(row: RowReader, system: ExternalId | undefined): ExternalId | null {
  const [successor] = row.ids('ipeds_unitid', 'newId');
  if (successor && row.text('activity')?.toUpperCase() === 'G') return successor;
  if (successor) row.report('note', 'replaced_by', 'newId', { value: successor.value });
  return row.text('sector') === '0' ? null : (system ?? null);
}

function readInstitution(row: RowReader): OrganizationDraft {
  const name = row.name('name');
  const sector = row.text('sector');
  const { kind, guessed } = collegeKind({ name, sector, category: row.text('category') });
  if (guessed) row.report('warning', 'kind_guessed', 'sector', { value: sector ?? '' });
  const [system] = row.ids('ipeds_system', 'systemCode');
  return {
    name,
    kind,
    kindGuessed: guessed,
    externalIds: [
      ...row.mainId('ipeds_unitid', 'unitid'),
      ...row.ids('opeid', 'opeid'),
      ...row.ids('ein', 'ein'),
      ...row.ids('uei', 'uei'),
      ...row.ids('duns', 'duns'),
      ...(system ? [system] : []),
    ],
    parentExternalId: readParent(row, system),
    parentName: null,
    address: row.address({ street: ['street'], city: 'city', state: 'state', zip: 'zip' }),
    countyFips: row.county('county'),
    phone: row.phone('phone'),
    website: row.website('website'),
    status: readStatus(row),
    sourceLine: row.line,
  };
}

/** IPEDS, institutional characteristics, directory information (HD), 2002 on: headings change case, DUNS gave way to UEIS in 2021. */
export const ipedsHd: ImportFormat = {
  key: 'ipeds_hd',
  title: 'IPEDS directory of institutions (HD)',
  columns: {
    unitid: ['unitid', 'unit id'],
    name: ['instnm', 'institution name'],
    street: ['addr'],
    city: ['city'],
    state: ['stabbr'],
    zip: ['zip'],
    phone: ['gentele'],
    ein: ['ein'],
    uei: ['ueis', 'uei'],
    duns: ['duns'],
    opeid: ['opeid'],
    website: ['webaddr'],
    sector: ['sector'],
    category: ['instcat'],
    activity: ['act'],
    newId: ['newid'],
    deathYear: ['deathyr'],
    closedOn: ['closedat'],
    systemCode: ['f1syscod'],
    county: ['countycd'],
  },
  required: ['unitid', 'name', 'state'],
  mainScheme: 'ipeds_unitid',
  read: readInstitution,
};

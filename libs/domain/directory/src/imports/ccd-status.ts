import type { OrganizationStatus } from '../organization-draft';
import type { RowReader } from './row-reader';

// Codes and words of SY_STATUS (CCD since 2014-15), BOUND (earlier years) and the NCES search. Source: CCD file documentation.
const meanings: Record<string, 'open' | 'closed' | 'future'> = {
  '1': 'open',
  '2': 'closed',
  '3': 'open',
  '4': 'open',
  '5': 'open',
  '6': 'closed',
  '7': 'future',
  '8': 'open',
  open: 'open',
  closed: 'closed',
  new: 'open',
  added: 'open',
  'changed boundary/agency': 'open',
  'changed agency': 'open',
  inactive: 'closed',
  future: 'future',
  reopened: 'open',
};

/** Reads the operating status of NCES lists: warns of closed, inactive and future organizations. No status means open. */
export function readNcesStatus(row: RowReader, ...fields: string[]): OrganizationStatus {
  const text = row.text(...fields);
  const meaning = text === null ? 'open' : meanings[text.toLowerCase().replace(/\.0$/, '')];
  if (meaning === undefined) row.report('warning', 'status_unknown', fields[0], { value: text ?? '' });
  if (meaning === 'closed') row.report('warning', 'closed', fields[0]);
  if (meaning === 'future') row.report('warning', 'not_yet_open', fields[0]);
  return meaning === 'closed' ? 'closed' : 'open';
}

import type { ExternalId } from './external-id';

/** Whether an organization still exists. */
export type OrganizationStatus = 'open' | 'closed';

/** A postal address in the United States; each part null when the source does not say. */
export interface DraftAddress {
  street: string | null;
  city: string | null;
  /** Two-letter postal code. */
  state: string | null;
  /** `49007` or `49007-1234`. */
  zip: string | null;
}

/** One organization as a source list describes it: checked and in normal form, not saved. Null means "the source does not say". */
export interface OrganizationDraft {
  name: string;
  /** Key of an organization kind. */
  kind: string;
  /** The source has no exact word for the kind; it was concluded from the name or a broad category and never replaces a known kind. */
  kindGuessed: boolean;
  externalIds: ExternalId[];
  parentExternalId: ExternalId | null;
  /** Name of the parent where the source gives no id. */
  parentName: string | null;
  address: DraftAddress;
  /** Five digits: state and county. */
  countyFips: string | null;
  phone: string | null;
  website: string | null;
  status: OrganizationStatus;
  /** Line of the text file or row of the sheet, from 1. */
  sourceLine: number;
}

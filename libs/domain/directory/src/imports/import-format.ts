import type { ExternalIdScheme } from '../external-id';
import type { OrganizationDraft } from '../organization-draft';
import type { RowReader } from './row-reader';

/** Lists that can be imported. */
export type ImportFormatKey =
  'ipeds_hd' | 'ccd_school' | 'ccd_lea' | 'nces_school_search' | 'nces_district_search' | 'plain_organizations';

/** How one kind of list is laid out and what its rows mean. */
export interface ImportFormat {
  key: ImportFormatKey;
  /** Name of the list for people. */
  title: string;
  /** Headings by field, as `plainHeading` writes them; the first that a file has counts. Years differ in their headings. */
  columns: Readonly<Record<string, readonly string[]>>;
  /** Fields without which a file is not of this format. */
  required: readonly string[];
  /** The register the list is about; null for lists of our own. */
  mainScheme: ExternalIdScheme | null;
  /** What a row says. Called for every row; a draft is kept only when nothing refused the row. */
  read(row: RowReader): OrganizationDraft;
  /** State whose list the row is on when that is not the address; null when the row does not say. */
  state?(row: RowReader): string | null;
}

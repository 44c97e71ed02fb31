import { Column, Entity } from 'typeorm';
import { TenantRow, Unaudited } from '@platform/database';
import type { DuplicateCandidate, FieldChange, PlanAction } from '../import-plan';
import type { ImportProblem, ProblemSeverity } from '../imports/import-problem';
import type { OrganizationDraft } from '../organization-draft';
import { ImportNotInPreview } from './import-run.errors';

/** What becomes of the rows, and how many problems there are. */
export type ImportCounts = Record<PlanAction | 'refused' | 'errors' | 'warnings' | 'notes', number>;

/** What a person decided about a row. */
export type RowDecision = 'create' | 'update' | 'skip';

/** An uploaded list: first a preview that changes nothing, then applied as a whole. */
@Entity('import_run')
export class ImportRun extends TenantRow {
  @Column('text', { name: 'file_name' }) fileName: string;
  /** Key of the recognized layout, for instance `ipeds_hd`. */
  @Column('text') format: string;
  /** Of a text file; null for a workbook. */
  @Column('text', { nullable: true }) encoding: string | null;
  /** Whether organizations that the list marks as closed are made too. */
  @Column('boolean', { name: 'create_closed' }) createClosed: boolean;
  /** Two letters; rows of other states are skipped. Null for all. */
  @Column('text', { nullable: true }) state: string | null;
  @Column('text') status: 'preview' | 'applying' | 'done' | 'failed';
  /** Why it failed, for people. */
  @Column('text', { nullable: true }) failure: string | null;
  @Column('int', { name: 'row_count' }) rowCount: number;
  @Column('jsonb') counts: ImportCounts;
  @Column('uuid', { name: 'person_id', nullable: true }) personId: string | null;

  /** Sends it to be applied. @throws ImportNotInPreview */
  confirm(): void {
    this.requirePreview();
    this.status = 'applying';
  }

  /** @throws ImportNotInPreview unless its rows can still be decided about. */
  requirePreview(): void {
    if (this.status !== 'preview') throw new ImportNotInPreview();
  }
}

/** One row of an uploaded list. */
@Unaudited() // the organizations it changes are audited; a preview changes nothing
@Entity('import_row')
export class ImportRow extends TenantRow {
  @Column('uuid', { name: 'import_id' }) importId: string;
  /** Line of the text file or row of the sheet, from 1. */
  @Column('int') line: number;
  /** `refused`: the row has an error and is left out. */
  @Column('text') action: PlanAction | 'refused';
  /** The worst of its problems. */
  @Column('text', { nullable: true }) severity: ProblemSeverity | null;
  @Column('jsonb', { nullable: true }) draft: OrganizationDraft | null;
  /** The organization that the row is. */
  @Column('uuid', { name: 'organization_id', nullable: true }) organizationId: string | null;
  @Column('jsonb') changes: FieldChange[];
  @Column('jsonb') candidates: DuplicateCandidate[];
  @Column('jsonb') problems: ImportProblem[];
  @Column('text', { nullable: true }) decision: RowDecision | null;
  @Column('uuid', { name: 'decided_organization_id', nullable: true }) decidedOrganizationId: string | null;
  /** What was done with it in the end. */
  @Column('text', { nullable: true }) outcome: 'created' | 'updated' | 'unchanged' | 'skipped' | 'refused' | null;
}

import { ApiProperty } from '@nestjs/swagger';
import { currentRequest } from '@platform/context';
import { importMessage } from '../../imports/import-message';
import type { ImportRow, ImportRun } from '../import-run.entity';

/** How many rows would be what, and how many problems there are. */
export class ImportCountsResponse {
  create: number;
  update: number;
  unchanged: number;
  duplicate: number;
  conflict: number;
  skipped: number;
  refused: number;
  errors: number;
  warnings: number;
  notes: number;
}

/** An uploaded list. */
export class ImportResponse {
  id: string;
  version: number;
  @ApiProperty({ enum: ['preview', 'applying', 'done', 'failed'] }) status: ImportRun['status'];
  @ApiProperty({ type: String, nullable: true }) failure: string | null;
  fileName: string;
  /** Key of the recognized layout. */
  format: string;
  @ApiProperty({ type: String, nullable: true }) encoding: string | null;
  createClosed: boolean;
  @ApiProperty({ type: String, nullable: true }) state: string | null;
  rowCount: number;
  counts: ImportCountsResponse;
  /** ISO instant. */
  createdAt: string;
  /** What the caller may do. */
  allowed: string[];

  static from(run: ImportRun, allowed: string[]): ImportResponse {
    const { id, version, status, failure, fileName, format, encoding, createClosed, state, rowCount, counts } = run;
    const createdAt = run.createdAt.toISOString();
    return {
      id,
      version,
      status,
      failure,
      fileName,
      format,
      encoding,
      createClosed,
      state,
      rowCount,
      counts,
      createdAt,
      allowed,
    };
  }
}

/** One page of imports. */
export class ImportPageResponse {
  items: ImportResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  total: number;
  totalIsExact: boolean;
}

/** One field that would change. */
export class ImportChangeResponse {
  field: string;
  @ApiProperty({ type: String, nullable: true }) before: string | null;
  @ApiProperty({ type: String, nullable: true }) after: string | null;
}

/** An organization that the row may be. */
export class ImportCandidateResponse {
  /** Null when it is another row of the same list. */
  @ApiProperty({ type: String, nullable: true }) id: string | null;
  @ApiProperty({ type: Number, nullable: true }) line: number | null;
  name: string;
  @ApiProperty({ enum: ['shared_id', 'similar_name'] }) reason: string;
}

/** One thing wrong with a row. */
export class ImportProblemResponse {
  /** Heading of the column; null for the whole row. */
  @ApiProperty({ type: String, nullable: true }) column: string | null;
  rule: string;
  @ApiProperty({ enum: ['error', 'warning', 'note'] }) severity: string;
  message: string;
}

/** One row of an uploaded list. */
export class ImportRowResponse {
  id: string;
  version: number;
  line: number;
  @ApiProperty({ enum: ['create', 'update', 'unchanged', 'duplicate', 'conflict', 'skipped', 'refused'] })
  action: string;
  @ApiProperty({ type: String, nullable: true }) name: string | null;
  @ApiProperty({ type: String, nullable: true }) kind: string | null;
  @ApiProperty({ type: String, nullable: true }) organizationId: string | null;
  changes: ImportChangeResponse[];
  candidates: ImportCandidateResponse[];
  problems: ImportProblemResponse[];
  @ApiProperty({ type: String, nullable: true }) decision: string | null;
  @ApiProperty({ type: String, nullable: true }) decidedOrganizationId: string | null;
  /** What was done with it in the end. */
  @ApiProperty({ type: String, nullable: true }) outcome: string | null;
  /** What the caller may do. */
  allowed: string[];

  static from(row: ImportRow, open: boolean): ImportRowResponse {
    const { id, version, line, action, organizationId, decision, decidedOrganizationId, outcome } = row;
    return {
      ...{ id, version, line, action, organizationId, decision, decidedOrganizationId, outcome },
      name: row.draft?.name ?? null,
      kind: row.draft?.kind ?? null,
      changes: row.changes.map(({ field, from, to }) => ({ field, before: from, after: to })),
      candidates: row.candidates.map((one) => ({
        ...{ id: one.organizationId, line: one.sourceLine, name: one.name, reason: one.reason },
      })),
      problems: row.problems.map((problem) => {
        const { column, rule, severity } = problem;
        return { column, rule, severity, message: importMessage(currentRequest()?.locale ?? 'en', problem) };
      }),
      allowed: open && row.draft ? ['decide'] : [],
    };
  }
}

/** One page of rows of an import. */
export class ImportRowPageResponse {
  items: ImportRowResponse[];
  @ApiProperty({ type: String, nullable: true }) nextCursor: string | null;
  total: number;
  totalIsExact: boolean;
}

import { Injectable } from '@nestjs/common';
import { Access } from '@platform/access';
import { type Actor, NotFound } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { Outbox } from '@platform/outbox';
import { OrganizationTree } from '../organizations/organization-tree';
import { ApplyImport, type Outcomes } from './apply-import';
import { type ImportChoices, planList, previewCounts, previewRows, readList } from './import-preview';
import { ImportRow, ImportRun, type RowDecision } from './import-run.entity';
import { NothingToDecide } from './import-run.errors';
import { knownOrganizations } from './known-organizations';

/** Announced when somebody confirms an import; the worker carries it out. */
export const IMPORT_CONFIRMED = 'directory.import-confirmed.v1';

/** Use cases of importing lists of organizations: preview, decide, confirm, carry out. */
@Injectable()
export class ImportsService {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly outbox: Outbox,
    private readonly tree: OrganizationTree,
  ) {}

  /** Reads a list and says what importing it would do; changes nothing. @throws NotAllowed, UnreadableImport */
  async preview(actor: Actor, bytes: Buffer, choices: ImportChoices): Promise<ImportRun> {
    const list = await readList(bytes, choices);
    const known = await this.database.read(actor, knownOrganizations);
    const plan = await planList(list.drafts, known, choices);
    return this.database.transaction(actor, async (tx) => {
      const { format, encoding, rowCount } = list;
      const run = await tx.rows(ImportRun).insert({
        ...{ ...choices, format, encoding, rowCount, status: 'preview', failure: null },
        counts: previewCounts(plan, previewRows('', plan, list)),
        personId: actor.personId ?? null,
      });
      this.access.authorize(actor, 'create', run);
      await tx.rows(ImportRow).insertAll(previewRows(run.id, plan, list));
      return run;
    });
  }

  /** Decides about one row. @throws NotFound, StaleVersion, NotAllowed, ImportNotInPreview, NothingToDecide */
  decide(
    actor: Actor,
    importId: string,
    rowId: string,
    version: number,
    decision: RowDecision,
    organizationId: string | null,
  ): Promise<ImportRow> {
    return this.database.transaction(actor, async (tx) => {
      const run = await tx.rows(ImportRun).forChange(importId);
      this.access.authorize(actor, 'update', run);
      run.requirePreview();
      const row = await tx.rows(ImportRow).forChange(rowId, { version });
      if (row.importId !== importId) throw new NotFound();
      row.decidedOrganizationId = checkedDecision(row, decision, organizationId);
      row.decision = decision;
      return tx.rows(ImportRow).update(row);
    });
  }

  /** Confirms an import; the worker carries it out. @throws NotFound, StaleVersion, NotAllowed, ImportNotInPreview */
  confirm(actor: Actor, importId: string, version: number | undefined): Promise<ImportRun> {
    return this.database.transaction(actor, async (tx) => {
      const run = await tx.rows(ImportRun).forChange(importId, { version });
      this.access.authorize(actor, 'update', run);
      run.confirm();
      await this.outbox.append(tx, { type: IMPORT_CONFIRMED, payload: { importId } });
      return tx.rows(ImportRun).update(run);
    });
  }

  /** Throws a preview away. @throws NotFound, StaleVersion, NotAllowed, ImportNotInPreview */
  discard(actor: Actor, importId: string, version: number): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const run = await tx.rows(ImportRun).forChange(importId, { version });
      this.access.authorize(actor, 'delete', run);
      run.requirePreview();
      await tx.rows(ImportRun).delete(run);
    });
  }

  /** Carries a confirmed import out as a whole. Harmless when it was done already. */
  async carryOut(tx: Tx, importId: string): Promise<Outcomes> {
    await this.tree.lock(tx);
    await tx.rows(ImportRun).lock(importId);
    const run = await tx.rows(ImportRun).get(importId);
    if (run.status !== 'applying') return new Map();
    const rows = await tx.rows(ImportRow).find({ importId });
    const outcomes = await new ApplyImport(tx, run, rows).carryOut();
    await tx.query(
      `update import_row r set outcome = o.outcome from unnest($3::int[], $4::text[]) as o (line, outcome)
       where r.tenant_id = $1 and r.import_id = $2 and r.line = o.line`,
      [tx.tenantId, importId, [...outcomes.keys()], [...outcomes.values()]],
    );
    run.status = 'done';
    await tx.rows(ImportRun).update(run);
    return outcomes;
  }
}

/** The organization that the decision is about, if it fits the row. @throws NothingToDecide */
function checkedDecision(row: ImportRow, decision: RowDecision, organizationId: string | null): string | null {
  if (!row.draft)
    throw new NothingToDecide('This row has an error and is left out: correct the list and upload it again.');
  if (decision === 'skip') return null;
  const candidates = row.candidates.flatMap((candidate) => candidate.organizationId ?? []);
  if (decision === 'create') {
    if (row.action === 'create' || row.action === 'duplicate') return null;
    throw new NothingToDecide('This organization is in the directory already: it can be updated or skipped.');
  }
  const target = organizationId ?? row.organizationId;
  if (!target || (target !== row.organizationId && !candidates.includes(target)))
    throw new NothingToDecide('Name one of the organizations that the row may be.');
  return target;
}

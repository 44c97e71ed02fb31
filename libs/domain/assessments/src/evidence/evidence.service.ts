import { Injectable } from '@nestjs/common';
import { Access } from '@platform/access';
import { type Actor, Invalid, NotFound, sentFields } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { Files } from '@platform/files';
import { EvidenceInUse, UnknownReference } from '../assessments.errors';
import { Instruments } from '../instruments/instruments';
import { Assessment } from '../rounds/assessment.entity';
import { evidenceFiles } from './evidence-access';
import { EvidenceSharing } from './evidence-sharing';
import { Evidence, EvidenceIndicator } from './evidence.entity';
import type { CreateEvidenceRequest, UpdateEvidenceRequest } from './evidence.request';

/** Use cases of evidence. */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly instruments: Instruments,
    private readonly sharing: EvidenceSharing,
    private readonly files: Files,
  ) {}

  /** Adds evidence. @throws NotAllowed, UnknownReference, Invalid */
  create(actor: Actor, request: CreateEvidenceRequest): Promise<Evidence> {
    const { indicatorKeys, ...values } = request;
    return this.database.transaction(actor, async (tx) => {
      const ownerPersonId = actor.personId;
      const draft = Object.assign(new Evidence(), {
        ...{ url: null, fileId: null, periodFrom: null, periodTo: null, assessmentId: null, ownerPersonId },
        ...sentFields(values),
        sharing: await this.sharingOf(tx, request),
      });
      if (
        !this.access.can(
          actor,
          'read',
          Object.assign(new Evidence(), { ...draft, sharing: 'partnership', ownerPersonId: null }),
        )
      )
        throw new UnknownReference('partnershipId', 'partnership');
      this.access.authorize(actor, 'create', draft);
      checkContent(draft);
      await this.checkIndicators(tx, indicatorKeys);
      if (request.fileId) await this.attach(tx, request.fileId);
      const evidence = await tx.rows(Evidence).insert(draft);
      await this.sharing.link(
        tx,
        indicatorKeys.map((indicatorKey) => ({ evidenceId: evidence.id, indicatorKey })),
      );
      return evidence;
    });
  }

  /** Changes evidence. @throws NotFound, StaleVersion, NotAllowed, EvidenceInUse, Invalid */
  update(actor: Actor, id: string, version: number, request: UpdateEvidenceRequest): Promise<Evidence> {
    const { indicatorKeys, ...values } = request;
    return this.database.transaction(actor, async (tx) => {
      const evidence = await tx.rows(Evidence).forChange(id, { version, relations: ['indicators'] });
      this.access.authorize(actor, 'update', evidence);
      checkContent(Object.assign(evidence, sentFields(values)));
      if (indicatorKeys) await this.relink(tx, evidence, indicatorKeys);
      return tx.rows(Evidence).update(evidence);
    });
  }

  /** Removes evidence on which no rating rests. @throws NotFound, StaleVersion, NotAllowed, EvidenceInUse */
  delete(actor: Actor, id: string, version: number): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      const evidence = await tx.rows(Evidence).forChange(id, { version, relations: ['indicators'] });
      this.access.authorize(actor, 'delete', evidence);
      await this.relink(tx, evidence, []);
      await tx.rows(Evidence).delete(evidence);
      if (evidence.fileId) await this.files.detach(tx, evidence.fileId);
    });
  }

  /** While answering is possible, evidence is its owner's: it would tell the answer. */
  private async sharingOf(
    tx: Tx,
    { assessmentId, partnershipId }: CreateEvidenceRequest,
  ): Promise<Evidence['sharing']> {
    if (!assessmentId) return 'partnership';
    const [assessment] = await tx
      .readable(Assessment, 'a')
      .where('a.id = :assessmentId and a.partnershipId = :partnershipId', { assessmentId, partnershipId })
      .getMany();
    if (!assessment) throw new UnknownReference('assessmentId', 'assessment of this partnership');
    await tx.query('select 1 from assessment where tenant_id = $1 and id = $2 for key share', [
      tx.tenantId,
      assessmentId,
    ]); // it must not close between this look and the commit
    return (await tx.rows(Assessment).get(assessmentId)).isAnswered ? 'partnership' : 'private';
  }

  private async checkIndicators(tx: Tx, keys: string[]): Promise<void> {
    const known = await this.instruments.indicatorKeys(tx);
    const stranger = keys.findIndex((key) => !known.has(key));
    if (stranger >= 0) throw new UnknownReference(`indicatorKeys[${stranger}]`, 'indicator');
  }

  private async relink(tx: Tx, evidence: Evidence, keys: string[]): Promise<void> {
    await this.checkIndicators(tx, keys);
    const leaving = evidence.indicators.filter(({ indicatorKey }) => !keys.includes(indicatorKey));
    await this.checkUnused(
      tx,
      evidence,
      leaving.map(({ indicatorKey }) => indicatorKey),
    );
    for (const link of leaving) await tx.rows(EvidenceIndicator).delete(link);
    await this.sharing.link(
      tx,
      keys.map((indicatorKey) => ({ evidenceId: evidence.id, indicatorKey })),
    );
  }

  private async checkUnused(tx: Tx, evidence: Evidence, keys: string[]): Promise<void> {
    if (evidence.sharing === 'private' || keys.length === 0) return;
    const used = await tx.query(
      `select 1 from consensus_rating where tenant_id = $1 and partnership_id = $2 and indicator_key = any($3)
         and outcome = 'level' limit 1`,
      [tx.tenantId, evidence.partnershipId, keys],
    );
    if (used.length > 0) throw new EvidenceInUse();
  }

  private async attach(tx: Tx, fileId: string): Promise<void> {
    try {
      await this.files.attach(tx, fileId, evidenceFiles.name);
    } catch (error) {
      if (error instanceof NotFound) throw new UnknownReference('fileId', 'file');
      throw error;
    }
  }
}

/** A document or data set is somewhere; a period does not run backward. */
function checkContent({ kind, url, fileId, periodFrom, periodTo }: Evidence): void {
  if (kind !== 'self_report' && !url && !fileId)
    throw Invalid.field('url', 'required', 'Give a link or a file: where can this be seen?');
  if (periodFrom && periodTo && periodTo < periodFrom)
    throw Invalid.field('periodTo', 'not-before-start', 'The last day must not lie before the first.');
}

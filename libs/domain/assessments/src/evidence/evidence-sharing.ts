import { Injectable } from '@nestjs/common';
import type { Tx } from '@platform/database';
import { Respondent } from '../answers/respondent.entity';
import { Response } from '../answers/response.entity';
import type { Assessment } from '../rounds/assessment.entity';
import { Evidence, EvidenceIndicator } from './evidence.entity';

/** Brings what people pointed to while answering before the whole team. */
@Injectable()
export class EvidenceSharing {
  /**
   * When answering ends: the evidence and what it supports becomes the partnership's. That of people who did not submit
   * belongs to their drafts and stays theirs.
   */
  async share(tx: Tx, assessment: Assessment): Promise<void> {
    const wanted = await this.linksOfAnswers(tx, assessment.id);
    const brought = await tx.rows(Evidence).find({ assessmentId: assessment.id, sharing: 'private' });
    const drafting = await tx.rows(Respondent).find({ assessmentId: assessment.id, status: ['invited', 'started'] });
    const drafters = new Set(drafting.map(({ personId }) => personId));
    const shared = brought.filter(({ ownerPersonId }) => !drafters.has(ownerPersonId));
    await Promise.all(
      shared.map((evidence) => tx.rows(Evidence).update(Object.assign(evidence, { sharing: 'partnership' as const }))),
    );
    await this.link(tx, wanted);
  }

  /** Says that evidence supports indicators; what is said already stays. */
  async link(tx: Tx, wanted: { evidenceId: string; indicatorKey: string }[]): Promise<void> {
    if (wanted.length === 0) return;
    const known = await tx.rows(EvidenceIndicator).find({ evidenceId: wanted.map((link) => link.evidenceId) });
    const mark = (link: { evidenceId: string; indicatorKey: string }) => `${link.evidenceId} ${link.indicatorKey}`;
    const there = new Set(known.map(mark));
    const missing = new Map(wanted.filter((link) => !there.has(mark(link))).map((link) => [mark(link), link]));
    await tx.rows(EvidenceIndicator).insertAll([...missing.values()]);
  }

  private async linksOfAnswers(tx: Tx, assessmentId: string): Promise<{ evidenceId: string; indicatorKey: string }[]> {
    const submitted = await tx.rows(Respondent).find({ assessmentId, status: 'submitted' });
    const responses = await tx.rows(Response).find({ respondentId: submitted.map(({ id }) => id) });
    const links = responses.flatMap(({ indicatorKey, evidenceIds }) =>
      (evidenceIds ?? []).map((evidenceId) => ({ evidenceId, indicatorKey })),
    );
    const there = await tx.rows(Evidence).find({ id: [...new Set(links.map(({ evidenceId }) => evidenceId))] });
    const ids = new Set(there.map(({ id }) => id)); // what its owner removed meanwhile is gone
    return links.filter(({ evidenceId }) => ids.has(evidenceId));
  }
}

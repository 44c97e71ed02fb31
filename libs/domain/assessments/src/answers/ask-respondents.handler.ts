import { Injectable } from '@nestjs/common';
import { OrganizationLookup } from '@domain/directory';
import { PartnershipsQueries } from '@domain/partnerships';
import type { Tx } from '@platform/database';
import type { ReceivedEvent } from '@platform/jobs';
import { Mail } from '@platform/mail';
import { acceptsAnswers } from '../rules/assessment-status';
import { Assessment } from '../rounds/assessment.entity';
import { Respondent } from './respondent.entity';

/** Asks respondents by mail for their answers, in the commit in which the event is noted as handled. */
@Injectable()
export class AskRespondents {
  constructor(
    private readonly mail: Mail,
    private readonly partnerships: PartnershipsQueries,
    private readonly organizations: OrganizationLookup,
  ) {}

  /** Asks everybody of an assessment that was opened. */
  all(tx: Tx, event: ReceivedEvent): Promise<void> {
    return this.ask(tx, String(event.payload.assessmentId), {});
  }

  /** Asks one person who joined an open assessment. */
  one(tx: Tx, event: ReceivedEvent): Promise<void> {
    return this.ask(tx, String(event.payload.assessmentId), { id: String(event.payload.respondentId) });
  }

  private async ask(tx: Tx, assessmentId: string, which: { id?: string }): Promise<void> {
    const [assessment] = await tx.rows(Assessment).find({ id: assessmentId });
    if (!assessment || !acceptsAnswers(assessment.status)) return; // closed again before the mail could go
    const respondents = await tx.rows(Respondent).find({ assessmentId, status: ['invited', 'started'], ...which });
    const organizations = await this.organizations.cards(
      tx,
      respondents.map(({ organizationId }) => organizationId),
    );
    const data = await this.dataOf(tx, assessment);
    for (const { personId, organizationId } of respondents)
      await this.mail.send(tx, {
        template: assessment.dueOn ? 'assessments.asked-by-day' : 'assessments.asked',
        toPersonId: personId,
        data: { ...data, organization: organizations.get(organizationId)?.name ?? '' },
      });
  }

  private async dataOf(tx: Tx, assessment: Assessment) {
    const { id, title, dueOn, anonymity, partnershipId, indicatorCount: indicators } = assessment;
    const [{ slug }] = await tx.query<{ slug: string }>('select slug from tenant where id = $1', [tx.tenantId]);
    const partnership = (await this.partnerships.cards(tx, [partnershipId])).get(partnershipId)?.name ?? '';
    return { title, dueOn, anonymity, indicators, partnership, link: `/t/${slug}/assessments/${id}/answer` };
  }
}

import { Injectable } from '@nestjs/common';
import { findOrganizationKind, OrganizationLookup, PeopleLookup } from '@domain/directory';
import { PartnershipsQueries } from '@domain/partnerships';
import { Access } from '@platform/access';
import { type Actor, Invalid, NotFound } from '@platform/context';
import { Database, type Tx } from '@platform/database';
import { Outbox } from '@platform/outbox';
import { respondentInvited } from '../assessments.events';
import { AlreadyInvited, HasAnswers, TeamFixed, UnknownReference } from '../assessments.errors';
import { Assessment } from '../rounds/assessment.entity';
import { Respondent } from './respondent.entity';
import type { AddRespondentRequest } from './respondent.request';

/** Use cases that put the team of an assessment together. */
@Injectable()
export class RespondentsService {
  constructor(
    private readonly database: Database,
    private readonly access: Access,
    private readonly partnerships: PartnershipsQueries,
    private readonly organizations: OrganizationLookup,
    private readonly people: PeopleLookup,
    private readonly outbox: Outbox,
  ) {}

  /** Asks a person. @throws NotFound, NotAllowed, TeamFixed, AlreadyInvited, Invalid */
  async add(actor: Actor, assessmentId: string, request: AddRespondentRequest): Promise<Respondent> {
    const today = await this.partnerships.today(actor.tenantId);
    return this.database.transaction(actor, async (tx) => {
      const assessment = await this.changeable(tx, actor, assessmentId);
      await this.check(tx, assessment, request, today);
      const organization = (await this.organizations.cards(tx, [request.organizationId])).get(request.organizationId)!;
      const respondent = await tx.rows(Respondent).insert({
        ...{ assessmentId, partnershipId: assessment.partnershipId, ...request },
        ...{ system: findOrganizationKind(organization.kind)?.system ?? null, status: 'invited', submittedAt: null },
      });
      if (assessment.status === 'open') await this.outbox.append(tx, respondentInvited(assessmentId, respondent.id));
      return respondent;
    });
  }

  /** Takes a person off the team who has not answered yet. @throws NotFound, StaleVersion, NotAllowed, HasAnswers */
  remove(actor: Actor, assessmentId: string, id: string, version: number): Promise<void> {
    return this.database.transaction(actor, async (tx) => {
      await this.changeable(tx, actor, assessmentId);
      const respondent = await tx.rows(Respondent).forChange(id, { version });
      if (respondent.assessmentId !== assessmentId) throw new NotFound('respondent');
      const answered = await tx.query('select 1 from response where tenant_id = $1 and respondent_id = $2 limit 1', [
        tx.tenantId,
        id,
      ]);
      if (answered.length > 0 || respondent.status === 'submitted') throw new HasAnswers();
      await tx.rows(Respondent).delete(respondent);
    });
  }

  private async changeable(tx: Tx, actor: Actor, assessmentId: string): Promise<Assessment> {
    const assessment = await tx.rows(Assessment).forChange(assessmentId);
    this.access.authorize(actor, 'invite', assessment);
    if (assessment.status !== 'draft' && assessment.status !== 'open') throw new TeamFixed();
    return assessment;
  }

  private async check(tx: Tx, assessment: Assessment, request: AddRespondentRequest, today: string): Promise<void> {
    const { personId, organizationId } = request;
    if (!(await this.people.isPresent(tx, personId))) throw new UnknownReference('personId', 'person');
    const members = await this.partnerships.memberOrganizationIds(tx, assessment.partnershipId, today);
    if (!members.includes(organizationId))
      throw Invalid.field('organizationId', 'member', 'This organization is not a member of the partnership today.');
    if (!(await this.people.worksFor(tx, personId, organizationId, today)))
      throw Invalid.field('organizationId', 'works-for', 'This person does not work for this organization.');
    const invited = await tx.rows(Respondent).find({ assessmentId: assessment.id, personId });
    if (invited.length > 0) throw new AlreadyInvited();
  }
}

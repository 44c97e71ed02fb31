import { Module } from '@nestjs/common';
import { Access } from '@platform/access';
import { RespondentsQueries } from './answers/respondents.queries';
import { RespondentsService } from './answers/respondents.service';
import { ResponsesService } from './answers/responses.service';
import { assessmentsPolicy } from './assessments.policy';
import { ElementResults } from './consensus/element-results';
import { LockAssessment } from './consensus/lock-assessment';
import { RoundFacts } from './consensus/round-facts';
import { EvidenceSharing } from './evidence/evidence-sharing';
import { GapComputation } from './gaps/gap-computation';
import { Instruments } from './instruments/instruments';
import { AssessmentsQueries } from './rounds/assessments.queries';
import { AssessmentsService } from './rounds/assessments.service';
import { RoundSteps } from './rounds/round-steps';

const USE_CASES = [AssessmentsService, AssessmentsQueries, RespondentsService, RespondentsQueries, ResponsesService];
const PARTS = [RoundSteps, RoundFacts, ElementResults, LockAssessment, GapComputation, EvidenceSharing];

/** Instruments and assessments, from the first draft to the gaps. */
@Module({ providers: [Instruments, ...USE_CASES, ...PARTS], exports: [Instruments, ...USE_CASES] })
export class AssessmentsModule {
  constructor(access: Access) {
    access.register(assessmentsPolicy);
  }
}

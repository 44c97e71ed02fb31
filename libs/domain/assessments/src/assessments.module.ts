import { Module } from '@nestjs/common';
import { Access } from '@platform/access';
import { AuditConcealment } from '@platform/audit';
import { FileAccess } from '@platform/files';
import { Trace } from '@platform/trace';
import { RespondentsQueries } from './answers/respondents.queries';
import { RespondentsService } from './answers/respondents.service';
import { ResponsesService } from './answers/responses.service';
import { describeThread } from './assessment-thread';
import { assessmentsPolicy } from './assessments.policy';
import { ConsensusQueries } from './consensus/consensus.queries';
import { ConsensusService } from './consensus/consensus.service';
import { ElementResults } from './consensus/element-results';
import { LockAssessment } from './consensus/lock-assessment';
import { ResultsQueries } from './consensus/results.queries';
import { RoundFacts } from './consensus/round-facts';
import { TargetsService } from './consensus/targets.service';
import { evidenceFiles, revealEvidence, revealEvidenceIndicators } from './evidence/evidence-access';
import { Evidence, EvidenceIndicator } from './evidence/evidence.entity';
import { EvidenceQueries } from './evidence/evidence.queries';
import { EvidenceService } from './evidence/evidence.service';
import { EvidenceSharing } from './evidence/evidence-sharing';
import { GapComputation } from './gaps/gap-computation';
import { GapsQueries } from './gaps/gaps.queries';
import { GapsService } from './gaps/gaps.service';
import { Instruments } from './instruments/instruments';
import { CaseloadQueries } from './readiness/caseload.queries';
import { HeatMapQueries } from './readiness/heat-map.queries';
import { MyWorkQueries } from './readiness/my-work.queries';
import { AssessmentsQueries } from './rounds/assessments.queries';
import { AssessmentsService } from './rounds/assessments.service';
import { RoundSteps } from './rounds/round-steps';

const USE_CASES = [
  ...[AssessmentsService, RespondentsService, ResponsesService, ConsensusService],
  ...[TargetsService, GapsService, EvidenceService],
];
const READING = [
  ...[AssessmentsQueries, RespondentsQueries, ConsensusQueries, ResultsQueries],
  ...[GapsQueries, EvidenceQueries, HeatMapQueries, CaseloadQueries, MyWorkQueries],
];
const PARTS = [RoundSteps, RoundFacts, ElementResults, LockAssessment, GapComputation, EvidenceSharing];

/** Instruments and assessments, from the first draft to the gaps. */
@Module({
  providers: [Instruments, ...USE_CASES, ...READING, ...PARTS],
  exports: [Instruments, ...USE_CASES, ...READING],
})
export class AssessmentsModule {
  constructor(
    access: Access,
    files: FileAccess,
    concealment: AuditConcealment,
    trace: Trace,
    instruments: Instruments,
  ) {
    access.register(assessmentsPolicy);
    describeThread(trace, instruments);
    files.register(evidenceFiles);
    concealment.register(Evidence, revealEvidence);
    concealment.register(EvidenceIndicator, revealEvidenceIndicators);
  }
}

export { AssessmentsHttpModule } from './assessments-http.module';
export { AssessmentsModule } from './assessments.module';
export { AssessmentsWorkerModule } from './assessments-worker.module';
export { ConsensusRating } from './consensus/consensus-rating.entity';
export { ConsensusService } from './consensus/consensus.service';
export { TargetsService } from './consensus/targets.service';
export { Evidence, type EvidenceKind } from './evidence/evidence.entity';
export { EvidenceService } from './evidence/evidence.service';
export { Gap } from './gaps/gap.entity';
export { GapsService } from './gaps/gaps.service';
export { Instruments } from './instruments/instruments';
export { Respondent } from './answers/respondent.entity';
export { RespondentsService } from './answers/respondents.service';
export { Response } from './answers/response.entity';
export { ResponsesService } from './answers/responses.service';
export { Assessment } from './rounds/assessment.entity';
export { AssessmentsService, type Step } from './rounds/assessments.service';
export { type AssessmentSettings, defaultAssessmentSettings } from './rules/assessment-settings';
export { type AssessmentMove, type AssessmentStatus, assessmentStatuses } from './rules/assessment-status';
export { type Consensus, type LevelRange } from './rules/consensus';
export { type HeatMapCell } from './rules/heat-map';
export {
  type AnswerScale,
  type AssessmentLevel,
  type Indicator,
  type InstrumentDefinition,
  indicatorsOf,
} from './rules/instrument-definition';
export { InstrumentFileInvalid, parseInstrument } from './rules/instrument-parser';
export { type PriorityBand, priorityBands } from './rules/priority';
export { refusalRules, type Refusal, type RefusalRule } from './rules/refusal';

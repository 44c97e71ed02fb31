export { AssessmentsHttpModule } from './assessments-http.module';
export { AssessmentsModule } from './assessments.module';
export { type AssessmentSettings, defaultAssessmentSettings } from './rules/assessment-settings';
export { type AssessmentMove, type AssessmentStatus, assessmentStatuses } from './rules/assessment-status';
export { type Consensus, type LevelRange } from './rules/consensus';
export { type Gap } from './rules/gap';
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

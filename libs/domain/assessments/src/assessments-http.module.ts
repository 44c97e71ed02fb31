import { Module } from '@nestjs/common';
import { RespondentsController } from './answers/respondents.controller';
import { ResponsesController } from './answers/responses.controller';
import { AssessmentsModule } from './assessments.module';
import { ConsensusController } from './consensus/consensus.controller';
import { ResultsController } from './consensus/results.controller';
import { EvidenceController } from './evidence/evidence.controller';
import { GapsController } from './gaps/gaps.controller';
import { InstrumentsController } from './instruments/instruments.controller';
import { ReadinessController } from './readiness/readiness.controller';
import { AssessmentsController } from './rounds/assessments.controller';

/** Routes of the assessments. */
@Module({
  imports: [AssessmentsModule],
  controllers: [
    ...[InstrumentsController, AssessmentsController, RespondentsController, ResponsesController],
    ...[ConsensusController, ResultsController, GapsController, EvidenceController, ReadinessController],
  ],
})
export class AssessmentsHttpModule {}

import { Module } from '@nestjs/common';
import { RespondentsController } from './answers/respondents.controller';
import { ResponsesController } from './answers/responses.controller';
import { AssessmentsModule } from './assessments.module';
import { InstrumentsController } from './instruments/instruments.controller';
import { AssessmentsController } from './rounds/assessments.controller';

/** Routes of the assessments. */
@Module({
  imports: [AssessmentsModule],
  controllers: [InstrumentsController, AssessmentsController, RespondentsController, ResponsesController],
})
export class AssessmentsHttpModule {}

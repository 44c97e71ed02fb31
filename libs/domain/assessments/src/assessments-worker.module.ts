import { Module } from '@nestjs/common';
import { EventHandlers } from '@platform/jobs';
import { AskRespondents } from './answers/ask-respondents.handler';
import { ASSESSMENT_OPENED, RESPONDENT_INVITED } from './assessments.events';
import { AssessmentsModule } from './assessments.module';

/** What the assessments do in the background. */
@Module({ imports: [AssessmentsModule], providers: [AskRespondents] })
export class AssessmentsWorkerModule {
  constructor(handlers: EventHandlers, ask: AskRespondents) {
    handlers.on(ASSESSMENT_OPENED, 'ask-respondents', (tx, event) => ask.all(tx, event));
    handlers.on(RESPONDENT_INVITED, 'ask-respondent', (tx, event) => ask.one(tx, event));
  }
}

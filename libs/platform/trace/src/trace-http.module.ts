import { Module } from '@nestjs/common';
import { ThreadsController } from './threads.controller';
import { ThreadsQueries } from './threads.queries';
import { TraceModule } from './trace.module';

/** Threads over HTTP. */
@Module({ imports: [TraceModule], providers: [ThreadsQueries], controllers: [ThreadsController] })
export class TraceHttpModule {}

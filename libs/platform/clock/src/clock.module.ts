import { Global, Module } from '@nestjs/common';
import { Clock, ShiftedClock } from './clock';

/** One clock per process. */
@Global()
@Module({ providers: [{ provide: Clock, useClass: ShiftedClock }], exports: [Clock] })
export class ClockModule {}

import { Global, Module } from '@nestjs/common';
import { Clock, MachineClock, ShiftedClock } from './clock';

/** The clock of the process, and that of the machine. */
@Global()
@Module({ providers: [{ provide: Clock, useClass: ShiftedClock }, MachineClock], exports: [Clock, MachineClock] })
export class ClockModule {}

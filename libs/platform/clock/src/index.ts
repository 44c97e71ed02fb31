export { Clock, MachineClock, ShiftedClock } from './clock';
export { ClockModule } from './clock.module';

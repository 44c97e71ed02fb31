export { Clock, ShiftedClock } from './clock';
export { ClockModule } from './clock.module';

/** The demo's present. */
export class DemoClockResponse {
  now: Date;
  /** How far it is ahead of the machine's time, in milliseconds. */
  offsetMs: number;
  /** Whether a worker took over what fell due; absent when only asked for the time. */
  dueHandedOver?: boolean;
}

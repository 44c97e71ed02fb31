/** One event on its way to one handler. It names the event; what happened stays in the outbox row. */
export interface Delivery {
  tenantId: string;
  eventId: string;
  type: string;
  handler: string;
  /** Counts how often an administrator had the event tried again; part of the job's id. */
  round: number;
}

/** Takes over what is due. Implemented by `platform/jobs`. */
export abstract class DeliveryQueue {
  /** Names of the handlers of an event type. */
  abstract handlersOf(type: string): string[];

  /** Queues deliveries. One that is queued already is left as it is, so that adding again is harmless. */
  abstract add(deliveries: Delivery[]): Promise<void>;
}

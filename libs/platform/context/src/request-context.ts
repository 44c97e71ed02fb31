import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line, audit row and error of one request or job shares. */
export interface RequestContext {
  requestId: string;
  /** Name of the use case, e.g. the OpenAPI operationId or the job's name. */
  operation: string;
  /** `en` or `es`. */
  locale: string;
  /** Set when the caller sent an Idempotency-Key: confirmed in each commit of the request. */
  idempotency?: { claim: string };
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The context of the request or job that is running, if any. */
export function currentRequest(): RequestContext | undefined {
  return storage.getStore();
}

/** Runs `work` with `context`; everything it awaits sees it too. */
export function runInRequest<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** One refused field of a request: where, which rule, and what to do. */
export interface FieldProblem {
  path: string;
  rule: string;
  message: string;
}

/** Problem details (RFC 9457) as the API sends them. */
export interface ProblemDetails {
  title: string;
  status: number;
  code: string;
  detail?: string;
  requestId?: string;
  errors?: FieldProblem[];
  /** What is stored, when somebody else wrote first (412). */
  current?: unknown;
}

/** A refusal of the API, with everything a page needs to explain it. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId?: string;
  readonly errors: FieldProblem[];
  /** The whole answer; some refusals say more, for instance the candidates of a possible duplicate. */
  readonly details: Readonly<Record<string, unknown>>;
  /** What is stored, when somebody else wrote first (412) and the API tells it. */
  readonly current?: unknown;
  /** Seconds to wait, when the server asked for it (429, 503). */
  readonly retryAfter?: number;

  constructor(details: ProblemDetails, retryAfter?: number) {
    super(details.detail ?? details.title);
    this.name = 'ApiProblem';
    this.status = details.status;
    this.code = details.code;
    this.requestId = details.requestId;
    this.errors = details.errors ?? [];
    this.details = { ...details };
    this.current = details.current;
    this.retryAfter = retryAfter;
  }

  /** The record was changed by someone else since it was read. */
  get isStale(): boolean {
    return this.status === 412;
  }
}

/** The server could not be reached at all: no connection, or it did not answer. */
export class ApiUnreachable extends Error {
  constructor(cause?: unknown) {
    super('The server did not answer', { cause });
    this.name = 'ApiUnreachable';
  }
}

/** Builds the error of a response that is not 2xx, whatever its body is. */
export function toProblem(response: Response, body: unknown): ApiProblem {
  const details = (typeof body === 'object' && body !== null ? body : {}) as Partial<ProblemDetails>;
  const seconds = Number(response.headers.get('retry-after') ?? NaN);
  return new ApiProblem(
    {
      ...details,
      title: details.title ?? response.statusText,
      status: response.status,
      code: details.code ?? `http-${response.status}`,
      detail: details.detail,
      requestId: details.requestId ?? response.headers.get('x-request-id') ?? undefined,
      errors: Array.isArray(details.errors) ? details.errors : [],
      current: details.current,
    },
    Number.isFinite(seconds) ? seconds : undefined,
  );
}

/** One thing wrong with one field of what was sent. `path` is a JSON path such as `members[0].role`. */
export interface ErrorDetail {
  path: string;
  /** Stable name of the rule that was broken. */
  rule: string;
  /** A sentence for the person who sent it. */
  message: string;
}

/** A refusal that the caller is told of: becomes an RFC 9457 problem with this status and code. */
export class DomainError extends Error {
  /** Further members of the problem that programs can use, e.g. the records in the way; safe to show. */
  details?: Record<string, unknown>;

  constructor(
    /** Stable name for programs, e.g. `assessments.not-open`. */
    readonly code: string,
    /** HTTP status. */
    readonly status: number,
    /** A sentence that says what is wrong and what to do; safe to show. */
    message: string,
    readonly errors: ErrorDetail[] = [],
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** 404: it is not there, or not visible to the actor; the two cannot be told apart. */
export class NotFound extends DomainError {
  constructor(what = 'record') {
    super('not-found', 404, `There is no such ${what}, or you may not see it.`);
  }
}

/** 403: visible, but the actor may not do this to it. */
export class NotAllowed extends DomainError {
  constructor(message = 'Your role does not allow this. Ask a lead of the partnership or a state administrator.') {
    super('not-allowed', 403, message);
  }
}

/** 412: somebody changed the record since it was read. */
export class StaleVersion extends DomainError {
  constructor(readonly currentVersion: number) {
    super('stale-version', 412, 'Somebody else changed this record meanwhile. Load it again, then repeat your change.');
  }
}

/** 409: the record's state does not allow this. */
export class Conflict extends DomainError {
  constructor(code: string, message: string, errors: ErrorDetail[] = []) {
    super(code, 409, message, errors);
  }
}

/** 422: understood, but a rule on the content is broken. */
export class Invalid extends DomainError {
  constructor(code: string, message: string, errors: ErrorDetail[] = []) {
    super(code, 422, message, errors);
  }

  /** One broken rule on one field. */
  static field(path: string, rule: string, message: string): Invalid {
    return new Invalid('invalid', message, [{ path, rule, message }]);
  }
}

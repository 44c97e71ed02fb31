import { Conflict, type ErrorDetail, Invalid } from '@platform/context';
import type { DuplicateCandidate } from './organization-duplicates';

/** 422: the parent is missing, closed, of a kind that cannot stand there, or below the organization itself. */
export class ParentRefused extends Invalid {
  constructor(rule: 'exists' | 'parent-closed' | 'parent-kind' | 'cycle' | 'children-kind', message: string) {
    super('directory.parent-refused', message, [
      { path: rule === 'children-kind' ? 'kind' : 'parentId', rule, message },
    ]);
  }
}

/** 422: ids that no register could have issued. */
export class ExternalIdsRefused extends Invalid {
  constructor(errors: ErrorDetail[]) {
    super(
      'directory.external-id',
      errors.length === 1 ? errors[0].message : `${errors.length} ids must be corrected.`,
      errors,
    );
  }
}

/** 409: organizations that may be the same one; `candidates` names them. */
export class PossibleDuplicate extends Conflict {
  constructor(candidates: DuplicateCandidate[]) {
    const same = candidates.filter((candidate) => candidate.reason === 'same-id');
    super(
      'possible-duplicate',
      same.length > 0
        ? `${same[0].name} already has this id: use that organization instead.`
        : 'There are organizations that look like this one: use one of them, or send acceptDuplicate if yours is another.',
      candidates.map(({ reason, name, city, path }) => ({
        path,
        rule: reason,
        message: city ? `${name}, ${city}` : name,
      })),
    );
    this.details = { candidates: candidates.map(({ path: _, ...candidate }) => candidate) };
  }
}

/** 409: something still refers to the organization; `uses` says what and how often. */
export class OrganizationInUse extends Conflict {
  constructor(uses: { what: string; count: number }[]) {
    const list = uses.map(({ what, count }) => `${count} ${what}`).join(', ');
    super('directory.organization-in-use', `This organization is used by ${list}: close it instead of deleting it.`);
    this.details = { uses };
  }
}

/** 409: it is closed or open already. */
export class OrganizationStatusUnchanged extends Conflict {
  constructor(status: string) {
    super('directory.organization-status', `This organization is ${status} already.`);
  }
}

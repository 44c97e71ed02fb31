const personal = new Map<object, Map<string, string>>();
const unaudited = new Set<object>();
const concealed = new Set<object>();

/**
 * Marks a column as personal data: the audit log keeps it only encrypted with the key of the person it speaks of, so
 * that destroying the key deletes it from the log too. `of` names the property that holds that person's id.
 */
export function Personal(of = 'id'): PropertyDecorator {
  return (target, property) => {
    const columns = personal.get(target.constructor) ?? new Map<string, string>();
    columns.set(String(property), of);
    personal.set(target.constructor, columns);
  };
}

/** Columns of `entity` with personal data, each with the property that holds the person's id. */
export function personalColumns(entity: object): ReadonlyMap<string, string> {
  return personal.get(entity) ?? new Map();
}

/** Marks rows that are themselves a log or a projection: their changes are not audited again. */
export function Unaudited(): ClassDecorator {
  return (target) => {
    unaudited.add(target);
  };
}

/** Whether changes of `entity` go into the audit log. */
export function isAudited(entity: object): boolean {
  return !unaudited.has(entity);
}

/**
 * Marks rows whose content nobody may read in the audit log for now, such as answers of an open round: the log then
 * shows that they changed, not what. `AuditConcealment` (`platform/audit`) says when they may be shown.
 */
export function Concealed(): ClassDecorator {
  return (target) => {
    concealed.add(target);
  };
}

/** Whether the audit log hides what changed in rows of `entity`. */
export function isConcealed(entity: object): boolean {
  return concealed.has(entity);
}

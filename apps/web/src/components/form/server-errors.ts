import type { ApiProblem } from '../../api/problem';

/** Path of a field as forms write it: `members.0.role`, from `/members/0/role` or `members[0].role`. */
export const fieldPath = (path: string): string =>
  path
    .replace(/\[(\w+)\]/g, '.$1')
    .replaceAll('/', '.')
    .replace(/^\.+|\.+$/g, '');

function hasPath(values: unknown, path: string): boolean {
  let at = values;
  for (const part of path.split('.')) {
    if (typeof at !== 'object' || at === null || !(part in at)) return false;
    at = (at as Record<string, unknown>)[part];
  }
  return true;
}

/**
 * The refused fields of a problem, split into those the form shows (by path) and the rest, which only the summary can tell.
 * A refusal of a part of a field (`address.zip` where the form has `address`) is shown at that field.
 */
export function splitErrors(
  problem: ApiProblem,
  values: unknown,
): { fields: Record<string, string>; others: string[] } {
  const fields: Record<string, string> = {};
  const others: string[] = [];
  for (const { path, message } of problem.errors) {
    const parts = fieldPath(path).split('.');
    while (parts.length > 0 && !hasPath(values, parts.join('.'))) parts.pop();
    if (parts.length > 0) fields[parts.join('.')] ??= message;
    else others.push(message);
  }
  return { fields, others };
}

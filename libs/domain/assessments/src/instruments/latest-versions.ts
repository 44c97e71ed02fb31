interface Versioned {
  id: string;
  key: string;
  version: string;
}

/** Ids of the highest version of each instrument; versions are numbers with dots ("1.10.0" is above "1.9.0"). */
export function latestVersions(rows: Versioned[]): Set<string> {
  const highest = new Map<string, Versioned>();
  for (const row of rows) {
    const other = highest.get(row.key);
    if (!other || isAbove(row.version, other.version)) highest.set(row.key, row);
  }
  return new Set([...highest.values()].map(({ id }) => id));
}

function isAbove(version: string, other: string): boolean {
  const [left, right] = [version, other].map((text) => text.split(/[.+-]/).map((part) => Number.parseInt(part, 10)));
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] || 0) - (right[index] || 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}

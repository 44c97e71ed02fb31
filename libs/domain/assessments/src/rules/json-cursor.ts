/** One mistake in an instrument file: the exact place (JSON path), the rule and what to do. */
export interface FileProblem {
  path: string;
  rule: string;
  message: string;
}

/**
 * Reads parsed JSON step by step, knows where it stands and collects every mistake instead of stopping at the first.
 * After a mistake it returns a harmless stand-in, so that reading can go on.
 */
export class JsonCursor {
  constructor(
    private readonly value: unknown,
    readonly path: string,
    private readonly problems: FileProblem[],
  ) {}

  /** Notes a mistake at this place; read twice, it still counts once. */
  report(rule: string, message: string): void {
    if (this.problems.some((known) => known.path === this.path && known.rule === rule)) return;
    this.problems.push({ path: this.path, rule, message });
  }

  /** Whether nothing (or null) stands here. */
  get isAbsent(): boolean {
    return this.value === undefined || this.value === null;
  }

  /** The value under a name; absent when this is not an object (reported by whoever needs it). */
  field(name: string): JsonCursor {
    const step = /^[A-Za-z_]\w*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
    return new JsonCursor(this.record()[name], this.path + step, this.problems);
  }

  /** The names of an object; reports when an object must stand here and does not. */
  names(): string[] {
    if (!this.isObject()) this.report('object', 'An object is needed here.');
    return Object.keys(this.record());
  }

  /** The entries of a list with at least `minimum` of them. */
  items(minimum: number): JsonCursor[] {
    if (!Array.isArray(this.value)) {
      this.report('list', this.isAbsent ? 'A list is needed here and is missing.' : 'A list is needed here.');
      return [];
    }
    if (this.value.length < minimum) this.report('list_length', `At least ${minimum} entries are needed here.`);
    return this.value.map((item, index) => new JsonCursor(item, `${this.path}[${index}]`, this.problems));
  }

  /** The entries of a list that may be left out. */
  optionalItems(): JsonCursor[] {
    return this.isAbsent ? [] : this.items(0);
  }

  /** A text that is not blank. */
  text(): string {
    if (typeof this.value === 'string' && this.value.trim() !== '') return this.value;
    this.report(
      'text',
      this.isAbsent ? 'A text is needed here and is missing.' : 'A text that is not blank is needed.',
    );
    return '';
  }

  /** A text that may be left out. */
  optionalText(): string | null {
    return this.isAbsent ? null : this.text();
  }

  /** A text or number, as scales number their levels. */
  label(): string | number {
    return typeof this.value === 'number' && Number.isFinite(this.value) ? this.value : this.text();
  }

  /** A whole number from 1 on. */
  position(): number {
    if (typeof this.value === 'number' && Number.isInteger(this.value) && this.value >= 1) return this.value;
    this.report('position', 'A whole number from 1 on is needed here.');
    return 0;
  }

  /** True or false; `fallback` when left out. */
  flag(fallback: boolean): boolean {
    if (this.isAbsent) return fallback;
    if (typeof this.value === 'boolean') return this.value;
    this.report('flag', 'true or false is needed here.');
    return fallback;
  }

  /** One of a few words. */
  oneOf<T extends string>(words: readonly T[]): T {
    const found = words.find((word) => word === this.value);
    if (found === undefined) this.report('one_of', `One of these words is needed here: ${words.join(', ')}.`);
    return found ?? words[0];
  }

  /** A stable key: lower-case letters and digits, joined by dots, hyphens or underscores. */
  key(): string {
    const key = this.text();
    if (key !== '' && !/^[a-z0-9]+([._-][a-z0-9]+)*$/.test(key)) {
      this.report('key', 'A key has lower-case letters and digits, joined by ".", "-" or "_".');
    }
    return key;
  }

  private isObject(): boolean {
    return typeof this.value === 'object' && this.value !== null && !Array.isArray(this.value);
  }

  private record(): Record<string, unknown> {
    return this.isObject() ? (this.value as Record<string, unknown>) : {};
  }
}

/** Reports every entry whose identifying value stood in an earlier entry. Blank values were reported already. */
export function reportRepeats(entries: { at: JsonCursor; value: string | number }[], what: string): void {
  const first = new Map<string | number, string>();
  for (const { at, value } of entries) {
    if (value === '') continue;
    const earlier = first.get(value);
    if (earlier) at.report('unique', `The ${what} "${value}" stands already at ${earlier}.`);
    else first.set(value, at.path);
  }
}
